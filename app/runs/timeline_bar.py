"""Play, a slider over a run's snapshots, and which of them is shown."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from app.runs.timeline import Timeline
from app.theme import GAP
from app.widgets.icons import pause_icon, play_icon

MOST_TICKS = 60


class TimelineBar(QWidget):
    """Moves a :class:`Timeline`; without one it says why there is nothing to move."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.play_button = QToolButton()
        self.play_button.setObjectName("play-timeline")
        self.play_button.setCheckable(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("timeline")
        self.slider.setAccessibleName("Snapshots of the run, oldest to newest")
        self.slider.setToolTip("The same z through the training; while a run trains, the right end follows it")
        self.slider.setPageStep(1)
        self.caption = QLabel()
        self.caption.setProperty("muted", True)
        self.caption.setMinimumWidth(self.caption.fontMetrics().horizontalAdvance("step 8,888,888 · 88 of 88"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.play_button)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.caption)
        self._show_playing(False)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._move)
        self.play_button.toggled.connect(self._timeline.set_playing)
        self._timeline.playing_changed.connect(self._show_playing)
        self._timeline.changed.connect(self._show)

    def _move(self, index: int) -> None:
        self._timeline.set_playing(False)
        self._timeline.move_to(index)

    def _show(self) -> None:
        count, snapshot = len(self._timeline.snapshots), self._timeline.snapshot
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, count - 1))
            self.slider.setValue(self._timeline.index)
        ticks = QSlider.TickPosition.TicksBelow if 1 < count <= MOST_TICKS else QSlider.TickPosition.NoTicks
        if self.slider.tickPosition() != ticks:
            self.slider.setTickPosition(ticks)
        for widget in (self.slider, self.play_button):
            widget.setEnabled(count > 1)
        self.caption.setText(
            "no run, no timeline"
            if snapshot is None
            else f"step {snapshot.step:,} · {self._timeline.index + 1} of {count}"
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_playing(self.play_button.isChecked())

    def _show_playing(self, playing: bool) -> None:
        with QSignalBlocker(self.play_button):
            self.play_button.setChecked(playing)
        self.play_button.setIcon(pause_icon(self) if playing else play_icon(self))
        self.play_button.setToolTip("Stop here" if playing else "Play the training as a film")
        self.play_button.setAccessibleName("Pause the timeline" if playing else "Play the timeline")
