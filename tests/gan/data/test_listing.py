import os
import sys
from pathlib import Path

import pytest

from gan.data.listing import class_names, list_pictures, require_pictures
from gan.errors import UsageError
from tests.gan.data.writing import write_zip

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def test_pictures_by_extension_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.PNG", "a/z.jpeg", "a/y.webp", "c.txt", "notes", "Photo.JPG", "e.pdf", "f.eps")
    assert list_pictures(tmp_path).names == ("Photo.JPG", "a/y.webp", "a/z.jpeg", "b.PNG")


def test_hidden_things_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, ".a.png", ".thumbnails/b.png", "sub/._c.png", "d.png")
    assert list_pictures(tmp_path).names == ("d.png",)


@needs_links
def test_loops_do_no_harm(tmp_path: Path) -> None:
    touch(tmp_path, "sub/a.png")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "sub")
    assert list_pictures(tmp_path).names == ("again/a.png",)


@needs_links
def test_links_out_of_the_folder_are_followed(tmp_path: Path) -> None:
    touch(tmp_path, "elsewhere/a.png", "here/b.png")
    (tmp_path / "here" / "more").symlink_to(tmp_path / "elsewhere")
    assert list_pictures(tmp_path / "here").names == ("b.png", "more/a.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_pipes_are_no_pictures_but_dead_links_are_reported(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "dead.png").symlink_to(tmp_path / "nothing.png")
    assert list_pictures(tmp_path).names == ("dead.png",)


def test_the_digest_follows_every_change(tmp_path: Path) -> None:
    touch(tmp_path, "a.png")
    digests = [list_pictures(tmp_path).digest]
    assert list_pictures(tmp_path).digest == digests[0]
    (tmp_path / "a.png").write_bytes(b"x")
    digests.append(list_pictures(tmp_path).digest)
    os.utime(tmp_path / "a.png", ns=(1, 1))
    digests.append(list_pictures(tmp_path).digest)
    (tmp_path / "a.png").rename(tmp_path / "b.png")
    digests.append(list_pictures(tmp_path).digest)
    assert len(set(digests)) == 4


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere is not a folder"):
        list_pictures(tmp_path / "nowhere")


def test_no_pictures(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    with pytest.raises(UsageError, match="no pictures in"):
        list_pictures(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything can be read")
def test_a_locked_folder_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "locked/a.png", "b.png")
    (tmp_path / "locked").chmod(0)
    with pytest.raises(UsageError, match=r"cannot read .*locked"):
        list_pictures(tmp_path)
    (tmp_path / "locked").chmod(0o755)


def test_one_picture_is_enough_to_be_a_folder_of_pictures(tmp_path: Path) -> None:
    touch(tmp_path, "notes.txt", "deep/down/a.png", "without/notes.txt")
    require_pictures(tmp_path)
    with pytest.raises(UsageError, match="no pictures in"):
        require_pictures(tmp_path / "without")


def test_helper_folders_do_not_count_and_are_told_of(tmp_path: Path) -> None:
    touch(tmp_path, "a.png", "@eaDir/a.png/SYNO_THUMB.jpg", "__MACOSX/._a.png", ".thumbnails/b.png", "Thumbs.db")
    listing = list_pictures(tmp_path)
    assert listing.names == ("a.png",)
    assert {(each.reason, each.count) for each in listing.skipped} == {
        ("in helper folders such as @eaDir", 2),
        ("hidden", 1),
        ("not named like a picture", 1),
    }


def test_a_runs_own_samples_are_no_pictures_to_learn_from(tmp_path: Path) -> None:
    touch(tmp_path, "a.png", "run-1/config.json", "run-1/events.jsonl", "run-1/samples/step-0.png")
    listing = list_pictures(tmp_path)
    assert listing.names == ("a.png",)
    assert [str(each.reason) for each in listing.skipped] == ["in the folders of training runs such as run-1"]
    assert list_pictures(tmp_path / "run-1" / "samples").names == ("step-0.png",), "unless they are asked for"


def test_the_same_in_a_zip(tmp_path: Path) -> None:
    touch(tmp_path / "in", "a.png", "__MACOSX/._a.png", "@eaDir/b.png", "run/config.json", "run/events.jsonl")
    touch(tmp_path / "in", "run/samples/c.png", ".d.png", "e.txt")
    write_zip(tmp_path / "a.zip", tmp_path / "in")
    listing = list_pictures(tmp_path / "a.zip")
    assert listing.names == ("a.png",)
    assert sum(each.count for each in listing.skipped) == 7


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("cat/a.png", "cat/b.png", "dog/a.png"), ("cat", "cat", "dog")),
        (("all/cat/a.png", "all/dog/a.png"), ("cat", "dog")),
        (("a.png", "cat/b.png"), ()),
        (("cat/a.png", "cat/b.png"), ()),
        (("train/cat/a.png", "test/cat/a.png"), ()),
        (("cat/a.png", "dog/old/a.png"), ()),
        ((), ()),
    ],
)
def test_class_folders(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert class_names(names) == expected
