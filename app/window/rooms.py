"""The rooms of the window, in the order of their pages; the last is for all of them."""

from app.explore.room import EXPLORE
from app.layers.room import LAYERS
from app.learn.room import LEARN
from app.toolkit.tool import Room
from app.train.room import TRAIN

ROOMS: tuple[Room, ...] = (EXPLORE, LAYERS, TRAIN, LEARN)
