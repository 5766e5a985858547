"""Steps that are replayed learn what steps that are taken one by one do."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from gan.train import events
from gan.train.config import TrainConfig
from gan.train.graphs import WARM_UP, Graphs, Recording, why_not
from gan.train.loop import train
from gan.train.run import Run
from gan.train.trainer import Trainer
from tests.gan.train.comparing import assert_same

CPU, CUDA = torch.device("cpu"), torch.device("cuda")
STEPS = 3 * WARM_UP


def changed(config: TrainConfig, **values: Any) -> TrainConfig:
    values["model"] = config.model.to_dict() | values.get("model", {})
    return TrainConfig.from_dict(config.to_dict() | values)


def batch(step: int, config: TrainConfig, device: torch.device = CPU) -> tuple[Tensor, Tensor, Tensor | None]:
    generator = torch.Generator().manual_seed(step)
    real, z = torch.rand(4, 1, 16, 16, generator=generator) * 2 - 1, torch.randn(4, 4, generator=generator)
    classes = torch.randint(3, (4,), generator=generator) if config.labels else None
    return real.to(device), z.to(device), None if classes is None else classes.to(device)


def done_again(work: Callable[[], tuple[Tensor, ...]], device: torch.device) -> Recording:
    """A recording as a CUDA device makes it, but for the speed: the same work on the same places in memory."""
    results = tuple(torch.zeros(()) for _ in range(7))

    def replay() -> None:
        for place, value in zip(results, work(), strict=True):
            place.copy_(value)

    return replay, results


def refused(work: object, device: object) -> Recording:
    raise RuntimeError("operation not permitted when stream is capturing")


def learned(trainer: Trainer) -> dict[str, float]:
    for step in range(STEPS):
        trainer.learn(*batch(step, trainer.config, trainer.device))
    return trainer.metrics.take()


LABELLED = {"labels": True, "model": {"class_names": ["a", "b", "c"]}}
PENALISED = {"loss": "relativistic", "r1": 1.0, "penalty_every": 2, "model": {"d_norm": "none"}}


@pytest.mark.parametrize("settings", [{}, LABELLED, PENALISED], ids=["plain", "labelled", "penalised"])
def test_replayed_steps_are_steps(config: TrainConfig, settings: dict[str, Any]) -> None:
    plain, replayed = (Trainer(changed(config, **settings), CPU) for _ in range(2))
    replayed._graphs = Graphs(replayed._learn_both, done_again)
    assert learned(plain) == learned(replayed)
    for ours, theirs in ((plain.generator, replayed.generator), (plain.discriminator, replayed.discriminator)):
        assert_same(ours, theirs)
    assert_same(plain.ema, replayed.ema)


def test_a_rate_that_is_recorded_can_be_changed(config: TrainConfig) -> None:
    trainer = Trainer(changed(config, lr_decay=1.0), CPU)
    rate = trainer.optimizer_d.param_groups[0]["lr"] = torch.tensor(0.0)
    trainer.learning_rates, trainer.progress = (1e-3, 4e-3), 0.5
    trainer._set_rates()
    assert trainer.optimizer_d.param_groups[0]["lr"] is rate and rate.item() == pytest.approx(2e-3)
    assert trainer.optimizer_g.param_groups[0]["lr"] == pytest.approx(5e-4)


def test_what_cannot_be_recorded_is_said_and_learned_all_the_same(config: TrainConfig) -> None:
    plain, fallen_back = Trainer(config, CPU), Trainer(config, CPU)
    fallen_back._graphs = Graphs(fallen_back._learn_both, refused)
    assert learned(plain) == learned(fallen_back)
    assert_same(plain.generator, fallen_back.generator)
    (remark,) = fallen_back.remarks
    assert "not permitted when stream is capturing" in remark and "goes on without" in remark


def test_a_full_device_is_no_reason_to_go_on(config: TrainConfig) -> None:
    def full(work: object, device: object) -> Recording:
        raise torch.OutOfMemoryError

    trainer = Trainer(config, CPU)
    trainer._graphs = Graphs(trainer._learn_both, full)
    with pytest.raises(torch.OutOfMemoryError):
        learned(trainer)


@pytest.mark.parametrize(
    ("device", "processes", "settings", "word"),
    [
        (CPU, 1, {}, "CUDA device"),
        (CUDA, 2, {}, "several processes"),
        (CUDA, 1, {"augment": True}, "augmentation"),
        (CUDA, 1, {"loss": "wgan-gp", "model": {"d_norm": "none"}}, "wgan-gp"),
    ],
)
def test_who_cannot_have_them(
    config: TrainConfig, device: torch.device, processes: int, settings: dict[str, Any], word: str
) -> None:
    assert word in why_not(changed(config, **settings), device, processes)
    assert why_not(config, CUDA, 1) == ""


@pytest.mark.usefixtures("image_set")
def test_a_run_says_why_it_goes_on_without(run: Run, config: TrainConfig) -> None:
    warned = [event.message for event in train(run.with_config(changed(config, cuda_graphs=True)))
              if isinstance(event, events.Warned)]  # fmt: skip
    assert warned == [
        "CUDA graphs are not used: they need a CUDA device, and this run learns on cpu; training goes on without"
    ]


@pytest.mark.cuda
@pytest.mark.parametrize("settings", [{}, LABELLED, PENALISED], ids=["plain", "labelled", "penalised"])
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_graphs_on_a_card_learn_the_same(config: TrainConfig, settings: dict[str, Any], precision: str) -> None:
    config = changed(config, precision=precision, **settings)
    plain, replayed = Trainer(config, CUDA), Trainer(changed(config, cuda_graphs=True), CUDA)
    for trainer in (plain, replayed):
        learned(trainer)
        learned(trainer)
    assert replayed.remarks == [] and replayed._graphs is not None
    means, expected = replayed.metrics.take(), plain.metrics.take()
    assert means == pytest.approx(expected, rel=0.05)
