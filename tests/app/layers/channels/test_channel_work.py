"""What can be done in the channel panel: sort, pin, compare A and B, edit, rank."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.layers.channels.channel_details import Pin
from app.layers.channels.channel_panel import ChannelPanel
from app.session.session import Endpoint, Session
from gan.layers.edits import parse_edit
from gan.layers.ordering import Order
from gan.model.config import ModelConfig
from gan.request import RenderResult
from tests.app.layers.channels.test_channel_panel import choose, maps_of, shown
from tests.gan.generators import save_drawing_generator


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> ChannelPanel:
    panel = ChannelPanel(session)
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
        session.select_layer("block2.norm")
        assert panel.grid.order == by(shown(panel).var(axis=(1, 2), dtype=np.float64))

    def test_by_effect(self, panel: ChannelPanel, session: Session, qtbot: QtBot) -> None:
        with qtbot.waitSignal(session.effects.measured, timeout=20_000):
            choose(panel.tools.order, Order.EFFECT)
        effects = session.effects.of("block1.act")
        assert effects is not None and panel.grid.order == by(effects)
        panel.grid.set_current(panel.grid.order[0])
        assert f"effect on the picture {effects.max():.3g}" in panel.details.numbers.text()

    def test_a_cancelled_ranking_leaves_them_by_index(
        self, panel: ChannelPanel, session: Session, qtbot: QtBot
    ) -> None:
        session.effects.started.connect(lambda job: job.cancel())
        with qtbot.waitSignal(session.effects.cancelled, timeout=20_000):
            choose(panel.tools.order, Order.EFFECT)
        assert panel.tools.order.currentData() == Order.INDEX
        assert panel.grid.order == list(range(8)) and panel.save_state()["order"] == Order.INDEX

    def test_all_that_is_known_of_a_channel_fits_a_small_window(
        self, panel: ChannelPanel, session: Session, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(session.effects.measured, timeout=20_000):
            choose(panel.tools.order, Order.EFFECT)
        panel.grid.set_current(panel.grid.order[0])
        qtbot.keyClick(panel.grid, Qt.Key.Key_P)
        assert panel.details.numbers.text().count("\n") == 2 and panel.details.pins
        layout = panel.layout()
        assert layout is not None and layout.minimumSize().height() <= 400

    def test_another_snapshot_keeps_the_order(
        self, panel: ChannelPanel, session: Session, tiny_config: ModelConfig, tmp_path: Path
    ) -> None:
        choose(panel.tools.order, Order.MEAN)
        order = panel.grid.order
        session.open_path(str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1)))
        assert panel.grid.order == order


class TestPins:
    def test_they_stay_in_view_live_and_are_taken_away(
        self, panel: ChannelPanel, session: Session, qtbot: QtBot
    ) -> None:
        panel.grid.set_current(3)
        qtbot.keyClick(panel.grid, Qt.Key.Key_P)
        session.select_layer("block2.act")
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

    def test_another_snapshot_keeps_them_another_architecture_does_not(
        self, panel: ChannelPanel, session: Session, tiny_config: ModelConfig, tmp_path: Path
    ) -> None:
        panel.restore_state({"pins": [["block1.act", 7], ["block2.act", 1], ["block9.act", 0], "nonsense"]})
        assert panel.details.pins == (Pin("block1.act", 7), Pin("block2.act", 1))
        session.open_path(str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1)))
        assert len(panel.details.pins) == 2
        narrow = ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4)
        session.open_path(str(save_drawing_generator(tmp_path / "narrow.safetensors", narrow)))
        assert panel.details.pins == (Pin("block1.act", 7), Pin("block2.act", 1))[: len(panel.details.pins)]
        assert all(pin.channel < 8 for pin in panel.details.pins)


class TestPoints:
    def test_a_b_and_their_difference(self, panel: ChannelPanel, session: Session) -> None:
        a, b = session.endpoint(Endpoint.A), session.endpoint(Endpoint.B)
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
        session.set_endpoint(Endpoint.A, session.endpoint(Endpoint.B))
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
        session.select_layer("block2.conv")
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


class TestRanking:
    def test_it_is_measured_once_for_a_file(self, session: Session, qtbot: QtBot) -> None:
        assert session.model is not None
        jobs: list[object] = []
        session.effects.started.connect(jobs.append)
        path = session.model.source.path
        with qtbot.waitSignal(session.effects.measured, timeout=20_000):
            session.effects.measure(path, "block2.act", 8)
        session.effects.measure(path, "block2.act", 8)
        assert len(jobs) == 1 and session.effects.is_current(path, "block2.act")
        with qtbot.waitSignal(session.effects.measured, timeout=20_000):
            session.effects.measure(path, "block1.act", 8)
        assert len(jobs) == 2

    def test_a_broken_file_is_told(self, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
        with qtbot.waitSignal(session.failed, timeout=20_000) as told:
            session.effects.measure(tmp_path / "gone.safetensors", "block1.act", 8)
        assert "there is no file" in told.args[0]
