"""``train``: what makes a new run, a resumed one or a branch, and what is refused."""

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

import gan
from gan.__main__ import main
from gan.images import save_png
from gan.model.config import ModelConfig
from gan.train.config import Parent, TrainConfig
from gan.train.events import Failed, Warned
from gan.train.launched import REQUEUE_STATUS
from gan.train.presets import PRESETS
from gan.train.run import Run, RunState
from tests.gan.data.writing import write_pictures
from tests.gan.tiny import fail, succeed
from tests.timing import wait_until

PROGRAM_FOLDER = Path(gan.__file__).parents[1]
TINY = ("--data", "sprites", "--limit", 32, "--image-size", 16, "--ngf", 4, "--ndf", 4, "--z-dim", 4,
        "--batch-size", 8, "--threads", 1, "--device", "cpu", "--state-steps", 5, "--seed", 1)  # fmt: skip


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    """Training sets the threads of the whole process."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a run of 20 steps, its state kept after every fifth."""
    folder = tmp_path_factory.mktemp("trained") / "A"
    assert main(list(map(str, ("train", "--run", folder, *TINY, "--steps", 20)))) == 0
    return folder


@pytest.fixture
def run(trained: Path, tmp_path: Path) -> Run:
    """A copy of it for one test."""
    return Run.open(shutil.copytree(trained, tmp_path / "A"))


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
        ("--branch-from A", "from step 20 has used up its 20 steps: step 20 was reached after"),
        ("--branch-from A", "give a larger limit, which counts from step 0, such as --steps 40"),
        ("--branch-from A --minutes 0.001", "such as --minutes "),
        ("--branch-from A --epochs 2", "has used up its 2 epochs"),
        ("--branch-from A --epochs 5 --batch-size 4 --from-step 5 --steps 5", "has used up its 5 steps"),
        ("--run A --resume", "has used up its 20 steps"),
        ("--run A --resume --steps 7", "has used up its 7 steps"),
        ("--run A --resume --steps 30 --ngf 8", "a resumed run keeps its ngf"),
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


def test_a_preset_may_follow_from_the_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pictures(tmp_path / "few", 3)
    words = ("--preset", "auto", "--data", tmp_path / "few", "--steps", 1, "--ngf", 4, "--lr-g", 0.5)
    succeed(capsys, "train", "--run", tmp_path / "A", *words)
    config = Run.open(tmp_path / "A").config
    assert (config.augment, config.model.image_size, config.model.ngf, config.lr_g) == (True, 64, 4, 0.5)
    assert config.model.d_layout == PRESETS[0].config.model.d_layout


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


