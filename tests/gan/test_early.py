"""Pictures without torch are those of torch, or there are none."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan.early import can_draw, early_result
from gan.layers.edits import Edit
from gan.model.architecture import Architecture
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import BatchStatistics, Probe, RenderRequest
from tests.gan.generators import save_drawing_generator
from tests.gan.layouts import LAYOUTS, save_layout

TRAINED = {
    "28 px": ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4),
    "colour": ModelConfig(32, 3, z_dim=8, ngf=4, ndf=4),
    "classes": ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4, class_names=("shirt", "bag")),
}
"""What is trained here."""


def points(config: Architecture, count: int) -> "np.typing.NDArray[np.float32]":
    return np.random.default_rng(0).standard_normal((count, config.z_dim)).astype(np.float32)


def is_torchs(path: Path, config: Architecture) -> bool:
    """Whether the pictures without torch are those with it, to one of 256 levels."""
    chosen = None if config.condition is None else config.condition.classes - 1
    request = RenderRequest(path, points(config, 3), chosen_class=chosen)
    early, later = early_result(request), Renderer("cpu").render(request).images
    assert early is not None and early.images.shape == later.shape and early.images.dtype == later.dtype
    return bool(np.abs(early.images.astype(int) - later).max() <= 1 and np.ptp(later) > 50)


@pytest.mark.parametrize("kind", TRAINED)
def test_what_is_trained_here_needs_no_torch(tmp_path: Path, kind: str) -> None:
    assert can_draw(TRAINED[kind])
    assert is_torchs(save_drawing_generator(tmp_path / "model.safetensors", TRAINED[kind]), TRAINED[kind])


@pytest.mark.parametrize("kind", [kind for kind, layout in LAYOUTS.items() if can_draw(layout)])
def test_what_others_have_built_is_drawn_as_by_torch(tmp_path: Path, kind: str) -> None:
    assert is_torchs(save_layout(tmp_path / "model.safetensors", LAYOUTS[kind]), LAYOUTS[kind])


def test_some_can_be_drawn_and_some_cannot() -> None:
    assert {can_draw(layout) for layout in LAYOUTS.values()} == {True, False}
    assert not can_draw(ModelConfig(28, 1), 10_000)


class TestLeftToTorch:
    """What is asked for beside a picture, and what cannot be read."""

    @pytest.fixture
    def request_(self, tiny_model: Path, tiny_config: ModelConfig) -> RenderRequest:
        return RenderRequest(tiny_model, points(tiny_config, 1))

    def test_what_is_more_than_a_picture(self, request_: RenderRequest) -> None:
        assert early_result(request_) is not None
        edit = Edit("block1.act", (0,))
        for more in (
            {"layers": ("block1.act",)},
            {"edits": (edit,)},
            {"batch": BatchStatistics()},
            {"probe": Probe("block1")},
            {"traced": (1, 1)},
            {"compared": True},
        ):
            assert early_result(replace(request_, **more)) is None

    def test_what_is_wrong(self, request_: RenderRequest, tmp_path: Path) -> None:
        cut = tmp_path / "cut.safetensors"
        cut.write_bytes(request_.model.read_bytes()[:-10])
        for wrong in ({"model": cut}, {"model": tmp_path / "nowhere"}, {"z": request_.z[:, 1:]}, {"chosen_class": 1}):
            assert early_result(replace(request_, **wrong)) is None

    def test_numbers_that_are_not_finite(self, request_: RenderRequest) -> None:
        assert early_result(replace(request_, z=np.full_like(request_.z, np.inf))) is None


def test_torch_is_not_imported(tiny_model: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import numpy as np\n"
        "from gan.early import early_result; from gan.request import RenderRequest\n"
        f"assert early_result(RenderRequest(Path({str(tiny_model)!r}), np.zeros((1, 8), np.float32)))\n"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
