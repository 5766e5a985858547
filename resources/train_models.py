"""Train the generators that come with the program, and put thin copies of their runs into resources/models/.

    python resources/train_models.py --pictures emoji      every model
    python resources/train_models.py mnist --keep runs     one, keeping its whole run in runs/mnist

``emoji`` is trained on a folder of pictures, which ``resources/make_emoji.py`` makes. With ``--keep`` it can be
interrupted: an unfinished run is resumed and a finished one is only bundled.
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
from dataclasses import dataclass, replace
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
from gan.train.recipes import FULL, NARROW, QUICK, SMOOTH, Recipe  # noqa: E402
from gan.train.run import Run, RunState, is_run  # noqa: E402

COUNT = 10_000
"""Pictures that a card's measures are taken from."""


@dataclass(frozen=True)
class Places:
    """Where pictures are: in ``data_dir`` those of named sets, if not in their usual place; ``pictures`` a folder."""

    data_dir: Path | None = None
    pictures: Path | None = None

    @property
    def words(self) -> list[str]:
        """What tells commands of ``data_dir``."""
        return [] if self.data_dir is None else ["--data-dir", str(self.data_dir)]


ANYWHERE = Places()


@dataclass(frozen=True)
class Bundled:
    """How one bundled model is trained; ``history`` is how many snapshots of its run are kept.

    ``about`` says what its pictures are, if they are a folder, which is small and so augmented, and no named set.
    """

    name: str
    image_size: int
    channels: int
    epochs: int
    history: int
    labels: bool = False
    recipe: Recipe = QUICK
    ngf: int = FULL
    about: str = ""

    @property
    def title(self) -> str:
        """What its pictures are called."""
        return self.name.capitalize() if self.about else describe(self.name).title

    @property
    def explanation(self) -> str:
        """What they are, and whose."""
        return self.about or describe(self.name).explanation

    def data(self, places: Places = ANYWHERE) -> str:
        """What it learns from."""
        return str(places.pictures) if self.about else self.name

    def config(self, places: Places = ANYWHERE) -> TrainConfig:
        """The settings of its run."""
        data, model = self.data(places), ModelConfig(self.image_size, self.channels, ngf=self.ngf)
        plain = TrainConfig(data=data, epochs=self.epochs, labels=self.labels, seed=1, threads=1, model=model)
        return self.recipe.applied(replace(plain, augment=bool(self.about)))


BUNDLED = (
    Bundled("mnist", image_size=28, channels=1, epochs=16, history=9),
    Bundled("fashion-mnist", image_size=28, channels=1, epochs=30, history=2, labels=True),
    Bundled("sprites", image_size=32, channels=3, epochs=24, history=2, recipe=SMOOTH, ngf=NARROW),
    Bundled(
        "emoji",
        image_size=64,
        channels=3,
        epochs=80,
        history=2,
        labels=True,
        recipe=SMOOTH,
        ngf=NARROW,
        about="The 3,781 Noto Emoji by Google (Apache License 2.0), sorted by category.",
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and bundle what was named, or all; returns the status of the first command that fails."""
    args = _parsed(arguments)
    with tempfile.TemporaryDirectory(prefix="latentarium-runs-") as temporary:
        for model in args.models:
            folder = (args.keep or Path(temporary)) / model.name
            status = 0 if args.only == "bundle" else train(model, folder, args.places)
            status = status or (0 if args.only == "train" else install(model, folder, args.places))
            if status:
                return status
    return 0


def train(model: Bundled, folder: Path, places: Places = ANYWHERE) -> int:
    """Bring the run in ``folder`` to its end, from wherever it stands; returns the exit status, 1 if it was stopped."""
    if _is_finished(folder):
        print(f"{model.name}: {folder} is finished")
        return 0
    if not is_run(folder):
        Run.create(folder, model.config(places))
    status = command_line(["train", "--run", str(folder), "--resume", *places.words])
    return status or (0 if _is_finished(folder) else 1)


def _is_finished(folder: Path) -> bool:
    return is_run(folder) and Run.open(folder).state() is RunState.FINISHED


def install(model: Bundled, folder: Path, places: Places = ANYWHERE) -> int:
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
    write_whole(target / "README.md", card(model, Run.open(target), places).encode())
    print(f"{model.name}: {target}")
    return 0


def card(model: Bundled, run: Run, places: Places = ANYWHERE) -> str:
    """What a person should know of a bundled generator, in Markdown."""
    ended = next(event for event in reversed(run.events()) if isinstance(event, Finished))
    minutes, classes = round(ended.elapsed / 60), run.config.model.class_names
    found = measured(run, model.data(places), places)
    lines = [
        f"# {model.title}, {model.image_size} pixels",
        "",
        f"- Pictures: {model.explanation}",
        f"- Classes: {', '.join(classes)}" if classes else "- Classes: it was told none",
        f"- Trained for {model.epochs} epochs, {ended.step:,} steps of {run.config.batch_size}, in {minutes} minutes "
        f"on {run.config.threads} thread of a processor",
        f"- Recipe: {model.recipe.name} ({model.recipe.explanation})",
        f"- Command: `python resources/train_models.py {model.name}{' --pictures FOLDER' if model.about else ''}`",
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


def measured(run: Run, data: str, places: Places = ANYWHERE) -> dict[str, Any]:
    """What ``evaluate --json`` says of ``run``, held to ``data``. Raises ``SystemExit`` if it cannot."""
    told, words = io.StringIO(), ["evaluate", str(run.folder), "--data", data, "--count", str(COUNT), "--json"]
    with contextlib.redirect_stdout(told):
        status = command_line([*words, *places.words])
    if status:
        raise SystemExit(status)
    found: dict[str, Any] = json.loads(told.getvalue())
    return found


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    models = {model.name: model for model in BUNDLED}
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"{', '.join(models)} (default: all)")
    parser.add_argument("--data-dir", type=Path, help="look here first for the pictures")
    parser.add_argument("--pictures", metavar="FOLDER", type=Path, help="the pictures of emoji")
    parser.add_argument("--keep", metavar="RUNS_FOLDER", type=Path, help="keep the whole runs in this folder")
    parser.add_argument("--only", choices=("train", "bundle"), help="do only this half; needs --keep")
    args = parser.parse_args(arguments)
    unknown = [name for name in args.names if name not in models]
    if unknown:
        parser.error(f"there is no model {', '.join(unknown)}; there are {', '.join(models)}")
    if args.only and not args.keep:
        parser.error("--only needs --keep, the folder in which the runs stay")
    args.models = [models[name] for name in args.names or models]
    args.places = Places(args.data_dir, args.pictures)
    lacking = [model.name for model in args.models if model.about and args.pictures is None]
    if lacking:
        parser.error(f"{', '.join(lacking)} needs --pictures, the folder to learn from")
    return args


if __name__ == "__main__":
    sys.exit(main())
