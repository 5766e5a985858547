"""The Help menu: versions and folders, the log, and one text for whoever helps."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import application
from app.log_file import log_path
from app.window.help import about_dialog, diagnostics, log_dialog
from app.window.help.about_dialog import AboutDialog
from app.window.help.check_banner import CheckBanner
from app.window.help.diagnostics import diagnostics_text
from app.window.help.log_dialog import LogDialog
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from gan.diagnostics import Diagnosis, Problem, examine
from gan.program import VERSION

HEAD = "2026-11-29 10:00:0{},000 {} app: "


def write_log(*lines: str) -> None:
    log_path().parent.mkdir(parents=True, exist_ok=True)
    with log_path().open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's home folder, for what must not name it."""
    folder = Path("/home/ada")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


@pytest.fixture
def log(qtbot: QtBot) -> Iterator[LogDialog]:
    write_log(
        HEAD.format(1, "INFO") + "begun",
        HEAD.format(2, "WARNING") + "cannot read /home/ada/a.json",
        HEAD.format(3, "ERROR") + "a job failed",
        "ValueError: a number",
    )
    dialog = LogDialog()
    qtbot.addWidget(dialog)
    yield dialog


class TestLog:
    def test_all_of_it_is_shown_and_what_comes_later(self, log: LogDialog) -> None:
        assert log.text.toPlainText().splitlines()[-1] == "ValueError: a number"
        write_log(HEAD.format(4, "INFO") + "later")
        log.refresh()
        assert log.text.toPlainText().endswith("later")

    def test_filtered(self, log: LogDialog) -> None:
        log.level_box.setCurrentText("Errors")
        assert log.text.toPlainText() == HEAD.format(3, "ERROR") + "a job failed\nValueError: a number"
        log.level_box.setCurrentText("Everything")
        log.filter_field.setText("A NUMBER")
        assert len(log.shown_entries()) == 1, "a line of an error is found with its head"
        log.filter_field.setText("nowhere")
        assert log.text.toPlainText() == "" and log.text.placeholderText() == "No entry is like that."

    def test_copied_without_the_home_folder(self, log: LogDialog, home: Path) -> None:
        log.level_box.setCurrentText("Warnings and errors")
        log.copy_button.click()
        copied = QGuiApplication.clipboard().text()
        assert "cannot read ~/a.json" in copied and "begun" not in copied

    def test_its_folder(self, log: LogDialog, monkeypatch: pytest.MonkeyPatch) -> None:
        shown: list[Path] = []
        monkeypatch.setattr(log_dialog, "show_folder", shown.append)
        log.folder_button.click()
        assert shown == [log_path().parent]

    def test_empty(self, qtbot: QtBot) -> None:
        dialog = LogDialog()
        qtbot.addWidget(dialog)
        assert dialog.text.placeholderText() == "Nothing was logged yet."


class TestDiagnostics:
    def test_everything_that_helps(self, qapp: object, home: Path) -> None:
        write_log(HEAD.format(2, "WARNING") + "cannot read /home/ada/a.json")
        found = Diagnosis({"Device": "cpu (2 threads)"}, (Problem("room", "Only 3 MB are free in /home/ada."),))
        text = diagnostics_text(found)
        for words in ("cpu (2 threads)", "PySide6", "pyqtgraph", "- Only 3 MB are free in ~.", "cannot read ~/a.json"):
            assert words in text
        assert str(home) not in text

    def test_before_torch_is_loaded(self, qapp: object) -> None:
        text = diagnostics_text(None)
        assert VERSION in text and diagnostics.NOT_YET in text and "Log: empty" in text

    def test_only_the_end_of_the_log(self, qapp: object) -> None:
        write_log(*(HEAD.format(1, "INFO") + f"line {number}" for number in range(500)))
        lines = diagnostics_text(examine("cpu")).splitlines()
        assert lines[-1].endswith("line 499") and lines[-diagnostics.LAST_LINES].endswith("line 460")
        assert sum("app: line" in line for line in lines) == diagnostics.LAST_LINES

    def test_copied_by_the_menu(self, window: MainWindow) -> None:
        window.menus.actions["help.diagnostics"].trigger()
        assert QGuiApplication.clipboard().text().splitlines()[0].split() == ["Latentarium", VERSION]
        assert "clipboard" in window.banner.message


class TestAbout:
    def test_versions_folders_and_what_is_found_meanwhile(
        self, window: MainWindow, monkeypatch: pytest.MonkeyPatch, latentarium_home: Path
    ) -> None:
        shown: list[Path] = []
        monkeypatch.setattr(about_dialog, "show_folder", shown.append)
        window.menus.actions["help.about"].trigger()
        dialog = window.findChild(AboutDialog)
        assert dialog is not None and dialog.device_label.text() == about_dialog.LOADING
        texts = [label.text() for label in dialog.findChildren(QLabel)]
        assert VERSION in texts and any(str(latentarium_home) in text for text in texts)
        window.help.checks.known.emit(Diagnosis({"Device": "cuda:0"}, ()))
        assert (dialog.device_label.text(), dialog.checks_label.text()) == ("cuda:0", "Nothing is amiss")
        window.menus.actions["help.about"].trigger()
        assert len(window.findChildren(AboutDialog)) == 1


class TestChecks:
    def test_they_are_done_beside_the_window_once_there_is_a_picture(self, window: MainWindow, qtbot: QtBot) -> None:
        with qtbot.waitSignal(window.help.checks.known, timeout=60_000):
            window.help.checks.start()
            window.session.render()
        assert window.help.checks.diagnosis is not None

    def test_a_problem_is_told_once_until_a_person_knows(self, window: MainWindow) -> None:
        bad = Diagnosis({"Device": "cpu"}, (Problem("room", "Only 3 MB are free."),))
        window.help.checks.known.emit(bad)
        strip = window.check_banner
        assert strip.isVisibleTo(window) and strip.message == "Only 3 MB are free."
        strip.close_button.click()
        window.help.checks.known.emit(bad)
        assert not strip.isVisibleTo(window), "another device was chosen meanwhile, and the same is found"

    def test_not_again_holds_for_the_next_window(self, window: MainWindow, qtbot: QtBot) -> None:
        window.check_banner.tell_of(Diagnosis({}, (Problem("room", "Only 3 MB are free."),)))
        next(button for button in window.check_banner.buttons if button.text() == "Do not show again").click()
        strip = CheckBanner(Preferences(), lambda: None)
        qtbot.addWidget(strip)
        strip.tell_of(Diagnosis({}, (Problem("room", "Only 2 MB are free."),)))
        assert strip.isHidden()
        strip.tell_of(Diagnosis({}, (Problem("card", "There is an NVIDIA card."),)))
        assert strip.message == "There is an NVIDIA card."


def test_an_unexpected_error_offers_the_log_and_diagnostics(
    window: MainWindow, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL):
        application._reporter(window)(ValueError, ValueError("a number"), None)
    texts = [button.text() for button in window.banner.buttons]
    assert texts == ["Show log", "Copy diagnostics"]
    window.banner.buttons[0].click()
    assert window.findChild(LogDialog) is not None
