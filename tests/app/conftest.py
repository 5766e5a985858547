"""Fixtures for the window's tests: a workspace on a tiny model that works at once, in the calling thread."""

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.languages import Language
from app.runs.run_controller import RunController
from app.runs.runs import Runs
from app.session.choosing import Choosing
from app.session.render_service import RenderService
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.translations import speak
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.work.background import Background
from gan.train.run import Run
from tests.app.judged import make_judged_run


class SynchronousExecutor(Executor):
    """Runs a job where and when it is submitted."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(work(*args, **kwargs))
        return future


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """Texts are said in Chinese."""
    speak(Language.CHINESE)
    yield
    speak(Language.ENGLISH)


@pytest.fixture(autouse=True)
def no_other_thread_collects() -> Iterator[None]:
    """As in the program: it would delete objects of Qt."""
    gc.disable()
    yield
    gc.enable()


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


def make_workspace(background: Background | None = None) -> Workspace:
    """One that renders in the calling thread; jobs of ``background`` run on threads of its own if it is None."""
    return Workspace(RenderService("cpu", SynchronousExecutor()), RunController(), background)


@pytest.fixture
def empty_workspace(qapp: Any) -> Iterator[Workspace]:
    """A workspace without a model."""
    workspace = make_workspace()
    yield workspace
    workspace.shut_down()


@pytest.fixture
def workspace(empty_workspace: Workspace, tiny_model: Path) -> Workspace:
    """A workspace on a tiny 28 px model with a z of 8."""
    empty_workspace.open(str(tiny_model))
    return empty_workspace


@pytest.fixture
def prompt_workspace(qapp: Any) -> Iterator[Workspace]:
    """A workspace without a model; every job is done when it has been started."""
    workspace = make_workspace(Background(SynchronousExecutor()))
    yield workspace
    workspace.shut_down()


@pytest.fixture
def judged_run(tmp_path: Path) -> Run:
    """See :func:`make_judged_run`; beside it lie the real pictures."""
    return make_judged_run(tmp_path)


@pytest.fixture
def judged_workspace(prompt_workspace: Workspace, judged_run: Run) -> Workspace:
    """On the newest snapshot of that run; jobs are done when they have been started."""
    prompt_workspace.open(str(judged_run.folder))
    return prompt_workspace


@pytest.fixture
def choosing(judged_workspace: Workspace) -> Choosing:
    """Who chooses there."""
    return judged_workspace.choosing


@pytest.fixture
def session(workspace: Workspace) -> Session:
    """The session of :func:`workspace`."""
    return workspace.session


@pytest.fixture
def runs(workspace: Workspace) -> Runs:
    """The runs of :func:`workspace`."""
    return workspace.runs


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """The whole window on the tiny model, 1280 x 800, as at the first start."""
    from app.window.rooms import ROOMS

    window = MainWindow(workspace, ROOMS, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def unchanged_look(qapp: QApplication) -> Iterator[None]:
    """Undo what a test does to the look of the application."""
    style, sheet = qapp.style().objectName(), qapp.styleSheet()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(QPalette())
    qapp.setStyle(style)
