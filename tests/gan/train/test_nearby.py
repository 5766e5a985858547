"""Processes of one machine add up by shared memory."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gan.train import nearby
from gan.train.nearby import SHARED_FOLDER, Nearby, is_possible, make_file, remove_file
from gan.train.team import Team, TeamError
from tests.gan.train.ranks import Ranks

pytestmark = pytest.mark.skipif(not is_possible(), reason="processors here may change the order of what they write")


def in_threads(count: int, work: Callable[[Nearby], object]) -> list[Any]:
    """What ``work`` gives for each of ``count`` members, which here are threads."""
    path = make_file(count)
    members = [Nearby(path, rank, [os.getpid()] * count, 20.0) for rank in range(count)]
    remove_file(path)
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(work, members))


def rank_of(member: Nearby) -> int:
    return member._rank


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("size", [1, 1000, nearby.PART_BYTES // 4 + 3])
def test_sums(count: int, size: int) -> None:
    parts = np.random.default_rng(0).standard_normal((count, size)).astype(np.float32)

    def added(member: Nearby) -> np.ndarray:
        mine = parts[rank_of(member)].copy()
        member.add_up(mine)
        return mine

    sums = in_threads(count, added)
    assert all(np.array_equal(each, sums[0]) for each in sums)
    assert np.allclose(sums[0], parts.astype(np.float64).sum(0), atol=1e-6)


@pytest.mark.parametrize("size", [1, 1000, nearby.PART_BYTES * 3 // 8 + 3])
def test_rows(size: int) -> None:
    parts = np.random.default_rng(0).standard_normal((3, 2, size))
    found = in_threads(3, lambda member: member.rows(parts[rank_of(member)]))
    assert all(np.array_equal(each, parts) for each in found)


def test_arrays_of_both_kinds_at_once() -> None:
    """Together they are more than is exchanged at a time, and cut at an odd place."""
    sizes = (3, nearby.PART_BYTES // 8 - 2, 5)
    kinds = (np.float32, np.float64, np.float32)

    def added(member: Nearby) -> list[np.ndarray]:
        arrays = [np.full(size, rank_of(member) + 0.5, kind) for size, kind in zip(sizes, kinds, strict=True)]
        member.add_up(*arrays)
        return arrays

    for arrays in in_threads(2, added):
        assert [array.dtype for array in arrays] == [*kinds]
        assert all((array == 2.0).all() for array in arrays)


def test_one_sum_behind_the_other() -> None:
    """Nobody writes over what another has not read yet."""

    def counted(member: Nearby) -> list[float]:
        found = []
        for number in range(300):
            numbers = np.full(7, number * (rank_of(member) + 1), np.float64)
            member.add_up(numbers)
            found.append(float(numbers[3]))
        return found

    assert in_threads(3, counted) == [[6.0 * number for number in range(300)]] * 3


def alone_with(process: int, silence: float) -> Nearby:
    """Process 0 of two, of which the other one never adds anything."""
    path = make_file(2)
    member = Nearby(path, 0, [os.getpid(), process], silence)
    remove_file(path)
    return member


def team_of(member: Nearby) -> Team:
    return Team(0, 2, 0, 2, nearby=member)


def test_who_does_not_answer_is_given_up() -> None:
    import torch

    started = time.monotonic()
    with pytest.raises(TeamError, match="does not answer"):
        team_of(alone_with(os.getpid(), 0.3)).summed(torch.ones(3))
    assert 0.3 <= time.monotonic() - started < 10


def test_who_has_ended_is_missed_at_once() -> None:
    import torch

    with subprocess.Popen([sys.executable, "-I", "-S", "-c", ""]) as process:
        time.sleep(0.5)  # it has ended, and nobody has asked for its status yet
        with pytest.raises(TeamError, match="has ended"):
            team_of(alone_with(process.pid, 60.0)).summed(torch.ones(3))


def test_no_file_is_left() -> None:
    before = set(SHARED_FOLDER.glob("latentarium-*"))
    path = make_file(2)
    assert set(SHARED_FOLDER.glob("latentarium-*")) - before == {Path(path)}
    remove_file(path)
    remove_file(path)
    assert set(SHARED_FOLDER.glob("latentarium-*")) <= before


def test_without_memory_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int, start: int, size: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = set(SHARED_FOLDER.glob("latentarium-*"))
    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(OSError, match="No space"):
        make_file(2)
    assert set(SHARED_FOLDER.glob("latentarium-*")) <= before


GATHERED = """
import os, sys, torch
from gan.train import nearby
from gan.train.gathering import gathered
if sys.argv[1] == "full":
    def full(*_):
        raise OSError("no space")
    os.posix_fallocate = full
cores = sorted(os.sched_getaffinity(0))
if sys.argv[2] == "apart":
    os.sched_setaffinity(0, cores[int(os.environ["RANK"]):][:1])
elif sys.argv[2] == "one":
    os.sched_setaffinity(0, cores[:1])
with gathered(20.0) as team:
    print(team.nearby is not None, team.summed(torch.tensor([1.5, team.rank])).tolist(), flush=True)
    os._exit(0)
"""


@pytest.mark.slow
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="two processes share one core")
@pytest.mark.parametrize(
    ("memory", "cores", "is_there"),
    [("there", "any", True), ("full", "any", False), ("there", "apart", True), ("there", "one", False)],
)
def test_a_team_leaves_no_file_and_goes_on_without_memory(memory: str, cores: str, is_there: bool) -> None:
    before = set(SHARED_FOLDER.glob("latentarium-*"))
    ended = Ranks("-c", GATHERED, memory, cores).end()
    assert [(status, out) for status, out, _ in ended] == [(0, f"{is_there} [3.0, 1.0]\n")] * 2
    assert set(SHARED_FOLDER.glob("latentarium-*")) <= before
