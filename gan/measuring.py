"""How good a model's pictures are: drawing them, and holding them to real ones. No torch before something is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gan.data.base import Cancelled, Progress
from gan.data.imagesets import Wanted, held_out_part, load_imageset
from gan.data.pictures import PictureFormat
from gan.each_class import Draw, of_each_class
from gan.images import Picture
from gan.measure.measures import MEASURES
from gan.measure.reference import Reference, reference
from gan.measure.report import Curve
from gan.measure.spaces import FeatureSpace
from gan.model.classes import Classes, in_proportion, in_turn, readable
from gan.request import RenderRequest
from gan.train import events
from gan.train.best import kind_text
from gan.train.run import Run
from gan.words import tr

if TYPE_CHECKING:
    from gan.render import Renderer

DRAWN_AT_ONCE = 512
"""Pictures between two words of progress; a multiple of the renderer's own batches, so that it changes nothing."""


@dataclass(frozen=True)
class RealPictures:
    """The set at ``place``, a name or a path, in the ``form`` in which networks see it.

    Of it ``limit`` pictures were learned from, or all. Named sets are looked for in ``folder`` first.
    """

    place: str
    form: PictureFormat
    limit: int | None = None
    folder: Path | None = None


def held_to(
    real: RealPictures, space: FeatureSpace, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Reference:
    """What generated pictures are measured against. Raises :class:`gan.errors.LatentariumError`."""
    space.check(real.form.channels)
    wanted = Wanted(real.folder, real.limit, progress, cancelled)
    images = load_imageset(real.place, real.form, wanted)
    held_out = held_out_part(real.place, real.form, replace(wanted, limit=None))
    return reference(images, held_out, space, progress, cancelled)


def drawn_classes(names: Sequence[str], count: int, reference: Reference) -> Classes:
    """What ``count`` pictures of a generator that draws ``names`` of classes show: the number of a name each, (count,).

    Each is drawn as often as it is among the pictures that were learned from, or in turn where those are of others.
    """
    labels, places = reference.training.labels, _labels_of(names, reference)
    if labels is None or not np.isin(labels, places).any():
        return in_turn(range(len(names)), count)
    return in_proportion(np.bincount(labels, minlength=len(reference.label_names))[places], count)


def as_labels(names: Sequence[str], classes: Classes, reference: Reference) -> Classes | None:
    """The labels of ``reference`` that go by the same names as ``classes`` (N,), numbers of ``names``.

    None where the pictures have no labels, or others.
    """
    labels = _labels_of(names, reference)
    return labels[classes] if len(labels) else None


def _labels_of(names: Sequence[str], reference: Reference) -> Classes:
    """Of each class; none if not all of ``names`` are classes of the pictures that were learned from."""
    known = list(map(readable, reference.label_names))
    shared = names if set(names) <= set(known) else ()
    return np.array([known.index(name) for name in shared], np.int64)


def drawn(
    renderer: "Renderer",
    request: RenderRequest,
    names: Sequence[str],
    classes: Classes,
    name: str,
    progress: Progress | None = None,
) -> Picture:
    """The pictures (N, H, W, C) of all points of ``request``, as :func:`gan.each_class.of_each_class` draws them.

    Raises :class:`gan.errors.LatentariumError`.
    """
    draw = _in_parts(renderer, name, len(request.z), progress)
    return of_each_class(draw, request, names, classes)


def _in_parts(renderer: "Renderer", name: str, total: int, progress: Progress | None) -> Draw:
    """Draws a few pictures at a time, and tells how many of ``total`` there are by then."""
    done = 0

    def draw(request: RenderRequest) -> Picture:
        nonlocal done
        parts = []
        for start in range(0, len(request.z), DRAWN_AT_ONCE):
            parts.append(renderer.render(replace(request, z=request.z[start : start + DRAWN_AT_ONCE])).images)
            done += len(parts[-1])
            if progress is not None:
                progress(tr("drawing {name}", name=name), done, total)
        return np.concatenate(parts)

    return draw


def curves(name: str, run: Run | None) -> Iterator[Curve]:
    """What ``run``, if there is one, logged of itself, one for each kind of number; a single point is no curve."""
    found: dict[str, list[tuple[int, float]]] = {}
    for event in () if run is None else run.events():
        if isinstance(event, events.Started):  # from an older state, if its trainer was lost
            found = {title: [point for point in points if point[0] <= event.step] for title, points in found.items()}
        elif isinstance(event, events.Measured | events.Evaluated):
            for title, value in _logged(event):
                found.setdefault(title, []).append((event.step, value))
    yield from (Curve(name, title, tuple(points)) for title, points in sorted(found.items()) if len(points) > 1)


def _logged(event: events.Measured | events.Evaluated) -> Iterator[tuple[str, float]]:
    """Titles and values."""
    if isinstance(event, events.Evaluated):
        yield kind_text(event.measure, event.space, event.pictures), event.value
    else:
        known = (measure for measure in MEASURES.values() if measure.name in event.values)
        yield from ((measure.title, event.value(measure)) for measure in known)
