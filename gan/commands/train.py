"""``train``: start a run, or resume one, and show how it goes."""

import argparse
import contextlib
import dataclasses
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gan.commands.options import add_data_dir, add_settings, given, whole_number
from gan.commands.progress import show_progress
from gan.commands.report import Report, outliving
from gan.commands.stopping import stopping
from gan.data.base import Progress
from gan.errors import UsageError
from gan.files import FileError
from gan.model.config import ModelConfig
from gan.settings import Settings
from gan.train.config import LIMITS, TrainConfig
from gan.train.ends import Trained, advice, trained_in, usable_states, used_up
from gan.train.events import Warned
from gan.train.presets import PRESETS
from gan.train.run import Run, RunState, SavedState
from gan.train.team import Team, gathered, leave

HUNG_UP = "the terminal was closed; the run goes on, and the window can follow and stop it"
UNREAD = "what the trainer prints cannot be written any more; the run goes on, and its log is complete"
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
        "starts from step 0; --data names where its own pictures have been moved to",
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
    """Train until a limit or a stop request; Ctrl+C and SIGTERM stop in order, with everything saved.

    A terminal that is closed (SIGHUP) stops nothing: the run goes on, and its log says so.
    """
    folder: Path = args.folder.absolute()
    goes_on = args.resume or args.branch_from is not None
    with gathered() as team:
        the_run = _shared_run(folder, args, team)
        from gan.train.loop import train

        with _shown_progress() as progress, stopping(the_run) as hung_up, Report() as report:
            for event in train(the_run, resume=goes_on, data_dir=args.data_dir, progress=progress, team=team):
                if team.leads:
                    report.show(event)
                    _log_losses(the_run, report, hung_up)
    leave(team)


def _log_losses(the_run: Run, report: Report, hung_up: threading.Event) -> None:
    """Keep in the run's log that nobody sees the output any more; said once."""
    told = [HUNG_UP] if hung_up.is_set() else []
    told += [UNREAD] if report.is_cut_off and not report.cut_off_told else []
    hung_up.clear()
    report.cut_off_told = report.is_cut_off
    with contextlib.suppress(FileError):  # the run itself will meet a full disk
        for message in told:
            the_run.append(Warned(message))


@contextlib.contextmanager
def _shown_progress() -> Iterator[Progress | None]:
    """As :func:`show_progress`; a terminal that goes away ends nothing but the bars."""
    with show_progress() as progress:

        def report(what: str, done: int, total: int) -> None:
            assert progress is not None
            with outliving(sys.stderr):
                progress(what, done, total)

        yield None if progress is None else report


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
    values = _given_settings(args)
    fixed = sorted([*given(args, ModelConfig), *(_others(parent.config, values) & {"labels"})])
    if fixed:
        raise UsageError(f"a branch keeps its networks; leave out {', '.join(fixed)}")
    state = _state_at(parent, args.from_step)
    config = dataclasses.replace(parent.config, **values)
    _check_device(config)
    _require_time_left(f"a branch from step {state.step}", config, _trained(parent, state.path, config))
    return parent.branch(folder, state, config)


def _state_at(parent: Run, step: int | None) -> SavedState:
    states = {state.step: state for state in usable_states(parent)}
    if not states:
        raise UsageError(f"{parent.folder} has no saved state to branch from")
    if step is not None and step not in states:
        broken = step in (state.step for state in parent.states())
        what = f"the state of step {step} in {parent.folder} is cut off" if broken else ""
        what = what or f"{parent.folder} has no state of step {step}"
        raise UsageError(f"{what}; there are {', '.join(map(str, states))}")
    return states[max(states) if step is None else step]


def _trained(run: Run, state: Path, config: TrainConfig) -> Trained | None:
    """How far ``state`` of ``run`` is, in epochs of ``config``."""
    from gan.data.imagesets import picture_count

    trained, before = trained_in(run, state), run.config
    if trained is None:
        return None
    if (config.data, config.limit, config.batch_size) != (before.data, before.limit, before.batch_size):
        per_epoch = picture_count(config.data, config.limit) // config.batch_size
        trained = dataclasses.replace(trained, per_epoch=max(1, per_epoch))
    return trained


def _require_time_left(what: str, config: TrainConfig, trained: Trained | None) -> None:
    reached = used_up(config, trained) if trained is not None else None
    if trained is not None and reached is not None:
        raise UsageError(f"{what} has used up its {reached}: {advice(config, trained)}")


def new_run(folder: Path, args: argparse.Namespace) -> Run:
    """A run of :func:`new_config`."""
    return Run.create(folder, new_config(args))


def new_config(args: argparse.Namespace) -> TrainConfig:
    """The command line's settings; size and colours default to those of the pictures."""
    from gan.data.imagesets import describe

    chosen = next((preset for preset in PRESETS if preset.name == args.preset), None)
    preset = chosen.config.to_dict() if chosen else {}
    settings, shape = _given_settings(args), given(args, ModelConfig)
    info = describe((preset | settings).get("data", TrainConfig.info("data").default))
    model = {"image_size": info.image_size} | preset.get("model", {}) | {"channels": info.channels}
    if chosen and chosen.fits:
        model["image_size"] = info.image_size
    config = TrainConfig.from_dict(preset | settings | {"model": model | shape})
    if chosen:
        config = dataclasses.replace(chosen.fitted(config), **settings)
        config = dataclasses.replace(config, model=dataclasses.replace(config.model, **shape))
    _check_classes(config)
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
    values["data"] = _resumed_data(the_run, values.get("data"))
    fixed = sorted(
        (_others(the_run.config, values) - CHANGEABLE) | _others(the_run.config.model, given(args, ModelConfig))
    )
    if fixed:
        raise UsageError(f"a resumed run keeps its {', '.join(fixed)}; leave that out, or start a new run")
    the_run.require_idle()
    the_run.require_state()
    config = dataclasses.replace(the_run.config, **values)
    if not the_run.has_begun:
        _check(config)
    if the_run.state() is RunState.FINISHED:
        _require_time_left(str(folder), config, _trained(the_run, the_run.state_path, config))
    return the_run.with_config(config)


def _others(settings: Settings, values: Mapping[str, Any]) -> set[str]:
    """Names of those ``values`` that ``settings`` does not have; where pictures lie may change."""
    return {name for name, value in values.items() if getattr(settings, name) != value} - {"data"}


def _resumed_data(the_run: Run, data: str | None) -> str:
    """The absolute place of the run's pictures: where they were, or where they have been moved to."""
    from gan.train.own_pictures import placed, require_moved, require_place, require_same_pictures

    before = the_run.config.data
    if data is None or data == before or placed(data) == placed(before):
        require_place(the_run)
        require_same_pictures(the_run, before)
        return placed(before)
    require_moved(the_run, data)
    return placed(data)


def _given_settings(args: argparse.Namespace) -> dict[str, Any]:
    """What was given; a limit of one kind lifts those of the other kinds."""
    from gan.train.own_pictures import placed

    values = given(args, TrainConfig)
    if "data" in values:
        values["data"] = placed(values["data"])
    return {**dict.fromkeys(LIMITS), **values} if any(name in values for name in LIMITS) else values


def _check(config: TrainConfig) -> None:
    from gan.data.imagesets import describe

    describe(config.data)
    _check_classes(config)
    _check_device(config)


def _check_classes(config: TrainConfig) -> None:
    from gan.train.labels import expecting_classes

    expecting_classes(config)


def _check_device(config: TrainConfig) -> None:
    from gan.devices import pick_device

    pick_device(config.device)
