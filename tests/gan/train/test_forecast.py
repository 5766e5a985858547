import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gan.data.imagesets import ImageSet, picture_count
from gan.images import save_png
from gan.train import forecast as forecast_module
from gan.train.config import TrainConfig
from gan.train.forecast import forecast
from gan.train.loop import train
from gan.train.run import Run
from tests.gan.tiny import fail, succeed


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few steps only; threads are put back."""
    before = torch.get_num_threads()
    monkeypatch.setattr(forecast_module, "MOST_SECONDS", 0.05)
    yield
    torch.set_num_threads(before)


def test_an_epoch_is_its_steps(config: TrainConfig) -> None:
    found = forecast(config, 10)
    assert found.device == "cpu (1 thread)"
    assert found.steps_per_epoch == 2
    assert 0 < found.seconds_per_step < 5
    assert found.seconds_per_epoch == 2 * found.seconds_per_step
    assert found.total_seconds == 6 * found.seconds_per_step
    assert found.memory is None or 50e6 < found.memory < 50e9


def test_the_first_limit_is_the_end(config: TrainConfig) -> None:
    found = forecast(replace(config, epochs=1, steps=1000, minutes=1000), 10)
    assert found.total_seconds == found.seconds_per_epoch
    assert forecast(replace(config, steps=None), 10).total_seconds is None


def test_the_disk_it_needs_is_what_it_takes(config: TrainConfig, run: Run, image_set: ImageSet) -> None:
    """Half a minute of ten steps, which save every fifth, is as good as those that are due by time."""
    list(train(run))
    state, snapshot = run.state_path.stat().st_size, run.snapshots()[-1].path.stat().st_size
    found = forecast(replace(config, steps=None, minutes=1.0, snapshot_seconds=5.0, state_seconds=30.0), 10).disk
    assert found is not None
    assert 0.7 < found / (5 * state + 13 * snapshot) < 1.3
    assert forecast(replace(config, steps=None), 10).disk is None


def test_fewer_pictures_than_a_batch(config: TrainConfig) -> None:
    assert forecast(config, 3).steps_per_epoch == 1


def test_pictures_are_counted_without_being_read(tmp_path: Path) -> None:
    assert picture_count("mnist") == 60_000
    assert picture_count("mnist", 100) == 100
    save_png(tmp_path / "a.png", np.zeros((8, 8, 1), np.uint8))
    (tmp_path / "b.png").write_bytes(b"broken")
    assert picture_count(str(tmp_path)) == 2


TINY = ("--image-size", 16, "--ngf", 4, "--ndf", 4, "--batch-size", 8, "--device", "cpu", "--threads", 1)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    out = succeed(capsys, "forecast", "--data", "sprites", *TINY, "--epochs", 2)
    assert "s a step on cpu (1 thread)" in out
    assert "an epoch of 20000 pictures (2500 steps)" in out
    assert "in all" in out


def test_the_command_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(succeed(capsys, "forecast", "--preset", "look", *TINY, "--limit", 64, "--json"))
    assert (found["pictures"], found["steps_per_epoch"], found["total_seconds"]) == (64, 8, 120)


def test_the_settings_of_a_run(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run = run.with_config(replace(run.config, data="sprites", limit=64, batch_size=8))
    found = json.loads(succeed(capsys, "forecast", "--config", run.folder / "config.json", "--json"))
    assert (found["pictures"], found["steps_per_epoch"], found["device"]) == (64, 8, "cpu (1 thread)")
    assert found["total_seconds"] == 6 * found["seconds_per_step"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("--config gone/config.json", "is not a run folder with a readable config.json"),
        ("--config gone/config.json --preset look", "--config holds every setting; leave out preset"),
        ("--config gone/config.json --ngf 4 --steps 5", "--config holds every setting; leave out ngf, steps"),
    ],
)
def test_settings_that_cannot_be_taken(
    words: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, line = fail(capsys, tmp_path, "forecast", *words.split())
    assert status == 2 and complaint in line


def test_what_cannot_be_trained_has_no_forecast(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fail(capsys, tmp_path, "forecast", "--data", "spirtes")[0] == 2
