"""Play, a slider over a run's snapshots, and which of them is shown."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from app.runs.timeline import Timeline
from app.theme import GAP
from app.widgets.buttons import tool_button
from app.widgets.labels import muted
from app.widgets.play_button import PlayButton

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
        self.play_button = PlayButton("Play the training as a film", "Stop here")
        self.play_button.setObjectName("play-timeline")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("timeline")
        self.slider.setAccessibleName("Snapshots of the run, oldest to newest")
        self.slider.setToolTip("The same z through the training; while a run trains, the right end follows it")
        self.slider.setPageStep(1)
        self.best_button = tool_button("Best")
        self.best_button.setObjectName("best-snapshot")
        self.newest_button = tool_button("Newest", "Show the newest snapshot")
        self.newest_button.setObjectName("newest-snapshot")
        self.caption = muted()
        self.caption.setMinimumWidth(self.caption.fontMetrics().horizontalAdvance("step 8,888,888 · 88 of 88 · best"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.play_button)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.best_button)
        layout.addWidget(self.newest_button)
        layout.addWidget(self.caption)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._move)
        self.best_button.clicked.connect(self._timeline.move_to_best)
        self.newest_button.clicked.connect(self._timeline.move_to_newest)
        self.play_button.toggled.connect(self._timeline.set_playing)
        self._timeline.playing_changed.connect(self.play_button.setChecked)
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
        self._show_best()
        best = " · best" if 0 <= self._timeline.index == self._timeline.best_index else ""
        self.caption.setText(
            "no run, no timeline"
            if snapshot is None
            else f"step {snapshot.step:,} · {self._timeline.index + 1} of {count}{best}"
        )

    def _show_best(self) -> None:
        timeline, best = self._timeline, self._timeline.best
        self.best_button.setEnabled(timeline.best_index >= 0 and timeline.index != timeline.best_index)
        self.newest_button.setEnabled(not timeline.at_end)
        known = timeline.best_index >= 0 and best is not None
        self.best_button.setToolTip(
            f"Show the best snapshot, that of step {best.step:,}: {best.text}"
            if known and best is not None
            else "Which snapshot is the best is not known: this run was not measured, or not for long enough"
        )
