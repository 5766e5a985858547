"""What one step of D or G changed, in plain words."""

from gan.train.events import StepTaken
from gan.words import marked, tr

ROWS = {"d_loss": marked("loss of D"), "g_loss": marked("loss of G"), "d_real": "D(x)", "d_fake": "D(G(z))"}
"""Fields of :class:`gan.train.events.Scores` and how people call them."""


def step_words(step: StepTaken) -> str:
    """One or two sentences about the same pictures and the same z before and after."""
    before, after = step.before, step.after
    if step.network == "d":
        gap_before, gap_after = before.d_real - before.d_fake, after.d_real - after.d_fake
        apart = "better" if gap_after > gap_before else tr("no better")
        return tr(
            "Step {step:,}: D learned from one batch; it now tells these real and generated pictures apart "
            "{apart} (D(x) − D(G(z)) {gap_before:.2f} → {gap_after:.2f}). "
            "G is as it was, so its pictures are too.",
            step=step.step,
            apart=apart,
            gap_before=gap_before,
            gap_after=gap_after,
        )
    fooled = "more" if after.d_fake > before.d_fake else tr("no more")
    return tr(
        "Step {step:,}: G learned from one batch; the same z fool D {fooled} than before "
        "(D(G(z)) {before:.2f} → {after:.2f}).",
        step=step.step,
        fooled=fooled,
        before=before.d_fake,
        after=after.d_fake,
    )
