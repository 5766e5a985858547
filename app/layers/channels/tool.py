"""All channels of one layer, in the colours and the order that a person has chosen."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.layers.channels.channel_look import ChannelLook
from app.layers.channels.channel_ranking import ChannelRanking
from app.layers.channels.keys import KEYS
from app.toolkit.tool import Area, Panel, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked

State = tuple[ChannelLook, ChannelRanking]


def _start(workspace: Workspace) -> State:
    look = ChannelLook(workspace.session)
    workspace.parts.add(look, look.colours_changed, look.order_chosen, look.pins_changed)
    return look, ChannelRanking(workspace.session, workspace.background)


def _build(workspace: Workspace, state: State) -> QWidget:
    from app.layers.channels.channel_panel import ChannelPanel

    return ChannelPanel(workspace.session, *state)


CHANNELS = Tool(
    "channels",
    _start,
    Panel(
        marked("Channels"),
        _build,
        {Page.LAYERS: Area.CENTRE_BELOW},
        keys=KEYS,
        about=marked("All channels of one layer of the generator, live"),
    ),
)
