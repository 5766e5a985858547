"""What the run makes of the same noise as it goes on."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from app.train.samples.sample_grids import SampleGrids
from gan.words import marked


def _start(workspace: Workspace) -> SampleGrids:
    return SampleGrids(workspace.runs.controller)


def _build(workspace: Workspace, samples: SampleGrids) -> QWidget:
    from app.train.samples.samples_panel import SamplesPanel

    return SamplesPanel(samples)


SAMPLES = Tool(
    "samples",
    _start,
    Panel(
        marked("Samples"),
        _build,
        {Page.TRAIN: Area.RIGHT},
        about=marked("Pictures of the same noise as the run went on"),
    ),
)
