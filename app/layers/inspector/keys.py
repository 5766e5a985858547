"""The keys of the fields of numbers."""

from app.toolkit.actions import Key
from gan.words import marked

MOVE = Key(
    marked("Choose"),
    marked("Left, Right, Up, Down"),
    marked("Go to another cell; Home and End go to the first and the last"),
)
KEYS = (MOVE,)
