"""The kinds of networks that are trained here, by name; no torch in here."""

from dataclasses import dataclass

from gan.records import by_name


@dataclass(frozen=True)
class Kind:
    """``name`` is what settings call it, ``title`` what people do; ``explanation`` goes on from the name."""

    name: str
    title: str
    explanation: str


CONVOLUTIONAL = Kind(
    "convolutional",
    "DCGAN",
    "is the DCGAN: small kernels slide over maps that grow, so neighbouring pixels are made together",
)
FULLY_CONNECTED = Kind(
    "fully-connected",
    "Fully connected",
    "has linear layers alone, as most introductions begin: every pixel is a sum of its own, without neighbours",
)
KINDS = by_name(FULLY_CONNECTED, CONVOLUTIONAL)
"""In the order in which they are trained when they are compared."""
