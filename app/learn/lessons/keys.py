"""The keys of the lesson."""

from app.toolkit.actions import Key
from app.translations import QT_TRANSLATE_NOOP

ANSWER = Key(QT_TRANSLATE_NOOP("Lessons", "Guess"), "1, 2, 3", "Choose an answer")
KEYS = (ANSWER,)
