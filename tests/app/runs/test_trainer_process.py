"""The trainer's process, and the command line that starts it."""

import os
import shlex
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.runs.trainer_process import (
    LaunchError,
    TrainerProcess,
    as_typed,
    launch,
    train_arguments,
)
from app.work.priority import NICENESS
from gan.__main__ import build_parser
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from tests.app.trainers import end


def test_a_run_starts_from_its_folder_only(tmp_path: Path) -> None:
    args = build_parser().parse_args(train_arguments(tmp_path / "a run"))
    assert args.folder == tmp_path / "a run" and args.resume
    assert not any(hasattr(args, info.name) for info in (*TrainConfig.infos(), *ModelConfig.infos()))


def test_a_command_can_be_typed() -> None:
    arguments = train_arguments(Path("/runs/a run's folder (ä)"))
    assert shlex.split(as_typed(arguments)) == ["python", "-m", "gan", *arguments]


Start = Callable[..., TrainerProcess]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts ``python -m gan`` with some words; the processes end with the test."""
    started: list[TrainerProcess] = []

    def launch_one(*words: str) -> TrainerProcess:
        started.append(launch(list(words), tmp_path / "errors" / "run.txt"))
        return started[-1]

    yield launch_one
    for trainer in started:
        end(trainer)


def test_last_words_are_the_error_alone(start: Start) -> None:
    trainer = start("info", "no such thing")
    assert trainer.is_alive()
    assert trainer.process.wait(60) == 2
    assert not trainer.is_alive()
    assert trainer.last_words().startswith("'no such thing' is no bundled model")


def test_a_trainer_that_said_nothing_has_no_last_words(start: Start) -> None:
    trainer = start("--help")
    assert trainer.process.wait(60) == 0
    assert trainer.last_words() == ""
    trainer.error_path.unlink()
    assert trainer.last_words() == ""


@pytest.mark.skipif(os.name == "nt", reason="sessions and nice values are Unix's")
def test_a_trainer_stands_back_and_on_its_own_feet(start: Start) -> None:
    trainer = start("--help")
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, trainer.process.pid) == max(own, NICENESS)
    assert os.getsid(trainer.process.pid) == trainer.process.pid


def test_a_trainer_can_be_ended(start: Start) -> None:
    trainer = start("--help")
    trainer.end()
    assert trainer.process.wait(30) == -signal.SIGTERM
    trainer.end()  # once it is gone there is nobody to tell
    assert not trainer.is_alive()


def test_a_program_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python"))
    with pytest.raises(LaunchError, match=r"cannot start a trainer: .*no-python"):
        launch(["--help"], tmp_path / "errors.txt")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LaunchError, match="cannot start a trainer"):
        launch(["--help"], tmp_path / "file" / "errors.txt")
