"""Colours and spacing of the window, in light and in dark."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gan.places import RESOURCES

TABULAR_FIGURES = QFont.Tag("tnum")
"""A feature of OpenType; fonts without it have figures of one width already, or none."""
GAP = 8
MARGIN = 12


class Theme(StrEnum):
    """What View > Theme offers."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class _Colours:
    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    name: str


_LIGHT = _Colours("#f3f4f6", "#ffffff", "#e8eaee", "#1c2026", "#667080", "#c9ced6", "#2f6fde", "#ffffff", "light")
_DARK = _Colours("#1d2025", "#15171b", "#2b2f36", "#e6e8ec", "#98a1af", "#3a4049", "#5b97ff", "#0c1320", "dark")

# One colour for each thing that curves and marks show: readable on both backgrounds, and what is drawn together can be
# told apart by people who see fewer colours, too.
CURVES = {
    "d_loss": "#e0703a",
    "g_loss": "#3b82e6",
    "d_real": "#1f9150",
    "d_fake": "#a8507f",
    "d_fake_after": "#9a7aef",
    "swd": "#2794c6",
    "quality": "#b8862a",
    "fully-connected": "#c67f27",
    "convolutional": "#3b76e6",
}
WARNING = "#c98a1b"
ERROR = "#d64545"
NOTICE = "#2b62c4"


def apply(theme: Theme) -> None:
    """Dress the whole application."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    colours = _DARK if _is_dark(theme) else _LIGHT
    application.setStyle("Fusion")
    _use_tabular_figures(application)
    application.setPalette(_palette(colours))
    application.setStyleSheet(_style_sheet(colours))


def write_in(families: Iterable[str]) -> None:
    """Use the first of the font ``families`` that is on this computer, else the system's own font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = next(filter(QFontDatabase.hasFamily, families), None)
    if family is not None:
        font.setFamily(family)
    QApplication.setFont(font)


def _use_tabular_figures(application: QApplication) -> None:
    """All digits are as wide as each other, so numbers that change do not move what stands beside them."""
    font = application.font()
    if not font.isFeatureSet(TABULAR_FIGURES):
        font.setFeature(TABULAR_FIGURES, 1)
        application.setFont(font)


def is_dark(widget: QWidget) -> bool:
    """Whether ``widget`` is drawn on a dark ground."""
    return widget.palette().color(QPalette.ColorRole.Window).lightness() < 128


