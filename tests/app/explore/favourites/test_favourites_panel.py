"""Keeping points and coming back to them."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.explore.favourites.favourites import Favourites
from app.explore.favourites.favourites_panel import ENOUGH, FavouritesPanel
from app.explore.favourites.suggestions import COUNT
from app.session.session import Session
from app.toolkit.actions import Actions
from app.toolkit.workspace import Workspace
from app.window.main_window import MainWindow
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny

BLACK = Edit("block2", (), 0.0, inverted=True)


@pytest.fixture
def favourites(session: Session) -> Favourites:
    return Favourites(session)


@pytest.fixture
def panel(session: Session, favourites: Favourites, qtbot: QtBot) -> FavouritesPanel:
    panel = FavouritesPanel(session, favourites, Actions())
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def points(panel: FavouritesPanel, session: Session, qtbot: QtBot) -> np.ndarray:
    """Two kept points; the session is elsewhere."""
    points = sample_z(3, 8, 4)
    for z in points[:2]:
        session.set_z(z)
        qtbot.mouseClick(panel.keep_button, Qt.MouseButton.LeftButton)
    session.set_z(points[2])
    return points


def click(panel: FavouritesPanel, row: int, qtbot: QtBot) -> None:
    place = panel.list.visualItemRect(panel.list.item(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_empty_panel_says_what_to_do(panel: FavouritesPanel) -> None:
    assert panel.hint.isVisible() and "Ctrl+D" in panel.hint.text()
    assert not panel.remove_button.isEnabled() and not panel.note.isEnabled()


def test_random_points_are_there_to_begin_with(
    panel: FavouritesPanel, session: Session, qtbot: QtBot, favourites: Favourites
) -> None:
    suggestions = panel.suggestions
    assert suggestions.isVisible() and not panel.list.isVisible() and not panel.note.isVisible()
    qtbot.waitUntil(lambda: not suggestions.list.item(0).icon().isNull())
    place = suggestions.list.visualItemRect(suggestions.list.item(2)).center()
    qtbot.mouseClick(suggestions.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert np.array_equal(session.z, suggestions.points[2]) and session.undo_stack.undoText() == "go to a random point"
    qtbot.mouseClick(panel.keep_button, Qt.MouseButton.LeftButton)
    assert np.array_equal(favourites.points, suggestions.points[2:3])
    assert panel.list.isVisible() and suggestions.isVisible(), "one may keep several of them"


def test_other_random_points(panel: FavouritesPanel, qtbot: QtBot) -> None:
    before = panel.suggestions.points
    qtbot.mouseClick(panel.suggestions.others_button, Qt.MouseButton.LeftButton)
    assert panel.suggestions.points.shape == before.shape and not np.array_equal(panel.suggestions.points, before)


def test_random_points_make_room_for_what_was_kept(
    panel: FavouritesPanel, session: Session, favourites: Favourites
) -> None:
    for z in sample_z(ENOUGH, 8, 3):
        assert panel.suggestions.isVisible()
        favourites.add(z)
    assert not panel.suggestions.isVisible()


def test_random_points_are_of_the_open_latent_space(
    panel: FavouritesPanel, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", ModelConfig(28, 1, z_dim=5, ngf=4, ndf=4))))
    assert panel.suggestions.points.shape == (COUNT, 5)


def test_a_click_goes_back(panel: FavouritesPanel, points: np.ndarray, session: Session, qtbot: QtBot) -> None:
    assert [panel.list.item(row).text() for row in range(2)] == ["Point 1", "Point 2"]
    assert not panel.hint.isVisible()
    click(panel, 0, qtbot)
    assert np.array_equal(session.z, points[0])
    assert session.undo_stack.undoText() == "go to Point 1"


def thumbnail(panel: FavouritesPanel, row: int) -> QImage:
    return panel.list.item(row).icon().pixmap(72).toImage()


def test_a_thumbnail_keeps_the_edits_that_it_was_kept_with(
    panel: FavouritesPanel, points: np.ndarray, session: Session, qtbot: QtBot
) -> None:
    before = thumbnail(panel, 0)
    session.edits.add(BLACK)
    assert thumbnail(panel, 0) == before
    session.set_z(points[0])
    qtbot.mouseClick(panel.keep_button, Qt.MouseButton.LeftButton)
    session.edits.clear()
    assert thumbnail(panel, 0) == before and thumbnail(panel, 2) != before


def test_thumbnails_of_earlier_versions_follow_the_edits(
    panel: FavouritesPanel, favourites: Favourites, session: Session
) -> None:
    favourites.from_json({"favourites": [{"name": "old", "note": "", "z": session.z.tolist()}]}, 8)()
    before = thumbnail(panel, 0)
    session.edits.add(BLACK)
    assert thumbnail(panel, 0) != before


def test_going_back_brings_the_edits_back_in_one_step(
    panel: FavouritesPanel, points: np.ndarray, session: Session, qtbot: QtBot
) -> None:
    session.edits.add(BLACK)
    z = session.z
    click(panel, 0, qtbot)
    assert np.array_equal(session.z, points[0]) and session.edits.current == ()
    session.undo_stack.undo()
    assert np.array_equal(session.z, z) and session.edits.current == (BLACK,)


def press(widget: QWidget, key: str, qtbot: QtBot) -> None:
    qtbot.keySequence(widget, QKeySequence(key))


def test_undo_in_a_note_is_about_its_text_first_and_nothing_is_undone_for_good(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    window.workspace.actions["favourites.keep"].run()
    window.show_panel("favourites")
    note = window.panel("favourites", FavouritesPanel).note
    window.activateWindow()
    note.setFocus()
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "wide")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    press(note, "Ctrl+Z", qtbot)
    assert note.text() == "" and session.undo_stack.canUndo()
    session.undo_stack.undo()
    assert note.text() == "wide"
    session.undo_stack.undo()
    assert note.text() == ""
    press(note, "Ctrl+Shift+Z", qtbot)
    assert note.text() == "wide", "the line has nothing to do again, so the window does"
    press(note, "Ctrl+Z", qtbot)
    assert note.text() == ""


def give_keyboard(panel: FavouritesPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)


def test_names_and_notes(
    panel: FavouritesPanel, favourites: Favourites, points: np.ndarray, session: Session, qtbot: QtBot
) -> None:
    click(panel, 1, qtbot)
    give_keyboard(panel, qtbot)
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Smile")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: favourites.current[1].name == "Smile")
    qtbot.keyClicks(panel.note, "wide")
    assert favourites.current[1].note == "wide"
    click(panel, 0, qtbot)
    assert panel.note.text() == ""
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert favourites.current[1].note == ""


def test_delete_removes_and_undo_brings_back(
    panel: FavouritesPanel, favourites: Favourites, points: np.ndarray, session: Session, qtbot: QtBot
) -> None:
    click(panel, 0, qtbot)
    give_keyboard(panel, qtbot)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == ["Point 2"]
    session.undo_stack.undo()
    assert panel.list.count() == 2 and np.array_equal(favourites.current[0].z, points[0])


def test_favourites_belong_to_their_latent_space(
    panel: FavouritesPanel, points: np.ndarray, workspace: Workspace, tmp_path: Path, tiny_model: Path
) -> None:
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert panel.list.count() == 0
    workspace.open(str(tiny_model))
    assert panel.list.count() == 2


def test_a_panel_that_is_built_late_shows_what_was_kept(session: Session, favourites: Favourites, qtbot: QtBot) -> None:
    favourites.keep()
    favourites.add(-session.z, "opposite")
    panel = FavouritesPanel(session, favourites, Actions())
    qtbot.addWidget(panel)
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == ["Point 1", "opposite"]
    spoken = panel.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "opposite" and not panel.hint.isVisibleTo(panel)


def test_what_can_be_done_with_a_favourite_stands_in_its_menu(panel: FavouritesPanel, points: np.ndarray) -> None:
    assert [entry.text().split("\t")[0] for entry in panel.menu.menu_at(1).actions()[:4]] == [
        "&Go there",
        "Rename",
        "&Write a note",
        "Remove",
    ]
    go, _, write, remove = panel.menu.menu_at(1).actions()[:4]
    go.trigger()
    assert np.array_equal(panel._session.z, points[1])
    write.trigger()
    assert panel.note.hasFocus()
    remove.trigger()
    assert panel.list.count() == 1
