import copy
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch.nn.functional import binary_cross_entropy

from gan.images import from_uint8
from gan.train.config import TrainConfig
from gan.train.metrics import NAMES
from gan.train.penalties import slope_penalty
from gan.train.state import load_state
from gan.train.trainer import Trainer
from tests.gan.train.comparing import assert_same
from tests.gan.train.saving import save_state

CPU = torch.device("cpu")
Images = npt.NDArray[np.uint8]


@pytest.fixture
def real(pictures: Images) -> torch.Tensor:
    return from_uint8(torch.from_numpy(pictures[:4]))


@pytest.fixture
def z() -> torch.Tensor:
    return torch.randn(4, 4, generator=torch.Generator().manual_seed(0))


def changed(config: TrainConfig, **values: object) -> TrainConfig:
    return TrainConfig.from_dict(config.to_dict() | values)


def weights(network: torch.nn.Module) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


def test_a_step_is_that_of_the_textbook(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    """The algorithm of Goodfellow et al. (2014) written plainly, on copies in the plain memory layout."""
    trainer = Trainer(config, CPU)
    g = copy.deepcopy(trainer.generator).to(memory_format=torch.contiguous_format)
    d = copy.deepcopy(trainer.discriminator).to(memory_format=torch.contiguous_format)
    adam_g = torch.optim.Adam(g.parameters(), lr=config.lr_g, betas=(0.5, 0.999), foreach=False)
    adam_d = torch.optim.Adam(d.parameters(), lr=config.lr_d, betas=(0.5, 0.999), foreach=False)
    ones, zeros = torch.ones(4), torch.zeros(4)
    for _ in range(3):
        fake = g(z)
        d_loss = binary_cross_entropy(d(real).sigmoid(), ones)
        d_loss = d_loss + binary_cross_entropy(d(fake.detach()).sigmoid(), zeros)
        adam_d.zero_grad()
        d_loss.backward()
        adam_d.step()
        g_loss = binary_cross_entropy(d(fake).sigmoid(), ones)
        adam_g.zero_grad()
        g_loss.backward()
        adam_g.step()
        trainer.learn(real, z)
        means = trainer.metrics.take()
        assert means["d_loss"] == pytest.approx(d_loss.item(), rel=1e-3)
        assert means["g_loss"] == pytest.approx(g_loss.item(), rel=1e-3)
    for ours, plain in ((trainer.generator, g), (trainer.discriminator, d)):
        for name, tensor in plain.state_dict().items():
            assert torch.allclose(ours.state_dict()[name], tensor, rtol=1e-3, atol=3e-5), name


def test_weights_follow_from_the_seed(config: TrainConfig) -> None:
    first, same = Trainer(config, CPU), Trainer(config, CPU)
    other = Trainer(changed(config, seed=4), CPU)
    assert_same(first.generator, same.generator)
    assert_same(first.discriminator, same.discriminator)
    weight = "block1.conv.weight"
    assert not torch.equal(first.generator.get_parameter(weight), other.generator.get_parameter(weight))


def test_torchs_own_random_state_is_left_alone(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    before = torch.random.get_rng_state()
    Trainer(config, CPU).learn(real, z)
    assert torch.equal(torch.random.get_rng_state(), before)


def test_both_networks_learn(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    trainer = Trainer(config, CPU)
    networks = (trainer.generator, trainer.discriminator, trainer.ema)
    before = [weights(network) for network in networks]
    trainer.learn(real, z)
    assert trainer.step == 1
    for network, old in zip(networks, before, strict=True):
        assert not any(torch.equal(parameter, old[name]) for name, parameter in network.named_parameters())


def test_each_network_has_a_learning_rate_of_its_own(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    trainer = Trainer(changed(config, lr_g=0.0), CPU)
    g, d = weights(trainer.generator), weights(trainer.discriminator)
    trainer.learn(real, z)
    assert all(torch.equal(parameter, g[name]) for name, parameter in trainer.generator.named_parameters())
    assert not torch.equal(trainer.discriminator.head.get_parameter("weight"), d["head.weight"])


def test_what_may_learn_after_a_step(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    trainer = Trainer(config, CPU)
    trainer.learn(real, z)
    assert all(parameter.requires_grad for parameter in trainer.discriminator.parameters())
    assert all(parameter.requires_grad for parameter in trainer.generator.parameters())
    assert not any(parameter.requires_grad for parameter in trainer.ema.parameters())
    assert trainer.generator.training
    assert not trainer.ema.training


def test_the_running_average_ramps_up(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    trainer = Trainer(config, CPU)
    average = {name: tensor for name, tensor in weights(trainer.ema).items() if tensor.is_floating_point()}
    for step in (1, 2, 3):
        trainer.learn(real, z)
        decay = (1 + step) / (10 + step)
        for name, before in average.items():
            average[name] = decay * before + (1 - decay) * trainer.generator.state_dict()[name]
            assert torch.allclose(trainer.ema.state_dict()[name], average[name], rtol=1e-5, atol=1e-7), name
    assert any(name.endswith("running_var") for name in average)


def test_the_running_average_decays_no_slower_than_asked(
    config: TrainConfig, real: torch.Tensor, z: torch.Tensor
) -> None:
    trainer = Trainer(changed(config, ema_decay=0.0), CPU)
    trainer.learn(real, z)
    for name, tensor in trainer.generator.named_parameters():
        assert torch.allclose(trainer.ema.get_parameter(name), tensor, atol=1e-7)


def test_metrics_of_a_step(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    trainer = Trainer(config, CPU)
    logits = copy.deepcopy(trainer.discriminator)(real)
    trainer.learn(real, z)
    means = trainer.metrics.take()
    assert tuple(means) == NAMES
    assert means["d_real"] == pytest.approx(logits.sigmoid().mean().item(), abs=1e-5)
    assert all(0 <= means[name] <= 1 for name in ("d_real", "d_fake", "d_fake_after"))
    assert means["d_fake_after"] != means["d_fake"]


def test_the_discriminator_learns_to_tell_two_greys_apart(config: TrainConfig) -> None:
    trainer = Trainer(changed(config, lr_g=0.0, lr_d=0.002), CPU)
    real = torch.full((4, 1, 16, 16), 0.9) + 0.05 * torch.randn(4, 1, 16, 16)
    for step in range(30):
        if step == 25:
            trainer.metrics.take()
        trainer.learn(real, torch.randn(4, 4))
    means = trainer.metrics.take()
    assert means["d_real"] > 0.9
    assert means["d_fake"] < 0.1


def test_label_smoothing_reaches_the_loss(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    losses = []
    for smoothing in (0.0, 0.5):
        trainer = Trainer(changed(config, label_smoothing=smoothing), CPU)
        trainer.learn(real, z)
        losses.append(trainer.metrics.take()["d_loss"])
    assert losses[0] != losses[1]


def test_lower_precision_keeps_whole_weights(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    whole, lower = Trainer(config, CPU), Trainer(changed(config, precision="bf16"), CPU)
    for trainer in (whole, lower):
        trainer.learn(real, z)
    assert {parameter.dtype for parameter in lower.generator.parameters()} == {torch.float32}
    expected, means = whole.metrics.take(), lower.metrics.take()
    assert means == pytest.approx(expected, rel=0.05)
    assert means != expected


@pytest.mark.cuda
def test_cuda_learns_as_the_cpu_does(
    config: TrainConfig, real: torch.Tensor, z: torch.Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.backends.cudnn, "allow_tf32", False)
    monkeypatch.setattr(torch.backends.cuda.matmul, "allow_tf32", False)
    device = torch.device("cuda")
    on_cpu, on_cuda = Trainer(config, CPU), Trainer(config, device)
    assert_same(on_cpu.generator, copy.deepcopy(on_cuda.generator).cpu())
    for _ in range(2):
        on_cpu.learn(real, z)
        on_cuda.learn(real.to(device), z.to(device))
        on_cuda.metrics.take()
    for name, tensor in on_cuda.generator.state_dict().items():
        assert tensor.isfinite().all()
        # Adam's first steps are lr times the sign of a gradient: where that is about zero, they may differ.
        assert (tensor.cpu() - on_cpu.generator.state_dict()[name]).abs().mean() < 2e-5, name


VARIANTS = [
    {"loss": "hinge", "model": {"d_norm": "spectral"}},
    {"loss": "wgan-gp", "model": {"d_norm": "none"}},
    {"r1": 10.0, "augment": True},
    {"loss": "relativistic", "r1": 1.0, "r2": 1.0, "penalty_every": 3, "model": {"d_norm": "none", "d_layout": "deep"}},
    {"lr_decay": 1.0, "ema_pictures": 100, "model": {"d_norm": "spectral", "d_layout": "sndcgan"}},
]


def variant(config: TrainConfig, values: dict[str, Any]) -> TrainConfig:
    base = config.to_dict()
    return TrainConfig.from_dict(base | values | {"model": base["model"] | values.get("model", {})})


@pytest.mark.parametrize("values", VARIANTS)
def test_other_losses_learn_and_go_on_to_the_bit(
    config: TrainConfig, real: torch.Tensor, z: torch.Tensor, values: dict[str, Any], tmp_path: Path
) -> None:
    at_once, in_parts = (Trainer(variant(config, values), CPU) for _ in range(2))
    before = weights(at_once.discriminator), weights(at_once.generator)
    for _ in range(4):
        at_once.learn(real, z)
    for _ in range(2):
        in_parts.learn(real, z)
    save_state(tmp_path / "state.safetensors", in_parts, 0.0)
    resumed = Trainer(variant(config, values), CPU)
    load_state(tmp_path / "state.safetensors", resumed)
    for _ in range(2):
        resumed.learn(real, z)
    assert_same(at_once.discriminator, resumed.discriminator)
    assert_same(at_once.generator, resumed.generator)
    for old, network in zip(before, (resumed.discriminator, resumed.generator), strict=True):
        assert any(not torch.equal(tensor, old[name]) for name, tensor in network.named_parameters())


@pytest.mark.parametrize("values", [{}, *VARIANTS])
def test_measuring_changes_nothing(
    config: TrainConfig, real: torch.Tensor, z: torch.Tensor, values: dict[str, Any]
) -> None:
    trainer = Trainer(variant(config, values), CPU)
    before = copy.deepcopy(trainer.generator), copy.deepcopy(trainer.discriminator)
    trainer.scores(real, z)
    trainer.pictures(z)
    assert_same(before[0], trainer.generator)
    assert_same(before[1], trainer.discriminator)


def test_penalties_weaken_the_gradient_of_d(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    """After some steps D's slope at real pictures is smaller with R1 than without."""
    slopes = []
    for r1 in (0.0, 100.0):
        trainer = Trainer(variant(config, {"r1": r1, "lr_d": 1e-3, "model": {"d_norm": "none"}}), CPU)
        for _ in range(50):
            trainer.learn(real, z)
        slopes.append(slope_penalty(trainer.discriminator, real).item())
    assert slopes[1] < 0.5 * slopes[0]


def test_r2_weakens_the_gradient_at_generated_pictures(
    config: TrainConfig, real: torch.Tensor, z: torch.Tensor
) -> None:
    slopes = []
    for r2 in (0.0, 100.0):
        trainer = Trainer(variant(config, {"r2": r2, "lr_d": 1e-3, "model": {"d_norm": "none"}}), CPU)
        for _ in range(50):
            trainer.learn(real, z)
        slopes.append(slope_penalty(trainer.discriminator, trainer.generator(z)).item())
    assert slopes[1] < 0.5 * slopes[0]


def test_penalties_of_some_steps_count_for_all(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    """At a step on which one is due it has as many times the weight; at the others there is none."""
    values = {"loss": "relativistic", "r1": 2.0, "r2": 3.0, "model": {"d_norm": "none"}}
    lazy, always, never = (
        Trainer(variant(config, values | more), CPU)
        for more in ({"penalty_every": 4}, {"r1": 8.0, "r2": 12.0}, {"r1": 0.0, "r2": 0.0})
    )
    for trainer in (lazy, always, never):
        trainer.learn(real, z)
    assert_same(lazy.discriminator, always.discriminator)
    for trainer in (lazy, never):
        load(trainer, always)
        trainer.learn(real, z)
    assert_same(lazy.discriminator, never.discriminator)


def load(trainer: Trainer, other: Trainer) -> None:
    """Bring ``trainer`` to where ``other`` is."""
    for name in ("generator", "discriminator", "optimizer_g", "optimizer_d"):
        getattr(trainer, name).load_state_dict(copy.deepcopy(getattr(other, name).state_dict()))


@pytest.mark.parametrize(
    ("decay", "progress", "share"), [(0.0, 0.9, 1), (1.0, 0.25, 0.75), (0.5, 0.25, 1), (0.5, 0.75, 0.5), (1.0, 1.0, 0)]
)
def test_learning_rates_fall_at_the_end_of_the_run(
    config: TrainConfig, real: torch.Tensor, z: torch.Tensor, decay: float, progress: float, share: float
) -> None:
    trainer = Trainer(changed(config, lr_decay=decay), CPU)
    trainer.learning_rates = 1e-3, 2e-3
    trainer.progress = progress
    trainer.learn(real, z)
    assert trainer.learning_rates == (1e-3, 2e-3)
    rates = [optimizer.param_groups[0]["lr"] for optimizer in (trainer.optimizer_g, trainer.optimizer_d)]
    assert rates == pytest.approx([1e-3 * share, 2e-3 * share])


def test_without_a_learning_rate_nothing_is_learned(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    trainer = Trainer(changed(config, lr_decay=1.0), CPU)
    trainer.progress = 1.0
    before = weights(trainer.generator)
    trainer.learn(real, z)
    assert all(torch.equal(parameter, before[name]) for name, parameter in trainer.generator.named_parameters())


def test_augmentation_changes_what_d_sees(config: TrainConfig, real: torch.Tensor, z: torch.Tensor) -> None:
    plain, augmented = (Trainer(changed(config, augment=augment), CPU) for augment in (False, True))
    plain.learn(real, z)
    augmented.learn(real, z)
    assert plain.metrics.take()["d_real"] != augmented.metrics.take()["d_real"]
