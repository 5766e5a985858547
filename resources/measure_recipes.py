"""Measure what pays: train by several recipes for the same time, and judge the pictures of each.

    python resources/measure_recipes.py                                  every trial that is not in the log yet
    python resources/measure_recipes.py fashion-mnist-5 --seeds 1        one group, first seeds only
    python resources/measure_recipes.py --table                          write the table anew from the log

Runs of the same seed are trained by turns in one process, so that whatever else the machine does holds for all recipes
alike. Their time is what the processor worked for them, as the share of each core; they have one thread, as two that
share their cores with other work wait for each other. Each adds one line to ``resources/recipes/trials.jsonl``;
``resources/recipes/README.md`` shows them as a table.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gan.data.imagesets import describe  # noqa: E402
from gan.files import write_whole  # noqa: E402
from gan.model.config import ModelConfig  # noqa: E402
from gan.places import RESOURCES  # noqa: E402
from gan.records import by_name  # noqa: E402
from gan.train.clock import cores, processor_seconds  # noqa: E402
from gan.train.config import TrainConfig  # noqa: E402
from gan.train.recipes import QUICK, RECIPES, Recipe  # noqa: E402
from gan.train.run import Run  # noqa: E402

FOLDER = RESOURCES / "recipes"
LOG = FOLDER / "trials.jsonl"
MEASURED = ("fid", "precision", "recall")
PICTURES = 10_000
SEEDS = 3

RIVALS = by_name(
    Recipe(
        "hinge",
        "quick with the hinge loss and spectral normalisation instead of BatchNorm in D (Miyato et al., 2018)",
        {**QUICK.settings, "loss": "hinge"},
        {**QUICK.model, "d_norm": "spectral"},
    ),
    Recipe(
        "sndcgan",
        "that paper's discriminator of half the width, its learning rates of 0.0002, decay and average as quick",
        {**QUICK.settings, "loss": "hinge", "lr_g": 2e-4, "lr_d": 2e-4},
        {"d_layout": "sndcgan", "d_norm": "spectral", "ndf": 32},
    ),
    Recipe(
        "relativistic",
        "quick with relativistic pairs, R1 and R2 of weight 1 every fourth step, no norm in D (Huang et al., 2024)",
        {**QUICK.settings, "loss": "relativistic", "r1": 1.0, "r2": 1.0, "penalty_every": 4},
        {**QUICK.model, "d_norm": "none"},
    ),
)
"""What is said to be better and was not, in so short a time: tried, and no recipe of the program."""
TRIED = {**RECIPES, **RIVALS}


@dataclass(frozen=True)
class Group:
    """Trials that compare with each other: the same pictures, size and time, another recipe."""

    data: str
    minutes: float
    image_size: int
    recipes: tuple[str, ...] = tuple(TRIED)

    @property
    def name(self) -> str:
        """What the command line calls it."""
        return f"{self.data}-{self.minutes:g}"

    def config(self, recipe: Recipe, seed: int) -> TrainConfig:
        """The settings of one trial."""
        model = ModelConfig(self.image_size, describe(self.data).channels)
        plain = TrainConfig(data=self.data, epochs=None, minutes=self.minutes, seed=seed, threads=1, model=model)
        return recipe.applied(plain)


@dataclass(frozen=True)
class Trial:
    """One finished run, as a line of the log. ``values`` are of the best generator that the run kept."""

    group: str
    recipe: str
    seed: int
    steps: int
    space: str
    values: dict[str, float]
    machine: str


GROUPS = (
    Group("fashion-mnist", 5, 28),
    Group("fashion-mnist", 30, 28),
    Group("fashion-mnist", 120, 28),
    Group("sprites", 5, 32),
    Group("sprites", 30, 32),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is missing, then write the table."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # a thread that waits is no work
    args = _parsed(arguments)
    if not args.table:
        for group, recipes, seed in _missing(args.groups, args.seeds, _logged()):
            _try(group, recipes, seed, args.data_dir)
    write_whole(FOLDER / "README.md", _page(_logged()).encode())
    return 0


def _missing(groups: Sequence[Group], seeds: int, logged: Sequence[Trial]) -> Iterator[tuple[Group, list[Recipe], int]]:
    """Seed by seed, so that a table of few seeds is whole early."""
    done = {(trial.group, trial.recipe, trial.seed) for trial in logged}
    for group in groups:
        for seed in range(1, seeds + 1):
            recipes = [TRIED[name] for name in group.recipes if (group.name, name, seed) not in done]
            if recipes:
                yield group, recipes, seed


def _try(group: Group, recipes: Sequence[Recipe], seed: int, data_dir: Path | None) -> None:
    """Train by all ``recipes``, then measure and log each."""
    print(f"{group.name}, seed {seed}: {', '.join(recipe.name for recipe in recipes)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="latentarium-trials-") as temporary:
        runs = [Run.create(Path(temporary) / recipe.name, group.config(recipe, seed)) for recipe in recipes]
        with ProcessPoolExecutor(1, get_context("spawn")) as executor:
            executor.submit(_learn, [run.folder for run in runs], data_dir).result()
        for recipe, run in zip(recipes, runs, strict=True):
            _log(_measured(group, recipe, seed, run, data_dir))


def _learn(folders: Sequence[Path], data_dir: Path | None) -> None:
    """Train the runs in ``folders`` by turns, by a clock that counts what the processor works for this process."""
    from gan.train.turns import train_by_turns

    for _ in train_by_turns([Run.open(folder) for folder in folders], data_dir=data_dir, now=processor_seconds):
        pass


def _measured(group: Group, recipe: Recipe, seed: int, run: Run, data_dir: Path | None) -> Trial:
    where = [] if data_dir is None else ["--data-dir", str(data_dir)]
    (found,) = json.loads(_command("evaluate", str(run.folder), "--count", str(PICTURES), "--json", *where))["models"]
    values = {name: round(found["values"][name]["value"], 4) for name in MEASURED}
    steps = max(snapshot.step for snapshot in run.snapshots())
    return Trial(group.name, recipe.name, seed, steps, found["space"], values, _machine())


def _command(*words: str) -> str:
    """What ``python -m gan`` prints. Raises :class:`subprocess.CalledProcessError`."""
    command = [sys.executable, "-m", "gan", *words]
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout


def _machine() -> str:
    import torch

    speaks = torch.backends.cpu.get_cpu_capability()
    return f"{platform.machine()} ({speaks}), {cores()} cores, torch {torch.__version__.split('+')[0]}"


def _logged() -> list[Trial]:
    lines = LOG.read_text().splitlines() if LOG.is_file() else []
    return [Trial(**json.loads(line)) for line in lines]


def _log(trial: Trial) -> None:
    FOLDER.mkdir(exist_ok=True)
    with LOG.open("a") as log:
        log.write(json.dumps(asdict(trial)) + "\n")


def _page(trials: Sequence[Trial]) -> str:
    """The table in Markdown."""
    lines = [
        "# What pays",
        "",
        "The same generator, pictures and time; another discriminator, loss and way to learn. Runs of one seed take",
        "turns, or have a core each at the same time, so all had the same machine. Time is what the processor did for",
        "the one thread of a run, as minutes on each core. Every row is the mean of its seeds, with the lowest and the",
        f"highest; {PICTURES:,} pictures each, of the best generator that a run kept.",
        "",
        "`make recipes` measures it anew; each trial is a line of `trials.jsonl`.",
    ]
    for group in GROUPS:
        of_group = [trial for trial in trials if trial.group == group.name]
        if of_group:
            lines += ["", *_table(group, of_group)]
    lines += ["", "The recipes:", ""]
    lines += [f"- **{recipe.name}**: {recipe.explanation}" for recipe in TRIED.values()] + [""]
    return "\n".join(lines)


def _table(group: Group, trials: Sequence[Trial]) -> Iterator[str]:
    spaces, machines = (sorted({getattr(trial, name) for trial in trials}) for name in ("space", "machine"))
    yield f"## {describe(group.data).title}, {group.image_size} pixels, {group.minutes:g} minutes"
    yield ""
    yield f"Feature space {', '.join(spaces)}; {'; '.join(machines)}."
    yield ""
    yield "| recipe | seeds | steps | FID | precision | recall |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name in group.recipes:
        of_recipe = [trial for trial in trials if trial.recipe == name]
        if of_recipe:
            steps = statistics.mean(trial.steps for trial in of_recipe)
            columns = (_spread([trial.values[measure] for trial in of_recipe]) for measure in MEASURED)
            yield f"| {name} | {len(of_recipe)} | {steps:,.0f} | {' | '.join(columns)} |"


def _spread(values: Sequence[float]) -> str:
    mean = f"{statistics.mean(values):.2f}"
    return mean if len(values) == 1 else f"{mean} ({min(values):.2f} to {max(values):.2f})"


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    groups = {group.name: group for group in GROUPS}
    parser.add_argument("names", metavar="GROUP", nargs="*", help=f"{', '.join(groups)} (default: all)")
    parser.add_argument("--recipes", nargs="+", choices=tuple(TRIED), help="only these recipes")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"seeds of each recipe (default: {SEEDS})")
    parser.add_argument("--data-dir", type=Path, help="look here first for the pictures")
    parser.add_argument("--table", action="store_true", help="train nothing, only write the table")
    args = parser.parse_args(arguments)
    unknown = [name for name in args.names if name not in groups]
    if unknown:
        parser.error(f"there is no group {', '.join(unknown)}; there are {', '.join(groups)}")
    args.groups = [groups[name] for name in args.names or groups]
    if args.recipes:
        args.groups = [replace(group, recipes=tuple(args.recipes)) for group in args.groups]
    return args


if __name__ == "__main__":
    sys.exit(main())
