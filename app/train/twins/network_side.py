"""One of two networks: what it draws of the same noise, and what that has cost."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.theme import CURVES
from app.widgets.buttons import tool_button
from app.widgets.grid_gaps import with_gaps
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from gan.images import GRID_GAP
from gan.model.cost import parameter_count
from gan.model.kinds import KINDS
from gan.sizes import Size
from gan.train.best import value_text
from gan.train.course import Course
from gan.train.run import Run
from gan.words import marked, tr

WAITING = marked("Its pictures appear when it has had its first turn.")


class NetworkSide(QWidget):
    """A title in the colour of its curve, the newest grid or an earlier one, and numbers below it."""

    open_wanted = Signal()

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Path | None = None
        self._image = QImage()
        self._tile: Size | None = None
        self._count = 0
        self.title = QLabel(f"<b style='color: {CURVES[kind]}'>{tr(KINDS[kind].title)}</b>")
        self.open_button = tool_button(tr("Open"), tr("Put the newest snapshot of this network under the sliders"))
        self.open_button.setAccessibleName(tr("Open {title}", title=tr(KINDS[kind].title)))
        self.view = ImageView(tr(WAITING), whole_pixels=False)
        self.view.setAccessibleName(tr("Pictures of {title}", title=tr(KINDS[kind].title)))
        self.facts = muted()
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.open_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.facts)
        self.open_button.clicked.connect(self.open_wanted)

    def show_course(self, run: Run, course: Course, seconds: float) -> None:
        """What ``run`` had drawn after ``seconds`` of training, and how far it is now."""
        grid = course.grid_at(seconds)
        path = None if grid is None else run.folder / grid.path
        if path != self._shown:
            self._shown, self._tile, self._count = path, run.config.model.picture_size, run.config.sample_count
            self._image = QImage() if path is None else QImage(str(path))
            gone = path is not None and self._image.isNull()
            self.view.set_placeholder(
                tr("These samples are not in the run's folder any more.") if gone else tr(WAITING)
            )
            self._show_image()
        self.facts.setText(facts_text(run, course))
        self.facts.setToolTip(
            tr(
                "{pictures:,} pictures seen, each as often as it came. {quality}",
                pictures=course.pictures,
                quality=course.quality,
            ).strip()
        )
        self.open_button.setEnabled(course.step > 0)

    def _show_image(self) -> None:
        ground = self.palette().color(QPalette.ColorRole.Window)
        shown = first_rows(self._image, self._tile, self.view.size())
        self.view.set_image(with_gaps(shown, self._tile, self._count, ground))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()  # or the view would have its size of before
        self._show_image()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._show_image()
        super().changeEvent(event)


def first_rows(grid: QImage, tile: Size | None, room: QSize) -> QImage:
    """The upper rows of a ``grid`` of ``tile``-sized pictures: as many as fill ``room`` at its full width, at least 1.

    So pictures stay large enough to be judged where there is little height.
    """
    if grid.isNull() or tile is None or room.isEmpty():
        return grid
    row = tile.height + GRID_GAP
    rows = max(1, (room.height() * grid.width() // room.width() + GRID_GAP) // row)
    return grid.copy(0, 0, grid.width(), min(grid.height(), rows * row - GRID_GAP))


def facts_text(run: Run, course: Course) -> str:
    """Parameters, steps, pictures, and the last value that was measured."""
    model = run.config.model
    counts = parameter_count(model.blocks), parameter_count(model.discriminator.blocks)
    lines = [
        tr("G {g:,} · D {d:,} parameters", g=counts[0], d=counts[1]),
        tr("{step:,} steps · {pictures:,} pictures", step=course.step, pictures=course.pictures),
    ]
    if course.newest is not None:
        event = course.newest
        lines[1] += f" · {value_text(event.measure, event.value, event.space, event.pictures).partition(' (')[0]}"
    return "\n".join(lines)
