"""Forecasts in the window: by a real measurement, and by what goes wrong."""

import pytest
from pytestqt.qtbot import QtBot

from app.runs import forecaster
from app.session.session import Session
from app.train.training.training_panel import UNMEASURED, TrainingPanel
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig

CONFIG = TrainConfig(data="sprites", batch_size=4, model=ModelConfig(16, 1, z_dim=4, ngf=4, ndf=4))


@pytest.mark.slow
def test_a_real_measurement(empty_session: Session, qtbot: QtBot) -> None:
    job = forecaster.forecast_job(CONFIG)
    with qtbot.waitSignal(job.succeeded, timeout=100_000) as measured:
        empty_session.background.start(job)
    assert measured.args[0].startswith("about ") and "GB of memory" in measured.args[0]


@pytest.fixture
def panel(empty_session: Session, qtbot: QtBot) -> TrainingPanel:
    panel = TrainingPanel(empty_session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def pretend(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    original = forecaster._measure
    monkeypatch.setattr(forecaster, "_measure", lambda job, _: original(job, ["/bin/sh", "-c", program]))


def test_the_answer_stands_beside_start(panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, 'echo \'{"seconds_per_epoch": 12, "total_seconds": 120, "memory": 600000000}\'')
    panel.forecast_button.click()
    assert panel.forecast_label.text() == "Measuring…"
    qtbot.waitUntil(lambda: panel.forecast_label.text() != "Measuring…", timeout=10_000)
    assert panel.forecast_label.text() == "about 12 s an epoch, 2 min in all, 0.6 GB of memory"
    panel.form.limit_edit.setText("7")
    assert panel.forecast_label.text() == UNMEASURED


def test_what_goes_wrong_is_said(panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, "echo 'python -m gan: there is no cuda:7' >&2; exit 2")
    panel.forecast_button.click()
    qtbot.waitUntil(lambda: panel.forecast_label.text() == "there is no cuda:7", timeout=10_000)


def test_other_settings_end_a_measurement(panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, "exec sleep 60")
    panel.forecast_button.click()
    job = panel._forecast
    assert job is not None
    with qtbot.waitSignal(job.cancelled, timeout=10_000):
        panel.form.limit_edit.setText("7")
    assert panel.forecast_label.text() == UNMEASURED


@pytest.mark.parametrize(("seconds", "text"), [(0.2, "1 s"), (89, "89 s"), (240, "4 min"), (9000, "2.5 h")])
def test_rough_times(seconds: float, text: str) -> None:
    facts = {"seconds_per_epoch": seconds, "total_seconds": None, "memory": None}
    assert forecaster.forecast_text(facts) == f"about {text} an epoch"
