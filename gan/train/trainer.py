"""The two networks, their optimisers and the step that they learn by."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeVar

import torch
from torch import Tensor
from torch.nn.utils.parametrize import ParametrizationList

from gan.devices import autocast_dtype, memory_format
from gan.model.discriminators import Discriminator
from gan.model.networks import Generator
from gan.train.augment import DRAWS, augmented
from gan.train.config import TrainConfig
from gan.train.events import Scores
from gan.train.losses import LOSSES
from gan.train.metrics import MetricMeans
from gan.train.penalties import gradient_penalty, r1_penalty
from gan.train.randomness import Randomness, seed_of
from gan.train.team import ALONE, Team

EMA_WARM_UP = 10

Network = TypeVar("Network", bound=torch.nn.Module)


class Trainer:
    """Holds G, D and the running average of G, and takes training steps.

    ``step`` counts the steps taken. Weights of a fresh trainer follow from ``config.seed``.
    """

    def __init__(self, config: TrainConfig, device: torch.device, team: Team = ALONE) -> None:
        self.config = config
        self.device = device
        self._team = team
        self.step = 0
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed_of(config.seed, "weights"))
            self.generator = _placed(Generator(config.model), device)
            self.discriminator = _placed(Discriminator(config.model), device)
        self.ema = copy.deepcopy(self.generator).eval().requires_grad_(False)
        self.optimizer_g = _adam(self.generator, config.lr_g, config)
        self.optimizer_d = _adam(self.discriminator, config.lr_d, config)
        self.metrics = MetricMeans(device)
        self._loss = LOSSES[config.loss]
        self._randomness = Randomness(config.seed, device)
        self._dtype = autocast_dtype(config.precision, device)
        self._averages, self._current = _floating(self.ema), _floating(self.generator)

    def learn(self, real: Tensor, z: Tensor) -> None:
        """One step of D and one of G on ``real`` (N, C, H, W) and ``z`` (N, z_dim)."""
        fake = self._generate(z)
        d_loss, d_real, d_fake = self._learn_discriminator(self._laid_out(real), fake.detach())
        g_loss, d_fake_after = self._learn_generator(fake)
        self._end_step()
        grad_d, grad_g = _gradient_length(self.discriminator), _gradient_length(self.generator)
        self.metrics.add(d_loss, g_loss, d_real, d_fake, d_fake_after, grad_d, grad_g)

    def learn_half(self, network: Literal["d", "g"], real: Tensor, z: Tensor) -> None:
        """The half of :meth:`learn` in which D or G learns; one of D and one of G are the same as the whole."""
        if network == "d":
            with torch.no_grad(), untracked(self.generator):
                fake = self._generate(z)
            self._learn_discriminator(self._laid_out(real), fake)
        else:
            self._learn_generator(self._generate(z))
            self._end_step()

    @torch.no_grad()
    def scores(self, real: Tensor, z: Tensor) -> Scores:
        """Losses and D's opinion of ``real`` and of G(z) as they are now; changes nothing."""
        with untracked(self.generator, self.discriminator), self._autocast():
            fake_logits = self.discriminator(self.generator(z)).float()
            real_logits = self.discriminator(self._laid_out(real)).float()
        return Scores(
            d_loss=self._loss.of_d(real_logits, fake_logits, self.config.label_smoothing).item(),
            g_loss=self._loss.of_g(fake_logits).item(),
            d_real=_probability(real_logits).item(),
            d_fake=_probability(fake_logits).item(),
        )

    @torch.no_grad()
    def pictures(self, z: Tensor) -> Tensor:
        """What G itself, not its running average, makes of ``z``, normalised as in training."""
        with untracked(self.generator):
            return self.generator(z)

    @property
    def learning_rates(self) -> tuple[float, float]:
        """Of G and of D."""
        return self.optimizer_g.param_groups[0]["lr"], self.optimizer_d.param_groups[0]["lr"]

    def set_learning_rates(self, lr_g: float, lr_d: float) -> None:
        """Both hold from the next step on."""
        self.optimizer_g.param_groups[0]["lr"] = lr_g
        self.optimizer_d.param_groups[0]["lr"] = lr_d

    def _laid_out(self, images: Tensor) -> Tensor:
        return images.contiguous(memory_format=memory_format(self.device))

    def _generate(self, z: Tensor) -> Tensor:
        with self._autocast():
            return self.generator(z)

    def _learn_discriminator(self, real: Tensor, fake: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        real, fake = self._augmented(real, "real"), self._augmented(fake, "fake")
        with self._autocast():
            real_logits, fake_logits = self.discriminator(real).float(), self.discriminator(fake).float()
        loss = self._loss.of_d(real_logits, fake_logits, self.config.label_smoothing)
        self.optimizer_d.zero_grad(set_to_none=True)
        (loss + self._penalties(real, fake)).backward()
        self._team.average_gradients(self.discriminator)
        self.optimizer_d.step()
        return loss.detach(), _probability(real_logits), _probability(fake_logits)

    def _learn_generator(self, fake: Tensor) -> tuple[Tensor, Tensor]:
        self.discriminator.requires_grad_(False)
        with self._autocast():
            logits = self.discriminator(self._augmented(fake, "fooling")).float()
        self.discriminator.requires_grad_(True)
        loss = self._loss.of_g(logits)
        self.optimizer_g.zero_grad(set_to_none=True)
        loss.backward()
        self._team.average_gradients(self.generator)
        self.optimizer_g.step()
        return loss.detach(), _probability(logits)

    def _augmented(self, images: Tensor, purpose: str) -> Tensor:
        if not self.config.augment:
            return images
        return self._laid_out(augmented(images, self._drawn(len(images), DRAWS, purpose)))

    def _drawn(self, count: int, width: int, purpose: str) -> Tensor:
        """Numbers in [0, 1), (count, width): in a team this process's part of what one alone would draw."""
        return self._team.part(self._randomness.uniform((count * self._team.size, width), self.step, purpose))

    def _penalties(self, real: Tensor, fake: Tensor) -> Tensor | float:
        """Regularisers of D in full precision; its BatchNorm statistics do not see them."""
        total: Tensor | float = 0.0
        with untracked(self.discriminator):
            if self._loss.gradient_penalty:
                shares = self._drawn(len(real), 1, "between")
                penalty = gradient_penalty(self.discriminator, real, fake.float(), shares[:, 0])
                total = total + self._loss.gradient_penalty * penalty
            if self.config.r1:
                total = total + self.config.r1 / 2 * r1_penalty(self.discriminator, real)
        return total

    @torch.no_grad()
    def _end_step(self) -> None:
        """EMA of weights and BatchNorm statistics; the decay ramps up, as early weights are worth little."""
        self.step += 1
        decay = min(self.config.ema_decay, (1 + self.step) / (EMA_WARM_UP + self.step))
        torch._foreach_lerp_(self._averages, self._current, 1 - decay)

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, self._dtype, enabled=self._dtype is not None)


