"""One training step at 64 px, colour, ngf 64: ours against the plainest PyTorch loop over the same networks."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import nn

from gan.data.sprites import make_sprites
from gan.devices import pick_device, prepare
from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.model.networks import Generator
from gan.train.batches import Batches
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness
from gan.train.trainer import Trainer

MODEL = ModelConfig(image_size=64, channels=3, ngf=64, ndf=64)
BATCH, PICTURES = 64, 1280
ROUNDS, STEPS = 5, 3


class _PlainLoop:
    """What a tutorial would write: transforms, a DataLoader with 2 workers, ``.item()``, default Adam."""

    def __init__(self, images: np.ndarray, device: torch.device) -> None:
        from torch.utils.data import DataLoader
        from torchvision import transforms

        transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize([0.5] * 3, [0.5] * 3)])
        pictures = _Pictures(images.transpose(0, 2, 3, 1), transform)
        self.loader = DataLoader(pictures, BATCH, shuffle=True, num_workers=2, drop_last=True)
        self.batches: Iterator[Any] = iter(self.loader)
        self.device = device
        self.generator, self.discriminator = Generator(MODEL).to(device), Discriminator(MODEL).to(device)
        self.adam_g = torch.optim.Adam(self.generator.parameters(), 2e-4, (0.5, 0.999))
        self.adam_d = torch.optim.Adam(self.discriminator.parameters(), 2e-4, (0.5, 0.999))
        self.criterion = nn.BCEWithLogitsLoss()

    def step(self) -> None:
        real = self._next().to(self.device)
        ones, zeros = torch.ones(BATCH, device=self.device), torch.zeros(BATCH, device=self.device)
        self.discriminator.zero_grad()
        real_logits = self.discriminator(real)
        loss_real = self.criterion(real_logits, ones)
        loss_real.backward()
        fake = self.generator(torch.randn(BATCH, MODEL.z_dim, device=self.device))
        fake_logits = self.discriminator(fake.detach())
        loss_fake = self.criterion(fake_logits, zeros)
        loss_fake.backward()
        self.adam_d.step()
        self.generator.zero_grad()
        logits = self.discriminator(fake)
        loss_g = self.criterion(logits, ones)
        loss_g.backward()
        self.adam_g.step()
        [value.item() for value in (loss_real + loss_fake, loss_g)]
        [value.sigmoid().mean().item() for value in (real_logits, fake_logits, logits)]

    def _next(self) -> torch.Tensor:
        try:
            return next(self.batches)
        except StopIteration:
            self.batches = iter(self.loader)
            return next(self.batches)


class _Pictures(torch.utils.data.Dataset[torch.Tensor]):
    def __init__(self, images: np.ndarray, transform: Any) -> None:
        self.images, self.transform = images, transform

    def __len__(self) -> int:
        return len(self.images)

    def __getitem__(self, index: int) -> torch.Tensor:
        from PIL import Image

        return self.transform(Image.fromarray(self.images[index]))


class _OurLoop:
    def __init__(self, images: np.ndarray, device: torch.device, precision: str) -> None:
        config = TrainConfig(batch_size=BATCH, precision=precision, model=MODEL)
        self.randomness = Randomness(0, device)
        self.batches = Batches(images, BATCH, self.randomness)
        self.trainer = Trainer(config, device)

    def step(self) -> None:
        step = self.trainer.step
        self.trainer.learn(self.batches.batch(step), self.randomness.noise(BATCH, MODEL.z_dim, step))


def run() -> Iterator[str]:
    """Steps of all loops in turn, so that a change of the machine's speed meets all alike."""
    device = pick_device("auto")
    prepare(device)
    images, _ = make_sprites(PICTURES, image_size=64, channels=3)
    loops: dict[str, _PlainLoop | _OurLoop] = {
        "plain": _PlainLoop(images, device),
        "ours, float32": _OurLoop(images, device, "fp32"),
        "ours, auto": _OurLoop(images, device, "auto"),
    }
    times: dict[str, list[float]] = {name: [] for name in loops}
    for loop in loops.values():
        loop.step()
    for _ in range(ROUNDS):
        for name, loop in loops.items():
            times[name].append(_timed(loop, device))
    plain = float(np.median(times["plain"]))
    for name, measured in times.items():
        median = float(np.median(measured))
        yield f"{name:14} {1000 * median:7.1f} ms a step, {plain / median:.2f} x as fast as the plain loop"


def _timed(loop: Any, device: torch.device) -> float:
    started = time.perf_counter()
    for _ in range(STEPS):
        loop.step()
    if device.type == "cuda":
        torch.cuda.synchronize()
    return (time.perf_counter() - started) / STEPS
