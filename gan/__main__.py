"""The command line: ``python -m gan COMMAND``.

Exit status 0 is success, 2 a wrong argument, 1 a failure; both are explained in one line on standard error.
"""

import argparse
import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from gan.errors import LatentariumError, UsageError
from gan.program import COMMAND_LINE

COMMANDS = (
    "train",
    "compare_kinds",
    "forecast",
    "generate",
    "evaluate",
    "interpolate",
    "timeline",
    "layers",
    "directions",
    "invert",
    "export",
    "importing",
    "info",
    "data",
    "bundle",
    "diagnostics",
)
"""Modules of :mod:`gan.commands`."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's usage text."""
        self.exit(2, f"{self.prog}: {_one_line(message)}; see {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command; each module of :mod:`gan.commands` adds its own."""
    parser = _Parser(prog=COMMAND_LINE, description="Train, explore and open up DCGANs without a window.")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something fails")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"gan.commands.{name}").add_parser(commands)
    return parser


def run() -> int:
    """:func:`main` for a process of its own, whose terminal may not show what the name of a file holds."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    return main()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in arguments
    try:
        args = build_parser().parse_args([argument for argument in arguments if argument != "--debug"])
        args.run(args)
        sys.stdout.flush()
        return 0
    except SystemExit as ended:  # argparse has printed its help, or its error
        return int(ended.code or 0)
    except KeyboardInterrupt:
        return _failed("interrupted", 130, debug)
    except BrokenPipeError:
        return _unheard()
    except UsageError as error:
        return _failed(str(error), 2, debug)
    except LatentariumError as error:
        return _failed(str(error), 1, debug)
    except MemoryError:
        return _failed("not enough memory; ask for fewer or smaller pictures", 1, debug)
    except Exception as error:
        return _failed(f"unexpected {type(error).__name__}: {error}; --debug shows where", 1, debug)


def _failed(message: str, status: int, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(f"{COMMAND_LINE}: {_one_line(message)}", file=sys.stderr)
    return status


def _unheard() -> int:
    """Whoever read the output has gone, which is no error; keeps Python from complaining at its own end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _one_line(message: str) -> str:
    return " ".join(message.split())


if __name__ == "__main__":
    sys.exit(run())
