"""The keys of the map."""

from app.toolkit.actions import Key
from gan.words import marked

MOVE = Key(marked("Move"), marked("Left, Right, Up, Down"), marked("Look at another part of the map"))
CLOSER = Key(marked("Closer"), "+", marked("Look closer"))
FARTHER = Key(marked("Farther"), "-", marked("Look from farther away"))
ALL = Key(marked("All"), "Home", marked("Look from far enough away to see everything"))
GO = Key(marked("Go"), "Return", marked("Go to the point in the middle"))
KEYS = (MOVE, CLOSER, FARTHER, ALL, GO)
