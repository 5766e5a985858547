"""The methods that find directions without labels, one record each. No torch.

Another method is another record here, and its function: command line and window follow from it.
"""

from dataclasses import dataclass

from gan.errors import UsageError
from gan.records import by_name


@dataclass(frozen=True)
class Method:
    """How directions are found.

    ``title`` and ``explanation`` are for people. ``finder`` says where its function is: it gets a generator and a
    seed, and returns vectors (K, z_dim) of length 1, the strongest first, and their shares (K,), both float32.
    """

    name: str
    title: str
    explanation: str
    finder: str


METHODS = by_name(
    Method(
        "sefa",
        "Factorisation (SeFa)",
        "The directions that the generator's first weight amplifies most. Needs no samples.",
        "gan.explore.discovery:by_factorisation",
    ),
    Method(
        "pca",
        "Components (PCA)",
        "The principal components of what the first block does with 2,000 random points (GANSpace).",
        "gan.explore.discovery:by_components",
    ),
)
"""The usual one is first."""


def find_method(name: str) -> Method:
    """The method called ``name``. Raises :class:`UsageError` if there is none."""
    if name not in METHODS:
        raise UsageError(f"{name!r} is no method of finding directions; take one of {', '.join(METHODS)}")
    return METHODS[name]
