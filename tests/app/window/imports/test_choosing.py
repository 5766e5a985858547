"""Where several readings are likely a person chooses, by their pictures and words, and may choose otherwise later."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.window.imports import child
from app.window.imports.readings_dialog import CLOSE, FAR, LIKELIEST, ReadingsDialog
from app.window.imports.report_dialog import HEADS, ReportDialog
from app.window.main_window import MainWindow
from gan.importing.opening import imports_folder
from gan.model.architecture import Architecture
from tests.app.window.imports.strangers import FINDINGS, KINDS, layout_of

Ask = Callable[[Path], ReadingsDialog]
Wait = Callable[[], None]


def config(window: MainWindow) -> Architecture:
    assert window.session.model is not None
    return window.session.model.config


def texts(dialog: ReadingsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.mark.usefixtures("open_readings")
def test_the_likely_ones_stand_side_by_side(window: MainWindow, ask: Ask, stranger: Path) -> None:
    dialog = ask(stranger)
    assert dialog.isVisible() and not dialog.isModal()
    assert texts(dialog) == [LIKELIEST, f"{CLOSE}\nan output <b>with</b> opacity"]
    assert dialog.list.currentRow() == 0
    for row, kind in enumerate(KINDS[:2]):
        picture = dialog.list.item(row).data(Qt.ItemDataRole.DecorationRole)
        side = layout_of(kind).picture_size.width
        assert (picture.width(), picture.height()) == (4 * side + 6, 4 * side + 6)
        assert dialog.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole).startswith(f"{row + 1}: ")
    assert dialog.list.accessibleName() == "Readings of netG.pth"
    assert window.session.model is not None and window.session.model.source.name == "tiny"


@pytest.mark.usefixtures("open_readings")
def test_keys_choose_and_the_choice_is_kept(
    window: MainWindow,
    ask: Ask,
    stranger: Path,
    tiny_model: Path,
    wait: Wait,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = ask(stranger)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Right)
    assert dialog.list.currentRow() == 1 and "opacity" in dialog.details.text()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    wait()
    assert config(window) == layout_of("opacity") and window.import_talk.readings is None
    window.open(str(tiny_model))
    monkeypatch.setattr(child, "import_generator", None)
    window.open(str(stranger))
    wait()
    assert config(window) == layout_of("opacity")


@pytest.mark.usefixtures("open_readings")
def test_who_cancels_keeps_what_is_open_and_nothing_else(
    window: MainWindow, ask: Ask, stranger: Path, qtbot: QtBot
) -> None:
    dialog = ask(stranger)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.import_talk.readings is None
    assert window.session.model is not None and window.session.model.source.name == "tiny"
    assert not imports_folder().exists()


@pytest.mark.usefixtures("open_readings")
def test_a_wrong_guess_is_corrected(window: MainWindow, ask: Ask, stranger: Path, wait: Wait, qtbot: QtBot) -> None:
    ask(stranger).accept()
    wait()
    guessed = window.session.origin
    action = window.workspace.actions["import.readings"]
    assert action.can()
    action.run()
    wait()
    dialog = window.import_talk.readings
    assert dialog is not None
    assert texts(dialog) == [
        f"{LIKELIEST}, open now",
        f"{CLOSE}\nan output <b>with</b> opacity",
        f"{FAR}\nenlarged first",
    ]
    dialog.list.setCurrentRow(2)
    dialog.open_button.click()
    wait()
    assert config(window) == layout_of("nearest")
    assert guessed is not None and window.session.origin is not None
    assert window.session.origin.path != guessed.path and guessed.path.is_file()


@pytest.mark.usefixtures("open_readings")
def test_another_file_takes_the_question_away(window: MainWindow, ask: Ask, stranger: Path, tiny_model: Path) -> None:
    ask(stranger)
    window.open(str(tiny_model))
    assert window.import_talk.readings is None


@pytest.mark.usefixtures("open_readings")
def test_each_has_its_report(ask: Ask, stranger: Path, qtbot: QtBot) -> None:
    dialog = ask(stranger)
    qtbot.mouseClick(dialog.report_button, Qt.MouseButton.LeftButton)
    (report,) = dialog.findChildren(ReportDialog)
    assert report.words.text().startswith("Read from netG.pth (PyTorch zip), SHA-256 ")
    model = report.table.model()
    rows = [[model.index(row, column).data() for column in range(len(HEADS))] for row in range(len(FINDINGS))]
    assert rows == [[one.layer, one.chosen, one.evidence, one.runner_up] for one in FINDINGS]
    qtbot.mouseClick(report.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "\t".join(HEADS) and lines[1] == "main.0\tgrows 1 to 7\tsides\tgrows 1 to 14" and len(lines) == 3
    report.activateWindow()
    report.table.setFocus()
    qtbot.waitUntil(report.table.hasFocus)
    report.table.selectRow(1)
    qtbot.keyClick(report.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n")[1:] == ["main.1\tBatchNorm\tits keys\t"]


def test_only_what_was_imported_has_a_report(
    window: MainWindow, found: Callable[..., None], stranger: Path, wait: Wait
) -> None:
    report, again = (window.workspace.actions[name] for name in ("import.report", "import.readings"))
    assert not report.can() and not again.can()
    found("uniform")
    window.open(str(stranger))
    wait()
    assert report.can() and again.can()
    stranger.unlink()
    assert report.can() and not again.can()


def test_a_file_without_findings_says_so(
    window: MainWindow, stranger: Path, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.app.window.imports.strangers import finder, readings

    monkeypatch.setattr(child, "import_generator", finder(readings("uniform", findings=())))
    window.open(str(stranger))
    wait()
    window.workspace.actions["import.report"].run()
    (report,) = window.findChildren(ReportDialog)
    assert not report.copy_button.isEnabled() and report.findChildren(QPushButton)
