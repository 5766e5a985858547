"""Several processes that train one run."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.requests import Action
from gan.train.run import Run, RunState
from gan.train.team import ALONE, Team
from tests.gan.train.ranks import ROOT, Ranks
from tests.timing import wait_until

TINY = ("--data", "sprites", "--limit", "64", "--image-size", "16", "--ngf", "4", "--ndf", "4", "--z-dim", "4",
        "--batch-size", "8", "--threads", "1", "--device", "cpu", "--precision", "fp32", "--seed", "1")  # fmt: skip


def test_one_process_is_a_team_of_its_own() -> None:
    rows = torch.arange(6)
    assert torch.equal(ALONE.part(rows), rows)
    assert ALONE.share("word") == "word"
    assert ALONE.leads


def test_parts_are_the_batch() -> None:
    rows = torch.arange(8)
    parts = [Team(rank, 4).part(rows) for rank in range(4)]
    assert [part.tolist() for part in parts] == [[0, 1], [2, 3], [4, 5], [6, 7]]


@pytest.mark.parametrize("batch_size", [5, 2])
def test_a_batch_that_cannot_be_divided(batch_size: int) -> None:
    with pytest.raises(UsageError, match=f"a batch of {batch_size} cannot be divided into 2 equal parts"):
        Team(0, 2).check_divides(batch_size)


def test_gradients_of_several_machines_are_averaged_in_one_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no memory is shared; here two others have the same gradients as this process. Layouts of memory stay."""
    sums = []

    def all_reduce(numbers: torch.Tensor, group: object) -> None:
        sums.append(len(numbers))
        numbers.mul_(3)

    monkeypatch.setattr("torch.distributed.all_reduce", all_reduce)
    network = torch.nn.Conv2d(2, 3, 4).to(memory_format=torch.channels_last)
    network(torch.randn(1, 2, 5, 5)).square().sum().backward()
    gradients = [parameter.grad for parameter in network.parameters() if parameter.grad is not None]
    before = [gradient.clone() for gradient in gradients]
    told = Team(0, 3).average_gradients(network, torch.tensor(0.5), torch.tensor(2.0))
    assert [float(each) for each in told] == [0.5, 2.0]
    assert sums == [2 * 3 * 16 + 3 + 2]
    for gradient, expected in zip(gradients, before, strict=True):
        assert torch.allclose(gradient, expected) and gradient.stride() == expected.stride()


def test_the_gradients_of_others_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.distributed.all_reduce", lambda numbers, group: numbers.add_(6.0))
    network = torch.nn.Linear(2, 1)
    network(torch.tensor([[1.0, 2.0]])).sum().backward()
    (told,) = Team(0, 2).average_gradients(network, torch.tensor(4.0))
    assert network.weight.grad is not None and network.bias.grad is not None
    assert (network.weight.grad.tolist(), network.bias.grad.tolist(), float(told)) == ([[3.5, 4.0]], [3.5], 5.0)


def train_by_two(folder: Path, *words: object) -> Ranks:
    return Ranks("-m", "gan", "train", "--run", folder, *words)


ONE_STEP = """
import sys, numpy, torch
from gan.data.sprites import make_sprites
from gan.model.config import ModelConfig
from gan.train.batches import Batches, Feed
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness
from gan.train.gathering import gathered, leave
from gan.train.trainer import Trainer

torch.set_num_threads(1)
model = ModelConfig(16, 3, z_dim=4, ngf=4, ndf=4, d_norm="none", class_names=("a", "b", "c"))
config = TrainConfig(
    labels=True, batch_size=8, seed=1, precision="fp32", augment=True, mirror=True, r1=1.0, model=model
)
device = torch.device("cpu")
with gathered() as team:
    randomness = Randomness(config.seed, device)
    images, labels = make_sprites(64, image_size=16, channels=3)[0], numpy.arange(64) % 3
    batches = Batches(images, 8, randomness, labels=labels, mirror=True, team=team)
    trainer = Trainer(config, device, team)
    for block in trainer.generator.blocks:
        block.norm = torch.nn.Identity()
    trainer.learn(*Feed(batches, randomness, 4, team).batch(0))
    gradients = [[p.grad for p in network.parameters() if p.grad is not None]
                 for network in (trainer.discriminator, trainer.generator)]
    torch.save(gradients, f"{sys.argv[1]}-{team.size}-{team.rank}.pt")
leave(team)
"""


