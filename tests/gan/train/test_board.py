import sys
from dataclasses import replace

import pytest

from gan.errors import UsageError
from gan.train import events, loop
from gan.train.board import scalars
from gan.train.loop import train
from gan.train.run import Run, RunState
from tests.gan.tiny import step_logged


def test_curves_have_the_names_of_the_metrics() -> None:
    names = [name for name, _, _ in scalars(step_logged(7))]
    assert names[:5] == ["d_loss", "g_loss", "d_real", "d_fake", "d_fake_after"]
    assert "grad_d" not in names  # not measured
    assert scalars(events.Measured(3, {"swd": 1.5, "diversity": 0.5})) == [("swd", 1.5, 3), ("diversity", 0.5, 3)]
    assert scalars(events.LearningRatesChanged(3, 0.1, 0.2, 9)) == [("lr_g", 0.1, 3), ("lr_d", 0.2, 3)]
    assert scalars(events.Paused(3)) == []


@pytest.mark.usefixtures("image_set")
def test_tensorboard_reads_what_a_run_wrote(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    run = run.with_config(replace(run.config, tensorboard=True))
    logged = [event for event in train(run) if isinstance(event, events.StepLogged)]
    board = accumulator.EventAccumulator(str(run.folder / "tensorboard"))
    board.Reload()
    for name in ("d_loss", "grad_g"):
        found = [(scalar.step, scalar.value) for scalar in board.Scalars(name)]
        assert found == [(event.step, pytest.approx(getattr(event, name))) for event in logged]


@pytest.mark.usefixtures("image_set")
def test_without_the_package_a_run_says_what_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    run = run.with_config(replace(run.config, tensorboard=True))
    with pytest.raises(UsageError, match="pip install tensorboard"):
        list(train(run))
    assert run.state() is RunState.FAILED


@pytest.mark.usefixtures("image_set")
def test_nobody_asked_for_it(run: Run) -> None:
    list(train(run))
    assert not (run.folder / "tensorboard").exists()
