"""The keys of the lesson."""

from app.toolkit.actions import Key
from gan.words import marked

ANSWER = Key(marked("Guess"), "1, 2, 3", marked("Choose an answer"))
KEYS = (ANSWER,)
