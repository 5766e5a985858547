"""A team learns as one process would from the whole batch, BatchNorm and all."""

import copy
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
import torch
from torch import Tensor
from torch.nn.modules.batchnorm import _BatchNorm

from gan.model.parts import FlatBatchNorm
from gan.train.joint_statistics import joint_statistics, side_by_side
from gan.train.team import ALONE, Team
from tests.gan.train.ranks import ROOT, Ranks

STEPS = """
import dataclasses, sys, numpy, torch
from gan.data.sprites import make_sprites
from gan.devices import pick_device
from gan.model.config import ModelConfig
from gan.train.batches import Batches, Feed
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness
from gan.train.gathering import gathered, leave
from gan.train.trainer import Trainer

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
images, labels = make_sprites(128, image_size=16, channels=3)[0], numpy.arange(128) % 3

def trained(team, *, model, **settings):
    device = pick_device(sys.argv[2], team.local_rank)
    model = ModelConfig(16, 3, z_dim=4, ngf=4, ndf=4, d_norm="batch", **model)
    config = TrainConfig(batch_size=64, seed=1, precision="fp32", model=model, **settings)
    randomness = Randomness(config.seed, device)
    batches = Batches(images, 64, randomness, labels=labels if config.labels else None, team=team)
    feed = Feed(batches, randomness, 4, team)
    trainer = Trainer(config, device, team)
    losses = []
    for step in range(4):
        real, z, classes = feed.batch(step)
        real = real.double()
        if step == 3:
            losses += dataclasses.astuple(trainer.scores(real, z, classes))
        trainer.learn(real, z, classes)
        losses += list(trainer.metrics.take().values())
    if device.type == "cuda":
        losses += list(trainer.metrics.take().values())
    return losses, trainer.generator.state_dict(), trainer.discriminator.state_dict(), trainer.ema.state_dict()

KINDS = {
    "dcgan": {"model": {}, "augment": True},
    "deep": {"model": {"d_layout": "deep"}, "loss": "relativistic"},
    "sndcgan": {"model": {"d_layout": "sndcgan"}, "loss": "hinge"},
    "fully-connected": {"model": {"kind": "fully-connected"}},
    "with classes": {"model": {"class_names": ("a", "b", "c")}, "labels": True},
    "with penalties": {"model": {}, "r1": 1.0, "r2": 1.0, "penalty_every": 2},
}
with gathered() as team:
    found = {name: trained(team, **settings) for name, settings in KINDS.items()}
    torch.save(found, f"{sys.argv[1]}-{team.size}-{team.rank}.pt")
leave(team)
"""


def learned(folder: Path, device: str) -> list[dict]:
    """What one process has learned from each batch, and what each of two has from its part."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", STEPS, folder / "of", device], env=environment, check=True)
    for status, _, err in Ranks("-c", STEPS, folder / "of", device).end():
        assert status == 0, err
    return [torch.load(folder / f"of-{name}.pt", map_location="cpu") for name in ("1-0", "2-0", "2-1")]


def assert_close(expected: dict, found: dict, tolerance: float) -> None:
    """Losses, opinions and lengths of gradients of four steps, and all weights and statistics after them."""
    for name, (losses, *networks) in expected.items():
        assert len(losses) >= 4 * 7
        assert losses == pytest.approx(found[name][0], rel=tolerance, abs=tolerance), name
        for network, same in zip(networks, found[name][1:], strict=True):
            assert network.keys() == same.keys()
            for key, tensor in network.items():
                assert torch.allclose(tensor, same[key], rtol=tolerance, atol=tolerance), (name, key)


@pytest.mark.slow
def test_two_halves_of_a_batch_are_the_whole(tmp_path: Path) -> None:
    alone, first, second = learned(tmp_path, "cpu")
    assert_close(alone, first, 1e-5)
    assert_close(first, second, 0.0)


@pytest.mark.cuda
@pytest.mark.slow
@pytest.mark.skipif(torch.cuda.device_count() < 2, reason="needs two CUDA devices")
def test_two_halves_of_a_batch_are_the_whole_on_two_cards(tmp_path: Path) -> None:
    alone, first, second = learned(tmp_path, "cuda")
    assert_close(alone, first, 1e-5)
    assert_close(first, second, 0.0)


class Meeting:
    """Where two threads exchange what each has."""

    def __init__(self) -> None:
        self.parts: list[Tensor] = [torch.empty(0)] * 2
        self.barrier = threading.Barrier(2, timeout=60)
        self.sums = 0


class Threads(Team):
    """A team whose processes are threads that share a :class:`Meeting`, their ``group``."""

    def add_up(self, *tensors: Tensor) -> None:
        (numbers,) = tensors
        self.group.sums += 1
        self.group.parts[self.rank] = numbers.detach().clone()
        self.group.barrier.wait()
        numbers.copy_(self.group.parts[0] + self.group.parts[1])
        self.group.barrier.wait()


def in_two_threads(work: Callable[[Team], Tensor], meeting: Meeting | None = None) -> Tensor:
    """What ``work`` gives in both, one after the other."""
    meeting = meeting or Meeting()
    with ThreadPoolExecutor(2) as threads:
        return torch.cat([*threads.map(work, (Threads(rank, 2, group=meeting) for rank in range(2)))])


@pytest.fixture(params=["NumPy", "torch"])
def arithmetic(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is used for few numbers: on CPU, and on other devices."""
    if request.param == "torch":
        monkeypatch.setattr("gan.train.joint_statistics._few", Tensor.detach)


