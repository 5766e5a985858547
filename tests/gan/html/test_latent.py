"""Ways through latent space, as in the program."""

import numpy as np
import pytest

from gan.explore.directions import Directions
from gan.explore.latent import Mode, between, sample_z
from tests.gan.html.scripts import Scripts


@pytest.mark.parametrize("mode", Mode)
def test_the_way_between_two_points(mode: Mode) -> None:
    scripts = Scripts()
    a, b = sample_z(2, 20, 1)
    for name, z in (("a", a), ("b", b)):
        scripts.set(name, z.astype(float).tolist())
    for t in (0, 0.3, 1):
        assert scripts.value(f"{mode}(a, b, {t})") == pytest.approx(between(a, b, t, mode), abs=1e-6)
    assert scripts.value("slerp(a, a.map((number) => -number), 0.25)") == pytest.approx(a / 2, abs=1e-5)


def test_along_a_direction() -> None:
    scripts, z = Scripts(), sample_z(1, 4, 0)[0]
    vector = np.full((1, 4), 0.5, np.float32)
    moved = Directions("own", vector, np.zeros(1, np.float32), ("",)).moved(z, 0, 1.5)
    scripts.set("z", z.astype(float).tolist())
    assert scripts.value("movedAlong(z, [0.5, 0.5, 0.5, 0.5], 1.5)") == pytest.approx(moved, abs=1e-6)
