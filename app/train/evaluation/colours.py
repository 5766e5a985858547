"""Which colour stands for a model in plots: that of the report, so that both look alike."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.theme import is_dark
from gan.measure.report_style import MODELS, MODELS_BY_NIGHT


def colour_of(number: int, widget: QWidget) -> QColor:
    """Of model ``number``, from 1, as it can be read on the ground of ``widget``."""
    colours = MODELS_BY_NIGHT if is_dark(widget) else MODELS
    return QColor(colours[(number - 1) % len(colours)])
