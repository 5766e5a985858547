"""What viewers ask of a running training, obeyed between two steps and answered by events."""

import time
from collections.abc import Generator, Iterator
from typing import Literal

from gan.errors import UsageError
from gan.settings import checked
from gan.train import events
from gan.train.batches import Feed
from gan.train.clock import Clock
from gan.train.config import TrainConfig
from gan.train.events import TrainEvent
from gan.train.keeping import Keeper
from gan.train.requests import HURRIED, Action, Request
from gan.train.run import Run
from gan.train.team import Team
from gan.train.trainer import Trainer
from gan.words import tr

PAUSE_POLL_SECONDS = 0.05

Obeying = Generator[TrainEvent, None, None]


class Steering:
    """Obeys the requests of one sitting. ``stopped`` tells that the run has been asked to stop, and has."""

    def __init__(self, run: Run, trainer: Trainer, feed: Feed, keeper: Keeper, clock: Clock, team: Team) -> None:
        self._run, self._trainer, self._feed, self._keeper, self._clock = run, trainer, feed, keeper, clock
        self._team = team
        self._answered: set[int] = set()
        self._paused = False
        self._steps_of_d = 0
        self.stopped = False

    def obey(self) -> Iterator[TrainEvent]:
        """Answer everything that is new; while the run is paused, wait for more."""
        yield from self._obey_new()
        while self._paused and not self.stopped:
            time.sleep(PAUSE_POLL_SECONDS)
            yield from self._obey_new()

    def _obey_new(self) -> Obeying:
        for request in self._new_requests():
            if request.id not in self._answered and not self.stopped:
                self._answered.add(request.id)
                yield from self._obey_one(request)

    def _new_requests(self) -> tuple[Request, ...]:
        """Those that the leader has found, for all; that there are none, as after most steps, is told at least cost."""
        requests = self._run.requests() if self._team.leads else ()
        new = tuple(request for request in requests if request.id not in self._answered)
        return self._team.share(new) if self._team.share_number(len(new)) else ()

    def _obey_one(self, request: Request) -> Obeying:
        match request.action:
            case Action.PAUSE:
                yield self._pause(request.id)
            case Action.RESUME:
                yield self._resume(request.id)
            case Action.STOP:
                yield from self._stop(request)
            case Action.SNAPSHOT:
                yield self._keeper.save_snapshot(request.id)
            case Action.SET_LR:
                yield self._set_learning_rates(request)
            case Action.STEP_D:
                yield from self._step("d", request.id)
            case Action.STEP_G:
                yield from self._step("g", request.id)

    def _pause(self, request: int | None) -> TrainEvent:
        if not self._paused:
            self._paused = True
            self._steps_of_d = 0
            self._clock.stop()
            self._keeper.save_state()
        return events.Paused(self._trainer.step, request)

    def _resume(self, request: int) -> TrainEvent:
        if self._paused:
            self._paused = False
            self._clock.go()
        return events.Resumed(self._trainer.step, request)

    def _stop(self, request: Request) -> Obeying:
        cut = HURRIED in request.values
        yield from self._keeper.save_everything(hurried=cut)
        self.stopped = True
        yield events.Stopped(self._trainer.step, self._clock.elapsed, request.id, cut)

    def _set_learning_rates(self, request: Request) -> TrainEvent:
        lr_g, lr_d = self._trainer.learning_rates
        lr_g, lr_d = request.values.get("lr_g", lr_g), request.values.get("lr_d", lr_d)
        try:
            for name, value in (("lr_g", lr_g), ("lr_d", lr_d)):
                checked(TrainConfig.info(name), value)
        except UsageError as error:
            return events.Warned(tr("learning rates are as before: {error}", error=error), request.id)
        self._trainer.learning_rates = lr_g, lr_d
        return events.LearningRatesChanged(self._trainer.step, lr_g, lr_d, request.id, round(self._trainer.lr_share, 4))

    def _step(self, network: Literal["d", "g"], request: int) -> Obeying:
        """D's first step after one of G takes the batch that an ordinary step would, each further one the next."""
        if not self._paused:
            yield self._pause(None)
        batch = self._feed.batch(self._trainer.step + (self._steps_of_d if network == "d" else 0))
        samples = self._keeper.draw_stepping(request, "before")
        before = self._trainer.scores(*batch)
        self._trainer.learn_half(network, *batch)
        self._steps_of_d = self._steps_of_d + 1 if network == "d" else 0
        after = self._trainer.scores(*batch)
        samples_after = samples if network == "d" else self._keeper.draw_stepping(request, "after")
        yield events.StepTaken(self._trainer.step, network, before, after, samples, samples_after, request)
