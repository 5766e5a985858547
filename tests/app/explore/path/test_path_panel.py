"""A path built, played and saved with the mouse."""

from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.path.norm_plot import NormPlot
from app.explore.path.path_panel import STEPS, PathPanel
from app.session.session import Session
from app.work.films import path_film_job
from gan.explore.latent import Mode, sample_z
from gan.explore.paths import Easing, Keyframe, LatentPath

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> PathPanel:
    panel = PathPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 200)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def points(panel: PathPanel, session: Session, qtbot: QtBot) -> np.ndarray:
    """Five keyframes."""
    points = sample_z(5, 8, 6)
    for z in points:
        session.set_z(z)
        qtbot.mouseClick(panel.add_button, LEFT)
    return points


def choose(panel: PathPanel, row: int, qtbot: QtBot) -> None:
    place = panel.strip.visualItemRect(panel.strip.item(row)).center()
    qtbot.mouseClick(panel.strip.viewport(), LEFT, pos=place)


def test_one_keyframe_is_no_path_yet(panel: PathPanel, session: Session, qtbot: QtBot) -> None:
    assert panel.strip.hint.isVisible() and not panel.play_button.isEnabled()
    qtbot.mouseClick(panel.add_button, LEFT)
    assert panel.strip.count() == 1 and not panel.slider.isEnabled() and not panel.film_button.isEnabled()


def test_the_slider_runs_through_all(panel: PathPanel, points: np.ndarray, session: Session) -> None:
    assert panel.clock.text().endswith("/ 8.0 s")
    for index in (4, 2, 0):
        panel.slider.setValue(index * STEPS // 4)
        assert np.allclose(session.z, points[index], atol=1e-6)
    assert session.undo_stack.undoText() == "move along the path"


def test_a_click_goes_to_a_keyframe(panel: PathPanel, points: np.ndarray, session: Session, qtbot: QtBot) -> None:
    choose(panel, 2, qtbot)
    assert np.allclose(session.z, points[2], atol=1e-6)
    assert panel.slider.value() == STEPS // 2


def test_loop_durations_mode_and_easing(panel: PathPanel, points: np.ndarray, session: Session, qtbot: QtBot) -> None:
    choose(panel, 4, qtbot)
    assert not panel.seconds_box.isEnabled()
    panel.loop_box.click()
    assert panel.seconds_box.isEnabled() and panel.clock.text().endswith("/ 10.0 s")
    panel.seconds_box.setValue(0.5)
    panel.mode_box.setCurrentIndex(panel.mode_box.findData(Mode.LERP))
    panel.easing_box.setCurrentIndex(panel.easing_box.findData(Easing.SMOOTH))
    path = session.route.path
    assert path is not None and path.duration == 8.5
    assert (path.mode, path.easing, path.closed) == (Mode.LERP, Easing.SMOOTH, True)
    for _ in range(4):
        session.undo_stack.undo()
    assert session.route.path and not session.route.path.closed and session.route.path.mode is Mode.SLERP
    assert not panel.loop_box.isChecked()


def test_delete_and_undo(panel: PathPanel, points: np.ndarray, session: Session, qtbot: QtBot) -> None:
    choose(panel, 1, qtbot)
    qtbot.keyClick(panel.strip, Qt.Key.Key_Delete)
    assert np.array_equal(session.route.points(), points[[0, 2, 3, 4]])
    session.undo_stack.undo()
    assert np.array_equal(session.route.points(), points)


def test_a_dragged_keyframe_changes_its_place(panel: PathPanel, points: np.ndarray, session: Session) -> None:
    far = panel.strip.visualItemRect(panel.strip.item(3)).right() + 1
    panel.strip.move_keyframe(0, far)
    assert np.array_equal(session.route.points(), points[[1, 2, 3, 0, 4]])
    panel.strip.move_keyframe(4, 0)
    assert np.array_equal(session.route.points(), points[[4, 1, 2, 3, 0]])


def test_play_goes_round(panel: PathPanel, points: np.ndarray, session: Session, qtbot: QtBot) -> None:
    session.follow_route(0.98)
    panel.speed_box.setCurrentIndex(panel.speed_box.count() - 1)
    qtbot.mouseClick(panel.play_button, LEFT)
    qtbot.waitUntil(lambda: session.route.seconds < 4, timeout=5000)
    qtbot.mouseClick(panel.play_button, LEFT)
    held = session.route.seconds
    qtbot.wait(80)
    assert session.route.seconds == held


def test_keyframes_of_another_latent_space_are_gone(
    panel: PathPanel, points: np.ndarray, session: Session, tmp_path: Path
) -> None:
    from gan.model.config import ModelConfig
    from tests.gan.tiny import save_tiny

    session.open_path(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert panel.strip.count() == 0 and not panel.play_button.isEnabled()


def test_the_plot_shows_why_lerp_dips(qtbot: QtBot) -> None:
    plot = NormPlot()
    qtbot.addWidget(plot)
    keyframes = tuple(map(Keyframe, sample_z(2, 100, 0)))
    plot.show_path(LatentPath(keyframes, Mode.LERP))
    assert plot.lowest < 0.85
    plot.show_path(LatentPath(keyframes, Mode.SLERP))
    assert plot.lowest > 0.9


class TestFilm:
    @pytest.fixture
    def path(self) -> LatentPath:
        return LatentPath(tuple(Keyframe(z, 0.4) for z in sample_z(3, 8, 0)))

    def test_frames_and_rate(self, path: LatentPath, tiny_model: Path, tmp_path: Path, qapp: object) -> None:
        job = path_film_job(tmp_path / "p.mp4", path, tiny_model, "cpu")
        job.run()
        with av.open(str(tmp_path / "p.mp4")) as film:
            stream = film.streams.video[0]
            assert stream.average_rate == 25 and sum(1 for _ in film.decode(stream)) == 21

    def test_cancelled_it_leaves_nothing(
        self, path: LatentPath, tiny_model: Path, tmp_path: Path, qapp: object
    ) -> None:
        job = path_film_job(tmp_path / "p.gif", path, tiny_model, "cpu")
        ended: list[str] = []
        job.cancelled.connect(lambda: ended.append("cancelled"))
        job.progressed.connect(lambda done, total: job.cancel() if done == 3 else None)
        job.run()
        assert ended == ["cancelled"] and list(tmp_path.glob("*.gif")) == []

    def test_an_unwritable_place_is_told(
        self, panel: PathPanel, points: np.ndarray, session: Session, tmp_path: Path, qtbot: QtBot
    ) -> None:
        (tmp_path / "file").write_text("")
        told: list[str] = []
        session.failed.connect(told.append)
        panel.save_film(tmp_path / "file" / "p")
        qtbot.waitUntil(lambda: bool(told), timeout=20000)
        assert "cannot write" in told[0] and "p.mp4" in told[0]
        qtbot.waitUntil(panel.film_button.isEnabled)
