"""Labels of one kind, and texts that are shown as they are: Qt takes what looks like HTML for HTML."""

import html
import re

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel


def muted(text: str = "", *, wraps: bool = False, rich: bool = False) -> QLabel:
    """Words that stand back behind what they explain, with HTML in them only if they are ``rich``."""
    label = plain(text, wraps=wraps)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    label.setProperty("muted", True)
    return label


def plain(text: str = "", *, wraps: bool = False) -> QLabel:
    """A label for names of folders and whatever else people and files say."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label


def readout(widest: str) -> QLabel:
    """Muted, for what changes with every picture: as large as ``widest`` needs, so nothing else is laid out anew."""
    label = muted()
    keep_size(label, widest)
    return label


def keep_size(label: QLabel, widest: str) -> None:
    """Have ``label`` always as large as ``widest`` needs: whatever it says then moves nothing beside it."""
    text = label.text()
    label.setText(widest)
    label.ensurePolished()
    label.setFixedSize(label.sizeHint())
    label.setText(text)


def no_key(text: str) -> str:
    """``text`` for menus and buttons, which take a single & for the mark of a key."""
    return text.replace("&", "&&")


def without_key(text: str) -> str:
    """The text of a menu or its entry, without marks for the keyboard: ``Log`` for ``&Log…`` and ``Log(&L)…``."""
    unmarked = re.sub(r"\(&\w\)|&(?!&)", "", text.replace("&&", "\0"))
    return unmarked.replace("\0", "&").rstrip("…")


def unbroken(text: str) -> str:
    """``text`` whose sizes, such as 28 × 28, and results, such as = 28, stay on one line each."""
    return re.sub(r"(?<=\d) (?=×)|(?<=×) (?=\d)|(?<==) (?=\d)", "\u00a0", text)


def literal(text: str) -> str:
    """``text`` for tool tips and dialogs, which show it as it is, even if it looks like HTML."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"
