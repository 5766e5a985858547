"""One job, the newest wins, the older is cancelled."""

import gc
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.errors import UsageError


class Later(Executor):
    """Keeps jobs until the test runs them."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.waiting.append(lambda: work(*args, **kwargs))
        return Future()

    def run_one(self) -> None:
        self.waiting.pop(0)()


@pytest.fixture
def later(qapp: Any) -> Later:
    return Later()


@pytest.fixture
def latest(later: Later) -> Iterator[LatestJob]:
    background = Background(later)
    yield LatestJob(background, background)
    background.shut_down()


@pytest.fixture
def heard(latest: LatestJob) -> list[object]:
    said: list[object] = []
    latest.succeeded.connect(said.append)
    latest.failed.connect(said.append)
    latest.cancelled.connect(lambda: said.append("cancelled"))
    latest.busy_changed.connect(lambda busy: said.append("busy" if busy else "idle"))
    return said


def job(result: object) -> Job:
    def work(job: Job) -> object:
        job.report(0, 1)
        return result

    return Job("Working", work)


def test_who_is_gone_before_the_outcome_hears_nothing(later: Later, qtbot: QtBot) -> None:
    background, panel = Background(later), QObject()
    LatestJob(background, panel).start(job(1))
    shiboken6.delete(panel)
    with qtbot.captureExceptions() as caught:
        later.run_one()
    background.shut_down()
    assert caught == []


def test_a_result_is_told(latest: LatestJob, later: Later, heard: list[object]) -> None:
    latest.start(job(1))
    assert latest.busy
    later.run_one()
    assert heard == ["busy", 1, "idle"] and not latest.busy


def test_only_the_newest_is_heard_and_one_is_under_way(latest: LatestJob, later: Later, heard: list[object]) -> None:
    for number in (1, 2, 3):
        latest.start(job(number))
    assert len(later.waiting) == 1, "the others wait for the first to end"
    later.run_one()
    assert len(later.waiting) == 1
    later.run_one()
    assert later.waiting == [] and heard == ["busy", 3, "idle"]


def test_a_failure_is_told(latest: LatestJob, later: Later, heard: list[object]) -> None:
    def refuse(_: Job) -> None:
        raise UsageError("take another one")

    latest.start(Job("Refusing", refuse))
    later.run_one()
    assert heard == ["busy", "take another one", "idle"]


def test_a_person_cancels(latest: LatestJob, later: Later, heard: list[object]) -> None:
    latest.start(job(1))
    latest.cancel()
    later.run_one()
    assert heard == ["busy", "cancelled", "idle"]


def test_what_was_forgotten_is_not_heard_of(latest: LatestJob, later: Later, heard: list[object]) -> None:
    latest.start(job(1))
    latest.forget()
    assert heard == ["busy", "idle"]
    later.run_one()
    assert heard == ["busy", "idle"]
    latest.start(job(2))
    later.run_one()
    assert heard == ["busy", "idle", "busy", 2, "idle"]


def test_what_waits_can_be_forgotten_too(latest: LatestJob, later: Later, heard: list[object]) -> None:
    latest.start(job(1))
    latest.start(job(2))
    latest.forget()
    later.run_one()
    assert later.waiting == [] and heard == ["busy", "idle"]


def test_the_job_is_known_before_it_runs(latest: LatestJob, later: Later) -> None:
    started: list[Job] = []
    latest.started.connect(started.append)
    asked = job(1)
    latest.start(asked)
    assert started == [asked]


def test_nothing_is_left_of_jobs_that_have_ended_or_never_ran(
    qapp: QApplication, latest: LatestJob, later: Later, heard: list[object]
) -> None:
    jobs = [job(number) for number in range(3)]
    gone = [weakref.ref(each) for each in jobs]
    for each in jobs:
        latest.start(each)
    del each, jobs
    later.run_one()
    later.run_one()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert heard == ["busy", 2, "idle"] and [each() for each in gone] == [None] * 3
