"""Play, a slider over a run's snapshots, and which of them is shown."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider, QWidget

from app.runs.timeline import Timeline
from app.widgets.flow_row import FlowRow
from app.widgets.labels import muted
from app.widgets.play_button import PlayButton
from gan.words import tr

MOST_TICKS = 60
SHORTEST = 64
"""Pixels of the slider; what is said of it stands below before it becomes shorter."""


class TimelineBar(QWidget):
    """Moves a :class:`Timeline`; without one it says why there is nothing to move."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.play_button = PlayButton(tr("Play the training as a film"), tr("Stop here"))
        self.play_button.setObjectName("play-timeline")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("timeline")
        self.slider.setAccessibleName(tr("Snapshots of the run, oldest to newest"))
        self.slider.setToolTip(tr("The same z through the training; while a run trains, the right end follows it"))
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(SHORTEST)
        self.caption = muted()
        self.caption.setMinimumWidth(self.caption.fontMetrics().horizontalAdvance("step 8,888,888 · 88 of 88"))
        row = FlowRow()
        row.addWidget(self.play_button)
        row.addWidget(self.slider, 1)
        row.addWidget(self.caption)
        self.setLayout(row)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._move)
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
        best = tr(" · best") if self._timeline.at_best else ""
        self.caption.setText(
            tr("no run, no timeline")
            if snapshot is None
            else tr(
                "step {step:,} · {index} of {count}{best}",
                step=snapshot.step,
                index=self._timeline.index + 1,
                count=count,
                best=best,
            )
        )
