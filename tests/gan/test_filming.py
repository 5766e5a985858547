"""Films of layers, and of the whole way from z to the picture."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.filming import GAP, SIDE, WAY, Camera
from gan.layers.edits import Edit
from gan.model.architecture import Architecture
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest
from gan.timeline import pictures_of
from tests.gan.generators import save_drawing_generator
from tests.gan.layouts import LAYOUTS, save_layout

Z = sample_z(3, 8, 0)


@pytest.fixture
def request_(tiny_model: Path) -> RenderRequest:
    return RenderRequest(tiny_model, Z)


def filmed(request: RenderRequest, config: Architecture, show: str) -> list[np.ndarray]:
    camera = Camera(config, show)
    frames = list(pictures_of(request.z, request, Renderer("cpu").render, camera))
    assert all((frame.shape[1], frame.shape[0]) == camera.size for frame in frames)
    return frames


def test_the_picture_is_filmed_as_ever(request_: RenderRequest, tiny_config: ModelConfig) -> None:
    assert np.array_equal(filmed(request_, tiny_config, "picture"), Renderer("cpu").render(request_).images)


def test_a_layer_shows_all_its_maps(request_: RenderRequest, tiny_config: ModelConfig) -> None:
    frames = filmed(request_, tiny_config, "block2.act")
    maps = Renderer("cpu").render(replace(request_, layers=("block2.act",))).maps["block2.act"]
    _, channels, height, width = maps.shape
    assert channels == 4 and frames[0].shape == (2 * height + 1, 2 * width + 1, 3)
    first = frames[0][:height, :width]
    assert len(np.unique(first.reshape(-1, 3), axis=0)) > 5, "the first map has many colours"
    muted = replace(request_, edits=(Edit("block2.act", (0,)),))
    assert len(np.unique(filmed(muted, tiny_config, "block2.act")[0][:height, :width].reshape(-1, 3), axis=0)) == 1


def test_the_way_goes_from_z_to_the_picture(request_: RenderRequest, tiny_config: ModelConfig) -> None:
    stations = len(tiny_config.blocks) + 1
    for frame, picture in zip(filmed(request_, tiny_config, WAY), Renderer("cpu").render(request_).images, strict=True):
        assert frame.shape == (SIDE, stations * (SIDE + GAP) - GAP, 3)
        factor = SIDE // 28
        edge = (SIDE - 28 * factor) // 2
        last = frame[edge : SIDE - edge : factor, -SIDE + edge : -edge : factor, :1][:28, :28]
        assert np.array_equal(last, picture)


def test_colours_reach_as_far_as_values_have(request_: RenderRequest, tiny_config: ModelConfig) -> None:
    camera, render = Camera(tiny_config, "block1.norm"), Renderer("cpu").render
    before = next(camera.frames(render(camera.asked(request_))))
    larger = render(camera.asked(replace(request_, z=10 * Z)))
    assert len(list(camera.frames(larger))) == 3
    assert not np.array_equal(next(camera.frames(render(camera.asked(request_)))), before)


@pytest.mark.parametrize("kind", ["perceptron", "nearest", "oblong", "uniform", "opacity"])
def test_what_others_have_built(tmp_path: Path, kind: str) -> None:
    layout = LAYOUTS[kind]
    request = RenderRequest(save_layout(tmp_path / "a.safetensors", layout), sample_z(2, layout.z_dim, 0))
    for show in (WAY, layout.blocks[0].output_name):
        first, second = filmed(request, layout, show)
        assert not np.array_equal(first, second)


def test_maps_that_are_larger_than_a_station(tmp_path: Path) -> None:
    config = ModelConfig(64, 3, z_dim=8, ngf=16, ndf=4)
    path = save_drawing_generator(tmp_path / "a.safetensors", config)
    filmed(RenderRequest(path, Z), config, WAY)


def test_a_layer_that_there_is_not(tiny_config: ModelConfig) -> None:
    with pytest.raises(UsageError, match=r"block2\.act"):
        Camera(tiny_config, "block9.act")
