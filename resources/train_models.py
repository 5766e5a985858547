"""Train the generators that come with the program, and put thin copies of their runs into resources/models/.

    python resources/train_models.py                       every model
    python resources/train_models.py mnist --keep runs     one, keeping its whole run in runs/mnist

With ``--keep`` it can be interrupted: an unfinished run is resumed and a finished one is only bundled.
``--only train`` and ``--only bundle`` do one half, on different machines if need be.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gan.__main__ import main as command_line  # noqa: E402
from gan.places import BUNDLED_MODELS, RESOURCES  # noqa: E402
from gan.train.run import Run, RunState, is_run  # noqa: E402


@dataclass(frozen=True)
class Recipe:
    """How one bundled model is trained; ``history`` is how many snapshots of its run are kept."""

    name: str
    image_size: int
    channels: int
    epochs: int
    history: int

    def options(self) -> list[str]:
        """What ``train`` is told."""
        settings = {
            "data": self.name,
            "image-size": self.image_size,
            "channels": self.channels,
            "epochs": self.epochs,
            "ngf": 64,
            "ndf": 64,
            "batch-size": 64,
            "seed": 1,
        }
        return [word for name, value in settings.items() for word in (f"--{name}", str(value))]


RECIPES = (
    Recipe("mnist", image_size=28, channels=1, epochs=20, history=9),
    Recipe("fashion-mnist", image_size=28, channels=1, epochs=16, history=2),
    Recipe("sprites", image_size=32, channels=3, epochs=30, history=2),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and bundle what was named, or all; returns the status of the first command that fails."""
    args = _parsed(arguments)
    with tempfile.TemporaryDirectory(prefix="latentarium-runs-") as temporary:
        for recipe in args.recipes:
            folder = (args.keep or Path(temporary)) / recipe.name
            status = 0 if args.only == "bundle" else train(recipe, folder, args.data_dir)
            status = status or (0 if args.only == "train" else install(recipe, folder))
            if status:
                return status
    return 0


def train(recipe: Recipe, folder: Path, data_dir: Path | None = None) -> int:
    """Bring the run in ``folder`` to its end, from wherever it stands; returns the exit status, 1 if it was stopped."""
    if _is_finished(folder):
        print(f"{recipe.name}: {folder} is finished")
        return 0
    where = [] if data_dir is None else ["--data-dir", str(data_dir)]
    how = ["--resume"] if is_run(folder) else recipe.options()
    status = command_line(["train", "--run", str(folder), *where, *how])
    return status or (0 if _is_finished(folder) else 1)


def _is_finished(folder: Path) -> bool:
    return is_run(folder) and Run.open(folder).state() is RunState.FINISHED


def install(recipe: Recipe, folder: Path) -> int:
    """Replace ``resources/models/NAME`` by a copy of the run in ``folder``, or leave it if that fails."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=RESOURCES) as temporary:
        new, old = Path(temporary) / recipe.name, Path(temporary) / "old"
        status = command_line(["bundle", str(folder), "--out", str(new), "--history", str(recipe.history)])
        if status:
            return status
        target = BUNDLED_MODELS / recipe.name
        BUNDLED_MODELS.mkdir(exist_ok=True)
        if target.exists():
            shutil.move(target, old)
        shutil.move(new, target)
    print(f"{recipe.name}: {target}")
    return 0


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    recipes = {recipe.name: recipe for recipe in RECIPES}
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"{', '.join(recipes)} (default: all)")
    parser.add_argument("--data-dir", type=Path, help="look here first for the pictures")
    parser.add_argument("--keep", metavar="RUNS_FOLDER", type=Path, help="keep the whole runs in this folder")
    parser.add_argument("--only", choices=("train", "bundle"), help="do only this half; needs --keep")
    args = parser.parse_args(arguments)
    unknown = [name for name in args.names if name not in recipes]
    if unknown:
        parser.error(f"there is no recipe for {', '.join(unknown)}; there are {', '.join(recipes)}")
    if args.only and not args.keep:
        parser.error("--only needs --keep, the folder in which the runs stay")
    args.recipes = [recipes[name] for name in args.names or recipes]
    return args


if __name__ == "__main__":
    sys.exit(main())
