"""The Learn room: lessons and the glossary, on whichever page."""

from app.learn.glossary.tool import GLOSSARY
from app.learn.lessons.tool import LESSONS
from app.toolkit.tool import Room

LEARN = Room(None, {}, (LESSONS, GLOSSARY))
