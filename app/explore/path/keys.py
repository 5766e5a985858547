"""The keys of the strip of keyframes."""

from app.toolkit.actions import Key
from gan.words import marked

REMOVE = Key(marked("Remove"), "Del", marked("take the chosen keyframe out of the path"))
