"""``make bench``: figures of speed and memory, each beside the least that it could be, measured by turns in one run.

``python -m tests.benchmarks [NAME ...]`` runs some of them. Those of :data:`LONG` tell of quality rather than speed
and take many minutes, so they run only if they are named.
"""

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from gan.program import FOLDER
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.rows import Group, Row
from tests.benchmarks.table import HEAD, Table, cells, compared, line

RATIOS = ("slider", "smoothness", "startup", "training_step", "training_run", "packing", "memory", "saving")
LONG = ("inversion", "page", "doctor", "choosing", "best", "scaling", "graphics_card")
STORED = Path(__file__).parent / "stored.json"
SHOWN = FOLDER / "BENCHMARKS.md"


def main(words: Sequence[str]) -> int:
    """Run the named benchmarks, or all that give ratios; 1 if a ratio is clearly worse than the stored one."""
    args = _parsed(words)
    machine = describe_machine()
    print(machine, flush=True)
    names = args.names or RATIOS
    groups = [_measured(name) for name in names if name in RATIOS]
    for name in names:
        if name in LONG:
            _tell(name)
    table = Table(f"make bench{_given(args.names)}", machine, groups)
    if args.json:
        table.save(args.json)
    worse = args.compare and _compare(Table.read(args.stored), table)
    if args.store:
        table.save(STORED)
        SHOWN.write_text(table.markdown(), "utf-8")
    return int(worse)


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*RATIOS, *LONG, []], metavar="NAME", help="|".join(RATIOS + LONG))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there, too")
    parser.add_argument("--store", action="store_true", help=f"keep the table in {STORED.name} and {SHOWN.name}")
    parser.add_argument("--compare", action="store_true", help="compare the ratios with those that were stored")
    parser.add_argument("--stored", type=Path, metavar="FILE", default=STORED, help="another table to compare with")
    return parser.parse_args(words)


def _given(names: Sequence[str]) -> str:
    return f" ARGS='{' '.join(names)}'" if names else ""


def _measured(name: str) -> Group:
    """Prints each row as soon as it is known."""
    module = importlib.import_module(f"tests.benchmarks.{name}")
    title = _title(module.__doc__)
    print(f"\n{title}\n{line(HEAD)}", flush=True)
    return Group(name, title, list(_printed(module.rows())))


def _printed(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        print(line(cells(row)), flush=True)
        yield row


def _tell(name: str) -> None:
    module = importlib.import_module(f"tests.benchmarks.{name}")
    print(f"\n{_title(module.__doc__)}", flush=True)
    for told in module.lines():
        print(f"  {told}", flush=True)


def _title(docstring: str | None) -> str:
    return (docstring or "").splitlines()[0].rstrip(".")


def _compare(stored: Table, new: Table) -> bool:
    """Whether anything is clearly worse."""
    print(f"\nratios, beside those of {stored.machine}")
    verdicts = list(compared(stored, new))
    for told, _ in verdicts:
        print(f"  {told}")
    return any(worse for _, worse in verdicts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
