"""From a picture to its z: the picture, what the generator makes of it, and how far that is off."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.explore.inversion.data_pictures_dialog import DataPicturesDialog
from app.session.open_model import OpenModel
from app.session.render_service import Slot
from app.session.session import Session
from app.theme import GAP
from app.widgets.image_view import ImageView
from app.work.background import Job
from app.work.job_bar import JobBar
from gan.data.pictures import EXTENSIONS
from gan.explore.inversion_settings import Guess
from gan.images import Picture
from gan.layers.mosaic import colour_table

FILES = f"Pictures ({' '.join(f'*.{extension}' for extension in sorted(EXTENSIONS))})"
_HINT = "Drop a picture on the window, or choose one: the point whose picture comes closest is looked for."


class InversionPanel(QWidget):
    """Shows the search as it goes; the session moves to what it found."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inversion = session.inversion
        self._target: Picture | None = None
        self._psnr = 0.0
        self._build_ui()
        self._connect()
        self._offer_data(session.model)

    def _build_ui(self) -> None:
        self.choose_button = QPushButton("Choose a &picture…")
        self.choose_button.setToolTip("Any picture file; its middle square is taken")
        self.data_button = QPushButton("From the &data…")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP // 2)
        buttons.addWidget(self.choose_button, 1)
        buttons.addWidget(self.data_button, 1)
        self.job_bar = JobBar()
        self.words = QLabel(_HINT)
        self.words.setWordWrap(True)
        self.words.setProperty("muted", True)
        self.original, self.result, self.difference = (ImageView("", whole_pixels=False) for _ in range(3))
        views = QVBoxLayout()
        views.setSpacing(GAP // 2)
        titles = ("Picture", "Result", "Difference")
        self._captions = [QLabel(title) for title in titles]
        for view, caption in zip((self.original, self.result, self.difference), self._captions, strict=True):
            view.setAccessibleName(caption.text())
            caption.setProperty("muted", True)
            caption.hide()
            views.addWidget(view, 1)
            views.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)
        self.difference.setToolTip("How far each pixel is off: from black, not at all, to the largest error there is")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(buttons)
        layout.addWidget(self.job_bar)
        layout.addWidget(self.words)
        layout.addLayout(views, 1)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose)
        self.data_button.clicked.connect(self._choose_from_data)
        self._inversion.started.connect(self._show_start)
        self._inversion.target_read.connect(self._show_target)
        self._inversion.improved.connect(self._show_guess)
        self._inversion.found.connect(self._show_found)
        self._session.sheets.rendered.connect(self._show_result)
        self._session.model_changed.connect(self._take_model)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Choose a picture", "", FILES)
        if name:
            self._session.find_picture(Path(name))

    def _choose_from_data(self) -> None:
        model = self._session.model
        if model is not None and model.data is not None:
            dialog = DataPicturesDialog(self._session.background, model.data, model.config, self)
            if dialog.exec() == QDialog.DialogCode.Accepted and dialog.picture is not None:
                self._session.find_picture(dialog.picture)
            dialog.deleteLater()

    def _show_start(self, job: Job) -> None:
        self.job_bar.watch(job)
        job.cancelled.connect(lambda: self.words.setText("Cancelled; the point has not moved."))
        job.failed.connect(self.words.setText)
        self.words.setText("Looking at random points…")
        self._target = None
        for view in (self.original, self.result, self.difference):
            view.set_picture(None)

    def _show_target(self, picture: Picture) -> None:
        self._target = picture
        self.original.set_picture(picture)
        for caption in self._captions:
            caption.show()

    def _show_guess(self, guess: Guess) -> None:
        self._psnr = guess.psnr
        self.words.setText(f"Start {guess.start}, step {guess.step}: PSNR {guess.psnr:.1f} dB")
        self._session.sheets.show(Slot.INVERSION, guess.z[None])

    def _show_found(self, guess: Guess) -> None:
        self.words.setText(f"Found: PSNR {guess.psnr:.1f} dB. {_judged(guess.psnr)}")

    def _show_result(self, slot: Slot, pictures: Picture) -> None:
        if slot is Slot.INVERSION and self._target is not None and pictures[0].shape == self._target.shape:
            self.result.set_picture(pictures[0])
            error = np.abs(pictures[0].astype(np.int16) - self._target).max(axis=2)
            self.difference.set_picture(colour_table("magma")[error * 255 // max(1, int(error.max()))])

    def _take_model(self, model: OpenModel) -> None:
        """What was found belongs to the generator that found it."""
        self._session.sheets.show(Slot.INVERSION, np.zeros((0, 0), np.float32))
        self._offer_data(model)

    def _offer_data(self, model: OpenModel | None) -> None:
        data = None if model is None else model.data
        self.data_button.setEnabled(data is not None)
        unknown = "It is not known what this generator learned from"
        self.data_button.setToolTip(unknown if data is None else f"Choose one of the training pictures: {data}")


def _judged(psnr: float) -> str:
    if psnr >= 30:
        return "The generator makes this very picture."
    if psnr >= 20:
        return "The generator makes something like it."
    return "The generator knows nothing like this picture."
