"""Record the logs that the doctor is tested on: ``python -m tests.gan.train.record_logs [NAME ...]``.

Each is a real run of :mod:`tests.gan.train.sickness`. Kept is what the doctor listens to: every measurement, and of
the logged steps every fifth and the last, at which a run may have exploded. Those in ``logs/`` were recorded on an
Intel Xeon with AVX-512, ``derailed`` on an AMD EPYC. On another processor the same command may give a run that is not
sick, or in another way: look at what it prints before you keep it.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gan.train.events import Diagnosed, Measured, StepLogged, TrainEvent, to_json
from tests.gan.train.sickness import HEALTHY, SICK, watched

LOGS = Path(__file__).with_name("logs")
EVERY = 5


def main(names: Sequence[str]) -> None:
    """Train the runs of these names anew, or all, and replace their logs."""
    LOGS.mkdir(exist_ok=True)
    for name, config in (SICK | HEALTHY).items():
        if names and name not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            events = watched(Path(folder) / "run", config)
        path = LOGS / f"{name}.jsonl"
        path.write_text("".join(f"{to_json(event, 0)}\n" for event in thinned(events)), encoding="utf-8")
        print(f"{name:16}", [(event.step, event.kind) for event in events if isinstance(event, Diagnosed)], flush=True)


def thinned(events: Sequence[TrainEvent]) -> list[TrainEvent]:
    """What is kept of the log of a run."""
    steps = [event for event in events if isinstance(event, StepLogged)]
    kept = {*steps[EVERY - 1 :: EVERY], steps[-1]}
    return [
        _rounded(event) if isinstance(event, StepLogged) else event
        for event in events
        if isinstance(event, Measured) or event in kept
    ]


def _rounded(logged: StepLogged) -> StepLogged:
    """With four significant digits, which are enough."""
    values: dict[str, Any] = asdict(logged)
    floats = {name: value for name, value in values.items() if isinstance(value, float)}
    return StepLogged(**values | {name: float(f"{value:.4g}") for name, value in floats.items()})


if __name__ == "__main__":
    main(sys.argv[1:])
