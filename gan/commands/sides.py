"""What each of two networks has come to: its numbers, measured alike, and pictures side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gan.data.base import Progress
from gan.explore.latent import sample_z
from gan.images import Picture, grid, save_png
from gan.layers.brushes import as_large, seeing
from gan.layers.mosaic import Scaling, mosaic
from gan.measure.evaluation import Evaluation, evaluate, evaluate_real
from gan.measure.reference import Reference
from gan.measure.spaces import FeatureSpace, seen
from gan.measuring import RealPictures, drawn, drawn_classes, held_to
from gan.model.checkpoint import load_discriminator, read_checkpoint
from gan.model.cost import multiply_adds, parameter_count
from gan.model.kinds import KINDS
from gan.request import RenderRequest
from gan.sources import newest_of
from gan.train.course import Course
from gan.train.loading import picture_format
from gan.train.run import Run
from gan.train.twins import Twins

if TYPE_CHECKING:
    from gan.render import Renderer

SHOWN = 64
"""Pictures, and strokes of weights, of each network."""
GAP = 16
"""Pixels between the two sides of a picture."""


@dataclass(frozen=True, eq=False)
class Side:
    """One of two networks when its time is over; ``pictures`` (:data:`SHOWN`, H, W, C) are of the same z in both."""

    run: Run
    course: Course
    evaluation: Evaluation
    pictures: Picture

    @property
    def title(self) -> str:
        """For people."""
        return KINDS[self.run.config.model.kind].title

    @property
    def parameters(self) -> tuple[int, int]:
        """How many numbers G and D learn."""
        model = self.run.config.model
        return parameter_count(model.blocks), parameter_count(model.discriminator.blocks)

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts."""
        model = self.run.config.model
        return {
            "kind": model.kind,
            "run": str(self.run.folder),
            "parameters": dict(zip("gd", self.parameters, strict=True)),
            "multiply_adds": {"g": multiply_adds(model.blocks), "d": multiply_adds(model.discriminator.blocks)},
            "steps": self.course.step,
            "seconds": self.course.seconds,
            "pictures_seen": self.course.pictures,
            "evaluation": self.evaluation.to_dict(),
        }


def measured(
    twins: Twins, space: FeatureSpace, count: int, data_dir: Path | None, device: str, progress: Progress | None
) -> tuple[list[Side], Evaluation]:
    """Both as their newest snapshots draw, by ``count`` pictures of the same z, and new real pictures.

    Raises :class:`gan.errors.LatentariumError`.
    """
    from gan.render import Renderer

    config = twins.config
    reference = held_to(RealPictures(config.data, picture_format(config), config.limit, data_dir), space, progress)
    renderer = Renderer(device)
    sides = []
    for kind, run in twins:
        pictures = _drawn(renderer, run, count, reference, progress)
        evaluation = evaluate(seen(pictures), reference, name=KINDS[kind].title, seed=config.seed, progress=progress)
        sides.append(Side(run, _course(run), evaluation, pictures[:SHOWN]))
    return sides, evaluate_real(reference, count, seed=config.seed, progress=progress)


def _drawn(renderer: "Renderer", run: Run, count: int, reference: Reference, progress: Progress | None) -> Picture:
    """(count, H, W, C), of each class as many as there are among the real pictures."""
    source = newest_of(run, KINDS[run.config.model.kind].title)
    model = read_checkpoint(source.path).config
    request = RenderRequest(source.path, sample_z(count, model.z_dim, run.config.seed, model.distribution))
    classes = drawn_classes(model.class_names, count, reference)
    return drawn(renderer, request, model.class_names, classes, source.name, progress)


def _course(run: Run) -> Course:
    course = Course(run.config)
    course.take(run.events())
    return course


def write_pictures(path: Path, sides: Sequence[Side]) -> None:
    """A grid of each, side by side; what stands at the same place is of the same z. Raises :class:`FileError`."""
    save_png(path, _beside([grid(side.pictures) for side in sides]), _comment(sides))


def write_weights(path: Path, sides: Sequence[Side]) -> None:
    """What the first layer of each D looks for, the strongest first: blue below 0, red above.

    Each of a fully connected one has a weight for every pixel, a kernel a few, drawn as large. Raises
    :class:`FileError`.
    """
    save_png(path, _beside([_first_weights(side.run) for side in sides]), _comment(sides))


def _first_weights(run: Run) -> Picture:
    from gan.model.discriminators import Discriminator

    network, model = load_discriminator(run.discriminator_path), run.config.model
    assert isinstance(network, Discriminator)
    weight = network.operations()[0].weight.detach().cpu().numpy()
    brushes = seeing(model.discriminator.blocks[0], weight, model.picture_shape)
    maps = as_large(brushes.maps[brushes.order[:SHOWN]], model.picture_size)
    return mosaic(maps, "diverging", Scaling.CHANNEL, signed=True, columns=8, gap=2)


def _beside(pictures: Sequence[Picture]) -> Picture:
    """With white between them, all as high as the highest."""
    height = max(len(picture) for picture in pictures)
    columns = [np.full((height, picture.shape[1], picture.shape[2]), 255, np.uint8) for picture in pictures]
    for column, picture in zip(columns, pictures, strict=True):
        column[: len(picture)] = picture
    between = np.full((height, GAP, pictures[0].shape[2]), 255, np.uint8)
    return np.concatenate([part for column in columns for part in (between, column)][1:], axis=1)


def _comment(sides: Sequence[Side]) -> str:
    return ", then ".join(f"{side.title}, step {side.course.step}" for side in sides)
