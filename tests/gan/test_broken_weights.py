"""Files that are whole, but whose numbers are no good."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from gan.explore.latent import sample_z
from gan.model.checkpoint import CheckpointError, load_generator, read_checkpoint, save_generator
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.generators import drawing_generator
from tests.gan.tiny import GREY, PROVENANCE, call, fail, make_run, save_tiny, succeed

Capture = pytest.CaptureFixture[str]
Z = sample_z(1, 8, 0)


def save_changed(path: Path, name: str, values: Tensor | float) -> Path:
    """A generator of which the first numbers of one tensor are ``values``."""
    weights = drawing_generator(GREY).state_dict()
    flat = weights[name].view(-1)
    flat[: values.numel() if isinstance(values, Tensor) else None] = values
    save_generator(path, weights, GREY, PROVENANCE, half=True)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return save_changed(tmp_path / "broken.safetensors", "block2.conv.weight", torch.tensor([torch.nan, torch.inf]))


SAID = "2 of the 512 numbers in block2.conv.weight are NaN or infinite; take an earlier snapshot of its run"


def test_what_draws_refuses(broken: Path) -> None:
    with pytest.raises(CheckpointError, match=SAID):
        load_generator(broken)
    with pytest.raises(CheckpointError, match=SAID):
        Renderer("cpu").render(RenderRequest(broken, Z))


def test_the_renderers_fast_path_refuses_too(broken: Path, tmp_path: Path) -> None:
    renderer, sound = Renderer("cpu"), save_tiny(tmp_path / "sound.safetensors")
    before = renderer.render(RenderRequest(sound, Z)).images
    with pytest.raises(CheckpointError, match=SAID):
        renderer.render(RenderRequest(broken, Z))
    assert (renderer.render(RenderRequest(sound, Z)).images == before).all()


@pytest.mark.parametrize("words", ["generate MODEL --out DIR/a.png", "layers MODEL --out DIR/new"])
def test_commands_refuse_in_one_line(broken: Path, tmp_path: Path, capsys: Capture, words: str) -> None:
    given = words.replace("MODEL", str(broken)).replace("DIR", str(tmp_path))
    status, line = fail(capsys, tmp_path, *given.split())
    assert status == 1 and SAID in line and str(broken) in line


def test_info_says_it_and_goes_on(broken: Path, capsys: Capture) -> None:
    assert SAID in succeed(capsys, "info", broken)
    assert json.loads(succeed(capsys, "info", broken, "--json"))["broken"].startswith(SAID)


def test_info_of_sound_weights(tmp_path: Path, capsys: Capture) -> None:
    model = save_tiny(tmp_path / "tiny.safetensors")
    assert "cannot draw" not in succeed(capsys, "info", model)
    assert json.loads(succeed(capsys, "info", model, "--json"))["broken"] is None


def test_large_numbers_are_numbers(tmp_path: Path) -> None:
    weights = drawing_generator(GREY).state_dict()
    weights["block3.conv.bias"] = torch.full((1,), 3e38)
    weights["block1.norm.bias"] = torch.full((8,), 3e38)  # their sum is more than 32 bits hold
    weights["block1.conv.weight"] = torch.full((8, 8, 7, 7), 60.0)  # and this one's more than 16 bits hold
    save_generator(tmp_path / "a.safetensors", weights, GREY, {}, half=True)
    assert load_generator(tmp_path / "a.safetensors")


def test_pictures_that_overflow_say_where(tmp_path: Path, capsys: Capture) -> None:
    model = save_changed(tmp_path / "large.safetensors", "block1.norm.weight", 3e38)
    status, line = fail(capsys, tmp_path, "generate", model, "--out", tmp_path / "a.png")
    assert status == 1 and "those of block1.norm have grown beyond what 32 bits hold" in line


def test_a_foreign_tensor_is_named_by_info_too(tmp_path: Path, capsys: Capture) -> None:
    model = save_tiny(tmp_path / "tiny.safetensors")
    metadata = {"format": "latentarium-generator-1", "config": json.dumps(GREY.to_dict())}
    save_file({**load_file(model), "wings": torch.zeros(3)}, model, metadata)
    status, line = fail(capsys, tmp_path, "info", model)
    assert status == 1 and "wings is too many" in line


def test_a_config_of_a_giant_is_refused_before_it_is_built(tmp_path: Path) -> None:
    path = tmp_path / "giant.safetensors"
    config = {"image_size": 512, "ngf": 256, "z_dim": 1024}
    save_file({"w": torch.zeros(3)}, path, {"format": "latentarium-generator-1", "config": json.dumps(config)})
    with pytest.raises(CheckpointError, match="do not fit its own config"):
        read_checkpoint(path)


def test_numbers_of_another_kind_are_read_as_they_are(tmp_path: Path) -> None:
    model = save_tiny(tmp_path / "tiny.safetensors")
    metadata = {"format": "latentarium-generator-1", "config": json.dumps(GREY.to_dict())}
    whole = {name: tensor.round().to(torch.int32) for name, tensor in load_file(model).items()}
    save_file(whole, model, metadata)
    assert load_generator(model).get_parameter("block1.conv.weight").dtype == torch.float32


def test_an_earlier_snapshot_of_the_run_draws(tmp_path: Path, capsys: Capture) -> None:
    run = make_run(tmp_path / "run", snapshots=(10, 20))
    save_changed(run.snapshot_path(20), "block2.conv.weight", torch.tensor([torch.nan]))
    assert call(capsys, "generate", run.folder, "--out", tmp_path / "a.png").status == 1
    assert "1 of the 512 numbers" in succeed(capsys, "info", run.folder)
    succeed(capsys, "generate", run.snapshot_path(10), "--out", tmp_path / "a.png")