@contextmanager
def untracked(*networks: torch.nn.Module) -> Iterator[None]:
    """Within it, networks in training mode leave their BatchNorm statistics and spectral norms as they are."""
    modules = [module for network in networks for module in network.modules()]
    norms = [module for module in modules if isinstance(module, torch.nn.BatchNorm2d) and module.track_running_stats]
    estimates = [module for module in modules if isinstance(module, ParametrizationList) and module.training]
    try:
        for norm in norms:
            norm.track_running_stats = False
        for estimate in estimates:
            estimate.eval()
        yield
    finally:
        for norm in norms:
            norm.track_running_stats = True
        for estimate in estimates:
            estimate.train()


def _placed(network: Network, device: torch.device) -> Network:
    return network.to(device=device).to(memory_format=memory_format(device))


def _floating(network: torch.nn.Module) -> list[Tensor]:
    return [tensor for tensor in network.state_dict().values() if tensor.is_floating_point()]


def _adam(network: torch.nn.Module, lr: float, config: TrainConfig) -> torch.optim.Adam:
    return torch.optim.Adam(network.parameters(), lr, (config.beta1, config.beta2), fused=True)


def _gradient_length(network: torch.nn.Module) -> Tensor:
    """The Euclidean length of all gradients of the last step together."""
    gradients = [parameter.grad for parameter in network.parameters() if parameter.grad is not None]
    return torch.stack(torch._foreach_norm(gradients)).norm()


@torch.no_grad()
def _probability(logits: Tensor) -> Tensor:
    return logits.detach().sigmoid().mean()
