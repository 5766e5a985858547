"""What can be done in the channel panel: sort, pin, compare A and B, edit."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.layers.channels.channel_look import ChannelLook, Pin
from app.layers.channels.channel_panel import ChannelPanel
from app.layers.channels.channel_ranking import ChannelRanking
from app.session.interpolation import Endpoint
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.layers.edits import parse_edit
from gan.layers.ordering import Order
from gan.model.config import ModelConfig
from gan.request import RenderResult
from tests.app.layers.channels.test_channel_panel import choose, maps_of, shown
from tests.gan.generators import save_drawing_generator


@pytest.fixture
def panel(session: Session, look: ChannelLook, ranking: ChannelRanking, qtbot: QtBot) -> ChannelPanel:
    panel = ChannelPanel(session, look, ranking)
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    panel.activateWindow()
    panel.grid.setFocus()
    qtbot.waitUntil(panel.grid.hasFocus)
    return panel


def by(values: np.ndarray) -> list[int]:
    return np.argsort(-values, kind="stable").tolist()


class TestSort:
    def test_by_mean_and_the_order_holds_while_z_moves(self, panel: ChannelPanel, session: Session) -> None:
        choose(panel.tools.order, Order.MEAN)
        order = by(shown(panel).mean(axis=(1, 2), dtype=np.float64))
        assert panel.grid.order == order != sorted(order)
        session.set_z(-3 * session.z)
        assert panel.grid.order == order
        choose(panel.tools.order, Order.MEAN)
        assert panel.grid.order == by(shown(panel).mean(axis=(1, 2), dtype=np.float64)) != order

    def test_another_layer_is_sorted_anew(self, panel: ChannelPanel, session: Session) -> None:
        choose(panel.tools.order, Order.VARIANCE)
        session.inspection.select_layer("block2.norm")
        assert panel.grid.order == by(shown(panel).var(axis=(1, 2), dtype=np.float64))

    def test_by_effect(self, panel: ChannelPanel, ranking: ChannelRanking) -> None:
        choose(panel.tools.order, Order.EFFECT)
        measured = ranking.of("block1.act")
        assert measured is not None and panel.grid.order == by(measured.effects)
        panel.grid.set_current(panel.grid.order[0])
        assert f"effect on the picture {measured.effects.max():.3g}" in panel.details.numbers.text()

    def test_an_effect_that_was_measured_on_another_file_says_so(
        self, panel: ChannelPanel, workspace: Workspace, tiny_config: ModelConfig, tmp_path: Path
    ) -> None:
        choose(panel.tools.order, Order.EFFECT)
        order = panel.grid.order
        panel.grid.set_current(order[0])
        workspace.open(str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1)))
        assert panel.grid.order == order and "effect in tiny, step 20" in panel.details.numbers.text()
        assert panel.caption.text().endswith("sorted by the effects in tiny, step 20")
        choose(panel.tools.order, Order.EFFECT)
        assert "effect on the picture" in panel.details.numbers.text()

    def test_another_architecture_is_ranked_anew(
        self, panel: ChannelPanel, workspace: Workspace, ranking: ChannelRanking, colour_model: Path
    ) -> None:
        choose(panel.tools.order, Order.EFFECT)
        workspace.open(str(colour_model))
        measured = ranking.of("block1.act")
        assert measured is not None and panel.grid.order == by(measured.effects)

    def test_a_cancelled_ranking_leaves_them_by_index(
        self, panel: ChannelPanel, look: ChannelLook, ranking: ChannelRanking
    ) -> None:
        ranking.started.connect(lambda job: job.cancel())
        choose(panel.tools.order, Order.EFFECT)
        assert panel.tools.order.currentData() == look.order == Order.INDEX
        assert panel.grid.order == list(range(8))

    def test_a_ranking_that_fails_leaves_them_by_index(
        self, panel: ChannelPanel, session: Session, tiny_model: Path, qtbot: QtBot
    ) -> None:
        tiny_model.unlink()
        with qtbot.waitSignal(session.failed):
            choose(panel.tools.order, Order.EFFECT)
        assert panel.tools.order.currentData() == Order.INDEX

    def test_all_that_is_known_of_a_channel_fits_a_small_window(self, panel: ChannelPanel, qtbot: QtBot) -> None:
        choose(panel.tools.order, Order.EFFECT)
        panel.grid.set_current(panel.grid.order[0])
        qtbot.keyClick(panel.grid, Qt.Key.Key_P)
        assert panel.details.numbers.text().count("\n") == 2 and panel.details.pins
        layout = panel.layout()
        assert layout is not None and layout.minimumSize().height() <= 400

    def test_another_snapshot_keeps_the_order(
        self, panel: ChannelPanel, workspace: Workspace, tiny_config: ModelConfig, tmp_path: Path
    ) -> None:
        choose(panel.tools.order, Order.MEAN)
        order = panel.grid.order
        workspace.open(str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1)))
        assert panel.grid.order == order


class TestPins:
    def test_they_stay_in_view_live_and_are_taken_away(
        self, panel: ChannelPanel, session: Session, qtbot: QtBot
    ) -> None:
        panel.grid.set_current(3)
        qtbot.keyClick(panel.grid, Qt.Key.Key_P)
        session.inspection.select_layer("block2.act")
        assert panel.details.pins == (Pin("block1.act", 3),)
        card = panel.details._pins[Pin("block1.act", 3)]
        session.set_component(0, 3.0)
        assert card.view.maps is not None
        assert np.array_equal(card.view.maps[0], maps_of(session, "block1.act")[3])
        panel.details.unpinned.emit(Pin("block1.act", 3))
        assert panel.details.pins == ()

    def test_several_at_once_and_again(self, panel: ChannelPanel) -> None:
        panel.grid.select_all()
        panel.actions_row.pin.trigger()
        assert len(panel.details.pins) == 8
        panel.actions_row.pin.trigger()
        assert panel.details.pins == ()

    def test_those_that_another_architecture_has_not_are_taken_away(
        self, panel: ChannelPanel, look: ChannelLook, workspace: Workspace, colour_model: Path, tiny_model: Path
    ) -> None:
        workspace.open(str(colour_model))
        look.set_pins([Pin("block1.act", 31), Pin("block2.act", 1)])
        workspace.open(str(tiny_model))
        assert panel.details.pins == (Pin("block2.act", 1),)
        card = panel.details._pins[Pin("block2.act", 1)]
        assert card.view.maps is not None
        assert np.array_equal(card.view.maps[0], maps_of(workspace.session, "block2.act")[1])


class TestPoints:
    def test_a_b_and_their_difference(self, panel: ChannelPanel, session: Session) -> None:
        a, b = session.interpolation.endpoint(Endpoint.A), session.interpolation.endpoint(Endpoint.B)
        maps = {}
        for name in ("a", "b", "difference"):
            panel.tools.point.button(name).click()
            maps[name] = shown(panel)
        session.set_z(a)
        assert np.allclose(maps["a"], maps_of(session, "block1.act"), atol=1e-5)
        session.set_z(b)
        assert np.allclose(maps["b"], maps_of(session, "block1.act"), atol=1e-5)
        assert np.allclose(maps["difference"], maps["b"] - maps["a"], atol=1e-5)
        assert panel.bar.low.text().startswith("−"), "a difference goes below zero even after a ReLU"

    def test_they_follow_a_and_b(self, panel: ChannelPanel, session: Session) -> None:
        panel.tools.point.button("difference").click()
        session.interpolation.set_endpoint(Endpoint.A, session.interpolation.endpoint(Endpoint.B))
        assert np.allclose(shown(panel), 0, atol=1e-5)

    def test_only_what_is_seen_is_made(self, panel: ChannelPanel, session: Session) -> None:
        seen: list[RenderResult] = []
        session.rendered.connect(seen.append)
        panel.tools.point.button("a").click()
        session.render()
        assert not seen[-1].maps
        panel.tools.point.button("current").click()
        assert "block1.act" in seen[-1].maps


class TestEdits:
    def test_mute_by_key_and_again(self, panel: ChannelPanel, session: Session, qtbot: QtBot) -> None:
        panel.grid.set_current(2)
        qtbot.keyClick(panel.grid, Qt.Key.Key_M)
        assert session.edits.current == (parse_edit("block1:2=0"),)
        assert not shown(panel)[2].any()
        assert panel.actions_row.gain.value() == 0
        qtbot.keyClick(panel.grid, Qt.Key.Key_M)
        assert session.edits.current == () and shown(panel)[2].any()

    def test_solo_leaves_the_selection(self, panel: ChannelPanel, session: Session, qtbot: QtBot) -> None:
        session.inspection.select_layer("block2.conv")
        panel.grid.set_current(1)
        qtbot.keyClick(panel.grid, Qt.Key.Key_S)
        assert session.edits.current == (parse_edit("block2.conv:*-1=0"),)
        assert [bool(channel.any()) for channel in shown(panel)] == [False, True, False, False]

    def test_gain_of_a_selection(self, panel: ChannelPanel, session: Session) -> None:
        before = shown(panel).copy()
        panel.grid.select_all()
        panel.actions_row.gain.setValue(1.5)
        panel.actions_row.gain.setValue(2.0)
        assert session.edits.current == (parse_edit("block1:0-7=2"),)
        assert np.allclose(shown(panel), 2 * before)
        session.undo_stack.undo()
        assert session.edits.current == (parse_edit("block1:0-7=1.5"),)

    def test_nothing_selected_nothing_to_do(self, panel: ChannelPanel) -> None:
        assert not panel.actions_row.mute.isEnabled() and not panel.actions_row.gain.isEnabled()
        panel.grid.set_current(0)
        assert panel.actions_row.mute.isEnabled()

    def test_marks_say_what_is_muted_changed_and_pinned(self, panel: ChannelPanel, session: Session) -> None:
        for edit in ("block1:2=0", "block1:4=2", "block1:5=0@0,0,0.5,1"):
            session.edits.add(parse_edit(edit))
        marks = panel.actions_row.marks(frozenset())
        assert (marks.muted, marks.changed) == ({2}, {4, 5})
