import errno
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file

from gan.files import FileError
from gan.images import from_uint8
from gan.model.checkpoint import STATE_FORMAT, CheckpointError, load_discriminator, step_of
from gan.model.config import ModelConfig
from gan.train.batches import Batches
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness
from gan.train.state import ExplodedError, captured, load_state
from gan.train.trainer import Trainer
from tests.gan.train.comparing import assert_same_trainer
from tests.gan.train.saving import save_state

CPU = torch.device("cpu")
Images = npt.NDArray[np.uint8]


def take_steps(trainer: Trainer, pictures: Images, count: int) -> None:
    """Train as the loop does, with everything random drawn anew."""
    config = trainer.config
    randomness = Randomness(config.seed, trainer.device)
    batches = Batches(pictures, config.batch_size, randomness, mirror=config.mirror)
    for _ in range(count):
        real = batches.batch(trainer.step)
        trainer.learn(real, randomness.noise(len(real), config.model.z_dim, trainer.step))


def trained(config: TrainConfig, pictures: Images, steps: int) -> Trainer:
    trainer = Trainer(config, CPU)
    take_steps(trainer, pictures, steps)
    return trainer


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(total=st.integers(2, 6), data=st.data(), mirror=st.booleans())
def test_resumed_training_is_the_same_to_the_bit(
    config: TrainConfig, pictures: Images, tmp_path: Path, total: int, data: st.DataObject, mirror: bool
) -> None:
    config = TrainConfig.from_dict(config.to_dict() | {"mirror": mirror})
    at_once = trained(config, pictures, total)
    steps = data.draw(st.integers(1, total - 1), label="steps before the break")
    save_state(tmp_path / "state.safetensors", trained(config, pictures, steps), elapsed=1.0)
    resumed = Trainer(config, CPU)
    load_state(tmp_path / "state.safetensors", resumed)
    take_steps(resumed, pictures, total - steps)
    assert_same_trainer(at_once, resumed)


