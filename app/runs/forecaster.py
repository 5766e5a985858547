"""Measures, in a process of its own, how long a run will take before it is started."""

import json
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.work.background import Job
from app.work.torch_threads import trainer_environment
from gan.errors import LatentariumError
from gan.json_file import parse_json
from gan.places import runs_folder
from gan.program import FOLDER, NO_CONSOLE, module_command, without_name
from gan.train.config import TrainConfig
from gan.train.disk import free_space
from gan.train.wording import disk_text, few_steps_text, span_text
from gan.words import joined, marked, tr

POLL_SECONDS = 0.05
PROGRAM = module_command("gan")


class ForecastError(LatentariumError):
    """A measurement that failed, in the words of the process that tried."""


def forecast_job(config: TrainConfig) -> Job:
    """A job whose result is ``about 12 s an epoch, 2 min in all, 0.6 GB of memory``."""
    return Job(tr("Measuring"), lambda job: _measure(job, config))


def _measure(job: Job, config: TrainConfig) -> str:
    with TemporaryDirectory(prefix="latentarium-") as folder:
        path = Path(folder) / "config.json"
        path.write_text(json.dumps(config.to_dict()), "utf-8")
        output = _output(job, [*PROGRAM, "forecast", "--config", str(path), "--json"])
        facts = parse_json(output, dict[str, Any])
        return forecast_text(facts, few_steps_text(config, facts["pictures"]))


def _output(job: Job, command: list[str]) -> str:
    with subprocess.Popen(
        command,
        cwd=FOLDER,
        env=trainer_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        creationflags=NO_CONSOLE,
    ) as process:
        try:
            while process.poll() is None:
                job.report(0, 0)
                time.sleep(POLL_SECONDS)
        finally:
            process.kill()
        output, errors = process.communicate()
    if process.returncode != 0:
        words = errors.strip().splitlines() or [tr("the measurement ended without a word")]
        raise ForecastError(without_name(words[-1]))
    return output


def forecast_text(facts: Mapping[str, Any], note: str = "") -> str:
    """``about 12 s an epoch, 2 min in all, 0.6 GB of memory``; what cannot be known is left out.

    A ``note``, such as that the pictures are few, follows.
    """
    words = [tr("about {facts} an epoch", facts=span_text(facts["seconds_per_epoch"]))]
    words += (
        [tr("{facts} in all", facts=span_text(facts["total_seconds"]))] if facts["total_seconds"] is not None else []
    )
    words += [tr("{facts:.1f} GB of memory", facts=facts["memory"] / 1e9)] if facts["memory"] else []
    words += [disk_text(facts["disk"], free_space(runs_folder()))] if facts.get("disk") else []
    return joined((joined(words), note), marked("{one}. {other}"))
