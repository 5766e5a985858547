"""The named sets, one record each, and how each one's own files are read.

Another set is another record here. What is downloaded by torchvision is checked by it against known MD5 sums.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from gan import places
from gan.data import cifar10, sprites, svhn
from gan.data.base import DataError, DataInfo, Images, ImageSet, Wanted
from gan.data.downloads import archive, by_torchvision
from gan.data.finding import find_or_download, is_found
from gan.data.idx import read_idx
from gan.data.named_set import Excerpt, NamedSet, SetFiles
from gan.data.packing import pack_folder
from gan.data.pictures import PictureFormat
from gan.records import by_name
from gan.words import tr

DIGITS = tuple("0123456789")
HELD_OUT_SPRITES, HELD_OUT_SEED = 10_000, 1
"""How many sprites no generator learns from, and the seed of that other draw."""


def load_named(name: str, form: PictureFormat, wanted: Wanted) -> ImageSet:
    """The training part of a set; its size and channels may still have to be converted.

    Raises :class:`DataError` if it is not there and cannot be downloaded, or is damaged.
    """
    return SETS[name].load(SETS[name], form, wanted)


def load_held_out(name: str, form: PictureFormat, wanted: Wanted) -> ImageSet | None:
    """The part of a set that nothing is trained on; None if it has none, or that is not on this computer.

    Nothing is downloaded for it that :func:`load_named` would not. Raises :class:`DataError`.
    """
    load = SETS[name].load_held_out
    return None if load is None else load(SETS[name], form, wanted)


def is_here(name: str, data_dir: Path | None = None) -> bool:
    """Whether a set needs no download, if ``data_dir`` is looked into first."""
    the_set = SETS[name]
    return the_set.files is None or is_found(name, the_set.files, data_dir, _others(the_set))


def _load_sprites(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    return _drawn_sprites(the_set, form, wanted, the_set.count, seed=0)


def _other_sprites(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    return _drawn_sprites(the_set, form, wanted, HELD_OUT_SPRITES, HELD_OUT_SEED)


def _drawn_sprites(the_set: NamedSet, form: PictureFormat, wanted: Wanted, count: int, seed: int) -> ImageSet:
    count = min(count, wanted.limit or count)
    images, factors = sprites.make_sprites(count, form.image_size, form.channels, seed, wanted.report)
    return ImageSet(
        name=the_set.name,
        images=images,
        labels=factors["shape"],
        label_names=the_set.label_names,
        factors=MappingProxyType(factors),
        source="drawn by this program",
    )


def _load_idx(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    return _read_idx_pair(the_set, _found(the_set, wanted), wanted)


def _load_idx_test(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet | None:
    pair = _idx_pair(_found(the_set, wanted)[0].parent, "t10k")
    return None if pair is None else _read_idx_pair(the_set, pair, wanted)


def _load_excerpt(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    whole = SETS[the_set.part_of]
    extent = tr(
        "{count:,} of the {whole:,} training pictures of {title}",
        count=the_set.count,
        whole=whole.count,
        title=whole.info.title,
    )
    return _of_excerpt(the_set, "train", extent, wanted)


def _load_excerpt_test(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    whole = SETS[the_set.part_of]
    assert whole.excerpt is not None
    extent = tr(
        "{count:,} of the pictures of {title} that nothing is trained on",
        count=whole.excerpt.held_out,
        title=whole.info.title,
    )
    return _of_excerpt(the_set, "t10k", extent, wanted)


def _of_excerpt(the_set: NamedSet, part: str, extent: str, wanted: Wanted) -> ImageSet:
    folder = places.EXCERPTS / the_set.name
    pair = _idx_pair(folder, part)
    if pair is None:
        raise DataError(
            tr("{folder}, which comes with the program, is not there; install the program anew", folder=folder)
        )
    note = tr("the real pictures are {extent}, which come with the program, so numbers are uncertain", extent=extent)
    return replace(_read_idx_pair(the_set, pair, wanted), note=note)


def _read_idx_pair(the_set: NamedSet, paths: tuple[Path, Path], wanted: Wanted) -> ImageSet:
    pictures_path, labels_path = paths
    images, labels = read_idx(pictures_path, 3), read_idx(labels_path, 1)
    if images.shape[1] != images.shape[2] or not images.size:
        words = tr(
            "{path} holds no square pictures (its sizes are {sizes}); fetch it again",
            path=pictures_path,
            sizes=images.shape,
        )
        raise DataError(words)
    return _labelled(the_set, images[:, None], labels, wanted, pictures_path)


def _idx_pair(folder: Path, part: str = "train") -> tuple[Path, Path] | None:
    pictures, labels = _idx_file(folder, f"{part}-images", 3), _idx_file(folder, f"{part}-labels", 1)
    return (pictures, labels) if pictures and labels else None


def _idx_file(folder: Path, part: str, dimensions: int) -> Path | None:
    names = (f"{part}{dot}idx{dimensions}-ubyte{end}" for dot in "-." for end in ("", ".gz"))
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _load_cifar10(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    folder = _found(the_set, wanted)
    return _labelled(the_set, *cifar10.read(folder), wanted, folder)


def _load_cifar10_test(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet | None:
    folder = _found(the_set, wanted)
    if not cifar10.has_test_part(folder):
        return None
    return _labelled(the_set, *cifar10.read(folder, train=False), wanted, folder)


def _load_svhn(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    svhn.require_scipy()
    folder = _found(the_set, wanted)
    return _labelled(the_set, *svhn.read(folder), wanted, folder)


def _load_svhn_test(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet | None:
    folder = _found(the_set, wanted)
    return _labelled(the_set, *svhn.read(folder, "test"), wanted, folder) if svhn.has_test_part(folder) else None


def _load_celeba(the_set: NamedSet, form: PictureFormat, wanted: Wanted) -> ImageSet:
    """The aligned pictures are 178 x 218, of which the middle is taken; the training part comes first."""
    folder = _found(the_set, wanted)
    limit = min(the_set.count, wanted.limit or the_set.count)
    pack = pack_folder(folder, PictureFormat(form.image_size, form.channels), replace(wanted, limit=limit))
    return ImageSet(the_set.name, pack.images, source=str(folder), unreadable=pack.unreadable)


def _celeba_folder(folder: Path) -> Path | None:
    return folder if (folder / "000001.jpg").is_file() else None


def _found(the_set: NamedSet, wanted: Wanted) -> Any:
    """What ``found_in`` of the set's files gives."""
    assert the_set.files is not None
    files, others = the_set.files, _others(the_set)
    if not the_set.excerpt:
        return find_or_download(the_set.name, files, wanted, others)
    instead = tr("{name}, which comes with the program, or another set", name=the_set.excerpt_name)
    return find_or_download(the_set.name, files, wanted, others, instead)


