"""Pictures of which each draws the class after that of the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from gan.images import Picture
from gan.request import RenderRequest


def of_each_class(request: RenderRequest, names: Sequence[str]) -> Iterator[RenderRequest]:
    """``request`` itself without ``names`` of classes, else for each class that one, with its share of the points."""
    if not names:
        yield request
    for number, name in enumerate(names[: len(request.z)]):
        yield replace(request, z=request.z[number :: len(names)], chosen_class=number, class_name=name)


def in_turn(drawn: Sequence[Picture]) -> Picture:
    """The inverse of :func:`of_each_class`: pictures (N, H, W, C) from those of each class."""
    images = np.empty((sum(map(len, drawn)), *drawn[0].shape[1:]), np.uint8)
    for number, of_class in enumerate(drawn):
        images[number :: len(drawn)] = of_class
    return images
