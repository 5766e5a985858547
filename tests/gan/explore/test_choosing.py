"""Random points of which some are kept."""

import math

import numpy as np
import pytest

from gan.errors import UsageError
from gan.explore.acceptance import Basis, Scores
from gan.explore.choosing import Judged, Judging, Space, Survey, TooFewChosenError, choose, survey
from gan.explore.latent import Latent, sample_z
from gan.images import Picture
from gan.model.architecture import Distribution

SPACE = Space(4)


def _judge(z: Latent) -> tuple[Picture, Scores]:
    """Pictures of one pixel, the greater the brighter; the score is the first number of z."""
    brightness = np.clip(128 + 40 * z[:, 0], 0, 255).astype(np.uint8)
    return brightness.reshape(-1, 1, 1, 1), z[:, 0].astype(np.float64)


def _surveyed(*, is_ratio: bool = True, count: int = 512) -> Survey:
    return survey(_judge, SPACE, is_ratio=is_ratio, count=count)


@pytest.mark.parametrize("distribution", Distribution)
def test_chosen_points_are_those_of_the_seed_without_what_is_turned_away(distribution: Distribution) -> None:
    space = Space(4, distribution)
    choice = choose(_judge, space, survey(_judge, space, is_ratio=True), 0.25, 7, 40, shown=10_000)
    drawn = sample_z(choice.drawn, 4, 7, distribution)
    numbers = [int(np.flatnonzero((drawn == z).all(axis=1))[0]) for z in choice.kept.z]
    assert numbers == sorted(numbers) and numbers[-1] == choice.drawn - 1
    rest = np.delete(drawn, numbers, axis=0)
    assert np.array_equal(np.sort(rest[:, 0]), choice.rejected.scores.astype(np.float32))
    assert choice.turned_away == len(rest) == choice.drawn - 40


def test_the_same_seed_chooses_the_same_and_the_first_do_not_depend_on_how_many_are_asked_for() -> None:
    found = _surveyed()
    few, many = (choose(_judge, SPACE, found, 0.25, 3, count) for count in (10, 90))
    assert np.array_equal(few.kept.z, many.kept.z[:10])
    assert not np.array_equal(few.kept.z, choose(_judge, SPACE, found, 0.25, 4, 10).kept.z)


@pytest.mark.parametrize("is_ratio", [True, False])
@pytest.mark.parametrize("share", [0.1, 0.5, 1.0])
def test_about_the_wanted_share_is_kept(share: float, is_ratio: bool) -> None:
    choice = choose(_judge, SPACE, _surveyed(is_ratio=is_ratio), share, 0, 200)
    assert 200 / choice.drawn == pytest.approx(share, rel=0.2)


def test_the_share_comes_out_even_if_the_sample_was_unlike_what_is_drawn() -> None:
    def better(z: Latent) -> tuple[Picture, Scores]:
        pictures, scores = _judge(z)
        return pictures, scores + 0.5

    kept = 20_000
    assert kept / choose(better, SPACE, _surveyed(count=256), 0.2, 0, kept).drawn == pytest.approx(0.2, abs=0.01)


def test_what_is_kept_has_better_scores_than_what_is_not() -> None:
    choice = choose(_judge, SPACE, _surveyed(), 0.25, 0, 200, shown=1000)
    assert choice.kept.scores.mean() > choice.rejected.scores.mean() + 0.5


def test_rejected_are_the_worst_with_the_worst_first_and_as_many_as_are_asked_for() -> None:
    choice, everything = (choose(_judge, SPACE, _surveyed(), 0.25, 0, 100, shown=shown) for shown in (5, 10_000))
    assert len(choice.rejected) == 5
    assert np.array_equal(choice.rejected.scores, np.sort(everything.rejected.scores)[:5])


def test_the_survey_is_the_same_each_time_and_none_of_what_a_seed_draws() -> None:
    first, second = _surveyed(), _surveyed()
    assert np.array_equal(first.sample.z, second.sample.z) and np.array_equal(first.lots, second.lots)
    assert not (first.sample.z[:, None] == sample_z(100, 4, 0)[None]).all(axis=2).any()


@pytest.mark.parametrize("count", [1, 64, 100])
def test_as_many_points_are_surveyed_as_asked_for_and_progress_is_told(count: int) -> None:
    told: list[tuple[int, int]] = []
    assert len(survey(_judge, SPACE, count=count, report=lambda *so_far: told.append(so_far)).sample) == count
    assert told[-1] == (count, count)


def test_real_pictures_go_before_what_the_loss_says_and_that_goes_before_the_order() -> None:
    real = np.random.default_rng(0).normal(1, 1, 300)
    assert survey(_judge, SPACE, is_ratio=True, of_real=real).basis is Basis.CALIBRATED
    assert survey(_judge, SPACE, is_ratio=True).basis is Basis.RATIO
    assert survey(_judge, SPACE).basis is Basis.ORDER
    assert survey(_judge, SPACE, of_real=real).slope == pytest.approx(1.0, abs=0.15)
    assert all(basis.explanation for basis in Basis)


def test_of_the_surveyed_the_wanted_share_is_kept() -> None:
    found = _surveyed(count=1024)
    assert found.kept(found.rule(0.25)).mean() == pytest.approx(0.25, abs=0.04)


def test_a_discriminator_that_keeps_almost_nothing_is_given_up() -> None:
    """What it is shown later is far worse than what was surveyed."""

    def worse(z: Latent) -> tuple[Picture, Scores]:
        pictures, scores = _judge(z)
        return pictures, scores - 1000

    with pytest.raises(TooFewChosenError, match=r"kept 0, far fewer than it should"):
        choose(worse, SPACE, _surveyed(), 0.5, 0, 10)


def test_scores_that_are_no_numbers_end_it() -> None:
    def broken(z: Latent) -> tuple[Picture, Scores]:
        return _judge(z)[0], np.full(len(z), math.nan)

    with pytest.raises(UsageError, match="no numbers"):
        survey(broken, SPACE)
    with pytest.raises(UsageError, match="no numbers"):
        choose(broken, SPACE, _surveyed(), 0.5, 0, 1)


def test_sorting_keeps_point_picture_and_score_together() -> None:
    z = sample_z(20, 4, 1)
    judged = Judged(z, *_judge(z))
    for sheet, ordered in ((judged.best_first(), False), (judged.worst_first(), True)):
        assert sheet.scores.tolist() == sorted(judged.scores, reverse=not ordered)
        assert np.array_equal(sheet.z[:, 0].astype(np.float64), sheet.scores)


def test_what_a_judge_draws_need_not_fill_a_batch() -> None:
    judging: Judging = _judge
    assert len(choose(judging, SPACE, _surveyed(), 1.0, 0, 1).kept) == 1
