"""The keys of the field between the corners."""

from app.toolkit.actions import Key

MOVE = Key("Move", "Left, Right, Up, Down", "Go to another picture of the field")
KEYS = (MOVE,)
