"""The two networks, their optimisers and the step that they learn by."""

from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import shorten
from typing import Literal, TypeVar

import torch
from torch import Tensor
from torch.nn.utils.parametrize import ParametrizationList

from gan.devices import autocast_dtype, memory_format
from gan.model.discriminators import Discriminator
from gan.model.networks import Generator, telling
from gan.model.parts import is_batch_norm
from gan.train.augment import DRAWS, augmented
from gan.train.averaging import Average, statistics_count
from gan.train.config import TrainConfig
from gan.train.even_kernels import even_out
from gan.train.events import Scores
from gan.train.graphs import Graphs, why_not
from gan.train.joint_statistics import joint_statistics, side_by_side
from gan.train.losses import LOSSES
from gan.train.metrics import MetricMeans
from gan.train.penalties import gradient_penalty, slope_penalty
from gan.train.randomness import Randomness, seed_of
from gan.train.team import ALONE, Team
from gan.words import tr

Network = TypeVar("Network", bound=torch.nn.Module)

LONGEST_REASON = 200


class Trainer:
    """Holds G, D and the running average of G, and takes training steps.

    ``step`` counts the steps taken. ``learning_rates``, of G and of D, are those before their decay, which goes by
    ``progress``, how much of the run is over in [0, 1]; both may be set between steps. Weights of a fresh trainer
    follow from ``config.seed``. ``remarks`` are what people should know of how it learns; who has told them takes them.
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
        self._keep_even()
        self._average = Average(self.generator, config)
        self.ema = self._average.network
        self.learning_rates = config.lr_g, config.lr_d
        self.progress = 0.0
        self.remarks: list[str] = []
        self._graphs = self._chosen_graphs()
        self.optimizer_g = self._adam(self.generator, config.lr_g)
        self.optimizer_d = self._adam(self.discriminator, config.lr_d)
        self.metrics = MetricMeans(device)
        self._loss = LOSSES[config.loss]
        self._randomness = Randomness(config.seed, device)
        self._dtype = autocast_dtype(config.precision, device)

    def learn(self, real: Tensor, z: Tensor, classes: Tensor | None = None) -> None:
        """One step of D and one of G on ``real`` (N, C, H, W) and ``z`` (N, z_dim), both of ``classes`` (N,).

        In a team these are this process's part of the batch, and both networks learn from the whole of it.
        """
        self._set_rates()
        told = (
            self._learn_both(real, z, classes) if self._graphs is None else self._replay(self._graphs, real, z, classes)
        )
        self._end_step(len(real))
        self.metrics.add(*told)

    def _replay(self, graphs: Graphs, real: Tensor, z: Tensor, classes: Tensor | None) -> tuple[Tensor, ...]:
        """What :meth:`_learn_both` does; as it is from now on if it cannot be recorded."""
        try:
            return graphs(self.step % self.config.penalty_every == 0, real, z, classes)
        except torch.OutOfMemoryError:
            raise
        except RuntimeError as error:
            self._graphs = None
            self.remarks.append(_without_graphs(shorten(str(error), LONGEST_REASON)))
            return self._learn_both(real, z, classes)

    def _learn_both(self, real: Tensor, z: Tensor, classes: Tensor | None) -> tuple[Tensor, ...]:
        """A step without its end; what :class:`MetricMeans` wants to know of it."""
        with self._called(classes):
            real, fake = self._laid_out(real), self._generate(z)
            d_loss, d_real, d_fake = self._learn_discriminator(real, fake.detach())
            g_loss, d_fake_after = self._learn_generator(real, fake)
        grad_d, grad_g = _gradient_length(self.discriminator), _gradient_length(self.generator)
        return d_loss, g_loss, d_real, d_fake, d_fake_after, grad_d, grad_g

    def learn_half(self, network: Literal["d", "g"], real: Tensor, z: Tensor, classes: Tensor | None = None) -> None:
        """The half of :meth:`learn` in which D or G learns; one of D and one of G are the same as the whole."""
        self._set_rates()
        real = self._laid_out(real)
        with self._called(classes):
            if network == "d":
                with torch.no_grad(), untracked(self.generator):
                    fake = self._generate(z)
                self._learn_discriminator(real, fake)
            else:
                self._learn_generator(real, self._generate(z))
                self._end_step(len(real))

    @torch.no_grad()
    def scores(self, real: Tensor, z: Tensor, classes: Tensor | None = None) -> Scores:
        """Losses and D's opinion of ``real`` and of G(z) as they are now, in a team of all parts; changes nothing."""
        with self._called(classes), untracked(self.generator, self.discriminator), self._autocast():
            fake_logits = _full(self.discriminator(self.generator(z)))
            real_logits = _full(self.discriminator(self._laid_out(real)))
        d_loss = self._loss.of_d(real_logits, fake_logits, self.config.label_smoothing)
        g_loss = self._loss.of_g(real_logits, fake_logits)
        scores = torch.stack([d_loss, g_loss, _probability(real_logits), _probability(fake_logits)])
        return Scores(*(self._team.summed(scores) / self._team.size).tolist())

    @torch.no_grad()
    def pictures(self, z: Tensor, classes: Tensor | None = None) -> Tensor:
        """What G itself, not its running average, makes of ``z``, normalised as in training; by this process alone."""
        with telling(classes, self.generator), untracked(self.generator):
            return self.generator(z)

    def weights(self) -> list[Tensor]:
        """All numbers of both networks and of the running average, as they are in memory."""
        networks = self.generator, self.discriminator, self.ema
        return [tensor for network in networks for tensor in network.state_dict().values()]

    def averaged(self, classes: Tensor | None = None) -> Generator:
        """A copy of the running average of G as it is kept: with BatchNorm statistics that are its own.

        They are those of :func:`gan.train.averaging.statistics_count` pictures of ``classes``, drawn by seed and step.
        """
        model = self.config.model
        z = self._randomness.noise(statistics_count(model), model.z_dim, self.step, "statistics")
        with self._autocast():
            return self._average.freshened(z, classes)

    @property
    def lr_share(self) -> float:
        """What the decay has left of the learning rates, in [0, 1]."""
        decay = self.config.lr_decay
        return min(1.0, max(0.0, 1.0 - self.progress) / decay) if decay else 1.0

    def _laid_out(self, images: Tensor) -> Tensor:
        return images.contiguous(memory_format=memory_format(self.device))

    def _generate(self, z: Tensor) -> Tensor:
        with self._autocast():
            return self.generator(z)

    def _learn_discriminator(self, real: Tensor, fake: Tensor) -> tuple[Tensor, ...]:
        """D's step; its loss, and D's opinion of ``real`` and of ``fake`` before it."""
        real, fake = self._augmented(real, "real"), self._augmented(fake, "fake")
        real_logits, fake_logits = self._judged(real, fake)
        loss = self._loss.of_d(real_logits, fake_logits, self.config.label_smoothing)
        self.optimizer_d.zero_grad(set_to_none=True)
        (loss + self._penalties(real, fake)).backward()
        told = loss.detach(), _probability(real_logits), _probability(fake_logits)
        return self._descend(self.discriminator, self.optimizer_d, *told)

    def _learn_generator(self, real: Tensor, fake: Tensor) -> tuple[Tensor, ...]:
        """G's step; its loss, and D's opinion of ``fake``."""
        self.discriminator.requires_grad_(False)
        beside = [self._augmented(real, "beside")] if self._loss.pairs else []
        logits, *others = self._judged(self._augmented(fake, "fooling"), *beside)
        real_logits = others[0] if others else logits[:0]
        self.discriminator.requires_grad_(True)
        loss = self._loss.of_g(real_logits, logits)
        self.optimizer_g.zero_grad(set_to_none=True)
        loss.backward()
        told = loss.detach(), _probability(logits)
        means = self._descend(self.generator, self.optimizer_g, *told)
        self._keep_even()
        return means

    def _keep_even(self) -> None:
        if self.config.even_kernels:
            even_out(self.generator)

    def _descend(self, network: torch.nn.Module, optimizer: torch.optim.Adam, *told: Tensor) -> tuple[Tensor, ...]:
        """A step by the gradients of the whole batch; returns the means of ``told`` over the team."""
        means = self._team.average_gradients(network, *told)
        optimizer.step()
        return means

    def _set_rates(self) -> None:
        for optimizer, rate in zip((self.optimizer_g, self.optimizer_d), self.learning_rates, strict=True):
            group = optimizer.param_groups[0]
            if isinstance(group["lr"], Tensor):
                group["lr"].fill_(rate * self.lr_share)
            else:
                group["lr"] = rate * self.lr_share

    def _chosen_graphs(self) -> Graphs | None:
        if not self.config.cuda_graphs:
            return None
        reason = why_not(self.config, self.device, self._team.size)
        if reason:
            self.remarks.append(_without_graphs(reason))
            return None
        return Graphs(self._learn_both)

    def _adam(self, network: torch.nn.Module, lr: float) -> torch.optim.Adam:
        """Its learning rate is a tensor where steps are recorded, which would keep any other number for good."""
        recorded = self._graphs is not None
        rate = torch.tensor(lr, device=self.device) if recorded else lr
        betas = self.config.beta1, self.config.beta2
        return torch.optim.Adam(network.parameters(), rate, betas, fused=True, capturable=recorded)

    def _judged(self, *batches: Tensor) -> list[Tensor]:
        """D's logits of each of ``batches``, all of the same classes, by BatchNorm statistics of its own.

        A team whose D has such statistics judges them at once, as every layer then needs one sum over all processes.
        """
        network = self.discriminator
        if self._team.size == 1 or len(batches) == 1 or self.config.model.d_norm != "batch":
            with self._autocast():
                return [_full(network(images)) for images in batches]
        chosen = network.chosen_class
        classes = chosen.repeat(len(batches)) if isinstance(chosen, Tensor) else None
        with telling(classes, network), side_by_side(self._team, network, len(batches)), self._autocast():
            return list(_full(network(torch.cat(batches))).chunk(len(batches)))

    def _augmented(self, images: Tensor, purpose: str) -> Tensor:
        if not self.config.augment:
            return images
        return self._laid_out(augmented(images, self._drawn(len(images), DRAWS, purpose)))

    def _drawn(self, count: int, width: int, purpose: str) -> Tensor:
        """Numbers in [0, 1), (count, width): in a team this process's part of what one alone would draw."""
        return self._team.part(self._randomness.uniform((count * self._team.size, width), self.step, purpose))

    def _penalties(self, real: Tensor, fake: Tensor) -> Tensor | float:
        """Regularisers of D in full precision; its BatchNorm statistics do not see them.

        Those of all steps in between are made up for by their weight (Karras et al., 2020, appendix B).
        """
        every = self.config.penalty_every
        if self.step % every:
            return 0.0
        total: Tensor | float = 0.0
        with untracked(self.discriminator):
            if self._loss.gradient_penalty:
                shares = self._drawn(len(real), 1, "between")
                penalty = gradient_penalty(self.discriminator, real, _full(fake), shares[:, 0])
                total = total + self._loss.gradient_penalty * penalty
            for weight, images in ((self.config.r1, real), (self.config.r2, _full(fake))):
                if weight:
                    total = total + weight / 2 * slope_penalty(self.discriminator, images)
        return every * total

    def _end_step(self, pictures: int) -> None:
        self.step += 1
        self._average.follow(self.step, pictures * self._team.size)

    @contextmanager
    def _called(self, classes: Tensor | None) -> Iterator[None]:
        """Within it both networks judge and draw ``classes`` of a batch that is spread over the team."""
        networks = self.generator, self.discriminator
        with telling(classes, *networks), joint_statistics(self._team, *networks):
            yield

    def _autocast(self) -> torch.autocast:
        # What is cached while a step is recorded would be missing when it is replayed.
        caches = self._graphs is None
        return torch.autocast(self.device.type, self._dtype, enabled=self._dtype is not None, cache_enabled=caches)


@contextmanager
def untracked(*networks: torch.nn.Module) -> Iterator[None]:
    """Within it, networks in training mode leave their BatchNorm statistics and spectral norms as they are."""
    modules = [module for network in networks for module in network.modules()]
    norms = [module for module in modules if is_batch_norm(module) and module.track_running_stats]
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


def _without_graphs(reason: str) -> str:
    return tr("CUDA graphs are not used: {reason}; training goes on without", reason=reason)


def _gradient_length(network: torch.nn.Module) -> Tensor:
    """The Euclidean length of all gradients of the last step together."""
    gradients = [parameter.grad for parameter in network.parameters() if parameter.grad is not None]
    return torch.stack(torch._foreach_norm(gradients)).norm()


def _full(numbers: Tensor) -> Tensor:
    """``numbers`` in float32, or more if they have it."""
    return numbers.to(torch.promote_types(numbers.dtype, torch.float32))


@torch.no_grad()
def _probability(logits: Tensor) -> Tensor:
    return logits.detach().sigmoid().mean()
