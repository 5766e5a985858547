"""Opens and saves what a person asks for, and says in one line what came of it."""

from collections.abc import Callable
from pathlib import Path

from app.arguments import Page
from app.toolkit.workspace import Workspace
from app.window.imports.imports import Imports
from app.window.recent import Recent
from app.window.session_files import is_session
from app.window.window_banner import WindowBanner
from app.window.work import Work
from gan.errors import LatentariumError
from gan.files import typed_path
from gan.sources import FIRST_MODEL, ModelSource


class Opening:
    """Nothing here raises :class:`LatentariumError`: its words are told in ``banner``."""

    def __init__(
        self,
        workspace: Workspace,
        work: Work,
        recent: Recent,
        imports: Imports,
        banner: WindowBanner,
        show_page: Callable[[Page], None],
    ) -> None:
        self._workspace, self._work, self._recent, self._imports = workspace, work, recent, imports
        self._banner, self._show_page = banner, show_page

    def open_first(self, target: str | None) -> None:
        """Open what was asked for at the start, else the work of last time, else the first bundled model."""
        if target is not None and self._workspace.opens_beside(target):
            self.open(FIRST_MODEL)
        opened = self.open(target) if target is not None else self._attempt(self._work.come_back)
        if not opened or self._workspace.session.model is None:
            self._attempt(lambda: self._workspace.runs.open(FIRST_MODEL, follows=target is None or not opened))

    def open(self, target: str) -> bool:
        """Open a model, run, session, picture or folder of pictures; whether that succeeds."""
        if not self._workspace.opens_beside(target):
            self._imports.forget()
        if not is_session(target):
            return self._attempt(lambda: self._workspace.open(target))
        path = typed_path(target)

        def open_it(source: ModelSource | None) -> Page | None:
            page = self._work.open(path, source)
            self._recent.add(path)
            return page

        return self._open_session(path, open_it)

    def open_kept(self, path: Path) -> None:
        """Go on with work that was kept by itself."""
        self._imports.forget()
        self._open_session(path, lambda source: self._work.open_kept(path, source))

    def rescue(self, crashed: Path) -> None:
        """Go on with the work of a window that was killed."""
        self._attempt(lambda: self._work.rescue(crashed))

    def save_session(self, path: Path) -> None:
        """Write the session to a file, and say so."""
        if self._attempt(lambda: self._work.save(path)):
            self._recent.add(path)
            self._banner.tell_of_file(path)

    def _open_session(self, path: Path, open_it: Callable[[ModelSource | None], Page | None]) -> bool:
        """Open it now, or once the generator that others made for it has been worked out again."""
        needed = self._imports.needed_by(path, lambda source: self._attempt(lambda: open_it(source)))
        if needed is None:
            return self._attempt(lambda: open_it(None))
        self._imports.start(needed)
        return True

    def _attempt(self, action: Callable[[], Page | None]) -> bool:
        """Do something that may lead to another page; whether it succeeds."""
        try:
            page = action()
        except LatentariumError as error:
            self._banner.tell(str(error))
            return False
        if page is not None:
            self._show_page(page)
        return True
