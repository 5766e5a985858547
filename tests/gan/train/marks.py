"""The mark of a trainer in a run's folder."""

import json
import os
import socket
import time

from gan.train.run import Run


def mark_trainer(run: Run, *, pid: int, host: str | None = None, age: float = 0.0, minder: int | None = None) -> None:
    """Leave the mark of a trainer whose last heartbeat was ``age`` seconds ago."""
    marker = run.folder / "trainer.json"
    marker.write_text(json.dumps({"pid": pid, "host": host or socket.gethostname(), "minder": minder}))
    os.utime(marker, (time.time() - age, time.time() - age))
