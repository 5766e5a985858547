"""Arithmetic with nine examples."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.explore.arithmetic.arithmetic_panel import ArithmeticPanel
from app.explore.arithmetic.baskets import Basket, Baskets
from app.session.session import Session
from app.toolkit.actions import Actions
from gan.explore.latent import arithmetic, sample_z

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def baskets(session: Session) -> Baskets:
    return Baskets(session)


@pytest.fixture
def panel(session: Session, baskets: Baskets, qtbot: QtBot) -> ArithmeticPanel:
    panel = ArithmeticPanel(session, baskets, Actions())
    qtbot.addWidget(panel)
    panel.resize(370, 560)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def examples(panel: ArithmeticPanel, session: Session, qtbot: QtBot) -> np.ndarray:
    """(3, 3, z_dim): three in each basket."""
    examples = sample_z(9, 8, 3).reshape(3, 3, 8)
    for basket, points in zip(Basket, examples, strict=True):
        for z in points:
            session.set_z(z)
            qtbot.mouseClick(panel.add_buttons[basket], LEFT)
    return examples


def click(sheet: QListWidget, row: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(sheet.viewport(), LEFT, pos=sheet.visualItemRect(sheet.item(row)).center())


def test_an_empty_basket_gives_no_result(panel: ArithmeticPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.add_buttons[Basket.START], LEFT)
    assert panel.results.count() == 0 and "basket" in panel.words.text()


def test_nine_examples(panel: ArithmeticPanel, examples: np.ndarray, session: Session, qtbot: QtBot) -> None:
    assert panel.results.count() == 9 and "3 in start, 3 in minus, 3 in plus" in panel.words.text()
    click(panel.results, 0, qtbot)
    assert np.array_equal(session.z, arithmetic(*examples))
    click(panel.results, 5, qtbot)
    assert 0 < np.linalg.norm(session.z - arithmetic(*examples)) < 2
    session.undo_stack.undo()
    assert np.array_equal(session.z, arithmetic(*examples))


def test_examples_can_be_looked_at_and_taken_out(
    panel: ArithmeticPanel, examples: np.ndarray, baskets: Baskets, session: Session, qtbot: QtBot
) -> None:
    strip = panel.strips[Basket.MINUS]
    click(strip, 1, qtbot)
    assert np.array_equal(session.z, examples[1, 1])
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert strip.count() == 2
    result = baskets.result
    assert result is not None and np.array_equal(result, arithmetic(examples[0], examples[1][[0, 2]], examples[2]))
    session.undo_stack.undo()
    assert strip.count() == 3


def test_pictures_are_those_of_the_points(panel: ArithmeticPanel, examples: np.ndarray, baskets: Baskets) -> None:
    before = panel.results.item(0).icon().pixmap(66).toImage()
    baskets.remove(Basket.START, 0)
    assert panel.results.item(0).icon().pixmap(66).toImage() != before


def test_what_was_collected_before_the_panel_was_there_is_shown(
    session: Session, baskets: Baskets, qtbot: QtBot
) -> None:
    for basket in Basket:
        baskets.add(basket, session.z)
    panel = ArithmeticPanel(session, baskets, Actions())
    qtbot.addWidget(panel)
    assert [strip.count() for strip in panel.strips.values()] == [1, 1, 1] and panel.results.count() == 9
