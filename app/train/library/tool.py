"""All runs of the library."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from app.train.library.keys import KEYS
from gan.words import marked


def _build(workspace: Workspace, _: None) -> QWidget:
    from app.train.library.runs_panel import RunsPanel

    return RunsPanel(workspace.session, workspace.runs)


LIBRARY = Tool(
    "runs",
    panel=Panel(
        marked("Runs"),
        _build,
        {Page.TRAIN: Area.CENTRE_BELOW},
        purpose=Purpose.RUNS,
        keys=KEYS,
        about=marked("All training runs of this computer"),
    ),
)
