"""``make soak``: the robot at work for minutes, in a home of its own, on Qt's offscreen platform.

``python -m tests.robot --minutes 10 --seed 3`` or ``--actions 200`` prints every action, then how many there were of
each kind, what went wrong and how memory grew. Status 0 if nothing went wrong.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.robot.home import move_in


def main(arguments: list[str]) -> int:
    """Walk, and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.robot", description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, help="how long (default: 10, if no --actions are given)")
    parser.add_argument("--actions", type=int, help="how many things to do")
    parser.add_argument("--only", help="kinds of actions, by their names and parted by commas (default: all)")
    args = parser.parse_args(arguments)
    if args.minutes is None and args.actions is None:
        args.minutes = 10.0
    only = frozenset(args.only.split(",")) if args.only else None
    with tempfile.TemporaryDirectory(prefix="latentarium-robot-", ignore_cleanup_errors=True) as folder:
        move_in(Path(folder))
        from tests.robot.walk import walk  # Qt reads its environment when it is imported

        report = walk(Path(folder), args.seed, actions=args.actions, minutes=args.minutes, only=only)
    for line in report.lines():
        print(line)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
