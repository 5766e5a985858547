"""Train the generators that come with the program, and put thin copies of their runs into resources/models/.

    python resources/train_models.py                       every model
    python resources/train_models.py mnist --keep runs     one, keeping its whole run in runs/mnist

With ``--keep`` it can be interrupted: an unfinished run is resumed and a finished one is only bundled.
``--only train`` and ``--only bundle`` do one half, on different machines if need be.
"""

import argparse
import contextlib
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gan.__main__ import main as command_line  # noqa: E402
from gan.data.imagesets import describe  # noqa: E402
from gan.files import write_whole  # noqa: E402
from gan.measure.measures import MEASURES  # noqa: E402
from gan.measure.values import Value  # noqa: E402
from gan.model.config import ModelConfig  # noqa: E402
from gan.places import BUNDLED_MODELS, RESOURCES  # noqa: E402
from gan.train.config import TrainConfig  # noqa: E402
from gan.train.events import Finished  # noqa: E402
from gan.train.recipes import QUICK  # noqa: E402
from gan.train.run import Run, RunState, is_run  # noqa: E402

COUNT = 10_000
"""Pictures that a card's measures are taken from."""


@dataclass(frozen=True)
class Bundled:
    """How one bundled model is trained; ``history`` is how many snapshots of its run are kept."""

    name: str
    image_size: int
    channels: int
    epochs: int
    history: int
    labels: bool = False

    @property
    def title(self) -> str:
        """As :attr:`gan.data.base.DataInfo.title` of its pictures."""
        return describe(self.name).title

    def config(self) -> TrainConfig:
        """The settings of its run."""
        model = ModelConfig(self.image_size, self.channels)
        plain = TrainConfig(data=self.name, epochs=self.epochs, labels=self.labels, seed=1, threads=1, model=model)
        return QUICK.applied(plain)


BUNDLED = (
    Bundled("mnist", image_size=28, channels=1, epochs=16, history=9),
    Bundled("fashion-mnist", image_size=28, channels=1, epochs=30, history=2, labels=True),
    Bundled("sprites", image_size=32, channels=3, epochs=30, history=2),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and bundle what was named, or all; returns the status of the first command that fails."""
    args = _parsed(arguments)
    with tempfile.TemporaryDirectory(prefix="latentarium-runs-") as temporary:
        for model in args.models:
            folder = (args.keep or Path(temporary)) / model.name
            status = 0 if args.only == "bundle" else train(model, folder, args.data_dir)
            status = status or (0 if args.only == "train" else install(model, folder, args.data_dir))
            if status:
                return status
    return 0


def train(model: Bundled, folder: Path, data_dir: Path | None = None) -> int:
    """Bring the run in ``folder`` to its end, from wherever it stands; returns the exit status, 1 if it was stopped."""
    if _is_finished(folder):
        print(f"{model.name}: {folder} is finished")
        return 0
    where = [] if data_dir is None else ["--data-dir", str(data_dir)]
    if not is_run(folder):
        Run.create(folder, model.config())
    status = command_line(["train", "--run", str(folder), "--resume", *where])
    return status or (0 if _is_finished(folder) else 1)


def _is_finished(folder: Path) -> bool:
    return is_run(folder) and Run.open(folder).state() is RunState.FINISHED


def install(model: Bundled, folder: Path, data_dir: Path | None = None) -> int:
    """Replace ``resources/models/NAME`` by a copy of the run in ``folder`` and its card, or leave it if that fails."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=RESOURCES) as temporary:
        new, old = Path(temporary) / model.name, Path(temporary) / "old"
        status = command_line(["bundle", str(folder), "--out", str(new), "--history", str(model.history)])
        if status:
            return status
        target = BUNDLED_MODELS / model.name
        BUNDLED_MODELS.mkdir(exist_ok=True)
        if target.exists():
            shutil.move(target, old)
        shutil.move(new, target)
    write_whole(target / "README.md", card(model, Run.open(target), data_dir).encode())
    print(f"{model.name}: {target}")
    return 0


def card(model: Bundled, run: Run, data_dir: Path | None = None) -> str:
    """What a person should know of a bundled generator, in Markdown."""
    ended = next(event for event in reversed(run.events()) if isinstance(event, Finished))
    minutes, classes = round(ended.elapsed / 60), run.config.model.class_names
    found = measured(run, model.name, data_dir)
    lines = [
        f"# {model.title}, {model.image_size} pixels",
        "",
        f"- Pictures: {describe(model.name).explanation}",
        f"- Classes: {', '.join(classes)}" if classes else "- Classes: it was told none",
        f"- Trained for {model.epochs} epochs, {ended.step:,} steps of {run.config.batch_size}, in {minutes} minutes "
        f"on {run.config.threads} thread of a processor",
        f"- Recipe: {QUICK.name} ({QUICK.explanation})",
        f"- Command: `python resources/train_models.py {model.name}`",
        "- Licence of the weights: that of this program",
        "",
        f"{COUNT:,} of its pictures in the feature space {found['models'][0]['space']}, beside new real ones:",
        "",
        "| measure | generated | real |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*lines, *_rows(found), ""])


def _rows(found: dict[str, Any]) -> Iterator[str]:
    (generated,), real = found["models"], found["real"]
    for name, value in generated["values"].items():
        measure = MEASURES[name]
        numbers = (measure.value_text(Value(**value)), measure.value_text(Value(**real["values"][name])))
        yield f"| {measure.title} | {' | '.join(numbers)} |"


def measured(run: Run, data: str, data_dir: Path | None = None) -> dict[str, Any]:
    """What ``evaluate --json`` says of ``run``, held to ``data``. Raises ``SystemExit`` if it cannot."""
    where = [] if data_dir is None else ["--data-dir", str(data_dir)]
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        status = command_line(["evaluate", str(run.folder), "--data", data, "--count", str(COUNT), "--json", *where])
    if status:
        raise SystemExit(status)
    found: dict[str, Any] = json.loads(told.getvalue())
    return found


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    models = {model.name: model for model in BUNDLED}
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"{', '.join(models)} (default: all)")
    parser.add_argument("--data-dir", type=Path, help="look here first for the pictures")
    parser.add_argument("--keep", metavar="RUNS_FOLDER", type=Path, help="keep the whole runs in this folder")
    parser.add_argument("--only", choices=("train", "bundle"), help="do only this half; needs --keep")
    args = parser.parse_args(arguments)
    unknown = [name for name in args.names if name not in models]
    if unknown:
        parser.error(f"there is no model {', '.join(unknown)}; there are {', '.join(models)}")
    if args.only and not args.keep:
        parser.error("--only needs --keep, the folder in which the runs stay")
    args.models = [models[name] for name in args.names or models]
    return args


if __name__ == "__main__":
    sys.exit(main())
