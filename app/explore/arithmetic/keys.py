"""The keys of a basket."""

from app.toolkit.actions import Key

REMOVE = Key("Remove", "Del", "take the chosen example out of its basket")
