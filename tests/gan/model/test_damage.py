"""What is wrong with files of weights is said in plain words, without what libraries say of it."""

import json
from pathlib import Path

import pytest
import torch

from gan.model.checkpoint import CheckpointError, load_generator, read_checkpoint, save_generator
from gan.model.config import ModelConfig
from gan.model.damage import misfit_of
from gan.model.networks import Generator
from gan.model.weights import weight_shapes

JARGON = ("header", "Error", "state_dict", "size mismatch", "object has no attribute", "Traceback", "torch.Size", "(")


@pytest.fixture
def generator() -> Generator:
    return Generator(ModelConfig(16, 1, z_dim=3, ngf=4, ndf=4))


@pytest.fixture
def path(tmp_path: Path, generator: Generator) -> Path:
    path = tmp_path / "g.safetensors"
    save_generator(path, generator.state_dict(), generator.config, {})
    return path


def said(path: Path) -> str:
    with pytest.raises(CheckpointError) as caught:
        load_generator(path)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    words = str(caught.value).replace(str(path), "")
    assert not [jargon for jargon in JARGON if jargon in words]
    return words


@pytest.mark.parametrize(
    ("kept", "words"),
    [(0, "it is empty"), (4, "cut off"), (9, "cut off"), (200, "cut off"), (-9, "cut off or damaged")],
)
def test_a_file_that_ends_early(path: Path, kept: int, words: str) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert words in said(path) and "copy it again" in said(path)


@pytest.mark.parametrize("contents", [b"\x89PNG\r\n\x1a\n and a picture", b"text, no network", b"\xff" * 99])
def test_a_file_of_another_kind(path: Path, contents: bytes) -> None:
    path.write_bytes(contents)
    assert "it is a file of another kind" in said(path)


@pytest.mark.parametrize("config", ["[]", "[1]", "7", "not json", "[" * 100_000, '{"z_dim": 1e999}', ""])
def test_a_config_that_is_damaged(path: Path, config: str) -> None:
    from safetensors.torch import save_file

    save_file({"weight": torch.zeros(3)}, path, {"format": "latentarium-generator-1", "config": config})
    assert "carries a config that cannot be read" in said(path)


def test_what_does_not_fit_is_named_with_its_shape(path: Path, generator: Generator) -> None:
    weights = generator.state_dict()
    weights["block1.conv.weight"] = torch.zeros(8, 8, 6, 6)
    save_generator(path, weights, generator.config, {})
    assert "block1.conv.weight is 8 × 8 × 6 × 6 instead of 3 × " in said(path)


def test_what_is_missing_and_what_is_too_much(generator: Generator) -> None:
    wanted = weight_shapes(generator.config)
    assert misfit_of(wanted, wanted) == ""
    assert misfit_of(wanted, {**wanted, "a": (1,)}) == "a is too many"
    assert misfit_of(wanted, {}).endswith("more are missing")


def test_the_config_of_a_sound_file_is_still_read(path: Path, generator: Generator) -> None:
    assert json.dumps(read_checkpoint(path).config.to_dict()) == json.dumps(generator.config.to_dict())
