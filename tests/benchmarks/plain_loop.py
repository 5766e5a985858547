"""What a tutorial would write: transforms, a DataLoader with 2 workers, ``.item()``, default Adam."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import nn

from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.model.networks import Generator


class PlainLoop:
    """Learns from ``images`` (N, C, H, W), uint8, on ``device``."""

    def __init__(self, model: ModelConfig, images: np.ndarray, batch: int, device: torch.device) -> None:
        from torch.utils.data import DataLoader
        from torchvision import transforms

        half = [0.5] * model.channels
        transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize(half, half)])
        pictures = _Pictures(images.transpose(0, 2, 3, 1), transform)
        self.loader = DataLoader(pictures, batch, shuffle=True, num_workers=2, drop_last=True)
        self.batches: Iterator[Any] = iter(self.loader)
        self.model, self.batch, self.device = model, batch, device
        self.generator, self.discriminator = Generator(model).to(device), Discriminator(model).to(device)
        self.adam_g = torch.optim.Adam(self.generator.parameters(), 2e-4, (0.5, 0.999))
        self.adam_d = torch.optim.Adam(self.discriminator.parameters(), 2e-4, (0.5, 0.999))
        self.criterion = nn.BCEWithLogitsLoss()

    def step(self) -> None:
        """D, then G."""
        real = self._next().to(self.device)
        ones, zeros = torch.ones(self.batch, device=self.device), torch.zeros(self.batch, device=self.device)
        self.discriminator.zero_grad()
        real_logits = self.discriminator(real)
        loss_real = self.criterion(real_logits, ones)
        loss_real.backward()
        fake = self.generator(torch.randn(self.batch, self.model.z_dim, device=self.device))
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

        picture = self.images[index]
        return self.transform(Image.fromarray(picture if picture.shape[2] == 3 else picture[..., 0]))
