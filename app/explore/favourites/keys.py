"""The keys of the list of favourites; each is about the one that is chosen there."""

from app.toolkit.actions import Key

RENAME = Key("Rename", "F2", "Give a favourite another name")
REMOVE = Key("Remove", "Del", "Forget a favourite")
KEYS = (RENAME, REMOVE)
