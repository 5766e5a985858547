"""The keys of the table of sliders; each is about the dimension that is chosen there."""

from app.toolkit.actions import Key

LOCK = Key("Lock", "L", "Hold a dimension where it is, or let it go")
PIN = Key("Pin", "P", "Keep a dimension on top, or let it go back to its place")
ZERO = Key("Set to 0", "Del", "Put a dimension back in the middle")
TYPE = Key("Type", "F2", "Type the value of a dimension")
MOVE = Key("Move", "Left, Right", "Move a slider; with Shift ten times as far")
OTHER = Key("Choose", "Up, Down", "Go to another dimension")
KEYS = (LOCK, PIN, ZERO, TYPE, MOVE, OTHER)
