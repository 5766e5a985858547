"""How the processes that ``torchrun`` starts find each other."""

import logging
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from gan.train.launched import number
from gan.train.nearby import Nearby, is_possible, make_file, remove_file
from gan.train.team import ALONE, Team, TeamError, explained

if TYPE_CHECKING:
    from torch.distributed import Store

log = logging.getLogger(__name__)

SILENCE_SECONDS = 45.0
"""A process that has not answered for so long is taken for hung."""
JOINING = timedelta(minutes=10)
"""How long the processes wait for each other when they start, as importing torch from a shared disk takes its time."""
POLL_SECONDS = 0.05


@contextmanager
def gathered(silence: float = SILENCE_SECONDS) -> Iterator[Team]:
    """The team that ``torchrun`` has started this process for, or :data:`ALONE`.

    A process that does not answer within ``silence`` seconds is given up. Raises :class:`TeamError`.
    """
    rank, size = number("RANK"), number("WORLD_SIZE")
    if size < 2:
        yield ALONE
        return
    import torch
    import torch.distributed as dist

    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    with explained:
        store, _, _ = next(dist.rendezvous("env://", rank, size, timeout=JOINING))
        own_part = dist.PrefixStore(agreed_name(store, rank, size), store)
        dist.init_process_group(backend, store=own_part, rank=rank, world_size=size, timeout=JOINING)
        group: Any = dist.new_group(timeout=timedelta(seconds=silence))
    try:
        team = Team(rank, size, number("LOCAL_RANK"), number("LOCAL_WORLD_SIZE", 1), group)
        team = replace(team, nearby=_nearby(team, silence))
        yield team
        team.summed(torch.zeros(1))  # nobody goes while another still waits for an answer
    finally:
        dist.destroy_process_group()


def _nearby(team: Team, silence: float) -> Nearby | None:
    """What adds up by shared memory, if all processes are on this machine and have a core each."""
    fits = team.local_size == team.size and is_possible() and team.size <= len(_cores(team))
    path = team.share(_shared_file(team.size) if fits and team.leads else "")
    if not path:
        return None
    processes = team.gathered(os.getpid())
    nearby = Nearby(path, team.rank, processes, silence)
    team.gathered(0)  # all have opened it
    remove_file(path)
    return nearby


def _cores(team: Team) -> set[int]:
    """Of all processes of ``team``, which are on this machine; a cluster gives each some of its own."""
    import torch.distributed as dist

    found: list[set[int]] = [set() for _ in range(team.size)]
    with explained:
        dist.all_gather_object(found, os.sched_getaffinity(0), group=team.group)
    return set().union(*found)


def _shared_file(processes: int) -> str:
    """The path; empty if there is no memory for it."""
    try:
        return make_file(processes)
    except OSError as error:
        log.info("no shared memory for %d processes: %s", processes, error)
        return ""


def agreed_name(store: "Store", rank: int, size: int) -> str:
    """A name that only processes of this start agree on.

    After a loss torchrun may hand out the store of the start before, with the addresses of processes that are gone.
    Raises :class:`TeamError`.
    """
    own = secrets.token_hex(8)
    if rank == 0:
        store.set("name", own)
        answers = [store.get(f"{own}/{other}").decode() for other in range(1, size)]
        store.set(f"{own}/members", " ".join(answers))
        return own
    deadline = time.monotonic() + JOINING.total_seconds()
    while time.monotonic() < deadline:
        name = store.get("name").decode()  # may be an old one, whose members are others
        store.set(f"{name}/{rank}", own)
        if store.check([f"{name}/members"]) and own in store.get(f"{name}/members").decode().split():
            return name
        time.sleep(POLL_SECONDS)
    raise TeamError("the first process of this run did not start; look at what it has printed")


def leave(team: Team, status: int = 0) -> None:
    """End this process if it is one of several; for when all is done, outside of :func:`gathered`.

    Threads of torch.distributed may outlive the interpreter, whose end then aborts the process: after everything was
    saved, a run would seem to have failed.
    """
    if team.size > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
