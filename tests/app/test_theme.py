"""Colours that everybody can read and tell apart."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import theme
from app.arguments import Page
from app.theme import CURVES, TABULAR_FIGURES, write_in
from app.train.training.training_panel import TrainingPanel
from app.widgets.buttons import icon_button, push_button, tool_button
from app.widgets.number_fields import FloatField, IntField
from app.widgets.segmented import SegmentedControl
from app.window.main_window import MainWindow

GROUNDS = ("#ffffff", "#15171b")
"""What curves are drawn on, in light and in dark."""
TOGETHER = (
    ("d_loss", "g_loss"),
    ("d_real", "d_fake", "d_fake_after"),
    ("swd", "quality"),
    ("fully-connected", "convolutional"),
)
"""Curves of one plot."""
SIGHTS = {
    "of most people": np.eye(3),
    "without red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "without green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "without blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
"""Linear RGB as it is seen (Machado, Oliveira and Fernandes, 2009, severity 1)."""
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(colour: str) -> np.ndarray:
    rgb = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, from 1 to 21."""
    dark, light = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: str) -> np.ndarray:
    """CIE L*a*b*."""
    xyz = TO_XYZ @ np.clip(np.asarray(SIGHTS[sight]) @ linear(colour), 0, 1) / WHITE
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.fixture
def own_font(qapp: QApplication) -> Iterator[QFont]:
    font = qapp.font()
    yield font
    qapp.setFont(font)


def test_a_language_is_written_in_a_font_of_its_own_if_one_is_there(qapp: QApplication, own_font: QFont) -> None:
    there = QFontDatabase.families()[-1]
    write_in(("No such font", there))
    assert qapp.font().family() == there
    write_in(("No such font",))
    assert qapp.font().family() == QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@pytest.mark.parametrize("name", CURVES)
def test_curves_can_be_seen_on_both_grounds(name: str) -> None:
    assert min(contrast(CURVES[name], ground) for ground in GROUNDS) >= 3, "WCAG 2.1, 1.4.11"


@pytest.mark.parametrize("sight", SIGHTS)
def test_curves_of_one_plot_can_be_told_apart(sight: str) -> None:
    near = {
        (a, b): round(float(np.linalg.norm(lab(CURVES[a], sight) - lab(CURVES[b], sight))))
        for plot in TOGETHER
        for a, b in combinations(plot, 2)
    }
    assert not {pair: distance for pair, distance in near.items() if distance < 24}, "of CIE76; 2.3 is just seen"


def test_figures_are_of_one_width(window: MainWindow) -> None:
    assert window.status_bar.latency_label.font().featureValue(TABULAR_FIGURES) == 1


def test_a_button_is_as_large_with_the_keyboard_as_without(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.TRAIN)
    panel = window.panel("training", TrainingPanel)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for button in (panel.start_button, panel.forecast_button):
        button.setEnabled(True)
        before = button.sizeHint()
        button.setFocus()
        assert button.hasFocus() and button.sizeHint() == before


@pytest.mark.usefixtures("unchanged_look")
@pytest.mark.parametrize("look", [theme.Theme.LIGHT, theme.Theme.DARK])
def test_the_chosen_entry_of_an_open_list_can_be_read(qtbot: QtBot, look: theme.Theme) -> None:
    theme.apply(look)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["first", "second"])
    box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    shown = view.viewport().grab().toImage()
    row = view.visualRect(view.currentIndex()).intersected(shown.rect())
    colours = {shown.pixelColor(x, y).name() for x in range(row.width()) for y in range(row.top(), row.bottom())}
    ground = box.palette().highlight().color().name()
    assert ground in colours and max(contrast(ground, colour) for colour in colours) > 4
    box.hidePopup()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    closed = box.grab().toImage()
    assert closed.pixelColor(closed.width() // 2, 6).name() == box.palette().base().color().name()


@pytest.mark.usefixtures("unchanged_look")
def test_controls_beside_each_other_are_as_high_as_each_other(qtbot: QtBot, window: MainWindow) -> None:
    window.set_theme(theme.Theme.DARK)
    combo = QComboBox()
    combo.addItem("Text")
    controls = [
        *(push_button("Text", icon=icon) for icon in ("", "random")),
        *(tool_button("Text", icon=icon) for icon in ("", "random")),
        icon_button("play", "Text"),
        combo,
        QLineEdit("Text"),
        IntField(),
        FloatField(),
        SegmentedControl({"a": "Text", "b": "Text"}),
    ]
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    for control in controls:
        row.addWidget(control)
    holder.show()
    heights = [control.sizeHint().height() for control in controls]
    assert max(heights) - min(heights) <= 1, heights


@pytest.mark.usefixtures("unchanged_look")
def test_buttons_of_dialogs_have_no_pictures_of_another_style(qtbot: QtBot) -> None:
    theme.apply(theme.Theme.DARK)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    buttons.show()
    assert all(button.icon().isNull() for button in buttons.buttons())
