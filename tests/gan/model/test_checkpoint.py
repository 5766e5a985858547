import errno
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from gan.files import FileError
from gan.model.checkpoint import (
    DISCRIMINATOR_FORMAT,
    FORMAT,
    CheckpointError,
    load_discriminator,
    load_generator,
    load_weights,
    read_checkpoint,
    read_weights,
    save_discriminator,
    save_generator,
)
from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator, parameter_count

PROVENANCE = {"data": "sprites", "step": 12, "epoch": 0.5}


@pytest.fixture
def generator(tiny_config: ModelConfig) -> Generator:
    return drawing_generator(tiny_config)


def save(path: Path, generator: Generator, **options: Any) -> Path:
    save_generator(path, generator.state_dict(), generator.config, PROVENANCE, **options)
    return path


def save_foreign(path: Path, tensors: dict[str, torch.Tensor], **metadata: str) -> Path:
    save_file(tensors, path, metadata)
    return path


def test_what_is_saved_is_loaded(tmp_path: Path, generator: Generator) -> None:
    loaded = load_generator(save(tmp_path / "g.safetensors", generator))
    assert loaded.config == generator.config
    assert not loaded.training
    assert not any(parameter.requires_grad for parameter in loaded.parameters())
    expected = generator.state_dict()
    assert loaded.state_dict().keys() == expected.keys()
    assert all(torch.equal(tensor, expected[key]) for key, tensor in loaded.state_dict().items())
    z = torch.randn(3, 8)
    with torch.no_grad():
        assert torch.equal(loaded(z), generator(z))


def test_half_precision_is_close(tmp_path: Path, generator: Generator) -> None:
    whole, half = (
        save(tmp_path / "w.safetensors", generator),
        save(tmp_path / "h.safetensors", generator, half=True),
    )
    loaded = load_generator(half)
    for key, tensor in loaded.state_dict().items():
        expected = generator.state_dict()[key]
        assert tensor.dtype == expected.dtype
        if tensor.ndim == 4:
            assert torch.allclose(tensor, expected, rtol=2**-11, atol=2**-24)
        else:
            assert torch.equal(tensor, expected)
    with torch.no_grad():
        z = torch.randn(3, 8)
        assert torch.allclose(loaded(z), generator(z), atol=0.01)
    assert half.stat().st_size < 0.7 * whole.stat().st_size


@pytest.mark.parametrize(("half", "dtype"), [(False, "F32"), (True, "F16")])
def test_a_file_tells_what_it_is(tmp_path: Path, generator: Generator, half: bool, dtype: str) -> None:
    checkpoint = read_checkpoint(save(tmp_path / "g.safetensors", generator, half=half))
    assert checkpoint.config == generator.config
    assert checkpoint.provenance == PROVENANCE
    assert checkpoint.dtype == dtype
    assert checkpoint.parameters == parameter_count(generator)


def test_the_same_generator_gives_the_same_bytes(tmp_path: Path, generator: Generator) -> None:
    files = [save(tmp_path / f"{index}.safetensors", generator) for index in range(8)]
    assert len({file.read_bytes() for file in files}) == 1


def test_the_file_is_one_that_the_library_reads(tmp_path: Path, generator: Generator) -> None:
    path = save(tmp_path / "g.safetensors", generator)
    assert int.from_bytes(path.read_bytes()[:8], "little") % 8 == 0
    with safe_open(path, "numpy") as file:
        assert sorted(file.metadata()) == ["config", "format", "provenance"]
        expected = generator.get_parameter("block1.conv.weight").detach().numpy()
        assert np.array_equal(file.get_tensor("block1.conv.weight"), expected)


def test_weights_are_exchanged_in_place(tmp_path: Path, generator: Generator) -> None:
    other = drawing_generator(generator.config, seed=1)
    before = dict(generator.named_parameters())
    load_weights(generator, save(tmp_path / "other.safetensors", other))
    for name, parameter in generator.named_parameters():
        assert parameter is before[name]
        assert torch.equal(parameter, other.get_parameter(name))


def test_weights_of_another_shape_are_refused(tmp_path: Path, generator: Generator) -> None:
    other = drawing_generator(ModelConfig(28, 1, z_dim=9, ngf=4, ndf=4))
    with pytest.raises(CheckpointError, match="do not fit"):
        load_weights(generator, save(tmp_path / "other.safetensors", other))


