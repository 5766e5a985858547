"""A transposed convolution of one's own numbers."""

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.layers.playground.keys import KEYS
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.words import marked


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.playground.playground_panel import PlaygroundPanel

    panel, inspection = PlaygroundPanel(), workspace.session.inspection

    def tell() -> None:
        with suppress(UsageError):  # what cannot be is said in the panel
            inspection.choose_toy(panel.tools.toy)

    if inspection.toy is not None:
        panel.tools.show_toy(inspection.toy)
    inspection.toy_changed.connect(panel.tools.show_toy)
    panel.tools.changed.connect(tell)
    return panel


PLAYGROUND = Tool(
    "playground",
    panel=Panel(
        marked("Playground"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        purpose=Purpose.WORKINGS,
        keys=KEYS,
        about=marked("A transposed convolution of your own numbers"),
    ),
)
