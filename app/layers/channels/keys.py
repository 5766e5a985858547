"""The keys of the Channels panel."""

from app.toolkit.actions import Key

MUTE = Key("Mute", "M", "Silence the selected channels, or let them sound again")
SOLO = Key("Solo", "S", "Silence all channels but the selected ones, or none")
PIN = Key("Pin", "P", "Keep the selected channels in view at the right")
CHOOSE = Key("Choose", "Left, Right, Up, Down", "Go to another channel; Home and End go to the first and the last")
KEYS = (MUTE, SOLO, PIN, CHOOSE)
