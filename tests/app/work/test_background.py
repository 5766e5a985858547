"""Jobs beside the window: how they end, and on which thread they say so."""

import gc
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.errors import UsageError


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.shut_down()


def record(job: Job) -> list[object]:
    """Everything that ``job`` says."""
    said: list[object] = []
    job.progressed.connect(lambda done, total: said.append((done, total)))
    job.succeeded.connect(said.append)
    job.failed.connect(said.append)
    job.cancelled.connect(lambda: said.append("cancelled"))
    job.ended.connect(lambda: said.append("ended"))
    return said


def wait(job: Job) -> None:
    """Work without an end."""
    while True:
        job.report(0, 0)


def run(qtbot: QtBot, background: Background, job: Job) -> list[object]:
    said = record(job)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        background.start(job)
    return said


def test_progress_and_result(qtbot: QtBot, background: Background) -> None:
    def work(job: Job) -> int:
        job.report(1, 2)
        return 7

    assert run(qtbot, background, Job("Counting", work)) == [(1, 2), 7, "ended"]


def test_work_runs_beside_and_is_told_of_here(qtbot: QtBot, background: Background) -> None:
    threads: list[threading.Thread] = []
    job = Job("Looking", lambda _: threads.append(threading.current_thread()))
    job.succeeded.connect(lambda _: threads.append(threading.current_thread()))
    run(qtbot, background, job)
    assert threads[0] is not threading.main_thread() and threads[1] is threading.main_thread()


@pytest.mark.parametrize(
    ("error", "line"),
    [(UsageError("take another folder"), "take another folder"), (ValueError("oops"), "Writing failed: oops")],
)
def test_a_failure_is_one_line(qtbot: QtBot, background: Background, error: Exception, line: str) -> None:
    def work(_: Job) -> None:
        raise error

    assert run(qtbot, background, Job("Writing", work)) == [line, "ended"]


def test_a_cancelled_job_stops_at_its_next_report(qtbot: QtBot, background: Background) -> None:
    job = Job("Waiting", wait)
    said = record(job)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        background.start(job)
        job.cancel()
    assert said[-2:] == ["cancelled", "ended"]


def test_nothing_is_left_of_a_job_that_has_ended(qapp: QApplication, qtbot: QtBot, background: Background) -> None:
    held = threading.Lock()
    gone = weakref.ref(held)
    run(qtbot, background, Job("Counting", lambda _, held=held: None))  # type: ignore[misc]
    del held
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def assert_gone() -> None:
        gc.collect()
        assert gone() is None

    qtbot.waitUntil(assert_gone)  # its thread may still be on the way back


def test_the_thread_of_a_job_ends_with_it(qtbot: QtBot, background: Background) -> None:
    """Or what the libraries keep for each thread would stay."""
    thread, *_ = run(qtbot, background, Job("Looking", lambda _: threading.current_thread()))
    assert isinstance(thread, threading.Thread)
    thread.join(10)
    assert not thread.is_alive()


def test_shutting_down_ends_what_runs() -> None:
    background = Background()
    background.start(Job("Waiting", wait))
    background.shut_down()


def test_what_waited_for_another_job_is_not_begun_after_the_end(qtbot: QtBot) -> None:
    background, done = Background(), []
    latest = LatestJob(background)
    first, second = Job("first", wait), Job("second", lambda job: done.append("second"))
    latest.start(first)
    latest.start(second)
    with qtbot.waitSignal(first.ended):
        background.shut_down()
    assert latest.job is second and done == []


def test_a_job_that_computes_has_one_thread_of_torch_and_gives_the_others_back(
    qtbot: QtBot, background: Background
) -> None:
    busy: list[bool] = []
    background.computing_changed.connect(busy.append)

    def set_two(_: Job) -> None:
        torch.set_num_threads(2)

    def count(_: Job) -> int:
        return torch.get_num_threads()

    single = Background(ThreadPoolExecutor(1))
    run(qtbot, single, Job("Setting", set_two))
    assert run(qtbot, single, Job("Counting", count, computes=True)) == [1, "ended"]
    assert run(qtbot, single, Job("Counting", count)) == [2, "ended"]
    single.shut_down()
    run(qtbot, background, Job("Counting", count, computes=True))
    assert busy == [True, False] and not background.computing
