"""The whole window: pages, panels, what is opened and dropped, messages, and what it remembers."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QSlider, QTableView
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.explore.inversion.inversion_panel import InversionPanel
from app.explore.picture.picture_panel import PicturePanel
from app.layers.channels.channel_panel import ChannelPanel
from app.session.interpolation import Endpoint
from app.session.wanted import Wanted
from app.theme import Theme, is_dark
from app.toolkit.workspace import Workspace
from app.train.training.training_panel import TrainingPanel
from app.widgets.image_view import ImageView
from app.window.layouts import standing_on
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from app.window.shortcuts_dialog import ShortcutsDialog
from gan.images import save_png
from gan.layers.edits import parse_edit
from gan.request import RenderResult
from gan.sources import FIRST_MODEL
from gan.train import events
from tests.app.conftest import make_workspace
from tests.gan.tiny import make_run

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def system_colours(qapp: QApplication) -> Iterator[None]:
    """Colours are the application's: put back what a test has changed."""
    style = qapp.styleSheet()
    palette = qapp.palette()
    yield
    qapp.setPalette(palette)
    qapp.setStyleSheet(style)


def visible(window: MainWindow) -> set[str]:
    return {name for name, dock in window.docks.items() if not dock.isHidden()}


def standing(window: MainWindow, page: Page) -> set[str]:
    """The panels that have a place on ``page``."""
    return {dock.objectName() for tabs in standing_on(page, window.docks.values()).values() for dock in tabs}


def open_at_first(window: MainWindow, page: Page) -> set[str]:
    """Those of them that serve no purpose of their own."""
    return {name for name in standing(window, page) if window.docks[name].declared.purpose is None}


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, action, left, no = QPoint(9, 9), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(where, action, data, left, no.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(where), action, data, left, no.NoModifier))


def picture_view(window: MainWindow) -> ImageView:
    return window.panel("picture", PicturePanel).view


def folder_of_pictures(folder: Path) -> Path:
    for number in range(3):
        save_png(folder / f"{number}.png", np.full((40, 40, 3), 60 * number, np.uint8))
    return folder


def test_pages_are_changed_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    assert (window.page, visible(window)) == (Page.EXPLORE, open_at_first(window, Page.EXPLORE))
    for key, page in ((Qt.Key.Key_3, Page.TRAIN), (Qt.Key.Key_2, Page.LAYERS), (Qt.Key.Key_1, Page.EXPLORE)):
        qtbot.keyClick(window, key, CONTROL)
        assert (window.page, visible(window)) == (page, open_at_first(window, page))
        assert window.menus.actions[f"page.{page}"].isChecked()


def test_every_panel_has_a_place_and_can_be_closed_and_floated(window: MainWindow) -> None:
    placed = {name for page in Page for name in standing(window, page)}
    others = {"comparison", "lesson"}
    assert placed | others == set(window.docks), "a compared run and a lesson have a place while there is one"
    for dock in window.docks.values():
        features = dock.features()
        for feature in ("DockWidgetClosable", "DockWidgetMovable", "DockWidgetFloatable"):
            assert features & getattr(dock.DockWidgetFeature, feature)


def test_a_page_keeps_how_it_was_arranged_until_it_is_reset(window: MainWindow) -> None:
    window.docks["favourites"].close()
    window.show_panel("map")
    window.show_page(Page.LAYERS)
    window.show_page(Page.EXPLORE)
    assert visible(window) == open_at_first(window, Page.EXPLORE) - {"favourites"} | {"map"}
    window.reset_layout()
    assert visible(window) == open_at_first(window, Page.EXPLORE)


def test_the_window_shows_what_is_open(window: MainWindow) -> None:
    assert window.windowTitle() == "tiny, step 20 – Latentarium"
    assert window.status_bar.model_label.text() == "tiny, step 20  ·  28×28 grey, z of 8, learned from sprites"


def test_a_slider_dragged_with_the_mouse_changes_the_picture(window: MainWindow, qtbot: QtBot) -> None:
    table = window.findChild(QTableView, "latent-table")
    assert table is not None
    cell = table.visualRect(table.model().index(2, 1))
    before, z = picture_view(window).image.copy(), window.session.z
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    qtbot.mouseMove(table.viewport(), cell.center() + QPoint(60, 0))
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center() + QPoint(60, 0))
    assert list(np.flatnonzero(window.session.z != z)) == [2]
    assert picture_view(window).image != before


def test_the_ends_of_the_interpolation_are_exactly_the_pictures_of_a_and_b(window: MainWindow) -> None:
    window.show_panel("interpolation")
    slider = window.findChild(QSlider, "interpolation")
    assert slider is not None
    for value, end in ((slider.maximum(), Endpoint.B), (0, Endpoint.A)):
        slider.setValue(value)
        shown = picture_view(window).image.copy()
        window.session.set_z(window.session.interpolation.endpoint(end))
        assert picture_view(window).image == shown


