"""What one step of D or G changed, in plain words."""

from gan.train.events import StepTaken

ROWS = {"d_loss": "loss of D", "g_loss": "loss of G", "d_real": "D(x)", "d_fake": "D(G(z))"}
"""Fields of :class:`gan.train.events.Scores` and how people call them."""


def step_words(step: StepTaken) -> str:
    """One or two sentences about the same pictures and the same z before and after."""
    before, after = step.before, step.after
    if step.network == "d":
        gap_before, gap_after = before.d_real - before.d_fake, after.d_real - after.d_fake
        apart = "better" if gap_after > gap_before else "no better"
        return (
            f"Step {step.step:,}: D learned from one batch; it now tells these real and generated pictures apart "
            f"{apart} (D(x) − D(G(z)) {gap_before:.2f} → {gap_after:.2f}). "
            "G is as it was, so its pictures are too."
        )
    fooled = "more" if after.d_fake > before.d_fake else "no more"
    return (
        f"Step {step.step:,}: G learned from one batch; the same z fool D {fooled} than before "
        f"(D(G(z)) {before.d_fake:.2f} → {after.d_fake:.2f})."
    )
