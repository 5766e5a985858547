"""The keys of the table of sliders; each is about the dimension that is chosen there."""

from app.toolkit.actions import Key
from gan.words import marked

LOCK = Key(marked("Lock"), "L", marked("Hold a dimension where it is, or let it go"))
PIN = Key(marked("Pin"), "P", marked("Keep a dimension on top, or let it go back to its place"))
ZERO = Key(marked("Set to 0"), "Del", marked("Put a dimension back in the middle"))
TYPE = Key(marked("Type"), "F2", marked("Type the value of a dimension"))
MOVE = Key(marked("Move"), marked("Left, Right"), marked("Move a slider; with Shift ten times as far"))
OTHER = Key(marked("Choose"), marked("Up, Down"), marked("Go to another dimension"))
KEYS = (LOCK, PIN, ZERO, TYPE, MOVE, OTHER)