def _others(the_set: NamedSet) -> list[SetFiles]:
    return [other.files for other in SETS.values() if other.files and other.name != the_set.name]


def _labelled(the_set: NamedSet, images: Images, labels: npt.NDArray[Any], wanted: Wanted, source: Path) -> ImageSet:
    if len(images) != len(labels):
        words = tr(
            "{path} has {pictures} pictures but {labels} labels; fetch it again",
            path=source,
            pictures=len(images),
            labels=len(labels),
        )
        raise DataError(words)
    names = the_set.label_names
    if labels.max() >= len(names):
        words = tr(
            "{path} has the label {label}, but {name} has only {kinds} kinds; fetch it again",
            path=source,
            label=labels.max(),
            name=the_set.name,
            kinds=len(names),
        )
        raise DataError(words)
    chosen = np.array(images[: wanted.limit], np.uint8, order="C")
    return ImageSet(the_set.name, chosen, labels[: wanted.limit].astype(np.int64), names, source=str(source))


def _idx_files(ours: str, torchvisions: str) -> SetFiles:
    """Files of the MNIST family, by the names of our folder and of torchvision's class."""
    folders = (ours, f"{torchvisions}/raw", torchvisions)
    return SetFiles(folders, "train-images-idx3-ubyte(.gz)", _idx_pair, by_torchvision(torchvisions))


def _excerpt_of(whole: NamedSet, excerpt: Excerpt) -> NamedSet:
    """The excerpt as a set of its own, stored as those of the MNIST family are."""
    info = replace(
        whole.info,
        name=whole.excerpt_name,
        title=f"{whole.info.title} (excerpt)",
        explanation=f"{excerpt.training:,} pictures, as many of each class, which come with the program, for a first "
        f"try without a download. They are some of these: {whole.info.explanation}",
    )
    return NamedSet(info, excerpt.training, _load_excerpt, _load_excerpt_test, whole.label_names, part_of=whole.name)


