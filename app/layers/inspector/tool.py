"""One transposed convolution of the generator, number by number."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.layers.inspector.keys import KEYS
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.inspector.inspector_panel import InspectorPanel

    return InspectorPanel(workspace.session)


INSPECTOR = Tool(
    "inspector",
    panel=Panel(
        marked("How it is made"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        purpose=Purpose.WORKINGS,
        keys=KEYS,
        about=marked("One transposed convolution of the generator, number by number"),
    ),
)
