from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.explore.walk.walk import LEG_S, LONGEST_S, Walk
from app.session.session import Session
from app.toolkit.workspace import ShortMemory


@pytest.fixture
def walk(session: Session, qtbot: QtBot) -> Iterator[Walk]:
    """Beside a window that can be seen."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield Walk(session, ShortMemory())
    window.close()


def press_a_key(qapp: QApplication) -> None:
    QApplication.sendEvent(qapp, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))


def test_it_moves_z_and_nothing_can_be_undone(session: Session, walk: Walk, qapp: QApplication, qtbot: QtBot) -> None:
    before = session.z
    walk.begin()
    qtbot.waitUntil(lambda: not np.array_equal(session.z, before))
    assert session.undo_stack.count() == 0
    press_a_key(qapp)
    stopped = session.z
    assert not walk.walking and np.array_equal(session.z, stopped)


def test_it_goes_from_point_to_point_and_has_an_end(session: Session, walk: Walk) -> None:
    walk.begin()
    points = session.sample(3, 0)
    first, second, end = walk.at(0), walk.at(LEG_S), walk.at(LONGEST_S + LEG_S)
    assert first is not None and np.allclose(first, session.z, atol=1e-6)
    assert second is not None and np.allclose(second, points[1], atol=1e-6) and end is None
    walk.stop()


def test_whatever_a_person_does_ends_it(session: Session, walk: Walk) -> None:
    walk.begin()
    session.set_component(0, 1.0)
    assert not walk.walking
    walk.begin()
    assert not walk.walking, "there is something of the person's own"


def test_motion_can_be_reduced(walk: Walk) -> None:
    walk.begin()
    walk.toggle_still()
    assert walk.is_still and not walk.walking
    walk.begin()
    assert not walk.walking
    walk.toggle_still()
    walk.begin()
    assert walk.walking
    walk.stop()


def test_a_window_that_cannot_be_seen_ends_it(session: Session, qtbot: QtBot) -> None:
    walk = Walk(session, ShortMemory())
    walk.begin()
    qtbot.waitUntil(lambda: not walk.walking)
