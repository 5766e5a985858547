"""The keys of a basket."""

from app.toolkit.actions import Key
from gan.words import marked

REMOVE = Key(marked("Remove"), "Del", marked("take the chosen example out of its basket"))
