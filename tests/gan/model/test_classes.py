"""The names of classes, in whatever a file holds."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.json_file import parse_json
from gan.model.checkpoint import load_generator, read_checkpoint
from gan.model.classes import LONGEST, MOST, checked_names, class_text, listed, readable
from gan.model.config import ModelConfig
from gan.model.networks import Generator, telling
from tests.gan.layouts import LAYOUTS
from tests.gan.tiny import save_tiny

NAMES = ("shirt", "bag", "7")
CONFIG = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4, class_names=NAMES)


def test_a_config_keeps_its_names_in_json() -> None:
    import json

    assert ModelConfig.from_dict(parse_json(json.dumps(CONFIG.to_dict()), dict[str, Any])) == CONFIG


def test_a_config_of_an_older_version_has_no_classes() -> None:
    older = {name: value for name, value in CONFIG.to_dict().items() if name != "class_names"}
    config = ModelConfig.from_dict(older)
    assert config.class_names == () and config.condition is None and config.blocks[0].in_shape == (8, 1, 1)


@pytest.mark.parametrize(
    "names",
    ["shirt", 3, {"a": 1}, ["a"], ["a", "a"], ["a", 2], ["a", ""], ["a", "b\n"], ["a", "b" * (LONGEST + 1)],
     [str(number) for number in range(MOST + 1)]],
)  # fmt: skip
def test_what_is_no_list_of_classes_is_refused(names: Any) -> None:
    with pytest.raises(UsageError):
        checked_names(names)


def test_names_for_people() -> None:
    assert listed(NAMES) == "shirt, bag, 7"
    assert listed([str(number) for number in range(15)]).endswith("11 and 3 more")
    assert class_text(2, "7") == "class 7" and class_text(2) == "class 2" and class_text(None) == ""
    assert readable("a\nb") == "a?b" and len(readable(200 * "x")) == LONGEST


@pytest.mark.parametrize(("text", "number"), [("shirt", 0), ("7", 2), ("1", 1), ("2", 2)])
def test_a_class_goes_by_its_name_and_else_by_its_number(text: str, number: int) -> None:
    assert CONFIG.class_called(text) == number


@pytest.mark.parametrize("text", ["hat", "3", "-1", "", "٣", "9" * 5000])
def test_a_class_that_there_is_not(text: str) -> None:
    with pytest.raises(UsageError, match="it has shirt, bag, 7"):
        CONFIG.class_called(text)


def test_classes_without_names_go_by_their_numbers() -> None:
    layout = LAYOUTS["classes behind"]
    assert layout.class_names == ("0", "1", "2") and layout.class_called("2") == 2
    with pytest.raises(UsageError, match="no classes"):
        LAYOUTS["nearest"].class_called("0")


def test_names_travel_with_the_file(tmp_path: Path) -> None:
    path = save_tiny(tmp_path / "g.safetensors", CONFIG)
    assert read_checkpoint(path).config == CONFIG
    assert load_generator(path).config.class_names == NAMES


def test_each_picture_can_have_its_own_class() -> None:
    torch.manual_seed(0)
    generator, z = Generator(CONFIG).eval(), torch.from_numpy(sample_z(3, 8, 0))
    with torch.no_grad():
        with telling(torch.tensor([2, 0, 1]), generator):
            together = generator(z)
        for row, number in enumerate((2, 0, 1)):
            with telling(number, generator):
                assert torch.allclose(generator(z[row : row + 1])[0], together[row], atol=1e-6)
    assert generator.chosen_class == 0
    assert not np.allclose(together[0], together[1])


def test_nothing_is_told_where_there_is_nothing_to_tell() -> None:
    generator = Generator(CONFIG)
    with telling(1, generator), telling(None, generator):
        assert generator.chosen_class == 1
