"""The form of a new run: derived from the config classes, checked as it is filled in."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.train.training.settings_form import FIRST_LOOK, LIMITS, OTHER_FILE, OTHER_FOLDER, SettingsForm
from gan.data.imagesets import NAMED_SETS, DataInfo
from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.settings import SettingInfo
from gan.train.config import TrainConfig
from gan.train.presets import PRESETS
from tests.gan.data.writing import write_picture, write_pictures

Input = TypeVar("Input", bound=QWidget)

INFOS = (*TrainConfig.infos(), *ModelConfig.infos())


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.show()
    return form


def input_of(form: SettingsForm, kind: type[Input], name: str) -> Input:
    found = form.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def line(form: SettingsForm, name: str) -> QLineEdit:
    return input_of(form, QLineEdit, name)


def enter(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    """Type ``text`` in place of what is there."""
    edit.clear()
    qtbot.keyClicks(edit, text)


def choose(form: SettingsForm, qtbot: QtBot, data: str) -> None:
    """Pick a set with the keyboard, as far as the last entry, which asks for a folder."""
    rows = form.data_box.findData(data) - form.data_box.currentIndex()
    for _ in range(abs(rows)):
        qtbot.keyClick(form.data_box, Qt.Key.Key_Down if rows > 0 else Qt.Key.Key_Up)


def answer(monkeypatch: pytest.MonkeyPatch, folder: Path | str) -> None:
    """What a person chooses in the dialog; nothing if it is cancelled."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


@pytest.mark.parametrize("info", INFOS, ids=lambda info: info.name)
def test_every_setting_has_its_input(form: SettingsForm, info: SettingInfo) -> None:
    if info.name in LIMITS:
        assert form.limit_box.findData(info.name) >= 0
        return
    found = form.findChildren(QWidget, info.name)
    assert len(found) == 1 and isinstance(found[0], QLineEdit | QComboBox | QCheckBox)
    assert form.advanced_widget.isAncestorOf(found[0]) is info.advanced


def test_rarer_settings_unfold(form: SettingsForm, qtbot: QtBot) -> None:
    assert not line(form, "beta1").isVisible() and line(form, "batch_size").isVisible()
    qtbot.mouseClick(form.advanced_button, Qt.MouseButton.LeftButton)
    assert line(form, "beta1").isVisible()
    qtbot.mouseClick(form.advanced_button, Qt.MouseButton.LeftButton)
    assert not line(form, "beta1").isVisible()


def test_it_starts_with_what_shows_something_soon(form: SettingsForm) -> None:
    assert form.config() == FIRST_LOOK


@pytest.mark.parametrize(
    "config",
    [
        TrainConfig(),
        TrainConfig(data="celeba", epochs=None, steps=1_234_567, mirror=True, model=ModelConfig(64, 3)),
        TrainConfig(data="mnist", epochs=None, minutes=0.123456789, limit=500, model=ModelConfig(40, 1)),
        TrainConfig(lr_g=1.23456789e-4, beta2=0.999999, precision="bf16", device="cuda:1", seed=2**31 - 1),
    ],
)
def test_a_config_is_shown_and_given_back(form: SettingsForm, config: TrainConfig) -> None:
    form.set_config(config)
    assert form.config() == config
    assert input_of(form, QComboBox, "image_size").currentText() == str(config.model.image_size)


def test_a_limit_may_have_a_dot_or_a_comma(form: SettingsForm, qtbot: QtBot) -> None:
    form.limit_box.setCurrentIndex(form.limit_box.findData("minutes"))
    for text in ("2.5", "2,5"):
        enter(qtbot, line(form, "stop-after"), text)
        assert form.config().minutes == 2.5


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("batch_size", "0", "Batch size must be at least 2"),
        ("lr_g", "quick", "'quick' is not a number"),
        ("stop-after", "", "enter after how many epochs the run is to stop"),
        ("stop-after", "ten", "'ten' is not a number of epochs"),
        ("stop-after", "0", "epochs must be at least 1"),
        ("stop-after", "2.5", "epochs must be a whole number"),
    ],
)
def test_what_is_wrong_is_told(form: SettingsForm, qtbot: QtBot, name: str, text: str, problem: str) -> None:
    form.limit_box.setCurrentIndex(form.limit_box.findData("epochs"))
    enter(qtbot, line(form, name), text)
    with pytest.raises(UsageError, match=problem):
        form.config()


