"""What a person can do on a page beside the usual: one click shows the panels for it, another puts them away."""

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Purpose
from app.widgets.icons import dress
from app.window.docks import PanelDock
from app.window.page_layouts import PageLayouts
from gan.words import tr


class Purposes:
    """Opens and closes the docks of a purpose. What stood in their place for another purpose gives way to them."""

    def __init__(self, docks: Mapping[str, PanelDock], layouts: PageLayouts, page: Callable[[], Page]) -> None:
        self._docks, self._layouts, self._page = docks, layouts, page

    def of(self, page: Page) -> list[Purpose]:
        """Those that a page has panels for."""
        return [purpose for purpose in Purpose if self.docks_for(purpose, page)]

    def docks_for(self, purpose: Purpose, page: Page) -> list[PanelDock]:
        """The docks of ``page`` that serve ``purpose``."""
        declared = [dock for dock in self._docks.values() if dock.declared.purpose is purpose]
        return [dock for dock in declared if page in dock.declared.areas]

    def is_open(self, purpose: Purpose) -> bool:
        """Whether a dock for it is shown on the present page, be it behind another tab."""
        return any(not dock.isHidden() for dock in self.docks_for(purpose, self._page()))

    def turn(self, purpose: Purpose) -> None:
        """Close what can be seen of ``purpose``, else open it."""
        if any(dock.is_in_front for dock in self.docks_for(purpose, self._page())):
            self.close(purpose)
        else:
            self.open(purpose)

    def open(self, purpose: Purpose) -> None:
        """Show its docks, the first of each place in front."""
        page = self._page()
        docks = self.docks_for(purpose, page)
        areas = {dock.declared.areas[page] for dock in docks}
        for other in self.of(page):
            if other is not purpose and any(self._stands_in(dock, areas) for dock in self.docks_for(other, page)):
                self.close(other)
        self._layouts.show(page, docks)
        for area in areas:
            next(dock for dock in docks if dock.declared.areas[page] is area).raise_()

    def close(self, purpose: Purpose) -> None:
        """Hide its docks."""
        for dock in self.docks_for(purpose, self._page()):
            dock.hide()

    def _stands_in(self, dock: PanelDock, areas: Collection[Area]) -> bool:
        return not (dock.isHidden() or dock.isFloating()) and dock.declared.areas[self._page()] in areas


class PurposeStrip(QWidget):
    """A quiet row of buttons, one for each purpose of a page; of pictures alone where there is no room for words."""

    chosen = Signal(object)
    """A person wants this :class:`Purpose`, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Purpose, QToolButton] = {}
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)

    def offer(self, purposes: Iterable[Purpose]) -> None:
        """Have buttons for these; the same ones stay."""
        purposes = list(purposes)
        if purposes == list(self.buttons):
            return
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {purpose: self._button(purpose) for purpose in purposes}
        for place, button in enumerate(self.buttons.values()):
            self._row.insertWidget(place, button)
        self._measure()

    def show_open(self, is_open: Callable[[Purpose], bool]) -> None:
        """Mark those that are."""
        for purpose, button in self.buttons.items():
            button.setChecked(is_open(purpose))

    def minimumSizeHint(self) -> QSize:
        """As wide as the pictures alone."""
        sizes = [button.iconSize() + QSize(14, 10) for button in self.buttons.values()]
        return QSize(sum(size.width() + 2 for size in sizes), max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        """How wide the words are."""
        for button in self.buttons.values():
            button.ensurePolished()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._wide = sum(button.sizeHint().width() + self._row.spacing() for button in self.buttons.values())
        self._fit()

    def _fit(self) -> None:
        """Words if all of them can be read."""
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if self._wide <= self.width() else style.ToolButtonIconOnly
            )

    def _button(self, purpose: Purpose) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"purpose_{purpose.name.lower()}")
        button.setText(tr(purpose.title))
        button.setToolTip(tr("{title}: {about}", title=tr(purpose.title), about=tr(purpose.about)))
        button.setAccessibleName(tr(purpose.title))
        button.setAccessibleDescription(tr(purpose.about))
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(button, purpose.icon)
        button.clicked.connect(lambda: self.chosen.emit(purpose))
        return button
