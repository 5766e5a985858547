"""The glossary: every term in plain words, to search and to follow from one to the next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.learn.terms import BY_KEY, TERMS, Term
from app.theme import GAP, MARGIN
from gan.words import tr

_KEY = Qt.ItemDataRole.UserRole


class GlossaryDialog(QDialog):
    """Beside the window, which can be used meanwhile. Down goes from the search to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(720, 460)
        self._build_ui()
        self._fill()
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._explain())
        self.text.anchorClicked.connect(lambda link: self.show_term(link.path()))

    def _build_ui(self) -> None:
        self.search, self.list, self.text = QLineEdit(), QListWidget(), QTextBrowser()
        self.setWindowTitle(tr("Glossary"))
        self.search.setPlaceholderText(tr("Search in terms and explanations"))
        self.search.setAccessibleName(tr("Search in terms and explanations"))
        self.list.setAccessibleName(tr("Glossary"))
        self.text.setAccessibleName(tr("Glossary"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list.setFixedWidth(220)
        self.list.setSpacing(1)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(MARGIN)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.search)
        layout.addLayout(row, 1)

    @property
    def term(self) -> Term | None:
        """The one that is explained."""
        item = self.list.currentItem()
        return None if item is None else BY_KEY[item.data(_KEY)]

    def show_term(self, key: str) -> None:
        """Explain the term called ``key``, whatever is searched for; nothing happens if there is none."""
        if key in BY_KEY:
            self.search.clear()
            self._choose(key)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:  # type: ignore[attr-defined]
            self.list.setFocus()
            return True
        return False

    def _fill(self) -> None:
        """Names that have what is searched for come before explanations that do."""
        before, wanted = self.term, self.search.text().strip().casefold()
        found = [term for term in TERMS if wanted in f"{term.shown_title}\n{term.plain_text}".casefold()]
        found.sort(key=lambda term: (wanted not in term.shown_title.casefold(), term.shown_title.casefold()))
        self.list.clear()
        for term in found:
            item = QListWidgetItem(term.shown_title)
            item.setData(_KEY, term.key)
            self.list.addItem(item)
        if wanted or before is None:
            self.list.setCurrentRow(0)
        else:
            self._choose(before.key)
        self._explain()

    def _choose(self, key: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)

    def _explain(self) -> None:
        term = self.term
        if term is None:
            self.text.setMarkdown(tr("No term has this in its name or its explanation."))
        else:
            self.text.setMarkdown(f"### {term.shown_title}\n\n{term.shown_text}")
