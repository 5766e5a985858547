"""A generator as one page for browsers, which draws by itself; written only once its numbers are known to be good."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from gan.errors import UsageError
from gan.explore.discovery import find_directions
from gan.explore.latent import bound, deviation, sample_z
from gan.explore.methods import METHODS
from gan.files import write_whole
from gan.html.describing import PageError, condition_values, layer_values, script_tensors
from gan.html.numbers import FORMATS, Array, Numbers, Packed, pack
from gan.html.page import Page, page_text
from gan.layers.altering import edited
from gan.layers.mosaic import colour_table
from gan.layers.toys import PRESETS, Pattern, pattern
from gan.model.architecture import Architecture
from gan.model.checkpoint import Checkpoint, load_generator, read_checkpoint
from gan.model.networks import Generator, telling
from gan.words import tr

MOST_BYTES = 5_000_000
"""A larger page is not written: it is to be sent to people."""
ALIKE = 0.5
"""Pictures that differ by less, in steps of 1/255, are the same but for rounding."""
CHECKED_POINTS = 64
SHOWN_DIRECTIONS = 8
FOUND_DIRECTIONS = (
    "Each moves many numbers of z at once. These change the picture most (SeFa), the first one above all."
)
OWN_DIRECTIONS = "Each moves many numbers of z at once, in steps of a standard deviation."
LEVELS = 127.5
"""Steps of brightness in 1 of the network's own range."""


def save_page(path: Path, page: Page) -> str:
    """Write ``page`` as one HTML file that needs nothing else, and say in words what it holds.

    Weights are stored in the shortest numbers that draw the same pictures; where that file would be larger than
    :data:`MOST_BYTES`, in the best ones that fit. Raises :class:`PageError` for a generator that no browser can run or
    whose file would be too large, :class:`LatentariumError` for one that cannot be read.
    """
    if page.request.batch is not None:
        raise UsageError(tr("a page normalises by the running statistics of BatchNorm; choose them, then export again"))
    checkpoint, generator = read_checkpoint(page.request.model), load_generator(page.request.model)
    fixed = {**_about(page, generator), "layers": layer_values(generator.config)}
    written = [
        (stored, page_text(page, {**fixed, "facts": _facts(page, checkpoint, stored)}, stored.packed).encode())
        for stored in _all_stored(page, generator)
    ]
    fitting = [each for each in written if len(each[1]) <= MOST_BYTES]
    if not fitting:
        raise _too_large(min(len(text) for _, text in written), checkpoint)
    stored, text = next((each for each in fitting if each[0].largest < ALIKE), fitting[-1])
    write_whole(path, text)
    return f"{len(text) / 1e6:.1f} MB, {stored.text}"


@dataclass(frozen=True)
class _Stored:
    """The weights in one format, and how far pictures are then from the generator's, in steps of 1/255."""

    numbers: Numbers
    packed: Packed
    largest: float
    mean: float

    @property
    def text(self) -> str:
        """For people."""
        return (
            f"weights as {self.numbers.title}, whose pictures differ from the generator's by at most "
            f"{self.largest:.2g} of 255 steps of brightness, {self.mean:.2g} on average"
        )


def _all_stored(page: Page, generator: Generator) -> Iterator[_Stored]:
    """In each format in which all numbers stay finite, the shortest first."""
    config, weights = generator.config, _weights(generator)
    expected = _pictures(page, generator)
    for numbers in FORMATS:
        rounded = _rounded(config, weights, numbers)
        if not all(np.isfinite(array).all() for array in rounded.values()):
            continue
        found = _pictures(page, _with_weights(generator, rounded))
        away = np.abs(found - expected) * LEVELS
        packed = pack(script_tensors(config, weights, page.request.edits), numbers)
        yield _Stored(numbers, packed, float(away.max()), float(away.mean()))
    _with_weights(generator, weights)


def _weights(generator: Generator) -> dict[str, Array]:
    return {name: tensor.float().cpu().numpy().copy() for name, tensor in generator.state_dict().items()}


def _rounded(config: Architecture, weights: Mapping[str, Array], numbers: Numbers) -> dict[str, Array]:
    """``weights`` as they come back from a page: brought into its order, stored, read and put back in their places."""
    kept = {name: array for name, array in weights.items() if array.ndim > 1}
    counted = {name: np.arange(array.size).reshape(array.shape) for name, array in weights.items()}
    places, ordered = script_tensors(config, counted), script_tensors(config, weights)  # type: ignore[arg-type]
    rounded = dict(weights)
    for name, array in kept.items():
        back = np.empty(array.size, np.float32)
        back[places[name].ravel()] = numbers.restored(ordered[name]).ravel()
        rounded[name] = back.reshape(array.shape)
    return rounded


