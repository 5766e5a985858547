"""Exports: what is in them, the same bytes again, and no half files."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.explore.export.export_dialog import ExportDialog
from app.session.edits import Changes
from app.session.session import Endpoint, Session
from app.window.main_window import MainWindow
from app.work.exports import Export, Look, What, export_job
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from gan.render import Renderer
from gan.request import RenderRequest


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(session)
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


def job_of(session: Session, what: What, target: Path, model: Path) -> Export:
    look = Look(scale=1, frames=20)
    return Export(what, target, session.z, session.current_path, model, "cpu", Changes(), look)


@pytest.mark.parametrize("what", [What.PICTURE, What.STRIP])
def test_the_same_session_gives_the_same_bytes(session: Session, tiny_model: Path, tmp_path: Path, what: What) -> None:
    for name in "ab":
        export_job(job_of(session, what, tmp_path / f"{name}.png", tiny_model)).run()
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_a_cancelled_export_leaves_nothing(session: Session, tiny_model: Path, tmp_path: Path) -> None:
    job = export_job(job_of(session, What.FILM, tmp_path / "a.mp4", tiny_model))
    job.progressed.connect(lambda done, _: job.cancel() if done == 5 else None)
    job.run()
    assert not (tmp_path / "a.mp4").exists()


def test_an_unwritable_target_is_told(
    dialog: ExportDialog, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    session.failed.connect(told.append)
    save(dialog, What.PICTURE, tmp_path / "file" / "a.png", qtbot, monkeypatch)
    assert len(told) == 1 and "cannot write" in told[0]
    assert dialog.isVisible()


def test_keyframes_go_before_a_and_b(session: Session) -> None:
    assert np.array_equal(session.current_path.at(0), session.endpoint(Endpoint.A))
    for z in sample_z(3, 8, 9):
        session.route.add(z)
    assert len(session.current_path.keyframes) == 3


def test_the_picture_goes_to_the_clipboard(window: MainWindow) -> None:
    window.session.render()
    window.menus.copy_action.trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (28, 28)
    assert image.pixel(14, 14) == window.picture.view.image.pixel(14, 14)
