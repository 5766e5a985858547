"""Options that several commands share, derived from the settings classes where they can be."""

import argparse
import math
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from gan.commands.findings import read_text
from gan.errors import UsageError
from gan.explore.latent import Latent, parse_seed
from gan.export import FASTEST, LARGEST_SCALE, SMALLEST_FILM, USUAL_FPS
from gan.filming import PICTURE, WAY
from gan.importing.opening import Import
from gan.importing.wording import printable
from gan.layers.edits import Edit, parse_edit
from gan.model.architecture import Architecture
from gan.model.checkpoint import Checkpoint, read_checkpoint
from gan.request import LARGEST_BATCH, BatchStatistics, RenderRequest
from gan.settings import SettingInfo, Settings
from gan.sizes import Sides, read_size
from gan.sources import ModelSource, find_model

Value = TypeVar("Value")
LONGEST_TOLD = 80
EVERY_CLASS = ("each", "all")
"""What ``--class`` can be for one class after the other."""


def add_settings(parser: argparse.ArgumentParser, settings: type[Settings], skip: frozenset[str] = frozenset()) -> None:
    """One option for each setting; those that are not given are absent from the namespace."""
    for info in settings.infos():
        if info.name not in skip:
            _add_setting(parser, info)


def given(args: argparse.Namespace, settings: type[Settings]) -> dict[str, Any]:
    """The settings of that class that were given on the command line."""
    return {info.name: getattr(args, info.name) for info in settings.infos() if hasattr(args, info.name)}


def add_model(parser: argparse.ArgumentParser) -> None:
    """``MODEL`` and ``--last``."""
    parser.add_argument("model", metavar="MODEL", help="a bundled name, a file or a run folder")
    add_last(parser)


def add_last(parser: argparse.ArgumentParser) -> None:
    """``--last``."""
    parser.add_argument(
        "--last", action="store_true", help="of a run the newest snapshot (default: the best, if that was measured)"
    )


def given_model(args: argparse.Namespace) -> tuple[ModelSource, Checkpoint]:
    """What ``MODEL`` means and what its file says. Raises :class:`gan.errors.LatentariumError`."""
    return opened_model(args.model, last=args.last)


def opened_model(model: str, *, last: bool = False) -> tuple[ModelSource, Checkpoint]:
    """The same of one ``model`` of several."""
    source = find_model(model, _tell_of, last=last)
    return source, read_checkpoint(source.path)


def _tell_of(found: Import) -> None:
    """One line about a file that others made, when it is opened for the first time."""
    file = printable(found.path.name, LONGEST_TOLD)
    print(f"{file} was made elsewhere; read as {read_text(found)}", file=sys.stderr)


def add_seed(parser: argparse.ArgumentParser) -> None:
    """``--seed``."""
    parser.add_argument("--seed", type=seed, default=0, help="where z comes from (default: 0)")


def seed(text: str) -> int:
    """An argparse type: a seed in the range that the window has, too."""
    return _read(parse_seed, text)


def add_class(parser: argparse.ArgumentParser, *, in_turn: bool = False, unless_given: str = "the first") -> None:
    """``--class``, which is ``chosen_class`` in the namespace; with ``in_turn`` any of :data:`EVERY_CLASS`, too."""
    each = f", or {EVERY_CLASS[0]} in turn" if in_turn else ""
    parser.add_argument(
        "--class",
        dest="chosen_class",
        metavar="CLASS",
        help=f"what a generator with classes draws: a class by its name or number{each} (default: {unless_given})",
    )
    parser.set_defaults(every_class=in_turn)


def draws_every_class(args: argparse.Namespace) -> bool:
    """Whether each class is to be drawn in turn."""
    return args.every_class and args.chosen_class in EVERY_CLASS


def given_class(args: argparse.Namespace, config: Architecture) -> int | None:
    """The class to draw; None where there are no classes, and for all in turn.

    Raises :class:`UsageError` for one that there is not.
    """
    if draws_every_class(args):
        config.check_class(0)
        return None
    if args.chosen_class is None:
        return None if config.condition is None else 0
    return config.class_called(args.chosen_class)


def told_text(request: RenderRequest) -> str:
    """Goes on the name of a model: ``, class shirt``, or nothing."""
    return "".join(f", {text}" for text in request.class_texts)


def class_request(args: argparse.Namespace, model: Path, config: Architecture, z: Latent) -> RenderRequest:
    """Pictures of ``z`` (N, z_dim), of the class given. Raises :class:`UsageError` for one that there is not."""
    chosen = given_class(args, config)
    return RenderRequest(model, z, chosen_class=chosen, class_name="" if chosen is None else config.class_names[chosen])


