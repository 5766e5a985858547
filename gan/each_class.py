"""Pictures of several classes: those of each are drawn at once, and come out where they belong."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from gan.images import Picture
from gan.model.classes import Classes
from gan.request import RenderRequest

Draw = Callable[[RenderRequest], Picture]
"""Pictures (N, H, W, C) of a request for N points."""


def of_each_class(draw: Draw, request: RenderRequest, names: Sequence[str], classes: Classes) -> Picture:
    """The pictures (N, H, W, C) that ``draw`` makes of ``request``, each of the class that ``classes`` (N,) says.

    These are numbers of ``names``. Without names they are not looked at, and the request is drawn as it is.
    """
    if not names:
        return draw(request)
    parts = {number: np.flatnonzero(classes == number) for number in np.unique(classes).tolist()}
    drawn = [
        draw(replace(request, z=request.z[rows], chosen_class=number, class_name=names[number]))
        for number, rows in parts.items()
    ]
    order = np.argsort(np.concatenate(list(parts.values())))
    pictures: Picture = np.concatenate(drawn)[order]
    return pictures
