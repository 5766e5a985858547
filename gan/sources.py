"""What the MODEL of a command or of the window means: a bundled name, a file, or a run's best or newest snapshot.

A file may be one that others made: :func:`is_foreign` tells, at once; :func:`foreign_model` opens it, which takes
seconds the first time; :func:`find_model` does both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gan.errors import UsageError
from gan.files import is_there, typed_path
from gan.importing.opening import Import, import_generator, keep_import, kept_import
from gan.layers.opinion import Judge
from gan.model.checkpoint import SUFFIX, discriminator_beside, is_ours
from gan.places import BUNDLED_MODELS
from gan.train.best import best_of, discriminator_of_best
from gan.train.losses import LOSSES
from gan.train.run import Run, is_run
from gan.words import tr

FIRST_MODEL = "fashion-mnist"


@dataclass(frozen=True)
class ModelSource:
    """A generator's file, the name that people know it by, and the run that it belongs to, if any."""

    name: str
    path: Path
    run: Run | None = None

    @property
    def discriminator(self) -> Path | None:
        """That of the run, if it was kept, or what was imported beside the generator.

        The best snapshot of a run has its own, all others have that of the newest.
        """
        if self.run is None:
            paths = [discriminator_beside(self.path)]
        else:
            best = [discriminator_of_best(self.run.folder)] if self.is_best else []
            paths = [*best, self.run.discriminator_path]
        return next((path for path in paths if path.is_file()), None)

    @property
    def is_best(self) -> bool:
        """Whether it is the best snapshot of its run, as far as that was measured."""
        best = None if self.run is None else best_of(self.run)
        return best is not None and best[0].path.absolute() == self.path.absolute()

    @property
    def judge(self) -> Judge:
        """Whom to ask what the pictures look like: :attr:`discriminator`, or that of the run's state.

        Raises :class:`UsageError` where there is none.
        """
        run = self.run
        if self.discriminator is not None:
            return Judge(self.discriminator)
        if run is None:
            raise UsageError(
                tr("there is no discriminator beside {name}; take a generator of a run", name=self.path.name)
            )
        if not run.state_path.is_file():
            raise UsageError(
                tr("the run {name} has kept no discriminator; runs trained from now on do", name=run.folder.name)
            )
        return Judge(run.state_path, config=run.config.model)

    @property
    def scores_are_ratios(self) -> bool:
        """Whether the discriminator was trained so that its scores are logarithms of a density ratio."""
        return self.run is not None and LOSSES[self.run.config.loss].is_ratio


def bundled_models() -> tuple[str, ...]:
    """Names of the generators that come with the program; the one that the window opens on is first."""
    folders = BUNDLED_MODELS.iterdir() if BUNDLED_MODELS.is_dir() else ()
    names = (folder.name for folder in folders if is_run(folder))
    return tuple(sorted(names, key=lambda name: (name != FIRST_MODEL, name)))


def find_model(model: str, tell: Callable[[Import], None] | None = None, *, last: bool = False) -> ModelSource:
    """Resolve ``model``; a file that others made is imported, and ``tell`` is called the first time.

    Of a run it is the best snapshot if that is known, else the newest, which it always is with ``last``.
    Raises :class:`UsageError` if there is no such thing, or no generator in it yet, and :class:`LatentariumError` for
    a foreign file that cannot be opened.
    """
    if model in bundled_models():
        return snapshot_of(Run.open(BUNDLED_MODELS / model), model, last=last)
    path = typed_path(model)
    if not is_there(path):
        names = ", ".join(bundled_models())
        raise UsageError(
            tr(
                "{model!r} is no bundled model ({names}), no {suffix} file and no run folder",
                model=model,
                names=names,
                suffix=SUFFIX,
            )
        )
    if path.is_dir():
        return snapshot_of(Run.open(path), path.name, last=last)
    return foreign_model(path, tell) if is_foreign(path) else ModelSource(path.stem, path, run_of(path))


def is_foreign(path: Path) -> bool:
    """Whether ``path`` is a file that this program did not write; takes no time, and says nothing of what it holds."""
    return path.is_file() and not is_ours(path)


def foreign_model(path: Path, tell: Callable[[Import], None] | None = None) -> ModelSource:
    """The generator in a file that others made: what it was imported as before, or else is read as most likely.

    That takes seconds, and ``tell`` is called with what was found. Raises :class:`LatentariumError`.
    """
    kept = kept_import(path)
    if kept is None:
        found = import_generator(path)
        kept = keep_import(found, found.readings[0])
        if tell is not None:
            tell(found)
    return ModelSource(path.stem, kept)


def snapshot_of(run: Run, name: str, *, last: bool = False) -> ModelSource:
    """The best snapshot of ``run``, or the newest, see :func:`find_model`. Raises :class:`UsageError` without any."""
    best = None if last else best_of(run)
    return newest_of(run, name) if best is None else ModelSource(name, best[0].path, run)


def newest_of(run: Run, name: str) -> ModelSource:
    """The newest snapshot of ``run``. Raises :class:`UsageError` if there is none yet."""
    snapshots = run.snapshots()
    if not snapshots:
        raise UsageError(tr("{folder} has no snapshot yet; train it further", folder=run.folder))
    return ModelSource(name, snapshots[-1].path, run)


def run_of(path: Path) -> Run | None:
    """The run whose ``snapshots`` folder ``path`` lies in, or None."""
    folder = path.absolute().parent.parent
    return Run.open(folder) if path.absolute().parent.name == "snapshots" and is_run(folder) else None
