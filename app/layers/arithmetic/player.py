"""Which view of the arithmetic, step and play: what the inspector and the playground have in common."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.buttons import icon_button
from app.widgets.icons import dress
from app.widgets.segmented import SegmentedControl
from gan.words import marked, tr

GATHER, SCATTER = marked("gather"), marked("scatter")
WHOLE_MS, SHORTEST_MS, LONGEST_MS = 20_000, 20, 400


class Player(QWidget):
    """Back, play, forward; it plays only while it can be seen."""

    stepped = Signal(int)
    """One step forward (1) or back (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.stepped.emit(1))
        self.back = icon_button("previous", tr("One step back"))
        self.play = icon_button("play", tr("Play: step by step, from here on"))
        self.forward = icon_button("next", tr("One step on"))
        self.play.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in (self.back, self.play, self.forward):
            layout.addWidget(button)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.forward.clicked.connect(lambda: self.stepped.emit(1))
        self.play.toggled.connect(self._run)
        self._run(False)

    @property
    def playing(self) -> bool:
        """Whether it steps by itself."""
        return self._timer.isActive()

    def set_length(self, count: int) -> None:
        """Play ``count`` steps in about 20 seconds, but none too fast to be seen or too slow to be waited for."""
        self._timer.setInterval(max(SHORTEST_MS, min(LONGEST_MS, WHOLE_MS // max(count, 1))))

    def stop(self) -> None:
        """Step no longer."""
        self.play.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()

    def _run(self, playing: bool) -> None:
        if playing:
            self._timer.start()
        else:
            self._timer.stop()
        dress(self.play, "pause" if playing else "play")


def view_switch() -> SegmentedControl:
    """Gather or scatter; gather holds at first."""
    switch = SegmentedControl({GATHER: tr("Gather"), SCATTER: tr("Scatter")})
    switch.setAccessibleName(tr("View"))
    switch.button(GATHER).setToolTip(tr("From an output to what makes it: zero insertion and convolution"))
    switch.button(SCATTER).setToolTip(tr("From an input cell to what it paints: stamps that add up"))
    switch.set_current(GATHER)
    return switch
