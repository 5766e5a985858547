"""Opens what others have made: works it out beside the window, asks where more than one reading is likely."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.toolkit.saved_parts import Restore, unchanged
from app.toolkit.workspace import Opener, Workspace
from app.window.imports import library
from app.window.imports.process import work_out
from app.window.imports.results import Candidate, WorkedOut
from app.window.session_files import is_session
from app.work.background import Job
from app.work.latest_job import LatestJob
from gan.errors import LatentariumError
from gan.files import is_there, typed_path
from gan.json_file import shaped
from gan.model.architecture import Architecture
from gan.model.layout import Layout
from gan.session_file import SessionFile, SessionFileError, find_referenced, load_session, reference_to
from gan.sources import ModelSource, is_foreign
from gan.words import tr

Use = Callable[[ModelSource], object]
_KEY = "imported"


@dataclass(frozen=True)
class _Origin:
    """What a session keeps of where its generator comes from."""

    path: str
    config: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """A stranger's file that is to be opened, and what is done with the generator.

    ``config`` is the only one that will do. ``anew``: the person wants to choose, whatever was chosen before.
    """

    path: Path
    use: Use
    config: Architecture | None = None
    anew: bool = False


def is_foreign_file(target: str) -> bool:
    """Whether ``target`` is a file that this program did not write; a session is none, whoever wrote it."""
    return not is_session(target) and _is_foreign(typed_path(target))


class Imports(QObject):
    """One file at a time; a newer one ends an older. What is open stays until the new generator is there."""

    choice_wanted = Signal(object, object)
    """(a :class:`WorkedOut` with several readings, those to choose from): :meth:`choose` one."""
    choice_unwanted = Signal()
    """Nobody waits for that choice any more."""
    opened = Signal(object)
    """The :class:`OpenModel` that a person has asked for is open, with its original."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._session = workspace, workspace.session
        self.jobs = LatestJob(workspace.background, self)
        self._wanted: Wanted | None = None
        self._found: WorkedOut | None = None
        self._originals: dict[Path, Path] = {}
        self._take: Callable[[Any], None] = lambda _: None
        self.jobs.succeeded.connect(lambda result: self._take(result))
        self.jobs.failed.connect(self._session.failed)
        workspace.openers.append(Opener(is_foreign_file, self.open))
        workspace.parts.add(self)

    @property
    def original(self) -> Path | None:
        """The stranger's file that the open generator was made of, if it is still there."""
        model = self._session.model
        path = None if model is None else self._originals.get(model.source.path)
        return path if path is not None and is_there(path) else None

    def original_of(self, model: OpenModel) -> Path | None:
        """What ``model`` was made of, as far as is known."""
        return self._originals.get(model.source.path)

    def open(self, target: str) -> None:
        """Open a stranger's file: at once as it was opened before, else as soon as it has been worked out."""
        self.start(Wanted(typed_path(target).absolute(), self._open))

    def open_otherwise(self) -> None:
        """Have the person choose among all readings of the file that the open generator was made of."""
        path = self.original
        if path is None:
            return
        wanted = Wanted(path, self._open, anew=True)
        if self._found is not None and self._found.original == path:
            self.forget()
            self._wanted = wanted
            self.choice_wanted.emit(self._found, self._found.candidates)
        else:
            self.start(wanted)

    def start(self, wanted: Wanted) -> None:
        """Work out a file, and do with the generator what is ``wanted``."""
        self.choice_unwanted.emit()
        self._wanted = wanted
        self._begin(
            tr("Working out what {path} holds", path=wanted.path.name),
            lambda job: _search(job, wanted),
            self._take_found,
        )

    def choose(self, found: WorkedOut, candidate: Candidate) -> None:
        """Take one of the readings, from now on."""
        self._begin(
            tr("Opening {original}", original=found.original.name),
            lambda _: library.keep(found, candidate),
            self._take_file,
        )

    def forget(self) -> None:
        """Something else is opened: end what is under way."""
        self.jobs.forget()
        self._wanted = None
        self.choice_unwanted.emit()

    def shut_down(self) -> None:
        """Remove what was kept in case of another choice."""
        self.forget()
        if self._found is not None:
            self._found.discard()

    def needed_by(self, path: Path, open_session: Use) -> Wanted | None:
        """What has to be worked out before the session ``path`` can be opened; None if nothing has, or nothing can.

        It names a stranger's file, or one that was made of such a file and is there no longer.
        """
        try:
            contents = load_session(path)
            named = Path(contents.model.path)
            if _is_foreign(named):
                same = reference_to(ModelSource(named.name, named)).sha256 == contents.model.sha256
                return Wanted(named, open_session) if same else None
            return None if _is_there(contents, path.parent) else self._again(contents, open_session)
        except LatentariumError:  # opening it says why
            return None

    def to_json(self) -> Mapping[str, Any]:
        """Where the open generator comes from."""
        model = self._session.model
        path = None if model is None else self.original_of(model)
        return {} if model is None or path is None else {_KEY: {"path": str(path), "config": model.config.to_dict()}}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """See :class:`app.toolkit.saved_parts.SavedPart`."""
        origin = _origin_in(values)
        return unchanged if origin is None else lambda: self._remember(Path(origin.path))

    def _again(self, contents: SessionFile, open_session: Use) -> Wanted | None:
        origin = _origin_in(contents.parts)
        if origin is None or not _is_foreign(Path(origin.path)):
            return None
        return Wanted(Path(origin.path), open_session, Layout.from_dict(origin.config))

    def _remember(self, original: Path) -> None:
        if self._session.model is not None:
            self._originals[self._session.model.source.path] = original

    def _begin(self, title: str, work: Callable[[Job], object], take: Callable[[Any], None]) -> None:
        self._take = take
        self.jobs.start(Job(title, work))

    def _take_found(self, result: WorkedOut | Path) -> None:
        if isinstance(result, Path):
            self._take_file(result)
            return
        if self._found is not None:
            self._found.discard()
        self._found = result
        self._decide(result)

    def _decide(self, found: WorkedOut) -> None:
        wanted = self._wanted
        assert wanted is not None
        if wanted.config is not None:
            fitting = [one for one in found.candidates if one.checkpoint.config == wanted.config]
            if fitting:
                self.choose(found, fitting[0])
            else:
                self._session.failed.emit(
                    tr("{path} is not read as it was when this session was saved; open it", path=wanted.path)
                )
        elif wanted.anew or len(found.choices) > 1:
            self.choice_wanted.emit(found, found.candidates if wanted.anew else found.choices)
        else:
            self.choose(found, found.candidates[0])

    def _take_file(self, path: Path) -> None:
        wanted = self._wanted
        assert wanted is not None
        self._originals[path] = wanted.path
        self._session.attempt(lambda: wanted.use(ModelSource(wanted.path.name, path)))

    def _open(self, source: ModelSource) -> None:
        self._workspace.runs.open_source(source)
        assert self._session.model is not None
        self.opened.emit(self._session.model)


def _is_foreign(path: Path) -> bool:
    return is_there(path) and is_foreign(path)


def _search(job: Job, wanted: Wanted) -> WorkedOut | Path:
    kept = None if wanted.anew else library.kept(wanted.path, wanted.config)
    return kept or work_out(wanted.path, lambda: job.report(0, 0))


def _is_there(contents: SessionFile, beside: Path) -> bool:
    try:
        find_referenced(contents.model, beside)
    except SessionFileError:
        return False
    return True


def _origin_in(values: Mapping[str, Any]) -> _Origin | None:
    try:
        return shaped(values[_KEY], _Origin) if _KEY in values else None
    except LatentariumError:
        return None
