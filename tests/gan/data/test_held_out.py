"""The parts of named sets that nothing is trained on."""

from pathlib import Path

import numpy as np
import pytest

from gan.data.base import DataError, Wanted
from gan.data.imagesets import held_out_part, load_imageset
from gan.data.pictures import PictureFormat
from tests.gan.data.test_named import write_cifar10
from tests.gan.data.writing import idx_bytes, write_digits, write_picture

GREY = PictureFormat(28, 1)


def write_test_digits(folder: Path, count: int = 5) -> None:
    """The two idx files of a test part, in which every picture has the grey level of its label."""
    labels = np.arange(count, dtype=np.uint8)
    images = np.broadcast_to(labels[:, None, None], (count, 28, 28)).copy()
    (folder / "t10k-images-idx3-ubyte").write_bytes(idx_bytes(images))
    (folder / "t10k-labels-idx1-ubyte").write_bytes(idx_bytes(labels))


@pytest.mark.parametrize("name", ["mnist", "fashion-mnist", "kmnist"])
def test_digits(name: str, tmp_path: Path, asked_for: list[str]) -> None:
    write_digits(tmp_path)
    wanted = Wanted(tmp_path)
    assert held_out_part(name, GREY, wanted) is None
    write_test_digits(tmp_path)
    found = held_out_part(name, PictureFormat(14, 1), wanted)
    assert found is not None and found.labels is not None and found.images.shape == (5, 1, 14, 14)
    assert found.labels.tolist() == found.images[:, 0, 0, 0].tolist() == [0, 1, 2, 3, 4]
    assert len(load_imageset(name, GREY, wanted)) == 12 and asked_for == []


def test_a_damaged_test_part_is_said(tmp_path: Path) -> None:
    write_digits(tmp_path)
    write_test_digits(tmp_path)
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(b"\0\0\10\3")
    with pytest.raises(DataError, match="t10k"):
        held_out_part("mnist", GREY, Wanted(tmp_path))


def test_cifar10(tmp_path: Path) -> None:
    write_cifar10(tmp_path / "cifar10")
    wanted = Wanted(tmp_path)
    assert held_out_part("cifar10", None, wanted) is None
    (tmp_path / "cifar10" / "test_batch.bin").write_bytes(bytes([7]) + bytes([99]) * 3072)
    found = held_out_part("cifar10", None, wanted)
    assert found is not None and found.labels is not None and found.labels.tolist() == [7]
    assert found.images.shape == (1, 3, 32, 32) and (found.images == 99).all()


def test_sprites_are_other_ones() -> None:
    new, seen = held_out_part("sprites", GREY, Wanted(limit=50)), load_imageset("sprites", GREY, Wanted(limit=50))
    assert new is not None and new.labels is not None and seen.labels is not None and len(new) == 50
    assert (new.images != seen.images).any(axis=(1, 2, 3)).all() and new.labels.tolist() != seen.labels.tolist()


def test_folders_have_none(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png")
    assert held_out_part(str(tmp_path)) is None
