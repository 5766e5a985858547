"""Changing a run that is under way."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from app.train.steer.answers import Answers
from gan.words import marked


def _start(workspace: Workspace) -> Answers:
    return Answers(workspace.runs.controller)


def _build(workspace: Workspace, answers: Answers) -> QWidget:
    from app.train.steer.steer_panel import SteerPanel

    return SteerPanel(workspace.runs.controller, answers)


STEER = Tool(
    "steer",
    _start,
    Panel(
        marked("Steer"),
        _build,
        {Page.TRAIN: Area.CENTRE_BELOW},
        purpose=Purpose.STEERING,
        about=marked("Change learning rates, or train step by step, while the run goes on"),
    ),
)