def test_the_last_layer_agrees_with_the_picture(window: MainWindow) -> None:
    results: list[RenderResult] = []
    window.session.rendered.connect(results.append)
    window.session.watch("test", Wanted(("block3.act",)))
    values = results[-1].maps["block3.act"][0].transpose(1, 2, 0)
    assert np.array_equal(np.clip(np.round((values + 1) * 127.5), 0, 255), results[-1].images[0])


def test_a_dropped_generator_is_opened(window: MainWindow, tiny_model: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.safetensors"
    other.write_bytes(tiny_model.read_bytes())
    drop(window, other)
    assert window.windowTitle().startswith("other")


def test_a_dropped_run_is_opened_with_its_newest_snapshot(window: MainWindow, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    drop(window, run.folder)
    assert window.windowTitle() == "run, step 120 – Latentarium"
    assert (
        window.workspace.runs.controller.run is not None and window.workspace.runs.controller.run.folder == run.folder
    )


def test_a_dropped_folder_of_pictures_is_what_the_next_run_learns_from(window: MainWindow, tmp_path: Path) -> None:
    folder = folder_of_pictures(tmp_path / "pictures")
    drop(window, folder)
    assert window.page is Page.TRAIN
    assert window.panel("training", TrainingPanel).form.config().data == str(folder)


@pytest.mark.parametrize(
    ("contents", "why"),
    [(b"", "is not a whole .safetensors file"), (b"not safetensors at all", "cannot be opened: it is a text")],
)
def test_a_broken_file_is_explained_and_what_was_open_stays(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, contents: bytes, why: str
) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(contents)
    title = window.windowTitle()
    drop(window, broken)
    qtbot.waitUntil(window.banner.isVisible, timeout=60_000)
    assert f"{broken} {why}" in window.banner.label.text()
    assert window.windowTitle() == title
    qtbot.mouseClick(window.banner.close_button, Qt.MouseButton.LeftButton)
    assert not window.banner.isVisible()


def test_an_empty_folder_is_no_data(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(window, tmp_path / "empty")
    assert window.banner.isVisible() and f"no pictures in {tmp_path / 'empty'}" in window.banner.label.text()


def drop_urls(window: MainWindow, urls: list[QUrl]) -> None:
    data = QMimeData()
    data.setUrls(urls)
    where, action, left, no = QPoint(9, 9), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(where, action, data, left, no.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(where), action, data, left, no.NoModifier))


def test_a_drop_that_is_no_file_is_refused_with_a_reason(window: MainWindow) -> None:
    drop_urls(window, [QUrl("ftp://example.org/a.safetensors")])
    assert window.banner.isVisible() and "save it first, then drop the file" in window.banner.label.text()


def test_of_two_dropped_models_one_is_opened_and_the_other_named(
    window: MainWindow, tiny_model: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.safetensors" for name in ("one", "two")]
    for path in paths:
        path.write_bytes(tiny_model.read_bytes())
    drop_urls(window, [QUrl.fromLocalFile(str(path)) for path in paths])
    assert window.windowTitle().startswith("one")
    assert window.banner.isVisible() and "left out: two.safetensors" in window.banner.label.text()


class TestFirst:
    """What the window begins with: there is always a generator under the sliders."""

    @pytest.fixture
    def first(self, empty_workspace: Workspace, qtbot: QtBot) -> MainWindow:
        window = MainWindow(empty_workspace, ROOMS, Preferences(remember=False))
        qtbot.addWidget(window)
        return window

    def test_a_folder_of_pictures(self, first: MainWindow, tmp_path: Path) -> None:
        folder = folder_of_pictures(tmp_path / "pictures")
        first.open_first(str(folder))
        assert first.session.model is not None and first.session.model.source.name == FIRST_MODEL
        assert first.page is Page.TRAIN
        assert first.panel("training", TrainingPanel).form.config().data == str(folder)

    def test_a_picture_is_looked_for_in_the_first_model(self, first: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
        folder = folder_of_pictures(tmp_path / "pictures")
        first.open_first(str(folder / "1.png"))
        assert first.session.model is not None and first.session.model.source.name == FIRST_MODEL
        assert not first.banner.isVisibleTo(first), first.banner.label.text()
        bar = first.panel("inversion", InversionPanel).job_bar
        assert bar.busy
        bar.cancel_button.click()
        qtbot.waitUntil(lambda: not bar.busy, timeout=60_000)

    def test_a_run_that_has_no_snapshot_yet(self, first: MainWindow, tmp_path: Path) -> None:
        run = make_run(tmp_path / "young", snapshots=())
        first.open_first(str(run.folder))
        assert first.session.model is not None and first.session.model.source.name == FIRST_MODEL
        followed = first.workspace.runs.controller.run
        assert followed is not None and followed.folder == run.folder

    def test_what_cannot_be_opened(self, first: MainWindow, tmp_path: Path) -> None:
        first.open_first(str(tmp_path / "nothing"))
        assert first.session.model is not None and first.banner.isVisibleTo(first)


def test_themes(window: MainWindow) -> None:
    window.set_theme(Theme.DARK)
    assert is_dark(window)
    window.set_theme(Theme.LIGHT)
    assert not is_dark(window)
    window.set_theme("no such theme")
    assert window.theme is Theme.SYSTEM


def another_window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(make_workspace(), ROOMS, Preferences())
    qtbot.addWidget(window, before_close_func=lambda window: window.shut_down())
    return window


def test_the_next_window_is_as_the_last_one_was_left(window: MainWindow, qtbot: QtBot) -> None:
    window.set_theme(Theme.DARK)
    window.show_page(Page.LAYERS)
    window.docks["latent"].close()
    window.resize(1150, 600)
    window.close()
    again = another_window(qtbot)
    again.show()
    assert (again.page, again.theme) == (Page.LAYERS, Theme.DARK)
    assert visible(again) == open_at_first(again, Page.LAYERS) - {"latent"}
    assert again.height() == 600, "not its width: the screen of these tests is narrower than the docks"


def test_explore_fits_a_small_screen(window: MainWindow) -> None:
    window.show_page(Page.EXPLORE)
    for name in standing(window, Page.EXPLORE):
        window.show_panel(name)
    assert window.minimumSizeHint().width() <= 1024


def test_docks_never_cover_each_other(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.EXPLORE)
    window.resize(300, 300)
    qtbot.waitUntil(lambda: window.width() > 300)
    left, middle, right = (window.docks[name].geometry() for name in ("latent", "picture", "favourites"))
    assert left.right() < middle.left() and middle.right() < right.left()
    assert right.right() <= window.width()


class TestClosingWhileTraining:
    """The window asks what becomes of the run."""

    @pytest.fixture
    def training(self, window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
        run = make_run(tmp_path / "run", end=None)
        with run.training():
            window.workspace.runs.controller.attach(run)
            assert window.workspace.runs.controller.is_busy
            yield window

    @staticmethod
    def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        def press(box: QMessageBox) -> int:
            button = next(button for button in box.buttons() if text in button.text())
            button.click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", press)

    def test_cancel_keeps_it_open(self, training: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answer(monkeypatch, "Cancel")
        assert not training.close()
        assert training.isVisible()

    def test_the_run_may_go_on(self, training: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answer(monkeypatch, "Keep")
        assert training.close()
        run = training.workspace.runs.controller.run
        assert run is not None and run.requests() == ()

    def test_or_be_stopped(self, training: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answer(monkeypatch, "Stop")
        assert training.close()
        run = training.workspace.runs.controller.run
        assert run is not None and [request.action.value for request in run.requests()] == ["stop"]

    def test_one_that_is_about_to_stop_is_not_asked_about(
        self, training: MainWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.answer(monkeypatch, "Cancel")
        training.workspace.runs.controller.stop()
        assert training.close()


def test_a_failure_of_the_run_is_told(window: MainWindow, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", end=None)
    with run.training():
        window.workspace.runs.controller.attach(run)
        run.append(events.Failed("the disk is full"))
        window.workspace.runs.controller.look()
    assert window.banner.label.text() == "training failed: the disk is full"


def test_everything_can_be_reached_by_keyboard(window: MainWindow) -> None:
    for page in Page:
        window.show_page(page)
        for button in window.findChildren(QPushButton):
            if button.isVisible():
                assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.text()


def test_a_muted_channel_is_undone_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.LAYERS)
    grid = window.panel("channels", ChannelPanel).grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_M)
    assert [str(edit) for edit in window.session.edits.current] == ["block1:0=0"]
    assert window.session.undo_stack.undoText() == "edit block1:0=0"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.session.edits.current == ()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.session.edits.current) == 1


def test_a_panel_behind_another_tab_costs_nothing(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[RenderResult] = []
    window.session.rendered.connect(seen.append)
    window.show_page(Page.LAYERS)
    window.session.render()
    assert not seen[-1].request.compared
    assert seen[-1].request.probe is None and seen[-1].request.traced is None
    window.show_panel("edits")
    qtbot.waitUntil(lambda: seen[-1].request.compared)
    window.docks["latent"].raise_()
    qtbot.waitUntil(lambda: not window.docks["edits"].widget().isVisible())
    assert not seen[-1].request.compared


def test_a_panel_that_floats_out_from_behind_a_tab_is_shown(window: MainWindow) -> None:
    window.show_page(Page.LAYERS)
    dock = window.docks["inspector"]
    window.show_panel("inspector")
    window.show_panel("channels")
    results: list[RenderResult] = []
    window.session.rendered.connect(results.append)
    dock.setFloating(True)
    QApplication.processEvents()
    assert dock.widget().isVisible() and results[-1].request.probe is not None


@pytest.mark.parametrize("page", Page)
def test_docks_have_the_room_that_the_page_gives_them(window: MainWindow, page: Page) -> None:
    window.show_page(page)
    for name in standing(window, page):
        window.show_panel(name)
    QApplication.processEvents()
    tabs_of = standing_on(page, window.docks.values())
    fronts = {area: next(dock for dock in tabs if dock.is_in_front) for area, tabs in tabs_of.items()}
    for area, size in window.rooms[page].areas.items():
        for pixels, given in ((size.width, fronts[area].width()), (size.height, fronts[area].height())):
            if pixels:
                assert 0.75 * pixels - 40 <= given <= 1.25 * pixels + 40, f"{area} has {given} instead of {pixels}"


def test_shortcuts_work_while_their_buttons_are_behind_other_tabs(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("arithmetic", "variations"):
        window.show_panel(name)
    qtbot.waitUntil(lambda: not any(window.panel(name).isVisible() for name in ("latent", "favourites")))
    before = window.session.z
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert not np.array_equal(window.session.z, before)
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL)
    assert len(window.workspace.points.all()) == 3, "A, B and the one that was kept"


def built(window: MainWindow) -> set[str]:
    return {name for name, dock in window.docks.items() if dock.is_built}


def test_panels_are_built_when_they_are_first_seen(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.processEvents()
    assert built(window) == {"picture", "latent", "favourites"}
    window.show_panel("corners")
    qtbot.waitUntil(lambda: window.docks["corners"].is_built)
    window.show_page(Page.LAYERS)
    qtbot.waitUntil(lambda: window.docks["channels"].is_built)
    assert not built(window) & {"edits", "inspector", "training", "curves"}


def test_a_page_that_was_left_with_another_tab_in_front_comes_back_so(window: MainWindow, qtbot: QtBot) -> None:
    window.show_panel("corners")
    qtbot.waitUntil(lambda: window.panel("corners").isVisible())
    window.show_page(Page.TRAIN)
    window.show_page(Page.EXPLORE)
    qtbot.waitUntil(lambda: window.panel("corners").isVisible() and not window.panel("favourites").isVisible())


def test_what_cannot_be_done_is_grey_and_its_shortcut_does_nothing(qtbot: QtBot) -> None:
    window = MainWindow(make_workspace(), ROOMS, Preferences())
    qtbot.addWidget(window, before_close_func=lambda window: window.shut_down())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    menu = window.menus.menus["&Edit"]
    menu.aboutToShow.emit()
    assert not window.menus.actions["latent.randomise"].isEnabled()
    menu.aboutToHide.emit()
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert len(window.session.z) == 0
    window.open_first(None)
    before = window.session.z
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert not np.array_equal(window.session.z, before)


def test_every_shortcut_is_listed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    found = dialog.list.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    listed = {(parent.text(0), item.text(1)) for item in found if (parent := item.parent()) is not None}
    wanted = {action.shortcut for action in window.workspace.actions if action.shortcut}
    assert wanted <= {keys for _, keys in listed} and {"Ctrl+R", "Ctrl+1", "F1"} <= wanted
    assert {("In Channels", "M"), ("In Sliders", "L"), ("Everywhere", "Esc"), ("Everywhere", "Ctrl+Z")} <= listed
    assert {"F6", "Shift+F6", "Ctrl+PgDown", "Ctrl+PgUp"} <= wanted
    dialog.close()


def test_a_changed_network_is_told_on_every_page(window: MainWindow, qtbot: QtBot) -> None:
    for page in Page:
        window.show_page(page)
        assert not window.status_bar.changes_badge.isVisible()
        window.session.edits.add(parse_edit("block2:1=0"))
        assert window.status_bar.changes_badge.isVisible() and "1 edit" in window.status_bar.changes_badge.label.text()
        qtbot.mouseClick(window.status_bar.changes_badge.reset, Qt.MouseButton.LeftButton)
        assert not window.status_bar.changes_badge.isVisible() and window.session.edits.current == ()


def test_what_is_compared_is_as_wide_as_what_it_stands_beside(window: MainWindow, qtbot: QtBot) -> None:
    window.open("mnist")
    window.workspace.runs.comparison.open("fashion-mnist")
    picture, compared = window.docks["picture"], window.docks["comparison"]
    qtbot.waitUntil(lambda: compared.isVisible() and abs(picture.width() - compared.width()) <= 2)