def _is_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def _palette(colours: _Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.Mid: colours.line,
        role.Midlight: colours.raised,
        role.Light: colours.raised,
        role.Dark: colours.line,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette


def _icon(name: str) -> str:
    return (RESOURCES / "icons" / "style" / f"{name}.svg").as_posix()


def _style_sheet(colours: _Colours) -> str:
    return f"""
        QDockWidget {{
            font-weight: 600; titlebar-close-icon: url({_icon("close")}); titlebar-normal-icon: url({_icon("float")});
        }}
        QDockWidget::close-button, QDockWidget::float-button {{ border: none; border-radius: 4px; padding: 0; }}
        QDockWidget::close-button:hover, QDockWidget::float-button:hover {{ background: {colours.line}; }}
        QMenuBar {{ background: transparent; border: none; }}
        QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
        QMenuBar::item:selected {{ background: {colours.raised}; }}
        QMenuBar::item:pressed {{ background: {colours.accent}; color: {colours.on_accent}; }}
        QDockWidget::title {{
            background: {colours.raised}; padding: 6px 8px 6px 1px; border-left: 3px solid {colours.raised};
        }}
        QDockWidget[current="true"]::title {{ border-left-color: {colours.accent}; }}
        QMainWindow::separator {{ background: {colours.window}; width: 6px; height: 6px; }}
        QMainWindow::separator:hover {{ background: {colours.accent}; }}
        QMainWindow > QTabBar::tab {{
            color: {colours.muted}; background: {colours.window}; padding: 5px 10px;
            border: none; border-bottom: 2px solid transparent;
        }}
        QMainWindow > QTabBar::tab:hover {{ color: {colours.text}; }}
        QMainWindow > QTabBar::tab:selected {{
            color: {colours.text}; background: {colours.raised}; border-bottom-color: {colours.accent};
        }}
        QLineEdit, QAbstractSpinBox, QComboBox {{
            background: {colours.base}; border: 1px solid {colours.line}; border-radius: 4px; padding: 3px 4px;
            min-height: 18px;
        }}
        QComboBox {{ padding: 3px 0 3px 6px; }}
        QComboBox:editable {{ padding-left: 4px; }}
        QAbstractSpinBox {{ padding: 2px 4px 2px 6px; min-height: 17px; }}
        QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {{ border-color: {colours.accent}; }}
        QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
            background: {colours.window}; color: {colours.muted};
        }}
        QComboBox:selected:!focus {{ background: {colours.accent}; color: {colours.on_accent}; }}
        QComboBox::drop-down {{ border: none; width: 16px; }}
        QComboBox::down-arrow {{ image: url({_icon("down")}); width: 10px; height: 10px; }}
        QPushButton, QToolButton {{
            background: {colours.base}; border: 1px solid {colours.line}; border-radius: 4px; padding: 4px 8px;
            min-height: 16px;
        }}
        QToolButton {{ padding: 3px 6px 2px 6px; }}
        QToolButton[autoRaise="true"] {{ background: transparent; border-color: transparent; }}
        QPushButton:hover, QToolButton:hover, QToolButton[autoRaise="true"]:hover {{ background: {colours.raised}; }}
        QPushButton[flat="true"] {{ background: transparent; border-color: transparent; }}
        QPushButton:pressed, QToolButton:pressed, QToolButton[autoRaise="true"]:pressed {{
            background: {colours.line};
        }}
        QPushButton:checked, QToolButton:checked, QToolButton[autoRaise="true"]:checked {{
            background: {colours.raised}; border-color: {colours.line};
        }}
        QPushButton:focus, QToolButton:focus, QToolButton[autoRaise="true"]:focus {{ border-color: {colours.accent}; }}
        QPushButton:disabled, QToolButton:disabled {{ background: {colours.window}; color: {colours.muted}; }}
        QToolButton[popupMode="2"], QPushButton[menu="true"] {{ padding-right: 20px; }}
        QToolButton[popupMode="2"][narrow="true"] {{ padding: 3px 6px; }}
        QToolButton[narrow="true"]::menu-indicator {{ image: none; }}
        QToolButton::menu-indicator, QPushButton::menu-indicator {{
            image: url({_icon("down")}); width: 10px; height: 10px; subcontrol-origin: padding;
            subcontrol-position: right center; right: 7px;
        }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator {{
            width: 13px; height: 13px; border: 1px solid {colours.muted}; border-radius: 3px;
            background: {colours.base};
        }}
        QRadioButton::indicator {{ border-radius: 7px; }}
        QCheckBox::indicator:checked, QRadioButton::indicator:checked, QGroupBox::indicator:checked {{
            background: {colours.accent}; border-color: {colours.accent}; image: url({_icon(f"check-{colours.name}")});
        }}
        QRadioButton::indicator:checked {{ image: url({_icon(f"dot-{colours.name}")}); }}
        QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox:focus::indicator,
        QRadioButton:focus::indicator {{ border-color: {colours.accent}; }}
        QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
            background: {colours.window}; border-color: {colours.line};
        }}
        QScrollBar:vertical {{ width: 10px; }}
        QScrollBar:horizontal {{ height: 10px; }}
        QScrollBar {{ background: transparent; border: none; margin: 0; }}
        QScrollBar::handle {{ background: {colours.line}; border-radius: 3px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: 28px; }}
        QScrollBar::handle:horizontal {{ min-width: 28px; }}
        QScrollBar::handle:hover {{ background: {colours.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QAbstractItemView QScrollBar, QTextEdit QScrollBar, QPlainTextEdit QScrollBar {{ background: {colours.base}; }}
        QAbstractScrollArea::corner {{ background: transparent; border: none; }}
        QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{
            border: none; padding: 0; min-height: 0; background: transparent;
        }}
        QLineEdit > QToolButton {{ border: none; padding: 0; min-height: 0; }}
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 16px; }}
        QAbstractSpinBox::up-arrow {{ image: url({_icon("up")}); width: 10px; height: 10px; }}
        QAbstractSpinBox::down-arrow {{ image: url({_icon("down")}); width: 10px; height: 10px; }}
        QLabel[muted="true"] {{ color: {colours.muted}; }}
        QToolTip {{
            background: {colours.raised}; color: {colours.text}; border: 1px solid {colours.line}; padding: 4px;
        }}
        #latent-table {{ selection-background-color: {colours.raised}; selection-color: {colours.text}; }}
        QAbstractItemView[frameShape="6"], QTextEdit[frameShape="6"], QPlainTextEdit[frameShape="6"] {{
            border: 1px solid {colours.line}; border-radius: 4px;
        }}
        QHeaderView {{ background: {colours.base}; border: none; }}
        QHeaderView::section {{
            background: {colours.raised}; color: {colours.text}; border: none; border-right: 1px solid {colours.base};
            padding: 4px 6px;
        }}
        QTableCornerButton::section {{ background: {colours.raised}; border: none; }}
        QTreeView::item {{ padding: 2px 0; }}
        QProgressBar {{ background: {colours.line}; border: none; border-radius: 4px; text-align: center; }}
        QProgressBar::chunk {{ background: {colours.accent}; border-radius: 4px; }}
        QSlider::groove:horizontal {{ height: 4px; background: {colours.line}; border-radius: 2px; }}
        QSlider::sub-page:horizontal {{ height: 4px; background: {colours.accent}; border-radius: 2px; }}
        QSlider::handle:horizontal {{
            width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: {colours.accent};
        }}
        QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover {{
            border: 2px solid {colours.text}; width: 10px; height: 10px;
        }}
        QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled,
        QSlider::handle:horizontal:disabled {{ background: {colours.line}; }}
        QSlider[away="true"]::sub-page:horizontal, QSlider[away="true"]::handle:horizontal {{
            background: {colours.line};
        }}
        QPushButton[primary="true"] {{
            background: {colours.accent}; color: {colours.on_accent}; border: 2px solid {colours.accent};
            border-radius: 4px; padding: 3px 10px; font-weight: 600;
        }}
        QPushButton[primary="true"]:disabled {{
            background: {colours.line}; border-color: {colours.line}; color: {colours.muted};
        }}
        QPushButton[primary="true"]:focus {{ border-color: {colours.text}; }}
    """
