"""Which points in latent space the channels belong to."""

from enum import StrEnum


class Point(StrEnum):
    """The current z, one of the two ends of the interpolation, or what sets them apart."""

    CURRENT = "current"
    A = "a"
    B = "b"
    DIFFERENCE = "difference"
