"""The keys of the table of numbers."""

from app.toolkit.actions import Key

REMOVE = Key("Remove", "Del", "Take the model of this column away")
COPY = Key("Copy", "Ctrl+C", "Copy the table as text for a spreadsheet")
KEYS = (COPY, REMOVE)
