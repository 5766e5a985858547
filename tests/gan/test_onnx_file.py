"""The ONNX file gives the same pictures as torch, or is not written."""

from pathlib import Path

import numpy as np
import pytest
import torch

from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.model.checkpoint import load_generator
from gan.onnx_file import OnnxError, save_onnx
from tests.gan.layouts import LAYOUTS, drawing_layout
from tests.gan.tiny import COLOUR, GREY, fail, save_tiny, succeed

onnxruntime = pytest.importorskip("onnxruntime")
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("config", [GREY, COLOUR], ids=["grey", "colour"])
def test_same_pictures_as_torch(tmp_path: Path, capsys: Capture, config: object) -> None:
    model = save_tiny(tmp_path / "tiny.safetensors", config)  # type: ignore[arg-type]
    out = tmp_path / "tiny.onnx"
    printed = succeed(capsys, "export", model, "--out", out)
    assert "differ from torch's by at most" in printed and printed.count("\n") == 1
    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    z = sample_z(5, 8, 77)
    with torch.no_grad():
        expected = load_generator(model)(torch.tensor(z)).numpy()
    images = session.run(["images"], {"z": z})[0]
    assert images.shape == expected.shape and np.abs(images - expected).max() < 1e-4
    assert '"image_size"' in session.get_modelmeta().custom_metadata_map["about"]
    assert str(Path.cwd()).encode() not in out.read_bytes()


@pytest.mark.parametrize(
    "name",
    ["perceptron", "flat norm", "bilinear", "aligned", "instance norm", "pixel norm", "odd kernels", "classes first"],
)
def test_what_others_have_built(tmp_path: Path, name: str) -> None:
    assert save_onnx(tmp_path / "a.onnx", drawing_layout(LAYOUTS[name]).requires_grad_(False)) < 1e-4


def test_a_wrong_export_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generator = load_generator(save_tiny(tmp_path / "tiny.safetensors"))
    monkeypatch.setattr("gan.onnx_file.TOLERANCE", -1.0)
    with pytest.raises(OnnxError, match="nothing was written"):
        save_onnx(tmp_path / "tiny.onnx", generator)
    assert not (tmp_path / "tiny.onnx").exists()


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    model = save_tiny(tmp_path / "tiny.safetensors")
    status, line = fail(capsys, tmp_path, "export", model, "--out", tmp_path / "tiny.onnx")
    assert status == 2 and "latentarium[onnx]" in line
    with pytest.raises(UsageError):
        save_onnx(tmp_path / "tiny.onnx", load_generator(model))
