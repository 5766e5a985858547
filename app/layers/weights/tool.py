"""What a pixel depends on: brushes of linear layers beside kernels of convolutions."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked

TRAINED_BY = "twins"
"""The panel in which both kinds are trained, if it is there."""


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.weights.weights_panel import WeightsPanel

    panel = WeightsPanel(workspace.session, workspace.background)
    panel.twins_wanted.connect(lambda: workspace.show_panel(TRAINED_BY, Page.TRAIN))
    return panel


WEIGHTS = Tool(
    "weights",
    panel=Panel(
        marked("Weights"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        purpose=Purpose.WORKINGS,
        about=marked("What a pixel depends on: a fully connected generator beside a convolutional one"),
    ),
)
