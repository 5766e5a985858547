"""The grid of a fixed noise batch, now and earlier in the run."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.theme import GAP
from app.train.samples.sample_grids import SampleGrids
from app.widgets.grid_gaps import with_gaps
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from app.widgets.watch import Watch
from gan.train.events import SamplesReady
from gan.words import joined, marked, tr

EMPTY = marked("Samples appear here when a run starts.")


class SamplesPanel(QWidget):
    """Shows the newest grid, or an earlier one while the slider is not at its right end."""

    def __init__(self, samples: SampleGrids, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = samples
        self._image = QImage()
        self._build_ui()
        self._seen: Watch[SamplesReady | None] = Watch(self, self._read, None)
        self.slider.valueChanged.connect(self._show)
        samples.changed.connect(self._take_grids)
        self._take_grids()

    def _build_ui(self) -> None:
        self.view = ImageView(tr(EMPTY), whole_pixels=False)
        self.view.setObjectName("samples-view")
        self.view.setAccessibleName(tr("Samples of the run"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Earlier and newer samples"))
        self.slider.setToolTip(tr("The same noise through the run; the right end follows the newest samples"))
        self.slider.setRange(0, 0)
        self.caption = muted()
        self.caption.setMinimumWidth(90)
        self.columns = muted(wraps=True)
        self.columns.setObjectName("sample-classes")
        foot = QHBoxLayout()
        foot.addWidget(self.slider, 1)
        foot.addWidget(self.caption)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.columns)
        layout.addLayout(foot)

    def _take_grids(self) -> None:
        """Who went back stays there."""
        count, at_end = len(self._samples.grids), self.slider.value() == self.slider.maximum()
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, count - 1))
            if at_end:
                self.slider.setValue(self.slider.maximum())
        self.slider.setEnabled(count > 1)
        self.columns.setText(_columns_text(self._samples.columns))
        self.columns.setVisible(bool(self._samples.columns))
        self._show()

    def _show(self) -> None:
        grids = self._samples.grids
        if not grids:
            self.view.set_placeholder(tr(EMPTY))
            self._image = QImage()
            self._show_image()
            self.caption.clear()
        self._seen.want(grids[self.slider.value()] if grids else None)

    def _read(self, grid: SamplesReady | None) -> None:
        """None while there is nothing to see, or nobody looks."""
        if grid is None:
            return
        image = QImage(str(self._samples.path(grid)))
        if image.isNull():
            self.view.set_placeholder(
                tr("The samples of step {step:,} are not in the run's folder any more.", step=grid.step)
            )
        self._image = image
        self._show_image()
        self.caption.setText(tr("step {step:,}", step=grid.step))

    def _show_image(self) -> None:
        ground = self.palette().color(QPalette.ColorRole.Window)
        self.view.set_image(with_gaps(self._image, self._samples.tile, self._samples.count, ground))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._show_image()
        super().changeEvent(event)


def _columns_text(names: Sequence[str]) -> str:
    return tr("A column for each class: {names}", names=joined(names)) if names else ""
