"""The robot points only at what a person sees."""

import gc
import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QScrollArea, QTabBar, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.robot.hands import hands_on


@pytest.fixture
def window(qtbot: QtBot) -> QScrollArea:
    """A small window on a large widget, with lists and tabs that reach beyond it."""
    window, inside = QScrollArea(), QWidget()
    inside.setFixedSize(900, 700)
    row = QHBoxLayout(inside)
    entries, tabs, choice, field = QListWidget(), QTabBar(), QComboBox(), QWidget()
    entries.addItems([f"an entry that is called {number}" for number in range(50)])
    for number in range(20):
        tabs.addTab(f"Tab {number}")
    choice.addItems(["one", "two"])
    for widget in (entries, tabs, choice, field):
        row.addWidget(widget)
    window.setWidget(inside)
    window.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.addWidget(window)
    window.resize(330, 150)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_no_hand_reaches_out_of_the_window(window: QScrollArea, qtlog: Any) -> None:
    used = set()
    for seed in range(300):
        chance = random.Random(seed)
        widget, kind, hand = chance.choice(hands_on(window))
        hand(widget, chance)
        used.add(kind)
    assert {"item", "scribble", "scroll"} <= used
    assert [record.message for record in qtlog.records if "outside target window" in record.message] == []


def test_a_header_is_no_list(qtbot: QtBot) -> None:
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    table.show()
    header = table.horizontalHeader()
    hands = {widget: kind for widget, kind, _ in hands_on(table)}
    assert hands[table] == "item" and header not in hands
    assert hands[header.viewport()] == "scribble"


def test_what_is_out_of_sight_is_not_reached(window: QScrollArea) -> None:
    names = {type(widget).__name__ for widget, *_ in hands_on(window)}
    assert "QListWidget" in names and "QListView" not in names, "the list of a choice is closed"


def test_no_hand_ends_the_window_from_a_list(qtbot: QtBot) -> None:
    commands = QListWidget()
    commands.addItems(["Quit"])
    qtbot.addWidget(commands)
    commands.show()
    (hand,) = [hand for widget, _, hand in hands_on(commands) if widget is commands]
    assert hand(commands, random.Random(0)) == "no items"


def test_to_look_keeps_no_python_object_alive(qtbot: QtBot) -> None:
    hands_on(QWidget())
    table = QTableWidget(2, 2)  # in which Qt makes headers, scroll bars and a button
    qtbot.addWidget(table)
    table.show()
    gc.collect()
    before = len(gc.get_objects())
    assert len(hands_on(table)) > 2
    gc.collect()
    assert len(gc.get_objects()) <= before
