"""The files beside a generator's that are named as its discriminator would be."""

from pathlib import Path

from gan.importing.naming import DISCRIMINATOR, bare_words, role_of

MOST = 3
SUFFIXES = frozenset((".pth", ".pt", ".ckpt", ".pkl", ".bin", ".tar", ".safetensors"))


def discriminators_beside(path: Path) -> list[Path]:
    """``netD_20.pth`` for ``netG_20.pth``: alike but for the words that tell the role; at most :data:`MOST`.

    Files of the same kind are first.
    """
    words = bare_words(path.stem)
    try:
        others = sorted(path.parent.iterdir())
    except OSError:
        return []
    found = [other for other in others if other != path and _is_discriminator(other, words)]
    return sorted(found, key=lambda other: other.suffix != path.suffix)[:MOST]


def _is_discriminator(path: Path, words: tuple[str, ...]) -> bool:
    named = path.suffix.lower() in SUFFIXES and role_of(path.stem) == DISCRIMINATOR
    return named and bare_words(path.stem) == words and path.is_file()