def test_a_state_is_loaded_as_it_was_saved(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    trainer = trained(config, pictures, 3)
    save_state(tmp_path / "state.safetensors", trainer, elapsed=12.5)
    loaded = Trainer(TrainConfig.from_dict(config.to_dict() | {"seed": 99}), CPU)
    assert load_state(tmp_path / "state.safetensors", loaded) == 12.5
    assert_same_trainer(trainer, loaded)


def test_the_discriminator_of_a_state_is_read_alone(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    trainer, path = trained(config, pictures, 3), tmp_path / "state.safetensors"
    save_state(path, trainer, elapsed=0)
    read = load_discriminator(path, config=config.model).state_dict()
    assert step_of(path) == 3
    for name, tensor in trainer.discriminator.state_dict().items():
        assert torch.equal(read[name], tensor)


def test_moments_lie_in_memory_as_their_parameters_do(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    """Fused Adam goes through both by their place in memory."""
    save_state(tmp_path / "state.safetensors", trained(config, pictures, 1), elapsed=0)
    loaded = Trainer(config, CPU)
    load_state(tmp_path / "state.safetensors", loaded)
    for optimizer in (loaded.optimizer_g, loaded.optimizer_d):
        for parameter, moments in optimizer.state.items():
            assert moments["exp_avg"].stride() == parameter.stride()
            assert moments["exp_avg_sq"].stride() == parameter.stride()


def test_a_state_from_before_the_first_step(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    save_state(tmp_path / "state.safetensors", Trainer(config, CPU), elapsed=0)
    resumed = Trainer(config, CPU)
    load_state(tmp_path / "state.safetensors", resumed)
    take_steps(resumed, pictures, 2)
    assert_same_trainer(resumed, trained(config, pictures, 2))


def test_learning_rates_are_those_of_the_config(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    save_state(tmp_path / "state.safetensors", trained(config, pictures, 1), elapsed=0)
    slower = Trainer(TrainConfig.from_dict(config.to_dict() | {"lr_g": 1e-5}), CPU)
    load_state(tmp_path / "state.safetensors", slower)
    assert slower.optimizer_g.param_groups[0]["lr"] == 1e-5


def test_the_same_state_gives_the_same_bytes(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    trainer = trained(config, pictures, 1)
    paths = [tmp_path / f"{index}.safetensors" for index in range(8)]
    for path in paths:
        save_state(path, trainer, elapsed=1)
    assert len({path.read_bytes() for path in paths}) == 1


def test_a_missing_or_broken_file(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    path = tmp_path / "state.safetensors"
    trainer = Trainer(config, CPU)
    with pytest.raises(CheckpointError, match="is not a whole state file"):
        load_state(path, trainer)
    save_state(path, trainer, elapsed=0)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(CheckpointError, match="is not a whole state file"):
        load_state(path, trainer)


def test_a_file_of_another_kind(config: TrainConfig, tmp_path: Path) -> None:
    path = tmp_path / "state.safetensors"
    save_file({"weight": torch.zeros(2)}, path, {"format": "pt"})
    with pytest.raises(CheckpointError, match="not a training state that this program wrote"):
        load_state(path, Trainer(config, CPU))


def test_the_state_of_other_networks(config: TrainConfig, tmp_path: Path) -> None:
    path = tmp_path / "state.safetensors"
    other = TrainConfig(device="cpu", model=ModelConfig(16, 1, z_dim=5, ngf=4, ndf=4))
    save_state(path, Trainer(other, CPU), elapsed=0)
    with pytest.raises(CheckpointError, match="does not fit this run") as caught:
        load_state(path, Trainer(config, CPU))
    assert "\n" not in str(caught.value)
    assert ": of its generator, block1.conv.weight is " in str(caught.value), "it once ended after 'for Generator:'"


@pytest.mark.parametrize("counters", ["", "{}", "[]", '{"step": null, "elapsed": 1}', '{"step": 1, "elapsed": "x"}'])
def test_counters_that_make_no_sense(config: TrainConfig, tmp_path: Path, counters: str) -> None:
    path = tmp_path / "state.safetensors"
    save_state(path, Trainer(config, CPU), elapsed=0)
    save_file(load_file(path), path, {"format": STATE_FORMAT, "counters": counters})
    with pytest.raises(CheckpointError, match="does not fit this run"):
        load_state(path, Trainer(config, CPU))


def test_moments_of_a_parameter_that_is_not_there(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    path = tmp_path / "state.safetensors"
    save_state(path, trained(config, pictures, 1), elapsed=0)
    tensors = load_file(path) | {"adam_g.99.exp_avg": torch.zeros(3)}
    save_file(tensors, path, {"format": STATE_FORMAT, "counters": json.dumps({"step": 1, "elapsed": 0})})
    with pytest.raises(CheckpointError, match="does not fit this run"):
        load_state(path, Trainer(config, CPU))


def test_a_full_disk_leaves_the_older_state(
    config: TrainConfig, pictures: Images, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.safetensors"
    trainer = trained(config, pictures, 1)
    save_state(path, trainer, elapsed=1)
    before = path.read_bytes()
    take_steps(trainer, pictures, 1)

    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError, match="No space left"):
        save_state(path, trainer, elapsed=2)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_exploded_numbers_never_replace_a_good_state(
    config: TrainConfig, pictures: Images, tmp_path: Path, value: float
) -> None:
    path = tmp_path / "state.safetensors"
    trainer = trained(config, pictures, 1)
    save_state(path, trainer, elapsed=1)
    before = path.read_bytes()
    with torch.no_grad():
        next(trainer.discriminator.parameters()).flatten()[0] = value
    with pytest.raises(ExplodedError, match=r"the numbers exploded: discriminator\..* is not finite at step 1"):
        save_state(path, trainer, elapsed=2)
    assert path.read_bytes() == before


def test_a_captured_state_does_not_change_with_its_trainer(config: TrainConfig, pictures: Images) -> None:
    trainer = trained(config, pictures, 1)
    state = captured(trainer, elapsed=1)
    before = {name: tensor.clone() for name, tensor in state.tensors.items()}
    trainer.learn(from_uint8(torch.from_numpy(pictures[:4])), torch.randn(4, config.model.z_dim))
    assert all(torch.equal(tensor, before[name]) for name, tensor in state.tensors.items())


def test_changed_learning_rates_are_kept(config: TrainConfig, pictures: Images, tmp_path: Path) -> None:
    trainer = trained(config, pictures, 1)
    trainer.learning_rates = 1e-5, 1e-3
    save_state(tmp_path / "state.safetensors", trainer, elapsed=0)
    resumed = Trainer(config, CPU)
    load_state(tmp_path / "state.safetensors", resumed)
    assert resumed.learning_rates == (1e-5, 1e-3)
