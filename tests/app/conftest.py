"""Fixtures for the window's tests: a session on a tiny model that renders at once, in the calling thread."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.runs.run_controller import RunController
from app.session.render_service import RenderService
from app.session.session import Session
from app.window.main_window import MainWindow
from app.window.preferences import Preferences


class SynchronousExecutor(Executor):
    """Runs a job where and when it is submitted."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(work(*args, **kwargs))
        return future


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    """What a test closed is deleted at its end: left-over windows would make every later test slower."""
    before = _windows(qapp)
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _windows(qapp) <= before


def _windows(application: QApplication) -> int:
    """How many there are, without the menus that pyqtgraph keeps for its plots."""
    return sum(not isinstance(widget, QMenu) for widget in application.topLevelWidgets())


@pytest.fixture
def empty_session(qapp: Any) -> Iterator[Session]:
    """A session without a model."""
    session = Session(RenderService("cpu", SynchronousExecutor()), RunController())
    yield session
    session.shut_down()


@pytest.fixture
def session(empty_session: Session, tiny_model: Path) -> Session:
    """A session on a tiny 28 px model with a z of 8."""
    empty_session.open_path(str(tiny_model))
    return empty_session


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    """The whole window on the tiny model, 1280 x 800, as at the first start."""
    window = MainWindow(session, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window
