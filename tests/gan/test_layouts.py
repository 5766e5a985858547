"""Everything that looks at a generator works with whatever others have built, or says in one line why not."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from gan.errors import UsageError
from gan.explore.discovery import find_directions
from gan.explore.inversion import find_z
from gan.explore.jacobian import sensitivity
from gan.explore.latent import Latent, sample_z
from gan.images import to_uint8
from gan.layers.catalogue import Upsampling, layers_of
from gan.layers.edits import Edit
from gan.layers.effects import channel_effects
from gan.layers.features import capture
from gan.layers.probing import kept_inputs, look_into
from gan.layers.traces import receptive_fields, value_layer
from gan.layers.tracing import trace_pixel
from gan.layers.transposed import Convolution, NotTransposed
from gan.model.architecture import Architecture
from gan.model.checkpoint import load_generator, read_checkpoint
from gan.model.layout import Layout
from gan.model.networks import Generator
from gan.model.part_specs import (
    Activation,
    ActivationKind,
    Custom,
    Enlargement,
    Enlarging,
    Linear,
    Norm,
    NormKind,
    Part,
    TransposedConvolution,
)
from gan.model.part_specs import Convolution as OrdinaryConvolution
from gan.model.weights import shapes_of, weight_shapes
from gan.render import Renderer
from gan.request import BatchStatistics, Probe, RenderRequest
from tests.gan.generators import parameter_count
from tests.gan.layouts import LAYOUTS, Z_DIM, drawing_layout, save_layout

Capture = pytest.CaptureFixture[str]
Weights = dict[str, Tensor]
pytestmark = pytest.mark.parametrize("name", LAYOUTS)
_NAMED: Mapping[ActivationKind, Callable[[Tensor], Tensor]] = {
    ActivationKind.RELU: F.relu,
    ActivationKind.GELU: F.gelu,
    ActivationKind.TANH: torch.tanh,
    ActivationKind.SIGMOID: torch.sigmoid,
}
ROUNDING = 1
"""Grey levels that two ways to compute one picture may differ by."""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("layouts")
    return {name: save_layout(folder / f"{number}.safetensors", LAYOUTS[name]) for number, name in enumerate(LAYOUTS)}


@pytest.fixture
def model(models: dict[str, Path], name: str) -> Path:
    return models[name]


@pytest.fixture
def generator(model: Path) -> Generator:
    return load_generator(model)


@pytest.fixture
def z(name: str) -> Latent:
    return sample_z(3, Z_DIM, 5, LAYOUTS[name].distribution)


def plain_forward(config: Architecture, weights: Weights, entered: Tensor) -> Iterator[tuple[str, Tensor]]:
    """Each layer's output by its name, in eval mode, straight from torch's functions."""
    x = entered
    for block in config.blocks:
        for layer, part in zip(block.layer_names, block.parts, strict=True):
            own = {
                key.removeprefix(f"{layer}."): value for key, value in weights.items() if key.startswith(f"{layer}.")
            }
            x = plain_part(part, own, x)
            yield layer, x


def plain_part(part: Part, own: Weights, x: Tensor) -> Tensor:
    match part:
        case Linear():
            return F.linear(x.flatten(1), own["weight"], own.get("bias")).reshape(-1, *part.shape)
        case TransposedConvolution():
            return F.conv_transpose2d(x, own["weight"], own.get("bias"), part.stride, part.padding, part.output_padding)
        case OrdinaryConvolution():
            return F.conv2d(x, own["weight"], own.get("bias"), part.stride, part.padding)
        case Enlargement(side, Enlarging.NEAREST):
            return F.interpolate(x, (side, side))
        case Enlargement(side, how, corners):
            return F.interpolate(x, (side, side), mode=how.value, align_corners=corners)
        case Norm():
            return plain_norm(part, own, x)
        case Activation():
            return plain_activation(part, own, x)
        case Custom():
            raise AssertionError("no layout has one")


def plain_norm(part: Norm, own: Weights, x: Tensor) -> Tensor:
    if part.kind is NormKind.PIXEL:
        return x / (x.square().mean(1, keepdim=True) + part.eps).sqrt()
    if part.kind is NormKind.INSTANCE:
        return F.instance_norm(x, weight=own.get("weight"), bias=own.get("bias"), eps=part.eps)
    values = x.flatten(1) if part.flat else x
    statistics = own["running_mean"], own["running_var"]
    return F.batch_norm(values, *statistics, own.get("weight"), own.get("bias"), eps=part.eps).reshape(x.shape)


def plain_activation(part: Activation, own: Weights, x: Tensor) -> Tensor:
    match part.kind:
        case ActivationKind.LEAKY:
            return F.leaky_relu(x, part.slope)
        case ActivationKind.PRELU:
            return F.prelu(x, own["weight"])
        case kind:
            return _NAMED[kind](x)


def entered_by_hand(layout: Layout, weights: Weights, z: Tensor) -> Tensor:
    """z and the first class, as the first block is given them."""
    condition = layout.condition
    if condition is None:
        return z[:, :, None, None]
    row = weights["label.weight"][0] if condition.embedded else torch.eye(condition.classes)[0]
    row = row.expand(len(z), -1)
    joined = {
        "concatenated": torch.cat([row, z] if condition.first else [z, row], dim=1),
        "added": z + row if len(row[0]) == Z_DIM else z,
        "multiplied": z * row if len(row[0]) == Z_DIM else z,
    }[condition.join.value]
    return joined[:, :, None, None]


def test_a_file_gives_back_the_same_generator(name: str, model: Path, generator: Generator, z: Latent) -> None:
    checkpoint, drawn = read_checkpoint(model), drawing_layout(LAYOUTS[name])
    assert checkpoint.config == LAYOUTS[name]
    assert checkpoint.parameters == parameter_count(drawn)
    assert shapes_of(generator.state_dict()) == weight_shapes(LAYOUTS[name])
    with torch.inference_mode():
        assert torch.equal(generator(torch.from_numpy(z)), drawn(torch.from_numpy(z)))


def test_every_layer_is_what_torch_says(name: str, model: Path, generator: Generator, z: Latent) -> None:
    layout, weights = LAYOUTS[name], generator.state_dict()
    catalogue = layers_of(layout)
    result = Renderer("cpu").render(RenderRequest(model, z, tuple(layer.name for layer in catalogue)))
    with torch.inference_mode():
        expected = dict(plain_forward(layout, weights, entered_by_hand(layout, weights, torch.from_numpy(z))))
    assert list(expected) == [layer.name for layer in catalogue]
    for layer in catalogue:
        assert result.maps[layer.name].shape == (3, *layer.shape)
        assert np.allclose(result.maps[layer.name], expected[layer.name].numpy(), atol=1e-4), layer.name
        assert layer.signed or result.maps[layer.name].min() >= 0
    scale, offset = (torch.tensor(numbers)[:, None, None] for numbers in (layout.pixels.scale, layout.pixels.offset))
    pictures = to_uint8(expected[catalogue[-1].name] * scale + offset)
    assert np.abs(result.images.astype(int) - pictures).max() <= ROUNDING
    assert np.std(result.images) > 20, "a picture of one colour would prove nothing"


def test_maps_are_enlarged_to_the_picture(name: str, model: Path, z: Latent) -> None:
    names = tuple(layer.name for layer in layers_of(LAYOUTS[name]))
    result = Renderer("cpu").render(RenderRequest(model, z[:1], names, Upsampling.BILINEAR))
    width, height = LAYOUTS[name].picture_size
    assert {maps.shape[2:] for maps in result.maps.values()} == {(height, width)}


@pytest.mark.cuda
def test_cuda_draws_the_same(name: str, model: Path, z: Latent) -> None:
    request = RenderRequest(model, z, batch=BatchStatistics(4) if LAYOUTS[name].has_batch_norm else None)
    on_cpu, on_cuda = (Renderer(device).render(request).images.astype(int) for device in ("cpu", "cuda"))
    assert np.abs(on_cpu - on_cuda).max() <= 3


def test_each_block_can_be_edited(name: str, model: Path, generator: Generator, z: Latent) -> None:
    renderer, layout = Renderer("cpu"), LAYOUTS[name]
    plain = renderer.render(RenderRequest(model, z)).images
    for block in layout.blocks:
        names = tuple(layer for layer in block.layer_names)
        edit = Edit(block.name, (0,), gain=0.0)
        result = renderer.render(RenderRequest(model, z, names, edits=(edit,), compared=True))
        assert not result.maps[block.output_name][:, 0].any()
        assert result.unedited is not None and np.array_equal(result.unedited, plain)
        amplified = renderer.render(RenderRequest(model, z, edits=(Edit(block.name, (0,), 3.0),))).images
        assert not np.array_equal(amplified, plain)


def test_statistics_of_a_batch(name: str, model: Path, z: Latent) -> None:
    request = RenderRequest(model, z[:1], batch=BatchStatistics(8, 1))
    if not LAYOUTS[name].has_batch_norm:
        with pytest.raises(UsageError, match="no BatchNorm"):
            Renderer("cpu").render(request)
        return
    renderer = Renderer("cpu")
    assert np.array_equal(renderer.render(request).images, renderer.render(request).images)
    plain = RenderRequest(model, z[:1])
    before = renderer.render(plain).images
    assert not np.array_equal(renderer.render(request).images, before)
    assert np.array_equal(Renderer("cpu").render(plain).images, before), "running statistics have been touched"
    if LAYOUTS[name].is_piecewise_linear:
        traced = renderer.render(RenderRequest(model, z[:1], batch=BatchStatistics(8, 1), traced=(3, 4)))
        assert traced.trace is not None and np.isfinite(traced.trace.value)


def test_pixels_are_traced_or_it_is_said_why_not(name: str, generator: Generator, z: Latent) -> None:
    layout, point, pixel = LAYOUTS[name], torch.from_numpy(z[:1]), (5, 9)
    if not layout.is_piecewise_linear:
        with pytest.raises(
            UsageError, match=rf"^a pixel is a sum of shares only where .* and {layout.bent_layer} is not"
        ):
            trace_pixel(generator, point, pixel)
        return
    trace, weights = trace_pixel(generator, point, pixel), generator.state_dict()
    with torch.inference_mode():
        outputs = dict(plain_forward(layout, weights, entered_by_hand(layout, weights, point)))
    value = float(outputs[value_layer(layout)][0, :, 5, 9].mean())
    assert trace.value == pytest.approx(value, abs=1e-4)
    for layer in trace.layers:
        assert layer.contributions.sum() + layer.offset == pytest.approx(value, abs=1e-4)
        rows, columns = layer.field.rows, layer.field.columns
        outside = layer.parts.copy()
        outside[:, rows.start : rows.stop, columns.start : columns.stop] = 0
        assert not outside.any(), layer.name
    assert slope_along(generator, trace.layers[1].name, point, pixel) == pytest.approx(
        float(trace.layers[1].contributions.sum()), abs=0.02
    )


def slope_along(generator: Generator, layer: str, z: Tensor, pixel: tuple[int, int]) -> float:
    """How the pixel's value changes when all that ``layer`` hands on grows, by finite differences."""
    last, step, found = value_layer(generator.config), 1e-3, []
    for factor in (1 + step, 1 - step):
        hook = generator.get_submodule(layer).register_forward_hook(lambda m, i, out, by=factor: out * by)
        with torch.inference_mode(), capture(generator, [last]) as maps:
            generator(z)
        hook.remove()
        found.append(float(maps[last][0, :, pixel[0], pixel[1]].double().mean()))
    return (found[0] - found[1]) / (2 * step)


