import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from gan.train.randomness import Randomness, seed_of

CPU = torch.device("cpu")


@given(st.integers(0, 2**31), st.integers(0, 10**9))
def test_seeds_are_those_torch_takes(run_seed: int, index: int) -> None:
    assert 0 <= seed_of(run_seed, "noise", index) < 2**63


def test_a_seed_stays_the_same_in_every_version() -> None:
    """Runs that were begun with an earlier version must go on as they would have."""
    assert seed_of(0, "noise", 1) == 4331743028374165210


def test_purposes_and_steps_have_seeds_of_their_own() -> None:
    seeds = {seed_of(run, purpose, index) for run in (0, 1) for purpose in ("noise", "order") for index in range(50)}
    assert len(seeds) == 200


def test_noise_depends_on_seed_step_and_purpose_only() -> None:
    randomness = Randomness(1, CPU)
    first = randomness.noise(5, 3, step=7)
    randomness.noise(5, 3, step=8)
    randomness.order(10, 0)
    assert torch.equal(randomness.noise(5, 3, step=7), first)
    assert torch.equal(Randomness(1, CPU).noise(5, 3, step=7), first)
    for other in (
        Randomness(2, CPU).noise(5, 3, step=7),
        randomness.noise(5, 3, step=6),
        randomness.noise(5, 3, 7, "samples"),
    ):
        assert not torch.equal(other, first)


def test_noise_is_standard_normal() -> None:
    noise = Randomness(0, CPU).noise(500, 100, 0)
    assert (noise.shape, noise.dtype) == ((500, 100), torch.float32)
    assert noise.mean().item() == pytest.approx(0, abs=0.02)
    assert noise.std().item() == pytest.approx(1, abs=0.02)


def test_an_order_is_a_permutation_and_differs_by_epoch() -> None:
    randomness = Randomness(0, CPU)
    orders = [randomness.order(50, epoch) for epoch in range(3)]
    for order in orders:
        assert torch.equal(order.sort().values, torch.arange(50))
    assert not torch.equal(orders[0], orders[1])
    assert torch.equal(orders[2], Randomness(0, CPU).order(50, 2))


def test_coins_are_fair() -> None:
    coins = Randomness(0, CPU).coins(10_000, 1)
    assert coins.dtype == torch.bool
    assert coins.float().mean().item() == pytest.approx(0.5, abs=0.03)


def test_torchs_own_random_state_is_left_alone() -> None:
    before = torch.random.get_rng_state()
    randomness = Randomness(0, CPU)
    randomness.noise(2, 2, 0)
    randomness.order(5, 0)
    randomness.coins(5, 0)
    assert torch.equal(torch.random.get_rng_state(), before)
