"""Rows as text, as Markdown and as JSON, and how a table compares with one that was stored."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.rows import Group, Row

WORSE = 1.25
"""By this factor a ratio has to be worse than the stored one before it counts: figures of a busy machine vary."""
HEAD = ("", "ours", "floor", "ratio", "target", "")
_WIDTHS = (52, 16, 16, 8, 9, 0)
_RULE = ("---", "--:", "--:", "--:", "--:", "---")


@dataclass(frozen=True)
class Table:
    """What one run of the benchmarks found, with the ``command`` and the ``machine``."""

    command: str
    machine: str
    groups: Sequence[Group]

    def save(self, path: Path) -> None:
        """Write it as JSON."""
        groups = [
            {"name": group.name, "title": group.title, "rows": [row.to_json() for row in group.rows]}
            for group in self.groups
        ]
        whole = {"command": self.command, "machine": self.machine, "groups": groups}
        path.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, path: Path) -> "Table":
        """What :meth:`save` wrote."""
        whole = json.loads(path.read_text("utf-8"))
        groups = [
            Group(group["name"], group["title"], [Row.from_json(row) for row in group["rows"]])
            for group in whole["groups"]
        ]
        return cls(whole["command"], whole["machine"], groups)

    def markdown(self) -> str:
        """For ``BENCHMARKS.md``."""
        parts = [_INTRODUCTION.format(command=self.command, machine=self.machine)]
        for group in self.groups:
            lines = [HEAD, _RULE, *map(cells, group.rows)]
            parts.append("\n".join([f"## {group.title}\n", *(f"| {' | '.join(line)} |" for line in lines)]))
        return "\n\n".join(parts) + "\n"


_INTRODUCTION = """# Benchmarks

What the program takes, beside the least that it could take on the same machine: both measured by turns in one run, so
that the ratio says more than either figure. `{command}` printed this, on {machine}. `make bench-compare` measures anew
and holds the ratios against these. [Where the time goes](docs/speed.md) says what misses its target, and why."""


def cells(row: Row) -> tuple[str, ...]:
    """Those of :data:`HEAD`."""
    sign, met = ("≥" if row.is_rate else "≤"), ("met" if row.is_met else "**missed**")
    figures = (f"{_short(figure)} {row.unit}" for figure in (row.ours, row.floor))
    return (row.name, *figures, f"{row.ratio:.2f}", f"{sign} {row.target:g}", met)


def line(texts: Sequence[str]) -> str:
    """Cells in columns; the first is at the left."""
    first, *others = texts
    columns = (text.rjust(width) for text, width in zip(others, _WIDTHS[1:], strict=True))
    return f"{first:{_WIDTHS[0]}}" + " ".join(columns).replace("**", "")


def compared(stored: Table, new: Table) -> Iterator[tuple[str, bool]]:
    """A line for each row of ``new`` that ``stored`` has too, and whether its ratio is clearly worse."""
    before = {(group.name, row.name): row for group in stored.groups for row in group.rows}
    for group in new.groups:
        for row in group.rows:
            old = before.get((group.name, row.name))
            if old is not None:
                factor = old.ratio / row.ratio if row.is_rate else row.ratio / old.ratio
                worse = factor > WORSE
                verdict = "worse" if worse else "better" if factor < 1 / WORSE else "as before"
                yield f"{group.name}, {row.name}: {old.ratio:.2f} -> {row.ratio:.2f}, {verdict}", worse


def _short(figure: float) -> str:
    """Three digits, or all before the point."""
    return f"{figure:,.0f}" if abs(figure) >= 100 else f"{figure:.3g}"
