"""Forecasts in the window: by a real measurement, and by what goes wrong."""

import json
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.runs import forecaster
from app.toolkit.workspace import Workspace
from app.work.background import Job
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from tests.app.forecasts import pretend_forecast
from tests.app.words import english_words, half_width

CONFIG = TrainConfig(data="sprites", batch_size=4, model=ModelConfig(16, 1, z_dim=4, ngf=4, ndf=4))
FACTS = {"pictures": 300, "seconds_per_epoch": 12, "total_seconds": 120, "memory": 600_000_000}


@pytest.fixture
def job(empty_workspace: Workspace) -> Job:
    return forecaster.forecast_job(CONFIG)


@pytest.mark.slow
def test_a_real_measurement(job: Job, empty_workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(job.succeeded, timeout=100_000) as measured:
        empty_workspace.background.start(job)
    assert measured.args[0].startswith("about ") and "GB of memory" in measured.args[0]


def test_it_is_asked_with_every_setting(
    job: Job, empty_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    asked = tmp_path / "asked.json"
    pretend_forecast(monkeypatch, f"cp \"$2\" '{asked}'; echo '{json.dumps(FACTS)}'")
    with qtbot.waitSignal(job.succeeded, timeout=10_000) as measured:
        empty_workspace.background.start(job)
    assert measured.args == ["about 12 s an epoch, 2 min in all, 0.6 GB of memory"]
    assert TrainConfig.from_dict(json.loads(asked.read_text())) == CONFIG


def test_a_note_is_told_in_the_language_of_the_window(
    chinese: None, job: Job, empty_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_forecast(monkeypatch, f"echo '{json.dumps(FACTS | {'pictures': 8})}'")
    with qtbot.waitSignal(job.succeeded, timeout=10_000) as measured:
        empty_workspace.background.start(job)
    assert "8 张图片" in measured.args[0]
    assert not english_words(measured.args[0]) and not half_width(measured.args[0])


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("echo 'python -m gan: there is no cuda:7' >&2; exit 2", "there is no cuda:7"),
        ("exit 1", "the measurement ended without a word"),
    ],
)
def test_what_goes_wrong_is_said(
    job: Job, empty_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, program: str, words: str
) -> None:
    pretend_forecast(monkeypatch, program)
    with qtbot.waitSignal(job.failed, timeout=10_000) as failed:
        empty_workspace.background.start(job)
    assert failed.args == [words]


def test_a_measurement_can_be_ended(
    job: Job, empty_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_forecast(monkeypatch, "exec sleep 60")
    with qtbot.waitSignal(job.cancelled, timeout=10_000):
        empty_workspace.background.start(job)
        job.cancel()


@pytest.mark.parametrize(("seconds", "text"), [(0.2, "1 s"), (89, "89 s"), (240, "4 min"), (9000, "2.5 h")])
def test_rough_times(seconds: float, text: str) -> None:
    facts = {"seconds_per_epoch": seconds, "total_seconds": None, "memory": None}
    assert forecaster.forecast_text(facts) == f"about {text} an epoch"
