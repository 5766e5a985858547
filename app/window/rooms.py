"""The rooms of the window, in the order of their pages."""

from app.explore.room import EXPLORE
from app.layers.room import LAYERS
from app.toolkit.tool import Room
from app.train.room import TRAIN

ROOMS: tuple[Room, ...] = (EXPLORE, LAYERS, TRAIN)
