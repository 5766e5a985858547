"""Runs that learn classes, from start to end."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gan.data.imagesets import ImageSet
from gan.errors import UsageError
from gan.images import from_uint8
from gan.model.checkpoint import load_discriminator, load_generator
from gan.model.config import ModelConfig
from gan.model.d_layouts import D_LAYOUTS
from gan.model.networks import telling
from gan.train import events, loading
from gan.train.batches import Batches, Feed
from gan.train.config import TrainConfig
from gan.train.loop import train
from gan.train.losses import LOSSES
from gan.train.randomness import Randomness
from gan.train.run import Run
from gan.train.state import load_state
from gan.train.trainer import Trainer
from tests.gan.train.comparing import assert_same_trainer
from tests.gan.train.saving import save_state
from tests.gan.train.test_labels import folder_of

CPU = torch.device("cpu")
SHAPES = ("square", "ellipse", "triangle", "heart", "star")


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def config(config: TrainConfig) -> TrainConfig:
    return replace(config, data="sprites", labels=True, limit=60, sample_count=20)


def told(config: TrainConfig) -> TrainConfig:
    """As the trainer has it once it has looked at the pictures."""
    return replace(config, model=replace(config.model, class_names=SHAPES))


def feed_of(config: TrainConfig) -> Feed:
    numbers = np.arange(10, dtype=np.uint8)
    images = np.broadcast_to(numbers[:, None, None, None], (10, 1, 16, 16)).copy()
    randomness = Randomness(config.seed, CPU)
    batches = Batches(images, config.batch_size, randomness, labels=numbers.astype(np.int64) % 5, mirror=config.mirror)
    return Feed(batches, randomness, config.model.z_dim)


def test_every_picture_comes_with_its_class(config: TrainConfig) -> None:
    feed = feed_of(replace(config, mirror=True))
    for step in (0, 1, 2, 5, 4):
        real, z, classes = feed.batch(step)
        numbers = ((real[:, 0, 0, 0] + 1) * 127.5).round().long()
        assert classes is not None and classes.tolist() == (numbers % 5).tolist() and len(z) == len(classes)


@pytest.mark.parametrize("loss", LOSSES)
def test_classes_reach_both_networks(config: TrainConfig, loss: str) -> None:
    """Of each network the weights of those classes move that were in the batch, and no others."""
    trainer = Trainer(told(replace(config, loss=loss, r1=1.0, model=replace(config.model, d_norm="none"))), CPU)
    first, table = trainer.generator.get_parameter("block1.conv.weight"), trainer.discriminator.label
    assert table is not None
    before_g, before_d = first.detach().clone(), table.weight.detach().clone()
    real = from_uint8(torch.randint(0, 256, (4, 1, 16, 16), dtype=torch.uint8))
    trainer.learn(real, torch.randn(4, 4), torch.tensor([1, 3, 3, 1]))
    moved_g = [not torch.equal(before_g[4 + number], first[4 + number]) for number in range(5)]
    moved_d = [not torch.equal(before_d[number], table.weight[number]) for number in range(5)]
    assert moved_g == moved_d == [False, True, False, True, False]
    assert trainer.generator.chosen_class == trainer.discriminator.chosen_class == trainer.ema.chosen_class == 0


@pytest.mark.parametrize("d_layout", D_LAYOUTS)
def test_half_steps_with_classes_are_the_same_as_a_whole_one(config: TrainConfig, d_layout: str) -> None:
    config = told(replace(config, model=replace(config.model, d_layout=d_layout, d_norm="spectral")))
    whole, halves = Trainer(config, CPU), Trainer(config, CPU)
    batch = feed_of(config).batch(0)
    whole.learn(*batch)
    for network in ("d", "g"):
        halves.learn_half(network, *batch)
    for name, tensor in whole.discriminator.state_dict().items():
        assert torch.allclose(halves.discriminator.state_dict()[name], tensor, atol=1e-6), name


def test_resumed_training_is_the_same_to_the_bit(config: TrainConfig, tmp_path: Path) -> None:
    config = told(config)
    at_once, cut, resumed = (Trainer(config, CPU) for _ in range(3))
    for trainer, steps in ((at_once, 5), (cut, 2)):
        for _ in range(steps):
            trainer.learn(*feed_of(config).batch(trainer.step))
    save_state(tmp_path / "state.safetensors", cut, 1.0)
    load_state(tmp_path / "state.safetensors", resumed)
    while resumed.step < 5:
        resumed.learn(*feed_of(config).batch(resumed.step))
    assert_same_trainer(at_once, resumed)


def test_a_run_says_and_saves_what_classes_it_learned(run: Run) -> None:
    seen = list(train(run))
    started = next(event for event in seen if isinstance(event, events.Started))
    assert started.classes == 5 and Run.open(run.folder).config.model.class_names == SHAPES
    snapshot = run.snapshots()[-1].path
    generator, discriminator = load_generator(snapshot), load_discriminator(run.discriminator_path)
    assert generator.config.class_names == SHAPES
    assert isinstance(discriminator.config, ModelConfig) and discriminator.config.class_names == SHAPES
    with Image.open(run.sample_path(0)) as sheet:
        assert sheet.size == (5 * 16 + 4 * 2, 4 * 16 + 3 * 2)
    assert any(isinstance(event, events.Measured) for event in seen)
    run.reread()
    assert run.config.model.class_names == SHAPES


def test_a_column_of_the_sheet_is_one_class(run: Run) -> None:
    list(train(run))
    trainer = Trainer(Run.open(run.folder).config, CPU)
    load_state(run.state_path, trainer)
    with Image.open(run.sample_path(6)) as sheet:
        pixels = np.asarray(sheet.convert("L")).astype(int)
    z = Randomness(run.config.seed, CPU).noise(20, 4, 0, "samples")
    with torch.inference_mode(), telling(torch.arange(20) % 5, trainer.ema):
        drawn = trainer.ema(z)
    for place in (0, 4, 7, 19):
        row, column = divmod(place, 5)
        tile = pixels[row * 18 : row * 18 + 16, column * 18 : column * 18 + 16]
        assert np.abs(tile - ((drawn[place, 0].numpy() + 1) * 127.5)).max() <= 2


def test_a_run_that_was_cut_ends_as_one_that_was_not(run: Run, tmp_path: Path) -> None:
    list(train(run))
    other = Run.create(tmp_path / "other", replace(run.config, steps=3))
    list(train(other))
    longer = Run.open(other.folder)
    list(train(longer.with_config(replace(longer.config, steps=6)), resume=True))
    assert run.snapshots()[-1].path.read_bytes() == other.snapshots()[-1].path.read_bytes()


def test_a_branch_goes_on_with_its_classes(run: Run, tmp_path: Path) -> None:
    list(train(run.with_config(replace(run.config, state_steps=3))))
    parent = Run.open(run.folder)
    branch = parent.branch(tmp_path / "branch", parent.states()[0])
    list(train(branch, resume=True))
    assert branch.snapshots()[-1].path.read_bytes() == run.snapshots()[-1].path.read_bytes()


def test_a_folder_that_has_other_classes_by_now_is_refused(config: TrainConfig, tmp_path: Path) -> None:
    data = folder_of(tmp_path, "cat", "hen")
    run = Run.create(tmp_path / "run", replace(config, data=data, limit=None, batch_size=2, steps=2))
    list(train(run))
    folder_of(tmp_path, "pig")
    again = Run.open(run.folder)
    with pytest.raises(UsageError, match="this run learned, pig new"):
        list(train(again.with_config(replace(again.config, steps=4)), resume=True))
    assert isinstance(again.events()[-1], events.Failed)


def test_a_run_without_labels_to_learn_fails_in_one_line(config: TrainConfig, tmp_path: Path) -> None:
    data = folder_of(tmp_path, ".")
    run = Run.create(tmp_path / "run", replace(config, data=data, limit=None))
    with pytest.raises(UsageError, match="have no classes to learn"):
        list(train(run))
    assert not run.snapshots()


def test_config_json_without_classes_reads_as_before(run: Run) -> None:
    values = json.loads((run.folder / "config.json").read_text())
    del values["labels"], values["model"]["class_names"]
    (run.folder / "config.json").write_text(json.dumps(values))
    assert Run.open(run.folder).config == replace(run.config, labels=False)


def corners(count: int) -> ImageSet:
    """Pictures with a bright square in one of four corners, which is their class, on noise."""
    chance, labels = np.random.default_rng(0), np.arange(count) % 4
    images = chance.integers(0, 100, (count, 1, 16, 16), np.uint8)
    for image, label in zip(images, labels, strict=True):
        row, column = 8 * np.array(divmod(label, 2)) + chance.integers(0, 4, 2)
        image[0, row : row + 5, column : column + 5] = 255
    return ImageSet("corners", images, labels, ("north-west", "north-east", "south-west", "south-east"))


@pytest.mark.slow
def test_a_minute_of_learning_makes_each_class_look_like_the_real_one(
    config: TrainConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    images = corners(800)
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: images)
    model = replace(config.model, z_dim=8, ngf=8, ndf=8)
    longer = replace(config, limit=None, steps=300, batch_size=32, lr_g=1e-3, lr_d=1e-3, model=model)
    run = Run.create(tmp_path / "run", longer)
    list(train(run))
    generator = load_generator(run.snapshots()[-1].path)
    z = torch.randn(100, 8, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        for number, name in enumerate(images.label_names):
            with telling(number, generator):
                mean = generator(z).mean(dim=(0, 1))
            quarters = torch.nn.functional.avg_pool2d(mean[None, None], 8).flatten()
            assert quarters.argmax() == number, name
