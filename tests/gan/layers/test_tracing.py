from contextlib import ExitStack

import numpy as np
import pytest
import torch

from gan.errors import UsageError
from gan.layers.altering import batch_statistics, edited
from gan.layers.edits import parse_edit
from gan.layers.features import capture
from gan.layers.traces import Trace, receptive_fields, traced_layers
from gan.layers.tracing import constant_statistics, trace_pixel
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator

COLOUR = ModelConfig(16, 3, z_dim=6, ngf=4, ndf=4)


@pytest.fixture(params=[ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4), COLOUR], ids=["grey", "colour"])
def generator(request: pytest.FixtureRequest) -> Generator:
    return drawing_generator(request.param).requires_grad_(False)


def value_at(generator: Generator, z: torch.Tensor, pixel: tuple[int, int], silenced: str | None = None) -> float:
    """The mean over colours before tanh; ``silenced`` hands on zeros, while ReLU masks stay as they were."""
    last = f"{generator.config.blocks[-1].name}.conv"
    masks = {name: f"{name}.act" for name in [spec.name for spec in generator.config.blocks[:-1]]}
    with torch.inference_mode(), capture(generator, list(masks.values())) as maps:
        generator(z)
    fixed = {name: (maps[layer] > 0).float() for name, layer in masks.items()}
    hooks = []
    for name, mask in fixed.items():
        silent = 0.0 if f"{name}.act" == silenced else 1.0
        hook = lambda module, inputs, output, mask=mask, silent=silent: inputs[0] * mask * silent  # noqa: E731
        hooks.append(generator.get_submodule(f"{name}.act").register_forward_hook(hook))
    with torch.inference_mode(), capture(generator, [last]) as out:
        generator(z * (silenced != "z"))
    for handle in hooks:
        handle.remove()
    return float(out[last][0, :, pixel[0], pixel[1]].mean())


def test_contributions_and_offset_sum_to_the_pixel(generator: Generator) -> None:
    z, pixel = torch.randn(1, generator.config.z_dim), (5, 9)
    trace = trace_pixel(generator, z, pixel)
    assert trace.value == pytest.approx(value_at(generator, z, pixel), abs=1e-5)
    assert [layer.name for layer in trace.layers] == list(traced_layers(generator.config))
    for layer in trace.layers:
        assert layer.contributions.sum() + layer.offset == pytest.approx(trace.value, abs=1e-6)
        assert layer.offset == pytest.approx(value_at(generator, z, pixel, silenced=layer.name), abs=1e-4)


def test_only_the_receptive_field_contributes(generator: Generator) -> None:
    trace = trace_pixel(generator, torch.randn(1, generator.config.z_dim), (0, 12))
    for layer in trace.layers:
        outside = layer.parts.copy()
        outside[
            :, layer.field.rows.start : layer.field.rows.stop, layer.field.columns.start : layer.field.columns.stop
        ] = 0
        assert not outside.any()
        assert layer.parts.sum((1, 2)) == pytest.approx(layer.contributions[list(layer.strongest)], abs=1e-5)


def test_the_receptive_field_is_what_has_an_effect(generator: Generator) -> None:
    """Against derivatives of a network without masks or weights that could be zero."""
    for parameter in generator.parameters():
        parameter.copy_(torch.rand_like(parameter) + 0.1)
    trace = trace_pixel(generator, torch.rand(1, generator.config.z_dim) + 0.1, (7, 2))
    for layer in trace.layers:
        rows, columns = np.nonzero(layer.parts[0])
        assert (rows.min(), rows.max()) == (layer.field.rows[0], layer.field.rows[-1])
        assert (columns.min(), columns.max()) == (layer.field.columns[0], layer.field.columns[-1])


def test_strongest_channels_come_first(generator: Generator) -> None:
    layer = trace_pixel(generator, torch.randn(1, generator.config.z_dim), (8, 8)).layers[1]
    sizes = np.abs(layer.contributions[list(layer.strongest)])
    assert (np.diff(sizes) <= 0).all()
    assert sizes[0] == np.abs(layer.contributions).max()


def test_muted_channels_contribute_nothing(generator: Generator) -> None:
    z = torch.randn(1, generator.config.z_dim)
    with edited(generator, (parse_edit("block1:2=0"),)):
        muted = trace_pixel(generator, z, (5, 5))
    assert muted.layers[1].contributions[2] == 0
    assert muted.value != pytest.approx(trace_pixel(generator, z, (5, 5)).value, abs=1e-6)


def test_statistics_of_a_batch_count_as_constants(generator: Generator) -> None:
    z = torch.randn(4, generator.config.z_dim)
    last = f"{generator.config.blocks[-1].name}.conv"
    with ExitStack() as stack:
        stack.enter_context(batch_statistics(generator))
        with torch.inference_mode(), capture(generator, [last]) as out:
            generator(z)
        stack.enter_context(constant_statistics(generator))
        trace = trace_pixel(generator, z, (3, 4))
    assert trace.value == pytest.approx(float(out[last][0, :, 3, 4].mean()), abs=1e-5)
    assert not any(module._forward_hooks for module in generator.modules())
    assert isinstance(trace, Trace) and np.isfinite(trace.layers[0].offset)


def test_fields_of_the_article(tiny_config: ModelConfig) -> None:
    fields = receptive_fields(tiny_config, (14, 0))
    assert {name: str(field) for name, field in fields.items()} == {
        "z": "rows 0, columns 0",
        "block1.act": "rows 2–4, columns 0",
        "block2.act": "rows 6–7, columns 0",
    }


def test_a_pixel_outside(tiny_config: ModelConfig) -> None:
    with pytest.raises(UsageError, match=r"there is no pixel \(28, 0\); rows go from 0 to 27, columns from 0 to 27"):
        receptive_fields(tiny_config, (28, 0))
