"""What the curves keep of a run, whether a panel shows it or not."""

from pathlib import Path

import pytest

from app.runs.runs import Runs
from app.toolkit.workspace import Workspace
from app.train.curves.curves import Curves
from gan.train import events
from tests.gan.tiny import make_run, step_logged

D_WINS = events.Diagnosed(300, "d-wins", "D wins.", "Lower the learning rate of D.")


@pytest.fixture
def runs(prompt_workspace: Workspace) -> Runs:
    return prompt_workspace.runs


def test_a_run_is_replayed_and_another_one_begins_anew(curves: Curves, runs: Runs, tmp_path: Path) -> None:
    runs.controller.attach(make_run(tmp_path / "one"))
    assert curves.data.count == 120
    runs.controller.forget()
    assert curves.data.count == 0


def test_only_what_curves_show_is_a_change(curves: Curves, runs: Runs) -> None:
    changes: list[int] = []
    curves.changed.connect(lambda: changes.append(curves.data.count))
    runs.controller.arrived.emit([events.Warned("hm")])
    runs.controller.arrived.emit([step_logged(1)])
    assert changes == [1]


def test_the_newest_diagnosis_stands_until_it_is_dismissed(curves: Curves, runs: Runs) -> None:
    runs.controller.arrived.emit([events.Diagnosed(200, "stuck", "Nothing learned.", "Wait."), D_WINS])
    runs.controller.arrived.emit([step_logged(301)])
    assert curves.diagnosis == D_WINS
    curves.dismiss()
    assert curves.diagnosis is None


def test_other_runs_are_read_whole(curves: Curves, runs: Runs, tmp_path: Path) -> None:
    folders = [make_run(tmp_path / name).folder for name in ("cats", "dogs")]
    runs.library.compare_curves(folders)
    assert {name: data.count for name, data in curves.compared.items()} == {"cats": 120, "dogs": 120}
    curves.compare_nothing()
    assert curves.compared == {}


def test_a_run_that_is_gone_is_told_of(curves: Curves, runs: Runs, tmp_path: Path) -> None:
    told: list[str] = []
    runs.failed.connect(told.append)
    runs.library.compare_curves([tmp_path / "gone"])
    assert "is not a run folder" in told[0] and curves.compared == {}
