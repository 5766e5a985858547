"""The keys of the field between the corners."""

from app.toolkit.actions import Key
from gan.words import marked

MOVE = Key(marked("Move"), marked("Left, Right, Up, Down"), marked("Go to another picture of the field"))
KEYS = (MOVE,)
