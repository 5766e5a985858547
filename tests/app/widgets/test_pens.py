"""Lines of plots."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.widgets.pens import line_pen


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_line_is_as_thick_on_every_screen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, ratio: float) -> None:
    monkeypatch.setattr(QGuiApplication, "devicePixelRatio", lambda _: ratio)
    assert line_pen("#123456", 2).widthF() == 2 * ratio and line_pen("#123456", 2).isCosmetic()
