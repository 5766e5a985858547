"""The keys of the fields of numbers."""

from app.toolkit.actions import Key

MOVE = Key("Choose", "Left, Right, Up, Down", "Go to another cell; Home and End go to the first and the last")
TYPE = Key("Type", "Return", "Type a number into the cell, where it is one of yours")
KEYS = (MOVE, TYPE)
