"""``forecast``: how long a run of these settings would take and how much memory it would need."""

import argparse
import dataclasses
import json
from pathlib import Path
from typing import Any

from gan.commands.options import given
from gan.commands.train import add_new_run_options, new_config
from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.places import runs_folder
from gan.train.config import TrainConfig
from gan.train.disk import free_space
from gan.train.run import read_config
from gan.train.wording import clock_text, disk_text, few_steps_text


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("forecast", help="measure how long training would take, and its memory")
    add_new_run_options(parser)
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="take every setting from the config.json of a run instead"
    )
    parser.add_argument("--json", action="store_true", help="print it for programs")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Take a few steps with the settings of ``train``, and print what they say of the whole run."""
    config = _config(args)
    from gan.data.imagesets import picture_count
    from gan.train.forecast import forecast
    from gan.train.labels import expecting_classes

    pictures = picture_count(config.data, config.limit)
    found = forecast(expecting_classes(config), pictures)
    if args.json:
        facts = {"pictures": pictures, **dataclasses.asdict(found), "note": few_steps_text(config, pictures)}
        print(json.dumps(facts))
        return
    print(f"{found.seconds_per_step:.3f} s a step on {found.device}")
    print(f"{clock_text(found.seconds_per_epoch)} an epoch of {pictures} pictures ({found.steps_per_epoch} steps)")
    if found.total_seconds is not None:
        print(f"{clock_text(found.total_seconds)} in all")
    if found.memory is not None:
        print(f"{found.memory / 1e9:.2f} GB of memory")
    if found.disk is not None:
        print(disk_text(found.disk, free_space(runs_folder())))
    if few_steps_text(config, pictures):
        print(few_steps_text(config, pictures))


def _config(args: argparse.Namespace) -> TrainConfig:
    if args.config is None:
        return new_config(args)
    others = [*given(args, TrainConfig), *given(args, ModelConfig), *(["preset"] if args.preset else [])]
    if others:
        raise UsageError(f"--config holds every setting; leave out {', '.join(sorted(others))}")
    return read_config(args.config)