def test_receptive_fields_reach_all_of_z(name: str) -> None:
    if LAYOUTS[name].is_piecewise_linear:
        for pixel in ((0, 0), (LAYOUTS[name].picture_size.height - 1, LAYOUTS[name].picture_size.width - 1)):
            assert str(receptive_fields(LAYOUTS[name], pixel)["z"]) == "rows 0, columns 0"


def test_convolutions_step_by_step(name: str, model: Path, generator: Generator, z: Latent) -> None:
    for block in LAYOUTS[name].blocks:
        with torch.inference_mode(), kept_inputs(generator, block.name) as inputs:
            generator(torch.from_numpy(z[:1]))
        assert inputs[0].shape == (1, *block.operation_input)
        found = look_into(generator, block.name, 0, inputs[0][0], thorough=True)
        if isinstance(block.operation, TransposedConvolution):
            assert isinstance(found, Convolution) and max(found.differences.values()) < 1e-4
            assert (found.channels, *found.output.shape) == block.operation_shape
        else:
            assert isinstance(found, NotTransposed)
            kind = "linear layer" if isinstance(block.operation, Linear) else "ordinary convolution"
            assert kind in found.reason and "\n" not in found.reason
        probed = Renderer("cpu").render(RenderRequest(model, z[:1], probe=Probe(block.name))).convolution
        assert type(probed) is type(found)