_WHOLE = (
    NamedSet(
        DataInfo(
            "sprites",
            "Sprites",
            image_size=sprites.IMAGE_SIZE,
            channels=3,
            explanation="20,000 coloured shapes, drawn by this program from factors that are known; nothing "
            "to download.",
        ),
        count=sprites.COUNT,
        load=_load_sprites,
        load_held_out=_other_sprites,
        label_names=sprites.SHAPE_NAMES,
    ),
    NamedSet(
        DataInfo(
            "mnist",
            "MNIST",
            image_size=28,
            channels=1,
            explanation="60,000 handwritten digits by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0).",
        ),
        count=60_000,
        load=_load_idx,
        load_held_out=_load_idx_test,
        label_names=DIGITS,
        files=_idx_files("mnist", "MNIST"),
    ),
    NamedSet(
        DataInfo(
            "fashion-mnist",
            "Fashion-MNIST",
            image_size=28,
            channels=1,
            explanation="60,000 grey pictures of clothes by Zalando Research (MIT licence).",
        ),
        count=60_000,
        load=_load_idx,
        load_held_out=_load_idx_test,
        label_names=(
            *("T-shirt", "trousers", "pullover", "dress", "coat"),
            *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
        ),
        files=_idx_files("fashion-mnist", "FashionMNIST"),
        excerpt=Excerpt(training=1_000, held_out=500),
    ),
    NamedSet(
        DataInfo(
            "kmnist",
            "Kuzushiji-MNIST",
            image_size=28,
            channels=1,
            explanation="60,000 cursive Japanese characters by the Center for Open Data in the Humanities (CC "
            "BY-SA 4.0).",
        ),
        count=60_000,
        load=_load_idx,
        load_held_out=_load_idx_test,
        label_names=("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
        files=_idx_files("kmnist", "KMNIST"),
    ),
    NamedSet(
        DataInfo(
            "cifar10",
            "CIFAR-10",
            image_size=32,
            channels=3,
            explanation="50,000 small photographs of ten kinds of things by A. Krizhevsky (2009; no licence stated).",
        ),
        count=50_000,
        load=_load_cifar10,
        load_held_out=_load_cifar10_test,
        label_names=("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
        files=SetFiles(
            folders=(
                *("cifar10", "cifar10/cifar-10-batches-bin", "cifar-10-batches-bin"),
                *("cifar10/cifar-10-batches-py", "cifar-10-batches-py"),
            ),
            looked_for="cifar-10-batches-bin/data_batch_1.bin",
            found_in=cifar10.found_in,
            fetch=archive(  # the version without pickles, which torchvision has no class for
                "cifar10",
                "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                "c32a1d4ab5d03f1284b67883e8d87530",
            ),
        ),
    ),
    NamedSet(
        DataInfo(
            "svhn",
            "Street View House Numbers",
            image_size=32,
            channels=3,
            explanation="73,257 digits cut from photographs of houses by Y. Netzer and others (non-commercial "
            "use only).",
        ),
        count=73_257,
        load=_load_svhn,
        load_held_out=_load_svhn_test,
        label_names=DIGITS,
        files=SetFiles(("svhn", "SVHN"), "train_32x32.mat", svhn.found_in, svhn.fetch),
    ),
    NamedSet(
        DataInfo(
            "celeba",
            "CelebA",
            image_size=64,
            channels=3,
            explanation="162,770 aligned faces by Z. Liu and others, cropped to the middle (non-commercial "
            "research only).",
        ),
        count=162_770,
        load=_load_celeba,
        files=SetFiles(
            ("celeba/img_align_celeba", "img_align_celeba"),
            "img_align_celeba/000001.jpg",
            _celeba_folder,
            by_torchvision("CelebA"),
        ),
    ),
)

SETS: Mapping[str, NamedSet] = by_name(
    *_WHOLE, *(_excerpt_of(whole, whole.excerpt) for whole in _WHOLE if whole.excerpt is not None)
)
"""Every set that has a name of its own, in the order in which people meet them; excerpts come last."""

NAMED_SETS: Mapping[str, DataInfo] = MappingProxyType({name: the_set.info for name, the_set in SETS.items()})
"""What is said of each of :data:`SETS`."""
