"""The settings of the window: one table, each can be put back, and what is remembered can be forgotten."""

import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme, is_dark
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.settings.remembered import remembered
from app.window.settings.settings import DEVICE, SETTINGS, THEME, THREADS, Setting, Settings, thread_count
from app.window.settings.settings_dialog import SettingsDialog
from tests.app.conftest import make_workspace


def opened(window: MainWindow) -> SettingsDialog:
    window.menus.actions["settings"].trigger()
    found = window.findChild(SettingsDialog)
    assert found is not None
    return found


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    return opened(window)


def choose(dialog: SettingsDialog, setting: Setting, value: str) -> None:
    """As a person does."""
    box = dialog.boxes[setting.key]
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize("kept", ["", "blue", "cuda:7", "-3", "1e9", "auto\n"])
def test_what_cannot_be_chosen_is_as_usual(qapp: object, kept: str) -> None:
    preferences = Preferences()
    for setting in SETTINGS:
        preferences.set(setting.key, kept)
        assert Settings(preferences).get(setting) == setting.usual


def test_keys_are_used_once() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    assert [thread_count(value) for value in ("auto", "1", "4")] == [0, 1, 4]


def test_colours_hold_at_once_and_are_put_back(window: MainWindow, dialog: SettingsDialog) -> None:
    reset = dialog.reset_buttons[THEME.key]
    assert not reset.isEnabled() and not dialog.all_button.isEnabled()
    choose(dialog, THEME, Theme.DARK)
    assert is_dark(window) and window.theme is Theme.DARK
    assert Settings(Preferences()).get(THEME) == Theme.DARK
    reset.click()
    assert window.theme is Theme.SYSTEM and not reset.isEnabled()


def test_the_dialog_follows_the_menu(window: MainWindow, dialog: SettingsDialog) -> None:
    window.set_theme(Theme.DARK)
    assert dialog.boxes[THEME.key].currentText() == "Dark"


def test_the_device_is_that_of_the_next_picture(window: MainWindow, dialog: SettingsDialog, qtbot: QtBot) -> None:
    window.session.set_device("auto")
    with qtbot.waitSignal(window.session.device_known):
        choose(dialog, DEVICE, "cpu")
    assert window.session.device == "cpu"


def test_threads_are_those_of_pictures_unless_something_else_computes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(window.session._service, "set_threads", asked.append)
    window.settings.changed.emit(THREADS.key, "2")
    window.session.share_cores("training", True)
    window.settings.changed.emit(THREADS.key, "4")
    window.session.share_cores("training", False)
    assert asked == [2, 1, 1, 4]


def test_all_are_put_back(dialog: SettingsDialog) -> None:
    choose(dialog, THEME, Theme.LIGHT)
    choose(dialog, DEVICE, "cpu")
    dialog.all_button.click()
    assert all(map(Settings(Preferences()).is_usual, SETTINGS))
    assert not dialog.all_button.isEnabled()


def test_layouts_are_forgotten_at_once(window: MainWindow) -> None:
    window.docks["latent"].close()
    window.layouts.keep(window.page)
    dialog = opened(window)
    dialog.forget_buttons["Layouts"].click()
    assert not window.docks["latent"].isHidden()
    assert not dialog.forget_buttons["Layouts"].isEnabled()


def test_everything_that_is_remembered_is_a_setting_or_can_be_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    """Nothing that the window keeps of a person is out of their reach, but the page that they were on."""
    window.set_theme(Theme.DARK)
    window.close()
    kept = Preferences().keys_from("")
    known = ("page", *(setting.key for setting in SETTINGS), *(thing.key for thing in remembered(list, list)))
    assert kept and [key for key in kept if not key.startswith(known)] == []


def test_the_window_starts_with_what_was_chosen(qtbot: QtBot) -> None:
    from app.window.rooms import ROOMS

    Settings(Preferences()).set(THEME, Theme.DARK)
    window = MainWindow(make_workspace(), ROOMS, Preferences())
    qtbot.addWidget(window, before_close_func=lambda window: window.shut_down())
    assert window.theme is Theme.DARK
