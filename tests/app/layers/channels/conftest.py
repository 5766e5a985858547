"""What the tests of the Channels panel share."""

import pytest

from app.layers.channels.channel_look import ChannelLook
from app.layers.channels.channel_ranking import ChannelRanking
from app.session.session import Session
from app.work.background import Background
from tests.app.conftest import SynchronousExecutor


@pytest.fixture
def look(session: Session) -> ChannelLook:
    """Nothing is chosen yet."""
    return ChannelLook(session)


@pytest.fixture
def ranking(session: Session) -> ChannelRanking:
    """One that has measured when it has been asked."""
    return ChannelRanking(session, Background(SynchronousExecutor()))
