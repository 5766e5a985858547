"""Reading from a picture what it was drawn from, or which class it belongs to.

Generated pictures carry no labels, so a small network learns to read them off the training pictures, whose factors or
classes are known. Its own accuracy is measured on pictures that it has not seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from gan.data.base import ImageSet, Progress
from gan.data.sprites import FACTOR_RANGES, SHAPE_NAMES
from gan.errors import UsageError
from gan.images import from_uint8
from gan.measure.ranks import rank_correlation
from gan.sizes import Size
from gan.words import tr

Values = npt.NDArray[np.float32]

LEARNED_FROM, HELD_OUT = 8_000, 1_000
EPOCHS, BATCH, LEARNING_RATE = 8, 128, 2e-3
READ_BATCH = 256
WIDTHS = (24, 48, 96)
HIDDEN = 96


@dataclass(frozen=True)
class Factors:
    """What there is to read: numbers with the range they come from, and one class out of several."""

    numbers: tuple[str, ...]
    ranges: tuple[tuple[float, float], ...]
    classes: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Numbers first, then classes."""
        return self.numbers + self.classes


class FactorReader:
    """Reads pictures, uint8 (N, C, H, W), as (N, F) numbers in the order of ``factors.names``.

    Numbers are scaled so that their range is 0 to 1; for a class the value is its probability.
    """

    def __init__(self, factors: Factors, network: nn.Module) -> None:
        self.factors = factors
        self._network = network

    @torch.inference_mode()
    def read(self, images: npt.NDArray[np.uint8]) -> Values:
        """See the class."""
        batches = torch.from_numpy(np.ascontiguousarray(images)).split(READ_BATCH)
        outputs = torch.cat([self._network(from_uint8(batch)) for batch in batches])
        count = len(self.factors.numbers)
        values: Values = torch.cat([outputs[:, :count], outputs[:, count:].softmax(dim=1)], dim=1).numpy()
        return values


@dataclass(frozen=True)
class Accuracy:
    """How well a reader reads pictures that it has not learned from.

    ``numbers`` has the rank correlation of each number with the truth, ``classes`` the share of pictures whose
    most probable class is the right one.
    """

    numbers: Mapping[str, float]
    classes: float


def factors_of(images: ImageSet) -> Factors:
    """What can be read from these pictures. Raises :class:`UsageError` for a set without factors and classes."""
    if images.factors:
        return Factors(tuple(FACTOR_RANGES), tuple(FACTOR_RANGES.values()), SHAPE_NAMES)
    if images.labels is not None:
        return Factors((), (), images.label_names)
    raise UsageError(tr("{name} has neither known factors nor classes to score directions against", name=images.name))


def train_reader(images: ImageSet, seed: int = 0, report: Progress | None = None) -> tuple[FactorReader, Accuracy]:
    """Learn to read ``images``; takes some seconds. The same seed gives the same reader.

    Raises :class:`UsageError` for a set without factors and classes, or with too few pictures.
    """
    factors = factors_of(images)
    order = np.random.default_rng(seed).permutation(len(images))
    held_out, learned = np.split(order[: LEARNED_FROM + HELD_OUT], [min(HELD_OUT, len(images) // 5)])
    if len(learned) < BATCH:
        raise UsageError(
            tr("{name} has {count} pictures, too few to learn its factors from", name=images.name, count=len(images))
        )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = _network(images.channels, images.size, len(factors.names))
        _learn(network, factors, images.images[learned], _truth(images, factors, learned), report)
    reader = FactorReader(factors, network)
    return reader, _accuracy(reader, images.images[held_out], _truth(images, factors, held_out))


def _accuracy(reader: FactorReader, images: npt.NDArray[np.uint8], truth: Values) -> Accuracy:
    seen, count = reader.read(images), len(reader.factors.numbers)
    numbers = {name: rank_correlation(seen[:, i], truth[:, i]) for i, name in enumerate(reader.factors.numbers)}
    return Accuracy(numbers, float((seen[:, count:].argmax(axis=1) == truth[:, count:].argmax(axis=1)).mean()))


def _truth(images: ImageSet, factors: Factors, rows: npt.NDArray[np.intp]) -> Values:
    """(N, F): numbers from 0 to 1, classes 0 or 1."""
    scaled = [
        (images.factors[name][rows] - low) / (high - low)
        for name, (low, high) in zip(factors.numbers, factors.ranges, strict=True)
    ]
    labels = images.factors["shape"] if images.factors else images.labels
    assert labels is not None
    classes = [labels[rows] == index for index in range(len(factors.classes))]
    return np.stack([*scaled, *classes], axis=1).astype(np.float32)


def _network(channels: int, size: Size, outputs: int) -> nn.Module:
    layers: list[nn.Module] = []
    for before, after in zip((channels, *WIDTHS), WIDTHS, strict=False):
        layers += [nn.Conv2d(before, after, 3, 2, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU()]
        size = Size(*(-(-side // 2) for side in size))
    flat = WIDTHS[-1] * size.pixels
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(flat, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, outputs))


def _learn(
    network: nn.Module, factors: Factors, images: npt.NDArray[np.uint8], truth: Values, report: Progress | None
) -> None:
    pictures, wanted = torch.from_numpy(np.ascontiguousarray(images)), torch.from_numpy(truth)
    batches = len(pictures) // BATCH
    steps = EPOCHS * batches
    optimizer = torch.optim.Adam(network.parameters(), LEARNING_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps)
    for epoch in range(EPOCHS):
        for index, rows in enumerate(torch.randperm(len(pictures))[: batches * BATCH].split(BATCH)):
            loss = _loss(network(from_uint8(pictures[rows])), wanted[rows], len(factors.numbers))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            if report is not None:
                report(tr("learning to read factors"), epoch * batches + index + 1, steps)
    network.eval()


def _loss(outputs: Tensor, truth: Tensor, numbers: int) -> Tensor:
    """Squared error of the numbers in units of their spread, cross entropy of the classes."""
    loss = nn.functional.cross_entropy(outputs[:, numbers:], truth[:, numbers:].argmax(dim=1))
    if numbers:
        loss = loss + 12 * nn.functional.mse_loss(outputs[:, :numbers], truth[:, :numbers])
    return loss
