"""The keys of the list of runs."""

from app.toolkit.actions import Key

OPEN = Key("Open", "Return", "Follow this run, with its best or newest generator under the sliders")
RENAME = Key("Rename", "F2", "Give the run another name")
DELETE = Key("Delete", "Del", "Move the run to the trash")
NOTE = Key("Note", "F3", "Write down something about the run; it is kept in the run's folder")
KEYS = (OPEN, RENAME, NOTE, DELETE)