def test_a_missing_file(tmp_path: Path) -> None:
    for read in (read_checkpoint, load_generator, read_weights):
        with pytest.raises(CheckpointError, match=r"there is no file .*g\.safetensors"):
            read(tmp_path / "g.safetensors")
        with pytest.raises(CheckpointError, match="there is no file"):
            read(tmp_path)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.999])
def test_a_file_cut_off_anywhere(tmp_path: Path, generator: Generator, share: float) -> None:
    path = save(tmp_path / "g.safetensors", generator)
    contents = path.read_bytes()
    path.write_bytes(contents[: int(share * len(contents))])
    for read in (read_checkpoint, load_generator, read_weights):
        with pytest.raises(CheckpointError, match=r"is not a whole \.safetensors file") as caught:
            read(path)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("contents", [b"\x80\x04 a pickle, perhaps", b"\xff" * 100, b'{"json": true}'])
def test_a_file_of_another_kind(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "g.safetensors"
    path.write_bytes(contents)
    with pytest.raises(CheckpointError, match="is not a whole"):
        load_generator(path)


def test_other_peoples_tensors(tmp_path: Path) -> None:
    path = save_foreign(tmp_path / "f.safetensors", {"weight": torch.zeros(3)}, format="pt")
    with pytest.raises(CheckpointError, match="not a generator that this program wrote"):
        read_checkpoint(path)


@pytest.mark.parametrize(
    "config",
    [
        "not json",
        "[]",
        "[1, 2]",
        "7",
        "null",
        '{"image_size": 36}',
        '{"image_size": "big"}',
        '{"z_dim": 1e999}',
        '{"z_dim": NaN}',
        '{"z_dim": null}',
        '{"wings": 2}',
    ],
)
def test_a_config_that_makes_no_sense(tmp_path: Path, config: str) -> None:
    path = save_foreign(tmp_path / "f.safetensors", {"weight": torch.zeros(3)}, format=FORMAT, config=config)
    with pytest.raises(CheckpointError, match="carries a config that cannot be read"):
        read_checkpoint(path)


def test_a_provenance_that_is_no_object(tmp_path: Path) -> None:
    path = tmp_path / "f.safetensors"
    save_foreign(path, {"weight": torch.zeros(3)}, format=FORMAT, config="{}", provenance="[1, 2]")
    with pytest.raises(CheckpointError, match="cannot be read"):
        read_checkpoint(path)


def test_a_config_without_weights(tmp_path: Path) -> None:
    path = save_foreign(tmp_path / "f.safetensors", {}, format=FORMAT, config="{}")
    with pytest.raises(CheckpointError, match="no weights"):
        read_checkpoint(path)


@pytest.mark.parametrize("change", ["missing", "extra", "shape"])
def test_weights_that_do_not_fit_their_config(tmp_path: Path, generator: Generator, change: str) -> None:
    weights = generator.state_dict()
    if change == "missing":
        del weights["block2.conv.weight"]
    elif change == "extra":
        weights["block9.conv.weight"] = torch.zeros(2)
    else:
        weights["block1.conv.weight"] = torch.zeros(8, 8, 6, 6)
    path = tmp_path / "g.safetensors"
    save_generator(path, weights, generator.config, {})
    with pytest.raises(CheckpointError, match=r"the weights in .* do not fit its own config: block\d\.conv\.weight is"):
        load_generator(path)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, generator: Generator, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "g.safetensors", generator)
    before = path.read_bytes()

    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(FileError, match="No space left"):
            save(path, drawing_generator(generator.config, seed=1))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_metadata_is_plain_json(tmp_path: Path, generator: Generator) -> None:
    with safe_open(save(tmp_path / "g.safetensors", generator), "numpy") as file:
        metadata = file.metadata()
    assert metadata["format"] == FORMAT
    assert json.loads(metadata["config"]) == generator.config.to_dict()
    assert json.loads(metadata["provenance"]) == PROVENANCE


def test_a_discriminator_is_no_generator(tmp_path: Path, tiny_config: ModelConfig) -> None:
    path = tmp_path / "d.safetensors"
    discriminator = Discriminator(tiny_config).eval()
    save_discriminator(path, discriminator.state_dict(), tiny_config, {"step": 7})
    picture = torch.randn(1, 1, 28, 28)
    assert torch.allclose(load_discriminator(path)(picture), discriminator(picture), atol=1e-3)
    assert read_checkpoint(path, DISCRIMINATOR_FORMAT).provenance == {"step": 7}
    with pytest.raises(CheckpointError, match="not a generator"):
        read_checkpoint(path)
