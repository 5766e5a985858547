"""One walk of the robot through the window, from its start to its end, and the report on it."""

import contextlib
import importlib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from app.application import make_application, make_window
from app.arguments import Arguments
from tests.robot.home import kept_at_home, make_files
from tests.robot.robot import Robot
from tests.robot.watch import Fault, Watch, Weight, weigh

if TYPE_CHECKING:
    from app.window.main_window import MainWindow

REST_EVERY = 30.0
"""Seconds of a walk between two rests, at which the process is weighed."""
WARM_UP = 0.2
"""The share of a walk in which caches fill; growth is told from there on."""
MOST_GROWTH = 20e6
"""Bytes; more is a fault."""
LOADED_LATER = ("torchvision", "torch_fidelity", "av", "onnx", "onnxruntime", "onnxscript")
"""What the program imports when it is needed, as far as it is installed; code that is loaded is no growth."""


@dataclass(frozen=True)
class Growth:
    """From ``first``, when caches were full, to ``last``."""

    first: Weight
    last: Weight

    @property
    def written(self) -> int:
        """Bytes."""
        return self.last.written - self.first.written

    def __str__(self) -> str:
        grown = f"{self.written / 1e6:+.1f} MB and {self.last.widgets - self.first.widgets:+} widgets"
        return f"grown by {grown} from {self.first.seconds:.0f} s to {self.last.seconds:.0f} s"


@dataclass
class Report:
    """What there was to see."""

    seed: int
    actions: Counter[str]
    seconds: float
    faults: list[tuple[Fault, int]]
    growth: Growth | None = None

    def lines(self) -> Iterator[str]:
        """For people."""
        done = sum(self.actions.values())
        yield f"seed {self.seed}: {done:,} actions in {self.seconds:.0f} s"
        yield "  " + ", ".join(f"{kind} {count}" for kind, count in sorted(self.actions.items()))
        if self.growth:
            yield f"  {self.growth}"
        for fault, times in self.faults:
            yield f"{fault.kind}, {times}×, first after {fault.after} actions: {fault.text}"
            yield from (f"    {action}" for action in fault.before)
        yield f"{len(self.faults)} faults"


def walk(
    folder: Path,
    seed: int,
    *,
    actions: int | None = None,
    minutes: float | None = None,
    only: frozenset[str] | None = None,
) -> Report:
    """Have the robot do ``actions`` things, or walk for ``minutes``; ``folder`` is its home."""
    application = make_application()
    files = make_files(folder / "files")
    window = make_window(Arguments(device="cpu", size=(1280, 800)), remember=True)
    robot = Robot(window, files, seed, only)
    watch = Watch(robot.happened)
    with watch.watching(), kept_at_home(robot.chance, files, folder / "out"):
        window.show()
        window.open_first(None)
        if minutes and only is None:
            load_everything()
            robot.begin_with_everything()
        pacing = _Pacing(window, robot, watch, actions, 60 * minutes if minutes else None)
        pacing.begin(folder / "rest.json")
        application.exec()
        robot.leave_training()
        window.shut_down()
        growth = grown(pacing.weights, pacing.seconds) if minutes else None
        if growth is not None and growth.written > MOST_GROWTH:
            watch.take("memory", str(growth))
        faults = [(fault, watch.times(fault)) for fault in watch.faults]
    return Report(seed, robot.counts, pacing.seconds, faults, growth)


def load_everything() -> None:
    """Import what the program imports when it is needed."""
    for name in LOADED_LATER:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def grown(weights: list[Weight], seconds: float) -> Growth | None:
    """How a walk of so many ``seconds`` has grown; None if it was too short to tell."""
    warm = [weight for weight in weights if weight.seconds >= WARM_UP * seconds]
    return Growth(warm[0], warm[-1]) if len(warm) >= 2 else None


class _Pacing:
    """One action after the other, each when the one before has had its effect; a rest now and then.

    The next action is called for before the one at hand, which may open a dialog and return only when that is closed.
    """

    SETTLE_MS, PATIENCE = 10, 0.5
    """How often it is asked whether the window is at rest, and seconds after which the robot goes on anyway."""
    REST_PATIENCE = 60.0

    def __init__(
        self, window: "MainWindow", robot: Robot, watch: Watch, actions: int | None, seconds: float | None
    ) -> None:
        self._window, self._robot, self._watch = window, robot, watch
        self._actions, self._limit = actions, seconds
        self._began = self._rested = self._acted = time.monotonic()
        self._resting = False
        self._timer = QTimer(window, interval=self.SETTLE_MS, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._next = self._step
        self.weights: list[Weight] = []

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._began

    def begin(self, rest: Path) -> None:
        """``rest`` is where the session is kept that every rest goes back to.

        Every panel is built first, as what a walk opens for the first time would count as growth.
        """
        self._rest = rest
        for dock in self._window.docks.values():
            _ = dock.panel
        self._window.opening.save_session(rest)
        self._call(self._step)

    def _call(self, what: Callable[[], None]) -> None:
        self._next = what
        self._timer.start()

    def _go_on(self) -> None:
        self._next()

    def _step(self) -> None:
        self._watch.alive()
        if not self._at_rest() and time.monotonic() - self._acted < self.PATIENCE:
            self._call(self._step)
        elif self._is_over() or time.monotonic() - self._rested > REST_EVERY:
            self._take_rest()
        else:
            self._acted = time.monotonic()
            self._call(self._step)
            self._robot.act()

    def _take_rest(self) -> None:
        """Close what is open, go back to the first session, end all work, and weigh the process."""
        if self._robot.close_one():
            self._call(self._take_rest)
            return
        if not self._resting:
            self._resting, self._acted = True, time.monotonic()
            self._robot.rest(self._rest)
        if not self._at_rest() and time.monotonic() - self._acted < self.REST_PATIENCE:
            self._call(self._take_rest)
            return
        if self._at_rest():
            self.weights.append(weigh(self.seconds))
            print(f"at rest: {self.weights[-1]}", flush=True)
        self._resting, self._rested = False, time.monotonic()
        if self._is_over():
            QCoreApplication.exit(0)
        else:
            self._call(self._step)

    def _is_over(self) -> bool:
        if self._actions is not None and self._robot.done >= self._actions:
            return True
        return self._limit is not None and self.seconds >= self._limit

    def _at_rest(self) -> bool:
        service, background = self._window.session._service, self._window.workspace.background
        return not (service._busy or service._pending or background._jobs)
