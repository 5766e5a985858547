import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan import places
from gan.data import cifar10
from gan.data.base import DataError, ImageSet, Wanted
from gan.data.named import NAMED_SETS, SETS, load_named
from gan.data.pictures import PictureFormat
from gan.data.sprites import SHAPE_NAMES
from tests.gan.data.writing import idx_bytes, write_digits, write_picture

GREY, COLOUR = PictureFormat(28, 1), PictureFormat(16, 3)


def test_the_sets_in_their_order() -> None:
    assert list(NAMED_SETS)[:2] == ["sprites", "mnist"]
    for name, info in NAMED_SETS.items():
        assert info.name == name
        assert info.explanation.endswith(".")
        assert SETS[name].count > 10_000 or SETS[name].part_of


@pytest.mark.parametrize("below", ["", "mnist", "MNIST/raw", "MNIST"])
@pytest.mark.parametrize("zipped", [False, True])
def test_mnist_is_found_in_every_layout(tmp_path: Path, below: str, zipped: bool, asked_for: list[str]) -> None:
    images, labels = write_digits(tmp_path / "data" / below, zipped=zipped)
    found = load_named("mnist", GREY, Wanted(tmp_path / "data"))
    assert np.array_equal(found.images[:, 0], images)
    assert found.labels is not None
    assert np.array_equal(found.labels, labels)
    assert found.labels.dtype == np.int64
    assert found.label_names[3] == "3"
    assert str(tmp_path / "data") in found.source
    assert found.images.flags.writeable
    assert asked_for == []


def test_the_order_of_places(tmp_path: Path) -> None:
    folders = [tmp_path / "given", places.datasets_folder(), places.DEBIAN_DATASETS]
    (tmp_path / "given").mkdir()
    for seed, folder in reversed(list(enumerate(folders))):
        images, _ = write_digits(folder / "kmnist", seed=seed)
        assert np.array_equal(load_named("kmnist", GREY, Wanted(tmp_path / "given")).images[:, 0], images)


@pytest.mark.parametrize("folder", ["mnist", "MNIST/raw", "KMNIST"])
def test_another_set_with_the_same_file_names_is_not_mistaken(tmp_path: Path, folder: str) -> None:
    write_digits(tmp_path / folder)
    with pytest.raises(DataError, match="fashion-mnist is not on this computer"):
        load_named("fashion-mnist", GREY, Wanted(tmp_path / folder))


def test_pictures_without_labels_are_not_enough(tmp_path: Path, asked_for: list[str]) -> None:
    write_digits(tmp_path)
    (tmp_path / "train-labels-idx1-ubyte.gz").unlink()
    with pytest.raises(DataError):
        load_named("mnist", GREY, Wanted(tmp_path))
    assert asked_for == ["mnist"]


@pytest.mark.parametrize("name", [name for name in NAMED_SETS if SETS[name].files and name != "svhn"])
def test_without_network_one_line_says_what_to_do(name: str, tmp_path: Path, asked_for: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        load_named(name, GREY, Wanted(tmp_path))
    message = str(caught.value)
    assert asked_for == [name]
    assert "\n" not in message
    for part in (name, str(tmp_path), str(places.datasets_folder()), "no network", "sprites"):
        assert part in message


def test_a_cut_off_file_is_named(tmp_path: Path) -> None:
    write_digits(tmp_path, zipped=False)
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(DataError, match=f"{path} is cut off"):
        load_named("mnist", GREY, Wanted(tmp_path))


def test_labels_must_fit_the_pictures(tmp_path: Path) -> None:
    write_digits(tmp_path, zipped=False)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes(np.zeros(5, np.uint8)))
    with pytest.raises(DataError, match="12 pictures but 5 labels"):
        load_named("mnist", GREY, Wanted(tmp_path))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes(np.full(12, 10, np.uint8)))
    with pytest.raises(DataError, match="label 10"):
        load_named("mnist", GREY, Wanted(tmp_path))


