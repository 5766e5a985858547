"""Everything that a person can use has a name for those who hear the window."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtWidgets import QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import app
from app.arguments import Page
from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scores_dialog import ScoresDialog
from app.explore.directions.scoring import DirectionScoring
from app.explore.export.export_dialog import ExportDialog
from app.explore.inversion.data_pictures_dialog import DataPicturesDialog
from app.learn.glossary.glossary_dialog import GlossaryDialog
from app.runs.how_long import HowLongDialog
from app.train.training.preview_dialog import PreviewDialog
from app.widgets.ask_number import NumberDialog
from app.widgets.note_dialog import NoteDialog
from app.window.help.about_dialog import AboutDialog
from app.window.help.log_dialog import LogDialog
from app.window.imports.readings_dialog import ReadingsDialog
from app.window.imports.report_dialog import ReportDialog
from app.window.main_window import MainWindow
from app.window.palette.last_used import LastUsed
from app.window.palette.palette import Palette
from app.window.preferences import Preferences
from app.window.settings.settings_dialog import SettingsDialog
from app.window.shortcuts_dialog import ShortcutsDialog
from app.work.film_dialog import FilmDialog
from app.work.films import USUAL_LOOK
from app.work.latest_job import LatestJob
from gan.layers.edits import parse_edit
from gan.sizes import Size
from gan.train.config import TrainConfig
from gan.train.ends import Trained
from tests.app.layouts import CLASSES, save_layout
from tests.app.window.fitting import settle
from tests.app.window.naming import nameless
from tests.gan.tiny import make_run


@pytest.fixture(params=["plain", CLASSES])
def used(request: pytest.FixtureRequest, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with something in its lists: an edit, a kept point, a run."""
    if request.param == CLASSES:
        window.open(str(save_layout(tmp_path, CLASSES)))
    window.workspace.runs.controller.attach(make_run(tmp_path / "run"))
    window.workspace.actions["favourites.keep"].run()
    window.session.edits.add(parse_edit("block2:1=0"))
    return window


@pytest.mark.parametrize("page", Page)
def test_of_every_panel(used: MainWindow, page: Page) -> None:
    used.show_page(page)
    for name, dock in used.docks.items():
        if not dock.isHidden():
            used.show_panel(name)
            settle()
            assert nameless(dock.panel) == [], name
    assert nameless(used) == []


def make_dialogs(window: MainWindow) -> list[QDialog]:
    """One of each kind that needs nothing but an open model; readings of strangers' files have tests of their own."""
    session, background = window.session, window.workspace.background
    model = session.model
    assert model is not None
    found = FoundDirections(session, background)
    return [
        AboutDialog(None, window.show, window),
        DataPicturesDialog(background, model, window),
        ExportDialog(session, lambda: session.interpolation.path, LatestJob(background, window), window),
        FilmDialog(Size(28, 28), USUAL_LOOK, window),
        GlossaryDialog(window),
        HowLongDialog("Train longer", TrainConfig(data="sprites", steps=10), Trained(10, 60.0, 5), window),
        LogDialog(window),
        NoteDialog("About a run", "", window),
        NumberDialog("Corner", "The point that this seed draws", 9, window),
        Palette([], LastUsed(Preferences()), window),
        PreviewDialog(background, window),
        ReportDialog(model.checkpoint, window),
        ScoresDialog(DirectionScoring(session, background, found), window),
        SettingsDialog(window.settings, Preferences(), (), window),
        ShortcutsDialog(window.workspace.actions, [], window),
    ]


def test_of_every_dialog(window: MainWindow) -> None:
    dialogs = make_dialogs(window)
    for module in walk_packages(app.__path__, "app."):
        import_module(module.name)
    ours = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("app.")}
    assert ours - {type(dialog) for dialog in dialogs} == {ReadingsDialog}
    for dialog in dialogs:
        dialog.show()
        settle()
        assert nameless(dialog) == [], dialog.windowTitle()
        dialog.close()


def test_letters_make_a_name_and_signs_do_not(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    buttons = [QToolButton(panel) for _ in range(3)]
    for button, text in zip(buttons, ("A", "↖", ""), strict=True):
        button.setText(text)
    assert len(nameless(panel)) == 2
    buttons[1].setAccessibleName("Top left corner")
    assert len(nameless(panel)) == 1
