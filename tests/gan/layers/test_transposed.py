import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F  # noqa: N812

from gan.errors import UsageError
from gan.layers.transposed import (
    Array,
    Convolution,
    Geometry,
    compared,
    contributions,
    flip,
    gather,
    insert_zeros,
    overlap_counts,
    pad,
    painted,
    scatter,
    stamp,
    stamps,
)

TOLERANCE = {np.float32: 1e-5, np.float64: 1e-12}


@st.composite
def geometries(draw: st.DrawFn) -> Geometry:
    kernel, stride, dilation = (draw(st.integers(1, most)) for most in (5, 4, 3))
    output_padding = draw(st.integers(0, max(stride, dilation) - 1))
    return Geometry(kernel, stride, draw(st.integers(0, 5)), output_padding, dilation)


@st.composite
def cases(draw: st.DrawFn, dtype: type = np.float64) -> tuple[Array, Array, Array | None, Geometry]:
    """Maps of at most 3 x 5 x 5, weights, perhaps a bias, and a geometry that leaves an output."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    geometry = draw(geometries().filter(lambda found: _fits(found, height) and _fits(found, width)))
    inputs, outputs = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    maps: Array = rng.uniform(-1, 1, (inputs, height, width)).astype(dtype)
    weight: Array = rng.uniform(-1, 1, (inputs, outputs, geometry.kernel, geometry.kernel)).astype(dtype)
    bias: Array = rng.uniform(-1, 1, outputs).astype(dtype)
    return maps, weight, bias if draw(st.booleans()) else None, geometry


def _fits(geometry: Geometry, size: int) -> bool:
    try:
        return geometry.output_size(size) > 0
    except UsageError:
        return False


def by_torch(maps: Array, weight: Array, bias: Array | None, geometry: Geometry) -> Array:
    result: Array = F.conv_transpose2d(
        torch.from_numpy(maps)[None],
        torch.from_numpy(weight),
        None if bias is None else torch.from_numpy(bias),
        stride=geometry.stride,
        padding=geometry.padding,
        output_padding=geometry.output_padding,
        dilation=geometry.dilation,
    )[0].numpy()
    return result


@pytest.mark.parametrize("view", [gather, scatter])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@given(data=st.data())
def test_both_views_are_the_transposed_convolution(view, dtype, data) -> None:  # type: ignore[no-untyped-def]
    case = data.draw(cases(dtype))
    expected, found = by_torch(*case), view(*case)
    assert (found.shape, found.dtype) == (expected.shape, dtype)
    assert np.abs(found - expected).max() <= TOLERANCE[dtype]


@given(cases())
def test_padding_makes_it_an_ordinary_convolution(case: tuple[Array, Array, Array | None, Geometry]) -> None:
    maps, weight, bias, geometry = case
    padded = torch.from_numpy(pad(insert_zeros(maps, geometry.stride), geometry))
    kernel = torch.from_numpy(flip(weight).swapaxes(0, 1).copy())
    plain_bias = None if bias is None else torch.from_numpy(bias)
    plain = F.conv2d(padded[None], kernel, plain_bias, dilation=geometry.dilation)[0]
    assert np.abs(plain.numpy() - by_torch(*case)).max() <= 1e-12


@given(cases(), st.data())
def test_contributions_sum_to_the_output(
    case: tuple[Array, Array, Array | None, Geometry], data: st.DataObject
) -> None:
    maps, weight, bias, geometry = case
    expected = by_torch(*case)
    channel, row, column = (data.draw(st.integers(0, size - 1)) for size in expected.shape)
    start = 0.0 if bias is None else float(bias[channel])
    found = contributions(maps, weight[:, channel], start, geometry, (row, column))
    assert found.total == pytest.approx(expected[channel, row, column], abs=1e-12)
    assert found.by_channel.shape == (len(maps),)
    for place, (cell, tap) in enumerate(zip(found.cells, found.taps, strict=True)):
        products = maps[:, *cell] * weight[:, channel, *tap]
        assert np.array_equal(found.products.reshape(len(maps), -1)[:, place], products)


@given(cases())
def test_a_cell_paints_the_outputs_that_it_is_a_source_of(case: tuple[Array, Array, Array | None, Geometry]) -> None:
    maps, weight, _, geometry = case
    shape = maps.shape[1:]
    for cell in np.ndindex(shape):
        lone = np.zeros_like(maps)
        lone[:, *cell] = maps[:, *cell]
        expected = by_torch(lone, weight, None, geometry)
        for pixel in np.ndindex(expected.shape[1:]):
            tap = painted(geometry, (shape[0], shape[1]), (cell[0], cell[1])).get((pixel[0], pixel[1]))
            value = np.zeros(weight.shape[1]) if tap is None else maps[:, *cell] @ weight[:, :, *tap]
            assert np.allclose(expected[:, *pixel], value, rtol=0, atol=1e-12)


@given(cases())
def test_overlaps_are_the_convolution_of_ones(case: tuple[Array, Array, Array | None, Geometry]) -> None:
    maps, weight, _, geometry = case
    ones = by_torch(np.ones_like(maps[:1]), np.ones_like(weight[:1, :1]), None, geometry)[0]
    assert np.array_equal(overlap_counts(maps.shape[1], maps.shape[2], geometry), ones.round())


@pytest.mark.parametrize(("kernel", "phases"), [(4, (2, 2)), (2, (1, 1)), (3, (2, 1)), (5, (3, 2))])
def test_a_kernel_that_the_stride_divides_makes_no_checkerboard(kernel: int, phases: tuple[int, ...]) -> None:
    geometry = Geometry(kernel, stride=2)
    assert geometry.phases == phases
    assert geometry.is_even is (len(set(phases)) == 1)
    inner = overlap_counts(9, 9, geometry)[kernel:-kernel, kernel:-kernel]
    assert (len(np.unique(inner)) == 1) is geometry.is_even


@given(geometries(), st.integers(6, 9))
def test_phases_are_the_counts_of_inner_rows(geometry: Geometry, size: int) -> None:
    inner = range(geometry.span - 1, geometry.inserted_size(size))
    counts = {place % geometry.stride: len(geometry.sources(place - geometry.padding, size)) for place in inner}
    assert all(geometry.phases[phase] == count for phase, count in counts.items())


def test_zeros_are_inserted_between_neighbours_only() -> None:
    grid = insert_zeros(np.array([[1, 2], [3, 4]]), 3)
    assert grid.tolist() == [[1, 0, 0, 2], [0, 0, 0, 0], [0, 0, 0, 0], [3, 0, 0, 4]]


def test_a_negative_border_cuts_off() -> None:
    geometry = Geometry(kernel=2, stride=2, padding=2)
    assert geometry.border == -1
    assert pad(np.arange(25).reshape(5, 5), geometry).tolist() == [[6, 7, 8], [11, 12, 13], [16, 17, 18]]


def test_stamps_are_scaled_kernels() -> None:
    maps, weight = np.array([[[2.0, 3.0]]]), np.array([[[[1.0, 10.0], [100.0, 0.0]]]])
    assert stamps(maps, weight)[0, :, :, 0, 1].tolist() == [[3, 30], [300, 0]]
    canvas = stamp(stamps(maps, weight), Geometry(kernel=2))
    assert canvas[0].tolist() == [[2, 23, 30], [200, 300, 0]]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"kernel": 0}, "kernel 0 is too small"),
        ({"kernel": 3, "stride": 0}, "stride 0 is too small"),
        ({"kernel": 3, "dilation": 0}, "dilation 0 is too small"),
        ({"kernel": 3, "padding": -1}, "padding -1 is negative"),
        ({"kernel": 3, "stride": 2, "output_padding": 2}, r"output padding 2 .* \(here 2\)"),
    ],
)
def test_what_cannot_be(words: dict[str, int], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        Geometry(**words)


def test_padding_that_leaves_nothing() -> None:
    with pytest.raises(UsageError, match="an input of 2 would give an output of -1"):
        Geometry(kernel=2, padding=2).output_size(2)


def test_agreement_is_measured_and_not_asserted() -> None:
    rng = np.random.default_rng(0)
    maps, weight = rng.normal(size=(2, 3, 3)), rng.normal(size=(2, 1, 4, 4))
    geometry = Geometry(4, 2, 1)
    output = by_torch(maps, weight, None, geometry)
    assert max(compared(maps, weight, None, geometry, output).values()) < 1e-12
    output[0, 2, 2] += 0.5
    assert compared(maps, weight, None, geometry, output) == pytest.approx({"gather": 0.5, "scatter": 0.5})


@given(geometries())
def test_flat_maps_are_answered_by_place(geometry: Geometry) -> None:
    rng = np.random.default_rng(0)
    maps, kernels = rng.normal(size=(2, 9, 9)), rng.normal(size=(2, geometry.kernel, geometry.kernel))
    flat = np.broadcast_to(maps.mean((1, 2), keepdims=True), maps.shape)
    canvas = stamp(stamps(flat, kernels[:, None]), geometry)[0] + 0.5
    answers = Convolution("block2", 0, 1, geometry, maps, kernels, 0.5, canvas).flat_answers
    inner = range(geometry.span - 1, geometry.inserted_size(9))
    for row, column in itertools.product(inner, inner):
        expected = answers[row % geometry.stride, column % geometry.stride]
        assert canvas[row, column] == pytest.approx(expected, abs=1e-12)


def test_shares_rank_input_channels() -> None:
    maps = np.ones((3, 2, 2)) * np.array([1.0, 0.0, -2.0])[:, None, None]
    convolution = Convolution("block2", 0, 1, Geometry(2, 2), maps, np.ones((3, 2, 2)), 0.0, np.zeros((4, 4)))
    assert convolution.shares.tolist() == [1, 0, 2]
    assert convolution.at((3, 3)).total == -1
