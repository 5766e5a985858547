"""Fixtures for the Explore room: a session whose background works at once, in the calling thread."""

from collections.abc import Iterator

import pytest

from app.runs.run_controller import RunController
from app.session.render_service import RenderService
from app.session.session import Session
from app.work.background import Background
from tests.app.conftest import SynchronousExecutor


@pytest.fixture
def prompt_session(qapp: object) -> Iterator[Session]:
    """A session without a model; every job is done when it has been started."""
    executor = SynchronousExecutor()
    session = Session(RenderService("cpu", executor), RunController(), Background(executor))
    yield session
    session.shut_down()
