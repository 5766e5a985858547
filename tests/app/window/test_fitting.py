"""Nothing is cut off and nothing lies outside the window, on small screens and large ones, at any scale."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.theme import Theme
from app.toolkit.workspace import Workspace
from app.window.layouts import fitted
from app.window.main_window import MainWindow
from app.window.rooms import ROOMS
from gan.model.config import ModelConfig
from tests.app.layouts import CLASSES, save_layout
from tests.app.window.fitting import SIZES, all_faults, faults, settle
from tests.gan.generators import save_drawing_generator

PROGRAM = Path(__file__).parents[3]


@pytest.fixture
def deep_model(tmp_path: Path) -> Path:
    """Five blocks, so that rows of blocks are as wide as they get, with channels of two digits."""
    return save_drawing_generator(tmp_path / "deep.safetensors", ModelConfig(64, 3, z_dim=20, ngf=4, ndf=4))


@pytest.fixture(autouse=True)
def own_colours(qapp: QApplication) -> Iterator[None]:
    """Colours are the application's: put back what a test has changed."""
    style, palette = qapp.styleSheet(), qapp.palette()
    yield
    qapp.setPalette(palette)
    qapp.setStyleSheet(style)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_panel_of_every_page(
    window: MainWindow, workspace: Workspace, deep_model: Path, size: tuple[int, int]
) -> None:
    workspace.open(str(deep_model))
    window.set_theme(Theme.DARK)
    assert all_faults(window, size) == []


@pytest.mark.parametrize("kind", ["odd kernels", "activation first", CLASSES])
def test_every_panel_on_what_others_have_built(
    window: MainWindow, workspace: Workspace, tmp_path: Path, kind: str
) -> None:
    workspace.open(str(save_layout(tmp_path, kind)))
    assert all_faults(window, SIZES[0]) == []


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_at_other_scales_of_the_screen(deep_model: Path, latentarium_home: Path, scale: str) -> None:
    command = [sys.executable, "-m", "tests.app.window.fitting", str(deep_model)]
    environment = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=PROGRAM, env=environment, capture_output=True, text=True, timeout=240)
    assert done.stdout.split("\n\n")[-1].split() == ["scale", scale], done.stdout + done.stderr


class TestTheHelperItself:
    """What finds nothing has to be able to find something."""

    @pytest.fixture
    def page(self, qtbot: QtBot) -> QWidget:
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(200, 200)
        page.show()
        return page

    def shown(self, widget: QWidget, width: int) -> None:
        widget.resize(width, 30)
        widget.show()

    def test_cut_texts(self, page: QWidget) -> None:
        for widget in (QLabel("a label of many words", page), QPushButton("a button of many words", page)):
            self.shown(widget, 40)
        assert len(faults(page)) == 2

    def test_wrapped_lines_that_are_not_seen(self, page: QWidget) -> None:
        label = QLabel("a label that takes many lines, of which only a few can be seen", page)
        label.setWordWrap(True)
        self.shown(label, 60)
        assert "high, but has 30" in faults(page)[0]

    def test_tabs_that_end_in_dots(self, page: QWidget) -> None:
        bar = QTabBar(page)
        bar.addTab("a tab of very many words, which is wider than the page, so that it ends in dots")
        self.shown(bar, 90)
        assert any("tab 'a tab" in fault for fault in faults(page)) or bar.tabRect(0).width() > 300

    def test_what_lies_outside_unless_it_can_be_scrolled_to(self, page: QWidget) -> None:
        label = QLabel("far", page)
        label.move(190, 10)
        self.shown(label, 40)
        assert "is outside" in faults(page)[0]
        area = QScrollArea(page)
        area.resize(100, 100)
        area.setWidget(label)
        area.show()
        label.show()
        assert faults(page) == []


def test_columns_give_way_by_what_they_can_spare() -> None:
    sizes = [(400, 350), (500, 300), (300, 300)]
    assert fitted(sizes, 1300) == [400, 500, 300]
    assert fitted(sizes, 1100) == [380, 420, 300]
    assert fitted(sizes, 600) == [350, 300, 300]
    assert fitted([], 100) == []


@pytest.mark.parametrize("page", Page)
def test_the_window_can_be_as_small_as_half_a_screen(window: MainWindow, page: Page) -> None:
    """1920 x 1080 at twice the size leaves about 960 x 500 beside a title bar and a task bar."""
    window.show_page(page)
    for name, dock in window.docks.items():
        if page in dock.declared.areas:
            window.show_panel(name)
            QApplication.processEvents()
            needed = window.minimumSizeHint().expandedTo(window.minimumSize())
            assert needed.width() <= 960 and needed.height() <= 460, f"{name}: {needed}"


@pytest.mark.parametrize("page", Page)
def test_what_a_page_opens_with_needs_no_scrolling_to_the_side(window: MainWindow, page: Page) -> None:
    """In the usual size of the window."""
    window.show_page(page)
    settle()
    docks = [dock for dock in window.docks.values() if not dock.isHidden()]
    wide = {dock.objectName(): dock.panel.width() for dock in docks if dock.panel.width() > dock.width()}
    assert docks and not wide


@pytest.mark.parametrize("page", Page)
def test_what_serves_a_purpose_needs_no_scrolling_to_the_side(window: MainWindow, page: Page) -> None:
    """In half a screen."""
    window.resize(960, 540)
    window.show_page(page)
    wide = {}
    for purpose in window.purposes.of(page):
        window.purposes.open(purpose)
        for dock in window.purposes.docks_for(purpose, page):
            dock.raise_()
            settle()
            if dock.panel.width() > dock.width():
                wide[dock.objectName()] = dock.panel.width() - dock.width()
    assert not wide


def test_every_tab_says_what_its_panel_is_for() -> None:
    panels = {tool.name: tool.panel for room in ROOMS for tool in room.tools if tool.panel is not None}
    assert not [name for name, panel in panels.items() if len(panel.about.split()) < 4]
    assert not {panel.title for panel in panels.values()} & {"Pad", "Nearest", "A−B+C", "Breed", "Grid"}
