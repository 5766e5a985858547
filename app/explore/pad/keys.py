"""The keys of the square of two directions."""

from app.toolkit.actions import Key

MOVE = Key("Move", "Left, Right, Up, Down", "Go along a direction; with Shift in larger steps")
BACK = Key("Back", "Del", "Go back to the middle of the square")
KEYS = (MOVE, BACK)
