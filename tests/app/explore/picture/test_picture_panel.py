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
from gan.images import PNG_COMMENT
from gan.layers.edits import parse_edit
from gan.request import BatchStatistics


@pytest.fixture
def picture(session: Session) -> ShownPicture:
    picture = ShownPicture(session)
    session.render()
    return picture


@pytest.fixture
def panel(session: Session, picture: ShownPicture, qtbot: QtBot) -> PicturePanel:
    panel = PicturePanel(session, picture)
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
