"""Training by one process and by two: pictures a second, by batch, width and size of the pictures.

All ways take their turn in every round, so that whatever else the machine does meets all alike. What two processes can
reach at best is beside it: two that share nothing, each on its half of a batch. ``SCALING_LOG`` names a file for every
single measurement.
"""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.gan.train.ranks import ROOT, free_port

USUAL = {"size": 32, "width": 32, "batch": 64}
CASES = [
    USUAL,
    *({**USUAL, "batch": batch} for batch in (32, 128)),
    *({**USUAL, "width": width} for width in (16, 64)),
    {**USUAL, "size": 64},
]
ROUNDS, SECONDS = 21, 0.5
"""Many short ones, as the speed of a machine that is shared with others changes within seconds."""


class _Team:
    """Processes that take steps together."""

    def __init__(self, processes: int, threads: int, parts: int = 1) -> None:
        """``parts``: how many share a batch with this team without a word to each other."""
        shared = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": str(threads), "WORLD_SIZE": str(processes)}
        shared |= {"LOCAL_WORLD_SIZE": str(processes)}
        shared |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port())}
        cases = json.dumps([{**case, "batch": case["batch"] // parts} for case in CASES])
        command = [sys.executable, "-m", "tests.benchmarks.scaling_probe", cases, str(threads)]
        self._processes = [
            subprocess.Popen(
                command, env=shared | {"RANK": str(rank)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for rank in range(processes)
        ]

    def start(self, case: int, steps: int) -> None:
        """Have it take so many steps of a case."""
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.write(f"{case} {steps}\n")
            process.stdin.flush()

    def seconds(self) -> float:
        """What they took."""
        assert self._processes[0].stdout is not None
        return float(self._processes[0].stdout.readline())

    def end(self) -> None:
        """No more steps. A process of a team ends with the others, so all are told first."""
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.close()
        for process in self._processes:
            process.wait()


WAYS: dict[str, Callable[[], list[_Team]]] = {
    "1 x 1": lambda: [_Team(1, 1)],
    "1 x 2": lambda: [_Team(1, 2)],
    "2 x 1": lambda: [_Team(2, 1)],
    "apart": lambda: [_Team(1, 1, parts=2) for _ in range(2)],
}
"""Processes and threads of each."""


def _seconds(teams: list[_Team], case: int, steps: int) -> float:
    """What so many steps take all of ``teams``, at the same time."""
    for team in teams:
        team.start(case, steps)
    return max([team.seconds() for team in teams])


def lines() -> Iterator[str]:
    """A line for each case."""
    ways = {way: make() for way, make in WAYS.items()}
    ratios = (("2 x 1", "1 x 2"), ("2 x 1", "apart"))
    titles = "  ".join(" / ".join(ratio) for ratio in ratios)
    yield f"{'size':>4} {'width':>5} {'batch':>5}  " + "  ".join(f"{way:>7}" for way in ways) + "  " + titles
    for number, case in enumerate(CASES):
        rates = _measured(ways, number, case["batch"])
        numbers = "  ".join(f"{median(each):7.0f}" for each in rates.values())
        shares = "  ".join(f"{_ratio(rates[above], rates[below]):13.2f}" for above, below in ratios)
        yield f"{case['size']:4} {case['width']:5} {case['batch']:5}  {numbers}  {shares}"
    for team in itertools.chain.from_iterable(ways.values()):
        team.end()


def _ratio(above: list[float], below: list[float]) -> float:
    return median(one / other for one, other in zip(above, below, strict=True))


def _measured(ways: dict[str, list[_Team]], number: int, batch: int) -> dict[str, list[float]]:
    """Pictures a second in each round, by way."""
    steps = {way: max(3, round(SECONDS * 3 / _seconds(teams, number, 3))) for way, teams in ways.items()}
    rates: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, teams in ways.items():
            rates[way].append(batch * steps[way] / _seconds(teams, number, steps[way]))
    log = os.environ.get("SCALING_LOG")
    if log:
        with Path(log).open("a") as file:
            file.write(json.dumps({**CASES[number], **rates}) + "\n")
    return rates
