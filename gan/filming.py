"""What films show: the picture, the maps of one layer, or the whole way from z to the picture."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from gan.explore.latent import Latent
from gan.images import Picture, enlarge, grid, on_white
from gan.layers.catalogue import Layer, find_layer
from gan.layers.mosaic import Maps, Scaling, colour_table, columns_for, to_indices, value_range
from gan.layers.report import DIVERGING, default_colour_map
from gan.model.architecture import Architecture, Distribution
from gan.request import RenderRequest, RenderResult
from gan.sizes import Size

PICTURE, WAY = "picture", "way"
SIDE, GAP = 256, 8
"""Pixels of each station of the way, and between two."""
SQUARE = 8
"""Pixels of a number of z, before all of z is brought to the size of a station."""
WHOLE = 3
"""From this factor on pixels are enlarged by a whole one; smaller ones would leave much of a station empty."""
GROUND, PAPER = 128, 255
"""Between the maps of a layer, and between stations."""
WIDEST = {Distribution.NORMAL: 2.5, Distribution.UNIFORM: 1.0}
"""What the ends of the colours of z stand for."""


def shown_text(show: str) -> str:
    """What a film shows, as files carry it behind the network that drew them; nothing for the picture."""
    return {PICTURE: "", WAY: ", the whole way from z to the picture"}.get(show, f", the maps of {show}")


class Camera:
    """Turns what is rendered into frames (H, W, C) of what it is to ``show``: one of the above, or a layer's name.

    The colours of maps reach as far as their values have reached so far, so that they do not flicker. Raises
    :class:`gan.errors.UsageError` for a layer that there is not.
    """

    def __init__(self, config: Architecture, show: str = PICTURE) -> None:
        self.show = show
        self._config = config
        self._layers = _layers(config, show)
        self._ranges: dict[str, tuple[float, float]] = {}

    def asked(self, request: RenderRequest) -> RenderRequest:
        """``request`` with the maps that are filmed."""
        return replace(request, layers=tuple(layer.name for layer in self._layers))

    def frames(self, result: RenderResult) -> Iterator[Picture]:
        """One for each point of ``result``, which was rendered as :meth:`asked`."""
        for number, (z, picture) in enumerate(zip(result.request.z, result.images, strict=True)):
            maps = [self._mosaic(layer, result.maps[layer.name][number]) for layer in self._layers]
            if self.show == PICTURE:
                yield picture
            elif self.show == WAY:
                yield _beside([self._numbers(z), *maps, picture])
            else:
                yield maps[0]

    @property
    def size(self) -> Size:
        """Of the frames."""
        if self.show == PICTURE:
            return self._config.picture_size
        if self.show == WAY:
            stations = len(self._layers) + 2
            return Size(stations * (SIDE + GAP) - GAP, SIDE)
        count, height, width = self._layers[0].shape
        columns = columns_for(count, height / width)
        rows = -(-count // columns)
        return Size(columns * (width + 1) - 1, rows * (height + 1) - 1)

    def _mosaic(self, layer: Layer, maps: Maps) -> Picture:
        low, high = value_range(maps, signed=layer.signed)
        before = self._ranges.get(layer.name, (low, high))
        reach = self._ranges[layer.name] = min(low, before[0]), max(high, before[1])
        return _tiled(maps, default_colour_map(layer), reach)

    def _numbers(self, z: Latent) -> Picture:
        """z (z_dim,) as squares."""
        widest = WIDEST[self._config.distribution]
        squares = np.broadcast_to(z[:, None, None], (len(z), SQUARE, SQUARE))
        return _tiled(squares, DIVERGING, (-widest, widest))


def _layers(config: Architecture, show: str) -> tuple[Layer, ...]:
    if show == PICTURE:
        return ()
    if show == WAY:
        return tuple(find_layer(config, block.output_name) for block in config.blocks[:-1])
    return (find_layer(config, show),)


def _tiled(maps: Maps, colour_map: str, reach: tuple[float, float]) -> Picture:
    count, height, width = maps.shape
    colours = colour_table(colour_map)[to_indices(maps, Scaling.FIXED, signed=False, fixed=reach)]
    return grid(colours, columns_for(count, height / width), 1, GROUND)


def _beside(stations: list[Picture]) -> Picture:
    """All in a row, each as large as it can be."""
    return grid(np.stack([_station(picture) for picture in stations]), len(stations), GAP, PAPER)


def _station(picture: Picture) -> Picture:
    """In the middle of (SIDE, SIDE, 3), as large as that or, with whole squares for pixels, nearly."""
    coloured = picture.repeat(3, axis=2) if picture.shape[2] == 1 else on_white(picture)
    fitted = _fitted(coloured)
    height, width = fitted.shape[:2]
    top, left = (SIDE - height) // 2, (SIDE - width) // 2
    station = np.full((SIDE, SIDE, 3), PAPER, np.uint8)
    station[top : top + height, left : left + width] = fitted
    return station


def _fitted(picture: Picture) -> Picture:
    longest = max(picture.shape[:2])
    if SIDE // longest >= WHOLE:
        return enlarge(picture, SIDE // longest)
    from PIL import Image

    height, width = (max(1, side * SIDE // longest) for side in picture.shape[:2])
    way = Image.Resampling.BOX if longest > SIDE else Image.Resampling.NEAREST
    return np.asarray(Image.fromarray(picture).resize((width, height), way))
