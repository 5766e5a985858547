"""A button that starts something moving, and stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from app.widgets.icons import dress
from gan.words import tr


class PlayButton(QToolButton):
    """Shows what a press would do: a triangle, or two bars while it is pressed; with words beside them if asked."""

    def __init__(self, play_tip: str, pause_tip: str, parent: QWidget | None = None, *, words: bool = False) -> None:
        super().__init__(parent)
        self._play_tip, self._pause_tip, self._words = play_tip, pause_tip, words
        self.setCheckable(True)
        if words:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, playing: bool) -> None:
        word = tr("Pause") if playing else tr("Play")
        dress(self, "pause" if playing else "play")
        self.setToolTip(self._pause_tip if playing else self._play_tip)
        self.setAccessibleName(word)
        if self._words:
            self.setText(word)
