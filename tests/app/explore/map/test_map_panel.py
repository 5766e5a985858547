"""A map of latent space: made, looked at, gone into."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.explore.map.latent_map import LatentMap
from app.explore.map.map_panel import MapPanel
from app.explore.map.map_view import THUMBNAIL
from app.session.session import Session
from app.toolkit.actions import Action, Actions
from app.toolkit.workspace import Workspace
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from tests.app.judged import make_judged_run
from tests.gan.tiny import make_run, save_tiny

LEFT = Qt.MouseButton.LeftButton
COUNT = 120


@pytest.fixture
def workspace(prompt_workspace: Workspace, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A map has fewer points, and is drawn at once."""
    monkeypatch.setattr("app.explore.map.latent_map.COUNT", COUNT)
    prompt_workspace.open(str(tiny_model))
    return prompt_workspace


@pytest.fixture
def latent_map(workspace: Workspace) -> LatentMap:
    return LatentMap(workspace.session, workspace.background, workspace.random_points())


@pytest.fixture
def actions(kept: list[np.ndarray]) -> Actions:
    actions = Actions()
    actions.add(Action("keep", "Keep this point", lambda: None, of_point=kept.append))
    return actions


@pytest.fixture
def kept() -> list[np.ndarray]:
    return []


@pytest.fixture
def panel(session: Session, latent_map: LatentMap, actions: Actions, qtbot: QtBot) -> MapPanel:
    panel = MapPanel(session, latent_map, actions)
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def draw(panel: MapPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.draw_button, LEFT)


