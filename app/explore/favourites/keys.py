"""The keys of the list of favourites; each is about the one that is chosen there."""

from app.toolkit.actions import Key
from gan.words import marked

RENAME = Key(marked("Rename"), "F2", marked("Give a favourite another name"))
REMOVE = Key(marked("Remove"), "Del", marked("Forget a favourite"))
KEYS = (RENAME, REMOVE)
