"""``compare-kinds``: a fully connected GAN beside the DCGAN, trained for the same time and measured alike."""

import argparse
import dataclasses
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from gan.commands.facts import add_json, print_json, print_table
from gan.commands.options import add_data_dir, add_settings, given, whole_number
from gan.commands.progress import show_progress
from gan.commands.report import outliving
from gan.commands.sides import Side, measured, write_pictures, write_weights
from gan.commands.stopping import stopping
from gan.commands.train import CHANGEABLE, new_config
from gan.data.base import Progress
from gan.errors import UsageError
from gan.measure.evaluation import USUAL_COUNT, Evaluation
from gan.measure.measures import FID, PRECISION, RECALL
from gan.measure.reference import FEWEST
from gan.measure.spaces import SPACES, usual_space
from gan.model.config import ModelConfig
from gan.model.kinds import KINDS
from gan.train.clock import processor_seconds
from gan.train.config import TrainConfig
from gan.train.ends import trained_in, used_up
from gan.train.events import EpochEnded, Stopped
from gan.train.run import Run
from gan.train.twins import Twins, is_pair, make_twins, open_twins
from gan.train.wording import clock_text, line_for

USUAL_MINUTES = 5.0
_OWN = frozenset({"kind", "epochs", "steps"})
"""Settings that are what is compared, or would give the two different times."""
PICTURES, WEIGHTS = "pictures.png", "weights.png"


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser(
        "compare-kinds", help="train a fully connected GAN and the DCGAN for the same time, and measure both"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="folder of the two runs; the same command again goes on with them"
    )
    add_data_dir(parser)
    parser.add_argument(
        "--count",
        type=whole_number(FEWEST),
        default=USUAL_COUNT,
        help=f"pictures of each that are measured (default: {USUAL_COUNT})",
    )
    parser.add_argument("--space", choices=tuple(SPACES), help="the feature space (default: by the pictures' colours)")
    parser.add_argument("--train-only", action="store_true", help="measure nothing, and write no pictures")
    parser.add_argument(
        "--processor-time",
        action="store_true",
        help="count what the processors work for it, per core, instead of minutes on the clock, so that a "
        "busy machine only takes longer; with one thread if --threads says nothing else, as several that share their "
        "cores with other work wait for each other, awake",
    )
    add_json(parser)
    add_settings(parser, TrainConfig, _OWN)
    add_settings(parser, ModelConfig, _OWN)
    parser.set_defaults(run=run, preset=None)


def run(args: argparse.Namespace) -> None:
    """Train both by turns, each for the minutes given, measure both, print the numbers and write the pictures.

    Ctrl+C stops both with everything saved.
    """
    twins = _opened(args) if is_pair(args.out) else _made(args)
    space = SPACES[args.space] if args.space else usual_space(twins.config.model.channels)
    space.check(twins.config.model.channels)
    if not args.train_only:
        _require_enough(twins.config)
    with show_progress() as progress:
        if not _train(twins, args, progress):
            _say(args, "both are stopped, with everything saved; the same command goes on with them")
        elif not args.train_only:
            twins = open_twins(twins.folder)
            sides, real = measured(twins, space, args.count, args.data_dir, twins.config.device, progress)
            _report(args, twins, sides, real)


def _made(args: argparse.Namespace) -> Twins:
    usual = {"minutes": USUAL_MINUTES, **({"threads": 1} if args.processor_time else {})}
    for name, value in usual.items():
        if not hasattr(args, name):
            setattr(args, name, value)
    return make_twins(args.out.absolute(), new_config(args))


def _opened(args: argparse.Namespace) -> Twins:
    """Those in the folder, with what may change as it was given. Raises :class:`UsageError` for anything else."""
    twins = open_twins(args.out.absolute())
    values, shape = given(args, TrainConfig), given(args, ModelConfig)
    before = twins.config
    others = {name for name, value in values.items() if getattr(before, name) != value} - CHANGEABLE
    others |= {name for name, value in shape.items() if getattr(before.model, name) != value}
    if others:
        kept = ", ".join(sorted(others))
        raise UsageError(f"the two networks keep their {kept}; leave that out, or name another --out")
    for _, each in twins:
        each.require_idle()
        each.require_state()
    changed = {kind: each.with_config(dataclasses.replace(each.config, **values)) for kind, each in twins}
    return Twins(twins.folder, changed)


