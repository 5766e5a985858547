"""The trainer's process, and the command line that starts it."""

import os
import shlex
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.runs.trainer_process import (
    NICENESS,
    LaunchError,
    TrainerProcess,
    as_typed,
    launch,
    new_run_arguments,
    resume_arguments,
)
from gan.__main__ import build_parser
from gan.commands.train import LIMITS, new_run
from gan.data.imagesets import NAMED_SETS
from gan.errors import UsageError
from gan.images import save_png
from gan.model.config import LARGEST_SIZE, SMALLEST_SIZE, ModelConfig, stage_sizes
from gan.settings import SettingInfo
from gan.train.config import TrainConfig
from gan.train.losses import LOSSES
from tests.app.trainers import end

PICTURES = "my own pictures, 50% (ä)"


def is_size(size: int) -> bool:
    try:
        return bool(stage_sizes(size))
    except UsageError:
        return False


SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "image_size": st.sampled_from([size for size in range(SMALLEST_SIZE, LARGEST_SIZE + 1) if is_size(size)]),
    "data": st.sampled_from([*NAMED_SETS, PICTURES]),
    "device": st.sampled_from(["auto", "cpu"]),
}


def values_of(info: SettingInfo) -> st.SearchStrategy[Any]:
    """Everything that this setting can be, often what it is by default."""
    if info.name in SPECIAL:
        found = SPECIAL[info.name]
    elif info.choices is not None:
        found = st.sampled_from(info.choices)
    elif info.type is bool:
        found = st.booleans()
    elif info.type is int:
        found = st.integers(int(info.minimum or 0), int(info.maximum or 10**9))
    else:
        found = st.floats(info.minimum, info.maximum, allow_nan=False, allow_infinity=False)
    return st.one_of(st.none(), found) if info.optional else st.one_of(st.just(info.default), found)


def settings_of(kind: type[TrainConfig] | type[ModelConfig]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({info.name: values_of(info) for info in kind.infos()})


def goes_together(values: dict[str, Any], model: dict[str, Any]) -> bool:
    has_end = any(values[name] is not None for name in LIMITS)
    return has_end and (LOSSES[values["loss"]].mixes or model["d_norm"] != "batch")


configs = (
    st.tuples(settings_of(TrainConfig), settings_of(ModelConfig))
    .filter(lambda pair: goes_together(*pair))
    .map(lambda pair: TrainConfig(**pair[0], model=ModelConfig(**pair[1])))
)


def understood(arguments: list[str]) -> TrainConfig:
    """The config that the command line makes of ``arguments``, written into a run."""
    args = build_parser().parse_args(arguments)
    return new_run(args.folder, args).config


@given(config=configs)
def test_the_command_line_understands_every_config(config: TrainConfig) -> None:
    with tempfile.TemporaryDirectory() as place:
        if config.data == PICTURES:
            pictures = Path(place) / PICTURES
            save_png(pictures / "a.png", np.zeros((8, 8, 1), np.uint8))
            config = TrainConfig.from_dict(config.to_dict() | {"data": str(pictures)})
        folder = Path(place) / "a run's folder"
        arguments = new_run_arguments(config, folder)
        assert understood(arguments) == config
        assert (folder / "config.json").is_file()
        assert shlex.split(as_typed(arguments)) == ["python", "-m", "gan", *arguments]


def test_sizes_are_not_left_to_the_pictures(tmp_path: Path) -> None:
    config = TrainConfig(data="mnist")
    assert understood(new_run_arguments(config, tmp_path / "run")).model == ModelConfig(32, 3)


def test_only_what_differs_is_named(tmp_path: Path) -> None:
    config = TrainConfig(minutes=5, epochs=None, mirror=True, model=ModelConfig(64, ngf=32))
    typed = as_typed(new_run_arguments(config, Path("/runs/a b")))
    assert typed == (
        "python -m gan train --run '/runs/a b' --data sprites --minutes 5.0 --mirror"
        " --image-size 64 --channels 3 --ngf 32"
    )


def test_a_config_without_an_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a run needs an end"):
        new_run_arguments(TrainConfig(epochs=None), tmp_path / "run")


def test_resuming_names_nothing_but_the_run(tmp_path: Path) -> None:
    args = build_parser().parse_args(resume_arguments(tmp_path / "a run"))
    assert args.folder == tmp_path / "a run" and args.resume
    assert not any(hasattr(args, info.name) for info in (*TrainConfig.infos(), *ModelConfig.infos()))


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
