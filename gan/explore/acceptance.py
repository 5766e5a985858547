"""Which of a generator's pictures a discriminator lets through, from its scores alone. numpy only.

Azadi, Olsson, Darrell, Goodfellow and Odena (2019), "Discriminator Rejection Sampling": where the score of a picture is
the logarithm of how much more likely it is as a real one than as a generated one, pictures that are kept with a
probability in proportion to that are distributed as real ones are. As hardly any would be kept, all probabilities are
raised until a wanted share is.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError
from gan.words import marked, tr

Scores = npt.NDArray[np.float64]
"""The discriminator's logits, (N,), above 0 for "real"."""

SMALLEST_SHARE = 0.01
USUAL_SHARE = 0.25
_NEVER_SURE = 1e-6
"""The paper's epsilon (section 3.2): keeps the probability of the highest score below 1."""
_FAR = 40.0
"""So far below all scores, on the scale of logarithms, a threshold keeps everything."""
_HALVINGS = 40
_STEPS = 50
_RIDGE = 1e-6


class Basis(StrEnum):
    """What is known of the scores that decide."""

    RATIO = "ratio"
    """They are logarithms of the density ratio, as the loss that the discriminator was trained with has it."""
    CALIBRATED = "calibrated"
    """They were compared with those of real pictures."""
    ORDER = "order"
    """Only that higher is better."""

    @property
    def explanation(self) -> str:
        """What is done, for people."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Basis.RATIO: marked("The more real the discriminator takes a picture for, the likelier it is kept."),
    Basis.CALIBRATED: (
        marked(
            "The scores were compared with those of real pictures: the more often a score belongs to a real one, the "
            "likelier the picture is kept."
        )
    ),
    Basis.ORDER: marked(
        "What the scores mean was not compared with real pictures, so those with the best scores are kept."
    ),
}


@dataclass(frozen=True)
class Rule:
    """Keeps a picture of a score ``s`` with the probability sigmoid(F(s) - F(threshold)).

    F(s) = r - log(1 - exp(r)) with r = ``slope`` * (s - ``highest``), the logarithm of the acceptance probability of
    plain rejection sampling (equation 7 of the paper, whose gamma is F(threshold)). ``threshold`` is the score of which
    every second picture is kept. With an infinite ``slope`` all from there upwards are kept, and no other.
    """

    threshold: float
    highest: float
    slope: float = 1.0

    def probabilities(self, scores: Scores) -> Scores:
        """Of each score (N,), from 0 to 1."""
        if np.isinf(self.slope):
            return (scores >= self.threshold).astype(np.float64)
        return _sigmoid(self._odds(scores) - self._odds(np.array([self.threshold])))

    def share(self, scores: Scores) -> float:
        """How much of pictures with ``scores`` (N,) is kept on average."""
        return float(self.probabilities(scores).mean())

    def knowing(self, scores: Scores) -> "Rule":
        """The same with what was learned from more ``scores``: the highest may be higher."""
        return replace(self, highest=max(self.highest, float(scores.max(initial=self.highest))))

    def _odds(self, scores: Scores) -> Scores:
        """F. As 1 - exp(r) loses digits near the highest score, it is written as -log(exp(-r) - 1)."""
        below = np.maximum(self.slope * (self.highest - scores), 0) + _NEVER_SURE
        odds: Scores = -(below + np.log(-np.expm1(-below)))
        return odds


def rule_for(scores: Scores, share: float, slope: float) -> Rule:
    """The rule that keeps ``share`` of pictures with ``scores`` (N,), a sample of what the generator draws.

    Raises :class:`UsageError` for scores that are no numbers, and a share that is none.
    """
    check_share(share)
    check_scores(scores)
    if np.isinf(slope):
        place = min(int(np.floor((1 - share) * len(scores))), len(scores) - 1)
        return Rule(float(np.sort(scores)[place]), float(scores.max()), slope)
    low, high = float(scores.min()) - _FAR / slope, float(scores.max())
    for _ in range(_HALVINGS):
        rule = Rule((low + high) / 2, float(scores.max()), slope)
        low, high = (rule.threshold, high) if rule.share(scores) > share else (low, rule.threshold)
    return rule


def calibrated_slope(of_real: Scores, of_fake: Scores) -> float:
    """How much the logarithm of the density ratio grows with each score, by logistic regression (Platt, 1999).

    Both are scores (N,); however many there are of each, both sides weigh the same. Newton's method, with a ridge that
    keeps the slope finite where a threshold parts both. Raises :class:`UsageError` where real pictures have no higher
    scores: then they tell nothing.
    """
    check_scores(of_real)
    check_scores(of_fake)
    scores = np.concatenate([of_real, of_fake])
    centre, spread = float(scores.mean()), float(scores.std()) or 1.0
    inputs = np.stack([(scores - centre) / spread, np.ones(len(scores))], axis=1)
    labels = np.repeat([1.0, 0.0], [len(of_real), len(of_fake)])
    weights = np.repeat([0.5 / len(of_real), 0.5 / len(of_fake)], [len(of_real), len(of_fake)])
    slope = float(_fitted(inputs, labels, weights)[0]) / spread
    if slope <= 0:
        raise UsageError(
            tr("the discriminator takes generated pictures for no less real than real ones; it cannot choose")
        )
    return slope


def _fitted(inputs: Scores, labels: Scores, weights: Scores) -> Scores:
    """The coefficients (F,) of a logistic regression of ``labels`` (N,) on ``inputs`` (N, F)."""
    found = np.zeros(inputs.shape[1])
    ridge = _RIDGE * np.eye(len(found))
    for _ in range(_STEPS):
        chances = _sigmoid(inputs @ found)
        slope = inputs.T @ (weights * (chances - labels)) + ridge @ found
        bend = (inputs * (weights * chances * (1 - chances))[:, None]).T @ inputs + ridge
        found = found - np.clip(np.linalg.solve(bend, slope), -1, 1)
    return found


def check_scores(scores: Scores) -> None:
    """Raises :class:`UsageError` for scores (N,) that are no numbers."""
    if not len(scores) or not np.isfinite(scores).all():
        raise UsageError(tr("the discriminator gives scores that are no numbers; take an earlier one of its run"))


def check_share(share: float) -> None:
    """Raises :class:`UsageError` for what is no share of pictures to keep."""
    if not SMALLEST_SHARE <= share <= 1:
        raise UsageError(
            tr(
                "the share that is kept lies between {smallest_share:g} and 1, not {share:g}",
                smallest_share=SMALLEST_SHARE,
                share=share,
            )
        )


def _sigmoid(values: Scores) -> Scores:
    """Without overflow: 1 / (1 + exp(-v)) = (1 + tanh(v / 2)) / 2."""
    shares: Scores = (1 + np.tanh(values / 2)) / 2
    return shares
