"""Fixtures for the Explore room: a session whose background works at once, in the calling thread."""

from collections.abc import Iterator

import pytest

from app.background import Background
from app.render_service import RenderService
from app.run_controller import RunController
from app.session import Session
from tests.app.conftest import SynchronousExecutor


@pytest.fixture
def prompt_session(qapp: object) -> Iterator[Session]:
    """A session without a model; every job is done when it has been started."""
    executor = SynchronousExecutor()
    session = Session(RenderService("cpu", executor), RunController(), Background(executor))
    yield session
    session.shut_down()
