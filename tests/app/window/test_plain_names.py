"""A folder may be called anything: its name is shown as it is, nowhere as HTML."""

import shutil
from pathlib import Path

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.arguments import Page
from app.window.main_window import MainWindow
from tests.app.window.fitting import settle
from tests.gan.tiny import make_run

NAME = "<b>x<img src=y>"
"""No slash: that is the one sign that a folder cannot have in its name."""


def rich(label: QLabel) -> bool:
    guessed = label.textFormat() is Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
    return guessed or label.textFormat() is Qt.TextFormat.RichText


def test_a_folder_with_tags_in_its_name(window: MainWindow, tiny_model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "runs" / NAME
    window.workspace.runs.controller.attach(make_run(folder))
    window.open(str(shutil.copy(tiny_model, folder / f"{NAME}.safetensors")))
    window.banner.tell(f"cannot read {folder}")
    said = 0
    for page in Page:
        window.show_page(page)
        for name, dock in window.docks.items():
            if page in dock.declared.areas:
                window.show_panel(name)
                settle()
                said += _check(window, name)
    assert said, "the name is somewhere"


def _check(window: MainWindow, panel: str) -> int:
    labels = [label for label in window.findChildren(QLabel) if "src=y" in label.text()]
    assert not [label.text() for label in labels if rich(label) and "<img" in label.text()], panel
    tips = [widget.toolTip() for widget in window.findChildren(QWidget) if "src=y" in widget.toolTip()]
    assert not [tip for tip in tips if Qt.mightBeRichText(tip) and "<img" in tip], panel
    return len(labels)
