"""Features of many pictures, and the cache in which those of real sets are kept."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from gan import places
from gan.data.base import Images, Progress
from gan.files import FileError, whole_file
from gan.measure.cancelling import Check, never
from gan.measure.spaces import Extract, Features, FeatureSpace

log = logging.getLogger(__name__)

CHUNK = 500
KEPT = 16
"""Files in the cache; the ones that were used longest ago go first."""
HASHED = 4_096
"""Pictures that are hashed at a time."""


def extracted(
    images: Images, extract: Extract, title: str, progress: Progress | None = None, check: Check = never
) -> Features:
    """The features of ``images``, chunk by chunk; ``progress`` hears ``title``."""
    return np.concatenate(list(_chunks(images, extract, title, progress, check)))


def _chunks(
    images: Images, extract: Extract, title: str, progress: Progress | None, check: Check
) -> Iterator[Features]:
    for start in range(0, len(images), CHUNK):
        check()
        yield extract(np.array(images[start : start + CHUNK]))
        if progress is not None:
            progress(title, min(start + CHUNK, len(images)), len(images))


def kept_features(
    images: Images, space: FeatureSpace, title: str, progress: Progress | None = None, check: Check = never
) -> Features:
    """The same, from the cache if the same pictures were asked for before, whatever they are called.

    A disk that is full only keeps the cache empty.
    """
    found = read_features(images, space)
    if found is None:
        found = extracted(images, space.extractor(), title, progress, check)
        keep_features(images, space, found)
    return found


def read_features(images: Images, space: FeatureSpace) -> Features | None:
    """What was kept for the very same pictures, if anything."""
    return _read(_place(images, space), len(images), space.dimensions)


def keep_features(images: Images, space: FeatureSpace, features: Features) -> None:
    """For the next who asks for those of ``images``; a disk that is full only keeps the cache empty."""
    try:
        with whole_file(_place(images, space)) as file:
            np.save(file, features, allow_pickle=False)
    except FileError as error:
        log.warning("features are not kept: %s", error)
    _forget_oldest()


def _place(images: Images, space: FeatureSpace) -> Path:
    return features_folder() / f"{space.name}-{space.version}-{_digest(images)}.npy"


def features_folder() -> Path:
    """Where features of real pictures are kept; they can be deleted at any time."""
    return places.cache_folder() / "features"


def _digest(images: Images) -> str:
    digest = hashlib.sha256(repr(images.shape).encode())
    for start in range(0, len(images), HASHED):
        digest.update(np.ascontiguousarray(images[start : start + HASHED]).data)
    return digest.hexdigest()[:32]


def _read(path: Path, count: int, dimensions: int) -> Features | None:
    """None if there is none, or not all of it."""
    try:
        features = np.load(path, allow_pickle=False)
        path.touch()
    except (OSError, ValueError, EOFError):
        return None
    fits = features.shape == (count, dimensions) and features.dtype == np.float32 and np.isfinite(features).all()
    return features if fits else None


def _forget_oldest() -> None:
    with suppress(OSError):
        files = sorted(features_folder().glob("*.npy"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[KEPT:]:
            path.unlink()
