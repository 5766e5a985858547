"""A fully connected GAN is trained, saved and continued as a DCGAN is."""

from dataclasses import replace

import pytest
import torch

from gan.data.imagesets import ImageSet
from gan.model.checkpoint import load_discriminator, read_checkpoint
from gan.model.kinds import FULLY_CONNECTED
from gan.model.networks import Generator
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.forecast import forecast
from gan.train.loop import train
from gan.train.run import Run, RunState
from gan.train.trainer import untracked


@pytest.fixture
def linear(config: TrainConfig) -> TrainConfig:
    return replace(config, model=replace(config.model, kind=FULLY_CONNECTED.name))


@pytest.mark.parametrize("d_norm", ["batch", "spectral"])
def test_a_run_ends_and_goes_on(run: Run, linear: TrainConfig, image_set: ImageSet, d_norm: str) -> None:
    run = run.with_config(replace(linear, model=replace(linear.model, d_norm=d_norm)))
    assert isinstance(list(train(run))[-1], events.Finished)
    longer = run.with_config(replace(run.config, steps=8))
    assert isinstance(list(train(longer, resume=True))[-1], events.Finished)
    assert run.state() is RunState.FINISHED
    newest = run.snapshots()[-1]
    assert (newest.step, read_checkpoint(newest.path).config) == (8, run.config.model)
    assert load_discriminator(run.discriminator_path).config == run.config.model


def test_statistics_are_left_alone_where_nothing_learns_from_pictures(linear: TrainConfig) -> None:
    generator = Generator(linear.model).train()
    before = {name: tensor.clone() for name, tensor in generator.state_dict().items()}
    with untracked(generator):
        generator(torch.randn(4, linear.model.z_dim))
    assert all(torch.equal(tensor, before[name]) for name, tensor in generator.state_dict().items())


def test_penalties_work_on_linear_layers(run: Run, linear: TrainConfig, image_set: ImageSet) -> None:
    model = replace(linear.model, d_norm="none")
    run = run.with_config(replace(linear, model=model, loss="wgan-gp", r1=1.0, augment=True))
    assert isinstance(list(train(run))[-1], events.Finished)


def test_it_is_forecast(linear: TrainConfig) -> None:
    found = forecast(linear, 10)
    assert found.seconds_per_step > 0 and found.disk
