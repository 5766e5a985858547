"""How the pictures of a run are brought into shape."""

import shutil
from dataclasses import replace
from pathlib import Path

from gan.data.pictures import Crop, PictureFormat
from gan.train.config import TrainConfig
from gan.train.loading import seen_format
from gan.train.run import Run
from tests.gan.tiny import COLOUR

CONFIG = TrainConfig(data="cats", crop="whole", background="black", value_range="200..3800", model=COLOUR)
SHAPED = PictureFormat(16, 3, (0, 0, 0), Crop.WHOLE, "200..3800")


def test_pictures_are_seen_as_the_run_had_them() -> None:
    assert seen_format(Run(Path("gone"), CONFIG), COLOUR) == SHAPED
    assert seen_format(None, COLOUR) == PictureFormat(16, 3)


def test_the_range_that_was_measured_since_the_run_was_opened_counts(tmp_path: Path) -> None:
    opened = Run.create(tmp_path / "run", replace(CONFIG, value_range="auto"))
    opened.with_config(CONFIG)
    assert seen_format(opened, COLOUR) == SHAPED
    shutil.rmtree(opened.folder)
    assert seen_format(opened, COLOUR) == replace(SHAPED, value_range="auto")
