"""The command line: ``python -m gan COMMAND``.

Exit status 0 is success, 2 a wrong argument, 1 a failure; both are explained in one line on standard error.
"""

import argparse
import importlib
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from gan.errors import LatentariumError, UsageError

COMMANDS = ("train", "generate", "interpolate", "layers", "info", "data", "bundle")
PROGRAM = "python -m gan"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's usage text."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command; each module of :mod:`gan.commands` adds its own."""
    parser = _Parser(prog=PROGRAM, description="Train, explore and open up DCGANs without a window.")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something fails")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"gan.commands.{name}").add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in arguments
    args = build_parser().parse_args([argument for argument in arguments if argument != "--debug"])
    try:
        args.run(args)
        return 0
    except KeyboardInterrupt:
        return _failed("interrupted", 130, debug)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except UsageError as error:
        return _failed(str(error), 2, debug)
    except LatentariumError as error:
        return _failed(str(error), 1, debug)
    except Exception as error:
        return _failed(f"unexpected {type(error).__name__}: {error}; --debug shows where", 1, debug)


def _failed(message: str, status: int, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(f"{PROGRAM}: {' '.join(message.split())}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
