"""What a generator takes and makes, in words that several commands print."""

from dataclasses import astuple

from gan.commands.facts import COLOURS
from gan.model.architecture import AS_THEY_ARE, Architecture, Distribution, Join
from gan.model.classes import listed
from gan.model.part_specs import Shape

_DRAWN = {Distribution.NORMAL: "normally distributed", Distribution.UNIFORM: "each evenly from -1 to 1"}
_JOINED = {Join.CONCATENATED: "beside z", Join.ADDED: "added to z", Join.MULTIPLIED: "times z"}


def growth_text(config: Architecture) -> str:
    """``100 -> 128x7x7 -> 64x14x14 -> 1x28x28``."""
    return " -> ".join([str(config.z_dim), *(shape_text(block.shape) for block in config.blocks)])


def shape_text(shape: Shape) -> str:
    """``64x14x14``"""
    return "x".join(map(str, shape))


def pictures_text(config: Architecture) -> str:
    """``28 x 28 grey pictures``."""
    width, height = config.picture_size
    return f"{width} x {height} {COLOURS[config.channels]} pictures"


def input_texts(config: Architecture) -> dict[str, str]:
    """z, and the classes of a generator that is told what to draw."""
    texts = {"z": f"{config.z_dim} numbers, {_DRAWN[config.distribution]}"}
    if config.condition is not None:
        kind = "a learned vector each" if config.condition.embedded else "1 at the place of the class, 0 elsewhere"
        names = f"{config.condition.classes} classes: {listed(config.class_names)}"
        texts["classes"] = f"{names}; {kind}, {_JOINED[config.condition.join]}"
    return texts


def pixels_texts(config: Architecture) -> dict[str, str]:
    """How what the last layer gives becomes pixels, unless it is pixels."""
    if config.pixels == AS_THEY_ARE:
        return {}
    scale, offset = (", ".join(f"{number:g}" for number in numbers) for numbers in astuple(config.pixels))
    return {"pixels": f"what the last layer gives times {scale} plus {offset}"}
