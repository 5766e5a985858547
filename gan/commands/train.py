"""``train``: start a run, or resume one, and show how it goes."""

import argparse
import contextlib
import dataclasses
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gan.commands.options import add_data_dir, add_settings, given, whole_number
from gan.commands.progress import show_progress
from gan.commands.report import Report
from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.train.config import LIMITS, TrainConfig
from gan.train.presets import PRESETS
from gan.train.run import Action, Run, SavedState
from gan.train.team import Team, gathered

CHANGEABLE = frozenset({*LIMITS, "device", "threads", "precision", "tensorboard"})


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("train", help="train a DCGAN into a run folder")
    # torchrun takes --run for an abbreviation of an option of its own, wherever it stands.
    parser.add_argument("--run", "--folder", dest="folder", type=Path, required=True, help="folder of the run")
    parser.add_argument(
        "--resume",
        action="store_true",
        help="go on from the run's last saved state; a run that has not begun, of which there is only a config.json, "
        "starts from step 0",
    )
    parser.add_argument(
        "--branch-from", type=Path, metavar="RUN", help="start where another run was, as a branch of it"
    )
    parser.add_argument("--from-step", type=whole_number(0), metavar="N", help="... at this step (default: its newest)")
    add_data_dir(parser)
    add_new_run_options(parser)
    parser.set_defaults(run=run)


def add_new_run_options(parser: argparse.ArgumentParser) -> None:
    """Everything that the config of a new run is made from, as :func:`new_config` does."""
    parser.add_argument("--preset", choices=[preset.name for preset in PRESETS], help="settings to start from")
    add_settings(parser, TrainConfig)
    add_settings(parser, ModelConfig)


def run(args: argparse.Namespace) -> None:
    """Train until a limit or a stop request; Ctrl+C and SIGTERM stop in order, with everything saved."""
    folder: Path = args.folder.absolute()
    goes_on = args.resume or args.branch_from is not None
    with gathered() as team:
        the_run = _shared_run(folder, args, team)
        from gan.train.loop import train

        with show_progress() as progress, _stop_on_signal(the_run), Report() as report:
            for event in train(the_run, resume=goes_on, data_dir=args.data_dir, progress=progress, team=team):
                if team.leads:
                    report.show(event)


def _shared_run(folder: Path, args: argparse.Namespace, team: Team) -> Run:
    """The run that the leader makes or opens; the others open it after that."""
    if not team.leads:
        return Run.open(team.share(folder))
    the_run = _chosen_run(folder, args)
    team.share(folder)
    return the_run


def _chosen_run(folder: Path, args: argparse.Namespace) -> Run:
    if args.from_step is not None and args.branch_from is None:
        raise UsageError("--from-step belongs to --branch-from, which names the run that has that step")
    if args.branch_from is not None and (args.resume or args.preset):
        raise UsageError("--branch-from makes a new run of an old one; leave out --resume and --preset")
    if args.branch_from is not None:
        return branched_run(folder, args)
    return resumed_run(folder, args) if args.resume else new_run(folder, args)


def branched_run(folder: Path, args: argparse.Namespace) -> Run:
    """A run that goes on from a kept state of another, with every setting but the networks' open to change."""
    parent = Run.open(args.branch_from.absolute())
    fixed = sorted(given(args, ModelConfig))
    if fixed:
        raise UsageError(f"a branch keeps its networks; leave out {', '.join(fixed)}")
    state = _state_at(parent, args.from_step)
    config = dataclasses.replace(parent.config, **_given_settings(args))
    _check_device(config)
    return parent.branch(folder, state, config)


def _state_at(parent: Run, step: int | None) -> SavedState:
    states = {state.step: state for state in parent.states()}
    if not states:
        raise UsageError(f"{parent.folder} has no saved state to branch from")
    if step is not None and step not in states:
        raise UsageError(f"{parent.folder} has no state of step {step}; there are {', '.join(map(str, states))}")
    return states[max(states) if step is None else step]


def new_run(folder: Path, args: argparse.Namespace) -> Run:
    """A run of :func:`new_config`."""
    return Run.create(folder, new_config(args))


def new_config(args: argparse.Namespace) -> TrainConfig:
    """The command line's settings; size and colours default to those of the pictures."""
    from gan.data.imagesets import describe

    preset = {entry.name: entry.config.to_dict() for entry in PRESETS}.get(args.preset, {})
    values = preset | _given_settings(args)
    info = describe(values.get("data", TrainConfig.info("data").default))
    model = {"image_size": info.image_size} | preset.get("model", {}) | {"channels": info.channels}
    config = TrainConfig.from_dict(values | {"model": model | given(args, ModelConfig)})
    _check_device(config)
    return config


def resumed_run(folder: Path, args: argparse.Namespace) -> Run:
    """The run in ``folder``; its limits, device, threads and precision may be changed, nothing else.

    One that has not begun is refused as a new one would be, before anything is written.
    """
    if args.preset:
        raise UsageError("a resumed run keeps its settings; leave --preset out, or start a new run")
    the_run = Run.open(folder)
    values = _given_settings(args)
    if values.pop("data", the_run.config.data) != the_run.config.data:
        raise UsageError(f"{folder} was trained on {the_run.config.data}; start a new run for other pictures")
    fixed = sorted((set(values) - CHANGEABLE) | set(given(args, ModelConfig)))
    if fixed:
        raise UsageError(f"a resumed run keeps its {', '.join(fixed)}; leave that out, or start a new run")
    the_run.require_state()
    config = dataclasses.replace(the_run.config, **values)
    if not the_run.has_begun:
        _check(config)
    return the_run.with_config(config)


def _given_settings(args: argparse.Namespace) -> dict[str, Any]:
    """What was given; a limit of one kind lifts those of the other kinds."""
    values = given(args, TrainConfig)
    return {**dict.fromkeys(LIMITS), **values} if any(name in values for name in LIMITS) else values


def _check(config: TrainConfig) -> None:
    from gan.data.imagesets import describe

    describe(config.data)
    _check_device(config)


def _check_device(config: TrainConfig) -> None:
    from gan.devices import pick_device

    pick_device(config.device)


@contextlib.contextmanager
def _stop_on_signal(the_run: Run) -> Iterator[None]:
    def ask(*_: object) -> None:
        the_run.request(Action.STOP)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
