"""How large and how fast a film is to be."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.number_fields import IntField
from app.work.films import FilmLook
from gan.export import FASTEST, LARGEST_SCALE, film_scale
from gan.formats import FORMATS
from gan.sizes import Size
from gan.words import tr


class FilmDialog(QDialog):
    """Asks for a :class:`FilmLook`, beginning with ``look``; the generator's pictures have ``picture_size``."""

    def __init__(self, picture_size: Size, look: FilmLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture_size = picture_size
        self._build_ui(look)
        self.scale_box.valueChanged.connect(self._show)
        self.fps_box.valueChanged.connect(self._show)
        self._show()

    @property
    def look(self) -> FilmLook:
        """What is chosen."""
        scale = self.scale_box.value()
        return FilmLook(None if scale == film_scale(self._picture_size) else scale, self.fps_box.value())

    def _build_ui(self, look: FilmLook) -> None:
        self.setWindowTitle(tr("Write a film"))
        self.scale_box = _number(LARGEST_SCALE, look.scale or film_scale(self._picture_size), "×")
        self.scale_box.setToolTip(tr("How many pixels wide each of the generator's pixels becomes"))
        self.fps_box = _number(FASTEST, look.fps, tr(" frames a second"))
        self.words = QLabel()
        self.words.setProperty("muted", True)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(tr("&Enlarged"), self.scale_box)
        form.addRow(tr("S&peed"), self.fps_box)
        form.addRow("", self.words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(320)

    def _show(self) -> None:
        size, fps = self._picture_size.times(self.scale_box.value()), self.fps_box.value()
        slow = (one for one in FORMATS if one.most_fps is not None and fps > one.most_fps)
        limits = "".join(
            tr("; a {one} shows at most {most_fps}", one=tr(one.title), most_fps=one.most_fps) for one in slow
        )
        self.words.setText(tr("{size} pixels{limits}", size=size.text, limits=limits))


def _number(high: int, value: int, suffix: str) -> IntField:
    box = IntField()
    box.setRange(1, high)
    box.setValue(value)
    box.setSuffix(suffix)
    box.setKeyboardTracking(True)  # the size is told while it is being typed
    return box
