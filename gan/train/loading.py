"""The pictures of a run: loaded or packed before it starts, while viewers of the run hear how far that is."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gan.data.imagesets import DataError, ImageSet, Progress, UnreadablePicture, Wanted, load_imageset
from gan.data.pictures import BACKGROUNDS, Crop, PictureFormat
from gan.data.value_range import AUTO
from gan.files import write_whole
from gan.model.architecture import Architecture
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.labels import with_classes
from gan.train.own_pictures import require_same_pictures
from gan.train.requests import Action
from gan.train.run import Run, RunError
from gan.words import counted, joined, marked, said, tr

TOLD_EVERY_SECONDS = 0.2
NAMED = 3


def load_pictures(run: Run, data_dir: Path | None, progress: Progress | None, *, writes: bool = True) -> ImageSet:
    """What the run learns from, at least two pictures; a stop request ends the work. One that ``writes`` tells viewers.

    Raises :class:`gan.errors.LatentariumError`, also if the run has learned from others before.
    """
    config = run.config
    require_same_pictures(run, config.data)
    form = picture_format(config)
    report = _logged(run, progress) if writes else None
    images = load_imageset(config.data, form, Wanted(data_dir, config.limit, report, lambda: _is_stopped(run)))
    if len(images) < 2:
        raise DataError(
            tr("{data} holds {count} picture; training needs at least 2", data=config.data, count=len(images))
        )
    return images


def picture_format(config: TrainConfig) -> PictureFormat:
    """How a run of ``config`` has its pictures brought into shape."""
    model, background = config.model, BACKGROUNDS[config.background]
    return PictureFormat(model.image_size, model.channels, background, Crop(config.crop), config.value_range)


def seen_format(run: Run | None, model: Architecture) -> PictureFormat:
    """How the networks of ``model`` saw pictures: as ``run`` had them shaped, if they belong to one.

    Pictures of a set have no opacity, so generated ones are compared with them on white.
    """
    if run is None:
        return PictureFormat(model.picture_size.sides, min(model.channels, 3))
    try:
        return picture_format(Run.open(run.folder).config)  # the range of values is written into it when a run starts
    except RunError:
        return picture_format(run.config)


def settled(run: Run, images: ImageSet, *, writes: bool = True) -> Run:
    """``run`` with what only its pictures tell in its config: the range of values that was measured, and the classes.

    So both stay the same when a folder grows. One that ``writes`` leaves it so on disk. Raises :class:`UsageError` for
    classes that cannot be learned, or are not those that the run learned before.
    """
    config = with_classes(run.config, images)
    if config.value_range == AUTO and images.value_range:
        config = replace(config, value_range=images.value_range)
    if config == run.config:
        return run
    return run.with_config(config) if writes else Run(run.folder, config)


def _is_stopped(run: Run) -> bool:
    return any(request.action is Action.STOP for request in run.requests())


def tell_of_unreadable(run: Run, unreadable: Sequence[UnreadablePicture]) -> Iterator[TrainEvent]:
    """Names all that was left out in a file of the run, and the first of it to people."""
    if unreadable:
        lines = [f"{picture.path}: {picture.reason}" for picture in unreadable]
        write_whole(run.unreadable_path, "".join(f"{line}\n" for line in lines).encode())
        more = len(lines) - NAMED
        first = (tr("{path}: {reason}", path=each.path, reason=said(each.reason)) for each in unreadable[:NAMED])
        named = joined(first, marked("{one}; {other}"))
        if more > 0:
            named = tr("{named}; and {more} more, see {file}", named=named, more=more, file=run.unreadable_path.name)
        one = marked("{count} picture cannot be read and is left out: {named}")
        many = marked("{count} pictures cannot be read and are left out: {named}")
        yield events.Warned(counted(one, many, len(lines), named=named))


def _logged(run: Run, progress: Progress | None) -> Progress:
    """``progress``, of which viewers of the run hear too, a few times a second."""
    told_at = time.monotonic()

    def report(what: str, done: int, total: int) -> None:
        nonlocal told_at
        if time.monotonic() - told_at > TOLD_EVERY_SECONDS:
            told_at = time.monotonic()
            run.append(events.Preparing(what, done, total))
        if progress is not None:
            progress(what, done, total)

    return report
