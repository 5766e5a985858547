"""What to do about pictures that are not on this computer: say where they are, or try again."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme import GAP
from app.widgets.buttons import push_button
from app.widgets.file_dialogs import Kind, ask_for_folder
from app.widgets.labels import literal, muted
from gan.data.missing import is_missing, look_in
from gan.data.named import NAMED_SETS
from gan.errors import LatentariumError
from gan.words import tr


class MissingPictures(QWidget):
    """Hidden unless something is missing. What a person chooses is remembered for every panel and command."""

    again = Signal()
    """The pictures are to be asked for again: they may be there now."""

    def __init__(self, parent: QWidget | None = None, *, downloads: bool = True) -> None:
        """``downloads`` says whether asking again would fetch a named set."""
        super().__init__(parent)
        self._data, self._downloads = "", downloads
        self.words = muted(wraps=True)
        self.choose_button = push_button(tr("Choose &folder…"), tr("Say in which folder of this computer they are"))
        fetch = tr(", and download them if they can be") if downloads else ""
        self.again_button = push_button(tr("&Try again"), tr("Look for them again{fetch}", fetch=fetch))
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.choose_button, 1)
        buttons.addWidget(self.again_button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.choose_button.clicked.connect(self._choose)
        self.again_button.clicked.connect(self._try_again)
        self.hide()

    def offer(self, data: str, reason: str) -> bool:
        """Whether ``data`` is missing; then the person is told so, and ``reason`` if they want to know more."""
        self._data = data
        missing = is_missing(data)
        self.setVisible(missing)
        self.words.setText(_words(data, self._downloads))
        self.words.setToolTip(literal(reason))
        return missing

    def _try_again(self) -> None:
        self.hide()
        self.again.emit()

    def _choose(self) -> None:
        folder = ask_for_folder(Kind.DATA, self, tr("Where are the pictures of {data}?", data=self._data))
        if folder is not None:
            self.take(folder)

    def take(self, folder: Path) -> None:
        """Look in ``folder`` from now on, or say why that is not the right one."""
        try:
            look_in(self._data, folder)
        except LatentariumError as error:
            self.words.setText(str(error))
        else:
            self._try_again()


def _words(data: str, downloads: bool) -> str:
    if data in NAMED_SETS:
        why = tr("and could not be downloaded") if downloads else tr("and are downloaded when a run starts")
        when = tr("when there is a connection to the internet") if downloads else tr("when they are here")
        return tr(
            "The pictures of {title} are not on this computer, {why}. Choose the folder that they "
            "are in, or try again {when}.",
            title=tr(NAMED_SETS[data].title),
            why=why,
            when=when,
        )
    return tr("The pictures in {data} are gone. If they were moved, choose the folder that they are in now.", data=data)
