import threading
from functools import partial

import pytest

from gan.train.writing import Writer


def fail() -> None:
    raise ZeroDivisionError


def test_jobs_are_done_in_order_before_the_writer_closes() -> None:
    done: list[int] = []
    with Writer() as writer:
        for number in range(5):
            writer.submit(partial(done.append, number))
    assert done == [0, 1, 2, 3, 4]


def test_a_job_is_not_waited_for() -> None:
    may_end, ended = threading.Event(), threading.Event()

    def job() -> None:
        if may_end.wait(10):
            ended.set()

    with Writer() as writer:
        writer.submit(job)
        assert not ended.is_set()
        may_end.set()
        writer.finish()
        assert ended.is_set()


def test_what_a_job_raises_comes_out_once() -> None:
    with Writer() as writer:
        writer.submit(fail)
        with pytest.raises(ZeroDivisionError):
            writer.finish()
        writer.finish()


def test_what_the_last_job_raises_comes_out_at_the_end() -> None:
    with pytest.raises(ZeroDivisionError), Writer() as writer:
        writer.submit(fail)


def test_a_jobs_error_does_not_hide_another() -> None:
    with pytest.raises(KeyError), Writer() as writer:
        writer.submit(fail)
        raise KeyError


def test_no_thread_is_left() -> None:
    with Writer() as writer:
        writer.submit(lambda: None)
        assert _writers()
    assert not _writers()


def _writers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("writer")]
