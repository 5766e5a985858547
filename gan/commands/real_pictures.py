"""The real pictures that a command holds a model to: those that it learned from, or others that are named."""

from dataclasses import replace
from pathlib import Path

from gan.data.missing import current_place, is_missing, real_place
from gan.data.named import NAMED_SETS
from gan.data.pictures import PictureFormat
from gan.data.value_range import AUTO
from gan.errors import UsageError
from gan.model.checkpoint import Checkpoint
from gan.sources import ModelSource
from gan.train.loading import seen_format


def named_or_own(
    named: str | None, source: ModelSource, checkpoint: Checkpoint, data_dir: Path | None, option: str = "--data"
) -> tuple[str, PictureFormat]:
    """Where they are, and how the networks of the model see them; named sets are looked for in ``data_dir`` first.

    A set that is ``named`` is meant whole; of what the model learned from an excerpt will do. Raises
    :class:`UsageError`, which asks for ``option``, if none are ``named`` and the model says nothing of its own, or
    learned from a folder that is not here.
    """
    form = seen_format(source.run, checkpoint.config)
    if named:  # the range of other pictures' values is their own
        return current_place(named), replace(form, value_range=AUTO)
    data = checkpoint.provenance.get("data") if source.run is None else source.run.config.data
    if not data:
        raise UsageError(f"{source.name} does not say what it learned from; name real pictures: {option} DATA")
    place = real_place(str(data), data_dir)
    if place not in NAMED_SETS and is_missing(place):
        raise UsageError(
            f"{source.name} learned from {data}, which is not on this computer; name pictures: {option} DATA"
        )
    return place, form
