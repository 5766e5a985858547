"""Take it along: the picture, a strip, a film, z, a page that draws by itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from app.session.session import Session
from app.theme import GAP, MARGIN
from app.toolkit.offers import Named
from app.widgets.file_dialogs import Kind, ask_to_save
from app.widgets.labels import muted
from app.widgets.number_fields import IntField
from app.work.exports import Export, Look, What, export_job
from app.work.job_bar import JobBar
from app.work.latest_job import LatestJob
from gan.explore.directions import Directions
from gan.explore.paths import LatentPath
from gan.export import FASTEST, LARGEST_SCALE
from gan.formats import file_filter, suffixes, with_suffix
from gan.sizes import Size
from gan.words import tr


class ExportDialog(QDialog):
    """Asks what to write and how; stays open, with progress, until ``jobs`` has written it.

    The window can be used meanwhile: what is written is what it shows at Save. Strips and films go along ``path()``,
    and ``directions()`` get sliders on a page.
    """

    def __init__(
        self,
        session: Session,
        path: Callable[[], LatentPath],
        jobs: LatestJob,
        parent: QWidget | None = None,
        directions: Callable[[], Sequence[Named]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._session, self._path, self._jobs, self._directions = session, path, jobs, directions
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.setWindowTitle(tr("Export"))
        self.what_box = QComboBox()
        for what in What:
            self.what_box.addItem(what.title, what)
        self.scale_box = _number(1, LARGEST_SCALE, Look.scale, "×")
        self.scale_box.setToolTip(tr("How many pixels wide each of the generator's pixels becomes"))
        self.smooth_box = QCheckBox(tr("&Smooth"))
        self.smooth_box.setToolTip(tr("Blend pixels into each other instead of drawing them as squares"))
        self.frames_box = _number(2, 5000, Look.frames, tr(" pictures"))
        self.fps_box = _number(1, FASTEST, Look.fps, tr(" a second"))
        self.size_label = muted()
        self.network_label = muted(wraps=True)
        self._build_form()
        self.job_bar = JobBar()
        self.job_bar.follow(self._jobs)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(self.form)
        layout.addWidget(self.job_bar)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(360)

    def _build_form(self) -> None:
        self.form = QFormLayout()
        self.form.setSpacing(GAP)
        self.form.addRow(tr("&What"), self.what_box)
        self.form.addRow(tr("&Enlarged"), self.scale_box)
        self.form.addRow("", self.smooth_box)
        self.form.addRow(tr("&On the path"), self.frames_box)
        self.form.addRow(tr("S&peed"), self.fps_box)
        self.form.addRow("", self.size_label)
        self.form.addRow("", self.network_label)

    def _connect(self) -> None:
        self.what_box.currentIndexChanged.connect(self._show)
        self.scale_box.valueChanged.connect(self._show)
        self.frames_box.valueChanged.connect(self._show)
        self.fps_box.valueChanged.connect(self._show)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        self._jobs.busy_changed.connect(self._show)
        self._session.network_changed.connect(self._show)
        self._jobs.succeeded.connect(self.accept)

    @property
    def what(self) -> What:
        """What is chosen."""
        return What(self.what_box.currentData())

    def save(self, target: Path) -> None:
        """Write ``target`` beside the window; its end is completed."""
        network = self._session.network
        model, device = self._session.model, self._session.device
        if network is None or model is None:
            return
        target = with_suffix(target, self.what.content)
        directions = _named([each for each in self._directions() if len(each.vector) == model.config.z_dim])
        export = Export(self.what, target, network, self._path(), device, self._look, model.source.name, directions)
        self._jobs.start(export_job(export))

    @property
    def _look(self) -> Look:
        frames, fps = self.frames_box.value(), self.fps_box.value()
        return Look(self.scale_box.value(), self.smooth_box.isChecked(), frames, fps)

    def reject(self) -> None:
        """Closing it cancels what is being written."""
        self._jobs.forget()
        super().reject()

    def _choose(self) -> None:
        content = self.what.content
        start = f"{self.what.name.lower()}{suffixes(content)[0]}"
        target = ask_to_save(Kind.EXPORT, self, tr("Export"), start, file_filter(content))
        if target is not None:
            self.save(target)

    def _show(self) -> None:
        what, model = self.what, self._session.model
        origin = self._session.origin
        self.network_label.setText(
            "" if origin is None else tr("Drawn by {origin}; the file says so, too.", origin=origin.text)
        )
        enlarged, on_path = what not in (What.Z, What.PAGE), what in (What.STRIP, What.FILM)
        for widget, shown in (
            (self.scale_box, enlarged),
            (self.smooth_box, enlarged),
            (self.frames_box, on_path),
            (self.network_label, what is not What.Z and origin is not None),
            (self.fps_box, what is What.FILM),
        ):
            self.form.setRowVisible(widget, shown)
        self.size_label.setText("" if model is None else self._described(model.config.picture_size, model.config.z_dim))
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(model is not None and not self._jobs.busy)
        self.adjustSize()

    def _described(self, picture_size: Size, z_dim: int) -> str:
        size, frames = picture_size.times(self.scale_box.value()).text, self.frames_box.value()
        match self.what:
            case What.Z:
                return tr("{z_dim} numbers; generate --z makes the picture of them", z_dim=z_dim)
            case What.PICTURE:
                return tr("{size} pixels", size=size)
            case What.STRIP:
                return tr("{frames} pictures of {size} pixels side by side", frames=frames, size=size)
            case What.FILM:
                return tr("{size} pixels, {frames:.1f} seconds", size=size, frames=frames / self.fps_box.value())
            case What.PAGE:
                return tr(
                    "One file with sliders, layers and a convolution taken apart, which needs no program and no net"
                )


def _named(offered: Sequence[Named]) -> Directions | None:
    """As one set; None without any."""
    if not offered:
        return None
    vectors = np.stack([each.vector for each in offered])
    return Directions("", vectors, np.zeros(len(offered), np.float32), tuple(each.name for each in offered))


def _number(low: int, high: int, value: int, suffix: str) -> IntField:
    box = IntField()
    box.setRange(low, high)
    box.setValue(value)
    box.setSuffix(suffix)
    box.setKeyboardTracking(True)  # the size is told while it is being typed
    return box
