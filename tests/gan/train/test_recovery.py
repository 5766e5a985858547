"""A team that loses processes: torchrun starts it again, and it goes on by itself."""

import signal
from pathlib import Path

import pytest

from gan.train import events
from gan.train.launched import REQUEUE_STATUS
from gan.train.run import RunState
from tests.gan.train.losing import are_alike, trained
from tests.gan.train.ranks import Ranks
from tests.gan.train.test_team import TINY, started, train_by_two


@pytest.mark.slow
def test_killed_twice_it_ends_with_the_weights_of_an_uncut_run(tmp_path: Path) -> None:
    cut = trained(tmp_path / "cut", ["1@12", "0@23"], 2, 30)
    assert cut.state() is RunState.FINISHED
    first, second, third = (event.step for event in cut.events() if isinstance(event, events.Started))
    assert (first, second) == (0, 10) and third in (15, 20)  # the state of step 20 may not be written when 23 is taken
    warned = [event.message for event in cut.events() if isinstance(event, events.Warned)]
    assert warned == [f"torchrun has started this run again, {number} of at most 2 times" for number in (1, 2)]
    assert are_alike(cut, trained(tmp_path / "uncut", [], 2, 30))


@pytest.mark.slow
def test_the_signal_of_a_scheduler_reaches_all_by_way_of_one(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    ranks = train_by_two(folder, *TINY, "--steps", 1_000_000)
    run = started(folder, ranks)
    ranks.processes[1].send_signal(signal.SIGUSR1)
    assert [status for status, _, _ in ranks.end()] == [REQUEUE_STATUS, REQUEUE_STATUS]
    last = run.events()[-1]
    assert isinstance(last, events.Stopped) and last.cut
    assert run.state_path.is_file()


TALKING = """
import sys, time, torch
from gan.train.gathering import gathered
from gan.train.team import TeamError

def said(action):
    try:
        action()
        print("nothing")
    except TeamError as error:
        print(error)

with gathered(3.0) as team:
    weights = [torch.arange(10.0), torch.tensor(3)]
    if not team.leads:
        weights[0] += 1
    said(lambda: team.check_alike(weights, 7))
    team.spread(weights)
    said(lambda: team.check_alike(weights, 7))
    with team.unhurried():
        if team.leads:
            time.sleep(4.5)
    print(team.share("slow, not hung"), flush=True)
    if not team.leads:
        time.sleep(6.5)
    said(lambda: team.share(1))
    sys.stdout.flush()
    import os
    os._exit(0)
"""


@pytest.mark.slow
def test_what_a_team_says_of_each_other() -> None:
    (status, out, err), (other_status, other_out, _) = Ranks("-c", TALKING).end()
    assert (status, other_status) == (0, 0), err
    differs, same, patient, hung = out.splitlines()
    assert differs == other_out.splitlines()[0]
    assert differs.startswith("at step 7 process 1 has other weights than process 0")
    assert "--resume" in differs
    assert same == "nothing" and patient == "slow, not hung"
    assert hung.startswith("another process of this run does not answer any more")


LEAVING = """
import os, sys
from gan.train.gathering import gathered
from gan.train.team import TeamError

with gathered(3.0) as team:
    with team.unhurried():
        if not team.leads:
            os._exit(1)
"""


@pytest.mark.slow
def test_who_goes_while_the_others_wait_is_missed() -> None:
    (status, _, err), _ = Ranks("-c", LEAVING).end()
    assert status == 1
    assert "another process of this run has ended" in err.splitlines()[-1]
