"""Choosing one of the training pictures."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from app.session.open_model import OpenModel
from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fill_items, fit_items
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from app.work.missing_pictures import MissingPictures
from gan.data.missing import real_place
from gan.data.preview import Preview, preview
from gan.images import Picture
from gan.words import marked, tr

COUNT, THUMBNAIL = 240, 56
READING = marked("Reading pictures…")


class DataPicturesDialog(QDialog):
    """Shows pictures from all parts of a folder, or the first ones of a named set, read beside the window."""

    def __init__(self, background: Background, model: OpenModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures: Picture = np.zeros((0, 1, 1, 1), np.uint8)
        self._build_ui()
        self._connect()
        self._reading = LatestJob(background, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._fail)
        self._read()

    @property
    def picture(self) -> Picture | None:
        """The chosen one, (H, W, C)."""
        row = self.list.currentRow()
        return self._pictures[row] if 0 <= row < len(self._pictures) else None

    def done(self, result: int) -> None:
        """What is still being read would outlast the dialog."""
        self._reading.forget()
        super().done(result)

    def _build_ui(self) -> None:
        self.setWindowTitle(tr("Choose a training picture"))
        self.resize(640, 480)
        self.words = muted(tr(READING), wraps=True)
        self.missing = MissingPictures(downloads=False)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Training pictures"))
        arrange_as_pictures(self.list, THUMBNAIL, QSize(THUMBNAIL + 6, THUMBNAIL + 6))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.find_button = self.buttons.addButton(tr("&Find its z"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.find_button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.words)
        layout.addWidget(self.missing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.missing.again.connect(self._read)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.currentRowChanged.connect(lambda _: self.find_button.setEnabled(self.picture is not None))

    def _read(self) -> None:
        model, data = self._model, real_place(str(self._model.data))
        self.words.setText(tr(READING))
        self.words.show()
        self._reading.start(Job(tr(READING), lambda _: preview(data, model.picture_format, COUNT, limit=model.limit)))

    def _fail(self, message: str) -> None:
        self.words.setText(message)
        self.words.setVisible(not self.missing.offer(str(self._model.data), message))

    def _show(self, found: Preview) -> None:
        self._pictures = np.ascontiguousarray(found.images.transpose(0, 2, 3, 1))
        count = len(self._pictures)
        of_all = (
            tr("{count:,} of {total:,} pictures", count=count, total=found.total)
            if found.total > count
            else tr("{count:,} pictures", count=count)
        )
        minded = tr(" Mind: {note}.", note=found.note) if found.note else ""
        words = tr("{of_all}, as the networks saw them.{minded}", of_all=of_all, minded=minded)
        self.words.setText(words if count else tr("None of these pictures can be read."))
        fit_items(self.list, count, THUMBNAIL)
        fill_items(self.list, self._pictures, THUMBNAIL)
