"""The Edits dock: pictures before and after, the list, gain and region."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.layers.edits.edits_panel import EditsPanel, change_of
from app.session.session import Session
from gan.layers.edits import Painting, parse_edit

MUTED = parse_edit("block2:1=0")


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> EditsPanel:
    panel = EditsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(360, 420)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def rows(panel: EditsPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def type_edit(panel: EditsPanel, qtbot: QtBot, text: str) -> None:
    panel.entry.clear()
    qtbot.keyClicks(panel.entry, text)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)


def test_a_typed_edit_is_listed_and_seen(panel: EditsPanel, session: Session, qtbot: QtBot) -> None:
    assert panel.hint.isVisible() and panel.caption.text() == "No change"
    type_edit(panel, qtbot, "block2:1=0")
    assert session.edits.current == (MUTED,)
    assert rows(panel) == ["Block 2: 1 muted"] and panel.entry.text() == ""
    assert not panel.hint.isVisible()
    assert panel.after.image != panel.before.image
    assert panel.caption.text().startswith("Change, up to ") and panel.caption.text().endswith(" of 255")
    assert "grey levels from 0 to 255" in panel.caption.toolTip()


def test_what_is_no_edit_is_said(panel: EditsPanel, session: Session, qtbot: QtBot) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    type_edit(panel, qtbot, "block2:99=0")
    assert told == ["block2 has channels 0 to 3, not 99 (edit block2:99=0)"]
    assert panel.entry.text() == "block2:99=0" and not session.edits.current


def test_gain_of_the_chosen_edit(panel: EditsPanel, session: Session) -> None:
    assert not panel.gain.isEnabled()
    session.edits.add(MUTED)
    session.edits.add(parse_edit("block1:*-2=0"))
    assert rows(panel) == ["Block 2: 1 muted", "Block 1: 2 alone"]
    panel.list.setCurrentRow(0)
    panel.gain.setValue(150)
    assert session.edits.current[0] == MUTED.with_gain(1.5) and panel.gain_box.value() == 1.5
    panel.gain_box.setValue(-3)
    assert session.edits.current[0].gain == -3
    assert panel.list.currentRow() == 0
    session.undo_stack.undo()
    assert session.edits.current[0] == MUTED and panel.gain.value() == 0


def test_a_region_is_painted_rubbed_out_and_lifted(panel: EditsPanel, session: Session, qtbot: QtBot) -> None:
    session.edits.add(MUTED)
    qtbot.mouseClick(panel.region, Qt.MouseButton.LeftButton)
    frame = panel.after.picture_rect()
    middle, corner = frame.center(), frame.topLeft() + QPoint(2, 2)
    qtbot.mousePress(panel.after, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(panel.after, middle)
    qtbot.mouseRelease(panel.after, Qt.MouseButton.LeftButton, pos=middle)
    region = session.edits.current[0].region
    assert isinstance(region, Painting)
    assert region.cells.diagonal()[:8].all() and region.cells[8:].sum() + region.cells[:, 8:].sum() <= 2
    painted = region.cells.sum()
    assert rows(panel) == ["Block 2: 1 muted, in a region"]
    qtbot.mouseClick(panel.after, Qt.MouseButton.RightButton, pos=corner)
    region = session.edits.current[0].region
    assert isinstance(region, Painting) and region.cells.sum() == painted - 1 and not region.cells[0, 0]
    qtbot.mouseClick(panel.everywhere, Qt.MouseButton.LeftButton)
    assert session.edits.current == (MUTED,) and not panel.after.cells.any()


def test_edits_are_removed_by_key_and_button(panel: EditsPanel, session: Session, qtbot: QtBot) -> None:
    for edit in ("block2:1=0", "block2:2=0", "block2:3=0"):
        session.edits.add(parse_edit(edit))
    panel.list.setCurrentRow(1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert rows(panel) == ["Block 2: 1 muted", "Block 2: 3 muted"]
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert rows(panel) == ["Block 2: 1 muted"]
    qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert rows(panel) == [] and panel.hint.isVisible()


def test_the_list_goes_to_the_command_line(panel: EditsPanel, session: Session, qtbot: QtBot) -> None:
    session.edits.add(MUTED)
    session.edits.add(parse_edit("block1:*=0.5"))
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == '--edit "block2:1=0" --edit "block1:*=0.5"'


def test_hidden_it_costs_nothing(panel: EditsPanel, session: Session) -> None:
    compared: list[bool] = []
    session.rendered.connect(lambda result: compared.append(result.request.compared))
    session.render()
    panel.hide()
    session.render()
    assert compared[0] and not compared[-1]


def test_change_is_the_mean_over_the_colours() -> None:
    before, after = np.zeros((1, 2, 3), np.uint8), np.array([[[30, 0, 0], [255, 255, 255]]], np.uint8)
    assert change_of(before, after).tolist() == [[10, 255]]


def test_what_is_typed_has_a_label(panel: EditsPanel) -> None:
    assert [label.text() for label in panel.findChildren(QLabel) if label.buddy() is panel.entry]


def test_the_picture_takes_the_room_while_it_is_painted_on(panel: EditsPanel, session: Session, qtbot: QtBot) -> None:
    session.edits.add(MUTED)
    panel.resize(330, 335)
    before = panel.after.picture_rect().width()
    panel.region.click()
    qtbot.waitUntil(lambda: panel.after.picture_rect().width() >= 240)
    assert before < 160 and not panel.list.isVisible() and not panel.before.isVisible()
    panel.region.click()
    qtbot.waitUntil(lambda: panel.list.isVisible() and panel.before.isVisible())
