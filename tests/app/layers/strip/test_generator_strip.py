"""The strip shows the whole generator and selects blocks."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWhatsThis
from pytestqt.qtbot import QtBot

from app import theme
from app.layers.strip.generator_strip import GeneratorStrip
from app.layers.strip.strip_cards import BlockCard, PictureCard
from app.layers.views.wording import span
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.widgets.qimages import to_qimage
from gan.layers.catalogue import Upsampling
from gan.layers.mosaic import Maps
from gan.request import RenderResult
from tests.app.layouts import CLASSES, save_layout
from tests.app.window.fitting import settle


@pytest.fixture
def strip(session: Session, qtbot: QtBot) -> GeneratorStrip:
    strip = GeneratorStrip(session)
    qtbot.addWidget(strip)
    strip.resize(900, 230)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


@pytest.fixture
def results(session: Session) -> list[RenderResult]:
    seen: list[RenderResult] = []
    session.rendered.connect(seen.append)
    return seen


def hidden_card(strip: GeneratorStrip, block: str) -> BlockCard:
    card = strip.cards[block]
    assert isinstance(card, BlockCard)
    return card


def hidden_maps(strip: GeneratorStrip, block: str) -> Maps:
    maps = hidden_card(strip, block).view.maps
    assert maps is not None
    return maps


def picture_card(strip: GeneratorStrip) -> PictureCard:
    card = list(strip.cards.values())[-1]
    assert isinstance(card, PictureCard)
    return card


def shapes(strip: GeneratorStrip) -> list[str]:
    assert strip.latent_card is not None
    return [strip.latent_card.shape.text(), *(card.shape.text() for card in strip.cards.values())]


def test_a_grey_28_px_generator_has_four_cards(strip: GeneratorStrip) -> None:
    assert shapes(strip) == ["8 numbers", "8 × 7 × 7", "4 × 14 × 14", "1 × 28 × 28"]


def test_a_colour_64_px_generator_has_six_cards(
    strip: GeneratorStrip, workspace: Workspace, colour_model: Path
) -> None:
    workspace.open(str(colour_model))
    expected = ["5 numbers", "32 × 4 × 4", "16 × 8 × 8", "8 × 16 × 16", "4 × 32 × 32", "3 × 64 × 64"]
    assert shapes(strip) == expected


def test_cards_show_what_the_layers_give(strip: GeneratorStrip, session: Session, results: list[RenderResult]) -> None:
    session.set_component(0, 2.5)
    assert strip.latent_card is not None
    shown = strip.latent_card.view.maps
    assert shown is not None
    assert np.array_equal(shown, session.z.reshape(8, 1, 1))
    maps = results[-1].maps["block2.act"][0]
    assert np.array_equal(hidden_maps(strip, "block2"), maps)
    assert strip.cards["block2"].range.text() == span(float(maps.min()), float(maps.max()))
    assert picture_card(strip).view.image == to_qimage(results[-1].images[0])


def test_wide_layers_show_only_some_channels(
    strip: GeneratorStrip, workspace: Workspace, colour_model: Path, results: list[RenderResult]
) -> None:
    workspace.open(str(colour_model))
    shown = hidden_maps(strip, "block2")
    assert np.array_equal(shown, results[-1].maps["block2.act"][0][:16])
    assert "its channels" in strip.cards["block2"].toolTip()


def test_enlarged_maps_look_the_same(strip: GeneratorStrip, session: Session) -> None:
    native = hidden_maps(strip, "block1")
    session.inspection.set_upsampling(Upsampling.NEAREST)
    assert np.array_equal(hidden_maps(strip, "block1"), native)


def test_a_click_selects_a_block(strip: GeneratorStrip, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.layer_selected) as selected:
        qtbot.mouseClick(strip.cards["block2"], Qt.MouseButton.LeftButton)
    assert selected.args == ["block2.act"]
    assert session.inspection.layer == "block2.act"
    assert [card.isChecked() for card in strip.cards.values()] == [False, True, False]


def test_the_part_of_the_block_is_kept_where_there_is_one(
    strip: GeneratorStrip, session: Session, qtbot: QtBot
) -> None:
    session.inspection.select_layer("block1.norm")
    qtbot.mouseClick(strip.cards["block2"], Qt.MouseButton.LeftButton)
    assert session.inspection.layer == "block2.norm"
    qtbot.mouseClick(strip.cards["block3"], Qt.MouseButton.LeftButton)
    assert session.inspection.layer == "block3.act"


def test_arrow_keys_select_the_neighbour(strip: GeneratorStrip, session: Session, qtbot: QtBot) -> None:
    strip.cards["block1"].setFocus()
    qtbot.keyClick(strip.cards["block1"], Qt.Key.Key_Right)
    assert session.inspection.layer == "block2.act"
    qtbot.keyClick(strip.cards["block2"], Qt.Key.Key_Right)
    assert session.inspection.layer == "block3.act"
    qtbot.keyClick(strip.cards["block3"], Qt.Key.Key_Left)
    assert session.inspection.layer == "block2.act"


def test_z_cannot_be_selected(strip: GeneratorStrip, session: Session, qtbot: QtBot) -> None:
    assert strip.latent_card is not None
    qtbot.mouseClick(strip.latent_card, Qt.MouseButton.LeftButton)
    assert session.inspection.layer == "block1.act"
    assert not strip.latent_card.isChecked()


def test_it_follows_the_session(strip: GeneratorStrip, session: Session) -> None:
    session.inspection.select_layer("block3.conv")
    assert strip.cards["block3"].isChecked()


def test_hidden_it_has_no_maps_made(strip: GeneratorStrip, session: Session, results: list[RenderResult]) -> None:
    session.set_component(0, 0.1)
    assert list(results[-1].maps) == ["block1.act", "block2.act", "block3.act"]
    strip.hide()
    session.set_component(0, 0.2)
    assert not results[-1].maps
    strip.show()
    session.set_component(0, 0.3)
    assert len(results[-1].maps) == 3


def test_before_a_model_there_are_no_cards(empty_workspace: Workspace, tiny_model: Path, qtbot: QtBot) -> None:
    strip = GeneratorStrip(empty_workspace.session)
    qtbot.addWidget(strip)
    strip.show()
    assert not strip.cards
    empty_workspace.open(str(tiny_model))
    assert len(strip.cards) == 3
    assert not picture_card(strip).view.image.isNull()


def test_cards_share_their_height_and_scroll_when_narrow(
    strip: GeneratorStrip, workspace: Workspace, session: Session, colour_model: Path
) -> None:
    workspace.open(str(colour_model))
    strip.resize(400, 230)
    QApplication.processEvents()
    heights = {card.height() for card in strip.cards.values()}
    assert len(heights) == 1
    session.inspection.select_layer("block5.act")
    card = strip.cards["block5"]
    assert strip.rect().contains(card.mapTo(strip, card.rect().center()))
    session.inspection.select_layer("block1.act")
    assert not strip.rect().contains(card.mapTo(strip, card.rect().center()))


@pytest.mark.parametrize(("height", "lines"), [(160, 2), (230, 4)])
def test_no_line_of_a_card_is_cut_in_a_low_strip(strip: GeneratorStrip, height: int, lines: int) -> None:
    strip.resize(900, height)
    settle()
    assert strip.minimumSizeHint().height() <= height
    for card in strip.cards.values():
        labels = [label for label in card.findChildren(QLabel) if label.isVisible()]
        assert len(labels) == lines and card.visibleRegion().boundingRect() == card.rect()
        assert all(card.rect().contains(label.geometry()) for label in labels)


@pytest.mark.usefixtures("unchanged_look")
@pytest.mark.parametrize("look", [theme.Theme.LIGHT, theme.Theme.DARK])
def test_the_selected_card_is_framed_in_the_accent(strip: GeneratorStrip, look: theme.Theme) -> None:
    theme.apply(look)
    accent = strip.palette().highlight().color()
    framed = [card.grab().toImage().pixelColor(0, card.height() // 2) == accent for card in strip.cards.values()]
    assert framed == [True, False, False]


def test_blocks_show_the_chosen_part(
    strip: GeneratorStrip, session: Session, results: list[RenderResult], qtbot: QtBot
) -> None:
    qtbot.mouseClick(strip.tools.part.button("conv"), Qt.MouseButton.LeftButton)
    assert session.inspection.layer == "block1.conv"
    assert set(results[-1].maps) == {"block1.conv", "block2.conv", "block3.conv"}
    assert np.array_equal(hidden_maps(strip, "block2"), results[-1].maps["block2.conv"][0])
    assert hidden_card(strip, "block2").range.text().startswith("−")
    qtbot.mouseClick(strip.tools.part.button("norm"), Qt.MouseButton.LeftButton)
    assert set(results[-1].maps) == {"block1.norm", "block2.norm", "block3.act"}


def test_a_part_that_the_last_block_has_not(strip: GeneratorStrip, session: Session, qtbot: QtBot) -> None:
    session.inspection.select_layer("block3.act")
    qtbot.mouseClick(strip.tools.part.button("norm"), Qt.MouseButton.LeftButton)
    assert session.inspection.layer == "block3.act"
    assert strip.tools.part.current == "act"


def test_batch_norm_by_a_batch_gives_the_same_z_other_pictures(
    strip: GeneratorStrip, session: Session, results: list[RenderResult], qtbot: QtBot
) -> None:
    session.render()
    pictures = [results[-1].images]
    assert not strip.tools.another.isVisible() and not strip.tools.why.isVisible()
    box = strip.tools.norm
    box.setCurrentIndex(box.findData(4))
    box.activated.emit(box.currentIndex())
    pictures.append(results[-1].images)
    qtbot.mouseClick(strip.tools.why, Qt.MouseButton.LeftButton)
    (told,) = [widget for widget in QApplication.topLevelWidgets() if "WhatsThat" in widget.metaObject().className()]
    assert told.isVisible()
    QWhatsThis.hideText()
    qtbot.mouseClick(strip.tools.another, Qt.MouseButton.LeftButton)
    pictures.append(results[-1].images)
    assert len({picture.tobytes() for picture in pictures}) == 3
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert np.array_equal(results[-1].images, pictures[0]) and not strip.tools.why.isVisible()


def test_cards_grow_with_their_numbers(
    strip: GeneratorStrip, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip.resize(300, 230)
    wide = "−0.0000158 … 0.0000135"
    monkeypatch.setattr("app.layers.strip.strip_cards.span", lambda low, high: wide)
    session.set_component(0, 1.0)
    assert all(card.range.text() == wide and card.width() >= card.text_width for card in strip.cards.values())


def test_cards_follow_the_shown_part_of_what_others_have_built(
    strip: GeneratorStrip, workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    workspace.open(str(save_layout(tmp_path, "nearest")))
    assert shapes(strip) == ["6 numbers", "8 × 4 × 4", "6 × 8 × 8", "3 × 16 × 16"]
    session.inspection.select_layer("block2.up")
    assert strip.cards["block2"].shape.text() == "8 × 8 × 8" and len(hidden_maps(strip, "block2")) == 8
    session.inspection.set_upsampling(Upsampling.NEAREST)
    assert hidden_maps(strip, "block2").shape == (8, 8, 8)
    workspace.open(str(save_layout(tmp_path, CLASSES)))
    assert strip.latent_card is not None and strip.latent_card.operation.text().endswith("and a class")


def test_texts_of_cards_begin_at_one_height(strip: GeneratorStrip, workspace: Workspace, tmp_path: Path) -> None:
    workspace.open(str(save_layout(tmp_path, "odd kernels")))
    QApplication.processEvents()
    assert strip.latent_card is not None
    assert len({card.shape.y() for card in (strip.latent_card, *strip.cards.values())}) == 1