def _with_weights(generator: Generator, weights: Mapping[str, Array]) -> Generator:
    for name, tensor in generator.state_dict().items():
        tensor.copy_(torch.from_numpy(np.asarray(weights[name])))
    return generator


@torch.inference_mode()
def _pictures(page: Page, generator: Generator) -> Array:
    """Of points that no one chose, of each class in turn."""
    config = generator.config
    z = torch.from_numpy(sample_z(CHECKED_POINTS, config.z_dim, 0, config.distribution))
    count = len(config.class_names)
    classes = torch.arange(CHECKED_POINTS) % count if count else None
    with telling(classes, generator), edited(generator, page.request.edits):
        pictures: Array = generator(z).clamp(-1, 1).numpy()
    return pictures


def _about(page: Page, generator: Generator) -> dict[str, Any]:
    """What the scripts read of anything but layers."""
    config, request = generator.config, page.request
    spread = deviation(config.distribution)
    return {
        "name": page.name,
        "title": page.heading,
        "z": request.z[0].astype(float).tolist(),
        "seed": page.seed,
        "reach": min(3 * spread, bound(config.distribution)),
        "along": 3 * spread,
        "distribution": str(config.distribution),
        "classNames": list(config.class_names),
        "chosenClass": request.chosen_class or 0,
        "condition": condition_values(config),
        "pixels": {"scale": list(config.pixels.scale), "offset": list(config.pixels.offset)},
        "directions": _directions(page, generator),
        "directionsText": OWN_DIRECTIONS if page.directions else FOUND_DIRECTIONS,
        "colours": {name: colour_table(name).tolist() for name in ("diverging", "viridis")},
        "toys": _toys(),
    }


def _facts(page: Page, checkpoint: Checkpoint, stored: _Stored) -> list[list[str]]:
    """Terms and what is to be said of them."""
    config, provenance = checkpoint.config, checkpoint.provenance
    found = {
        "Generator": checkpoint.titled(page.name),
        "Learned from": str(provenance.get("data") or ""),
        "Pictures": f"{config.picture_size.text} pixels from {config.z_dim} numbers",
        "Changes": "; ".join(map(str, page.request.edits)),
        "Weights": f"{checkpoint.parameters:,}, stored as {stored.numbers.title}",
        "Exactness": (
            f"Stored like this, {CHECKED_POINTS} pictures differ from those of the generator by at most "
            f"{stored.largest:.2g} of 255 steps of brightness, {stored.mean:.2g} on average."
        ),
    }
    return [[term, text] for term, text in found.items() if text]


def _directions(page: Page, generator: Generator) -> list[dict[str, Any]]:
    """Those of the page; without any, the ones that change the picture most."""
    found = page.directions
    if found is None:
        found = find_directions(generator, next(iter(METHODS)), SHOWN_DIRECTIONS)
        found = replace(found, names=tuple(f"Direction {number}" for number in range(1, len(found) + 1)))
    found.require_fit(generator.config.z_dim)
    named = zip(found.names, found.vectors, strict=True)
    return [{"name": name, "vector": vector.astype(float).tolist()} for name, vector in named]


def _toys() -> list[dict[str, Any]]:
    """Small examples with numbers that are easily followed."""
    return [
        {
            "title": f"{preset.size} × {preset.size} → {preset.output} × {preset.output}",
            "note": preset.note,
            "size": preset.size,
            "kernel": preset.geometry.kernel,
            "stride": preset.geometry.stride,
            "padding": preset.geometry.padding,
            "outputPadding": preset.geometry.output_padding,
            "values": pattern(Pattern.COUNTING, preset.size).ravel().tolist(),
            "weights": pattern(Pattern.SLOPES, preset.geometry.kernel).ravel().tolist(),
        }
        for preset in PRESETS
    ]


def _too_large(size: int, checkpoint: Checkpoint) -> PageError:
    return PageError(
        f"the page would have {size / 1e6:.1f} MB, and more than {MOST_BYTES / 1e6:.0f} MB are hard to send: "
        f"{checkpoint.parameters:,} weights are too many; export a narrower or smaller generator (train with a smaller "
        "--ngf or --image-size)"
    )
