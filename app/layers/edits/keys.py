"""The keys of the Edits panel."""

from app.toolkit.actions import Key

REMOVE = Key("Remove", "Del", "Remove the chosen edit")
