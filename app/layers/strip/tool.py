"""The whole way from z to the picture at a glance."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked


def _build(workspace: Workspace, state: None) -> QWidget:
    from app.layers.strip.generator_strip import GeneratorStrip

    return GeneratorStrip(workspace.session)


STRIP = Tool(
    "generator",
    panel=Panel(
        marked("Generator"),
        _build,
        {Page.LAYERS: Area.CENTRE},
        about=marked("All blocks from z to the picture at a glance"),
    ),
)
