"""A short real training, so that BatchNorm remembers what it would remember."""

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional as F

from gan.data.sprites import make_sprites
from tests.gan.importing.zoo.entries import TRAINED, Entry, State, stem
from tests.gan.importing.zoo.networks import Critic

STEPS, BATCH, PICTURES = 300, 64, 4000
FAST, SLOW = 2e-3, 2e-4
"""Learning rates of the first two thirds, and of the rest, in which statistics settle."""


def train(entry: Entry, steps: int = STEPS) -> nn.Module:
    """A generator of ``entry`` that has played against a discriminator."""
    torch.manual_seed(0)
    pictures, classes = _pictures(entry)
    network, critic = entry.build(), Critic(entry.channels, entry.size, entry.classes).build()
    critic(_with_planes(pictures[:1], classes[:1], entry))
    optimizers = [torch.optim.Adam(part.parameters(), FAST, (0.5, 0.999)) for part in (network, critic)]
    for step in range(steps):
        for group in (group for optimizer in optimizers for group in optimizer.param_groups):
            group["lr"] = FAST if step < 2 * steps // 3 else SLOW
        rows = torch.randint(len(pictures), (BATCH,))
        _step(network, critic, optimizers, pictures[rows], classes[rows], entry)
    return network.eval()


def _step(
    network: nn.Module,
    critic: nn.Module,
    optimizers: list[torch.optim.Adam],
    real: Tensor,
    classes: Tensor,
    entry: Entry,
) -> None:
    fake = _drawn(network, entry, classes)
    judged = [critic(_with_planes(images, classes, entry)) for images in (real, fake.detach())]
    loss = F.softplus(-judged[0]).mean() + F.softplus(judged[1]).mean()
    optimizers[1].zero_grad()
    loss.backward()
    optimizers[1].step()
    loss = F.softplus(-critic(_with_planes(fake, classes, entry))).mean()
    optimizers[0].zero_grad()
    loss.backward()
    optimizers[0].step()


def _drawn(network: nn.Module, entry: Entry, classes: Tensor) -> Tensor:
    z = entry.z(len(classes), int(torch.randint(2**31 - 1, ())))
    pictures: Tensor = network(z, classes) if entry.classes else network(z)
    return pictures


def _pictures(entry: Entry) -> tuple[Tensor, Tensor]:
    """In the range that the network draws in, (N, channels, size, size), and what class each has, (N,)."""
    images, factors = make_sprites(PICTURES, entry.size, 1 if entry.channels == 1 else 3)
    if entry.channels == 4:
        images = np.concatenate([images, images.max(axis=1, keepdims=True)], axis=1)
    pictures = torch.from_numpy(images).float() / 255
    shapes = torch.from_numpy(factors["shape"])
    large = torch.from_numpy(factors["scale"] > 0.49)
    return pictures if entry.from_zero else 2 * pictures - 1, shapes + 5 * large if entry.classes > 5 else shapes


def _with_planes(pictures: Tensor, classes: Tensor, entry: Entry) -> Tensor:
    """One plane of ones, and others of zeros, tell the discriminator the class."""
    if not entry.classes:
        return pictures
    planes = F.one_hot(classes, entry.classes).float()[:, :, None, None]
    return torch.cat([pictures, planes.expand(-1, -1, entry.size, entry.size)], dim=1)


def keep(name: str, network: nn.Module) -> None:
    """Store the weights of an entry: kernels in 16 bits, all else, which is small, in 32."""
    TRAINED.mkdir(exist_ok=True)
    state: State = {
        key: (tensor.half() if tensor.ndim > 1 else tensor).contiguous() for key, tensor in network.state_dict().items()
    }
    save_file(state, TRAINED / f"{stem(name)}.safetensors")
