"""The Layers room: looking inside the generator."""

from app.arguments import Page
from app.layers.channels.tool import CHANNELS
from app.layers.choosing.tool import CHOOSING
from app.layers.discriminator.tool import DISCRIMINATOR
from app.layers.edits.tool import EDITS
from app.layers.inspector.tool import INSPECTOR
from app.layers.playground.tool import PLAYGROUND
from app.layers.strip.tool import STRIP
from app.layers.trace.tool import TRACE
from app.layers.weights.tool import WEIGHTS
from app.toolkit.tool import Area, Room, Size

LAYERS = Room(
    Page.LAYERS,
    {
        Area.LEFT: Size(width=360, height=360, least=352),
        Area.LEFT_BELOW: Size(height=390, lowest=200),
        Area.CENTRE: Size(width=920, height=250, lowest=165),
        Area.CENTRE_BELOW: Size(height=500),
    },
    (
        STRIP,
        EDITS,
        CHANNELS,
        INSPECTOR,
        PLAYGROUND,
        TRACE,
        WEIGHTS,
        DISCRIMINATOR,
        CHOOSING,
    ),
)
