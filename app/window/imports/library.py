"""The generators that were made of strangers' files, each under a name of its own."""

import hashlib
from pathlib import Path

from app.window.imports.results import Candidate, WorkedOut
from gan.files import link_or_copy
from gan.importing.opening import keep_import, kept_import
from gan.model.architecture import Architecture
from gan.model.checkpoint import SUFFIX, CheckpointError, discriminator_beside, read_checkpoint


def kept(path: Path, config: Architecture | None = None) -> Path | None:
    """What ``path`` was opened as before, if it has not changed since; with a ``config`` only as such a generator.

    Raises :class:`gan.errors.LatentariumError`.
    """
    found = kept_import(path)
    try:
        fits = found is not None and config in (None, read_checkpoint(found).config)
    except CheckpointError:  # damaged meanwhile: it is made anew
        fits = False
    return _own(found) if found is not None and fits else None


def keep(found: WorkedOut, candidate: Candidate) -> Path:
    """Have the file opened as ``candidate`` from now on; returns that generator's file. Raises as :func:`kept`."""
    return _own(keep_import(*found.as_import(candidate)))


def _own(path: Path) -> Path:
    """``path`` under a name that no other contents ever have: it may be read otherwise one day.

    What was found or saved of the old reading stays true of the old file.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:12]
    own = path.with_name(f"{path.stem}-{digest}{SUFFIX}")
    for source, target in ((path, own), (discriminator_beside(path), discriminator_beside(own))):
        if source.is_file():
            link_or_copy(source, target)
    return own
