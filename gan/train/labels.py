"""Which classes a run learns: those of its pictures, whose names both networks are made for."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gan.data.imagesets import ImageSet, label_names
from gan.errors import UsageError
from gan.model.classes import MOST, listed, readable
from gan.train.config import TrainConfig
from gan.words import marked, tr

FEWEST_PICTURES = 2
"""Of a class; one picture alone is learned by heart."""
FEWEST_ROWS = 4
"""Of a sample grid, whose columns are classes."""


def expecting_classes(config: TrainConfig) -> TrainConfig:
    """``config`` with networks for the classes that its pictures have by their names, if it learns any.

    No picture is read. Raises :class:`UsageError` if there are none that can be learned.
    """
    return _told(config, label_names(config.data)) if config.labels else config


def problem_of(names: Sequence[str], data: str) -> str:
    """Why the pictures in ``data``, of classes called ``names``, cannot be learned by class; empty if they can."""
    if len(names) == 1:
        return tr(
            "the pictures in {data} are all of one class, {name}; classes need at least two", data=data, name=names[0]
        )
    if len(names) > MOST:
        return tr(
            "the pictures in {data} have {count:,} classes; at most {most:,} can be learned",
            data=data,
            count=len(names),
            most=MOST,
        )
    if not names:
        return tr(
            "the pictures in {data} have no classes to learn; put those of each class into a folder of its own, "
            "or learn without classes",
            data=data,
        )
    return ""


def with_classes(config: TrainConfig, images: ImageSet) -> TrainConfig:
    """``config`` with networks that are told the classes of ``images``, if it learns any.

    Raises :class:`UsageError` if there are none, a class has too few pictures, or the run has learned others before.
    """
    if not config.labels:
        return config
    told = _told(config, images.label_names)
    names, known = told.model.class_names, config.model.class_names
    if known not in ((), names):
        raise UsageError(
            tr(
                "the pictures in {data} are not of the classes that this run learned, {changes}; bring "
                "those back, or start a new run",
                data=config.data,
                changes=_changes(known, names),
            )
        )
    _require_enough(images, names, config.limit)
    return told


def sheet_classes(config: TrainConfig) -> tuple[int, ...]:
    """What the columns of the run's sample grid show, a class each; of many classes some from all over their list.

    Empty if it learns none.
    """
    count = len(config.model.class_names)
    columns = min(count, max(FEWEST_PICTURES, config.sample_count // FEWEST_ROWS), config.sample_count)
    return tuple(np.linspace(0, max(0, count - 1), columns).round().astype(int).tolist())


def _told(config: TrainConfig, names: Sequence[str]) -> TrainConfig:
    problem = problem_of(names, config.data)
    if problem:
        raise UsageError(problem)
    return replace(config, model=replace(config.model, class_names=tuple(map(readable, names))))


def _require_enough(images: ImageSet, names: Sequence[str], limit: int | None) -> None:
    assert images.labels is not None
    counts = np.bincount(images.labels, minlength=len(names))
    few = [name for name, count in zip(names, counts, strict=True) if count < FEWEST_PICTURES]
    if few:
        told = (
            marked("a class needs at least {fewest} pictures; there are fewer of {listed}")
            if limit is None
            else marked(
                "a class needs at least {fewest} pictures among the first {limit:,}; there are fewer of {listed}"
            )
        )
        raise UsageError(tr(told, fewest=FEWEST_PICTURES, limit=limit, listed=listed(few)))


def _changes(known: Sequence[str], names: Sequence[str]) -> str:
    gone, new = ([name for name in ours if name not in others] for ours, others in ((known, names), (names, known)))
    if gone and new:
        return tr("{gone} gone and {new} new", gone=listed(gone), new=listed(new))
    if gone:
        return tr("{gone} gone", gone=listed(gone))
    return tr("{new} new", new=listed(new)) if new else tr("they come in another order")
