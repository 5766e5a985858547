"""The part of a set that comes with the program, and when it stands for the whole."""

from pathlib import Path

import numpy as np
import pytest

from gan import places
from gan.data.base import DataError, ImageSet, Wanted
from gan.data.imagesets import describe, held_out_part, load_imageset, new_pictures
from gan.data.missing import current_place, is_missing, is_superseded, look_in, real_place
from gan.data.named import SETS
from gan.data.named_set import NamedSet
from gan.data.pictures import PictureFormat
from gan.data.preview import preview
from resources import make_excerpt
from tests.gan.data.test_held_out import write_test_digits
from tests.gan.data.writing import write_digits, write_pictures

GREY = PictureFormat(28, 1)
WHOLE = [the_set for the_set in SETS.values() if the_set.excerpt]
MOST_BYTES = 1_000_000
NAME, EXCERPT = "fashion-mnist", "fashion-mnist-excerpt"


@pytest.mark.parametrize("whole", WHOLE, ids=lambda whole: whole.name)
def test_what_comes_with_the_program(whole: NamedSet, asked_for: list[str]) -> None:
    name, excerpt = whole.excerpt_name, whole.excerpt
    assert excerpt is not None and not is_missing(name) and describe(name).image_size == 28
    for part, count in ((load_imageset(name), excerpt.training), (held_out_part(name), excerpt.held_out)):
        assert part is not None and part.labels is not None and part.images.shape == (count, 1, 28, 28)
        assert np.bincount(part.labels).tolist() == [count // 10] * 10
        assert len(set(part.labels[:20].tolist())) > 5, "the first ones are of all classes"
        assert f"{count:,} of the" in part.note and "come with the program" in part.note
    assert "come with the program" in preview(name, GREY, 9).note
    folder = places.EXCERPTS / name
    assert sum(path.stat().st_size for path in folder.iterdir()) < MOST_BYTES
    assert asked_for == []


def test_it_stands_for_a_set_that_is_not_here(asked_for: list[str]) -> None:
    assert is_missing(NAME) and real_place(NAME) == EXCERPT and current_place(NAME) == NAME
    found = load_imageset(real_place(NAME))
    assert found.name == EXCERPT and found.label_names == SETS[NAME].label_names and asked_for == []
    assert len(new_pictures(real_place(NAME))) == 500
    assert not is_superseded(found, NAME)


def test_the_whole_set_goes_before_it(tmp_path: Path, asked_for: list[str]) -> None:
    excerpt = load_imageset(EXCERPT)
    write_digits(tmp_path / "stick" / NAME)
    assert real_place(NAME, tmp_path / "stick") == NAME and real_place(NAME) == EXCERPT
    look_in(NAME, tmp_path / "stick")
    assert real_place(NAME) == NAME and load_imageset(NAME).note == "" and asked_for == []
    assert is_superseded(excerpt, NAME) and not is_superseded(excerpt, EXCERPT)
    assert not is_superseded(load_imageset(NAME), NAME)


def test_a_folder_called_like_another_set_is_not_the_whole_set(tmp_path: Path) -> None:
    write_digits(tmp_path / "KMNIST")
    assert real_place(NAME, tmp_path / "KMNIST") == EXCERPT


def test_what_has_none_stays_as_it_is(tmp_path: Path) -> None:
    write_pictures(tmp_path, 2)
    assert all(real_place(data) == data for data in ("sprites", "kmnist", EXCERPT, str(tmp_path)))
    assert not is_superseded(ImageSet("kmnist", np.zeros((1, 1, 8, 8), np.uint8)), "kmnist")


def test_training_wants_the_whole_set_and_is_offered_the_excerpt(asked_for: list[str]) -> None:
    with pytest.raises(DataError, match=f"or choose {EXCERPT}, which comes with the program, or another set such as"):
        load_imageset(NAME)
    assert asked_for == [NAME]
    with pytest.raises(DataError, match=r"or choose another set such as sprites$"):
        load_imageset("kmnist")


def test_a_broken_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "EXCERPTS", tmp_path)
    with pytest.raises(DataError, match="is not there; install the program anew"):
        load_imageset(EXCERPT)
    (tmp_path / EXCERPT).mkdir()
    for kind in ("images-idx3", "labels-idx1"):
        (tmp_path / EXCERPT / f"train-{kind}-ubyte.gz").write_bytes(b"\x1f\x8bcut off")
    with pytest.raises(DataError, match="cut off or damaged"):
        load_imageset(EXCERPT)


def test_the_script_draws_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images, _ = write_digits(tmp_path / NAME, 3_000)
    for part in ("images-idx3", "labels-idx1"):
        source = tmp_path / NAME / f"train-{part}-ubyte.gz"
        (tmp_path / NAME / f"t10k-{part}-ubyte.gz").write_bytes(source.read_bytes())
    written = []
    for out in (tmp_path / "one", tmp_path / "two"):
        make_excerpt.main([NAME, "--data-dir", str(tmp_path), "--out", str(out)])
        written.append({path.name: path.read_bytes() for path in (out / EXCERPT).iterdir()})
    assert written[0] == written[1] and len(written[0]) == 4
    monkeypatch.setattr(places, "EXCERPTS", tmp_path / "one")
    found = load_imageset(EXCERPT)
    known = {picture.tobytes(): place for place, picture in enumerate(images)}
    rows = [known[picture.tobytes()] for picture in found.images[:, 0]]
    assert len(rows) == len(set(rows)) == 1_000 and rows == sorted(rows)
    assert found.labels is not None and found.labels.tolist() == [row % 10 for row in rows]


def test_the_script_needs_both_parts(tmp_path: Path) -> None:
    write_digits(tmp_path / NAME)
    with pytest.raises(DataError, match="nothing is trained on"):
        make_excerpt.main([NAME, "--data-dir", str(tmp_path), "--out", str(tmp_path / "out")])
    write_test_digits(tmp_path / NAME)
    assert not (tmp_path / "out").exists()


def test_training_on_the_excerpt_is_possible() -> None:
    assert load_imageset(EXCERPT, wanted=Wanted(limit=64)).images.shape == (64, 1, 28, 28)
