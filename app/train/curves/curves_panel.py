"""Losses, and D's opinion of real and generated pictures, as a run goes on."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.theme import GAP
from app.train.curves.curves import Curves
from app.train.curves.doctor_strip import DoctorStrip
from app.train.curves.plots import Plots
from app.widgets.buttons import tool_button
from app.widgets.labels import muted, no_key
from app.widgets.watch import Watch
from gan.words import joined, marked, tr

REFRESH_MS = 200
EXPLAINED = 320
"""Pixels of height from which on there is room for words below the plots."""
EXPLANATION = marked(
    "D(x) is how sure the discriminator is that a picture is real, D(G(z)) the same for generated ones. Both near 0.5: "
    "it cannot tell them apart. D(x) near 1 and D(G(z)) near 0 for long: D wins, and G has little to learn from."
)


class CurvesPanel(QWidget):
    """While it is not seen, nothing is drawn; while it is, five times a second at most."""

    def __init__(self, curves: Curves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = curves
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._seen = Watch(self, self._take_seen, False)
        self._build_ui()
        self._connect()
        self._recolour()
        self._show_compared()
        self._seen.want(True)

    def _build_ui(self) -> None:
        self.smooth_box = QCheckBox(tr("&Smooth"))
        self.smooth_box.setChecked(True)
        self.smooth_box.setToolTip(
            tr("A running mean over a fiftieth of the run; the faint line behind it is what was measured")
        )
        self.compared_button = tool_button("", tr("Show the curves of the open run alone"), "close")
        self.compared_button.setAutoRaise(True)
        self.empty_label = muted(tr("Curves appear here when a run starts."), wraps=True)
        self.plots = Plots()
        head = QHBoxLayout()
        head.addWidget(self.empty_label, 1)
        head.addStretch(1)
        head.addWidget(self.compared_button)
        head.addWidget(self.smooth_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(DoctorStrip(self._curves, self))
        layout.addWidget(self.plots, 1)
        self.explanation = muted(tr(EXPLANATION), wraps=True)
        layout.addWidget(self.explanation)

    def _connect(self) -> None:
        self._curves.changed.connect(self._schedule)
        self._curves.compared_changed.connect(self._show_compared)
        self.smooth_box.toggled.connect(self.draw)
        self.compared_button.clicked.connect(self._curves.compare_nothing)
        self._timer.timeout.connect(self.draw)

    def draw(self) -> None:
        """Draw what there is now."""
        self._timer.stop()
        self.empty_label.setVisible(self._curves.data.count == 0 and not self._curves.compared)
        self.plots.show_data(self._curves.data, smooth=self.smooth_box.isChecked())

    def _schedule(self) -> None:
        if self._seen.active and not self._timer.isActive():
            self._timer.start()

    def _take_seen(self, seen: bool) -> None:
        if seen:
            self.draw()

    def _show_compared(self) -> None:
        compared = self._curves.compared
        self.compared_button.setText(tr("Compared with {names}", names=no_key(joined(compared))))
        self.compared_button.setVisible(bool(compared))
        self.plots.show_compared(list(compared.items()))
        self._schedule()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.explanation.setVisible(self.height() >= EXPLAINED)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        palette = self.palette()
        self.plots.recolour(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text))
