"""The keys of the map."""

from app.toolkit.actions import Key

MOVE = Key("Move", "Left, Right, Up, Down", "Look at another part of the map")
CLOSER = Key("Closer", "+", "Look closer")
FARTHER = Key("Farther", "-", "Look from farther away")
ALL = Key("All", "Home", "Look from far enough away to see everything")
GO = Key("Go", "Return", "Go to the point in the middle")
KEYS = (MOVE, CLOSER, FARTHER, ALL, GO)
