"""Starts, follows and steers one training run, whoever started it; the run's folder is all that it looks at."""

import shutil
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.runs.phase import Phase, phase_of
from app.runs.run_folders import new_run_folder
from app.runs.trainer_process import TrainerProcess, as_typed, launch, train_arguments
from gan.errors import LatentariumError, UsageError
from gan.places import runs_folder
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.event_log import EventTail
from gan.train.events import TrainEvent
from gan.train.own_pictures import placed, require_moved
from gan.train.requests import Action
from gan.train.run import Run
from gan.words import tr

POLL_MS = 100
IDLE_POLL_MS = 1000
REPLAY_MS = 5
REPLAYED_BYTES = 2**17
"""Read at a time from a log that is long already; takes some 15 ms."""
LIFE_EVERY = 10
"""Polls between two looks at whether the trainer lives."""


class RunController(QObject):
    """One run at a time: ``run`` is None until one is started or attached."""

    run_changed = Signal(object)
    """Another :class:`Run`, or None if there is none any more; forget the one before."""
    replayed = Signal(list)
    """What the new run's log holds already, of a long one in several parts; follows ``run_changed``."""
    arrived = Signal(list)
    """New events, in order."""
    phase_changed = Signal(object)
    """The :class:`Phase`; also said of every other run, once its log is replayed."""
    launched = Signal(str)
    """The command line of a trainer that was just started."""
    failed = Signal(str)
    """One line for people."""
    recovered = Signal(str)
    """The same: a run that had failed or was lost goes on, and not because this window started it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._phase = Phase.NONE
        self._tail: EventTail | None = None
        self._process: TrainerProcess | None = None
        self._begun = False
        self._making = False
        self._polls = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @property
    def run(self) -> Run | None:
        """The run that is followed."""
        return self._run

    @property
    def phase(self) -> Phase:
        """What the run is doing."""
        return self._phase

    @property
    def is_busy(self) -> bool:
        """Whether a trainer is at work."""
        return self._phase.active

    @property
    def can_continue(self) -> bool:
        """Whether the run has ended early and its state is saved, or it has not begun."""
        return self._phase.resumable and self._run is not None and self._run.can_resume

    @property
    def can_train_longer(self) -> bool:
        """Whether the run has reached its limit and its state is saved."""
        return self._phase is Phase.FINISHED and self._run is not None and self._run.state_path.is_file()

    @property
    def is_making(self) -> bool:
        """Whether a run is being made that is not there yet; :attr:`run` is still the one before."""
        return self._making

    def make_ready(self) -> None:
        """A run is being made, as by copying a state: it starts. Either :meth:`begin` follows or :meth:`give_up`."""
        self._making = True
        self._set_phase(Phase.STARTING)

    def give_up(self) -> None:
        """The run that was being made will not come."""
        if self._making:
            self._making = False
            self._set_phase(Phase.NONE if self._run is None else phase_of(self._run))

    def train_longer(self, config: TrainConfig) -> None:
        """Go on with the run that has reached its limit, up to those of ``config``.

        Raises :class:`LatentariumError` if another process trains it, or nothing can be written.
        """
        assert self._run is not None
        self._run.require_idle()
        self._run = self._run.with_config(config)
        self._continue(self._run)

    def move_pictures(self, data: str) -> None:
        """The pictures of the run lie in another place now. Raises :class:`LatentariumError` if those are others."""
        assert self._run is not None
        self._run.require_idle()
        require_moved(self._run, data)
        self._run = self._run.with_config(replace(self._run.config, data=placed(data)))

    def start(self, config: TrainConfig) -> None:
        """Train ``config`` in a new run folder. Raises :class:`LatentariumError` if that cannot be started."""
        if not config.has_end:
            raise UsageError(tr("a run needs an end: a number of epochs, steps or minutes"))
        self.begin(Run.create(new_run_folder(config), config))

    def begin(self, run: Run) -> None:
        """Train ``run``, which has just been made: a new one, or a branch of another.

        Raises :class:`LatentariumError` if that cannot be started; the run's folder is then removed again.
        """
        try:
            command = self._launch(run)
        except LatentariumError:
            shutil.rmtree(run.folder, ignore_errors=True)
            self.give_up()
            raise
        self._adopt(run, [], Phase.STARTING)
        self.launched.emit(command)

    def attach(self, run: Run) -> None:
        """Follow ``run``, which may have ended, or be trained by a process that this window did not start."""
        tail = EventTail(run.events_path)
        logged = tail.poll(REPLAYED_BYTES)
        self._process, self._begun = None, True
        self._adopt(run, logged, phase_of(run), tail)

    def expect(self, run: Run, process: TrainerProcess) -> None:
        """Follow ``run``, which ``process``, just started, is about to train, maybe beside others."""
        tail = EventTail(run.events_path)
        logged = tail.poll(REPLAYED_BYTES)
        self._process, self._begun = process, False
        self._adopt(run, logged, Phase.STARTING, tail)

    def detach(self) -> None:
        """Stop looking; the run goes on."""
        self._timer.stop()

    def forget(self) -> None:
        """Follow no run any more; its folder may be gone."""
        self.detach()
        self._run, self._tail, self._process = None, None, None
        self._phase = Phase.NONE
        self.run_changed.emit(None)
        self.replayed.emit([])
        self.phase_changed.emit(Phase.NONE)

    def pause(self) -> None:
        """Hold the run between two steps."""
        self._ask(Action.PAUSE)

    def resume(self) -> None:
        """Go on after a pause, or with a run that was stopped, failed, lost its trainer or has not begun."""
        if self._phase is Phase.PAUSED:
            self._ask(Action.RESUME)
        elif self._run is not None and self.can_continue:
            self._continue(self._run)

    def stop(self) -> None:
        """End the run with everything saved; one that has not begun yet is just ended."""
        if self._phase is Phase.STARTING and self._process is not None:
            self._process.end()
        if self._ask(Action.STOP):
            self._set_phase(Phase.STOPPING)

    def save_snapshot(self) -> None:
        """Have the generator saved now."""
        self._ask(Action.SNAPSHOT)

    def set_learning_rates(self, lr_g: float, lr_d: float) -> None:
        """Both hold from the next step on."""
        self._ask(Action.SET_LR, lr_g=lr_g, lr_d=lr_d)

    def step(self, network: Literal["d", "g"]) -> None:
        """Have one network learn from one batch; a run that trains is paused for it."""
        self._ask(Action.STEP_D if network == "d" else Action.STEP_G)

    def _continue(self, run: Run) -> None:
        try:
            command = self._launch(run)
        except LatentariumError as error:
            self.failed.emit(str(error))
            return
        self._set_phase(Phase.STARTING)
        self.launched.emit(command)

    def _launch(self, run: Run) -> str:
        """The command, as a person would type it, of the trainer that was started."""
        arguments = train_arguments(run.folder)
        self._process = launch(arguments, runs_folder() / ".errors" / f"{run.folder.name}.txt")
        self._begun = False
        return as_typed(arguments)

    def _adopt(self, run: Run, logged: list[TrainEvent], phase: Phase, tail: EventTail | None = None) -> None:
        self._run, self._phase, self._making = run, phase, False
        self._tail = tail or EventTail(run.events_path)
        self.run_changed.emit(run)
        self.replayed.emit(logged)
        self.phase_changed.emit(phase)
        self._set_phase(phase)
        QTimer.singleShot(REPLAY_MS, self, self._replay)

    def _ask(self, action: Action, **values: float) -> bool:
        if self._run is None or self._making or not self._phase.active:
            return False
        try:
            self._run.request(action, **values)
        except LatentariumError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _set_phase(self, phase: Phase) -> None:
        self._timer.start(POLL_MS if phase.active else IDLE_POLL_MS)
        if phase is not self._phase:
            self._phase = phase
            self.phase_changed.emit(phase)

    def look(self) -> None:
        """Take what the run has said since the last look; done ten times a second by itself."""
        if self._making or (self._tail is not None and self._tail.is_behind()):
            return
        self._polls += 1
        # Asked before the log is read, so that a trainer's last events are not taken for missing.
        dead = self._phase.active and self._polls % LIFE_EVERY == 0 and not self._is_alive()
        self._read()
        if dead and self._phase.active:
            self._miss()

    def _replay(self) -> None:
        """Read the rest of a long log piece by piece, so that the window stays smooth."""
        if self._run is None or self._tail is None or not self._tail.is_behind():
            return
        self.replayed.emit(self._tail.poll(REPLAYED_BYTES))
        if self._tail.is_behind():
            QTimer.singleShot(REPLAY_MS, self, self._replay)
        else:  # the run went on meanwhile
            self._set_phase(phase_of(self._run))

    def _read(self) -> None:
        new = self._tail.poll() if self._tail is not None else []
        if not new:
            return
        if self._run is not None and any(isinstance(event, events.Started) for event in new):
            self._run.reread()
        self.arrived.emit(new)
        for event in new:
            self._take(event)

    def _take(self, event: TrainEvent) -> None:
        match event:
            case events.Started():
                self._begin(event.step)
            case events.Stopped():
                self._set_phase(Phase.STOPPED)
            case events.Finished():
                self._set_phase(Phase.FINISHED)
            case events.Failed() if self._is_given_up:
                self._set_phase(Phase.STOPPED)
            case events.Failed():
                self._set_phase(Phase.RESTARTING if self._is_minded() else Phase.FAILED)
                self.failed.emit(tr("training failed: {message}", message=event.message))
            case _ if self._phase is Phase.STOPPING:
                pass
            case events.Resumed():
                self._set_phase(Phase.TRAINING)
            case events.Paused():
                self._set_phase(Phase.PAUSED)
            case events.StepLogged() if self._phase is Phase.LOST:  # it was only silent, as during a suspend
                self._set_phase(Phase.TRAINING)
            case _:
                pass

    def _begin(self, step: int) -> None:
        self._begun = True
        if self._phase in (Phase.FAILED, Phase.LOST, Phase.RESTARTING):
            self.recovered.emit(tr("the run goes on, from step {step}", step=step))
        if self._phase is Phase.STOPPING:  # a trainer forgets what was asked before it began
            self._ask(Action.STOP)
        else:
            self._set_phase(Phase.TRAINING)

    @property
    def _is_given_up(self) -> bool:
        """Whether the run was to end before its trainer had begun; however that ends, it is what was asked for."""
        return self._phase is Phase.STOPPING and not self._begun

    def _is_alive(self) -> bool:
        if self._process is not None:
            return self._process.is_alive()
        return self._run is not None and self._run.is_alive()

    def _is_minded(self) -> bool:
        return self._run is not None and self._run.is_minded()

    def _miss(self) -> None:
        """The trainer is gone: for good, unless what started it starts it again."""
        if not self._is_minded():
            self._bury()
        elif self._phase not in (Phase.RESTARTING, Phase.STOPPING):
            self._set_phase(Phase.RESTARTING)
            self.failed.emit(tr("a process of this run was lost; torchrun starts it again from the last saved state"))

    def _bury(self) -> None:
        if self._is_given_up:
            self._set_phase(Phase.STOPPED)
            return
        words = self._process.last_words() if self._process is not None else ""
        if self._phase is Phase.STARTING:
            self._set_phase(Phase.FAILED)
            self.failed.emit(
                tr("training did not start: {value}", value=words or tr("the trainer ended without a word"))
            )
            return
        stopping = self._phase is Phase.STOPPING
        self._set_phase(Phase.LOST)
        reason = f" ({words})" if words else ""
        what_now = (
            tr("Its last saved state can be continued.") if self.can_continue else tr("It had saved no state yet.")
        )
        self.failed.emit(
            tr(
                "the trainer {text}{reason}; it may have been killed or run out of memory. {what_now}",
                text=tr("was ended before it had saved everything") if stopping else tr("ended without a word"),
                reason=reason,
                what_now=what_now,
            )
        )