def add_changes(parser: argparse.ArgumentParser, *, in_turn: bool = False, unless_given: str = "the first") -> None:
    """``--class``, ``--edit`` and ``--batch-norm``: what the generator is told, and what is changed in it."""
    add_class(parser, in_turn=in_turn, unless_given=unless_given)
    parser.add_argument(
        "--edit",
        action="append",
        default=[],
        metavar="EDIT",
        help="multiply channels by a gain: block2:17=0 mutes one, block2:3,5-9=1.5@0,0,0.5,1 amplifies some in the "
        "left half, block2:*-17=0 leaves one; may be given several times",
    )
    parser.add_argument(
        "--batch-norm",
        type=batch_size,
        default=None,
        metavar="SIZE",
        help="normalise by the statistics of a batch: each z and SIZE - 1 random others "
        "(default: running, the statistics gathered in training)",
    )


def batch_size(text: str) -> BatchStatistics | None:
    """An argparse type: ``running`` or the size of a batch."""
    return None if text == "running" else BatchStatistics(whole_number(2, LARGEST_BATCH)(text))


def given_edits(args: argparse.Namespace, config: Architecture) -> tuple[Edit, ...]:
    """Every ``--edit``. Raises :class:`UsageError` for one that is not understood or does not fit ``config``."""
    edits = tuple(map(parse_edit, args.edit))
    for edit in edits:
        edit.check(config)
    return edits


def given_request(args: argparse.Namespace, model: Path, config: Architecture, z: Latent) -> RenderRequest:
    """Pictures of ``z`` (N, z_dim) with the changes given. Raises :class:`UsageError` for what does not fit."""
    edits = given_edits(args, config)
    return replace(class_request(args, model, config, z), edits=edits, batch=args.batch_norm)


def add_device(parser: argparse.ArgumentParser) -> None:
    """``--device``."""
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:0 or mps (default: auto)")


def add_film_look(parser: argparse.ArgumentParser) -> None:
    """``--scale``, ``--fps`` and ``--show``, how a film looks; ``scale`` is None where none was given."""
    parser.add_argument(
        "--scale",
        type=whole_number(1, LARGEST_SCALE),
        help=f"how many pixels wide each pixel becomes (default: a film gets {SMALLEST_FILM} pixels, a strip stays 1)",
    )
    parser.add_argument(
        "--fps", type=whole_number(1, FASTEST), default=USUAL_FPS, help=f"frames a second (default: {USUAL_FPS})"
    )
    parser.add_argument(
        "--show",
        default=PICTURE,
        metavar="WHAT",
        help=f"{PICTURE}, the name of a layer such as block2.act, or {WAY}: all from z to the picture "
        f"(default: {PICTURE})",
    )


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """``--data-dir``."""
    parser.add_argument("--data-dir", type=Path, help="look here first for named sets of pictures")


def picture_sides(text: str) -> Sides:
    """An argparse type: any picture size."""
    return _read(read_size, text).sides


def whole_number(minimum: int, maximum: int | None = None) -> Callable[[str], int]:
    """An argparse type: an integer from ``minimum`` to ``maximum``, both included."""
    limits = f"of at least {minimum}" if maximum is None else f"from {minimum} to {maximum}"

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = minimum - 1
        if value < minimum or (maximum is not None and value > maximum):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number {limits}")
        return value

    return parse


def number(minimum: float, maximum: float) -> Callable[[str], float]:
    """An argparse type: a number from ``minimum`` to ``maximum``, both included."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not minimum <= value <= maximum:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {minimum:g} to {maximum:g}")
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


def require_writable(path: Path) -> None:
    """Raises :class:`UsageError` if no file can be written at ``path``; says so before any work is done."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file")
    nearest = next(folder for folder in path.absolute().parents if folder.exists())
    if not nearest.is_dir():
        raise UsageError(f"cannot write {path}: {nearest} is not a folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise UsageError(f"cannot write {path}: you may not write into {nearest}")


def _add_setting(parser: argparse.ArgumentParser, info: SettingInfo) -> None:
    words: dict[str, Any] = {"dest": info.name, "default": argparse.SUPPRESS, "help": _help(info)}
    if info.type is bool:
        parser.add_argument(info.flag, action=argparse.BooleanOptionalAction, **words)
    else:
        parser.add_argument(info.flag, type=_value_type(info), choices=info.choices, metavar=_metavar(info), **words)


def _value_type(info: SettingInfo) -> Callable[[str], Any]:
    reads = info.reads
    return info.type if reads is None else lambda text: _read(reads, text)


def _metavar(info: SettingInfo) -> str:
    return info.type.__name__.upper() if info.reads is None else info.name.rpartition("_")[2].upper()


def _read(reads: Callable[[Any], Value], text: str) -> Value:
    """An error as argparse wants it."""
    try:
        return reads(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _help(info: SettingInfo) -> str:
    default = "" if info.default is None else f" (default: {info.default})"
    return (info.explanation + default).replace("%", "%%")