def test_what_a_resumed_run_has_already_may_be_given(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert "finished at step 22" in succeed(capsys, "train", "--run", run.folder, "--resume", *TINY, "--steps", 22)


def test_a_run_that_is_being_trained_keeps_its_settings(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with run.training():
        status, line = fail(capsys, tmp_path, "train", "--run", run.folder, "--resume", "--steps", 70)
    assert status == 2 and "is being trained by another process" in line


def test_a_state_that_is_cut_off_is_no_start_of_a_branch(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run.kept_state_path(20).write_bytes(b"cut off")
    _, line = fail(capsys, tmp_path, "train", "--branch-from", run.folder, "--from-step", 20, "--run", tmp_path / "B")
    assert "the state of step 20 in" in line and "is cut off; there are 5, 10, 15" in line
    out = succeed(capsys, "train", "--branch-from", run.folder, "--run", tmp_path / "B")
    assert "from step 15, until 20 steps" in out


class TestOwnPictures:
    @pytest.fixture
    def own(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
        """A run of 5 steps on pictures that were named relative to the current folder."""
        monkeypatch.chdir(tmp_path)
        draw(tmp_path / "pics", 12)
        succeed(capsys, "train", "--run", "A", *TINY, "--data", "pics", "--steps", 5)
        return Run.open(tmp_path / "A")

    def test_their_place_is_absolute(
        self, own: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert own.config.data == str(tmp_path / "pics")
        draw(tmp_path / "other" / "pics", 3)
        monkeypatch.chdir(tmp_path / "other")
        assert "with 12 pictures" in succeed(capsys, "train", "--run", own.folder, "--resume", "--steps", 6)

    def test_where_they_have_been_moved_to(self, own: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "pics").rename(tmp_path / "moved")
        _, line = fail(capsys, tmp_path, "train", "--run", own.folder, "--resume", "--steps", 6)
        assert "name where they are now: --resume --data PLACE" in line
        succeed(capsys, "train", "--run", own.folder, "--resume", "--steps", 6, "--data", "moved")
        assert Run.open(own.folder).config.data == str(tmp_path / "moved")

    def test_others_are_refused(self, own: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        draw(tmp_path / "others", 12, side=23)
        words = ("train", "--run", own.folder, "--resume", "--steps", 6, "--data")
        assert "are not those that" in fail(capsys, tmp_path, *words, "others")[1]
        assert "was trained on" in fail(capsys, tmp_path, *words, "mnist")[1]

    def test_a_run_of_an_older_version(self, own: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        old = own.with_config(dataclasses.replace(own.config, data="pics"))
        old.pictures_path.unlink()
        _, line = fail(capsys, tmp_path, "train", "--run", old.folder, "--resume", "--steps", 6, "--data", "sprites")
        assert "was trained on pics" in line
        succeed(capsys, "train", "--run", old.folder, "--resume", "--steps", 6)
        assert old.pictures_path.is_file() and Run.open(old.folder).config.data == str(tmp_path / "pics")


class TestLeftAlone:
    """As a process of its own, whose terminal or reader goes away."""

    WORDS = ("train", "--run", "A", *map(str, TINY), "--channels", "1", "--steps")

    def start(self, folder: Path, steps: int) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "PYTHONPATH": str(PROGRAM_FOLDER)}
        command = [sys.executable, "-m", "gan", *self.WORDS, str(steps)]
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    @pytest.fixture
    def _hang_up_is_heard(self) -> Iterator[None]:
        """As in a terminal: below ``nohup`` the signal would be ignored in all that the tests start."""
        before = signal.signal(signal.SIGHUP, lambda *_: None)
        yield
        signal.signal(signal.SIGHUP, before)

    def warnings(self, folder: Path) -> list[str]:
        return [event.message for event in Run.open(folder / "A").events() if isinstance(event, Warned)]

    def test_a_reader_that_goes_away_ends_nothing(self, tmp_path: Path) -> None:
        with self.start(tmp_path, 20) as trainer:
            assert trainer.stdout is not None
            assert trainer.stdout.readline().startswith(b"training on")
            trainer.stdout.close()
            assert trainer.wait(60) == 0
        assert Run.open(tmp_path / "A").state() is RunState.FINISHED
        assert ["the run goes on" in told for told in self.warnings(tmp_path)] == [True]

    @pytest.mark.skipif(os.name == "nt", reason="no such signal there")
    @pytest.mark.usefixtures("_hang_up_is_heard")
    def test_a_terminal_that_is_closed_ends_nothing(self, tmp_path: Path) -> None:
        with self.start(tmp_path, 2000) as trainer:
            assert trainer.stdout is not None
            assert trainer.stdout.readline().startswith(b"training on")
            trainer.send_signal(signal.SIGHUP)
            assert trainer.stdout.readline().startswith(b"epoch")
            wait_until(lambda: self.warnings(tmp_path) != [], "the word on the closed terminal")
            trainer.send_signal(signal.SIGTERM)
            trainer.communicate(timeout=60)
        assert trainer.returncode == 0
        assert Run.open(tmp_path / "A").state() is RunState.STOPPED
        assert ["the terminal was closed" in told for told in self.warnings(tmp_path)] == [True]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "environment"), [("SIGUSR1", {}), ("SIGTERM", {"SLURM_JOB_ID": "7"})])
def test_what_a_scheduler_cuts_can_be_queued_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, environment: dict[str, str]
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    with TestLeftAlone().start(tmp_path, 1_000_000) as trainer:
        assert trainer.stdout is not None
        assert trainer.stdout.readline().startswith(b"training on")
        trainer.send_signal(getattr(signal, name))
        out, _ = trainer.communicate(timeout=60)
    assert trainer.returncode == REQUEUE_STATUS
    assert b"cut by the scheduler at step" in out
    run = Run.open(tmp_path / "A")
    assert run.state() is RunState.STOPPED and run.state_path.is_file()


class TestStartedAgain:
    """By torchrun or SLURM, with the words that it was started with."""

    @pytest.fixture(autouse=True)
    def launched(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TORCHELASTIC_RUN_ID", "job")

    def test_it_goes_on_and_is_finished_once(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        words = ("train", "--run", tmp_path / "A", "--preset", "look", *TINY)
        succeed(capsys, *words, "--steps", 10)
        assert "from step 10, until 20 steps" in succeed(capsys, *words, "--steps", 20)
        assert "has been trained for its 20 steps already" in succeed(capsys, *words, "--steps", 20)

    def test_where_nothing_was_saved_it_begins_anew(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        words = ("train", "--run", tmp_path / "A", *TINY, "--steps", 10)
        succeed(capsys, *words)
        run = Run.open(tmp_path / "A")
        run.state_path.unlink()
        run.append(Failed("another process of this run has ended"))
        assert "from step 0, until 10 steps" in succeed(capsys, *words)

    def test_another_run_is_left_alone(self, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        _, line = fail(capsys, tmp_path, "train", "--run", run.folder, *TINY, "--steps", 30, "--lr-g", 0.01)
        assert "keeps its lr_g" in line


def draw(folder: Path, count: int, side: int = 20) -> None:
    """Pictures of noise."""
    for number in range(count):
        noise = np.random.default_rng(number).integers(0, 256, (side, side + number % 3, 3), np.uint8)
        save_png(folder / f"{number}.png", noise)
