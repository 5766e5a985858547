"""The channel panel follows the session and says what it shows."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app import theme
from app.layers.channels.channel_look import ChannelLook, Pin
from app.layers.channels.channel_panel import ChannelPanel
from app.layers.channels.channel_ranking import ChannelRanking
from app.layers.views.colouring import ColourChoice
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.images import Picture
from gan.layers.catalogue import Upsampling
from gan.layers.mosaic import Maps, Scaling
from gan.layers.ordering import Order
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from tests.app.layers.views.test_channel_grid import drawn


@pytest.fixture
def panel(session: Session, look: ChannelLook, ranking: ChannelRanking, qtbot: QtBot) -> ChannelPanel:
    panel = ChannelPanel(session, look, ranking)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    return panel


def choose(box: QComboBox, key: str) -> None:
    index = box.findData(key)
    assert index >= 0
    box.setCurrentIndex(index)
    box.activated.emit(index)


def maps_of(session: Session, layer: str, upsampling: Upsampling = Upsampling.NATIVE) -> Maps:
    assert session.model is not None
    request = RenderRequest(session.model.source.path, session.z[None], (layer,), upsampling)
    return Renderer("cpu").render(request).maps[layer][0]


def shown(panel: ChannelPanel) -> Maps:
    assert panel.grid.maps is not None
    return panel.grid.maps


def test_it_shows_the_selected_layer_of_the_current_z(panel: ChannelPanel, session: Session) -> None:
    assert np.array_equal(shown(panel), maps_of(session, "block1.act"))
    assert panel.caption.text() == "8 × 7 × 7, ReLU"
    session.set_component(0, 3.0)
    assert np.array_equal(shown(panel), maps_of(session, "block1.act"))


def test_it_follows_the_selection(panel: ChannelPanel, session: Session) -> None:
    session.inspection.select_layer("block2.norm")
    assert np.array_equal(shown(panel), maps_of(session, "block2.norm"))
    assert panel.caption.text() == "4 × 14 × 14, batch normalisation"
    assert panel.tools.block.currentData() == "block2"
    assert panel.tools.stage.current == "norm"


def test_block_and_stage_select_a_layer(panel: ChannelPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.tools.stage.button("norm"), Qt.MouseButton.LeftButton)
    assert session.inspection.layer == "block1.norm"
    choose(panel.tools.block, "block2")
    assert session.inspection.layer == "block2.norm"
    choose(panel.tools.block, "block3")
    assert session.inspection.layer == "block3.act"


def test_the_last_block_has_no_batchnorm_to_choose(panel: ChannelPanel, session: Session) -> None:
    session.inspection.select_layer("block3.conv")
    assert not panel.tools.stage.button("norm").isEnabled()
    assert panel.tools.stage.button("act").isEnabled()
    session.inspection.select_layer("block2.conv")
    assert panel.tools.stage.button("norm").isEnabled()


@pytest.mark.parametrize("upsampling", [Upsampling.NEAREST, Upsampling.BILINEAR])
def test_channels_can_be_enlarged_to_the_picture(panel: ChannelPanel, session: Session, upsampling: Upsampling) -> None:
    choose(panel.tools.map_size, upsampling)
    assert shown(panel).shape == (8, 28, 28)
    assert np.array_equal(shown(panel), maps_of(session, "block1.act", upsampling))
    assert panel.caption.text() == "8 × 7 × 7, ReLU, enlarged to 28 × 28"
    choose(panel.tools.map_size, Upsampling.NATIVE)
    assert shown(panel).shape == (8, 7, 7)


def test_the_last_layer_in_grey_is_the_picture(panel: ChannelPanel, session: Session) -> None:
    pictures: list[Picture] = []
    session.rendered.connect(lambda result: pictures.append(result.images[0]))
    session.inspection.select_layer("block3.act")
    choose(panel.tools.colours, "grey")
    choose(panel.tools.scaling, Scaling.FIXED)
    session.set_component(1, -1.5)
    tile, picture = drawn(panel.grid, 0).astype(int), pictures[-1].astype(int)
    assert picture.std() > 10
    # Halves may round to either side, so a rare pixel may be off by one.
    assert abs(tile - picture).max() <= 1
    assert np.mean(tile == picture) > 0.99


def test_planes_of_a_colour_picture_are_its_channels(
    panel: ChannelPanel, look: ChannelLook, workspace: Workspace, session: Session, colour_model: Path
) -> None:
    pictures: list[Picture] = []
    session.rendered.connect(lambda result: pictures.append(result.images[0]))
    workspace.open(str(colour_model))
    look.set_colours(ColourChoice("grey", Scaling.FIXED, (-1.0, 1.0)))
    session.inspection.select_layer("block5.act")
    for plane in range(3):
        tile = drawn(panel.grid, plane)[..., 0].astype(int)
        assert abs(tile - pictures[-1][..., plane]).max() <= 1


def test_the_colour_bar_gives_the_range(panel: ChannelPanel, session: Session) -> None:
    session.inspection.select_layer("block1.conv")
    largest = float(abs(shown(panel)).max())
    assert panel.bar.high.text() == f"{largest:.3g}"
    assert panel.bar.low.text() == f"−{largest:.3g}"
    choose(panel.tools.scaling, Scaling.CHANNEL)
    assert "each channel" in panel.bar.high.text()


def test_a_fixed_range_is_typed_in(panel: ChannelPanel) -> None:
    assert not panel.tools.low.isVisible()
    choose(panel.tools.scaling, Scaling.FIXED)
    assert panel.tools.low.isVisible()
    panel.tools.high.setValue(2.5)
    panel.tools.low.setValue(0.25)
    assert (panel.bar.low.text(), panel.bar.high.text()) == ("0.25", "2.5")


def test_the_lower_limit_stays_below_the_higher(panel: ChannelPanel) -> None:
    choose(panel.tools.scaling, Scaling.FIXED)
    panel.tools.low.setValue(50)
    assert panel.tools.low.value() == pytest.approx(0.99)
    panel.tools.high.setValue(-50)
    assert panel.tools.high.value() == pytest.approx(1.0)


def test_a_hovered_channel_is_described_and_stays_live(panel: ChannelPanel, session: Session, qtbot: QtBot) -> None:
    hint = panel.info.text()
    qtbot.mouseMove(panel.grid.viewport(), panel.grid.tile_rect(3).center())
    before = panel.info.text()
    assert before.startswith(f"Channel 3: min 0, max {shown(panel)[3].max():.3g}, ")
    assert before.endswith("% zeros")
    session.set_component(2, 4.0)
    assert panel.info.text() != before
    panel.grid.clear()
    assert panel.info.text() == hint


def test_hidden_it_has_no_maps_made(panel: ChannelPanel, session: Session) -> None:
    results: list[RenderResult] = []
    session.rendered.connect(results.append)
    session.set_component(0, 0.1)
    assert list(results[-1].maps) == ["block1.act"]
    panel.hide()
    session.set_component(0, 0.2)
    assert not results[-1].maps
    session.inspection.select_layer("block2.act")
    assert not results[-1].maps
    panel.show()
    assert list(results[-1].maps) == ["block2.act"]
    assert np.array_equal(shown(panel), maps_of(session, "block2.act"))


def test_another_architecture_is_followed(
    panel: ChannelPanel, workspace: Workspace, session: Session, colour_model: Path
) -> None:
    session.inspection.select_layer("block2.act")
    workspace.open(str(colour_model))
    assert panel.tools.block.count() == 5
    assert panel.caption.text() == "16 × 8 × 8, ReLU"
    assert np.array_equal(shown(panel), maps_of(session, "block2.act"))


def test_nothing_of_another_architecture_stays(panel: ChannelPanel, workspace: Workspace, colour_model: Path) -> None:
    panel.hide()
    workspace.open(str(colour_model))
    assert panel.grid.maps is None
    assert panel.caption.text() == ""


def test_before_a_model_it_waits(empty_workspace: Workspace, tiny_model: Path, qtbot: QtBot) -> None:
    session = empty_workspace.session
    panel = ChannelPanel(session, ChannelLook(session), ChannelRanking(session, empty_workspace.background))
    qtbot.addWidget(panel)
    panel.show()
    assert panel.grid.maps is None
    assert not panel.tools.isEnabled()
    empty_workspace.open(str(tiny_model))
    assert panel.tools.isEnabled()
    assert np.array_equal(shown(panel), maps_of(session, "block1.act"))


def test_it_shows_and_changes_the_look(panel: ChannelPanel, look: ChannelLook) -> None:
    choose(panel.tools.colours, "magma")
    choose(panel.tools.scaling, Scaling.FIXED)
    panel.tools.high.setValue(3)
    assert look.colours == ColourChoice("magma", Scaling.FIXED, (-1.0, 3.0))
    look.set_colours(ColourChoice("grey"))
    look.set_order(Order.MEAN)
    assert panel.tools.choice.colours == "grey" and not panel.tools.low.isVisible()
    assert panel.tools.order.currentData() == Order.MEAN and panel.grid.order != list(range(8))


def test_a_panel_that_is_built_later_shows_what_was_chosen(
    session: Session, look: ChannelLook, ranking: ChannelRanking, qtbot: QtBot
) -> None:
    session.inspection.set_upsampling(Upsampling.NEAREST)
    look.set_colours(ColourChoice("magma"))
    look.set_order(Order.VARIANCE)
    look.set_pins([Pin("block2.act", 1)])
    panel = ChannelPanel(session, look, ranking)
    qtbot.addWidget(panel)
    panel.show()
    assert (panel.tools.choice, panel.tools.upsampling) == (ColourChoice("magma"), Upsampling.NEAREST)
    assert panel.tools.order.currentData() == Order.VARIANCE and panel.grid.order != list(range(8))
    assert panel.details.pins == (Pin("block2.act", 1),)
    session.inspection.set_upsampling(Upsampling.NATIVE)
    assert panel.tools.upsampling is Upsampling.NATIVE


@pytest.mark.usefixtures("unchanged_look")
@pytest.mark.parametrize("ground", [theme.Theme.LIGHT, theme.Theme.DARK])
def test_the_ground_follows_the_theme(panel: ChannelPanel, ground: theme.Theme) -> None:
    theme.apply(ground)
    corner = panel.grid.grab().toImage().pixelColor(1, 1)
    assert (corner.lightness() < 128) is (ground is theme.Theme.DARK)


def test_what_is_chosen_takes_fewer_words_where_it_is_narrow(panel: ChannelPanel) -> None:
    def words() -> list[str]:
        return [label.text() for label in panel.tools.findChildren(QLabel) if label.isVisible()]

    panel.resize(900, 500)
    QApplication.processEvents()
    assert "&Size" in words()
    assert panel.minimumSizeHint().width() <= 590
    panel.resize(590, 500)
    QApplication.processEvents()
    assert not words() and panel.tools.block.accessibleName() == "Block"
    boxes = panel.tools.findChildren(QComboBox)
    assert all(panel.tools.rect().contains(box.geometry()) for box in boxes)


def test_the_grid_keeps_its_height_whatever_is_said_of_a_channel(panel: ChannelPanel) -> None:
    panel.resize(900, 300)
    QApplication.processEvents()
    height = panel.grid.height()
    panel.grid.channel_hovered.emit(2)
    QApplication.processEvents()
    assert panel.grid.height() == height
