"""What there is in the zoo: how each generator is built, what z it takes, how its file is made, what is to be found."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.utils import spectral_norm
from torch.nn.utils.parametrizations import weight_norm

from gan.explore.latent import sample_z
from gan.model.architecture import Distribution, Join
from tests.gan.importing.zoo.networks import (
    FOUR,
    Bare,
    Between,
    Course,
    Critic,
    Functional,
    Interpolated,
    Labelled,
    Nested,
    Perceptron,
    PixelNorm,
    SharedSlope,
    Smooth,
    Sorted,
    Tutorial,
    Upsampling,
)

TRAINED = Path(__file__).parent / "trained"
"""The weights of every entry, made by ``python -m tests.gan.importing.zoo``."""
State = dict[str, Any]
"""Tensors by name."""


@dataclass(frozen=True)
class Entry:
    """A generator and the file that its author wrote.

    ``build`` makes the network, ``nest`` what is saved of its weights. ``classes``, ``join`` and ``first`` say how it
    is conditional. ``from_zero``: its pictures are in [0, 1]. ``determined``: the statistics, and what is usual where
    there are none, leave one reading; else the truth has to be among the first few. No statistics follow the last
    layer, so nothing tells tanh from a sigmoid, nor, where channels are few, a slope of 0.01 from none.
    """

    build: Callable[[], nn.Module]
    z_dim: int
    size: int
    channels: int = 3
    nest: Callable[[State, "Entry"], Any] = lambda state, entry: state
    classes: int = 0
    join: Join = Join.CONCATENATED
    first: bool = False
    distribution: Distribution = Distribution.NORMAL
    from_zero: bool = False
    determined: bool = True
    half: bool = False
    old_format: bool = False

    def z(self, count: int, seed: int = 0) -> Tensor:
        """Random points, (count, z_dim)."""
        return torch.from_numpy(sample_z(count, self.z_dim, seed, self.distribution))

    def labels(self, count: int) -> Tensor | None:
        """Classes in turn, (count,), if there are any."""
        return torch.arange(count) % self.classes if self.classes else None

    def pixels(self, pictures: Tensor) -> Tensor:
        """What the network gives, in [-1, 1]."""
        return (2 * pictures - 1 if self.from_zero else pictures).clamp(-1, 1)


def parallel(state: State, entry: Entry) -> State:
    """As ``DataParallel`` names weights."""
    return {f"module.{name}": tensor for name, tensor in state.items()}


def checkpoint(state: State, entry: Entry) -> State:
    """Both networks and how far they are."""
    return {"epoch": 3, "netG": state, "netD": _critic(entry), "optimizerG": _optimizer(), "lossG": [1.5, 0.7]}


def combined(state: State, entry: Entry) -> State:
    """Both networks as parts of one module."""
    networks = {"generator": state, "discriminator": _critic(entry)}
    return {"state_dict": {f"{name}.{key}": tensor for name, own in networks.items() for key, tensor in own.items()}}


def averaged(state: State, entry: Entry) -> State:
    """A generator and its moving average; the average is what is wanted."""
    return {"G": {name: 0.9 * tensor for name, tensor in state.items()}, "G_ema": state, "D": _critic(entry)}


def with_numbers(state: State, entry: Entry) -> State:
    """With the settings that the network was made by."""
    return {"state_dict": state, "nz": entry.z_dim, "image_size": entry.size}


def _critic(entry: Entry) -> State:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        critic = Critic(entry.channels, entry.size, entry.classes).build()
        critic(torch.zeros(1, entry.channels + entry.classes, entry.size, entry.size))
    return critic.state_dict()


def _optimizer() -> State:
    parameter = nn.Parameter(torch.ones(3, 3))
    optimizer = torch.optim.Adam([parameter])
    parameter.grad = torch.ones(3, 3)
    optimizer.step()
    return optimizer.state_dict()


def _instance_norm(count: int) -> nn.Module:
    return nn.InstanceNorm2d(count, affine=True)


def _concatenated(z: Tensor, label: Tensor) -> Tensor:
    return torch.cat([z, label], dim=1)


def _label_first(z: Tensor, label: Tensor) -> Tensor:
    return torch.cat([label, z], dim=1)


GREY_28 = ((24, 7, 1, 0), (12, 4, 2, 1), (1, 4, 2, 1))
ZOO: Mapping[str, Entry] = {
    "tutorial": Entry(lambda: Tutorial(20), 20, 32),
    "64 pixels, parallel": Entry(
        lambda: Tutorial(16, ((20, 4, 1, 0), (16, 4, 2, 1), (12, 4, 2, 1), (8, 4, 2, 1), (3, 4, 2, 1))),
        16, 64, nest=parallel,
    ),
    "16 pixels, checkpoint": Entry(
        lambda: Tutorial(16, ((24, 4, 1, 0), (12, 4, 2, 1), (1, 4, 2, 1))), 16, 16, 1, checkpoint
    ),
    "leaky 0.2, combined": Entry(lambda: Tutorial(16, act=lambda: nn.LeakyReLU(0.2), bias=True), 16, 32, nest=combined),
    "leaky 0.01, averaged": Entry(lambda: Tutorial(16, act=nn.LeakyReLU), 16, 32, nest=averaged, determined=False),
    "leaky 0.1": Entry(lambda: Tutorial(16, act=lambda: nn.LeakyReLU(0.1)), 16, 32),
    "elu": Entry(lambda: Tutorial(16, act=nn.ELU), 16, 32),
    "shared slope": Entry(lambda: SharedSlope(16), 16, 32),
    "uniform": Entry(lambda: Tutorial(16), 16, 32, distribution=Distribution.UNIFORM, determined=False),
    "opacity": Entry(lambda: Tutorial(16, (*FOUR[:3], (4, 4, 2, 1))), 16, 32, 4),
    "sigmoid": Entry(lambda: Tutorial(16, end=nn.Sigmoid), 16, 32, from_zero=True, determined=False),
    "norm before sigmoid": Entry(
        lambda: Tutorial(16, end=nn.Sigmoid, norm_last=True), 16, 32, from_zero=True, determined=False
    ),
    "no function last": Entry(lambda: Tutorial(16, end=None, bias=True), 16, 32, determined=False),
    "spectral norm": Entry(lambda: Tutorial(16, wrap=spectral_norm), 16, 32),
    "weight norm": Entry(lambda: Tutorial(16, wrap=weight_norm, bias=True), 16, 32),
    "half": Entry(lambda: Tutorial(16), 16, 32, half=True),
    "28 pixels, old format": Entry(lambda: Tutorial(20, GREY_28), 20, 28, 1, with_numbers, old_format=True),
    "28 pixels by 4": Entry(
        lambda: Tutorial(16, ((24, 4, 1, 0), (16, 3, 2, 1), (8, 4, 2, 1), (1, 4, 2, 1))), 16, 28, 1
    ),
    "kernels of 2": Entry(lambda: Tutorial(16, ((24, 4, 1, 0), (16, 2, 2, 0), (12, 2, 2, 0), (3, 2, 2, 0))), 16, 32),
    "kernels of 3": Entry(
        lambda: Tutorial(16, ((24, 4, 1, 0), (16, 3, 2, 1, 1), (12, 3, 2, 1, 1), (3, 3, 2, 1, 1)), bias=True), 16, 32
    ),
    "kernels of 5, nested": Entry(
        lambda: Nested(16, ((16, 4, 1, 0), (12, 5, 2, 2, 1), (8, 5, 2, 2, 1), (3, 5, 2, 2, 1))), 16, 32
    ),
    "kernels of 6": Entry(lambda: Tutorial(16, ((12, 4, 1, 0), (12, 6, 2, 2), (8, 6, 2, 2), (3, 6, 2, 2))), 16, 32),
    "kernels of 1 and 7": Entry(
        lambda: Tutorial(16, ((32, 1, 1, 0), (12, 7, 1, 0), (8, 4, 2, 1), (1, 4, 2, 1)), end=nn.Sigmoid),
        16, 28, 1, from_zero=True, determined=False,
    ),
    "side kept once": Entry(
        lambda: Tutorial(16, ((16, 4, 1, 0), (12, 4, 2, 1), (12, 3, 1, 1), (8, 4, 2, 1), (3, 4, 2, 1))), 16, 32
    ),
    "course": Entry(lambda: Course(16), 16, 28, 1),
    "course, one-hot": Entry(lambda: Course(16, 10), 16, 28, 1, classes=10),
    "functional": Entry(lambda: Functional(16), 16, 28, 1, determined=False),
    "sorted": Entry(lambda: Sorted(16), 16, 16),
    "bare linear": Entry(lambda: Bare(16), 16, 32),
    "upsampling": Entry(lambda: Upsampling(16), 16, 32, 1),
    "smooth": Entry(lambda: Smooth(12), 12, 28, 1, from_zero=True, determined=False),
    "convolution between": Entry(lambda: Between(16, bare=False), 16, 32),
    "norm without function": Entry(lambda: Between(16, bare=True), 16, 32),
    "function before norm": Entry(lambda: Tutorial(16, act_first=True, bias=True), 16, 32),
    "class behind": Entry(lambda: Labelled(12, 5, _concatenated, 6), 12, 32, classes=5),
    "class first": Entry(lambda: Labelled(12, 5, _label_first, 6), 12, 32, classes=5, first=True),
    "class added": Entry(lambda: Labelled(16, 5, torch.add, 16), 16, 32, classes=5, join=Join.ADDED),
    "class multiplied": Entry(lambda: Labelled(16, 5, torch.mul, 16), 16, 32, classes=5, join=Join.MULTIPLIED),
    "perceptron": Entry(lambda: Perceptron(16, normalised=True), 16, 16, 1),
    "perceptron without norm": Entry(lambda: Perceptron(16, normalised=False), 16, 16, 1, determined=False),
    "without norm": Entry(lambda: Tutorial(16, norm=None, bias=True), 16, 32, determined=False),
    "instance norm": Entry(lambda: Tutorial(16, GREY_28, norm=_instance_norm), 16, 28, 1, determined=False),
    "pixel norm": Entry(
        lambda: Tutorial(16, act=lambda: nn.LeakyReLU(0.2), norm=lambda count: PixelNorm(), act_first=True, bias=True),
        16, 32, determined=False,
    ),
    "interpolated": Entry(lambda: Interpolated(16), 16, 32, 1, with_numbers, determined=False),
}  # fmt: skip


def trained(name: str) -> nn.Module:
    """The network of that entry in eval mode, with the weights that its file holds."""
    entry = ZOO[name]
    network = entry.build()
    stored = {key: tensor.float() if tensor.is_floating_point() else tensor for key, tensor in _stored(name).items()}
    network.load_state_dict(stored)
    return network.half().float().eval() if entry.half else network.eval()


def file_of(name: str) -> bytes:
    """The file as its author wrote it."""
    entry, network = ZOO[name], trained(name)
    state = (network.half() if entry.half else network).state_dict()
    buffer = io.BytesIO()
    torch.save(entry.nest(state, entry), buffer, _use_new_zipfile_serialization=not entry.old_format)
    return buffer.getvalue()


def stem(name: str) -> str:
    """``name`` as that of a file."""
    return name.replace(",", "").replace(" ", "-").replace(".", "")


def _stored(name: str) -> State:
    return load_file(TRAINED / f"{stem(name)}.safetensors")
