"""Processes of one team, as ``torchrun`` starts them, without its minder."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


class Ranks:
    """``count`` processes of Python, each with ``words`` as its arguments."""

    def __init__(self, *words: object, count: int = 2, environment: dict[str, str] | None = None) -> None:
        shared = os.environ | {"WORLD_SIZE": str(count), "LOCAL_WORLD_SIZE": str(count), "MASTER_ADDR": "127.0.0.1"}
        shared |= {"MASTER_PORT": str(free_port()), "PYTHONPATH": str(ROOT)} | (environment or {})
        self.processes = [
            subprocess.Popen(
                [sys.executable, *map(str, words)],
                env=shared | {"RANK": str(rank), "LOCAL_RANK": str(rank)},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for rank in range(count)
        ]

    def end(self) -> list[tuple[int, str, str]]:
        """Status, output and errors of each."""
        found = []
        for process in self.processes:
            out, err = process.communicate(timeout=120)
            found.append((process.returncode, out, err))
        return found


def free_port() -> int:
    """One that nobody listens on just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
