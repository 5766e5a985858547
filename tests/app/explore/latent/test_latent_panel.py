"""The table of sliders, moved by mouse and keyboard."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.explore.latent.latent_model import SLIDER_RANGE, Column, LatentModel
from app.explore.latent.latent_panel import LatentPanel
from app.explore.latent.sensitivity import Measured, Sensitivity
from app.explore.latent.slider_delegate import groove_rect, x_of
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.widgets.number_fields import FloatField
from gan.explore.latent import LARGEST_SEED, sample_z
from gan.layers.edits import parse_edit
from tests.gan.tiny import save_tiny


@pytest.fixture
def workspace(prompt_workspace: Workspace, tiny_model: Path) -> Workspace:
    """What is to be measured is measured at once."""
    prompt_workspace.open(str(tiny_model))
    return prompt_workspace


@pytest.fixture
def latent(workspace: Workspace) -> LatentModel:
    return LatentModel(
        workspace.session, Sensitivity(workspace.session, workspace.background), workspace.random_points()
    )


@pytest.fixture
def panel(session: Session, latent: LatentModel, qtbot: QtBot) -> LatentPanel:
    panel = LatentPanel(session, latent)
    qtbot.addWidget(panel)
    panel.resize(380, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def place(panel: LatentPanel, row: int, value: float) -> QPoint:
    """Where the handle of ``row`` stands when it shows ``value``."""
    groove = groove_rect(panel.table.visualRect(panel.model.index(row, Column.SLIDER)))
    return QPoint(round(x_of(value, groove)), round(groove.center().y()))


def numbers(panel: LatentPanel) -> list[str]:
    """The first column, from top to bottom."""
    return [panel.model.index(row, Column.INDEX).data() for row in range(panel.model.rowCount())]


def choose_order(panel: LatentPanel, choice: int) -> None:
    panel.order_box.setCurrentIndex(choice)
    panel.order_box.activated.emit(choice)


def give_keyboard(panel: LatentPanel, row: int, qtbot: QtBot) -> None:
    """To the slider in ``row``."""
    panel.activateWindow()
    panel.table.setFocus()
    qtbot.waitUntil(panel.table.hasFocus)
    panel.table.setCurrentIndex(panel.model.index(row, Column.SLIDER))


def edit(panel: LatentPanel, row: int) -> FloatField:
    """The editor of a value, with all of it selected."""
    panel.table.edit(panel.model.index(row, Column.VALUE))
    editor = panel.table.findChild(FloatField)
    assert editor is not None
    editor.selectAll()
    return editor


def test_there_is_a_row_for_every_dimension(panel: LatentPanel, session: Session) -> None:
    assert panel.model.rowCount() == len(session.z)
    shown = [panel.model.index(row, Column.VALUE).data() for row in range(len(session.z))]
    assert shown == [f"{value:+.2f}".replace("-", "−") for value in session.z]


def test_a_press_moves_the_slider_there(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 2, 1.5))
    assert session.z[2] == pytest.approx(1.5, abs=0.05)


def test_a_drag_follows_the_mouse_and_stops_at_the_ends(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    viewport = panel.table.viewport()
    others = np.delete(session.z, 1)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(panel, 1, 0.0))
    qtbot.mouseMove(viewport, place(panel, 1, -2.0))
    assert session.z[1] == pytest.approx(-2.0, abs=0.05)
    qtbot.mouseMove(viewport, place(panel, 1, 3.0) + QPoint(500, 80))
    assert session.z[1] == SLIDER_RANGE
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(panel, 1, 3.0))
    qtbot.mouseMove(viewport, place(panel, 1, 0.0))
    assert session.z[1] == SLIDER_RANGE
    assert np.array_equal(np.delete(session.z, 1), others)


def test_a_double_click_resets_one_dimension(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 4, 2.0))
    assert session.z[4] == 0


def test_arrow_keys_move_the_current_slider(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    before = session.z[3]
    panel.table.setCurrentIndex(panel.model.index(3, Column.SLIDER))
    qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    assert session.z[3] == pytest.approx(before + 0.1)
    qtbot.keyClick(panel.table, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert session.z[3] == pytest.approx(before - 0.9)


def test_a_value_can_be_typed(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    editor = edit(panel, 5)
    qtbot.keyClicks(editor, "4.25")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.z[5] == pytest.approx(4.25))


def test_a_value_can_be_typed_by_keys_alone(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    give_keyboard(panel, 3, qtbot)
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    editor = panel.table.findChild(FloatField)
    assert editor is not None
    qtbot.keyClicks(editor, "-2,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.z[3] == pytest.approx(-2.5))
    assert panel.table.hasFocus() and panel.table.currentIndex().row() == 3


@pytest.mark.parametrize(("text", "value"), [("-2,5", -2.5), ("0.5", 0.5), ("-1.5", -1.5)])
def test_dot_and_comma_are_both_understood_in_every_language(
    panel: LatentPanel, session: Session, qtbot: QtBot, text: str, value: float
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        editor = edit(panel, 5)
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: session.z[5] == pytest.approx(value))
    finally:
        QLocale.setDefault(before)


def test_a_value_far_outside_is_refused_where_it_was_typed(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    before = session.z
    editor = edit(panel, 5)
    qtbot.keyClicks(editor, "99")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert editor.isVisible() and editor.text() == "99" and QToolTip.text() == "99 is not from -10 to 10"
    assert np.array_equal(session.z, before)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert np.array_equal(session.z, before)


@pytest.mark.parametrize("start", [0.123456789, 42.5])
def test_who_opens_an_editor_and_types_nothing_changes_nothing(
    panel: LatentPanel, session: Session, qtbot: QtBot, start: float
) -> None:
    session.set_component(5, start)
    before = session.z
    qtbot.keyClick(edit(panel, 5), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert np.array_equal(session.z, before)


def test_tab_is_the_way_out_of_the_table(panel: LatentPanel, qtbot: QtBot) -> None:
    give_keyboard(panel, 2, qtbot)
    qtbot.keyClick(panel.table, Qt.Key.Key_Tab)
    assert not panel.table.hasFocus()


def test_a_value_beyond_the_slider_is_drawn_as_an_arrow(panel: LatentPanel, session: Session) -> None:
    pictures = []
    for value in (SLIDER_RANGE, 2 * SLIDER_RANGE):
        session.set_component(1, value)
        cell = panel.table.visualRect(panel.model.index(1, Column.SLIDER))
        pictures.append(panel.table.viewport().grab(cell).toImage())
    assert pictures[0] != pictures[1]


def test_the_seed_box_draws_the_point_of_the_command_line(panel: LatentPanel, session: Session) -> None:
    panel.seed_box.setValue(77)
    assert np.array_equal(session.z, sample_z(1, 8, 77)[0])


def test_randomise_shows_the_seed_that_it_drew(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.random_button, Qt.MouseButton.LeftButton)
    assert np.array_equal(session.z, sample_z(1, 8, panel.seed_box.value())[0])


def test_a_panel_that_is_built_late_shows_the_seed(session: Session, latent: LatentModel, qtbot: QtBot) -> None:
    latent.go_to_seed(31)
    panel = LatentPanel(session, latent)
    qtbot.addWidget(panel)
    assert panel.seed_box.value() == 31 and np.array_equal(session.z, sample_z(1, 8, 31)[0])
    latent.randomise()
    assert panel.seed_box.value() == latent.seed


def test_reset_goes_to_the_centre(panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert not session.z.any()
    assert "‖z‖ = 0.00" in panel.norm_label.text()


class TestOrderFilterAndLock:
    def test_the_most_sensitive_come_first(
        self, panel: LatentPanel, session: Session, latent: LatentModel, qtbot: QtBot
    ) -> None:
        choose_order(panel, 1)
        sensitivity = latent.sensitivity.current
        assert sensitivity is not None
        assert numbers(panel) == [str(row) for row in np.argsort(-sensitivity, kind="stable")]
        first = panel.model.index(0, Column.INDEX)
        assert f"{sensitivity.max():.1f} of 255" in first.data(Qt.ItemDataRole.ToolTipRole)
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 0, 2.0))
        assert session.z[int(np.argmax(sensitivity))] == pytest.approx(2.0, abs=0.05)
        choose_order(panel, 0)
        assert numbers(panel) == [str(row) for row in range(8)]

    def test_of_another_generator_nothing_is_known(
        self, panel: LatentPanel, workspace: Workspace, tmp_path: Path
    ) -> None:
        choose_order(panel, 1)
        workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
        assert panel.order_box.currentIndex() == 0 and numbers(panel) == [str(row) for row in range(8)]
        assert "grey levels" not in panel.model.index(0, Column.INDEX).data(Qt.ItemDataRole.ToolTipRole)

    def test_another_snapshot_does_not_scroll_the_table(
        self, panel: LatentPanel, workspace: Workspace, tmp_path: Path
    ) -> None:
        panel.resize(380, 200)
        bar = panel.table.verticalScrollBar()
        bar.setValue(30)
        assert bar.value() == 30
        workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
        assert bar.value() == 30

    def test_only_what_was_typed(self, panel: LatentPanel, qtbot: QtBot) -> None:
        qtbot.keyClicks(panel.filter, "1, 5-6")
        assert numbers(panel) == ["1", "5", "6"]
        qtbot.keyClicks(panel.filter, ", x")
        assert numbers(panel) == ["1", "5", "6"] and "ranges" in panel.filter.toolTip()
        panel.filter.clear()
        assert panel.model.rowCount() == 8

    def test_a_locked_dimension_stays(
        self, panel: LatentPanel, session: Session, latent: LatentModel, qtbot: QtBot
    ) -> None:
        before = session.z[2]
        number = panel.table.visualRect(panel.model.index(2, Column.INDEX)).center()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=number)
        assert panel.model.index(2, Column.INDEX).data() == "lock 2"
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 2, 2.5))
        panel.seed_box.setValue(77)
        expected = sample_z(1, 8, 77)[0]
        expected[2] = before
        assert np.array_equal(session.z, expected)
        latent.reset()
        assert session.z[2] == before and not np.delete(session.z, 2).any()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=number)
        latent.reset()
        assert session.z[2] == 0


class TestLength:
    """The bar that shows the length of z, and scales it."""

    def test_a_drag_scales_z(self, panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
        before, bar = session.z, panel.norm_bar
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(1.0)), 20))
        qtbot.mouseMove(bar, QPoint(round(bar.x_of(2.0)), 20))
        qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton)
        length = np.linalg.norm(session.z)
        assert length == pytest.approx(2.0, abs=0.05)
        assert session.z == pytest.approx(before * length / np.linalg.norm(before), abs=1e-5)
        assert session.undo_stack.undoText() == "scale z"
        session.undo_stack.undo()
        assert np.array_equal(session.z, before), "one drag is one step"

    def test_keys_and_double_click(self, panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
        before = np.linalg.norm(session.z)
        qtbot.keyClick(panel.norm_bar, Qt.Key.Key_Left)
        assert np.linalg.norm(session.z) == pytest.approx(before - 0.02 * np.sqrt(8))
        qtbot.mouseDClick(panel.norm_bar, Qt.MouseButton.LeftButton)
        assert np.linalg.norm(session.z) == pytest.approx(np.sqrt(8))
        for _ in range(60):
            qtbot.keyClick(panel.norm_bar, Qt.Key.Key_PageDown)
        assert np.linalg.norm(session.z) == pytest.approx(0.02 * np.sqrt(8)), "never 0, from where no way leads back"

    def test_a_locked_dimension_is_not_scaled(
        self, panel: LatentPanel, session: Session, latent: LatentModel, qtbot: QtBot
    ) -> None:
        held = session.z[2]
        latent.toggle_lock(2)
        qtbot.keyClick(panel.norm_bar, Qt.Key.Key_Right)
        assert session.z[2] == held


class TestPins:
    def test_a_pinned_row_stays_on_top(
        self, panel: LatentPanel, session: Session, latent: LatentModel, qtbot: QtBot
    ) -> None:
        give_keyboard(panel, 5, qtbot)
        qtbot.keyClick(panel.table, Qt.Key.Key_P)
        assert numbers(panel) == ["pin 5", "0", "1", "2", "3", "4", "6", "7"]
        panel.order_box.setCurrentIndex(1)
        assert session.origin is not None
        latent.sensitivity.show(Measured(np.arange(8, dtype=np.float32), session.z, session.origin))
        assert numbers(panel) == ["pin 5", "7", "6", "4", "3", "2", "1", "0"]
        panel.filter.setText("1")
        assert numbers(panel) == ["pin 5", "1"]
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 0, 2.0))
        assert session.z[5] == pytest.approx(2.0, abs=0.05)

    def test_keys_lock_and_zero(self, panel: LatentPanel, session: Session, qtbot: QtBot) -> None:
        give_keyboard(panel, 4, qtbot)
        before = session.z[4]
        qtbot.keyClick(panel.table, Qt.Key.Key_L)
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
        assert numbers(panel)[4] == "lock 4" and session.z[4] == before
        qtbot.keyClick(panel.table, Qt.Key.Key_L)
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
        assert numbers(panel)[4] == "4" and session.z[4] == 0

    def test_the_menu_of_a_row(self, panel: LatentPanel, session: Session) -> None:
        def choose(row: int, title: str) -> None:
            menu = panel.menu_for(panel.model.index(row, Column.INDEX))
            next(action for action in menu.actions() if title in action.text()).trigger()

        choose(3, "Pin on")
        choose(0, "Lock")
        assert numbers(panel)[0] == "pin lock 3"
        choose(0, "lock")
        choose(0, "Set to 0")
        assert session.z[3] == 0
        choose(0, "back")
        assert numbers(panel) == [str(row) for row in range(8)]


class TestWheel:
    def turn(self, panel: LatentPanel, row: int) -> None:
        viewport, at = panel.table.viewport(), QPointF(place(panel, row, 0.0))
        where = QPointF(viewport.mapToGlobal(at.toPoint()))
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, where, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, phase, False)
        QApplication.sendEvent(viewport, event)

    def test_it_moves_the_slider_that_was_pressed_last(
        self, panel: LatentPanel, session: Session, qtbot: QtBot
    ) -> None:
        panel.activateWindow()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 2, 1.0))
        qtbot.waitUntil(panel.table.hasFocus)
        before = session.z
        self.turn(panel, 2)
        assert session.z[2] == pytest.approx(before[2] + 0.1)

    def test_elsewhere_it_scrolls_and_goes_on_scrolling(
        self, panel: LatentPanel, session: Session, qtbot: QtBot
    ) -> None:
        panel.activateWindow()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 2, 1.0))
        qtbot.waitUntil(panel.table.hasFocus)
        before = session.z
        self.turn(panel, 4)
        self.turn(panel, 2)
        assert np.array_equal(session.z, before)


def test_the_seed_box_is_empty_where_no_known_seed_draws_the_point(
    panel: LatentPanel, session: Session, qtbot: QtBot
) -> None:
    panel.seed_box.setValue(77)
    session.set_component(0, 2.0)
    assert panel.seed_box.number is None and panel.seed_box.text() == "–"
    session.undo_stack.undo()
    assert panel.seed_box.number == 77


@pytest.mark.parametrize("text", ["99999999999", "-5"])
def test_a_seed_out_of_range_is_refused(panel: LatentPanel, session: Session, text: str, qtbot: QtBot) -> None:
    before = session.z
    panel.seed_box.selectAll()
    qtbot.keyClicks(panel.seed_box, text)
    qtbot.keyClick(panel.seed_box, Qt.Key.Key_Return)
    assert f"{text} is not from 0 to {LARGEST_SEED}" in panel.seed_box.problem()
    assert np.array_equal(session.z, before)


def test_a_sensitivity_of_another_point_or_network_says_so(
    panel: LatentPanel, session: Session, latent: LatentModel
) -> None:
    choose_order(panel, 1)
    assert panel.order_box.itemText(1) == "By sensitivity here" and "around here" in latent._explained(0)
    session.set_component(0, 2.0)
    assert panel.order_box.itemText(1) == "By sensitivity elsewhere"
    assert "around the point where it was measured" in latent._explained(0)
    session.undo_stack.undo()
    assert panel.order_box.itemText(1) == "By sensitivity here"
    session.edits.add(parse_edit("block2:1=0"))
    assert panel.order_box.itemText(1) == "By sensitivity elsewhere"