def test_every_input_tells_of_a_change(form: SettingsForm, qtbot: QtBot) -> None:
    changes: list[TrainConfig] = []
    form.changed.connect(lambda: changes.append(form.config()))
    qtbot.keyClicks(line(form, "batch_size"), "0")
    qtbot.keyClicks(form.limit_edit, "0")
    form.limit_box.setCurrentIndex(form.limit_box.findData("steps"))
    input_of(form, QComboBox, "channels").setCurrentIndex(0)
    input_of(form, QCheckBox, "mirror").click()
    expected = replace(FIRST_LOOK, batch_size=640, minutes=None, steps=20, mirror=True)
    assert changes[-1] == replace(expected, model=replace(FIRST_LOOK.model, channels=1))
    assert len(changes) == 5


@pytest.mark.parametrize("limit", LIMITS)
def test_a_run_has_one_limit(form: SettingsForm, qtbot: QtBot, limit: str) -> None:
    form.limit_box.setCurrentIndex(form.limit_box.findData(limit))
    enter(qtbot, form.limit_edit, "7")
    assert {name: getattr(form.config(), name) for name in LIMITS} == dict.fromkeys(LIMITS) | {limit: 7}


class TestPictures:
    @pytest.mark.parametrize("info", NAMED_SETS.values(), ids=lambda info: info.name)
    def test_a_set_brings_its_size_and_colours(self, form: SettingsForm, qtbot: QtBot, info: DataInfo) -> None:
        form.set_config(TrainConfig(data="mnist" if info.name == "celeba" else "celeba", model=ModelConfig(128)))
        choose(form, qtbot, info.name)
        config = form.config()
        shown = (config.data, config.model.image_size, config.model.channels)
        assert shown == (info.name, info.image_size, info.channels)
        assert form.explanation.text() == info.explanation

    def test_a_folder_of_pictures(
        self, form: SettingsForm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a.png").touch()
        answer(monkeypatch, tmp_path)
        choose(form, qtbot, OTHER_FOLDER)
        config = form.config()
        assert (config.data, config.model.image_size, config.model.channels) == (str(tmp_path), 64, 3)
        assert form.data_box.currentText() == tmp_path.name and form.data() == str(tmp_path)
        rows = range(form.data_box.count())
        assert [form.data_box.itemData(row) for row in rows][-3:] == [str(tmp_path), OTHER_FOLDER, OTHER_FILE]
        assert str(tmp_path) in form.explanation.text() and "start from Small own" in form.explanation.text()
        form.preset_box.setCurrentText("Small own collection")
        form.set_data(str(tmp_path))
        assert "start from" not in form.explanation.text()

    @pytest.mark.parametrize(("name", "channels"), [("own.zip", 3), ("own.npy", 1)])
    def test_a_file_of_pictures(
        self,
        form: SettingsForm,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        channels: int,
    ) -> None:
        write_picture(tmp_path / "a.png")
        with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
            archive.write(tmp_path / "a.png", "a.png")
        np.save(tmp_path / "own.npy", np.zeros((4, 16, 16), np.uint8))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / name), ""))
        qtbot.keyClicks(form.data_box, "p")
        config = form.config()
        assert (config.data, config.model.channels) == (str(tmp_path / name), channels)
        assert form.data_box.currentText() == name and form.data() == str(tmp_path / name)

    def test_a_cancelled_choice_of_a_file_changes_nothing(
        self, form: SettingsForm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
        qtbot.keyClicks(form.data_box, "p")
        assert form.config() == FIRST_LOOK

    def test_another_place_of_the_pictures_leaves_the_rest(self, form: SettingsForm, tmp_path: Path) -> None:
        config = TrainConfig(data=str(tmp_path / "gone"), value_range="200..3800", model=ModelConfig(128, 1))
        form.set_config(config)
        form.set_place(str(tmp_path))
        assert form.config() == replace(config, data=str(tmp_path))

    def test_a_folder_is_listed_once(self, form: SettingsForm, tmp_path: Path) -> None:
        (tmp_path / "a.png").touch()
        for data in (str(tmp_path), "mnist", str(tmp_path)):
            form.set_data(data)
        assert form.data_box.count() == len(NAMED_SETS) + 3

    def test_a_cancelled_dialog_changes_nothing(
        self, form: SettingsForm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answer(monkeypatch, "")
        config = TrainConfig(data=list(NAMED_SETS)[-1], model=ModelConfig(128, 1))
        form.set_config(config)
        choose(form, qtbot, OTHER_FOLDER)
        assert form.config() == config

    def test_a_folder_that_is_gone_changes_nothing(
        self, form: SettingsForm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answer(monkeypatch, tmp_path / "gone")
        config = TrainConfig(data=list(NAMED_SETS)[-1], model=ModelConfig(128, 1))
        form.set_config(config)
        choose(form, qtbot, OTHER_FOLDER)
        assert form.config() == config
        assert "is neither a data set nor a folder" in form.explanation.text()

    def test_what_are_no_pictures_is_refused(self, form: SettingsForm, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="is neither a data set nor a folder"):
            form.set_data(str(tmp_path / "gone"))
        assert form.config() == FIRST_LOOK


def test_the_focused_setting_is_explained(form: SettingsForm) -> None:
    event = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(line(form, "lr_d"), event)
    assert form.explanation.text() == TrainConfig.info("lr_d").explanation


def preset(form: SettingsForm, qtbot: QtBot, number: int) -> None:
    """Choose one with the keyboard."""
    for _ in range(number):
        qtbot.keyClick(form.preset_box, Qt.Key.Key_Down)


@pytest.mark.parametrize("number", range(1, len(PRESETS)))
def test_a_preset_fills_the_form(form: SettingsForm, qtbot: QtBot, number: int) -> None:
    preset(form, qtbot, number)
    assert form.config() == PRESETS[number].config
    assert form.explanation.text() == PRESETS[number].explanation


def test_chosen_pictures_outlast_a_preset(form: SettingsForm, qtbot: QtBot) -> None:
    choose(form, qtbot, "fashion-mnist")
    preset(form, qtbot, len(PRESETS) - 1)
    chosen = form.config()
    assert (chosen.data, chosen.model.channels) == ("fashion-mnist", 1)
    assert (chosen.model.image_size, chosen.mirror) == (64, True)


AUTO = next(number for number, preset in enumerate(PRESETS) if preset.fits)


def test_what_suits_follows_pictures_and_time(form: SettingsForm, qtbot: QtBot) -> None:
    preset(form, qtbot, AUTO)
    choose(form, qtbot, "celeba")
    assert form.config() == PRESETS[AUTO].on("celeba")
    form.limit_edit.setText("300")
    qtbot.keyClick(form.limit_edit, Qt.Key.Key_Return)
    assert form.config() == PRESETS[AUTO].fitted(replace(PRESETS[AUTO].on("celeba"), minutes=300))


def test_what_a_person_set_is_not_fitted(form: SettingsForm, qtbot: QtBot) -> None:
    preset(form, qtbot, AUTO)
    line(form, "ngf").setText("20")
    choose(form, qtbot, "celeba")
    assert form.config().model.ngf == 20


def test_numbers_for_the_values_of_others_are_forgotten(form: SettingsForm, tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 1)
    form.set_value_range("200..3800")
    assert form.config().value_range == "200..3800"
    form.set_data(str(tmp_path / "own"))
    assert form.config().value_range == "auto"


def test_long_titles_do_not_widen_it(form: SettingsForm) -> None:
    for box in (form.preset_box, form.data_box):
        longest = max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))
        assert box.minimumSizeHint().width() < longest
