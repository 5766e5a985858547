"""What networks run on, for people; known without torch."""

import re

from gan.words import counted

_CPU = re.compile(r"cpu \((\d+) threads?\)")


def cpu_text(threads: int) -> str:
    """``cpu (2 threads)``"""
    return counted("cpu ({count} thread)", "cpu ({count} threads)", threads)


def device_text(told: str) -> str:
    """What a trainer has ``told`` of its device in English, in the language that is spoken."""
    cpu = _CPU.fullmatch(told)
    return told if cpu is None else cpu_text(int(cpu[1]))
