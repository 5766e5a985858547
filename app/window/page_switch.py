"""The pages, to be seen at once."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from app.arguments import Page
from app.widgets.groups import hold
from app.widgets.icons import dress
from gan.words import marked, tr

TITLES: Mapping[Page, str] = MappingProxyType(
    {Page.EXPLORE: marked("Explore"), Page.LAYERS: marked("Layers"), Page.TRAIN: marked("Train")}
)
SENTENCES: Mapping[Page, str] = MappingProxyType(
    {
        Page.EXPLORE: marked("Move through latent space"),
        Page.LAYERS: marked("Look inside the generator"),
        Page.TRAIN: marked("Have it learn from pictures"),
    }
)
"""What each page is for."""
_STYLE = """
    QToolButton {
        border: 1px solid palette(mid); border-left-width: 0; border-radius: 0; padding: 3px 14px;
        background: palette(base); color: palette(text);
    }
    QToolButton[place="first"] { border-left-width: 1px; border-top-left-radius: 4px; border-bottom-left-radius: 4px; }
    QToolButton[place="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
    QToolButton:hover:!checked { background: palette(button); }
    QToolButton:checked {
        background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
        font-weight: 600;
    }
    QToolButton:focus { border: 2px solid palette(highlight); padding: 2px 12px 2px 13px; }
    QToolButton:checked:focus { border-color: palette(text); }
"""


class PageSwitch(QWidget):
    """One button a page, of which one is down."""

    chosen = Signal(Page)
    """A person wants another page."""

    def __init__(self, pages: Iterable[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {page: _button(page, number) for number, page in enumerate(pages, 1)}
        self._build_ui()

    def _build_ui(self) -> None:
        group = QButtonGroup(self)
        self.setStyleSheet(_STYLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        buttons = list(self.buttons.values())
        buttons[0].setProperty("place", "first")
        buttons[-1].setProperty("place", "last")
        for page, button in self.buttons.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _, page=page: self.chosen.emit(page))

    def show_page(self, page: Page) -> None:
        """``page`` is the one that is seen."""
        hold(self.buttons[page])


def _button(page: Page, number: int) -> QToolButton:
    button = QToolButton()
    button.setText(tr(TITLES[page]))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    dress(button, page.value, QPalette.ColorRole.Text, checked=QPalette.ColorRole.HighlightedText)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(tr("{sentence} (Ctrl+{number})", sentence=tr(SENTENCES[page]), number=number))
    button.setAccessibleName(tr("Page {title}", title=tr(TITLES[page])))
    button.setAccessibleDescription(tr(SENTENCES[page]))
    return button
