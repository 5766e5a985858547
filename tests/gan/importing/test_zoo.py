"""Whatever people have built is read from its weights alone, and draws what it drew for its author."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from gan.importing.opening import Import, Reading, import_generator
from gan.model.networks import Generator
from tests.gan.importing.zoo.entries import ZOO, Entry, file_of, trained

CLOSE = 1e-5
"""Of pixels in [-1, 1]."""
COUNT = 10
AMONG = 3
"""The truth is among so many readings where the statistics do not tell."""


UNKNOWN = {"pixel norm": "what no number in the file tells of is not guessed for four layers at once"}
"""What is not read yet, and why."""


def _named(name: str) -> object:
    return pytest.param(name, marks=pytest.mark.xfail(reason=UNKNOWN[name], strict=True)) if name in UNKNOWN else name


@pytest.mark.slow
@pytest.mark.parametrize("name", [_named(name) for name in ZOO])
def test_reads(tmp_path: Path, name: str) -> None:
    entry, found = ZOO[name], imported(tmp_path, name)
    truth = originals(name)
    places = [place for place, reading in enumerate(found.readings) if distance(reading, entry, truth) < CLOSE]
    assert places
    assert places[0] < (1 if entry.determined else AMONG)
    says_the_same(found.readings[places[0]], entry)


def imported(folder: Path, name: str) -> Import:
    """What the entry's file is found to be."""
    path = folder / "weights.pth"
    path.write_bytes(file_of(name))
    return import_generator(path)


@torch.inference_mode()
def originals(name: str) -> Tensor:
    """Pictures of the author's own network, (N, C, H, W) in [-1, 1]."""
    entry, network = ZOO[name], trained(name)
    labels = entry.labels(COUNT)
    return entry.pixels(network(entry.z(COUNT)) if labels is None else network(entry.z(COUNT), labels))


@torch.inference_mode()
def distance(reading: Reading, entry: Entry, truth: Tensor) -> float:
    """The largest between a pixel of ``truth`` and one that is drawn by ``reading``; 2 if they are of another size."""
    generator = Generator(reading.layout).eval()
    generator.load_state_dict(dict(reading.weights))
    if reading.layout.z_dim != entry.z_dim or reading.layout.picture_shape != truth.shape[1:]:
        return 2.0
    pictures = []
    labels = entry.labels(COUNT)
    for z, label in zip(entry.z(COUNT), torch.zeros(COUNT) if labels is None else labels, strict=True):
        generator.chosen_class = int(label)
        pictures.append(generator(z[None]))
    return float((torch.cat(pictures) - truth).abs().max())


def says_the_same(reading: Reading, entry: Entry) -> None:
    """What pictures alone do not show."""
    layout = reading.layout
    assert layout.distribution is entry.distribution
    assert (layout.z_dim, layout.picture_size, layout.channels) == (
        entry.z_dim,
        (entry.size, entry.size),
        entry.channels,
    )
    if not entry.classes:
        assert layout.condition is None
        return
    assert layout.condition is not None
    said = layout.condition.classes, layout.condition.join, layout.condition.first
    assert said == (entry.classes, entry.join, entry.first)
