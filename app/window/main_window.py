"""The window: docks, pages, menus and what stands around them. Wiring only: what there is, is declared by the rooms."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QMenuBar, QSizePolicy, QVBoxLayout, QWidget

from app import theme
from app.arguments import Page
from app.session.open_model import OpenModel
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Room
from app.toolkit.workspace import Workspace
from app.widgets import file_dialogs
from app.window import drops
from app.window.docks import PanelDock
from app.window.guidance import Guidance
from app.window.help.check_banner import CheckBanner
from app.window.help.help import Help
from app.window.imports.import_bar import ImportBar
from app.window.imports.imports import Imports
from app.window.imports.talking import ImportTalk
from app.window.leaving import may_leave
from app.window.menus import Extras, Menus, choices_menu, languages_menu, panels_menu, themes_menu, undo_actions
from app.window.model_choice import ModelChoice
from app.window.opening import Opening
from app.window.page_layouts import PageLayouts
from app.window.page_switch import PageSwitch
from app.window.palette.commands import Command, menu_commands, open_commands, panel_commands
from app.window.palette.last_used import LastUsed
from app.window.palette.palette import Palette
from app.window.panel_keys import PanelKeys, give_keyboard
from app.window.preferences import Preferences
from app.window.purposes import Purposes, PurposeStrip
from app.window.recent import Recent, recent_menu
from app.window.settings.remembered import remembered
from app.window.settings.settings import DEVICE, LANGUAGE, THEME, THREADS, Settings, thread_count
from app.window.settings.settings_dialog import SettingsDialog
from app.window.shortcuts_dialog import ShortcutsDialog
from app.window.statistics_offer import StatisticsOffer
from app.window.status_bar import StatusBar
from app.window.window_actions import open_actions, page_actions, session_actions
from app.window.window_banner import WindowBanner
from app.window.work import Work
from app.window.work_banner import WorkBanner, titled_work
from gan.places import state_folder
from gan.sources import FIRST_MODEL, bundled_models
from gan.words import tr

P = TypeVar("P", bound=QWidget)

SMALLEST_HEIGHT = 400


class MainWindow(QMainWindow):
    """One window on one :class:`Workspace`. ``theme`` and ``page`` override what is remembered."""

    another_wanted = Signal()
    """This window cannot show what was set: another one is to go on where it is."""

    def __init__(
        self,
        workspace: Workspace,
        rooms: Iterable[Room],
        preferences: Preferences,
        *,
        theme: str | None = None,
        page: Page | None = None,
    ) -> None:
        super().__init__()
        self.workspace, self.session = workspace, workspace.session
        rooms = tuple(rooms)
        self.rooms = {room.page: room for room in rooms if room.page is not None}
        workspace.memory = preferences
        self._preferences = preferences
        self._asked_page = page
        self.page = page or preferences.choice("page", Page.EXPLORE)
        self.settings = Settings(preferences, self)
        self.set_theme(theme or self.settings.get(THEME), remember=False)
        self.recent = Recent(preferences)
        file_dialogs.LAST.store = preferences
        self._start_tools(rooms)
        self.imports = Imports(workspace, self)
        self.work = Work(workspace, lambda: self.page, self)
        self._build_ui()
        self._connect()
        self.layouts.restore_geometry()
        self.layouts.restore(self.page)

    def _start_tools(self, rooms: Iterable[Room]) -> None:
        self.docks: dict[str, PanelDock] = {}
        for room in rooms:
            for tool in room.tools:
                state = tool.start(self.workspace)
                if tool.panel is not None:
                    build = partial(tool.panel.build, self.workspace, state)
                    self.docks[tool.name] = PanelDock(tool.name, tool.panel, build, self)

    def _build_ui(self) -> None:
        self.setWindowTitle("Latentarium")
        self.setMinimumHeight(SMALLEST_HEIGHT)  # the width follows from the docks of the page
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self.layouts = PageLayouts(self, self.docks, self.rooms, self._preferences)
        self.purposes = Purposes(self.docks, self.layouts, lambda: self.page)
        self.panel_keys = PanelKeys(self, self.docks)
        self.guidance = Guidance(
            self,
            self.workspace,
            self.docks,
            self.layouts,
            self.work,
            menu=lambda: self.menu_bar,
            page=lambda: self.page,
            show_page=self.show_page,
        )
        self._build_top()
        self.status_bar = StatusBar(self.session)
        self.setStatusBar(self.status_bar)
        self.workspace.work_told.connect(self.status_bar.show_work)
        self.status_bar.panel_wanted.connect(self.go_to_panel)
        self.opening = Opening(self.workspace, self.work, self.recent, self.imports, self.banner, self.show_page)
        self._declare_actions()
        self._build_menus()

    def _build_top(self) -> None:
        """The menu bar and the pages in a row, and below it the line that tells what went wrong."""
        self.menu_bar, self.banner, self.work_banner = QMenuBar(), WindowBanner(), WorkBanner(self.work)
        self.help = Help(self.session, self.workspace.background, self)
        self.check_banner = CheckBanner(self._preferences, self.help.show_about)
        self.import_bar = ImportBar(self.imports)
        self.import_talk = ImportTalk(self.imports, self.session, self.banner, self)
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_top_row())
        for strip in (self.import_bar, self.banner, self.work_banner, self.check_banner):
            layout.addWidget(strip)
        self.setMenuWidget(top)

    def _build_top_row(self) -> QHBoxLayout:
        self.page_switch, self.purpose_strip = PageSwitch(self.rooms), PurposeStrip()
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._top_row = QHBoxLayout()
        self._top_row.setContentsMargins(0, theme.GAP // 2, theme.GAP, theme.GAP // 2)
        self._top_row.setSpacing(theme.GAP)
        self._top_row.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top_row.addWidget(self.page_switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top_row.addSpacing(theme.GAP)
        self._top_row.addWidget(self.purpose_strip, 1)
        return self._top_row

    def _declare_actions(self) -> None:
        self.workspace.actions.add(
            *open_actions(self, self.open),
            *self.import_talk.actions(),
            *session_actions(self, self.opening.save_session, lambda: self.work.saved_as, self.session.why_no_model),
            *page_actions(self.rooms, self.show_page, lambda: self.page),
            Action("layout.reset", tr("&Reset this layout"), self.reset_layout, Section.LAYOUT),
            *self.panel_keys.actions(),
            Action("settings", tr("&Settings…"), self.show_settings, Section.SETTINGS, "Ctrl+,"),
            *self.help.actions(self.show_palette, self.show_shortcuts),
            *self.guidance.actions(),
        )

    def _build_menus(self) -> None:
        self.panels_menu = self.createPopupMenu()
        self._opening_menus = (
            choices_menu(tr("&Bundled models"), bundled_models(), self.open, self),
            self._recent_menu(),
        )
        extras: Extras = {
            Section.OPEN: self._opening_menus,
            Section.UNDO: undo_actions(self.session.undo_stack, self),
            Section.LAYOUT: [
                self.panels_menu,
                themes_menu(self.set_theme, lambda: self.theme, self),
                languages_menu(partial(self.settings.set, LANGUAGE), lambda: self.settings.get(LANGUAGE), self),
            ],
        }
        self.menus = Menus(self, self.menu_bar, self.workspace.actions, extras, self.status_bar.tell)
        others = [self.menus.actions[name] for name in ("open.model", "open.run")]
        self.model_choice = ModelChoice(self.open, self.recent.paths, others)
        self._top_row.addWidget(self.model_choice)

    def createPopupMenu(self) -> QMenu:
        """The same for View > Panels and for a right click on a title."""
        return panels_menu(self.rooms.values(), self.docks, self.show_panel, self)

    def _recent_menu(self) -> QMenu:
        def earlier() -> list[tuple[str, Path]]:
            return [(titled_work(path), path) for path in self.work.earlier()]

        return recent_menu(
            self.recent.paths,
            lambda path: self.open(str(path)),
            earlier,
            self.opening.open_kept,
            self,
        )

    def _connect(self) -> None:
        session, workspace, work = self.session, self.workspace, self.work
        session.model_changed.connect(lambda _, now: self._show_model(now))
        session.failed.connect(self.banner.tell)
        session.written.connect(self.banner.tell_of_file)
        work.failed.connect(self.banner.tell)
        workspace.runs.controller.recovered.connect(self.banner.notice)
        work.titled.connect(self._show_title)
        StatisticsOffer(session, self.banner)
        self._follow_settings()
        self.help.copied.connect(self.banner.notice)
        self.help.checks.known.connect(self.check_banner.tell_of)
        self.work_banner.rescue_wanted.connect(self.opening.rescue)
        workspace.panel_wanted.connect(self.show_panel)
        workspace.panel_unwanted.connect(lambda name: self.docks[name].hide())
        workspace.page_wanted.connect(self.show_page)
        workspace.scene_wanted.connect(self.show_scene)
        for name, dock in self.docks.items():
            dock.closed.connect(partial(workspace.panel_closed.emit, name))
            dock.visibilityChanged.connect(self._show_purposes)
        self.page_switch.chosen.connect(self.show_page)
        self.page_switch.show_page(self.page)
        self.purpose_strip.chosen.connect(self.purposes.turn)
        self.purpose_strip.chosen.connect(self._show_purposes)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_colours)
        if session.model is not None:
            self._show_model(session.model)

    def _follow_settings(self) -> None:
        self.settings.follow(THEME, lambda name: self.set_theme(name, remember=False))
        self.settings.follow(LANGUAGE, lambda _: self.another_wanted.emit())
        self.settings.follow(DEVICE, self.session.set_device)
        self.settings.follow(THREADS, lambda threads: self.session.set_threads(thread_count(threads)))
        self.session.set_threads(thread_count(self.settings.get(THREADS)))

    def panel(self, name: str, kind: type[P] = QWidget) -> P:  # type: ignore[assignment]
        """The panel of the tool called ``name``, which is a ``kind``; built now if it has not been shown yet."""
        panel = self.docks[name].panel
        assert isinstance(panel, kind)
        return panel

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front; one that has no place of its own stands beside the one that it names."""
        dock = self.docks[name]
        _ = dock.panel
        beside = self.docks.get(dock.declared.beside)
        if dock.declared.aside and not dock.isVisible():
            self.layouts.put_aside(dock)
        if beside is not None and not dock.isVisible():
            self._split(beside, dock)
        self.layouts.show(self.page, [dock])
        dock.raise_()

    def _split(self, beside: PanelDock, dock: PanelDock) -> None:
        """Half of the room of ``beside`` for each, once both are there."""
        half = beside.width() // 2
        self.splitDockWidget(beside, dock, Qt.Orientation.Horizontal)
        QTimer.singleShot(0, dock, lambda: self.resizeDocks([beside, dock], [half, half], Qt.Orientation.Horizontal))

    def show_page(self, page: Page) -> None:
        """Change to another layout; the one that is left keeps how it was arranged."""
        if page is not self.page:
            self.layouts.keep(self.page)
            self.page = page
            self.layouts.restore(page)
            self.work.touch()
        self.page_switch.show_page(page)
        self._show_purposes()
        self.menus.refresh()

    def _show_purposes(self) -> None:
        self.purpose_strip.offer(self.purposes.of(self.page))
        self.purpose_strip.show_open(self.purposes.is_open)

    def show_scene(self, page: Page, panels: Sequence[str]) -> None:
        """Change to ``page`` with these panels alone, and what stands aside."""
        self.show_page(page)
        self.layouts.show_alone(page, panels)

    def reset_layout(self) -> None:
        """Arrange the docks of this page as at the first start."""
        self.layouts.reset(self.page)

    def set_theme(self, name: str, *, remember: bool = True) -> None:
        """Dress the window in ``system``, ``light`` or ``dark``; that which is remembered is a setting."""
        chosen = theme.Theme(name) if name in list(theme.Theme) else theme.Theme.SYSTEM
        if remember:
            self.settings.set(THEME, chosen)
        else:
            self.theme = chosen
            theme.apply(chosen)

    def _follow_colours(self) -> None:
        self.set_theme(self.theme, remember=False)

    def go_to_panel(self, name: str) -> None:
        """Show a panel, on its own page if it stands nowhere on this one, and give it the keyboard."""
        dock = self.docks[name]
        if dock.isHidden() and self.page not in dock.declared.areas:
            self.show_page(next(iter(dock.declared.areas), self.page))
        self.show_panel(name)
        # A moment later, as a panel is only then in view.
        QTimer.singleShot(0, dock, lambda: give_keyboard(dock))

    def show_palette(self) -> None:
        """Find a command by a few letters."""
        Palette(self._commands(), LastUsed(self._preferences), self).open_above()

    def _commands(self) -> list[Command]:
        earlier = [(titled_work(path), path) for path in self.work.earlier()]
        return [
            *menu_commands(self.menus, apart=(self.panels_menu, *self._opening_menus)),
            *panel_commands(self.rooms.values(), self.docks, self.go_to_panel),
            *open_commands(bundled_models(), self.recent.paths(), earlier, self.open, self.opening.open_kept),
        ]

    def show_shortcuts(self) -> None:
        """List every shortcut."""
        dialog = ShortcutsDialog(self.workspace.actions, [dock.declared for dock in self.docks.values()], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_settings(self) -> None:
        """Show what can be set and forgotten."""
        things = remembered(self.reset_layout, self.layouts.restore_geometry)
        dialog = SettingsDialog(self.settings, self._preferences, things, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def open_first(self, target: str | None) -> None:
        """Open what was asked for at the start, else the work of last time, else the first bundled model.

        From now on work is kept by itself, and what a window that was killed has left is offered.
        """
        if self._preferences.remembers:
            self.work.start(state_folder() / "work")
        self.help.checks.start()
        self.opening.open_first(target)
        self.show_page(self._asked_page or self.page)
        self.work_banner.offer()

    def welcome(self, target: str | None) -> None:
        """Greet a person who has nothing of their own here yet and asked for nothing, ``target`` being None."""
        model = self.session.model
        untouched = (
            target is None and model is not None and model.source.name == FIRST_MODEL and not self.work.came_back
        )
        self.guidance.welcome(untouched=untouched)

    def open(self, target: str) -> bool:
        """Open a model, run, session, picture or folder of pictures; False, and words in the banner, if that fails."""
        return self.opening.open(target)

    def shut_down(self) -> None:
        """End the threads, with everything kept that was done; a training run goes on."""
        if self.isVisible():
            self._keep_everything()
        self.work.finish()
        self.imports.shut_down()
        self.workspace.shut_down()

    def _show_model(self, model: OpenModel) -> None:
        self.recent.add_model(model, self.imports.original_of(model))
        self.model_choice.show_model(model)
        self._show_title()

    def _show_title(self) -> None:
        """What is open, before it the session's name, and a mark on what is not saved."""
        model, path, mark = self.session.model, self.work.saved_as, "[*]" if self.work.changed else ""
        names = [*([path.stem] if path is not None else []), *([model.title] if model is not None else [])]
        if names:
            names[0] += mark
        self.setWindowTitle(" – ".join([*names, "Latentarium"]))
        self.setWindowModified(bool(names and mark))

    def _keep_everything(self) -> None:
        self.layouts.keep(self.page)
        self.layouts.keep_geometry()
        self._preferences.set("page", (self.guidance.trial.page or self.page).value)
        self.work.flush()

    def showEvent(self, event: QShowEvent) -> None:
        if self.focusWidget() is None:  # else the first button of the window would have the keyboard
            self.setFocus()
        QTimer.singleShot(0, self, lambda: self.layouts.fit(self.page))

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.panel_keys.order_stops()
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        if may_leave(self.workspace.runs.controller, self):
            self._keep_everything()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and drops.is_wanted(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        drops.open_dropped(event.mimeData(), self.open, self.banner.tell)
