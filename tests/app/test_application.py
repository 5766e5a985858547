"""The application that the window runs in; mostly in a process of its own, as there is one in each."""

import subprocess
import sys

import pytest

from app import application
from app.toolkit.workspace import Opener
from app.window.main_window import MainWindow
from gan.sources import FIRST_MODEL

PROGRAM = """
from PySide6.QtCore import QLocale, QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.application import make_application

QLocale.setDefault(QLocale(QLocale.Language.German))
application = make_application()
window, field, box = QWidget(), QLineEdit(), QComboBox()
layout = QVBoxLayout(window)
layout.addWidget(field)
layout.addWidget(box)
box.addItems(["a", "b"])
window.show()
field.setFocus()
QTest.wheelEvent(window.windowHandle(), QPointF(box.geometry().center()), QPoint(0, -120))
print(QLocale().toString(1234.5), box.currentText())
"""

IN_TWO_LANGUAGES = """
from PySide6.QtCore import QTimer

from app import application
from app.window.settings.settings import LANGUAGE

make = application.make_window


def noted(*args, **options):
    window = make(*args, **options)
    QTimer.singleShot(0, lambda: use(window))
    return window


def use(window):
    print(window.menu_bar.actions()[0].text(), window.page.value, window.session.model.source.name)
    if window.settings.get(LANGUAGE) == "system":
        window.open("sprites")
        window.settings.set(LANGUAGE, "zh_CN")
    else:
        window.close()


application.make_window = noted
raise SystemExit(application.main(["mnist", "--page", "layers", "--language", "en"]))
"""


def test_numbers_have_a_dot_and_the_wheel_leaves_controls_alone() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=100)
    assert done.stdout.split() == ["1234.5", "a"], done.stderr


def test_what_is_imported_after_qt_is_not_searched() -> None:
    program = """
import builtins
from app.application import make_application
make_application()
import json
from PySide6.QtSvg import QSvgRenderer
print("feature" in builtins.__import__.__name__, QSvgRenderer.isValid.__name__)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=100)
    assert done.stdout.split() == ["False", "isValid"], done.stderr


def test_what_goes_wrong_at_the_start_is_told_and_the_window_stays(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall_over(target: str) -> None:
        raise RecursionError("first line\n" + 1_000 * "x")

    window.workspace.openers.insert(0, Opener(lambda target: target == "bad", fall_over))
    monkeypatch.setattr(sys, "excepthook", application._reporter(window))
    application._open_first(window, "bad")
    assert window.banner.label.text().startswith("Unexpected RecursionError: first line")
    assert len(window.banner.label.text()) < 300
    assert "unexpected RecursionError" in capsys.readouterr().err
    assert window.session.model is not None and window.session.model.source.name == FIRST_MODEL


def test_another_language_is_another_window_that_goes_on_where_the_one_before_was() -> None:
    done = subprocess.run([sys.executable, "-c", IN_TWO_LANGUAGES], capture_output=True, text=True, timeout=100)
    assert done.stdout.splitlines() == ["&File layers mnist", "文件(&F) layers sprites"], done.stderr
    assert done.returncode == 0 and "Traceback" not in done.stderr
