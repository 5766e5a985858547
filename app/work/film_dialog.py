"""What a film is to show, how large and how fast."""

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.number_fields import IntField
from app.work.films import FilmLook
from gan.export import FASTEST, LARGEST_SCALE, film_scale
from gan.filming import PICTURE, WAY, Camera
from gan.formats import FORMATS
from gan.layers.catalogue import layers_of
from gan.model.architecture import Architecture
from gan.sizes import Size
from gan.words import tr


class FilmDialog(QDialog):
    """Asks for a :class:`FilmLook`, beginning with ``look``, of a generator of ``config``."""

    def __init__(self, config: Architecture, look: FilmLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = config
        self._build_ui(look)
        self.show_box.currentIndexChanged.connect(self._take_show)
        self.scale_box.valueChanged.connect(self._show)
        self.fps_box.valueChanged.connect(self._show)
        self._show()

    @property
    def look(self) -> FilmLook:
        """What is chosen."""
        scale, show = self.scale_box.value(), self.show_box.currentData()
        return FilmLook(None if scale == film_scale(self._size) else scale, self.fps_box.value(), show)

    @property
    def _size(self) -> Size:
        """Of frames that are not enlarged."""
        return Camera(self._config, self.show_box.currentData()).size

    def _build_ui(self, look: FilmLook) -> None:
        self.setWindowTitle(tr("Write a film"))
        self.show_box = self._built_shows(look.show)
        self.scale_box = _number(LARGEST_SCALE, look.scale or film_scale(self._size), "×")
        self.scale_box.setToolTip(tr("How many pixels wide each of the generator's pixels becomes"))
        self.fps_box = _number(FASTEST, look.fps, tr(" frames a second"))
        self.words = QLabel()
        self.words.setProperty("muted", True)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(tr("&Shows"), self.show_box)
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

    def _built_shows(self, chosen: str) -> QComboBox:
        """The picture, the whole way, or any layer but the last, whose numbers are the picture."""
        box = QComboBox()
        box.addItem(tr("the picture"), PICTURE)
        box.addItem(tr("the whole way from z to the picture"), WAY)
        for layer in layers_of(self._config)[:-1]:
            box.addItem(layer.name, layer.name)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _take_show(self) -> None:
        self.scale_box.setValue(film_scale(self._size))
        self._show()

    def _show(self) -> None:
        size, fps = self._size.times(self.scale_box.value()), self.fps_box.value()
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
