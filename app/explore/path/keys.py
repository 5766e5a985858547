"""The keys of the strip of keyframes."""

from app.toolkit.actions import Key

REMOVE = Key("Remove", "Del", "take the chosen keyframe out of the path")
