"""The keys of the list of runs."""

from app.toolkit.actions import Key

OPEN = Key("Open", "Return", "Follow this run, with its newest generator under the sliders")
RENAME = Key("Rename", "F2", "Give the run another name")
DELETE = Key("Delete", "Del", "Move the run to the trash")
KEYS = (OPEN, RENAME, DELETE)