@pytest.mark.parametrize("shape", [(3, 28, 20), (0, 28, 28)])
def test_pictures_must_be_square_and_some(tmp_path: Path, shape: tuple[int, ...]) -> None:
    write_digits(tmp_path, zipped=False)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx_bytes(np.zeros(shape, np.uint8)))
    with pytest.raises(DataError, match="no square pictures"):
        load_named("mnist", GREY, Wanted(tmp_path))


def write_cifar10(folder: Path, each: int = 4) -> np.ndarray:
    records = np.random.default_rng(0).integers(0, 256, (5 * each, cifar10.RECORD), np.uint8)
    records[:, 0] %= 10
    folder.mkdir(parents=True)
    for number, part in enumerate(np.split(records, 5), 1):
        part.tofile(folder / f"data_batch_{number}.bin")
    return records


@pytest.mark.parametrize("below", ["", "cifar10", "cifar-10-batches-bin", "cifar10/cifar-10-batches-bin"])
def test_cifar10_binary(tmp_path: Path, below: str) -> None:
    records = write_cifar10(tmp_path / "data" / below)
    found = load_named("cifar10", GREY, Wanted(tmp_path / "data", limit=7))
    assert np.array_equal(found.images.reshape(7, -1), records[:7, 1:])
    assert found.images.shape == (7, 3, 32, 32)
    assert found.labels is not None
    assert np.array_equal(found.labels, records[:7, 0])
    assert found.label_names[3] == "cat"


def test_cifar10_cut_off_or_incomplete(tmp_path: Path) -> None:
    write_cifar10(tmp_path / "cifar10")
    path = tmp_path / "cifar10" / "data_batch_4.bin"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DataError, match=f"{path} is cut off"):
        load_named("cifar10", GREY, Wanted(tmp_path))
    path.unlink()
    with pytest.raises(DataError, match=f"cannot read {path}"):
        load_named("cifar10", GREY, Wanted(tmp_path))


class Trap:
    """Unpickling it leaves a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


def test_pickles_of_strangers_are_never_opened(tmp_path: Path) -> None:
    folder = tmp_path / "cifar-10-batches-py"
    folder.mkdir()
    for name in ("data_batch_1", "data_batch_2", "batches.meta"):
        (folder / name).write_bytes(pickle.dumps(Trap(tmp_path / "sprung")))
    with pytest.raises(DataError, match="not the published"):
        load_named("cifar10", GREY, Wanted(tmp_path))
    assert not (tmp_path / "sprung").exists()


def test_svhn_without_scipy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_for: list[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DataError, match="pip install scipy"):
        load_named("svhn", GREY, Wanted(tmp_path))
    assert asked_for == []


def test_svhn_that_is_not_the_published_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    (tmp_path / "train_32x32.mat").write_bytes(b"MATLAB")
    with pytest.raises(DataError, match="not the published file"):
        load_named("svhn", GREY, Wanted(tmp_path))


def load_celeba(wanted: Wanted) -> ImageSet:
    """A CelebA of five pictures for training."""
    celeba = replace(SETS["celeba"], count=5)
    return celeba.load(celeba, COLOUR, wanted)


def test_celeba_is_packed_from_its_aligned_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "celeba" / "img_align_celeba"
    for number in range(1, 7):
        write_picture(folder / f"{number:06d}.jpg", (40 * number, 0, 0), (178, 218))
    found = load_celeba(Wanted(tmp_path))
    assert found.images.shape == (5, 3, 16, 16)
    assert found.labels is None
    assert np.abs(found.images[:, 0].mean(axis=(1, 2)) - 40 * np.arange(1, 6)).max() < 4
    assert len(load_celeba(Wanted(tmp_path, limit=2)).images) == 2


def test_sprites_come_with_their_factors() -> None:
    found = load_named("sprites", COLOUR, Wanted(limit=50))
    assert found.images.shape == (50, 3, 16, 16)
    assert found.label_names == SHAPE_NAMES
    assert found.labels is not None
    assert np.array_equal(found.labels, found.factors["shape"])
    assert set(found.factors) == {"shape", "hue", "scale", "rotation", "x", "y", "thickness"}
