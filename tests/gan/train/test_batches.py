import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from gan.images import from_uint8
from gan.train import batches
from gan.train.batches import Batches, Feed
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness
from gan.train.team import Team
from gan.train.trainer import Trainer

CPU = torch.device("cpu")
Images = npt.NDArray[np.uint8]


def numbered(count: int) -> Images:
    """Grey 2 px pictures whose left half is their number and whose right half is 255."""
    images = np.full((count, 1, 2, 2), 255, np.uint8)
    images[:, 0, :, 0] = np.arange(count)[:, None]
    return images


def batches_of(images: Images, size: int, *, mirror: bool = False, seed: int = 0) -> Batches:
    return Batches(images, size, Randomness(seed, CPU), mirror=mirror)


def numbers_in(batch: torch.Tensor) -> list[int]:
    """Which of the :func:`numbered` pictures these are, mirrored or not."""
    return [int(value) for value in ((batch + 1) * 127.5).round().amin((1, 2, 3))]


@given(count=st.integers(2, 40), size=st.integers(2, 50))
def test_an_epoch_shows_each_picture_at_most_once(count: int, size: int) -> None:
    source = batches_of(numbered(count), size)
    size = min(size, count)
    assert (source.batch_size, source.per_epoch) == (size, count // size)
    for epoch in range(2):
        steps = range(epoch * source.per_epoch, (epoch + 1) * source.per_epoch)
        seen = [number for step in steps for number in numbers_in(source.batch(step))]
        assert len(seen) == size * (count // size)
        assert len(set(seen)) == len(seen)


def test_every_picture_once_when_batches_divide_them() -> None:
    source = batches_of(numbered(12), 4)
    assert sorted(number for step in range(3) for number in numbers_in(source.batch(step))) == list(range(12))


def test_over_epochs_no_picture_is_left_out_for_good() -> None:
    source = batches_of(numbered(7), 4)
    assert {number for step in range(20) for number in numbers_in(source.batch(step))} == set(range(7))


def test_fewer_pictures_than_a_batch() -> None:
    source = batches_of(numbered(3), 64)
    assert (source.batch_size, source.per_epoch) == (3, 1)
    assert sorted(numbers_in(source.batch(5))) == [0, 1, 2]


def test_a_batch_is_what_the_networks_take() -> None:
    batch = batches_of(numbered(8), 4).batch(0)
    assert (batch.shape, batch.dtype, batch.device) == ((4, 1, 2, 2), torch.float32, CPU)
    assert (batch[:, :, :, 1] == 1).all()


def test_a_step_has_the_same_batch_whatever_came_before() -> None:
    images = numbered(20)
    one_after_the_other = batches_of(images, 4)
    expected = [one_after_the_other.batch(step) for step in range(15)]
    anywhere = batches_of(images, 4)
    for step in (14, 3, 9, 3, 0):
        assert torch.equal(anywhere.batch(step), expected[step])


def test_seeds_and_epochs_have_orders_of_their_own() -> None:
    images = numbered(50)
    first, other = batches_of(images, 50), batches_of(images, 50, seed=1)
    assert numbers_in(first.batch(0)) != numbers_in(first.batch(1))
    assert numbers_in(first.batch(0)) != numbers_in(other.batch(0))


def test_memory_mapped_pictures(tmp_path: Path) -> None:
    np.save(tmp_path / "images.npy", numbered(10))
    mapped = np.load(tmp_path / "images.npy", mmap_mode="r")
    plain, from_disk = batches_of(numbered(10), 4), batches_of(mapped, 4)
    assert all(torch.equal(plain.batch(step), from_disk.batch(step)) for step in range(4))


def test_mirrored_pictures_are_flipped_left_to_right_at_random() -> None:
    images = numbered(200)
    plain, mirrored = batches_of(images, 200).batch(0), batches_of(images, 200, mirror=True).batch(0)
    flipped = (mirrored == plain.flip(3)).flatten(1).all(1)
    kept = (mirrored == plain).flatten(1).all(1)
    assert (flipped | kept).all()
    assert 60 < flipped.sum() < 140
    assert torch.equal(batches_of(images, 200, mirror=True).batch(0), mirrored)


def test_two_epochs_mirror_differently() -> None:
    source = batches_of(np.repeat(numbered(1), 64, axis=0), 64, mirror=True)
    assert not torch.equal(source.batch(0), source.batch(1))


def test_pictures_move_to_a_device_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "PICTURES_A_MOVE", 4)
    np.save(tmp_path / "images.npy", numbered(10))
    mapped = np.load(tmp_path / "images.npy", mmap_mode="r")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        moved = batches._moved(mapped, CPU)
    assert np.array_equal(moved.numpy(), numbered(10))


@pytest.mark.cuda
@pytest.mark.parametrize("share", [0.0, 0.5])
def test_on_cuda_resident_and_streamed_pictures_are_the_same(share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SHARE_OF_FREE_MEMORY", share)
    images = numbered(32)
    source = Batches(images, 8, Randomness(0, torch.device("cuda")), mirror=True)
    assert (source._resident is None) == (share == 0)
    for step in (0, 3, 4):
        order = Randomness(0, CPU).order(32, step // 4)
        rows = order[step % 4 * 8 : step % 4 * 8 + 8]
        flip = Randomness(0, CPU).coins(8, step)[:, None, None, None]
        expected = from_uint8(torch.from_numpy(images)[rows])
        expected = torch.where(flip, expected.flip(3), expected)
        assert torch.allclose(source.batch(step).cpu(), expected, atol=1e-6)


def test_memory_mapped_pictures_are_let_go_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = np.random.default_rng(0).integers(0, 256, (64, 1, 16, 16), np.uint8)
    np.save(tmp_path / "images.npy", images)
    mapped = np.load(tmp_path / "images.npy", mmap_mode="r")
    monkeypatch.setattr(batches, "MOST_MAPPED_BYTES", 0)
    one, other = (Batches(source, 8, Randomness(0, torch.device("cpu"))) for source in (images, mapped))
    for step in range(20):
        assert torch.equal(one.batch(step), other.batch(step))


@pytest.mark.cuda
@pytest.mark.parametrize("share", [0.0, 0.5])
def test_on_cuda_a_step_waits_for_nothing(
    share: float, config: TrainConfig, pictures: Images, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures, resident or streamed, classes, penalties and metrics: nothing waits until the GPU is done."""
    monkeypatch.setattr(batches, "SHARE_OF_FREE_MEMORY", share)
    device = torch.device("cuda")
    model = replace(config.model, class_names=("a", "b"))
    trainer = Trainer(replace(config, labels=True, mirror=True, augment=True, r1=1.0, model=model), device)
    randomness = Randomness(0, device)
    source = Batches(pictures, 4, randomness, labels=np.arange(len(pictures)) % 2, mirror=True)
    feed = Feed(source, randomness, config.model.z_dim)
    trainer.learn(*feed.batch(0))
    torch.cuda.set_sync_debug_mode("error")
    try:
        for step in range(1, 6):
            trainer.learn(*feed.batch(step))
    finally:
        torch.cuda.set_sync_debug_mode("default")


class Watched(np.ndarray):
    """Pictures that know which of them were read."""

    read: list[int]

    def __getitem__(self, rows: Any) -> Any:
        if isinstance(rows, np.ndarray):
            self.read += rows.tolist()
        return super().__getitem__(rows)


def test_each_process_of_a_team_reads_its_own_part_alone() -> None:
    read: list[list[int]] = []
    for rank in range(2):
        images = numbered(41).view(Watched)
        images.read = []
        part = Batches(images, 8, Randomness(0, CPU), team=Team(rank, 2))
        for step in range(part.per_epoch):
            part.batch(step)
        read.append(images.read)
    assert [len(rows) for rows in read] == [20, 20]
    assert len({*read[0], *read[1]}) == 40
