"""A picture is dropped, its z is found, and the session goes there."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.inversion.data_pictures_dialog import DataPicturesDialog
from app.explore.inversion.inversion import is_picture
from app.explore.inversion.inversion_panel import InversionPanel
from app.session.session import Session
from app.window.main_window import MainWindow
from gan.explore.latent import sample_z
from gan.images import save_png
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.tiny import save_tiny


@pytest.fixture
def session(prompt_session: Session, tiny_model: Path) -> Session:
    """One whose background works at once, too."""
    prompt_session.open_path(str(tiny_model))
    return prompt_session


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> InversionPanel:
    panel = InversionPanel(session)
    qtbot.addWidget(panel)
    panel.resize(290, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def picture(tiny_model: Path, tmp_path: Path) -> Path:
    save_png(tmp_path / "a.png", Renderer("cpu").render(RenderRequest(tiny_model, sample_z(1, 8, 31))).images[0])
    return tmp_path / "a.png"


def test_the_z_of_a_picture_is_found(
    panel: InversionPanel, session: Session, picture: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.z
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    qtbot.mouseClick(panel.choose_button, Qt.MouseButton.LeftButton)
    assert "Found: PSNR" in panel.words.text() and "this very picture" in panel.words.text()
    assert session.z == pytest.approx(sample_z(1, 8, 31)[0], abs=0.1)
    for view in (panel.original, panel.result, panel.difference):
        assert view.image.width() == 28
    assert not panel.job_bar.isVisible()
    session.undo_stack.undo()
    assert np.array_equal(session.z, before)


def test_a_cancelled_search_moves_nothing(panel: InversionPanel, session: Session, picture: Path) -> None:
    before = session.z
    session.inversion.improved.connect(lambda _: panel.job_bar.cancel_button.click())
    session.find_picture(picture)
    assert "Cancelled" in panel.words.text() and not session.inversion.busy
    assert np.array_equal(session.z, before)


def test_a_broken_picture_is_told(panel: InversionPanel, session: Session, tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_text("hello")
    told: list[str] = []
    session.failed.connect(told.append)
    session.find_picture(tmp_path / "broken.png")
    assert len(told) == 1 and "cannot be read as a picture" in told[0]
    assert not session.inversion.busy


def test_a_dropped_picture_shows_the_panel(window: MainWindow, session: Session, picture: Path) -> None:
    assert window.open(str(picture))
    assert window.docks["inversion"].isVisible()
    assert session.z == pytest.approx(sample_z(1, 8, 31)[0], abs=0.1)


class TestFromTheData:
    """A picture of the data set at hand."""

    @pytest.fixture
    def panel_of_folder(
        self, session: Session, qtbot: QtBot, picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> InversionPanel:
        """On a generator that learned from a folder: a black picture, and one that the generator can make."""
        folder = tmp_path / "folder"
        folder.mkdir()
        save_png(folder / "0.png", np.zeros((28, 28, 1), np.uint8))
        picture.rename(folder / "1.png")
        monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"data": str(folder)})
        session.open_path(str(save_tiny(tmp_path / "taught.safetensors")))
        panel = InversionPanel(session)
        qtbot.addWidget(panel)
        return panel

    def choose(self, monkeypatch: pytest.MonkeyPatch, act: Callable[[DataPicturesDialog], None]) -> None:
        def exec_(dialog: DataPicturesDialog) -> int:
            dialog.show()
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(DataPicturesDialog, "exec", exec_)

    def test_its_z_is_found(
        self, panel_of_folder: InversionPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def act(dialog: DataPicturesDialog) -> None:
            assert dialog.list.count() == 2 and not dialog.find_button.isEnabled()
            dialog.list.setCurrentRow(1)
            qtbot.mouseClick(dialog.find_button, Qt.MouseButton.LeftButton)

        self.choose(monkeypatch, act)
        qtbot.mouseClick(panel_of_folder.data_button, Qt.MouseButton.LeftButton)
        assert session.z == pytest.approx(sample_z(1, 8, 31)[0], abs=0.1)

    def test_a_folder_that_is_gone_is_told(
        self, panel_of_folder: InversionPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before, told = session.z, []

        def act(dialog: DataPicturesDialog) -> None:
            told.append(dialog.words.text())
            dialog.reject()

        self.choose(monkeypatch, act)
        data = session.model.data if session.model else None
        shutil.rmtree(str(data))
        qtbot.mouseClick(panel_of_folder.data_button, Qt.MouseButton.LeftButton)
        assert str(data) in told[0]
        assert np.array_equal(session.z, before)

    def test_unknown_data_cannot_be_chosen(
        self, panel: InversionPanel, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {})
        session.open_path(str(save_tiny(tmp_path / "plain.safetensors")))
        assert not panel.data_button.isEnabled() and "not known" in panel.data_button.toolTip()


def test_what_counts_as_a_picture(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    assert is_picture("a.JPG") and is_picture("b.png")
    assert not is_picture("a.safetensors") and not is_picture(str(tmp_path / "folder.png"))
