"""A second run beside the first."""

from PySide6.QtWidgets import QWidget

from app.runs.comparison import Comparison
from app.toolkit.tool import Panel, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked

NAME = "comparison"


def _start(workspace: Workspace) -> Comparison:
    comparison = workspace.runs.comparison

    def show() -> None:
        """Whichever page the picture is on."""
        if comparison.checkpoint is not None:
            workspace.show_panel(NAME)
        else:
            workspace.panel_unwanted.emit(NAME)

    comparison.changed.connect(show)
    return comparison


def _build(workspace: Workspace, comparison: Comparison) -> QWidget:
    from app.explore.comparison.comparison_panel import ComparisonPanel

    return ComparisonPanel(comparison)


COMPARISON = Tool(
    NAME,
    _start,
    Panel(marked("Compared run"), _build, beside="picture", about=marked("Another run's picture of the same z")),
)
