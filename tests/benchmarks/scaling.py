"""Training by one process and by two: pictures a second, by batch, width and size of the pictures.

All ways take their turn in every round, so that whatever else the machine does meets all alike. ``SCALING_LOG`` names a
file for every single measurement.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
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
WAYS = {"1 x 1": (1, 1), "1 x 2": (1, 2), "2 x 1": (2, 1)}
"""Processes and threads of each."""
ROUNDS, SECONDS = 7, 2.0


class _Team:
    """Processes that take steps together."""

    def __init__(self, processes: int, threads: int) -> None:
        shared = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": str(threads), "WORLD_SIZE": str(processes)}
        shared |= {"LOCAL_WORLD_SIZE": str(processes)}
        shared |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port())}
        command = [sys.executable, "-m", "tests.benchmarks.scaling_probe", json.dumps(CASES), str(threads)]
        self._processes = [
            subprocess.Popen(
                command, env=shared | {"RANK": str(rank)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for rank in range(processes)
        ]

    def seconds(self, case: int, steps: int) -> float:
        """What so many steps of a case take."""
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.write(f"{case} {steps}\n")
            process.stdin.flush()
        assert self._processes[0].stdout is not None
        return float(self._processes[0].stdout.readline())

    def end(self) -> None:
        """No more steps."""
        for process in self._processes:
            process.communicate()


def lines() -> Iterator[str]:
    """A line for each case."""
    teams = {way: _Team(*numbers) for way, numbers in WAYS.items()}
    yield f"{'size':>4} {'width':>5} {'batch':>5}  " + "  ".join(f"{way:>7}" for way in WAYS) + "  2 x 1 / 1 x 2"
    for number, case in enumerate(CASES):
        rates = _measured(teams, number, case["batch"])
        ratio = median(two / one for two, one in zip(rates["2 x 1"], rates["1 x 2"], strict=True))
        numbers = "  ".join(f"{median(each):7.0f}" for each in rates.values())
        yield f"{case['size']:4} {case['width']:5} {case['batch']:5}  {numbers}  {ratio:.2f}"
    for team in teams.values():
        team.end()


def _measured(teams: dict[str, _Team], number: int, batch: int) -> dict[str, list[float]]:
    """Pictures a second in each round, by way."""
    steps = {way: max(3, round(SECONDS * 3 / team.seconds(number, 3))) for way, team in teams.items()}
    rates: dict[str, list[float]] = {way: [] for way in teams}
    for _ in range(ROUNDS):
        for way, team in teams.items():
            rates[way].append(batch * steps[way] / team.seconds(number, steps[way]))
    log = os.environ.get("SCALING_LOG")
    if log:
        with Path(log).open("a") as file:
            file.write(json.dumps({**CASES[number], **rates}) + "\n")
    return rates
