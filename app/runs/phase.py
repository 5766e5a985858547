"""What a run is doing, as the window tells it."""

from enum import Enum

from gan.train.run import Run, RunState
from gan.words import marked


class Phase(Enum):
    """What the run is doing; the value is for people."""

    NONE = marked("No run")
    STARTING = marked("Starting")
    TRAINING = marked("Training")
    PAUSED = marked("Paused")
    STOPPING = marked("Stopping")
    STOPPED = marked("Stopped")
    FINISHED = marked("Finished")
    FAILED = marked("Failed")
    LOST = marked("Ended without a word")
    RESTARTING = marked("About to start again")

    @property
    def active(self) -> bool:
        """Whether a trainer is at work, or will be without a hand."""
        return self in (Phase.STARTING, Phase.TRAINING, Phase.PAUSED, Phase.STOPPING, Phase.RESTARTING)

    @property
    def resumable(self) -> bool:
        """Whether a run may be started, or go on from its saved state."""
        return self in (Phase.STOPPED, Phase.FAILED, Phase.LOST)


_PHASES = {
    RunState.NEW: Phase.STARTING,
    RunState.RUNNING: Phase.TRAINING,
    RunState.PAUSED: Phase.PAUSED,
    RunState.STOPPED: Phase.STOPPED,
    RunState.FINISHED: Phase.FINISHED,
    RunState.FAILED: Phase.FAILED,
    RunState.LOST: Phase.LOST,
    RunState.RESTARTING: Phase.RESTARTING,
}


def phase_of(run: Run) -> Phase:
    """What ``run`` is doing, from its folder; one that no trainer has begun is stopped."""
    phase = _PHASES[run.state()]
    return Phase.STOPPED if phase is Phase.STARTING and not run.is_alive() else phase
