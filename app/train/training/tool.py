"""Settings of a new run, and the controls of the one that is followed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.arguments import Page
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Opener, Workspace
from app.train.training.training import Training
from app.widgets.file_dialogs import Kind, ask_for_folder
from gan.data.containers import holds_pictures
from gan.files import is_there, typed_path
from gan.sources import bundled_models
from gan.train.run import is_run
from gan.train.twins import is_pair
from gan.words import marked, tr

NAME = "training"


def is_pictures(target: str) -> bool:
    """Whether ``target`` can only hold pictures: a .zip, an array of pictures, or a folder of no runs.

    A bundled model's name is none of these.
    """
    path = typed_path(target)
    if target in bundled_models() or not is_there(path) or is_run(path) or is_pair(path):
        return False
    return path.is_dir() or holds_pictures(path)


def _start(workspace: Workspace) -> Training:
    training = Training(workspace.runs.controller, workspace.memory)

    def open_pictures(target: str) -> None:
        training.choose(str(typed_path(target).absolute()))
        workspace.show_panel(NAME, Page.TRAIN)

    def tell() -> None:
        workspace.work_told.emit(NAME, training.words)

    training.progressed.connect(tell)
    workspace.runs.controller.phase_changed.connect(lambda _: tell())
    # Once the window is shown, and what it is to open has been opened.
    QTimer.singleShot(0, training, workspace.runs.pick_up)
    workspace.openers.append(Opener(is_pictures, open_pictures))
    workspace.actions.add(
        Action("open.pictures", tr("Train on a &folder of pictures…"), lambda: _ask(workspace), Section.OPEN)
    )
    return training


def _ask(workspace: Workspace) -> None:
    title = tr("Choose a folder of pictures to train on")
    folder = ask_for_folder(Kind.DATA, QApplication.activeWindow(), title)
    if folder is not None:
        workspace.session.attempt(lambda: workspace.open(str(folder)))


def _build(workspace: Workspace, training: Training) -> QWidget:
    from app.train.training.training_panel import TrainingPanel

    return TrainingPanel(workspace.session, workspace.runs, workspace.background, training)


TRAINING = Tool(
    NAME,
    _start,
    Panel(
        marked("Training"),
        _build,
        {Page.TRAIN: Area.LEFT},
        about=marked("Settings of a new run; start, pause and stop"),
    ),
)
