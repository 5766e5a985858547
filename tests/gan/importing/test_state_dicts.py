"""Networks are found wherever a file has them, under the names of their layers."""

from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.utils import spectral_norm

from gan.importing.errors import ForeignFileError
from gan.importing.reading import Contents
from gan.importing.state_dicts import StateDict, find_state_dicts
from tests.gan.importing.saving import read, saved


def network() -> nn.Module:
    return nn.Sequential(nn.ConvTranspose2d(4, 2, 4), nn.BatchNorm2d(2), nn.ReLU(), nn.ConvTranspose2d(2, 1, 4))


def weights(prefix: str = "") -> dict[str, torch.Tensor]:
    return {prefix + name: tensor for name, tensor in network().state_dict().items()}


def found(value: Any) -> tuple[StateDict, ...]:
    kind, tree = read(saved(value))
    return find_state_dicts(Contents(tree, kind, ""))


def the_one(value: Any) -> StateDict:
    (state,) = found(value)
    return state


NAMES = [name for name in network().state_dict() if "num_batches" not in name]


def test_at_the_top() -> None:
    state = the_one(weights())
    assert list(state.arrays) == NAMES
    assert (state.name, state.role, state.is_average, state.folded, state.extras) == ("", "", False, (), {})
    assert all(array.dtype == np.float32 for array in state.arrays.values())


@pytest.mark.parametrize(
    ("key", "role", "average"),
    [
        ("generator", "generator", False),
        ("netG", "generator", False),
        ("G", "generator", False),
        ("G_ema", "generator", True),
        ("g_ema", "generator", True),
        ("Gs", "generator", True),
        ("generator_state_dict", "generator", False),
        ("modelG_state_dict", "generator", False),
        ("gen_A2B", "generator", False),
        ("netD", "discriminator", False),
        ("critic", "discriminator", False),
        ("discriminator_state", "discriminator", False),
        ("state_dict", "", False),
        ("model", "", False),
        ("params_ema", "", True),
        ("net", "", False),
        ("G and D", "", False),
    ],
)
def test_below_a_key(key: str, role: str, average: bool) -> None:
    state = the_one({key: weights(), "epoch": 3})
    assert (state.name, state.role, state.is_average) == (key, role, average)
    assert list(state.arrays) == NAMES
    assert state.extras == {"epoch": 3}


def test_deep_in_a_file() -> None:
    state = the_one({"checkpoint": {"models": [{"G": weights()}]}, "args": {"nz": 100, "name": "a"}})
    assert (state.name, state.role) == ("checkpoint.models.0.G", "generator")
    assert state.extras == {"args.nz": 100, "args.name": "a"}


@pytest.mark.parametrize("prefix", ["module.", "_orig_mod.", "module.module.", "_orig_mod.module.", "main.", "a.b."])
def test_prefixes_of_all_names_are_taken_off(prefix: str) -> None:
    assert list(the_one(weights(prefix)).arrays) == NAMES


def test_wrappers_in_the_middle() -> None:
    value = {"first.module.weight": torch.ones(2), "second.module.0.weight": torch.ones(2)}
    assert list(the_one(value).arrays) == ["first.weight", "second.0.weight"]


def test_names_that_would_become_one_stay() -> None:
    value = {"a.module.weight": torch.ones(2), "a.weight": torch.ones(2), "b.weight": torch.ones(2)}
    assert list(the_one(value).arrays) == list(value)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("generator.", "discriminator."),
        ("G.", "D."),
        ("netG.module.main.", "netD.module."),
        ("model.gen.", "model.dis."),
    ],
)
def test_two_networks_in_one_dict(first: str, second: str) -> None:
    states = found({**weights(first), **weights(second)})
    assert [state.role for state in states] == ["generator", "discriminator"]
    assert [list(state.arrays) for state in states] == [NAMES, NAMES]
    assert [state.name for state in states] == [
        ".".join(part for part in prefix.split(".") if part not in ("", "module")) for prefix in (first, second)
    ]


def test_a_network_and_its_average_in_one_dict() -> None:
    states = found({**weights("online_model."), **weights("ema_model."), "step": torch.tensor(3)})
    assert [(state.is_average, list(state.arrays)) for state in states] == [(False, NAMES), (True, NAMES)]
    assert states[0].extras == {"step": 3}


def test_what_is_neither_network_stays_together() -> None:
    states = found({**weights("generator."), **weights("discriminator."), **weights("features.")})
    assert [state.role for state in states] == ["generator", "discriminator", ""]
    assert (states[2].name, list(states[2].arrays)) == ("features", NAMES)


def test_a_layer_that_is_called_like_a_network() -> None:
    state = the_one({**weights("gen."), "label_emb.weight": torch.ones(10, 4)})
    assert list(state.arrays) == [*(f"gen.{name}" for name in NAMES), "label_emb.weight"]


def test_the_average_of_torch() -> None:
    average = torch.optim.swa_utils.AveragedModel(network())
    state = the_one(average.state_dict())
    assert state.is_average and list(state.arrays) == NAMES


def test_optimizers_are_no_networks() -> None:
    model = network()
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.ones(2, 4, 1, 1)).sum().backward()
    optimizer.step()
    state = the_one({"netG": model.state_dict(), "optimizerG": optimizer.state_dict(), "epoch": torch.tensor(5)})
    assert (state.name, state.extras) == ("netG", {"epoch": 5})


def test_noise_and_losses_are_no_networks() -> None:
    value = {"fixed_noise": torch.ones(4, 100), "real": torch.ones(3), "G": weights()}
    assert the_one(value).name == "G"


def test_norms_are_folded() -> None:
    model = nn.Sequential(spectral_norm(nn.Conv2d(1, 2, 3)), nn.Conv2d(2, 1, 3))
    state = the_one({"D": {f"module.main.{name}": tensor for name, tensor in model.state_dict().items()}})
    assert state.folded == ("0",)
    assert list(state.arrays) == ["0.bias", "0.weight", "1.weight", "1.bias"]


@pytest.mark.parametrize(
    "value", [{"a": torch.ones(2)}, {"x": torch.ones(2), "y": torch.ones(2)}, {"n": torch.tensor(1)}]
)
def test_no_network(value: Any) -> None:
    with pytest.raises(ForeignFileError, match="holds no weights"):
        found(value)


@pytest.mark.parametrize("value", [{}, [], {"netG": {}}, {"epoch": 3}])
def test_empty(value: Any) -> None:
    with pytest.raises(ForeignFileError, match="holds no weights"):
        read(saved(value))
