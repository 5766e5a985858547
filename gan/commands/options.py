"""Options that several commands share, derived from the settings classes where they can be."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gan.settings import SettingInfo, Settings


def add_settings(parser: argparse.ArgumentParser, settings: type[Settings], skip: frozenset[str] = frozenset()) -> None:
    """One option for each setting; those that are not given are absent from the namespace."""
    for info in settings.infos():
        if info.name not in skip:
            _add_setting(parser, info)


def given(args: argparse.Namespace, settings: type[Settings]) -> dict[str, Any]:
    """The settings of that class that were given on the command line."""
    return {info.name: getattr(args, info.name) for info in settings.infos() if hasattr(args, info.name)}


def add_device(parser: argparse.ArgumentParser) -> None:
    """``--device``."""
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:0 or mps (default: auto)")


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """``--data-dir``."""
    parser.add_argument("--data-dir", type=Path, help="look here first for named sets of pictures")


def whole_number(minimum: int) -> Callable[[str], int]:
    """An argparse type: an integer of at least ``minimum``."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = minimum - 1
        if value < minimum:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least {minimum}")
        return value

    return parse


def output_path(*suffixes: str) -> Callable[[str], Path]:
    """An argparse type: a path that ends in one of ``suffixes``."""

    def parse(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(f"{text!r} should end in {' or '.join(suffixes)}")
        return path

    return parse


def _add_setting(parser: argparse.ArgumentParser, info: SettingInfo) -> None:
    words: dict[str, Any] = {"dest": info.name, "default": argparse.SUPPRESS, "help": _help(info)}
    if info.type is bool:
        parser.add_argument(info.flag, action=argparse.BooleanOptionalAction, **words)
    else:
        parser.add_argument(info.flag, type=info.type, choices=info.choices, metavar=info.type.__name__.upper(), **words)


def _help(info: SettingInfo) -> str:
    default = "" if info.default is None else f" (default: {info.default})"
    return (info.explanation + default).replace("%", "%%")
