"""Which directions the pad goes along, saved with the session."""

import json

import pytest
from pytestqt.qtbot import QtBot

from app.explore.pad.pad_choice import PadChoice
from app.explore.pad.pad_panel import PadPanel
from app.explore.pad.tool import PAD
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError


def test_what_was_chosen_comes_back(workspace: Workspace, qtbot: QtBot) -> None:
    changes: list[bool] = []
    workspace.parts.changed.connect(lambda: changes.append(True))
    choice = PAD.start(workspace)
    panel = PadPanel(workspace.session, workspace.directions, choice, workspace.actions)
    qtbot.addWidget(panel)
    panel.random_button.click()
    panel.boxes[1].setCurrentText("Dimension 3")
    assert changes
    saved = json.loads(json.dumps(workspace.parts.to_json()))
    assert saved["pad"] == {"directions": ["Random 1", "Dimension 3"], "seed": 1}
    panel.boxes[0].setCurrentText("Dimension 5")
    choice.from_json(saved, 8)()
    assert [box.currentText() for box in panel.boxes] == ["Random 1", "Dimension 3"]
    choice.from_json({}, 8)()
    assert choice.names == ("Random 1", "Dimension 3")


@pytest.mark.parametrize("saved", [7, {"directions": ["one"], "seed": 0}, {"directions": ["a", "b"], "seed": "x"}])
def test_what_does_not_belong_there_is_refused(saved: object) -> None:
    with pytest.raises(LatentariumError):
        PadChoice().from_json({"pad": saved}, 8)
