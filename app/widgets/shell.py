"""The shell on which random points lie: how thick it is."""

from collections.abc import Mapping

from gan.model.architecture import Distribution

SPREADS: Mapping[Distribution, float] = {Distribution.NORMAL: 0.5**0.5, Distribution.UNIFORM: 15**-0.5}
"""Standard deviation of the length of a random point of many dimensions: that of its square over twice its length."""
