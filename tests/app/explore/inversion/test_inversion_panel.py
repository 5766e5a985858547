"""The search as it is shown."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.inversion.data_pictures_dialog import DataPicturesDialog
from app.explore.inversion.inversion import HINT, Inversion
from app.explore.inversion.inversion_panel import InversionPanel
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.work.background import Background
from gan.explore.latent import sample_z
from gan.images import save_png
from gan.layers.edits import parse_edit
from gan.render import Renderer
from gan.request import RenderRequest
from tests.app.work.test_latest_job import Later
from tests.gan.data.writing import write_picture
from tests.gan.tiny import make_shaped_run, save_tiny


@pytest.fixture
def workspace(prompt_workspace: Workspace, tiny_model: Path) -> Workspace:
    """One whose jobs are done when they have been started."""
    prompt_workspace.open(str(tiny_model))
    return prompt_workspace


@pytest.fixture
def inversion(workspace: Workspace) -> Inversion:
    return Inversion(workspace.session, workspace.background)


@pytest.fixture
def panel(workspace: Workspace, inversion: Inversion, qtbot: QtBot) -> InversionPanel:
    panel = InversionPanel(workspace.session, inversion, workspace.background)
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


def test_a_cancelled_search_is_said_to_be(panel: InversionPanel, inversion: Inversion, picture: Path) -> None:
    inversion.changed.connect(lambda: panel.job_bar.cancel_button.click() if inversion.guess else None)
    inversion.find(picture)
    assert "Cancelled" in panel.words.text() and not panel.job_bar.isVisible()


def test_a_panel_that_is_built_late_shows_what_was_found(
    workspace: Workspace, inversion: Inversion, picture: Path, qtbot: QtBot
) -> None:
    inversion.find(picture)
    panel = InversionPanel(workspace.session, inversion, workspace.background)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    assert "Found: PSNR" in panel.words.text()
    for view in (panel.original, panel.result, panel.difference):
        assert view.image.width() == 28


def test_without_a_model_it_explains_itself(empty_workspace: Workspace, picture: Path, qtbot: QtBot) -> None:
    inversion = Inversion(empty_workspace.session, empty_workspace.background)
    panel = InversionPanel(empty_workspace.session, inversion, empty_workspace.background)
    qtbot.addWidget(panel)
    assert panel.words.text() == HINT and not panel.data_button.isEnabled()


class TestFromTheData:
    """A picture of the data set at hand."""

    @pytest.fixture
    def panel_of_folder(
        self,
        workspace: Workspace,
        inversion: Inversion,
        qtbot: QtBot,
        picture: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> InversionPanel:
        """On a generator that learned from a folder: a black picture, and one that the generator can make."""
        folder = tmp_path / "folder"
        folder.mkdir()
        save_png(folder / "0.png", np.zeros((28, 28, 1), np.uint8))
        picture.rename(folder / "1.png")
        monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"data": str(folder)})
        workspace.open(str(save_tiny(tmp_path / "taught.safetensors")))
        panel = InversionPanel(workspace.session, inversion, workspace.background)
        qtbot.addWidget(panel)
        return panel

    def asked(self, panel: InversionPanel, qtbot: QtBot) -> DataPicturesDialog:
        """The dialog that the button opens; the window can be used meanwhile."""
        qtbot.mouseClick(panel.data_button, Qt.MouseButton.LeftButton)
        dialog = panel.findChild(DataPicturesDialog)
        assert dialog is not None and dialog.isVisible() and not dialog.isModal()
        return dialog

    def test_its_z_is_found(self, panel_of_folder: InversionPanel, session: Session, qtbot: QtBot) -> None:
        dialog = self.asked(panel_of_folder, qtbot)
        assert dialog.list.count() == 2 and not dialog.find_button.isEnabled()
        dialog.list.setCurrentRow(1)
        qtbot.mouseClick(dialog.find_button, Qt.MouseButton.LeftButton)
        assert session.z == pytest.approx(sample_z(1, 8, 31)[0], abs=0.1)

    def test_a_folder_that_is_gone_is_told(
        self, panel_of_folder: InversionPanel, session: Session, qtbot: QtBot
    ) -> None:
        before, data = session.z, session.model.data if session.model else None
        shutil.rmtree(str(data))
        dialog = self.asked(panel_of_folder, qtbot)
        assert str(data) in dialog.missing.words.text()
        dialog.reject()
        assert np.array_equal(session.z, before)

    def test_another_model_takes_its_pictures_away(
        self, panel_of_folder: InversionPanel, workspace: Workspace, tiny_model: Path, qtbot: QtBot
    ) -> None:
        dialog = self.asked(panel_of_folder, qtbot)
        workspace.open(str(tiny_model))
        assert not dialog.isVisible()

    def test_a_folder_that_was_moved_is_found_where_a_person_says(
        self,
        panel_of_folder: InversionPanel,
        session: Session,
        tmp_path: Path,
        qtbot: QtBot,
    ) -> None:
        assert session.model is not None and session.model.data is not None
        Path(session.model.data).rename(tmp_path / "moved")
        dialog = self.asked(panel_of_folder, qtbot)
        assert dialog.missing.isVisible() and dialog.list.count() == 0
        qtbot.mouseClick(dialog.missing.again_button, Qt.MouseButton.LeftButton)
        assert dialog.missing.isVisible()
        dialog.missing.take(tmp_path / "moved")
        assert not dialog.missing.isVisible() and dialog.list.count() == 2
        dialog.close()

    def test_what_is_still_read_when_the_dialog_is_gone_is_forgotten(
        self, panel_of_folder: InversionPanel, session: Session
    ) -> None:
        later = Later()
        background = Background(later)
        assert session.model is not None
        dialog = DataPicturesDialog(background, session.model)
        dialog.reject()
        dialog.deleteLater()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
        later.run_one()
        background.shut_down()

    def test_they_are_shown_as_the_networks_saw_them(
        self, workspace: Workspace, inversion: Inversion, tmp_path: Path, qtbot: QtBot
    ) -> None:
        for name in "abc":
            write_picture(tmp_path / "tall" / f"{name}.png", (200, 200, 200), (10, 40))
        workspace.open(str(make_shaped_run(tmp_path / "run", tmp_path / "tall").folder))
        panel = InversionPanel(workspace.session, inversion, workspace.background)
        qtbot.addWidget(panel)
        dialog = self.asked(panel, qtbot)
        assert dialog.list.count() == 2
        dialog.list.setCurrentRow(1)
        assert dialog.picture is not None
        assert (dialog.picture[14, 0, 0], dialog.picture[14, 14, 0]) == (0, 200)
        dialog.close()

    def test_unknown_data_cannot_be_chosen(
        self, panel: InversionPanel, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {})
        workspace.open(str(save_tiny(tmp_path / "plain.safetensors")))
        assert not panel.data_button.isEnabled() and "not known" in panel.data_button.toolTip()


def test_the_network_is_asked_for_and_the_way_is_offered(
    panel: InversionPanel, inversion: Inversion, session: Session, picture: Path, qtbot: QtBot
) -> None:
    session.edits.add(parse_edit("block1:1=0"))
    assert not panel.question.isVisible() and not panel.go_button.isVisible()
    inversion.find(picture)
    assert panel.question.isVisible()
    qtbot.mouseClick(panel.original_button, Qt.MouseButton.LeftButton)
    assert not panel.question.isVisible() and not panel.go_button.isVisible()
    assert panel.result.image.width() == 28 and panel.words.text().startswith("In tiny, step 20:")
    session.undo_stack.undo()
    assert panel.go_button.isVisible()
    qtbot.mouseClick(panel.go_button, Qt.MouseButton.LeftButton)
    assert not panel.go_button.isVisible() and session.undo_stack.undoText() == "go to the z of a picture"
