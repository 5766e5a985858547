"""Choosing one of the training pictures."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fill_items, fit_items
from app.work.background import Background, Job
from gan.data.preview import Preview, preview
from gan.images import Picture
from gan.model.config import ModelConfig

COUNT, THUMBNAIL = 240, 56


class DataPicturesDialog(QDialog):
    """Shows pictures from all parts of a folder, or the first ones of a named set, read beside the window."""

    def __init__(self, background: Background, data: str, config: ModelConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Picture = np.zeros((0, 1, 1, 1), np.uint8)
        self._build_ui()
        self._connect()
        job = Job("Reading pictures", lambda _: preview(data, config.image_size, config.channels, COUNT))
        job.succeeded.connect(self._show)
        job.failed.connect(self.words.setText)
        background.start(job)

    @property
    def picture(self) -> Picture | None:
        """The chosen one, (H, W, C)."""
        row = self.list.currentRow()
        return self._pictures[row] if 0 <= row < len(self._pictures) else None

    def _build_ui(self) -> None:
        self.setWindowTitle("Choose a training picture")
        self.resize(640, 480)
        self.words = muted("Reading pictures…", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName("Training pictures")
        arrange_as_pictures(self.list, THUMBNAIL, QSize(THUMBNAIL + 6, THUMBNAIL + 6))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.find_button = self.buttons.addButton("&Find its z", QDialogButtonBox.ButtonRole.AcceptRole)
        self.find_button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.currentRowChanged.connect(lambda _: self.find_button.setEnabled(self.picture is not None))

    def _show(self, found: Preview) -> None:
        self._pictures = np.ascontiguousarray(found.images.transpose(0, 2, 3, 1))
        count = len(self._pictures)
        of_all = f"{count:,} of {found.total:,} pictures" if found.total > count else f"{count:,} pictures"
        self.words.setText(f"{of_all}, as the networks saw them." if count else "None of these pictures can be read.")
        fit_items(self.list, count, THUMBNAIL)
        fill_items(self.list, self._pictures, THUMBNAIL)
