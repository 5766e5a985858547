"""Two networks on equal terms: a fully connected one and a DCGAN that differ in nothing else, as two runs in a folder.

=======================  =================================================
``fully-connected/``     an ordinary run, see :mod:`gan.train.run`
``convolutional/``       another one, of the same settings but for its kind
=======================  =================================================
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gan.data.value_range import AUTO
from gan.model.kinds import KINDS
from gan.train.config import LIMITS, TrainConfig
from gan.train.run import Run, RunError, is_run
from gan.words import tr


@dataclass(frozen=True, eq=False)
class Twins:
    """The ``runs`` below ``folder`` by the names of their kinds, in the order of :data:`KINDS`."""

    folder: Path
    runs: Mapping[str, Run]

    @property
    def config(self) -> TrainConfig:
        """What both have in common; the kind in it is that of one of them."""
        return next(iter(self.runs.values())).config

    def lasting(self, minutes: float) -> "Twins":
        """The same runs, each of which ends after so many minutes from now on. Raises :class:`gan.files.FileError`."""
        limits: dict[str, Any] = {**dict.fromkeys(LIMITS), "minutes": minutes}
        return Twins(self.folder, {kind: run.with_config(replace(run.config, **limits)) for kind, run in self})

    def __iter__(self) -> Iterator[tuple[str, Run]]:
        return iter(self.runs.items())


def twin_configs(config: TrainConfig) -> Mapping[str, TrainConfig]:
    """``config`` once for each kind of networks, by the kind's name."""
    return {kind: replace(config, model=replace(config.model, kind=kind)) for kind in KINDS}


def make_twins(folder: Path, config: TrainConfig) -> Twins:
    """Both runs of ``config`` in a new or empty folder. Raises :class:`RunError` if anything else is in it already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RunError(tr("{folder} is not an empty folder; choose another one for the two networks", folder=folder))
    return Twins(folder, {kind: Run.create(folder / kind, each) for kind, each in twin_configs(config).items()})


def open_twins(folder: Path) -> Twins:
    """The runs below ``folder``; one that is missing, as after a crash between the two, is made like the other.

    Raises :class:`RunError` if there is none, or if they are no twins.
    """
    runs = {kind: Run.open(folder / kind) for kind in KINDS if is_run(folder / kind)}
    if not runs:
        raise RunError(
            tr(
                "{folder} holds no runs of two networks ({usual}); name the folder of a pair",
                folder=folder,
                usual=" and ".join(KINDS),
            )
        )
    wanted = twin_configs(next(iter(runs.values())).config)
    for kind in wanted.keys() - runs.keys():
        runs[kind] = Run.create(folder / kind, wanted[kind])
    for kind, config in wanted.items():
        if _settings(runs[kind].config) != _settings(config):
            raise RunError(
                tr("the runs in {folder} differ in more than their kind, so they cannot be compared", folder=folder)
            )
    return Twins(folder, {kind: runs[kind] for kind in wanted})


def is_pair(folder: Path) -> bool:
    """Whether ``folder`` looks like one of two networks: it has runs that are called like the kinds."""
    return any(is_run(folder / kind) for kind in KINDS)


def pair_of(run: Run) -> Path | None:
    """The folder of the pair that ``run`` belongs to, if it does."""
    folder = run.folder.absolute()
    return folder.parent if folder.name == run.config.model.kind and is_pair(folder.parent) else None


def _settings(config: TrainConfig) -> TrainConfig:
    """All but the limits, and what a trainer finds in the pictures, which the other run may not have seen yet."""
    limits: dict[str, Any] = dict.fromkeys(LIMITS)
    return replace(config, model=replace(config.model, class_names=()), value_range=AUTO, **limits)
