"""``train``: start a run, or resume one, and show how it goes."""

import argparse
import contextlib
import dataclasses
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gan.commands.options import add_data_dir, add_settings, given, number, whole_number
from gan.commands.progress import show_progress
from gan.commands.report import Report, outliving
from gan.commands.stopping import Asked, stopping
from gan.data.base import Progress
from gan.errors import UsageError
from gan.files import FileError
from gan.model.config import ModelConfig
from gan.settings import Settings
from gan.train.config import LIMITS, TrainConfig
from gan.train.ends import Trained, advice, trained_in, usable_states, used_up
from gan.train.events import Started, Stopped, Warned
from gan.train.gathering import SILENCE_SECONDS, gathered, leave
from gan.train.heartbeat import SILENT_SECONDS
from gan.train.launched import REQUEUE_STATUS, is_launched, most_restarts, restarts
from gan.train.presets import PRESETS
from gan.train.run import Run, RunState, SavedState, is_run
from gan.train.team import Team
from gan.words import marked, tr

HUNG_UP = marked("the terminal was closed; the run goes on, and the window can follow and stop it")
UNREAD = marked("what the trainer prints cannot be written any more; the run goes on, and its log is complete")
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
    parser.add_argument(
        "--hung-after",
        type=number(1, 86_400),
        default=SILENCE_SECONDS,
        metavar="SECONDS",
        help="a process of several that does not answer for so long is taken for hung (default: %(default)g)",
    )
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

    A terminal that is closed (SIGHUP) stops nothing: the run goes on, and its log says so. What a scheduler cuts, by
    SIGUSR1 or by SIGTERM, exits with :data:`REQUEUE_STATUS`. Started again by ``torchrun`` or SLURM, the same command
    goes on from the last saved state.
    """
    folder: Path = args.folder.absolute()
    status = 0
    with gathered(args.hung_after) as team:
        start = _shared_start(folder, args, team)
        if start is not None:
            status = _trained_until(start, args, team)
    leave(team, status)
    if status:
        raise SystemExit(status)


@dataclasses.dataclass(frozen=True)
class _Start:
    """A run, and whether it goes on from its last saved state."""

    run: Run
    goes_on: bool


def _trained_until(start: _Start, args: argparse.Namespace, team: Team) -> int:
    """Train to the end of this sitting; the exit status."""
    from gan.data.packing import PackingCancelledError
    from gan.train.loop import train

    with _shown_progress() as progress, stopping(start.run) as asked, Report() as report:
        try:
            for event in train(start.run, resume=start.goes_on, data_dir=args.data_dir, progress=progress, team=team):
                if isinstance(event, Started):
                    asked.repeat()
                if team.leads:
                    report.show(event)
                    _log_losses(start.run, report, asked)
                if isinstance(event, Stopped) and event.cut:
                    return REQUEUE_STATUS
        except PackingCancelledError:
            if not asked.cut:
                raise
            return REQUEUE_STATUS
    return 0


def _log_losses(the_run: Run, report: Report, asked: Asked) -> None:
    """Keep in the run's log that nobody sees the output any more; said once."""
    told = [HUNG_UP] if asked.hung_up else []
    told += [UNREAD] if report.is_cut_off and not report.cut_off_told else []
    asked.hung_up = False
    report.cut_off_told = report.is_cut_off
    with contextlib.suppress(FileError):  # the run itself will meet a full disk
        for message in told:
            the_run.append(Warned(tr(message)))


@contextlib.contextmanager
def _shown_progress() -> Iterator[Progress | None]:
    """As :func:`show_progress`; a terminal that goes away ends nothing but the bars."""
    with show_progress() as progress:

        def report(what: str, done: int, total: int) -> None:
            assert progress is not None
            with outliving(sys.stderr):
                progress(what, done, total)

        yield None if progress is None else report


def _shared_start(folder: Path, args: argparse.Namespace, team: Team) -> _Start | None:
    """What the leader makes or opens, which the others open after that; None if it is finished already."""
    start: _Start | None = None
    with team.unhurried():
        if team.leads:
            start = _chosen_start(folder, args)
    shared = team.share(None if start is None else (start.run.folder, start.goes_on))
    if shared is None or team.leads:
        return start
    return _Start(Run.open(shared[0]), shared[1])


def _chosen_start(folder: Path, args: argparse.Namespace) -> _Start | None:
    if is_launched() and is_run(folder):
        return _started_again(folder, args)
    return _Start(_chosen_run(folder, args), args.resume or args.branch_from is not None)


def _started_again(folder: Path, args: argparse.Namespace) -> _Start | None:
    """The same command once more: the run goes on, or begins anew if nothing was saved.

    One that has reached its limit is left as it is, and said to be finished.
    """
    the_run = _asked_run(folder, args)
    _wait_for_the_end(the_run)
    trained = _trained(the_run, the_run.state_path, the_run.config)
    reached = used_up(the_run.config, trained) if trained is not None else None
    if reached is not None and the_run.state() is RunState.FINISHED:
        print(f"{folder} has been trained for its {reached} already", flush=True)
        return None
    if again := restarts():
        words = tr(
            "torchrun has started this run again, {again} of at most {most} times", again=again, most=most_restarts()
        )
        the_run.append(Warned(words))
    return _Start(the_run.with_config(the_run.config), the_run.state_path.is_file())


def _wait_for_the_end(the_run: Run) -> None:
    """A trainer that was killed on another machine counts as alive for a while. Raises as ``require_idle``."""
    deadline = time.monotonic() + SILENT_SECONDS + 5
    while the_run.is_alive() and time.monotonic() < deadline:
        time.sleep(0.2)
    the_run.require_idle()


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
    the_run = _asked_run(folder, args)
    the_run.require_idle()
    the_run.require_state()
    if not the_run.has_begun:
        _check(the_run.config)
    if the_run.state() is RunState.FINISHED:
        _require_time_left(str(folder), the_run.config, _trained(the_run, the_run.state_path, the_run.config))
    return the_run.with_config(the_run.config)


def _asked_run(folder: Path, args: argparse.Namespace) -> Run:
    """The run in ``folder`` as it is asked for; nothing is written. Raises :class:`UsageError` if it is another."""
    the_run = Run.open(folder)
    values = _given_settings(args)
    values["data"] = _resumed_data(the_run, values.get("data"))
    fixed = sorted(
        (_others(the_run.config, values) - CHANGEABLE) | _others(the_run.config.model, given(args, ModelConfig))
    )
    if fixed:
        raise UsageError(f"a resumed run keeps its {', '.join(fixed)}; leave that out, or start a new run")
    return Run(folder, dataclasses.replace(the_run.config, **values))


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
