"""What is exported, and how the person is asked."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.export.export_dialog import ExportDialog
from app.session.session import Session
from app.toolkit.offers import Named
from app.toolkit.workspace import Workspace
from app.work.exports import What
from app.work.latest_job import LatestJob
from gan.layers.edits import Edit
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.html.scripts import page_parts


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> ExportDialog:
    session, jobs = workspace.session, LatestJob(workspace.background, workspace)
    dialog = ExportDialog(session, lambda: session.interpolation.path, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def save(dialog: ExportDialog, what: What, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog.what_box.setCurrentIndex(dialog.what_box.findData(what))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.job_bar.busy, timeout=20000)


def test_the_picture_with_its_edits(
    dialog: ExportDialog,
    session: Session,
    tiny_model: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.edits.add(Edit("block2", (1,), 0.0))
    dialog.scale_box.setValue(3)
    save(dialog, What.PICTURE, tmp_path / "a", qtbot, monkeypatch)
    expected = Renderer("cpu").render(RenderRequest(tiny_model, session.z[None], edits=session.edits.current)).images
    exported = np.asarray(Image.open(tmp_path / "a.png"))
    assert np.array_equal(exported, expected[0, ..., 0].repeat(3, 0).repeat(3, 1))
    assert dialog.result() == ExportDialog.DialogCode.Accepted


def test_z_is_the_point(
    dialog: ExportDialog, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(dialog, What.Z, tmp_path / "z.npy", qtbot, monkeypatch)
    assert np.array_equal(np.load(tmp_path / "z.npy"), session.z[None])
    assert not dialog.form.isRowVisible(dialog.scale_box)


@pytest.mark.parametrize(("what", "suffix"), [(What.STRIP, ".png"), (What.FILM, ".mp4"), (What.FILM, ".gif")])
def test_along_the_path(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: What, suffix: str
) -> None:
    dialog.scale_box.setValue(2)
    dialog.frames_box.setValue(20)
    dialog.fps_box.setValue(10)
    save(dialog, what, tmp_path / f"a{suffix}", qtbot, monkeypatch)
    if what is What.STRIP:
        assert Image.open(tmp_path / "a.png").size == (20 * 58 - 2, 56)
        return
    with av.open(str(tmp_path / f"a{suffix}")) as film:
        assert film.streams.video[0].average_rate == 10
        assert sum(1 for _ in film.decode(video=0)) == 20


def test_a_page_begins_at_the_point_with_its_edits(
    dialog: ExportDialog, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edits.add(Edit("block2", (1,), 0.0))
    save(dialog, What.PAGE, tmp_path / "a", qtbot, monkeypatch)
    model, _ = page_parts(tmp_path / "a.html")
    assert np.array_equal(np.array(model["z"], np.float32), session.z)
    assert dict(model["facts"])["Changes"] == "block2:1=0"


def test_a_page_has_sliders_for_found_directions_of_this_latent_space(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session, jobs = workspace.session, LatestJob(workspace.background, workspace)
    found = [Named("wider", np.eye(8, dtype=np.float32)[0]), Named("of another", np.eye(3, dtype=np.float32)[0])]
    dialog = ExportDialog(session, lambda: session.interpolation.path, jobs, directions=lambda: found)
    qtbot.addWidget(dialog)
    dialog.what_box.setCurrentIndex(dialog.what_box.findData(What.PAGE))
    dialog.save(tmp_path / "a.html")
    qtbot.waitUntil(lambda: (tmp_path / "a.html").is_file(), timeout=20000)
    assert [each["name"] for each in page_parts(tmp_path / "a.html")[0]["directions"]] == ["wider"]


def test_it_stays_open_where_nothing_can_be_written(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    save(dialog, What.PICTURE, tmp_path / "file" / "a.png", qtbot, monkeypatch)
    assert dialog.isVisible() and dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def test_closing_it_ends_what_is_being_written(
    dialog: ExportDialog, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.what_box.setCurrentIndex(dialog.what_box.findData(What.FILM))
    dialog.frames_box.setValue(5000)
    dialog.save(tmp_path / "a.mp4")
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Close), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    workspace.background.shut_down()
    assert list(tmp_path.glob("*.mp4")) == []


def test_it_names_the_network_that_draws(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.edits.add(Edit("block2", (1,), 0.25))
    dialog = ExportDialog(session, lambda: session.interpolation.path, LatestJob(workspace.background, workspace))
    qtbot.addWidget(dialog)
    assert "tiny, step 20, with 1 edit" in dialog.network_label.text()
