"""What was opened last: sessions, models and runs, for the menu."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.session.open_model import OpenModel
from app.widgets.labels import literal, no_key
from app.window.preferences import Preferences
from gan.files import is_there
from gan.json_file import JsonError, parse_json
from gan.places import BUNDLED_MODELS
from gan.words import tr

MOST = 12
_KEY = "recent"


class Recent:
    """Files and run folders, the newest first. What comes with the program has a menu of its own."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def paths(self) -> list[Path]:
        """Those that are still there."""
        return [path for path in self._known() if is_there(path)]

    def add(self, path: Path) -> None:
        """Put ``path`` first."""
        path = path.expanduser().absolute()
        known = self._known()
        if known[:1] != [path]:
            newest = [path, *(other for other in known if other != path)][:MOST]
            self._preferences.set(_KEY, json.dumps(list(map(str, newest))))

    def add_model(self, model: OpenModel, original: Path | None = None) -> None:
        """Put the model's run first, or its file if it belongs to none, or the ``original`` that it was made of."""
        path = original or (model.source.path if model.source.run is None else model.source.run.folder)
        if not path.absolute().is_relative_to(BUNDLED_MODELS):
            self.add(path)

    def _known(self) -> list[Path]:
        try:
            return list(map(Path, parse_json(self._preferences.get(_KEY, "[]"), list[str])))
        except JsonError:
            return []


def recent_menu(
    paths: Callable[[], list[Path]],
    open_path: Callable[[Path], object],
    earlier: Callable[[], list[tuple[str, Path]]],
    open_earlier: Callable[[Path], object],
    parent: QWidget,
) -> QMenu:
    """A submenu of what was opened last and, below, of work that gave way to other work, by title."""
    menu = QMenu(tr("Open re&cent"), parent)
    menu.setToolTipsVisible(True)

    def fill() -> None:
        menu.clear()
        for path in paths():
            menu.addAction(no_key(path.name), partial(open_path, path)).setToolTip(literal(str(path)))
        menu.addSeparator()
        for title, path in earlier():
            menu.addAction(no_key(title), partial(open_earlier, path)).setToolTip(literal(str(path)))
        if menu.isEmpty():
            menu.addAction(tr("Nothing yet")).setEnabled(False)

    menu.aboutToShow.connect(fill)
    fill()
    return menu
