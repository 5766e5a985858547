"""Which pictures are let through, from scores alone."""

import math

import numpy as np
import pytest

from gan.errors import UsageError
from gan.explore.acceptance import Rule, Scores, calibrated_slope, rule_for

SHARES = (0.02, 0.1, 0.25, 0.5, 0.9, 1.0)
SLOPES = (0.05, 1.0, 30.0, math.inf)


def _scores(count: int = 2000, seed: int = 0, mean: float = 0.0, spread: float = 1.0) -> Scores:
    return np.random.default_rng(seed).normal(mean, spread, count)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("slope", SLOPES)
def test_the_wanted_share_is_kept_of_pictures_that_are_drawn_alike(share: float, slope: float) -> None:
    rule = rule_for(_scores(), share, slope)
    assert rule.share(_scores()) == pytest.approx(share, abs=2e-3)
    assert rule.share(_scores(seed=1)) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("slope", SLOPES)
def test_a_better_score_is_never_less_likely_to_be_kept(slope: float) -> None:
    scores = np.sort(_scores())
    chances = rule_for(scores, 0.25, slope).probabilities(scores)
    assert (np.diff(chances) >= 0).all() and 0 <= chances[0] < chances[-1] <= 1


def test_every_second_picture_is_kept_at_the_threshold() -> None:
    rule = rule_for(_scores(), 0.3, 1.0)
    assert rule.probabilities(np.array([rule.threshold]))[0] == pytest.approx(0.5)


def test_the_probabilities_are_those_of_the_paper() -> None:
    """Azadi et al., equation 7, with their epsilon at the highest score only, and any gamma."""
    scores = np.array([-3.0, -1.0, 0.5, 1.9])
    rule = Rule(threshold=0.0, highest=2.0)

    def of_paper(score: float) -> float:
        return score - 2.0 - math.log(1 - math.exp(score - 2.0))

    expected = [1 / (1 + math.exp(-(of_paper(score) - of_paper(0.0)))) for score in scores]
    assert rule.probabilities(scores) == pytest.approx(expected, rel=1e-4)


def test_kept_pictures_are_distributed_as_real_ones_where_scores_are_the_density_ratio() -> None:
    """Generated numbers are N(0, 1), real ones N(0.7, 0.8): rejection turns the one into the other."""
    drawn = _scores(200_000)
    ratio = -((drawn - 0.7) ** 2) / (2 * 0.64) + drawn**2 / 2
    rule = Rule(ratio.max() - math.log(2), ratio.max())  # gamma is 0: plain rejection sampling
    kept = drawn[np.random.default_rng(1).random(len(drawn)) < rule.probabilities(ratio)]
    assert kept.mean() == pytest.approx(0.7, abs=0.05) and kept.std() == pytest.approx(0.8, abs=0.05)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_scores_of_any_size_are_numbers_that_can_be_computed_with(scale: float) -> None:
    scores = scale * _scores()
    with np.errstate(all="raise", under="ignore"):
        rule = rule_for(scores, 0.25, 1.0)
        chances = rule.probabilities(scores)
    assert np.isfinite(chances).all() and chances.mean() == pytest.approx(0.25, abs=0.01)


def test_a_higher_score_than_any_before_is_kept_and_hardly_changes_the_others() -> None:
    scores = _scores()
    rule = rule_for(scores, 0.25, 1.0)
    higher = rule.knowing(np.array([9.0]))
    assert higher.highest == 9.0 and higher.probabilities(np.array([9.0]))[0] > 0.99
    assert higher.share(scores) == pytest.approx(0.25, abs=0.03)
    assert rule.knowing(np.array([-9.0])) == rule


def test_the_best_share_is_exactly_the_best() -> None:
    rule = rule_for(np.arange(100.0), 0.25, math.inf)
    assert rule.probabilities(np.arange(100.0)).tolist() == [0.0] * 75 + [1.0] * 25


@pytest.mark.parametrize("slope", SLOPES)
def test_of_scores_that_are_all_the_same_some_are_kept(slope: float) -> None:
    assert rule_for(np.full(50, 3.0), 0.25, slope).share(np.full(50, 3.0)) > 0


@pytest.mark.parametrize("share", [0.0, -1.0, 1.01, math.nan, math.inf, 0.001])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(UsageError, match=r"between 0.01 and 1"):
        rule_for(_scores(), share, 1.0)


@pytest.mark.parametrize("scores", [np.array([1.0, np.nan]), np.array([np.inf, 0.0]), np.zeros(0)])
def test_scores_that_are_no_numbers_are_refused(scores: Scores) -> None:
    with pytest.raises(UsageError, match="no numbers"):
        rule_for(scores, 0.5, 1.0)


def test_calibration_finds_how_scores_follow_the_density_ratio() -> None:
    """Of N(m, 1) and N(0, 1) the logarithm of the ratio grows by m with each unit; scores are squeezed and moved."""
    real, fake = _scores(20_000, 1, mean=1.5), _scores(5_000, 2)
    assert calibrated_slope(0.5 * real + 7, 0.5 * fake + 7) == pytest.approx(3.0, rel=0.05)


def test_scores_that_a_threshold_parts_have_a_finite_slope() -> None:
    slope = calibrated_slope(np.linspace(1, 2, 50), np.linspace(-2, -1, 50))
    assert math.isfinite(slope) and slope > 1


@pytest.mark.parametrize("real", [_scores(500, 1, mean=-1.0), np.zeros(500)])
def test_a_discriminator_that_prefers_generated_pictures_cannot_choose(real: Scores) -> None:
    with pytest.raises(UsageError, match="cannot choose"):
        calibrated_slope(real, _scores(500, 2) if real.any() else np.zeros(500))
