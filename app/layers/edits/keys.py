"""The keys of the Edits panel."""

from app.toolkit.actions import Key
from gan.words import marked

REMOVE = Key(marked("Remove"), "Del", marked("Remove the chosen edit"))
