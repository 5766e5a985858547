"""The keys of the square of two directions."""

from app.toolkit.actions import Key
from gan.words import marked

MOVE = Key(marked("Move"), marked("Left, Right, Up, Down"), marked("Go along a direction; with Shift in larger steps"))
BACK = Key(marked("Back"), "Del", marked("Go back to the middle of the square"))
KEYS = (MOVE, BACK)