@pytest.mark.usefixtures("arithmetic")
@pytest.mark.parametrize(
    ("dtype", "tolerance"), [(torch.float64, 1e-12), (torch.float32, 1e-5), (torch.bfloat16, 0.05)], ids=str
)
@pytest.mark.parametrize("kind", [torch.nn.BatchNorm2d, FlatBatchNorm])
def test_gradients_of_parts(kind: type[_BatchNorm], dtype: torch.dtype, tolerance: float) -> None:
    """Of the outcome, and of a penalty on a gradient, by which gradients are differentiated once more."""
    torch.manual_seed(0)
    maps = torch.randn(8, 3, 2, 2, dtype=dtype) * 3 + 5
    norm = kind(3 if kind is torch.nn.BatchNorm2d else 12)
    norm = norm.double() if dtype is torch.float64 else norm

    def slopes(team: Team) -> Tensor:
        ours = copy.deepcopy(norm)
        part = team.part(maps).clone().requires_grad_(True)
        with joint_statistics(team, ours):
            (slope,) = torch.autograd.grad(ours(part).pow(3).sum(), part, create_graph=dtype is not torch.bfloat16)
            if slope.requires_grad:
                (slope,) = torch.autograd.grad(slope.square().sum(), part)
        return slope

    assert torch.allclose(in_two_threads(slopes), slopes(ALONE), rtol=tolerance, atol=tolerance * 10)


@pytest.mark.usefixtures("arithmetic")
@pytest.mark.parametrize("kind", [torch.nn.BatchNorm2d, FlatBatchNorm])
def test_batches_side_by_side(kind: type[_BatchNorm]) -> None:
    """They are as one after the other, gradients of gradients and running statistics too, by half of the sums."""
    torch.manual_seed(0)
    real, fake = torch.randn(8, 3, 2, 2).double() * 3 + 5, torch.randn(8, 3, 2, 2).double()
    norm = kind(3 if kind is torch.nn.BatchNorm2d else 12).double()

    def learned(team: Team, *, at_once: bool) -> Tensor:
        ours = copy.deepcopy(norm)
        parts = [team.part(batch).clone().requires_grad_(True) for batch in (real, fake)]
        with joint_statistics(team, ours):
            if at_once:
                with side_by_side(team, ours, 2):
                    normalised = ours(torch.cat(parts))
            else:
                normalised = torch.cat([ours(part) for part in parts])
            slopes = torch.autograd.grad(normalised.pow(3).sum(), parts, create_graph=True)
            penalties = torch.autograd.grad(torch.cat(slopes).square().sum(), parts)
        assert ours.running_mean is not None and ours.running_var is not None
        numbers = (normalised, *slopes, *penalties, ours.running_mean, ours.running_var)
        return torch.cat([each.detach().flatten() for each in numbers])

    one, other = Meeting(), Meeting()
    together = in_two_threads(partial(learned, at_once=True), one)
    assert torch.allclose(together, in_two_threads(partial(learned, at_once=False), other), rtol=1e-10)
    assert one.sums * 2 == other.sums


def test_one_process_uses_batch_norm_as_it_is() -> None:
    norm = torch.nn.BatchNorm2d(3)
    with joint_statistics(ALONE, norm):
        assert "forward" not in vars(norm)
