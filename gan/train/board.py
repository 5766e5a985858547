"""TensorBoard event files of a run, with the names that the curves have. Needs the extra ``tensorboard``."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gan.errors import UsageError
from gan.train import events
from gan.train.events import TrainEvent

NOT_CURVES = frozenset({"step", "epoch", "elapsed", "request", "share"})


@contextmanager
def board(folder: Path, wanted: bool) -> Iterator[Callable[[TrainEvent], None]]:
    """A function that writes what curves show of an event into ``folder``; one that does nothing if not ``wanted``.

    Raises :class:`UsageError` if TensorBoard is not installed.
    """
    if not wanted:
        yield lambda event: None
        return
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        raise UsageError("TensorBoard files need the package tensorboard: pip install tensorboard") from None
    with SummaryWriter(str(folder)) as writer:

        def write(event: TrainEvent) -> None:
            for name, value, step in scalars(event):
                writer.add_scalar(name, value, step)

        yield write


def scalars(event: TrainEvent) -> list[tuple[str, float, int]]:
    """(name, value, step) of every curve that ``event`` adds to."""
    if isinstance(event, events.Evaluated):
        return [(f"{event.measure} ({event.space})", event.value, event.step)]
    if not isinstance(event, events.StepLogged | events.Measured | events.LearningRatesChanged):
        return []
    values = event.values if isinstance(event, events.Measured) else dataclasses.asdict(event)
    return [(name, value, event.step) for name, value in values.items() if name not in NOT_CURVES and value is not None]
