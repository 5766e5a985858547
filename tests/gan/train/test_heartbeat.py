import os
import socket
import subprocess
import sys

import pytest

from gan.train import heartbeat
from gan.train.run import Run
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
