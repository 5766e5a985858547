"""The current picture."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.explore.picture.picture_panel import PicturePanel
from app.explore.picture.shown_picture import ShownPicture
from app.session.session import Session
from app.session.wanted import Wanted
from app.toolkit.actions import Action, Actions
from app.widgets.picture_drag import PictureDrag
from gan.images import PNG_COMMENT
from gan.layers.edits import parse_edit
from gan.request import BatchStatistics


@pytest.fixture
def picture(session: Session) -> ShownPicture:
    picture = ShownPicture(session)
    session.render()
    return picture


def actions_on(session: Session) -> Actions:
    """Two that are about the picture, of which one is about a pixel, and one that is not."""
    actions = Actions()
    actions.add(
        Action(
            "picture.copy", "&Copy the picture", lambda: session.set_component(0, 7.0), why_not=session.why_no_model
        ),
        Action("trace.show", "&Trace this pixel", lambda: None),
        Action("window.quit", "&Quit", lambda: None),
    )
    return actions


@pytest.fixture
def panel(session: Session, picture: ShownPicture, qtbot: QtBot) -> PicturePanel:
    panel = PicturePanel(session, picture, actions_on(session))
    qtbot.addWidget(panel)
    panel.resize(280, 280)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_a_panel_that_is_built_late_shows_the_picture(panel: PicturePanel, picture: ShownPicture) -> None:
    assert panel.view.image.width() == 28
    assert panel.view.image.convertToFormat(picture.image.format()) == picture.image


def test_it_follows_the_point_and_says_when_it_is_painted(panel: PicturePanel, session: Session, qtbot: QtBot) -> None:
    before = panel.view.image.copy()
    with qtbot.waitSignal(session.picture_shown):
        session.set_z(np.full(8, 2.0, np.float32))
    assert panel.view.image != before


def test_a_pixel_is_marked_while_it_is_traced(panel: PicturePanel, session: Session, qtbot: QtBot) -> None:
    place = panel.view.picture_rect().topLeft() + QPoint(1, 1)
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=place)
    assert session.inspection.pixel == (0, 0) and panel.view.mark is None
    session.watch("somebody", Wanted(traced=True))
    assert panel.view.mark == (0, 0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.mark == (1, 0)
    session.watch("somebody", Wanted())
    assert panel.view.mark is None


def test_a_changed_network_is_told_and_can_be_reset(panel: PicturePanel, session: Session, qtbot: QtBot) -> None:
    assert not panel.badge.isVisible()
    session.edits.add(parse_edit("block2:1=0"))
    session.edits.set_batch(BatchStatistics(4))
    assert panel.badge.isVisible() and "1 edit and BatchNorm by a batch of 4" in panel.badge.label.text()
    qtbot.mouseClick(panel.badge.reset, Qt.MouseButton.LeftButton)
    assert not panel.badge.isVisible() and session.edits.current == () and session.edits.batch is None
    session.undo_stack.undo()
    assert panel.badge.isVisible()


def test_a_saved_picture_says_what_drew_it(picture: ShownPicture, session: Session, tmp_path: Path) -> None:
    session.edits.add(parse_edit("block2:1=0"))
    picture.save(tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as saved:
        assert saved.info[PNG_COMMENT] == "generator tiny.safetensors, edit block2:1=0"


def test_a_menu_offers_what_is_about_the_picture_and_the_pixel_below_it(panel: PicturePanel, session: Session) -> None:
    corner = panel.view.picture_rect().topLeft()
    copy, trace = panel.menu_at(corner + QPoint(1, 1)).actions()
    assert copy.text().startswith("&Copy") and trace.isEnabled()
    trace.trigger()
    assert session.inspection.pixel == (0, 0)
    copy.trigger()
    assert session.z[0] == 7
    assert [entry.isEnabled() for entry in panel.menu_at(corner - QPoint(1, 1)).actions()] == [True, False]


def test_dragged_out_it_is_a_file_that_says_what_drew_it(panel: PicturePanel, picture: ShownPicture) -> None:
    drag = panel.view.findChild(PictureDrag)
    assert drag is not None
    data = drag.data()
    (url,) = data.urls()
    with Image.open(url.toLocalFile()) as dragged:
        assert dragged.size == (28, 28) and "tiny" in dragged.info[PNG_COMMENT]


def test_the_keyboard_can_be_seen_on_it(panel: PicturePanel, qtbot: QtBot) -> None:
    def frame() -> str:
        return panel.grab().toImage().pixelColor(1, 1).name()

    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.view.clearFocus()
    without = frame()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    assert frame() != without
