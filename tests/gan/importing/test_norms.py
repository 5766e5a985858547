"""Folded weights are those that torch computes in eval mode."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize, spectral_norm, weight_norm

from gan.importing.norms import Array, fold_norms

LAYERS: dict[str, Callable[[], Any]] = {
    "conv": lambda: nn.Conv2d(3, 5, 4),
    "square conv": lambda: nn.Conv2d(4, 4, 3),
    "transposed": lambda: nn.ConvTranspose2d(3, 5, 4),
    "square transposed": lambda: nn.ConvTranspose2d(4, 4, 3),
    "linear": lambda: nn.Linear(3, 5),
    "to one": lambda: nn.Conv2d(8, 1, 4),
    "embedding": lambda: nn.Embedding(10, 3),
}
NORMS: dict[str, Callable[[Any], Any]] = {
    "old spectral": spectral_norm,
    "new spectral": parametrizations.spectral_norm,
    "old weight": weight_norm,
    "new weight": parametrizations.weight_norm,
    "old weight, one norm": lambda layer: weight_norm(layer, dim=None),  # type: ignore[arg-type]
    "old weight, second dimension": lambda layer: weight_norm(layer, dim=1),
}


def arrays_of(layer: Any) -> dict[str, Array]:
    return {f"main.0.{name}": tensor.numpy().copy() for name, tensor in layer.state_dict().items()}


def use(layer: Any, weight: torch.Tensor) -> None:
    """One step through the layer, in the mode that it is in."""
    if isinstance(layer, nn.Embedding):
        layer(torch.tensor([0]))
    else:
        shape = [1, getattr(layer, "in_channels", weight.shape[-1])]
        layer(torch.ones([*shape, 6, 6] if weight.ndim == 4 else shape))


@pytest.mark.filterwarnings("ignore:.*deprecated")
@pytest.mark.parametrize("norm", NORMS.values(), ids=NORMS)
@pytest.mark.parametrize("make", LAYERS.values(), ids=LAYERS)
def test_as_torch_does(make: Callable[[], Any], norm: Callable[[Any], Any]) -> None:
    torch.manual_seed(0)
    layer = norm(make())
    for _ in range(3):
        use(layer, layer.weight)
    layer.eval()
    use(layer, layer.weight)
    folded, layers = fold_norms(arrays_of(layer))
    np.testing.assert_allclose(folded["main.0.weight"], layer.weight.detach().numpy(), rtol=1e-6, atol=1e-6)
    assert layers == ("main.0",)
    assert folded.keys() <= {"main.0.weight", "main.0.bias"}
    assert folded["main.0.weight"].dtype == np.float32


def test_other_weights_stay_as_they_are() -> None:
    arrays = {name: np.ones((2, 2), np.float32) for name in ("a.weight", "conv_g", "b.weight_u", "c.weight_orig")}
    folded, layers = fold_norms(arrays)
    assert folded == arrays and layers == ()


def test_a_weight_of_one_dimension() -> None:
    layer = nn.BatchNorm1d(4)
    nn.init.normal_(layer.weight)
    parametrizations.spectral_norm(layer).eval()
    folded, _ = fold_norms(arrays_of(layer))
    assert parametrize.is_parametrized(layer)
    np.testing.assert_allclose(folded["main.0.weight"], layer.weight.detach().numpy(), rtol=1e-6)


@pytest.mark.filterwarnings("ignore:.*deprecated")
def test_the_order_of_the_file_is_kept() -> None:
    network = nn.Sequential(weight_norm(nn.Linear(2, 2)), nn.Linear(2, 2))
    folded, layers = fold_norms({name: tensor.numpy() for name, tensor in network.state_dict().items()})
    assert list(folded) == ["0.bias", "0.weight", "1.weight", "1.bias"]
    assert layers == ("0",)


def test_as_older_programs_store_it() -> None:
    stored, u, v = np.full((2, 3), 2, np.float32), np.array([1, 0], np.float32), np.array([0, 1, 0], np.float32)
    folded, layers = fold_norms({"a.weight_bar": stored, "a.weight_u": u, "a.weight_v": v, "a.bias": u})
    assert list(folded) == ["a.weight", "a.bias"] and layers == ("a",)
    np.testing.assert_array_equal(folded["a.weight"], stored / 2)


def test_as_pytorch_once_stored_it() -> None:
    weight = np.ones((2, 3), np.float32)
    folded, layers = fold_norms({"weight_u": np.ones(2, np.float32), "weight": weight, "weight_orig": 2 * weight})
    assert list(folded) == ["weight"] and layers == ("",)
    np.testing.assert_array_equal(folded["weight"], weight)


def test_a_norm_of_nothing_is_no_error() -> None:
    arrays = {"weight_g": np.zeros((2, 1), np.float32), "weight_v": np.zeros((2, 2), np.float32)}
    assert not np.isfinite(fold_norms(arrays)[0]["weight"]).any()