def test_effects_of_channels(name: str, generator: Generator, z: Latent) -> None:
    layout, points = LAYOUTS[name], torch.from_numpy(z)
    layer = layout.blocks[0].output_name
    effects = channel_effects(generator, layer, points)
    assert effects.shape == (layout.blocks[0].shape[0],) and np.isfinite(effects).all() and effects.max() > 0
    with torch.inference_mode():
        plain = generator(points)
        hook = generator.get_submodule(layer).register_forward_hook(lambda m, i, out: out * _without_first(out))
        muted = generator(points)
        hook.remove()
    assert effects[0] == pytest.approx(float((muted - plain).square().mean().sqrt()), abs=1e-5)


def _without_first(maps: Tensor) -> Tensor:
    factors = torch.ones(1, maps.shape[1], 1, 1)
    factors[:, 0] = 0
    return factors


@pytest.mark.parametrize("method", ["pca", "sefa"])
def test_directions(name: str, generator: Generator, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gan.explore.discovery.SAMPLES", 256)  # fewer do for six dimensions
    found = find_directions(generator, method, 4)
    assert found.vectors.shape == (4, Z_DIM)
    assert np.allclose(found.vectors @ found.vectors.T, np.eye(4), atol=0.2 if method == "pca" else 1e-4)
    assert (np.diff(found.shares) <= 1e-6).all()


def test_factorisation_is_of_the_map_before_the_first_activation(name: str, generator: Generator) -> None:
    found = find_directions(generator, "sefa", Z_DIM)
    linear = None
    for layer, part in zip(LAYOUTS[name].blocks[0].layer_names, LAYOUTS[name].blocks[0].parts, strict=True):
        if isinstance(part, Activation) or (isinstance(part, Norm) and part.kind is not NormKind.BATCH):
            break
        linear = layer
    assert linear is not None
    with torch.inference_mode(), capture(generator, [linear]) as maps:
        generator(torch.cat([torch.from_numpy(found.vectors), torch.zeros(1, Z_DIM)]))
    responses = (maps[linear][:-1] - maps[linear][-1:]).double().square().sum((1, 2, 3)).numpy()
    assert np.allclose(responses / responses.sum(), found.shares, atol=1e-4)


def test_jacobian(name: str, generator: Generator, z: Latent) -> None:
    strengths = sensitivity(generator, z[0])
    assert strengths.shape == (Z_DIM,) and np.isfinite(strengths).all() and strengths.max() > 1


def test_an_own_picture_is_found_again(name: str, generator: Generator, z: Latent) -> None:
    with torch.inference_mode():
        picture = to_uint8(generator(torch.from_numpy(z[:1])))[0]
    found = find_z(generator, picture)
    assert found.psnr > 30
    assert name != "uniform" or np.abs(found.z).max() <= 1
