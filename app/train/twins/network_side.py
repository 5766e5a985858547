"""One of two networks: what it draws of the same noise, and what that has cost."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.theme import CURVES
from app.widgets.buttons import tool_button
from app.widgets.grid_gaps import with_gaps
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from gan.model.cost import parameter_count
from gan.model.kinds import KINDS
from gan.sizes import Size
from gan.train.best import value_text
from gan.train.course import Course
from gan.train.run import Run

WAITING = "Its pictures appear when it has had its first turn."


class NetworkSide(QWidget):
    """A title in the colour of its curve, the newest grid or an earlier one, and numbers below it."""

    open_wanted = Signal()

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Path | None = None
        self._image = QImage()
        self._tile: Size | None = None
        self.title = QLabel(f"<b style='color: {CURVES[kind]}'>{KINDS[kind].title}</b>")
        self.open_button = tool_button("Open", "Put the newest snapshot of this network under the sliders")
        self.open_button.setAccessibleName(f"Open {KINDS[kind].title}")
        self.view = ImageView(WAITING, whole_pixels=False)
        self.view.setAccessibleName(f"Pictures of {KINDS[kind].title}")
        self.facts = muted()
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.facts)
        self.open_button.clicked.connect(self.open_wanted)

    def show_course(self, run: Run, course: Course, seconds: float) -> None:
        """What ``run`` had drawn after ``seconds`` of training, and how far it is now."""
        grid = course.grid_at(seconds)
        path = None if grid is None else run.folder / grid.path
        if path != self._shown:
            self._shown, self._tile = path, run.config.model.picture_size
            self._image = QImage() if path is None else QImage(str(path))
            gone = path is not None and self._image.isNull()
            self.view.set_placeholder("These samples are not in the run's folder any more." if gone else WAITING)
            self._show_image()
        self.facts.setText(facts_text(run, course))
        self.open_button.setEnabled(course.step > 0)

    def _show_image(self) -> None:
        ground = self.palette().color(QPalette.ColorRole.Window)
        self.view.set_image(with_gaps(self._image, self._tile, ground))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._show_image()
        super().changeEvent(event)


def facts_text(run: Run, course: Course) -> str:
    """Parameters, steps, pictures, and the last value that was measured."""
    model = run.config.model
    counts = parameter_count(model.blocks), parameter_count(model.discriminator.blocks)
    lines = [
        f"G {counts[0]:,} · D {counts[1]:,} parameters",
        f"{course.step:,} steps · {course.pictures:,} pictures seen",
    ]
    if course.newest is not None:
        event = course.newest
        lines.append(value_text(event.measure, event.value, event.space, event.pictures))
    return "\n".join(lines)
