"""The keys of the table of numbers."""

from app.toolkit.actions import Key
from gan.words import marked

REMOVE = Key(marked("Remove"), "Del", marked("Take the model of this column away"))
COPY = Key(marked("Copy"), "Ctrl+C", marked("Copy the table as text for a spreadsheet"))
KEYS = (COPY, REMOVE)
