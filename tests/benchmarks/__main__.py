"""``make bench``: figures of speed and memory, each a ratio or percentiles measured in one run, with the machine named.

``python -m tests.benchmarks [NAME ...]`` runs some of them; ``doctor``, ``choosing``, ``best`` and ``scaling``,
which take many minutes, only if they are named.
"""

import importlib
import sys

from tests.benchmarks.machine import describe_machine

BENCHMARKS = ("slider", "smoothness", "startup", "training_step", "memory", "inversion", "page")
LONG = ("doctor", "choosing", "best", "scaling")


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all that are not long."""
    unknown = sorted(set(names) - {*BENCHMARKS, *LONG})
    if unknown:
        print(f"unknown benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS + LONG)}", file=sys.stderr)
        return 2
    print(describe_machine(), flush=True)
    for name in names or BENCHMARKS:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        print(f"\n{(module.__doc__ or name).splitlines()[0]}", flush=True)
        for line in module.run():
            print(f"  {line}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
