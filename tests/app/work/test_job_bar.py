"""How far a job is."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.work.background import Background, Job
from app.work.job_bar import JobBar
from app.work.latest_job import LatestJob


class Never(Executor):
    """Leaves every job to the test."""

    def submit(self, work: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        return Future()


@pytest.fixture
def jobs(qapp: Any) -> Iterator[LatestJob]:
    background = Background(Never())
    yield LatestJob(background, background)
    background.shut_down()


@pytest.fixture
def bar(qtbot: QtBot) -> JobBar:
    bar = JobBar()
    qtbot.addWidget(bar)
    return bar


def working(job: Job) -> None:
    job.report(1, 4)


def test_parts_of_a_job_are_named(bar: JobBar, jobs: LatestJob) -> None:
    job = Job("Counting", lambda job: job.tell("adding up", 2, 4))
    bar.watch(job)
    job.run()
    assert bar.label.text() == "Adding up…"
    bar.watch(Job("Counting", working))
    assert bar.label.text() == "Counting…"


def test_it_shows_a_job_until_that_ends(bar: JobBar, jobs: LatestJob) -> None:
    bar.follow(jobs)
    assert bar.isHidden()
    job = Job("Counting", working)
    jobs.start(job)
    assert bar.isVisible() and bar.label.text() == "Counting…"
    job.progressed.emit(1, 4)
    assert (bar.bar.value(), bar.bar.maximum()) == (1, 4)
    job.run()
    assert bar.isHidden() and not bar.busy


def test_one_that_is_built_late_shows_what_is_under_way(bar: JobBar, jobs: LatestJob, qtbot: QtBot) -> None:
    job = Job("Counting", working)
    jobs.start(job)
    bar.follow(jobs)
    assert bar.isVisible()
    qtbot.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
    assert job.is_cancelled and not bar.cancel_button.isEnabled()


def test_of_an_older_job_it_shows_nothing(bar: JobBar) -> None:
    older, newer = Job("Older", working), Job("Newer", working)
    bar.watch(older)
    bar.watch(newer)
    older.run()
    assert bar.busy and bar.label.text() == "Newer…" and bar.bar.maximum() == 0