@pytest.mark.slow
def test_gradients_of_two_are_those_of_one_on_the_joined_batch(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", ONE_STEP, tmp_path / "of"], env=environment, check=True)
    for status, _, err in Ranks("-c", ONE_STEP, tmp_path / "of").end():
        assert status == 0, err
    alone, first, second = (torch.load(tmp_path / f"of-{name}.pt") for name in ("1-0", "2-0", "2-1"))
    for ours, others, expected in zip(first, second, alone, strict=True):
        assert len(expected) > 2
        for gradient, same, wanted in zip(ours, others, expected, strict=True):
            assert torch.equal(gradient, same)
            assert wanted.abs().max() > 0
            assert torch.allclose(gradient, wanted, rtol=1e-3, atol=1e-4 * wanted.abs().max().item())


@pytest.mark.slow
def test_two_train_pause_stop_and_one_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    ranks = train_by_two(folder, *TINY, "--steps", 1_000_000)
    run = started(folder, ranks)
    run.request(Action.PAUSE)
    wait_for(run, events.Paused)
    run.request(Action.STEP_D)
    run.request(Action.STEP_G)
    wait_for(run, events.StepTaken)
    run.request(Action.SET_LR, lr_g=1e-4)
    run.request(Action.RESUME)
    wait_for(run, events.Resumed)
    run.request(Action.STOP)
    (first, second) = ranks.end()
    assert (first[0], second[0]) == (0, 0), (first, second)
    assert "2 processes" in first[1]
    assert second[1] == ""
    assert run.state() is RunState.STOPPED
    last = run.events()[-1]
    assert isinstance(last, events.Stopped)
    steps = last.step + 5
    words = ("train", "--run", folder, "--resume", "--steps", steps)
    done = subprocess.run([sys.executable, "-m", "gan", *map(str, words)], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"finished at step {steps}" in done.stdout
    assert all(torch.isfinite(tensor).all() for tensor in load_file(run.state_path).values())


OUTLIVED = """
import atexit
from gan.train.gathering import leave
from gan.train.team import Team

@atexit.register
def fail():
    import os
    os.abort()

leave(Team(rank=1, size=SIZE))
"""


@pytest.mark.parametrize(("size", "status"), [(2, 0), (1, -signal.SIGABRT)])
def test_the_end_of_the_interpreter_does_not_fail_one_of_several(size: int, status: int) -> None:
    script = OUTLIVED.replace("SIZE", str(size))
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == status


@pytest.mark.slow
def test_two_start_a_run_that_has_not_begun(tmp_path: Path) -> None:
    model = ModelConfig(16, 3, z_dim=4, ngf=4, ndf=4)
    config = TrainConfig(limit=64, epochs=None, steps=5, batch_size=8, threads=1, device="cpu", model=model)
    run = Run.create(tmp_path / "run", config)
    (first, second) = train_by_two(run.folder, "--resume").end()
    assert (first[0], second[0]) == (0, 0), (first, second)
    assert "from step 0" in first[1] and run.state() is RunState.FINISHED


@pytest.mark.slow
def test_a_killed_process_ends_the_run_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    ranks = train_by_two(folder, *TINY, "--steps", 1_000_000, "--state-steps", 10)
    run = started(folder, ranks)
    wait_until(lambda: bool(run.states()), "a saved state")
    ranks.processes[1].send_signal(signal.SIGKILL)
    (first, _) = ranks.end()
    assert first[0] == 1
    assert "another process of this run has ended" in first[2] and first[2].count("\n") == 1, first[2]
    last = run.events()[-1]
    assert isinstance(last, events.Failed)
    assert "--resume" in last.message
    assert len(load_file(run.state_path)) > 10


def started(folder: Path, ranks: Ranks) -> Run:
    def has_begun() -> bool:
        assert ranks.processes[0].poll() is None, ranks.end()
        return (folder / "config.json").is_file()

    wait_until(has_begun, "the run's folder")
    run = Run.open(folder)
    wait_for(run, events.StepLogged)
    return run


def wait_for(run: Run, kind: type[events.TrainEvent]) -> None:
    wait_until(lambda: any(isinstance(event, kind) for event in run.events()), kind.__name__)
