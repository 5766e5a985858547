"""How values become colours: what a person has chosen, and what that means for one layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from gan.images import Picture
from gan.layers.catalogue import Layer
from gan.layers.mosaic import COLOUR_MAPS, Maps, Scaling, colour_table, to_indices, value_range

AUTOMATIC = "automatic"
DIVERGING, SEQUENTIAL = "diverging", "viridis"
LARGEST_LIMIT = 1000.0


@dataclass(frozen=True)
class Colouring:
    """A colour map and what its ends stand for. The diverging map is symmetric: its middle is 0."""

    colour_map: str
    scaling: Scaling = Scaling.LAYER
    fixed: tuple[float, float] = (-1.0, 1.0)

    def indices(self, maps: Maps) -> Picture:
        """(C, H, W) values -> uint8 places in the colour table, same shape."""
        return to_indices(maps, self.scaling, signed=self._symmetric, fixed=self.fixed)

    def ends(self, maps: Maps) -> tuple[float, float] | None:
        """The values at the ends of the colour map; None if every channel has its own."""
        if self.scaling is Scaling.CHANNEL:
            return None
        return self.fixed if self.scaling is Scaling.FIXED else value_range(maps, signed=self._symmetric)

    def between(self, low: float, high: float) -> "Colouring":
        """The same colours from ``low`` to ``high``, whatever else is shown."""
        return Colouring(self.colour_map, Scaling.FIXED, (low, high))

    @property
    def _symmetric(self) -> bool:
        return self.colour_map == DIVERGING


@dataclass(frozen=True)
class ColourChoice:
    """What the tools offer: a colour map or ``automatic``, and a range. ``fixed``: low < high."""

    colours: str = AUTOMATIC
    scaling: Scaling = Scaling.LAYER
    fixed: tuple[float, float] = (-1.0, 1.0)

    def resolve(self, layer: Layer) -> Colouring:
        """``automatic`` is diverging where values go below zero, else sequential."""
        automatic = DIVERGING if layer.signed else SEQUENTIAL
        return Colouring(automatic if self.colours == AUTOMATIC else self.colours, self.scaling, self.fixed)

    def to_json(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts."""
        return {"colours": self.colours, "scaling": str(self.scaling), "fixed": list(self.fixed)}

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> Self:
        """The inverse of :meth:`to_json`; anything that is missing or not understood gets its default."""
        colours, scaling = state.get("colours"), state.get("scaling")
        return cls(
            colours if isinstance(colours, str) and colours in COLOUR_MAPS else AUTOMATIC,
            Scaling(scaling) if scaling in list(Scaling) else Scaling.LAYER,
            _range(state.get("fixed")) or cls.fixed,
        )


@cache
def qt_colour_table(name: str) -> list[int]:
    """256 colours as 0xffRRGGBB, as an indexed ``QImage`` wants them."""
    table = colour_table(name).tolist()
    return [0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in table]


def _range(fixed: Any) -> tuple[float, float] | None:
    match fixed:
        case [int() | float() as low, int() | float() as high]:
            return (float(low), float(high)) if -LARGEST_LIMIT <= low < high <= LARGEST_LIMIT else None
    return None
