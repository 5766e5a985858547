"""What the run said."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from app.train.log.run_log import RunLog
from gan.words import marked


def _start(workspace: Workspace) -> RunLog:
    return RunLog(workspace.runs.controller)


def _build(workspace: Workspace, log: RunLog) -> QWidget:
    from app.train.log.log_panel import LogPanel

    return LogPanel(log)


LOG = Tool(
    "log",
    _start,
    Panel(
        marked("Log"),
        _build,
        {Page.TRAIN: Area.CENTRE_BELOW},
        purpose=Purpose.STEERING,
        about=marked("What has happened in the run, line by line"),
    ),
)
