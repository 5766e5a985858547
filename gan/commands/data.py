"""``data``: what is in a set of pictures."""

import argparse
from collections.abc import Mapping
from typing import Any

import numpy as np

from gan.commands.facts import COLOURS, add_json, print_json, print_text
from gan.commands.options import add_data_dir, output_path, picture_sides, require_writable, whole_number
from gan.commands.progress import show_progress
from gan.data.imagesets import ImageSet, Wanted, describe, load_imageset
from gan.data.pictures import TRAINABLE, PictureFormat
from gan.formats import Content, suffixes, write
from gan.images import Picture, grid
from gan.sizes import read_size

DEFAULT_COUNT = 64
NAMED_IN_TEXT = 10


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("data", help="say what is in a set of pictures")
    parser.add_argument("data", metavar="DATA", help="the name of a set, or a folder, .zip or .npy file of pictures")
    parser.add_argument(
        "--image-size",
        type=picture_sides,
        metavar="SIZE",
        help="pixels of a side, or width x height such as 96x64 (default: the set's own)",
    )
    parser.add_argument("--channels", type=int, choices=TRAINABLE, help="1 or 3 (default: the set's own)")
    add_data_dir(parser)
    add_json(parser)
    parser.add_argument("--out", type=output_path(*suffixes(Content.PICTURE)), help="also write a grid of its pictures")
    parser.add_argument(
        "--count",
        type=whole_number(1),
        default=DEFAULT_COUNT,
        help=f"pictures in the grid (default: {DEFAULT_COUNT})",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Load ``DATA``, print what is in it and write ``--out`` if that is asked for."""
    if args.out is not None:
        require_writable(args.out)
    images = _loaded(args)
    if args.out is not None:
        write(args.out, Content.PICTURE, grid(_shown(images, args.count)))
    facts = data_facts(images)
    if args.json:
        print_json(facts)
    else:
        print_text(_texts(facts))


def data_facts(images: ImageSet) -> dict[str, Any]:
    """Everything as plain values; ``labels`` counts pictures by name and is None for a set without any.

    ``value_range`` is what became black and white, None for pictures with 8 bits.
    """
    return {
        "name": images.name,
        "pictures": len(images),
        "image_size": images.size.sides,
        "channels": images.channels,
        "labels": label_counts(images),
        "factors": sorted(images.factors),
        "value_range": images.value_range or None,
        "source": images.source,
        "unreadable": [{"path": picture.path, "reason": picture.reason} for picture in images.unreadable],
        "skipped": [{"reason": skipped.reason, "files": skipped.count} for skipped in images.skipped],
    }


def label_counts(images: ImageSet) -> dict[str, int] | None:
    """How many pictures carry each label; a label without a name goes by its number."""
    if images.labels is None:
        return None
    counts = np.bincount(images.labels, minlength=len(images.label_names)).tolist()
    names = [*images.label_names, *map(str, range(len(images.label_names), len(counts)))]
    return dict(zip(names, counts, strict=True))


def _shown(images: ImageSet, count: int) -> Picture:
    """At most ``count`` pictures (N, H, W, C), from all over the set."""
    return np.ascontiguousarray(images.spread(count).images.transpose(0, 2, 3, 1))


def _loaded(args: argparse.Namespace) -> ImageSet:
    info = describe(args.data)
    form = PictureFormat(args.image_size or info.image_size, args.channels or info.channels)
    with show_progress() as progress:
        return load_imageset(args.data, form, Wanted(args.data_dir, progress=progress))


def _texts(facts: Mapping[str, Any]) -> dict[str, str]:
    (width, height), channels = read_size(facts["image_size"]), facts["channels"]
    return {
        "name": facts["name"],
        "pictures": f"{facts['pictures']:,}",
        "size": f"{width} x {height}",
        "channels": f"{channels} ({COLOURS[channels]})",
        "labels": _label_text(facts["labels"]),
        "factors": ", ".join(facts["factors"]) or "none",
        "range": facts["value_range"] or "8 bits",
        "source": facts["source"] or "unknown",
        "unreadable": _unreadable_text(facts["unreadable"]),
        "skipped": "\n".join(f"{each['files']:,} {each['reason']}" for each in facts["skipped"]) or "none",
    }


def _label_text(labels: Mapping[str, int] | None) -> str:
    if labels is None:
        return "none"
    counts = [f"{count:,}" for count in labels.values()]
    width = max(map(len, counts), default=0)
    return "\n".join(_first([f"{count:>{width}}  {name}" for count, name in zip(counts, labels, strict=True)]))


def _unreadable_text(unreadable: list[dict[str, str]]) -> str:
    reasons = [f"{picture['path']}: {picture['reason']}" for picture in unreadable]
    return "\n".join([f"{len(reasons):,}", *_first(reasons)]) if reasons else "none"


def _first(lines: list[str]) -> list[str]:
    more = len(lines) - NAMED_IN_TEXT
    return [*lines[:NAMED_IN_TEXT], f"and {more:,} more"] if more > 0 else lines
