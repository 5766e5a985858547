"""The menu bar: what the table of actions holds, and what only menus can show."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from app.theme import Theme
from app.toolkit.actions import Action, Actions, Key, Section
from app.toolkit.tool import Purpose, Room
from app.widgets.labels import literal
from app.window.docks import PanelDock
from app.window.settings.settings import LANGUAGE
from app.window.window_actions import PAGE_TEXTS
from gan.words import marked, tr

THEME_TITLES = {Theme.SYSTEM: marked("As the &system"), Theme.LIGHT: marked("&Light"), Theme.DARK: marked("&Dark")}
UNDO = Key(marked("Undo"), "Ctrl+Z", marked("Take back what was done last"))
REDO = Key(marked("Redo"), "Ctrl+Shift+Z", marked("Do again what was taken back"))
Extras = Mapping[Section, Sequence[QAction | QMenu]]
"""What stands at the end of a section, after the actions that were declared for it."""


class Menus:
    """Fills ``bar`` for ``window``, and keeps check marks and greyed entries right.

    Menus only show what can be done now; a shortcut always asks, and ``tell`` is told why not.
    """

    def __init__(
        self, window: QMainWindow, bar: QMenuBar, actions: Actions, extras: Extras, tell: Callable[[str], object]
    ) -> None:
        self._window, self._bar, self._tell = window, bar, tell
        self._declared = {action.name: action for action in actions}
        self.actions = {action.name: self._qt_action(action) for action in actions}
        """By the names that they were declared with."""
        self.menus: dict[str, QMenu] = {}
        for section in Section:
            shown = [self.actions[action.name] for action in actions.in_section(section)]
            self._fill(section, [*shown, *extras.get(section, ())])

    def refresh(self) -> None:
        """Show what can be done now, and what holds."""
        for name, action in self._declared.items():
            why_not = action.why_not()
            self.actions[name].setEnabled(not why_not)
            self.actions[name].setToolTip(literal(why_not))
            if action.checked is not None:
                self.actions[name].setChecked(action.checked())
            if action.done is not None:  # what is still to do has no box to tick
                self.actions[name].setCheckable(action.done())
                self.actions[name].setChecked(action.done())

    @contextmanager
    def showing_now(self) -> Iterator[None]:
        """For the length of a block, what can be done now is enabled, and only that."""
        self.refresh()
        yield
        self._wake()

    def why_not(self, entry: QAction) -> str:
        """Why ``entry``, which is greyed, cannot be chosen now."""
        if entry.isEnabled():
            return ""
        declared = (self._declared[name] for name, action in self.actions.items() if action is entry)
        return next((action.why_not() for action in declared), tr("Nothing to do now"))

    def _fill(self, section: Section, entries: Iterable[QAction | QMenu]) -> None:
        menu = self._menu(section)
        if not menu.isEmpty():
            menu.addSeparator()
        for entry in entries:
            menu.addAction(entry.menuAction() if isinstance(entry, QMenu) else entry)

    def _menu(self, section: Section) -> QMenu:
        if section.menu not in self.menus:
            # Python may lose hold of a menu that the bar has made of a text, while it still stands in the bar.
            menu = self.menus[section.menu] = QMenu(tr(section.menu), self._bar)
            self._bar.addMenu(menu)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.refresh)
            menu.aboutToHide.connect(self._wake)
        return self.menus[section.menu]

    def _qt_action(self, declared: Action) -> QAction:
        action = QAction(declared.text, self._window)
        action.setCheckable(declared.checked is not None)
        if declared.shortcut:
            action.setShortcut(QKeySequence(declared.shortcut))
        action.triggered.connect(lambda: self._run(declared))
        self._window.addAction(action)
        return action

    def _run(self, declared: Action) -> None:
        why_not = declared.why_not()
        if why_not:
            self._tell(tr("{title}: {about}", title=declared.title, about=why_not))
        else:
            declared.run()
        self.refresh()
        self._wake()

    def _wake(self) -> None:
        """A greyed entry would keep its shortcut from asking."""
        for action in self.actions.values():
            action.setEnabled(True)


def undo_actions(stack: QUndoStack, parent: QWidget) -> list[QAction]:
    """Undo and Redo, which say what they would do."""
    undo, redo = stack.createUndoAction(parent, tr("&Undo")), stack.createRedoAction(parent, tr("&Redo"))
    undo.setShortcut(QKeySequence(UNDO.shortcut))
    redo.setShortcuts([QKeySequence(REDO.shortcut), QKeySequence("Ctrl+Y")])
    return [undo, redo]


def choices_menu(title: str, names: Iterable[str], choose: Callable[[str], object], parent: QWidget) -> QMenu:
    """A submenu of names; the chosen one is told."""
    menu = QMenu(title, parent)
    for name in names:
        menu.addAction(name, partial(choose, name))
    return menu


def panels_menu(
    rooms: Iterable[Room], docks: Mapping[str, PanelDock], show: Callable[[str], object], parent: QWidget
) -> QMenu:
    """Panels by page and purpose, with a mark on those that are open.

    Choosing one shows it, or closes it if it is in front.
    """
    menu = QMenu(tr("&Panels"), parent)
    entries = {name: _panel_entry(name, dock, show, menu) for name, dock in docks.items()}
    for room in rooms:
        if room.page is None:
            continue
        tools = {tool.name for tool in room.tools}
        submenu = menu.addMenu(tr(PAGE_TEXTS[room.page]))
        names = [
            name
            for name, dock in docks.items()
            if room.page in dock.declared.areas or (name in tools and not dock.declared.areas)
        ]
        for purpose in (None, *Purpose):
            group = [entries[name] for name in names if docks[name].declared.purpose is purpose]
            if group and purpose is not None:
                submenu.addSection(tr(purpose.title))
            submenu.addActions(group)
    return menu


def _panel_entry(name: str, dock: PanelDock, show: Callable[[str], object], menu: QMenu) -> QAction:
    def mark() -> None:
        entry.setChecked(not dock.isHidden())

    def choose() -> None:
        if dock.is_in_front:
            dock.close()
        else:
            show(name)

    entry = QAction(tr(dock.declared.title), menu)
    entry.setCheckable(True)
    entry.triggered.connect(choose)
    menu.aboutToShow.connect(mark)
    return entry


def themes_menu(choose: Callable[[str], object], current: Callable[[], Theme], parent: QWidget) -> QMenu:
    """A submenu of colours, with a mark on the ``current`` ones; the chosen :class:`Theme` is told."""
    return _marked_menu(tr("&Colours"), THEME_TITLES.items(), choose, current, parent)


def languages_menu(choose: Callable[[str], object], current: Callable[[], str], parent: QWidget) -> QMenu:
    """A submenu of languages, with a mark on the ``current`` choice; the chosen value of the setting is told."""
    return _marked_menu(tr("Lan&guage"), LANGUAGE.choices.items(), choose, current, parent)


def _marked_menu(
    title: str,
    titles: Iterable[tuple[str, str]],
    choose: Callable[[str], object],
    current: Callable[[], str],
    parent: QWidget,
) -> QMenu:
    menu, group = QMenu(title, parent), QActionGroup(parent)
    for value, text in titles:
        action = menu.addAction(tr(text), partial(choose, value))
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)

    def mark() -> None:
        for action in group.actions():
            action.setChecked(action.data() == current())

    menu.aboutToShow.connect(mark)
    mark()
    return menu
