"""A transposed convolution of one's own numbers."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.layers.playground.keys import KEYS
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.playground.playground_panel import PlaygroundPanel

    return PlaygroundPanel()


PLAYGROUND = Tool(
    "playground",
    panel=Panel(
        "Playground",
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        keys=KEYS,
        about="A transposed convolution of your own numbers",
    ),
)
