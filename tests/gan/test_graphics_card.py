"""Whether it is said why a graphics card lies idle, and nothing where none does."""

from pathlib import Path

import pytest

from gan.graphics_card import GraphicsCard, _pci_cards, look_for_card


@pytest.mark.parametrize(
    "card",
    [
        GraphicsCard(0),
        GraphicsCard(0, driver="12.8", built_for="12.8"),
        GraphicsCard(1, driver="12.8", built_for="12.8", usable=True),
        GraphicsCard(1, driver="12.4", built_for="12.8", usable=True),
        GraphicsCard(2, built_for="12.8", hidden=True),
    ],
    ids=["none", "a driver alone", "in use", "in use by an older driver", "hidden"],
)
def test_nothing_is_said_where_nothing_is_wrong(card: GraphicsCard) -> None:
    assert card.problem == ""


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (GraphicsCard(1, driver="12.8"), "torch computes on the processor only"),
        (GraphicsCard(1), "torch computes on the processor only"),
        (GraphicsCard(1, built_for="12.8"), "no driver by NVIDIA that answers; with one for CUDA 12.8 or newer"),
        (
            GraphicsCard(1, driver="12.9", built_for="12.10"),
            "knows CUDA 12.9 at most, and torch is built for CUDA 12.10",
        ),
        (
            GraphicsCard(1, driver="13.0", built_for="12.8", reason="out of luck"),
            "cannot use the NVIDIA card: out of luck",
        ),
        (GraphicsCard(1, driver="13.0", built_for="12.8"), "it does not say why"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(card: GraphicsCard, words: str) -> None:
    assert words in card.problem and "\n" not in card.problem


def test_cards_without_a_driver_are_found_where_linux_lists_them(tmp_path: Path) -> None:
    for name, vendor, kind in (("a", "0x10de", "0x030200"), ("b", "0x10de", "0x040300"), ("c", "0x8086", "0x030000")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "vendor").write_text(f"{vendor}\n")
        (tmp_path / name / "class").write_text(f"{kind}\n")
    (tmp_path / "without files").mkdir()
    assert [path.name for path in _pci_cards(tmp_path)] == ["a"], "neither its sound nor the card of others"


def test_this_computer_can_be_asked() -> None:
    import torch

    card = look_for_card()
    assert card.usable == torch.cuda.is_available()
    assert card.built_for == (torch.version.cuda or "")
