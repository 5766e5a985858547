"""What a command found out, as aligned text for people or as JSON for programs."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

COLOURS = {1: "grey", 3: "colour", 4: "translucent colour"}
"""How numbers of channels are called."""


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="print one JSON object, for programs")


def print_json(facts: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    json.dump(facts, sys.stdout, indent=1)
    print()


def print_text(facts: Mapping[str, str]) -> None:
    """A line for each fact, the names in a column of their own; further lines of a text are indented."""
    width = max(map(len, facts)) + 2
    for name, text in facts.items():
        for index, line in enumerate(text.splitlines() or [""]):
            print(f"{'' if index else name:{width}}{line}".rstrip())


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A line for the head and each row, all columns as wide as their widest text."""
    print("\n".join(table_lines([head, *rows])))


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """A line for each row, all columns as wide as their widest text."""
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    return ["".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
