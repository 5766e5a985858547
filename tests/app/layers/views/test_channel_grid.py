"""The grid paints the right pixels, points at the right channel, and scrolls."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.layers.views.channel_grid import ChannelGrid
from app.layers.views.colouring import Colouring
from app.layers.views.grid_marks import Marks
from gan.images import Picture
from gan.layers.mosaic import Maps, Scaling, mosaic

SEQUENTIAL = Colouring("viridis")


def noise(count: int, side: int) -> Maps:
    return np.random.default_rng(0).standard_normal((count, side, side), dtype=np.float32)


def pixels(image: QImage) -> Picture:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def drawn(grid: ChannelGrid, channel: int) -> Picture:
    """The values of one tile as drawn, one pixel each, (H, W, 3)."""
    assert grid.maps is not None
    tile = pixels(grid.viewport().grab(grid.tile_rect(channel)).toImage())
    scale = len(tile) // grid.maps.shape[-1]
    return tile[scale // 2 :: scale, scale // 2 :: scale]


@pytest.fixture
def grid(qtbot: QtBot) -> ChannelGrid:
    grid = ChannelGrid("Nothing yet")
    qtbot.addWidget(grid)
    grid.resize(600, 400)
    grid.show()
    return grid


@pytest.mark.parametrize("colour_map", ["diverging", "viridis", "magma", "grey"])
@pytest.mark.parametrize("scaling", [Scaling.LAYER, Scaling.CHANNEL])
def test_every_pixel_is_that_of_the_mosaic(grid: ChannelGrid, colour_map: str, scaling: Scaling) -> None:
    maps = noise(12, 7)
    grid.set_maps(maps, Colouring(colour_map, scaling))
    expected = mosaic(maps, colour_map, scaling, signed=colour_map == "diverging", columns=1, gap=0)
    assert np.array_equal(np.concatenate([drawn(grid, i) for i in range(12)]), expected)


def test_pixels_are_crisp(grid: ChannelGrid) -> None:
    grid.set_maps(noise(1, 4), SEQUENTIAL)
    colours = {tuple(colour) for colour in pixels(grid.grab(grid.tile_rect(0)).toImage()).reshape(-1, 3)}
    assert len(colours) == 16


def test_new_maps_replace_the_old_ones(grid: ChannelGrid) -> None:
    maps = noise(4, 4)
    grid.set_maps(maps, SEQUENTIAL)
    before = drawn(grid, 0)
    grid.set_maps(maps[::-1].copy(), SEQUENTIAL)
    assert np.array_equal(drawn(grid, 3), before)


def test_new_maps_are_painted_without_being_asked_for(grid: ChannelGrid, qtbot: QtBot) -> None:
    paints: list[bool] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            paints.append(event.type() is QEvent.Type.Paint)
            return False

    qtbot.waitExposed(grid)
    grid.set_maps(noise(4, 4), SEQUENTIAL)
    QApplication.processEvents()
    watcher = Watcher()
    grid.viewport().installEventFilter(watcher)
    QApplication.processEvents()
    assert not any(paints)
    grid.set_maps(noise(4, 4), SEQUENTIAL)
    QApplication.processEvents()
    assert any(paints)


def test_tiles_follow_the_size_of_the_widget(grid: ChannelGrid) -> None:
    grid.set_maps(noise(64, 14), SEQUENTIAL)
    small = grid.tile_rect(0).width()
    grid.resize(1200, 800)
    assert grid.tile_rect(0).width() > small
    assert grid.viewport().rect().contains(grid.tile_rect(63))


def test_the_mouse_points_at_a_channel(grid: ChannelGrid, qtbot: QtBot) -> None:
    grid.set_maps(noise(20, 7), SEQUENTIAL)
    with qtbot.waitSignal(grid.channel_hovered) as pointed:
        qtbot.mouseMove(grid.viewport(), grid.tile_rect(13).center())
    assert pointed.args == [13]
    assert grid.pointed_channel == 13
    qtbot.mouseMove(grid.viewport(), QPoint(1, 1))
    assert grid.pointed_channel == -1


def test_a_click_makes_a_channel_current(grid: ChannelGrid, qtbot: QtBot) -> None:
    grid.set_maps(noise(20, 7), SEQUENTIAL)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.tile_rect(5).center())
    assert grid.pointed_channel == 5
    assert "Channel 5" in grid.accessibleDescription()


def test_the_pointed_tile_is_outlined_and_keeps_its_pixels(grid: ChannelGrid) -> None:
    maps = noise(20, 7)
    grid.set_maps(maps, SEQUENTIAL)
    plain, corner = drawn(grid, 5), grid.tile_rect(5).topLeft() - QPoint(1, 1)
    frame = QColor(grid.viewport().grab().toImage().pixel(corner))
    grid.set_current(5)
    assert np.array_equal(drawn(grid, 5), plain)
    assert QColor(grid.viewport().grab().toImage().pixel(corner)) != frame


def test_keys_move_and_scroll(grid: ChannelGrid, qtbot: QtBot) -> None:
    grid.resize(200, 120)
    grid.set_maps(noise(100, 8), SEQUENTIAL)
    assert not grid.viewport().rect().contains(grid.tile_rect(99))
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.pointed_channel == 99
    assert grid.viewport().rect().contains(grid.tile_rect(99))
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.verticalScrollBar().value() == 0


def test_scrolled_tiles_paint_and_are_found_where_they_are(grid: ChannelGrid, qtbot: QtBot) -> None:
    grid.resize(200, 120)
    maps = noise(100, 8)
    grid.set_maps(maps, SEQUENTIAL)
    grid.set_current(99)
    expected = mosaic(maps, "viridis", signed=False, columns=1, gap=0)[-8:]
    assert np.array_equal(drawn(grid, 99), expected)
    assert grid.channel_at(grid.tile_rect(99).center()) == 99


def test_fewer_channels_leave_no_pointer_beyond_the_last(grid: ChannelGrid) -> None:
    grid.set_maps(noise(20, 7), SEQUENTIAL)
    grid.set_current(19)
    grid.set_maps(noise(3, 28), SEQUENTIAL)
    assert grid.pointed_channel == 2


def test_fewer_channels_end_a_hover_beyond_the_last(grid: ChannelGrid, qtbot: QtBot) -> None:
    grid.set_maps(noise(20, 7), SEQUENTIAL)
    qtbot.mouseMove(grid.viewport(), grid.tile_rect(19).center())
    with qtbot.waitSignal(grid.channel_hovered) as pointed:
        grid.set_maps(noise(3, 28), SEQUENTIAL)
    assert pointed.args == [-1]


def test_without_maps_there_is_a_line_of_text(grid: ChannelGrid) -> None:
    ground = grid.grab().toImage()
    assert len(np.unique(pixels(ground).reshape(-1, 3), axis=0)) > 1
    grid.set_placeholder("")
    assert len(np.unique(pixels(grid.grab().toImage()).reshape(-1, 3), axis=0)) == 1


def test_values_that_are_not_numbers_are_painted_too(grid: ChannelGrid) -> None:
    maps = noise(2, 4)
    maps[0, 0, 0] = np.nan
    maps[1, 1, 1] = np.inf
    grid.set_maps(maps, SEQUENTIAL)
    expected = mosaic(maps, "viridis", signed=False, columns=1, gap=0)
    assert np.array_equal(np.concatenate([drawn(grid, 0), drawn(grid, 1)]), expected)


class TestOrder:
    def test_channels_stand_where_the_order_puts_them(self, grid: ChannelGrid) -> None:
        maps = noise(4, 4)
        grid.set_maps(maps, SEQUENTIAL)
        tiles, places = [drawn(grid, channel) for channel in range(4)], [grid.tile_rect(i) for i in range(4)]
        grid.set_order([2, 0, 3, 1])
        for place, channel in enumerate([2, 0, 3, 1]):
            assert grid.tile_rect(channel) == places[place]
            assert grid.channel_at(places[place].center()) == channel
            assert np.array_equal(drawn(grid, channel), tiles[channel])

    def test_keys_follow_what_is_seen(self, grid: ChannelGrid, qtbot: QtBot) -> None:
        grid.set_maps(noise(4, 4), SEQUENTIAL)
        grid.set_order([2, 0, 3, 1])
        grid.set_current(2)
        qtbot.keyClick(grid, Qt.Key.Key_Right)
        assert grid.pointed_channel == 0

    def test_it_ends_with_another_number_of_channels(self, grid: ChannelGrid) -> None:
        grid.set_maps(noise(4, 4), SEQUENTIAL)
        grid.set_order([2, 0, 3, 1])
        grid.set_maps(noise(4, 4), SEQUENTIAL)
        assert grid.order == [2, 0, 3, 1]
        grid.set_maps(noise(3, 4), SEQUENTIAL)
        assert grid.order == [0, 1, 2]


class TestSelection:
    @pytest.fixture
    def ordered(self, grid: ChannelGrid) -> ChannelGrid:
        grid.set_maps(noise(6, 4), SEQUENTIAL)
        grid.set_order([5, 4, 3, 2, 1, 0])
        return grid

    def click(self, grid: ChannelGrid, qtbot: QtBot, channel: int, *keys: Qt.KeyboardModifier) -> None:
        modifier = keys[0] if keys else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, grid.tile_rect(channel).center())

    def test_click_ctrl_and_shift(self, ordered: ChannelGrid, qtbot: QtBot) -> None:
        self.click(ordered, qtbot, 4)
        assert ordered.selection == {4}
        self.click(ordered, qtbot, 1, Qt.KeyboardModifier.ControlModifier)
        assert ordered.selection == {1, 4}
        self.click(ordered, qtbot, 4, Qt.KeyboardModifier.ControlModifier)
        assert ordered.selection == {1}
        self.click(ordered, qtbot, 5)
        self.click(ordered, qtbot, 2, Qt.KeyboardModifier.ShiftModifier)
        assert ordered.selection == {5, 4, 3, 2}

    def test_keys(self, ordered: ChannelGrid, qtbot: QtBot) -> None:
        self.click(ordered, qtbot, 5)
        qtbot.keyClick(ordered, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert ordered.selection == {5, 4}
        qtbot.keyClick(ordered, Qt.Key.Key_Right)
        assert ordered.selection == {3}
        qtbot.keyClick(ordered, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert ordered.selection == set(range(6))

    def test_new_maps_keep_it_another_layer_does_not(self, ordered: ChannelGrid) -> None:
        ordered.set_current(3)
        ordered.set_maps(noise(6, 4), SEQUENTIAL)
        assert ordered.selection == {3}
        ordered.set_maps(noise(5, 4), SEQUENTIAL)
        assert ordered.selection == set()


def test_marks_are_drawn_on_their_tiles_only(grid: ChannelGrid) -> None:
    grid.set_maps(noise(4, 4), SEQUENTIAL)
    before = [pixels(grid.grab(grid.tile_rect(i)).toImage()) for i in range(4)]
    grid.set_marks(Marks(muted=frozenset([0]), changed=frozenset([1]), pinned=frozenset([2])))
    after = [pixels(grid.grab(grid.tile_rect(i)).toImage()) for i in range(4)]
    assert [np.array_equal(*pair) for pair in zip(before, after, strict=True)] == [False, False, False, True]