def turn(panel: MapPanel, notches: int, at: QPointF) -> None:
    where = QPointF(panel.view.mapToGlobal(at.toPoint()))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    delta = QPoint(0, 120 * notches)
    event = QWheelEvent(at, where, QPoint(), delta, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(panel.view, event)


def test_a_click_goes_to_the_picture_under_it(panel: MapPanel, session: Session, qtbot: QtBot) -> None:
    panel.seed_box.setValue(3)
    draw(panel, qtbot)
    before = session.z
    number = panel.view.pictured()[-1]
    spot = QPointF(*panel.view.on_screen()[number].tolist()).toPoint()
    qtbot.mouseClick(panel.view, LEFT, pos=spot)
    assert np.array_equal(session.z, sample_z(COUNT, 8, 3)[number])
    assert session.undo_stack.undoText() == "go to a place on the map"
    session.undo_stack.undo()
    assert np.array_equal(session.z, before)


def test_pictures_do_not_lie_on_each_other_and_more_appear_closer(panel: MapPanel, qtbot: QtBot) -> None:
    draw(panel, qtbot)
    far = len(panel.view.pictured())
    assert 0 < far < COUNT
    for _ in range(3):
        qtbot.keyClick(panel.view, Qt.Key.Key_Plus)
    spots = panel.view.on_screen()
    hidden = set(range(COUNT)) - set(panel.view.pictured())
    shown_far = {number for number in hidden if (spots[number] > 0).all() and (spots[number] < 300).all()}
    assert len(shown_far) < COUNT - far


def test_the_wheel_zooms_around_the_mouse(panel: MapPanel, qtbot: QtBot) -> None:
    draw(panel, qtbot)
    spots = panel.view.on_screen()
    number = int(np.abs(spots - [150, 150]).sum(axis=1).argmin())
    at = QPointF(*spots[number].tolist())
    turn(panel, 4, at)
    assert panel.view.zoom == pytest.approx(1.25**4)
    assert panel.view.on_screen()[number] == pytest.approx(spots[number], abs=0.5)
    turn(panel, -40, at)
    assert panel.view.zoom == 1 and panel.view.on_screen() == pytest.approx(spots, abs=1e-3)


def test_a_drag_moves_the_map_and_goes_nowhere(panel: MapPanel, session: Session, qtbot: QtBot) -> None:
    draw(panel, qtbot)
    for _ in range(6):
        qtbot.keyClick(panel.view, Qt.Key.Key_Plus)
    before, z = panel.view.on_screen(), session.z
    qtbot.mousePress(panel.view, LEFT, pos=QPoint(100, 100))
    qtbot.mouseMove(panel.view, QPoint(130, 120))
    qtbot.mouseRelease(panel.view, LEFT, pos=QPoint(130, 120))
    assert panel.view.on_screen() == pytest.approx(before + np.array([30, 20]), abs=0.5)
    assert np.array_equal(session.z, z)
    qtbot.mouseClick(panel.all_button, LEFT)
    assert panel.view.zoom == 1


def test_return_goes_to_the_middle(panel: MapPanel, session: Session, qtbot: QtBot) -> None:
    draw(panel, qtbot)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    number = int((sample_z(COUNT, 8, 0) == session.z).all(axis=1).argmax())
    middle = [panel.view.width() / 2, panel.view.height() / 2]
    assert np.abs(panel.view.on_screen()[number] - middle).max() < 3 * THUMBNAIL


def test_a_cancelled_map_is_none(panel: MapPanel, latent_map: LatentMap, qtbot: QtBot) -> None:
    latent_map.drawing.started.connect(lambda job: job.cancel())
    draw(panel, qtbot)
    assert latent_map.current is None and not panel.job_bar.isVisible()


def test_an_outdated_map_says_so(panel: MapPanel, session: Session, qtbot: QtBot) -> None:
    draw(panel, qtbot)
    assert not panel.outdated.isVisible()
    session.edits.add(Edit("block2", (1,), 0.25))
    assert panel.outdated.isVisible()
    draw(panel, qtbot)
    assert not panel.outdated.isVisible()
    session.undo_stack.undo()
    assert panel.outdated.isVisible()


def test_other_snapshots_of_a_run_keep_the_map(
    panel: MapPanel, latent_map: LatentMap, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.open(str(make_run(tmp_path / "run").folder))
    draw(panel, qtbot)
    workspace.runs.timeline.move_to(0)
    assert latent_map.current is not None and panel.outdated.isVisible()


def test_another_generator_has_none(
    panel: MapPanel, latent_map: LatentMap, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    draw(panel, qtbot)
    assert latent_map.current is not None and panel.all_button.isEnabled()
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
    assert latent_map.current is None and not panel.all_button.isEnabled()


def test_a_picture_that_is_none_of_the_map_is_marked_where_it_would_lie(
    panel: MapPanel, latent_map: LatentMap, session: Session, qtbot: QtBot
) -> None:
    session.set_z(np.full(8, 0.5, np.float32))
    draw(panel, qtbot)
    drawn = latent_map.current
    assert drawn is not None and panel.view.here == -1 and panel.view.place is not None
    before = panel.view.grab().toImage()
    session.set_z(drawn.points[7] + np.float32(1e-4))
    assert panel.view.here == -1 and panel.view.place == pytest.approx(drawn.places[7], abs=0.02)
    assert panel.view.grab().toImage() != before
    session.set_z(drawn.points[7])
    assert panel.view.here == 7


def test_an_outdated_map_says_what_it_is_of(panel: MapPanel, session: Session, qtbot: QtBot) -> None:
    session.edits.add(Edit("block2", (1,), 0.25))
    draw(panel, qtbot)
    session.undo_stack.undo()
    assert panel.outdated.text().startswith("A map of tiny, step 20, with 1 edit;")


def test_a_map_of_points_that_d_chose(
    prompt_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.explore.map.latent_map.COUNT", COUNT)
    prompt_workspace.open(str(make_judged_run(tmp_path, pictures=False).folder))
    latent_map = LatentMap(prompt_workspace.session, prompt_workspace.background, prompt_workspace.random_points())
    latent_map.draw(4)
    prompt_workspace.choosing.set_enabled(True)
    assert latent_map.current is not None and np.array_equal(latent_map.current.points, sample_z(COUNT, 8, 4))
    latent_map.draw(4)
    points = latent_map.current.points
    stream = sample_z(20 * COUNT, 8, 4)
    assert len(points) == COUNT and all((stream == z).all(axis=1).any() for z in points)
    assert not np.array_equal(points, stream[:COUNT])


def test_a_place_has_the_menu_of_its_point(
    panel: MapPanel, latent_map: LatentMap, session: Session, kept: list[np.ndarray], qtbot: QtBot
) -> None:
    assert panel.menu.menu_at(panel.view.rect().center()) is None
    draw(panel, qtbot)
    place = QPoint(*panel.view.on_screen()[7].astype(int).tolist())
    point = latent_map.current.points[panel.view.number_at(QPointF(place))]  # type: ignore[union-attr]
    menu = panel.menu.menu_at(place)
    assert menu is not None
    go, _, keep = menu.actions()
    keep.trigger()
    assert np.array_equal(kept, [point]) and not np.array_equal(session.z, point)
    go.trigger()
    assert np.array_equal(session.z, point)
