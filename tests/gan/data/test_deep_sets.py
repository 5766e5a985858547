"""Pictures with more than 8 bits: one range for all of a set."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from gan.data import packing
from gan.data.base import Wanted
from gan.data.imagesets import load_imageset
from gan.data.packing import pack_folder, packed_folder
from gan.data.pictures import PictureFormat
from gan.data.preview import preview
from tests.gan.data.writing import deep_colour_png, write_deep, write_picture, write_pictures

GREY = PictureFormat(16, 1)


def ends(images: np.ndarray) -> list[tuple[int, int]]:
    return [(int(image.min()), int(image.max())) for image in images]


def test_12_bits_in_16_are_not_black(tmp_path: Path) -> None:
    write_deep(tmp_path / "a.png", 0, 4095)
    pack = pack_folder(tmp_path, GREY)
    assert (ends(pack.images), pack.value_range) == ([(0, 255)], "0..4095")


def test_one_range_for_all_files(tmp_path: Path) -> None:
    """A dark picture stays dark beside a bright one."""
    write_deep(tmp_path / "bright.tif", 2000, 3800)
    write_deep(tmp_path / "dark.tif", 200, 2000)
    assert ends(pack_folder(tmp_path, GREY).images) == [(128, 255), (0, 128)]


def test_floats_are_not_judged_one_by_one(tmp_path: Path) -> None:
    for name, high in (("a", 0.5), ("b", 8.0)):
        values = np.tile(np.linspace(0, high, 16, dtype=np.float32), (16, 1))
        Image.fromarray(values).save(tmp_path / f"{name}.tif")
    assert ends(pack_folder(tmp_path, GREY).images) == [(0, 16), (0, 255)]


def test_labels_are_seen(tmp_path: Path) -> None:
    mask = np.zeros((16, 16), np.uint16)
    mask[4:8, 4:8] = 1
    Image.fromarray(mask).save(tmp_path / "mask.png")
    assert ends(pack_folder(tmp_path, GREY).images) == [(0, 255)]


def test_colour_with_16_bits_is_not_cut_to_8(tmp_path: Path) -> None:
    ramp = np.linspace(200, 3800, 16).astype(np.uint16)
    values = np.stack([np.tile(ramp, (16, 1)), np.tile(ramp[::-1], (16, 1)), np.full((16, 16), 200, np.uint16)], axis=2)
    (tmp_path / "a.png").write_bytes(deep_colour_png(values))
    pack = pack_folder(tmp_path, PictureFormat(16, 3))
    assert pack.value_range == "200..3800"
    assert pack.images[0, :, 5, 0].tolist() == [0, 255, 0]
    assert pack.images[0, :, 5, -1].tolist() == [255, 0, 0]


def test_the_preview_shows_what_is_learned_from(tmp_path: Path) -> None:
    for number in range(6):
        write_deep(tmp_path / f"{number}.png", 200, 1000 + 500 * number)
    found = preview(str(tmp_path), PictureFormat(16, 1), 6)
    pack = pack_folder(tmp_path, GREY)
    assert np.array_equal(found.images, pack.images)
    assert found.value_range == pack.value_range == "200..3500"


def test_a_choice_of_ones_own(tmp_path: Path) -> None:
    write_deep(tmp_path / "a.png", 0, 4095)
    assert ends(pack_folder(tmp_path, replace(GREY, value_range="0..8190")).images) == [(0, 128)]
    assert ends(pack_folder(tmp_path, replace(GREY, value_range="type")).images) == [(0, 16)]


def test_what_was_measured_finds_its_pack_again(tmp_path: Path) -> None:
    write_deep(tmp_path / "own" / "a.png", 200, 3800)
    measured = pack_folder(tmp_path / "own", GREY).value_range
    pack_folder(tmp_path / "own", replace(GREY, value_range=measured))
    assert len(list(packed_folder().iterdir())) == 1


def test_pictures_with_8_bits_have_no_range_and_one_pack(tmp_path: Path) -> None:
    write_pictures(tmp_path / "own", 3)
    packs = [pack_folder(tmp_path / "own", replace(GREY, value_range=asked)) for asked in ("auto", "type", "0..9")]
    assert [pack.value_range for pack in packs] == ["", "", ""]
    assert len(list(packed_folder().iterdir())) == 1


def test_fewer_pictures_have_a_range_of_their_own(tmp_path: Path) -> None:
    write_deep(tmp_path / "a.png", 0, 1000)
    write_deep(tmp_path / "b.png", 0, 4000)
    pack_folder(tmp_path, GREY)
    assert ends(pack_folder(tmp_path, GREY, Wanted(limit=1)).images) == [(0, 255)]


def test_packs_of_an_earlier_version_are_made_anew(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    write_deep(tmp_path / "a.png", 0, 4095)
    monkeypatch.setattr(packing, "FORMAT", 1)
    pack_folder(tmp_path, replace(GREY, value_range="type"))
    monkeypatch.undo()
    assert ends(pack_folder(tmp_path, GREY).images) == [(0, 255)]


def test_8_bits_beside_16_stay_as_they_are(tmp_path: Path) -> None:
    write_deep(tmp_path / "a.png", 0, 4095)
    write_picture(tmp_path / "b.png", (77, 77, 77))
    images = load_imageset(str(tmp_path), GREY).images
    assert ends(images) == [(0, 255), (77, 77)]
