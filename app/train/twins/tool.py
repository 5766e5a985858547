"""A fully connected network beside the DCGAN, trained on equal terms."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Opener, Workspace
from app.train.twins.pair import Pair
from gan.files import is_there, typed_path
from gan.sources import bundled_models
from gan.train.twins import is_pair
from gan.words import marked, tr

NAME = "twins"


def _matches(target: str) -> bool:
    path = typed_path(target)
    return target not in bundled_models() and is_there(path) and is_pair(path)


def _start(workspace: Workspace) -> Pair:
    pair = Pair(workspace.session, workspace)

    def open_pair(target: str) -> None:
        pair.attach(Path(typed_path(target)).absolute())
        workspace.show_panel(NAME, Page.TRAIN)

    def tell() -> None:
        words = tr("Two networks: {phase}", phase=tr(pair.phase.value)) if pair.phase.active else ""
        workspace.work_told.emit(NAME, words)

    pair.phase_changed.connect(lambda _: tell())
    workspace.openers.append(Opener(_matches, open_pair))
    workspace.parts.add(pair, pair.attached)
    pair.failed.connect(workspace.session.failed)
    QTimer.singleShot(0, pair, pair.pick_up)
    return pair


def _build(workspace: Workspace, pair: Pair) -> QWidget:
    from app.train.twins.twins_panel import TwinsPanel

    return TwinsPanel(workspace.session, workspace.runs, pair)


TWINS = Tool(
    NAME,
    _start,
    Panel(
        marked("Two networks"),
        _build,
        {Page.TRAIN: Area.CENTRE},
        purpose=Purpose.MEASURING,
        about=marked("A fully connected network beside the DCGAN: the same pictures, the same z and the same time"),
    ),
)
