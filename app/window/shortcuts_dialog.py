"""Every shortcut: those of the menus, and the keys of each panel."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.toolkit.actions import Action, Key
from app.toolkit.tool import Panel
from app.widgets.labels import without_key
from app.window.menus import REDO, UNDO
from gan.words import marked, tr

EVERYWHERE = (
    UNDO,
    REDO,
    Key(marked("Onwards"), "Tab", marked("Go to the next field or button; with Shift to the one before")),
    Key(marked("Dismiss"), "Esc", marked("Close the message above the panels")),
)


class ShortcutsDialog(QDialog):
    """A list by menu and by panel."""

    def __init__(self, actions: Iterable[Action], panels: Iterable[Panel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(680, 560)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Keyboard shortcuts"))
        self.list.setHeaderLabels([tr("What"), tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(actions, panels)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    def _fill(self, actions: Iterable[Action], panels: Iterable[Panel]) -> None:
        for action in actions:
            if action.shortcut:
                menu = without_key(tr(action.section.menu)) if action.section else tr("Anywhere")
                self._add(menu, action.title, action.shortcut)
        for key in EVERYWHERE:
            self._add(tr("Everywhere"), _described(key), key.shortcut)
        for panel in panels:
            for key in panel.keys:
                self._add(tr("In {panel}", panel=tr(panel.title)), _described(key), key.shortcut)
        self.list.expandAll()

    def _add(self, group: str, what: str, shortcut: str) -> None:
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        parent = next((item for item in items if item is not None and item.text(0) == group), None)
        if parent is None:
            parent = QTreeWidgetItem(self.list, [group])
            font = parent.font(0)
            font.setBold(True)
            parent.setFont(0, font)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        item = QTreeWidgetItem(parent, [what, keys])
        item.setToolTip(0, what)


def _described(key: Key) -> str:
    return f"{tr(key.text)}: {tr(key.tip)}"
