"""What is said of pictures that nothing much can be learned from, and what is kept of those with more than 8 bits."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan.data.base import ImageSet
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from gan.train.doctor import ALIKE
from gan.train.events import Diagnosed, Measured, StepLogged, TrainEvent, Warned
from gan.train.loop import train
from gan.train.picture_check import tell_of_set
from gan.train.run import Run
from gan.train.wording import few_steps_text
from tests.gan.data.writing import write_deep, write_picture, write_pictures

SMALL = TrainConfig(
    batch_size=32, steps=2, epochs=None, sample_count=16, threads=1, model=ModelConfig(image_size=16, ngf=4, ndf=4)
)


def trained(folder: Path, config: TrainConfig, *, resume: bool = False) -> list[TrainEvent]:
    run = Run.open(folder) if resume else Run.create(folder, config)
    return list(train(run.with_config(replace(run.config, steps=config.steps)), resume=resume))


@pytest.mark.parametrize(
    ("pictures", "changes", "expected"),
    [
        (10, {}, "10 pictures: an epoch is one step, so 20 epochs are 20 steps, too few to learn much;"),
        (300, {}, "300 pictures: an epoch is 4 steps, so 20 epochs are 80 steps,"),
        (20_000, {}, ""),
        (10, {"epochs": 500}, ""),
        (10, {"epochs": None, "minutes": 5}, ""),
        (10, {"steps": 50}, ""),
        (0, {}, ""),
    ],
)
def test_few_pictures_make_few_steps(pictures: int, changes: dict[str, int | None], expected: str) -> None:
    text = few_steps_text(replace(TrainConfig(), **changes), pictures)  # type: ignore[arg-type]
    assert text.startswith(expected) and bool(text) == bool(expected)


def test_a_run_says_so_at_its_start(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 10)
    config = replace(SMALL, data=str(tmp_path / "own"), steps=None, epochs=2)
    run = Run.create(tmp_path / "run", config)
    warned = [event.message for event in train(run) if isinstance(event, Warned)]
    assert [message.split(",")[0] for message in warned] == ["10 pictures: an epoch is one step"]


def test_forty_times_the_same_picture(tmp_path: Path) -> None:
    for number in range(40):
        write_picture(tmp_path / "own" / f"{number}.png")
    arrived = trained(tmp_path / "run", replace(SMALL, data=str(tmp_path / "own")))
    (diagnosed,) = [event for event in arrived if isinstance(event, Diagnosed)]
    assert (diagnosed.step, diagnosed.kind) == (0, ALIKE.kind)
    assert not [event for event in arrived if isinstance(event, Measured)], "there is nothing to measure by"
    assert [event for event in arrived if isinstance(event, StepLogged)]


@pytest.mark.parametrize(("difference", "alike"), [(0, True), (1, True), (8, False)])
def test_how_little_is_no_difference(difference: int, alike: bool) -> None:
    pictures = np.full((40, 1, 16, 16), 100, np.uint8)
    pictures[::2, :, :, ::2] += np.uint8(difference)
    told = [event for event in tell_of_set(0, SMALL, ImageSet("a", pictures)) if isinstance(event, Diagnosed)]
    assert bool(told) == alike


def test_the_measured_range_is_kept_in_the_run_though_the_folder_grows(tmp_path: Path) -> None:
    for number in range(3):
        write_deep(tmp_path / "own" / f"{number}.png", 200, 3800)
    config = replace(SMALL, data=str(tmp_path / "own"))
    trained(tmp_path / "run", config)
    assert Run.open(tmp_path / "run").config.value_range == "200..3800"
    write_deep(tmp_path / "own" / "late.png", 0, 65535)
    trained(tmp_path / "run", replace(config, steps=4), resume=True)
    assert Run.open(tmp_path / "run").config.value_range == "200..3800"


def test_a_run_on_8_bits_keeps_no_range(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 3)
    trained(tmp_path / "run", replace(SMALL, data=str(tmp_path / "own")))
    assert Run.open(tmp_path / "run").config.value_range == "auto"


def test_a_config_from_before_there_were_ranges() -> None:
    values = SMALL.to_dict()
    del values["value_range"]
    assert TrainConfig.from_dict(values) == SMALL
