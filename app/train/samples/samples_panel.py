"""The grid of a fixed noise batch, now and earlier in the run."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app.session.session import Session
from app.theme import GAP
from app.widgets.image_view import ImageView
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run

EMPTY = "Samples appear here when a run starts."


class SamplesPanel(QWidget):
    """Shows the newest grid, or an earlier one while the slider is not at its right end."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = session.training
        self._grids: list[events.SamplesReady] = []
        self._folder = Path()
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.view = ImageView(EMPTY, whole_pixels=False)
        self.view.setObjectName("samples-view")
        self.view.setAccessibleName("Samples of the run")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Earlier and newer samples")
        self.slider.setToolTip("The same noise through the run; the right end follows the newest samples")
        self.caption = QLabel()
        self.caption.setProperty("muted", True)
        self.caption.setMinimumWidth(90)
        foot = QHBoxLayout()
        foot.addWidget(self.slider, 1)
        foot.addWidget(self.caption)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self._fit_slider(to_end=True)

    def _connect(self) -> None:
        self._controller.run_changed.connect(self._take_run)
        self._controller.replayed.connect(self._take_events)
        self._controller.arrived.connect(self._take_events)
        self.slider.valueChanged.connect(self._show)

    def _take_run(self, run: Run | None) -> None:
        self._grids, self._folder = [], Path() if run is None else run.folder
        self._fit_slider(to_end=True)
        self._show()

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        new = [event for event in arrived if isinstance(event, events.SamplesReady)]
        if new:
            at_end = self.slider.value() == self.slider.maximum()
            for event in new:
                self._add(event)
            self._fit_slider(to_end=at_end)
            self._show()

    def _add(self, event: events.SamplesReady) -> None:
        """A run that is continued draws its samples anew from the step that it goes on from."""
        while self._grids and self._grids[-1].step >= event.step:
            self._grids.pop()
        self._grids.append(event)

    def _fit_slider(self, *, to_end: bool) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(self._grids) - 1))
            if to_end:
                self.slider.setValue(self.slider.maximum())
        self.slider.setEnabled(len(self._grids) > 1)

    def _show(self) -> None:
        if not self._grids:
            self.view.set_placeholder(EMPTY)
            self.view.set_image(QImage())
            self.caption.clear()
            return
        if not self.isVisible():
            return
        grid = self._grids[self.slider.value()]
        image = QImage(str(self._folder / grid.path))
        if image.isNull():
            self.view.set_placeholder(f"The samples of step {grid.step:,} are not in the run's folder any more.")
        self.view.set_image(image)
        self.caption.setText(f"step {grid.step:,}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
