"""How many threads torch takes, and how they wait for each other, here and in the trainers that this process starts.

OpenMP's threads spin while they wait. In a trainer that has the machine to itself this is fastest; in the window they
would take the core that paints, so that one picture in twenty came two to three times later.
"""

import os
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

POLICY = "OMP_WAIT_POLICY"
PASSIVE = "PASSIVE"
_MARK = "LATENTARIUM_SET_OMP_WAIT_POLICY"


def wait_without_spinning(environ: MutableMapping[str, str] = os.environ) -> None:
    """To be called before torch is imported; a policy that the person has chosen stays."""
    if POLICY not in environ:
        environ[POLICY] = PASSIVE
        environ[_MARK] = "1"


def trainer_environment(environ: MutableMapping[str, str] = os.environ) -> dict[str, str]:
    """``environ`` for a process that trains: as it was before :func:`wait_without_spinning`."""
    ours = _MARK in environ
    return {name: value for name, value in environ.items() if not (ours and name in (POLICY, _MARK))}


@contextmanager
def one_thread() -> Iterator[None]:
    """Within the block torch computes with this thread alone: the other cores are for the picture under the sliders."""
    from gan import devices

    with devices.one_thread():
        yield
