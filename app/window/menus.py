"""The menu bar and its shortcuts."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from app.arguments import Page
from app.explore.export.export_dialog import ExportDialog
from app.log_file import log_path
from app.theme import Theme
from app.window.targets import is_session
from gan.places import runs_folder
from gan.session_file import SUFFIX
from gan.sources import bundled_models

if TYPE_CHECKING:
    from app.window.main_window import MainWindow

SESSIONS = f"Sessions (*{SUFFIX})"
PAGE_TITLES = {Page.EXPLORE: "&Explore", Page.LAYERS: "&Layers", Page.TRAIN: "&Train"}
THEME_TITLES = {Theme.SYSTEM: "As the &system", Theme.LIGHT: "&Light", Theme.DARK: "&Dark"}


class Menus:
    """Builds the menus of ``window`` and keeps their check marks right."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._build_file_menu()
        self._build_edit_menu()
        self._build_view_menu()
        self._build_help_menu()

    def show_page(self, page: Page) -> None:
        """Mark ``page`` as the current one."""
        self.page_actions[page].setChecked(True)

    def _build_file_menu(self) -> None:
        menu = self._window.menu_bar.addMenu("&File")
        _add(menu, "&Open model…", self._open_model, QKeySequence.StandardKey.Open)
        _add(menu, "Open &run…", self._open_run, "Ctrl+Shift+O")
        bundled = menu.addMenu("&Bundled models")
        for name in bundled_models():
            _add(bundled, name, lambda _=False, name=name: self._window.open(name))
        _add(menu, "Train on a &folder of pictures…", self._open_pictures)
        menu.addSeparator()
        _add(menu, "Op&en session…", self._open_session, "Ctrl+Alt+O")
        _add(menu, "Save sess&ion…", self._save_session, "Ctrl+Shift+S")
        menu.addSeparator()
        self.save_action = _add(menu, "&Save picture…", self._save_picture, QKeySequence.StandardKey.Save)
        self.export_action = _add(menu, "E&xport…", self._export, "Ctrl+E")
        menu.addSeparator()
        _add(menu, "&Quit", self._window.close, QKeySequence.StandardKey.Quit)

    def _build_edit_menu(self) -> None:
        """Undo and Redo say what they would do."""
        menu = self._window.menu_bar.addMenu("&Edit")
        stack = self._window.session.undo_stack
        self.undo_action = stack.createUndoAction(self._window, "&Undo")
        self.redo_action = stack.createRedoAction(self._window, "&Redo")
        self.undo_action.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addActions([self.undo_action, self.redo_action])
        menu.addSeparator()
        # Here and not at their buttons, which have no shortcuts while they are behind another tab.
        _add(menu, "Ra&ndom point", self._window.latent.random_button.click, "Ctrl+R")
        _add(menu, "&Keep this point", self._window.favourites.keep_button.click, "Ctrl+D")
        menu.addSeparator()
        self.copy_action = _add(menu, "&Copy the picture", self._copy_picture, "Ctrl+Shift+C")
        _add(menu, "Remove all &edits of channels", self._window.session.edits.clear)

    def _build_view_menu(self) -> None:
        menu = self._window.menu_bar.addMenu("&View")
        pages = QActionGroup(self._window)
        self.page_actions = {}
        for number, (page, title) in enumerate(PAGE_TITLES.items(), 1):
            action = _add(menu, title, lambda _=False, page=page: self._window.show_page(page), f"Ctrl+{number}")
            action.setCheckable(True)
            pages.addAction(action)
            self.page_actions[page] = action
        menu.addSeparator()
        self.panels_menu = menu.addMenu("&Panels")
        for dock in self._window.docks.values():
            self.panels_menu.addAction(dock.toggleViewAction())
        _add(menu, "&Reset this layout", self._window.reset_layout)
        menu.addSeparator()
        self._build_theme_menu(menu.addMenu("&Colours"))

    def _build_theme_menu(self, menu: QMenu) -> None:
        group = QActionGroup(self._window)
        for theme, title in THEME_TITLES.items():
            action = _add(menu, title, lambda _=False, theme=theme: self._window.set_theme(theme))
            action.setCheckable(True)
            action.setChecked(theme is self._window.theme)
            group.addAction(action)

    def _build_help_menu(self) -> None:
        menu = self._window.menu_bar.addMenu("&Help")
        _add(menu, "Open the &log file", lambda: _open_outside(log_path()))
        _add(menu, "Open the folder of &runs", lambda: _open_outside(runs_folder()))
        _add(menu, "&About Latentarium", self._show_about)

    def _open_model(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Open a generator", "", "Generators (*.safetensors)")
        if name:
            self._window.open(name)

    def _open_session(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Open a session", "", SESSIONS)
        if name:
            self._window.open(name)

    def _export(self) -> None:
        ExportDialog(self._window.session, self._window).exec()

    def _copy_picture(self) -> None:
        image = self._window.picture.view.image
        if not image.isNull():
            QGuiApplication.clipboard().setImage(image)

    def _save_session(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the session", f"session{SUFFIX}", SESSIONS)
        if name:
            self._window.save_session(Path(name if is_session(name) else f"{name}{SUFFIX}"))

    def _open_run(self) -> None:
        start = str(runs_folder()) if runs_folder().is_dir() else ""
        folder = QFileDialog.getExistingDirectory(self._window, "Open a training run", start)
        if folder:
            self._window.open(folder)

    def _open_pictures(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, "Choose a folder of pictures to train on")
        if folder:
            self._window.open(folder)

    def _save_picture(self) -> None:
        image = self._window.picture.view.image
        if image.isNull():
            return
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the picture", "picture.png", "PNG pictures (*.png)")
        if name and not image.save(name if name.lower().endswith(".png") else f"{name}.png"):
            self._window.tell(f"cannot write {name}; choose another folder")

    def _show_about(self) -> None:
        QMessageBox.about(
            self._window,
            "About Latentarium",
            "<b>Latentarium</b><p>A laboratory for deep convolutional GANs: move through latent space, open the "
            "generator layer by layer, train one on your own pictures and watch it learn.</p>",
        )


def _add(
    menu: QMenu,
    title: str,
    slot: Callable[..., object],
    shortcut: QKeySequence.StandardKey | str | None = None,
) -> QAction:
    action = menu.addAction(title)
    if shortcut is not None:
        action.setShortcut(QKeySequence(shortcut))
    action.triggered.connect(slot)
    return action


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
