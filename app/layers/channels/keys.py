"""The keys of the Channels panel."""

from app.toolkit.actions import Key
from gan.words import marked

MUTE = Key(marked("Mute"), "M", marked("Silence the selected channels, or let them sound again"))
SOLO = Key(marked("Solo"), "S", marked("Silence all channels but the selected ones, or none"))
PIN = Key(marked("Pin"), "P", marked("Keep the selected channels in view at the right"))
CHOOSE = Key(
    marked("Choose"),
    marked("Left, Right, Up, Down"),
    marked("Go to another channel; Home and End go to the first and the last"),
)
KEYS = (MUTE, SOLO, PIN, CHOOSE)
