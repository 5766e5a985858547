"""Losses, and D's opinion of real and generated pictures, as a run goes on."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from app.session.session import Session
from app.theme import GAP
from app.train.curves.curve_data import CurveData
from app.train.curves.doctor_strip import DoctorStrip
from app.work.background import Job
from gan.train.events import TrainEvent
from gan.train.run import Run

REFRESH_MS = 200
EXPLANATION = (
    "D(x) is how sure the discriminator is that a picture is real, D(G(z)) the same for generated ones. Both near 0.5: "
    "it cannot tell them apart. D(x) near 1 and D(G(z)) near 0 for long: D wins, and G has little to learn from."
)


class CurvesPanel(QWidget):
    """pyqtgraph is imported when the panel is first seen; while it is not, nothing is drawn."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._controller = session.training
        self._library = session.run_library
        self._compared: dict[str, CurveData] = {}
        self.data = CurveData()
        self._plots: Any = None
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.smooth_box = QCheckBox("&Smooth")
        self.smooth_box.setChecked(True)
        self.smooth_box.setToolTip(
            "A running mean over a fiftieth of the run; the faint line behind it is what was measured"
        )
        self.compared_button = QToolButton()
        self.compared_button.setAutoRaise(True)
        self.compared_button.setToolTip("Show the curves of the open run alone")
        self.compared_button.hide()
        self.empty_label = QLabel("Curves appear here when a run starts.")
        self.empty_label.setProperty("muted", True)
        explanation = QLabel(EXPLANATION)
        explanation.setProperty("muted", True)
        explanation.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.empty_label)
        head.addStretch(1)
        head.addWidget(self.compared_button)
        head.addWidget(self.smooth_box)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(QWidget())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(DoctorStrip(self._controller))
        layout.addWidget(holder, 1)
        layout.addWidget(explanation)

    def _connect(self) -> None:
        self._controller.run_changed.connect(self._take_run)
        self._controller.replayed.connect(self._take_events)
        self._controller.arrived.connect(self._take_events)
        self.smooth_box.toggled.connect(self._draw)
        self._timer.timeout.connect(self._draw)
        self._library.compared_changed.connect(self._read_compared)
        self.compared_button.clicked.connect(lambda: self._library.compare_curves(()))

    def _take_run(self, run: Run | None) -> None:
        self.data = CurveData()
        self._schedule()

    def _take_events(self, arrived: list[TrainEvent]) -> None:
        if self.data.take(arrived):
            self._schedule()

    def _schedule(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _draw(self) -> None:
        if self._plots is None:
            return
        self.empty_label.setVisible(self.data.count == 0 and not self._compared)
        self._plots.show_data(self.data, smooth=self.smooth_box.isChecked())

    def _read_compared(self, folders: tuple[Path, ...]) -> None:
        job = Job("Reading the curves", lambda _: {folder.name: _curves(folder) for folder in folders})
        job.succeeded.connect(self._compare)
        job.failed.connect(self._session.failed)
        self._session.background.start(job)

    def _compare(self, curves: dict[str, CurveData]) -> None:
        self._compared = curves
        self.compared_button.setText(f"Compared with {', '.join(curves)} ✕")
        self.compared_button.setVisible(bool(curves))
        if self._plots is not None:
            self._plots.show_compared(list(curves.items()))
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plots is None:
            from app.train.curves.plots import Plots

            self._plots = Plots()
            self._stack.setCurrentIndex(self._stack.addWidget(self._plots))
            self._recolour()
            self._plots.show_compared(list(self._compared.items()))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plots is not None:
            self._recolour()

    def _recolour(self) -> None:
        palette = self.palette()
        self._plots.recolour(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text))


def _curves(folder: Path) -> CurveData:
    data = CurveData()
    data.take(Run.open(folder).events())
    return data
