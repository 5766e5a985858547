"""Settings of a new run, and the controls of the one that is followed."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.arguments import Page
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Opener, Workspace
from app.train.training.training import Training
from gan.sources import bundled_models
from gan.train.run import is_run

NAME = "training"


def is_pictures(target: str) -> bool:
    """Whether ``target`` is a folder that can only hold pictures: no run, and no bundled model's name."""
    folder = Path(target).expanduser()
    return target not in bundled_models() and folder.is_dir() and not is_run(folder)


def _start(workspace: Workspace) -> Training:
    training = Training(workspace.runs.controller)

    def open_pictures(target: str) -> None:
        training.choose(str(Path(target).expanduser().absolute()))
        workspace.show_panel(NAME, Page.TRAIN)

    workspace.openers.append(Opener(is_pictures, open_pictures))
    workspace.actions.add(
        Action("open.pictures", "Train on a &folder of pictures…", lambda: _ask(workspace), Section.OPEN)
    )
    return training


def _ask(workspace: Workspace) -> None:
    title = "Choose a folder of pictures to train on"
    folder = QFileDialog.getExistingDirectory(QApplication.activeWindow(), title)
    if folder:
        workspace.session.attempt(lambda: workspace.open(folder))


def _build(workspace: Workspace, training: Training) -> QWidget:
    from app.train.training.training_panel import TrainingPanel

    return TrainingPanel(workspace.session, workspace.runs, workspace.background, training)


TRAINING = Tool(NAME, _start, Panel("Training", _build, {Page.TRAIN: Area.LEFT}))
