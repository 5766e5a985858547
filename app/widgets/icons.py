"""Our own pictures on buttons, in a widget's own text colour, so that they can be seen on light and on dark ground.

Each is a file of ``resources/icons``: 16 x 16, lines 1.5 wide, drawn in ``currentColor``.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from gan.places import RESOURCES

FOLDER = RESOURCES / "icons"
SIDE = 16
SCALES = (1, 1.5, 2, 3)
"""A picture is drawn anew for each of these scales of the screen, so lines are sharp."""
_AS_THEY_STAND = "currentColor"
Role = QPalette.ColorRole
Ink = Role | QColor
"""A colour, or which one of a palette."""


def dress(button: QAbstractButton, name: str, ink: Ink = Role.ButtonText, checked: Ink | None = None) -> None:
    """Show the picture called ``name`` on ``button``, now and in other colours of the window.

    ``checked`` is its ink while the button is down, if that is another.
    """
    dressing = button.findChild(_Dressing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if dressing is None:
        dressing = _Dressing(button)
    dressing.show(name, ink, checked)


def icon(name: str, palette: QPalette, ink: Ink = Role.ButtonText, checked: Ink | None = None) -> QIcon:
    """The picture called ``name`` in the colours of ``palette``."""
    colours = {
        (QIcon.Mode.Normal, QIcon.State.Off): _colour(ink, palette),
        (QIcon.Mode.Disabled, QIcon.State.Off): palette.color(QPalette.ColorGroup.Disabled, Role.ButtonText),
        (QIcon.Mode.Normal, QIcon.State.On): _colour(ink if checked is None else checked, palette),
    }
    made = QIcon()
    for (mode, state), colour in colours.items():
        for scale in SCALES:
            made.addPixmap(_pixmap(name, colour, scale), mode, state)
    return made


class _Dressing(QObject):
    """Draws a button's picture anew when the button gets other colours."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._shown: tuple[str, Ink, Ink | None] = ("", Role.ButtonText, None)
        button.installEventFilter(self)

    def show(self, name: str, ink: Ink, checked: Ink | None) -> None:
        self._shown = name, ink, checked
        button = self.parent()
        assert isinstance(button, QAbstractButton)
        button.setIcon(icon(name, button.palette(), ink, checked))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.PaletteChange:
            self.show(*self._shown)
        return False


def _colour(ink: Ink, palette: QPalette) -> QColor:
    return ink if isinstance(ink, QColor) else palette.color(ink)


def _pixmap(name: str, colour: QColor, scale: float) -> QPixmap:
    """Drawn once for all buttons that show it."""
    key, pixmap = f"icon {name} {colour.name()} {scale}", QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(name, colour, scale)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(name: str, colour: QColor, scale: float) -> QPixmap:
    pixmap = QPixmap(round(SIDE * scale), round(SIDE * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(_text(name).replace(_AS_THEY_STAND, colour.name()).encode()))
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")
