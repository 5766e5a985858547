"""Directions as sliders."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.directions.direction_row import STRIP_POSITIONS
from app.explore.directions.directions_panel import DirectionsPanel
from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scoring import DirectionScoring
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.explore.directions import Directions, load_directions, save_directions
from gan.explore.methods import METHODS
from gan.layers.edits import parse_edit
from gan.model.config import ModelConfig
from tests.app.layouts import save_layout
from tests.gan.tiny import COLOUR, save_tiny


@pytest.fixture
def workspace(prompt_workspace: Workspace, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """What is to be found is found at once."""
    monkeypatch.setattr("gan.explore.discovery.SAMPLES", 100)
    prompt_workspace.open(str(tiny_model))
    return prompt_workspace


@pytest.fixture
def found(workspace: Workspace) -> FoundDirections:
    return FoundDirections(workspace.session, workspace.background)


@pytest.fixture
def scoring(workspace: Workspace, found: FoundDirections) -> DirectionScoring:
    return DirectionScoring(workspace.session, workspace.background, found)


@pytest.fixture
def panel(session: Session, found: FoundDirections, scoring: DirectionScoring, qtbot: QtBot) -> DirectionsPanel:
    panel = DirectionsPanel(session, found, scoring)
    qtbot.addWidget(panel)
    panel.resize(370, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def axes() -> Directions:
    return Directions("axes", np.eye(3, 8, dtype=np.float32), np.full(3, 0.1, np.float32), ("one", "two", "three"))


@pytest.mark.parametrize("method", METHODS)
def test_find_makes_a_row_for_each(
    panel: DirectionsPanel, found: FoundDirections, session: Session, qtbot: QtBot, method: str
) -> None:
    assert panel.hint.isVisible() and not panel.save_button.isEnabled()
    panel.method_box.setCurrentIndex(panel.method_box.findData(method))
    qtbot.mouseClick(panel.find_button, Qt.MouseButton.LeftButton)
    assert len(panel.rows) == 8
    directions = found.current
    assert directions is not None and directions.method == method
    assert directions.model == "tiny, step 20" and panel.origin.text().startswith("Of tiny, step 20, by ")
    assert not panel.hint.isVisible() and session.undo_stack.undoText() == "find directions"


def test_a_slider_moves_along_its_direction(panel: DirectionsPanel, found: FoundDirections, session: Session) -> None:
    found.show(axes())
    z = session.z
    panel.rows[1].slider.setValue(150)
    z[1] = 1.5
    assert session.z == pytest.approx(z)
    assert panel.rows[1].value.text() == "+1.50 σ"
    assert session.undo_stack.undoText() == "two"
    session.set_component(1, -2.0)
    assert panel.rows[1].slider.value() == -200, "it follows the sliders of z"


def test_other_directions_have_other_names_and_shares(panel: DirectionsPanel, found: FoundDirections) -> None:
    found.show(axes())
    assert panel.rows[2].share.text() == "10.0%"
    vectors, shares = np.eye(2, 8, dtype=np.float32), np.array([0.25, 0.05], np.float32)
    found.show(Directions("axes", vectors, shares, ("four", "five")))
    assert [(row.name.text(), row.share.text()) for row in panel.rows] == [("four", "25.0%"), ("five", "5.0%")]


def test_strips_show_the_walk_and_a_click_goes_there(
    panel: DirectionsPanel, found: FoundDirections, session: Session, qtbot: QtBot
) -> None:
    found.show(axes())
    strip = panel.rows[2].strip
    panel.draw_now()
    assert (strip.image.width(), strip.image.height()) == (7 * 28 + 6, 28)
    place = strip.picture_rect()
    last = QPoint(place.right() - 3, place.center().y())
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=last)
    assert session.z[2] == pytest.approx(STRIP_POSITIONS[-1])


def test_names_are_kept_in_a_file(
    panel: DirectionsPanel,
    found: FoundDirections,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found.show(axes())
    panel.rows[0].name.selectAll()
    qtbot.keyClicks(panel.rows[0].name, "slant")
    qtbot.keyClick(panel.rows[0].name, Qt.Key.Key_Return)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert load_directions(tmp_path / "mine.npz").names == ("slant", "two", "three")
    session.undo_stack.undo()
    assert panel.rows[0].name.text() == "one"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "mine.npz"), ""))
    qtbot.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    assert panel.rows[0].name.text() == "slant"


def test_directions_of_another_latent_space_are_refused(
    panel: DirectionsPanel,
    found: FoundDirections,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found.show(axes())
    other = Directions("axes", np.eye(2, 5, dtype=np.float32), np.full(2, 0.1, np.float32), ("a", "b"))
    save_directions(tmp_path / "other.npz", other)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "other.npz"), ""))
    told: list[str] = []
    session.failed.connect(told.append)
    qtbot.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    assert told == ["these directions are for a z of 5, but this generator has a z of 8"]
    assert len(panel.rows) == 3


def test_another_latent_space_has_none(
    panel: DirectionsPanel, workspace: Workspace, found: FoundDirections, tmp_path: Path
) -> None:
    found.show(axes())
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert panel.rows == [] and found.current is None


class TestScores:
    """The table of what directions do to known factors."""

    def test_a_generator_of_sprites(
        self,
        panel: DirectionsPanel,
        workspace: Workspace,
        found: FoundDirections,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"data": "sprites"})
        model = save_tiny(tmp_path / "s.safetensors", COLOUR)
        monkeypatch.setattr("app.explore.directions.scoring.LABELS_READ", 400)
        monkeypatch.setattr("gan.measure.factors.EPOCHS", 1)
        monkeypatch.setattr("gan.measure.direction_scores.WALKS", 2)
        workspace.open(str(model))
        assert not panel.score_button.isEnabled()
        found.show(axes())
        qtbot.mouseClick(panel.score_button, Qt.MouseButton.LeftButton)
        dialog = panel.scores
        assert dialog is not None and dialog.isVisible()
        assert dialog.table.columnCount() == 3 and dialog.table.rowCount() > 5
        model_of_table, across = dialog.table.model(), Qt.Orientation.Horizontal
        assert [model_of_table.headerData(column, across) for column in range(3)] == ["one", "two", "three"]
        assert "factors of sprites" in dialog.words.text()
        for row in range(dialog.table.rowCount()):
            cells = [model_of_table.index(row, column) for column in range(3)]
            strengths = [abs(float(cell.data().split("\n")[0])) for cell in cells]
            bold = [cell.data(Qt.ItemDataRole.FontRole).bold() for cell in cells]
            assert bold.count(True) == 1 and strengths[bold.index(True)] == max(strengths)
        words = dialog.words.text()
        assert words.startswith("Of s. ") and "Something else" not in words
        workspace.session.edits.add(parse_edit("block2:1=0"))
        assert dialog.words.text().startswith("Of s. Something else is open by now")
        workspace.session.undo_stack.undo()
        assert dialog.words.text() == words
        found.show(None)
        assert "Something else is open by now" in dialog.words.text()

    def test_unknown_data_is_told(
        self,
        panel: DirectionsPanel,
        workspace: Workspace,
        found: FoundDirections,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"step": 3})
        workspace.open(str(save_tiny(tmp_path / "s.safetensors", COLOUR)))
        found.show(axes())
        qtbot.mouseClick(panel.score_button, Qt.MouseButton.LeftButton)
        assert panel.scores is not None and "not known what this generator learned" in panel.scores.words.text()


class TestWhoseTheyAre:
    """Directions outlive their generator; their shares do not."""

    def test_another_generator_hides_the_shares(
        self, panel: DirectionsPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
    ) -> None:
        qtbot.mouseClick(panel.find_button, Qt.MouseButton.LeftButton)
        before = [row.share.text() for row in panel.rows]
        workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
        assert panel.origin.text().startswith("Of tiny, step 20, by ") and "find them again" in panel.origin.text()
        assert {row.share.text() for row in panel.rows} == {"–"}
        qtbot.mouseClick(panel.find_button, Qt.MouseButton.LeftButton)
        after = [row.share.text() for row in panel.rows]
        assert panel.origin.text().startswith("Of other, step 120, by ") and "–" not in after and after != before

    def test_the_other_method_has_other_shares(self, panel: DirectionsPanel, qtbot: QtBot) -> None:
        shares = []
        for method in METHODS:
            panel.method_box.setCurrentIndex(panel.method_box.findData(method))
            qtbot.mouseClick(panel.find_button, Qt.MouseButton.LeftButton)
            assert METHODS[method].title in panel.origin.text()
            shares.append([row.share.text() for row in panel.rows])
        assert shares[0] != shares[1]

    def test_edits_are_not_theirs(self, panel: DirectionsPanel, session: Session, qtbot: QtBot) -> None:
        qtbot.mouseClick(panel.find_button, Qt.MouseButton.LeftButton)
        session.edits.add(parse_edit("block2:1=0"))
        assert panel.origin.text().startswith("Of tiny, step 20 without its edits, by ")


def test_a_uniform_z_is_measured_in_its_own_deviations(
    panel: DirectionsPanel, found: FoundDirections, workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    workspace.open(str(save_layout(tmp_path, "uniform")))
    found.show(Directions("axes", np.eye(3, 6, dtype=np.float32), np.full(3, 0.1, np.float32), ("a", "b", "c")))
    assert panel.rows[1].value.text() == f"{session.z[1] * 3**0.5:+.2f} σ"
    panel.rows[1].slider.setValue(150)
    assert session.z[1] == pytest.approx(1.5 / 3**0.5)
