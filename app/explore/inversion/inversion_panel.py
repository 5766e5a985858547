"""From a picture to its z: the picture, what the generator makes of it, and how far that is off."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.explore.inversion.data_pictures_dialog import DataPicturesDialog
from app.explore.inversion.inversion import Inversion
from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import GAP
from app.widgets.buttons import push_button
from app.widgets.file_dialogs import Kind, ask_to_open
from app.widgets.image_view import ImageView
from app.widgets.labels import literal, muted
from app.work.background import Background
from app.work.job_bar import JobBar
from gan.data.pictures import EXTENSIONS
from gan.images import Picture
from gan.layers.mosaic import colour_table
from gan.words import tr


class InversionPanel(QWidget):
    """Shows the search as it goes."""

    def __init__(
        self, session: Session, inversion: Inversion, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._inversion, self._background = session, inversion, background
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.choose_button = push_button(
            tr("Choose a &picture…"), tr("Any picture file, of which the middle is taken"), "picture"
        )
        self.data_button = push_button(tr("From the &data…"))
        self.data_button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP // 2)
        buttons.addWidget(self.choose_button, 1)
        buttons.addWidget(self.data_button, 1)
        self.job_bar = JobBar()
        self.words = muted(wraps=True)
        self.go_button = push_button(tr("&Go there"), tr("Move to the point that was found; can be undone"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(buttons)
        layout.addWidget(self.job_bar)
        layout.addWidget(self.words)
        layout.addWidget(self._build_question())
        layout.addWidget(self.go_button)
        layout.addLayout(self._build_views(), 1)

    def _build_question(self) -> QWidget:
        self.edited_button = push_button(tr("The &changed one"), tr("Look for z in the network with its edits"))
        self.original_button = push_button(tr("The &original"), tr("Look for z in the network as it is in its file"))
        self.question = QWidget()
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.edited_button, 1)
        row.addWidget(self.original_button, 1)
        return self.question

    def _build_views(self) -> QVBoxLayout:
        self.original, self.result, self.difference = (ImageView("", whole_pixels=False) for _ in range(3))
        self.difference.setToolTip(
            tr("How far each pixel is off: from black, not at all, to the largest error there is")
        )
        self._captions = [muted(title) for title in (tr("Picture"), tr("Result"), tr("Difference"))]
        views = QVBoxLayout()
        views.setSpacing(GAP // 2)
        for view, caption in zip((self.original, self.result, self.difference), self._captions, strict=True):
            view.setAccessibleName(caption.text())
            caption.hide()
            views.addWidget(view, 1)
            views.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)
        return views

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose)
        self.data_button.clicked.connect(self._choose_from_data)
        self._inversion.changed.connect(self._show)
        self.job_bar.follow(self._inversion.search)
        self._inversion.search.busy_changed.connect(lambda _: self._show_go())
        self.edited_button.clicked.connect(lambda: self._inversion.choose(edited=True))
        self.original_button.clicked.connect(lambda: self._inversion.choose(edited=False))
        self.go_button.clicked.connect(self._inversion.go)
        self._session.z_changed.connect(lambda _: self._show_go())
        self._session.follow_model(self._offer_data)

    def _choose(self) -> None:
        files = tr("Pictures ({endings})", endings=" ".join(f"*.{ending}" for ending in sorted(EXTENSIONS)))
        picture = ask_to_open(Kind.PICTURE, self, tr("Choose a picture"), files)
        if picture is not None:
            self._find(picture)

    def _choose_from_data(self) -> None:
        model = self._session.model
        if model is not None and model.data is not None:
            dialog = DataPicturesDialog(self._background, model, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._find_chosen(dialog))
            self._session.model_changed.connect(dialog.reject)  # its pictures are those of this model
            dialog.show()

    def _find_chosen(self, dialog: DataPicturesDialog) -> None:
        if dialog.picture is not None:
            self._find(dialog.picture)

    def _find(self, picture: Path | Picture) -> None:
        self._session.attempt(lambda: self._inversion.find(picture))

    def _show(self) -> None:
        target, found = self._inversion.target, self._inversion.found
        self.words.setText(self._inversion.words)
        self.original.set_picture(target)
        for caption in self._captions:
            caption.setVisible(target is not None)
        self.result.set_picture(None if found is None else found.picture)
        self.difference.set_picture(None if found is None or target is None else _difference(found.picture, target))
        self.question.setVisible(self._inversion.is_asking)
        self._show_go()

    def _show_go(self) -> None:
        self.go_button.setVisible(self._inversion.can_go and not self._inversion.search.busy)

    def _offer_data(self, before: OpenModel | None, now: OpenModel) -> None:
        self.data_button.setEnabled(now.data is not None)
        unknown = tr("It is not known what this generator learned from")
        known = literal(tr("Choose one of the training pictures: {data}", data=now.data))
        self.data_button.setToolTip(unknown if now.data is None else known)


def _difference(picture: Picture, target: Picture) -> Picture:
    """(H, W, C) twice -> (H, W, 3): the largest error of each pixel, in colours."""
    error = np.abs(picture.astype(np.int16) - target).max(axis=2)
    return colour_table("magma")[error * 255 // max(1, int(error.max()))]
