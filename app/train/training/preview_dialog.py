"""What the networks will see: some pictures of the chosen set, brought into shape as for training."""

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.theme import GAP
from app.train.training.range_choice import RangeChoice
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from app.work.missing_pictures import MissingPictures
from gan.data.missing import current_place
from gan.data.preview import Preview, preview
from gan.data.value_range import AS_STORED, ValueRange
from gan.errors import sentence
from gan.images import grid
from gan.train.config import TrainConfig
from gan.train.loading import picture_format
from gan.train.wording import few_steps_text
from gan.words import joined, marked, tr

COLUMNS, ROWS = 8, 5
WAIT_MS = 250
NAMED = 5


class PreviewDialog(QDialog):
    """Stays beside the form and follows it; pictures are read beside the window, and none is packed."""

    value_range_chosen = Signal(str)
    """For the form, which this dialog follows."""
    moved = Signal(str)
    """Where the pictures are that were not in the place of before; for the form too."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config: TrainConfig | None = None
        self._found: Preview | None = None
        self._reading = LatestJob(background, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._fail)
        self._timer = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._read)
        self._build_ui()

    def _build_ui(self) -> None:
        self.setWindowTitle(tr("What the networks will see"))
        self.resize(640, 480)
        self.view = ImageView(tr("Reading some pictures…"), whole_pixels=False)
        self.view.setObjectName("preview")
        self.view.setAccessibleName(tr("Pictures as the networks will see them"))
        self.range_choice = RangeChoice()
        self.range_choice.chosen.connect(self.value_range_chosen)
        self.missing = MissingPictures(downloads=False)
        self.missing.again.connect(self._look_again)
        self.caption = muted(wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.missing)
        layout.addWidget(self.range_choice)
        layout.addWidget(self.caption)

    def follow(self, config: TrainConfig) -> None:
        """Show the pictures of ``config`` soon."""
        before, self._config = self._config, config
        if before is None or _looks(before) != _looks(config):
            self._timer.start()
        elif self._found is not None:
            self.caption.setText(caption(config, self._found))

    def _read(self) -> None:
        config = self._config
        if config is not None:
            self._reading.start(Job(tr("Reading pictures"), lambda _: (config, _preview(config))))

    def _look_again(self) -> None:
        """The form is to have the place that a person names; a named set is found by its name."""
        if self._config is not None:
            place = current_place(self._config.data)
            if place != self._config.data:
                self.moved.emit(place)
            else:
                self._read()

    def _show(self, read: tuple[TrainConfig, Preview]) -> None:
        config, self._found = read
        self.missing.hide()
        found = self._found
        if len(found.images):
            shown = found.images.transpose(0, 2, 3, 1)
            ground = self.palette().color(QPalette.ColorRole.Window).lightness()
            self.view.set_picture(grid(_mirrored(shown) if config.mirror else shown, COLUMNS, background=ground))
        else:
            self.view.set_placeholder(tr("None of the pictures looked at can be read."))
            self.view.set_picture(None)
        self.range_choice.show_range(config.value_range, found.value_range)
        self.caption.setText(caption(config, found))

    def _fail(self, message: str) -> None:
        self._found = None
        missing = self._config is not None and self.missing.offer(self._config.data, message)
        self.view.set_placeholder("" if missing else message)
        self.view.set_picture(None)
        self.range_choice.hide()
        self.caption.clear()


def caption(config: TrainConfig, found: Preview) -> str:
    """How many there are, their shape and range, which of those looked at cannot be read, and what does not count."""
    colours = tr("grey") if config.model.channels == 1 else tr("colour")
    width, height = config.model.picture_size
    size = f"{width}×{height} {colours}"
    text = (
        tr("{count} of {total:,} files, {size}.", count=len(found.images), total=found.total, size=size)
        if found.total
        else tr("The first pictures, {size}.", size=size)
    )
    if found.value_range:
        text += f" {_range_text(found.value_range)}"
    if found.unreadable:
        unreadable = (
            tr("{title}: {about}", title=entry.path, about=entry.reason) for entry in found.unreadable[:NAMED]
        )
        named = joined(unreadable, marked("{one}; {other}"))
        text += tr(
            " {count} of those looked at cannot be read and will be left out: {named}.",
            count=len(found.unreadable),
            named=named,
        )
    if found.skipped:
        skipped = (f"{each.count:,} {each.reason}" for each in found.skipped)
        text += tr(" Not counted: {names}.", names=joined(skipped, marked("{one}; {other}")))
    return f"{text} {sentence(few_steps_text(config, found.total))}".rstrip()


def _range_text(value_range: str) -> str:
    if value_range == AS_STORED:
        return tr("Values are taken as the file type says.")
    low, high = ValueRange.parse(value_range).texts
    return tr("The value {low} becomes black, {high} white.", low=low, high=high)


def _preview(config: TrainConfig) -> Preview:
    return preview(config.data, picture_format(config), COLUMNS * ROWS, limit=config.limit)


def _looks(config: TrainConfig) -> tuple[object, ...]:
    """All that the preview depends on."""
    model = config.model
    shape = model.image_size, model.channels, config.background, config.crop, config.mirror
    return config.data, *shape, config.value_range, config.limit


def _mirrored(pictures: np.ndarray) -> np.ndarray:
    """(N, H, W, C) with every second one flipped, as about half are in training."""
    pictures = pictures.copy()
    pictures[1::2] = pictures[1::2, :, ::-1]
    return pictures