def _require_enough(config: TrainConfig) -> None:
    """Before minutes of training. Raises :class:`UsageError`."""
    from gan.data.imagesets import picture_count

    count = picture_count(config.data, config.limit)
    if count < FEWEST:
        raise UsageError(
            f"{count} pictures are too few to measure by, it takes {FEWEST}; --train-only measures nothing"
        )


def _train(twins: Twins, args: argparse.Namespace, progress: Progress | None) -> bool:
    """Whether both have come to their end."""
    going = [each for _, each in twins if not _is_over(each)]
    seconds = dict.fromkeys((each.folder for each in going), 0)
    total = round(sum(60 * (each.config.minutes or 0) for each in going))
    stopped = False
    if going:
        from gan.train.turns import train_by_turns

        with stopping(*going):
            now = processor_seconds if args.processor_time else time.monotonic
            for each, event in train_by_turns(going, data_dir=args.data_dir, progress=progress, now=now):
                stopped = stopped or isinstance(event, Stopped)
                line = "" if isinstance(event, EpochEnded) else line_for(event)
                if line:
                    _say(args, f"{KINDS[each.config.model.kind].title}: {line}")
                seconds[each.folder] = round(getattr(event, "elapsed", seconds[each.folder]))
                if progress is not None:
                    progress("training both by turns", sum(seconds.values()), total)
    return not stopped


def _is_over(run: Run) -> bool:
    """Whether it has used up its time."""
    trained = trained_in(run, run.state_path) if run.state_path.is_file() else None
    return trained is not None and used_up(run.config, trained) is not None


def _say(args: argparse.Namespace, line: str) -> None:
    if not args.json:
        with outliving(sys.stdout):
            tqdm.write(line, file=sys.stdout)
            sys.stdout.flush()


def _report(args: argparse.Namespace, twins: Twins, sides: Sequence[Side], real: Evaluation) -> None:
    pictures, weights = twins.folder / PICTURES, twins.folder / WEIGHTS
    write_pictures(pictures, sides)
    write_weights(weights, sides)
    if args.json:
        facts = {"data": real.data, "minutes": twins.config.minutes, "seed": twins.config.seed}
        print_json({**facts, "networks": [side.to_dict() for side in sides], "real": real.to_dict()})
        return
    _print(twins.config, sides, real)
    print()
    places = f"{sides[0].title} left, {sides[1].title} right"
    print(f"wrote {pictures}: pictures of the same z, {places}")
    print(f"wrote {weights}: what the first layer of D looks for, {places}")


def _print(config: TrainConfig, sides: Sequence[Side], real: Evaluation) -> None:
    first = sides[0].evaluation
    learned = f"{first.training:,} pictures of {first.data}, seed {config.seed}"
    print(f"\nEach trained for {config.minutes:g} minutes on {learned}.")
    print(f"{first.generated:,} pictures of each, held to these in the feature space {first.space}.")
    print(f"Real pictures are measured alike: {first.held_out_text}.\n")
    rows = [
        ("parameters of G", *(f"{side.parameters[0]:,}" for side in sides), "", ""),
        ("parameters of D", *(f"{side.parameters[1]:,}" for side in sides), "", ""),
        ("time", *(clock_text(side.course.seconds) for side in sides), "", ""),
        ("steps", *(f"{side.course.step:,}" for side in sides), "", ""),
        ("pictures seen", *(f"{side.course.pictures:,}" for side in sides), "", ""),
    ]
    evaluations = [*(side.evaluation for side in sides), real]
    rows += [
        (measure.title, *(measure.value_text(each.values[measure.name]) for each in evaluations), measure.better or "")
        for measure in (FID, PRECISION, RECALL)
    ]
    print_table(("", *(each.name for each in evaluations), ""), rows)
    for warning in dict.fromkeys(warning for each in evaluations for warning in each.warnings):
        print(f"\nMind: {warning}.")
