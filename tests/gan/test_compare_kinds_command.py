"""``python -m gan compare-kinds``."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gan.model.cost import parameter_count
from gan.model.kinds import KINDS
from gan.train import events
from gan.train.run import Run, RunState
from gan.train.twins import open_twins
from tests.gan.data.writing import write_pictures
from tests.gan.tiny import fail, succeed

Capture = pytest.CaptureFixture[str]
LEFT_OPEN = ("--ngf", 4, "--ndf", 4, "--z-dim", 8, "--batch-size", 8, "--device", "cpu",
             "--precision", "fp32", "--channels", 1, "--image-size", 28, "--seed", 3)  # fmt: skip
TINY = (*LEFT_OPEN, "--threads", 1)
SHORT, COUNT = ("--minutes", 0.005), ("--count", 64)


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    """Training sets the threads of the whole process."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Eighty grey pictures of 28 px."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    random = np.random.default_rng(0)
    for number in range(80):
        Image.fromarray(random.integers(0, 256, (28, 28), np.uint8)).save(folder / f"{number}.png")
    return folder


def test_both_are_trained_measured_and_drawn(pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "pair"
    printed = succeed(capsys, "compare-kinds", "--data", pictures, "--out", out, *TINY, *SHORT, *COUNT)
    lines = {line[:17].strip(): line[17:].split() for line in printed.splitlines()}
    assert "Each trained for 0.005 minutes on 80 pictures of pictures, seed 3." in printed
    assert "64 pictures of each, held to these in the feature space grey." in printed
    assert lines["parameters of G"] == [f"{parameter_count(run.config.model.blocks):,}" for _, run in open_twins(out)]
    assert all(float(value) > 0 for value in (lines["FID"][0], lines["FID"][3]))
    assert len(lines["precision"]) == len(lines["recall"]) == 3 * 3 + 3
    for kind, run in open_twins(out):
        assert (run.state(), run.config.model.kind, run.config.seed) == (RunState.FINISHED, kind, 3)
    grids, weights = (Image.open(out / name) for name in ("pictures.png", "weights.png"))
    assert grids.size == (2 * (8 * 30 - 2) + 16, 8 * 30 - 2)
    assert weights.size[0] == 2 * (8 * 30 - 2) + 16 and weights.mode == "RGB"
    assert "Fully connected left, DCGAN right" in printed


def test_again_it_measures_what_is_there_and_as_json(pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "pair"
    succeed(capsys, "compare-kinds", "--data", pictures, "--out", out, *TINY, *SHORT, "--train-only")
    assert not (out / "pictures.png").exists()
    found = json.loads(succeed(capsys, "compare-kinds", "--out", out, *COUNT, "--json"))
    assert [each["kind"] for each in found["networks"]] == list(KINDS)
    for each in found["networks"]:
        assert each["steps"] == Run.open(Path(each["run"])).snapshots()[-1].step
        assert each["pictures_seen"] == 8 * each["steps"] and each["evaluation"]["generated"] == 64
        assert {"fid", "precision", "recall"} <= each["evaluation"]["values"].keys()
    assert found["seed"] == 3 and found["minutes"] == 0.005 and found["real"]["name"] == "real pictures"
    assert json.loads(succeed(capsys, "compare-kinds", "--out", out, *COUNT, "--json")) == found


@pytest.mark.parametrize(("given", "threads"), [((), 1), (("--threads", 2), 2)])
def test_processor_time_is_that_of_one_thread(
    pictures: Path, tmp_path: Path, capsys: Capture, given: tuple[object, ...], threads: int
) -> None:
    out = tmp_path / "pair"
    words = ("compare-kinds", "--data", pictures, "--out", out, *LEFT_OPEN, *SHORT, "--train-only", "--processor-time")
    succeed(capsys, *words, *given)
    assert [run.config.threads for _, run in open_twins(out)] == [threads, threads]


def test_ctrl_c_saves_both_and_the_same_command_goes_on(
    pictures: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, append = tmp_path / "pair", Run.append

    def interrupted(run: Run, event: events.TrainEvent) -> None:
        append(run, event)
        if isinstance(event, events.StepLogged) and event.step > 3:
            os.kill(os.getpid(), signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(Run, "append", interrupted)
        words = ("compare-kinds", "--data", pictures, "--out", out, *TINY, "--minutes", 5)
        assert "both are stopped, with everything saved" in succeed(capsys, *words)
    stopped = [event for _, run in open_twins(out) for event in run.events() if isinstance(event, events.Stopped)]
    assert stopped
    minutes = max(event.elapsed for event in stopped) / 60 + 0.05
    succeed(capsys, "compare-kinds", "--out", out, "--minutes", minutes, "--train-only")
    assert [run.state() for _, run in open_twins(out)] == [RunState.FINISHED] * 2
    assert max(run.snapshots()[-1].step for _, run in open_twins(out)) > max(event.step for event in stopped)


def test_what_cannot_be_is_one_line(pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "pair"
    succeed(capsys, "compare-kinds", "--data", pictures, "--out", out, *TINY, *SHORT, "--train-only")
    for words, told in (
        (("--out", out, "--lr-g", 0.5, "--ngf", 8), "the two networks keep their lr_g, ngf"),
        (("--out", pictures), "is not an empty folder"),
        (("--out", tmp_path / "new", "--data", tmp_path / "nowhere"), "neither a data set nor a folder"),
        (("--out", out, "--count", 3), "at least 64"),
        (("--out", out, "--space", "nonsense"), "invalid choice"),
        (("--out", out, "--kind", "convolutional"), "unrecognized arguments"),
        (("--data", pictures), "required: --out"),
    ):
        status, line = fail(capsys, tmp_path, "compare-kinds", *words)
        assert status == 2 and told in line, line


def test_too_few_pictures_are_told_of_before_training(tmp_path: Path, capsys: Capture) -> None:
    write_pictures(tmp_path / "few", 3)
    words = ("compare-kinds", "--data", tmp_path / "few", "--out", tmp_path / "pair", *TINY, *SHORT)
    status, line = fail(capsys, tmp_path / "few", *words)
    assert status == 2 and "3 pictures are too few to measure by, it takes 64" in line
    assert not any(run.has_begun for _, run in open_twins(tmp_path / "pair"))
