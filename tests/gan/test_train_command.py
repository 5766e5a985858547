"""``train``: what makes a new run, a resumed one or a branch, and what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from gan.model.config import ModelConfig
from gan.train.config import Parent, TrainConfig
from gan.train.presets import PRESETS
from gan.train.run import Run
from tests.gan.tiny import fail, succeed

TINY = ("--data", "sprites", "--limit", 32, "--image-size", 16, "--ngf", 4, "--ndf", 4, "--z-dim", 4,
        "--batch-size", 8, "--threads", 1, "--device", "cpu", "--state-steps", 5, "--seed", 1)  # fmt: skip


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    """Training sets the threads of the whole process."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A run of 20 steps, its state kept after every fifth."""
    succeed(capsys, "train", "--run", tmp_path / "A", *TINY, "--steps", 20)
    return Run.open(tmp_path / "A")


def test_cut_and_resumed_ends_in_the_same_bytes(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    succeed(capsys, "train", "--run", tmp_path / "B", *TINY, "--steps", 10)
    succeed(capsys, "train", "--run", tmp_path / "B", "--resume", "--steps", 20)
    snapshots = [one.snapshots()[-1].path.read_bytes() for one in (run, Run.open(tmp_path / "B"))]
    assert snapshots[0] == snapshots[1]


def test_a_branch_starts_at_a_kept_state(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [state.step for state in run.states()] == [5, 10, 15, 20]
    out = succeed(
        capsys, "train", "--branch-from", run.folder, "--from-step", 10, "--run", tmp_path / "B", "--lr-g", 0.01
    )
    branch = Run.open(tmp_path / "B")
    assert "from step 10, until 20 steps" in out
    assert branch.config.parent == Parent(str(run.folder), 10)
    assert (branch.config.lr_g, branch.config.lr_d) == (0.01, run.config.lr_d)
    assert branch.snapshots()[-1].path.read_bytes() != run.snapshots()[-1].path.read_bytes()


def test_a_branch_that_changes_nothing_ends_as_its_parent(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    succeed(capsys, "train", "--branch-from", run.folder, "--from-step", 5, "--run", tmp_path / "B")
    weights, others = (load_file(one.state_path) for one in (run, Run.open(tmp_path / "B")))
    assert all(torch.equal(tensor, others[name]) for name, tensor in weights.items())


def test_a_branch_starts_at_the_newest_state(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = succeed(capsys, "train", "--branch-from", run.folder, "--run", tmp_path / "B", "--steps", 22)
    assert "from step 20, until 22 steps" in out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("--branch-from A --from-step 7", "has no state of step 7; there are 5, 10, 15, 20"),
        ("--branch-from A --ngf 8", "a branch keeps its networks; leave out ngf"),
        ("--branch-from A --preset look", "leave out --resume and --preset"),
        ("--branch-from A --resume", "leave out --resume and --preset"),
        ("--branch-from B", "is not a run folder"),
        ("--from-step 5", "belongs to --branch-from"),
        ("--resume --preset look", "leave --preset out"),
        ("--preset nonsense", "invalid choice"),
    ],
)
def test_what_is_refused(
    run: Run,
    words: str,
    complaint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, line = fail(capsys, tmp_path, "train", "--run", tmp_path / "C", *words.split())
    assert status == 2
    assert complaint in line


def test_a_preset_is_where_settings_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    succeed(capsys, "train", "--run", tmp_path / "A", "--preset", "look", "--limit", 8, "--steps", 1, "--ngf", 4)
    config, preset = Run.open(tmp_path / "A").config, PRESETS[0].config
    assert (config.steps, config.minutes, config.model.ngf) == (1, None, 4)
    assert (config.model.ndf, config.model.image_size) == (preset.model.ndf, preset.model.image_size)


def test_a_preset_leaves_the_colours_to_the_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--preset", "article", "--data", "sprites", "--limit", 8, "--steps", 1, "--ngf", 4, "--ndf", 4)
    succeed(capsys, "train", "--run", tmp_path / "A", *words)
    config = Run.open(tmp_path / "A").config
    assert (config.model.image_size, config.model.channels, config.data) == (28, 3, "sprites")


def test_a_run_that_has_not_begun_is_started(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = TrainConfig(data="sprites", limit=8, steps=2, epochs=None, model=ModelConfig(16, 3, 4, 4, 4))
    run = Run.create(tmp_path / "A", config)
    assert "from step 0, until 2 steps" in succeed(capsys, "train", "--run", run.folder, "--resume")
    assert run.snapshots()[-1].step == 2


@pytest.mark.parametrize(
    ("config", "complaint"),
    [
        (TrainConfig(data="gone"), "'gone' is neither a data set nor a folder"),
        (TrainConfig(device="abacus"), "abacus"),
    ],
)
def test_what_could_not_begin_is_left_as_it_was(
    config: TrainConfig, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run.create(tmp_path / "A", config)
    status, line = fail(capsys, tmp_path, "train", "--run", run.folder, "--resume")
    assert status == 2 and complaint in line
    assert not run.has_begun
