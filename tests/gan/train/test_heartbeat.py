import os
import socket
import subprocess
import sys

import pytest

from gan.train import events, heartbeat
from gan.train.launched import minder
from gan.train.run import Run, RunState
from tests.gan.train.marks import mark_trainer
from tests.timing import wait_until


def ended_process() -> int:
    """The id of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_run_is_alive_while_it_is_trained(run: Run) -> None:
    assert not run.is_alive()
    with run.training():
        assert run.is_alive()
    assert not run.is_alive()
    assert not (run.folder / "trainer.json").exists()


def test_a_run_ends_its_mark_also_on_an_error(run: Run) -> None:
    with pytest.raises(ZeroDivisionError), run.training():
        raise ZeroDivisionError
    assert not run.is_alive()


def test_the_heart_beats(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "HEARTBEAT_SECONDS", 0.01)
    with run.training():
        mark_trainer(run, pid=os.getpid(), age=1000)
        wait_until(run.is_alive, "a heartbeat")


def test_a_silent_trainer_is_not_alive(run: Run) -> None:
    mark_trainer(run, pid=os.getpid(), age=heartbeat.SILENT_SECONDS - 5)
    assert run.is_alive()
    mark_trainer(run, pid=os.getpid(), age=heartbeat.SILENT_SECONDS + 5)
    assert not run.is_alive()


@pytest.mark.skipif(os.name == "nt", reason="the heartbeat has to do there")
def test_a_trainer_whose_process_ended_is_not_alive(run: Run) -> None:
    mark_trainer(run, pid=ended_process())
    assert not run.is_alive()


def test_of_a_trainer_on_another_machine_only_the_heartbeat_counts(run: Run) -> None:
    pid = ended_process()
    mark_trainer(run, pid=pid, host="elsewhere")
    assert run.is_alive()
    mark_trainer(run, pid=pid, host="elsewhere", age=1000)
    assert not run.is_alive()


@pytest.mark.parametrize(
    "contents",
    [
        "",
        "{}",
        "[]",
        '{"host": "a", "pid": "b"}',
        f'{{"host": "{socket.gethostname()}", "pid": {2**62}}}',
        "[" * 200_000,
    ],
)
def test_a_mark_that_makes_no_sense(run: Run, contents: str) -> None:
    (run.folder / "trainer.json").write_text(contents)
    assert not run.is_alive()


class TestStartedAgain:
    """A trainer that torchrun minds is started again by that after a loss, for as long as torchrun is there."""

    def test_who_is_there_to_do_it(self, run: Run) -> None:
        gone = ended_process()
        for process, is_there in ((None, False), (gone, False), (os.getpid(), True)):
            mark_trainer(run, pid=gone, minder=process)
            assert run.is_minded() == is_there

    def test_after_a_while_its_number_is_that_of_another_process(self, run: Run) -> None:
        """As after the machine was started anew: who is there by that number will not start anything."""
        mark_trainer(run, pid=ended_process(), minder=os.getpid(), age=heartbeat.RESTART_SECONDS + 1)
        assert not run.is_minded()

    def test_of_another_machine_it_is_waited_for(self, run: Run) -> None:
        for age, is_there in ((heartbeat.SILENT_SECONDS + 1, True), (heartbeat.RESTART_SECONDS + 1, False)):
            mark_trainer(run, pid=1, minder=1, host="elsewhere", age=age)
            assert not run.is_alive() and run.is_minded() == is_there

    def test_the_state_says_so(self, run: Run) -> None:
        run.append(events.Started(0, "cpu", 64, 8, 120, None))
        mark_trainer(run, pid=ended_process(), minder=os.getpid())
        assert run.state() is RunState.RESTARTING
        run.append(events.Failed("another process has ended"))
        assert run.state() is RunState.RESTARTING
        mark_trainer(run, pid=ended_process(), minder=ended_process())
        assert run.state() is RunState.FAILED

    def test_the_mark_stays_after_a_failure_only(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("gan.train.run.minder", os.getpid)
        with pytest.raises(ZeroDivisionError), run.training():
            raise ZeroDivisionError
        assert run.is_minded()
        with run.training():
            assert run.is_alive()
        assert not run.is_minded()


@pytest.mark.parametrize(("restarts", "expected"), [("2", os.getppid()), ("1", None)])
def test_the_minder_is_the_parent_as_long_as_it_may_start_again(
    monkeypatch: pytest.MonkeyPatch, restarts: str, expected: int | None
) -> None:
    monkeypatch.setenv("TORCHELASTIC_RESTART_COUNT", "1")
    monkeypatch.setenv("TORCHELASTIC_MAX_RESTARTS", restarts)
    assert minder() == expected
