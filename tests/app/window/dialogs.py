"""Every dialog of the window, to be looked at and listened to."""

from PySide6.QtWidgets import QDialog

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
from gan.train.config import TrainConfig
from gan.train.ends import Trained
from gan.words import tr


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
        FilmDialog(model.config, USUAL_LOOK, window),
        GlossaryDialog(window),
        HowLongDialog(tr("Train longer"), TrainConfig(data="sprites", steps=10), Trained(10, 60.0, 5), window),
        LogDialog(window),
        NoteDialog(tr("About {run}", run="42"), "", window),
        NumberDialog(tr("Top left corner"), tr("The point that this seed draws"), 9, window),
        Palette([], LastUsed(Preferences()), window),
        PreviewDialog(background, window),
        ReportDialog(model.checkpoint, window),
        ScoresDialog(DirectionScoring(session, background, found), window),
        SettingsDialog(window.settings, Preferences(), (), window),
        ShortcutsDialog(window.workspace.actions, [], window),
    ]
