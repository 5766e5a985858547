"""The route: where it leads, and how it is saved."""

from typing import Any

import numpy as np
import pytest

from app.explore.path.route import Route
from app.session.session import Session
from gan.errors import LatentariumError
from gan.explore.latent import Mode, sample_z
from gan.explore.paths import Easing, Plan

POINTS = sample_z(3, 8, 9)


@pytest.fixture
def route(session: Session) -> Route:
    """Three keyframes, each two seconds from the next."""
    route = Route(session)
    for z in POINTS:
        route.add(z)
    return route


def test_it_moves_the_point(route: Route, session: Session) -> None:
    route.go(0.5)
    assert route.seconds == 2.0 and np.allclose(session.z, POINTS[1], atol=1e-6)
    route.go_to_keyframe(2)
    assert np.allclose(session.z, POINTS[2], atol=1e-6)
    route.advance(0.5)
    assert route.seconds == pytest.approx(0.5)


def test_a_keyframe_alone_can_be_gone_to(session: Session) -> None:
    route = Route(session)
    route.add(POINTS[1])
    route.go(0.5)
    assert not np.array_equal(session.z, POINTS[1])
    route.go_to_keyframe(0)
    assert np.array_equal(session.z, POINTS[1])


def test_it_is_saved_and_read_again(route: Route, session: Session) -> None:
    route.set_easing(Easing.SMOOTH)
    route.set_mode(Mode.LERP)
    route.set_closed(True)
    route.set_seconds(1, 0.5)
    saved = route.to_json()
    keyframes = [{"z": z.tolist(), "seconds": seconds} for z, seconds in zip(POINTS, (2.0, 0.5, 2.0), strict=True)]
    assert saved == {"path": {"mode": "lerp", "easing": "smooth", "closed": True, "keyframes": keyframes}}
    again = Route(session)
    restore = again.from_json(saved, 8)
    assert again.plan == Plan(), "nothing is changed before all of a file has been read"
    restore()
    assert again.to_json() == saved


def test_an_old_file_may_hold_no_path(route: Route) -> None:
    route.from_json({}, 8)()
    assert len(route.plan.keyframes) == 3
    route.from_json({"path": None}, 8)()
    assert route.plan == Plan()


@pytest.mark.parametrize("z", [[1.0], "hello", [float("nan")] * 8])
def test_what_is_no_point_is_refused(route: Route, z: Any) -> None:
    how = {"mode": "slerp", "easing": "linear", "closed": False}
    with pytest.raises(LatentariumError):
        route.from_json({"path": {**how, "keyframes": [{"z": z, "seconds": 1.0}]}}, 8)
