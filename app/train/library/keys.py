"""The keys of the list of runs."""

from app.toolkit.actions import Key
from gan.words import marked

OPEN = Key(marked("Open"), "Return", marked("Follow this run, with its best or newest generator under the sliders"))
RENAME = Key(marked("Rename"), "F2", marked("Give the run another name"))
DELETE = Key(marked("Delete"), "Del", marked("Move the run to the trash"))
NOTE = Key(marked("Note"), "F3", marked("Write down something about the run; it is kept in the run's folder"))
KEYS = (OPEN, RENAME, NOTE, DELETE)
