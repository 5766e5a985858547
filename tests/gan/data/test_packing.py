import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from gan.data import decoding, packing
from gan.data.base import DataError, Wanted
from gan.data.packing import PackingCancelledError, pack_folder, packed_folder
from gan.data.pictures import PictureFormat
from gan.errors import UsageError
from gan.words import speak_by
from tests.gan.data.test_pictures import broken_files, png_header_of
from tests.gan.data.writing import write_picture, write_pictures
from tests.timing import wait_until

SMALL = PictureFormat(8, 3)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    write_pictures(folder, 70)
    return folder


def packs() -> list[str]:
    return sorted(os.listdir(packed_folder())) if packed_folder().is_dir() else []


def colours(images: np.ndarray) -> list[tuple[int, ...]]:
    return [tuple(map(int, image[:, 4, 4])) for image in images]


@pytest.fixture
def no_decoding(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the moment it is called, a picture that is decoded is an error."""

    def refuse(*_: object) -> None:
        raise AssertionError("pictures were decoded again")

    return lambda: monkeypatch.setattr(packing, "decoded", refuse)


def test_pictures_come_in_the_order_of_their_names(photos: Path) -> None:
    pack = pack_folder(photos, SMALL)
    assert isinstance(pack.images, np.memmap)
    assert pack.images.shape == (70, 3, 8, 8)
    assert not pack.images.flags.writeable
    assert colours(pack.images) == write_pictures(photos, 70)
    assert pack.unreadable == ()


def test_the_second_time_nothing_is_decoded(photos: Path, no_decoding: Callable[[], None]) -> None:
    first = pack_folder(photos, PictureFormat(16, 1))
    no_decoding()
    assert np.array_equal(pack_folder(photos, PictureFormat(16, 1)).images, first.images)


def test_broken_pictures_are_left_out_and_remembered(photos: Path, no_decoding: Callable[[], None]) -> None:
    words = broken_files(photos)
    (photos / "missing.png").symlink_to("nowhere.png")
    first = pack_folder(photos, SMALL)
    assert colours(first.images) == write_pictures(photos / ".hidden", 70)
    assert {entry.path for entry in first.unreadable} == set(words)
    no_decoding()
    assert pack_folder(photos, SMALL).unreadable == first.unreadable


@pytest.mark.parametrize("few", [500, 1], ids=["in this process", "by workers"])
def test_reasons_are_said_in_the_language_of_who_asks(
    photos: Path, few: int, no_decoding: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those with numbers, too: by whoever packs the folder, and later by another one that finds the pack."""

    def speak(most: str) -> None:
        speak_by(lambda text: text.replace("too large: more than", most))

    def reason() -> str:
        (entry,) = pack_folder(photos, SMALL).unreadable
        return entry.reason

    monkeypatch.setattr(decoding, "FEW", few)
    monkeypatch.setattr("gan.words._Spoken.lookup", staticmethod(str))
    (photos / "bomb.png").write_bytes(png_header_of(60_000, 60_000))
    speak("zu gross: mehr als")
    assert reason() == "zu gross: mehr als 178 million pixels"
    no_decoding()
    speak("trop grand: plus de")
    assert reason() == "trop grand: plus de 178 million pixels"


def test_a_changed_folder_is_packed_anew_and_the_old_pack_goes(photos: Path) -> None:
    pack_folder(photos, SMALL)
    old = packs()
    write_picture(photos / "00000.png", (1, 2, 3), (8, 9))
    (photos / "00001.png").unlink()
    pack = pack_folder(photos, SMALL)
    assert colours(pack.images)[0] == (1, 2, 3)
    assert len(pack.images) == 69
    assert len(packs()) == 1
    assert packs() != old


def test_other_sizes_and_other_folders_keep_their_packs(photos: Path, tmp_path: Path) -> None:
    write_pictures(tmp_path / "others", 3)
    pack_folder(tmp_path / "others", SMALL)
    pack_folder(photos, SMALL)
    pack_folder(photos, PictureFormat(16, 3))
    pack_folder(photos, PictureFormat(8, 1))
    pack_folder(photos, PictureFormat(8, 3, (0, 0, 0)))
    assert len(packs()) == 5


def test_a_limit_takes_the_first_readable_ones(photos: Path) -> None:
    expected = write_pictures(photos, 6)
    (photos / "00001.png").write_bytes(b"broken")
    few = pack_folder(photos, SMALL, Wanted(limit=5))
    assert colours(few.images) == [expected[0], *expected[2:]]
    assert [entry.path for entry in few.unreadable] == ["00001.png"]


def test_a_whole_pack_serves_every_limit(photos: Path, no_decoding: Callable[[], None]) -> None:
    whole = pack_folder(photos, SMALL)
    no_decoding()
    assert np.array_equal(pack_folder(photos, SMALL, Wanted(limit=7)).images, whole.images[:7])
    assert len(pack_folder(photos, SMALL, Wanted(limit=700)).images) == 70


def test_progress_ends_at_the_total(photos: Path) -> None:
    told: list[tuple[str, int, int]] = []
    pack_folder(photos, SMALL, Wanted(progress=lambda *step: told.append(step)))
    assert told == [("packing pictures", done, 70) for done in (32, 64, 70)]


def test_no_readable_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"nothing")
    with pytest.raises(UsageError, match=r"none of the pictures in .* a\.png: not a picture"):
        pack_folder(tmp_path, SMALL)
    assert packs() == []


@pytest.mark.parametrize("after", [0, 1, 2])
def test_cancelled_packing_leaves_nothing(photos: Path, after: int) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) >= after)
        return asked[-1]

    with pytest.raises(PackingCancelledError):
        pack_folder(photos, SMALL, Wanted(cancelled=cancelled))
    assert packs() == []
    assert len(pack_folder(photos, SMALL, Wanted(cancelled=lambda: False)).images) == 70


def test_a_failing_caller_leaves_nothing(photos: Path) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pack_folder(photos, SMALL, Wanted(progress=fail))
    assert packs() == []


def cut_images(pack: Path) -> None:
    contents = (pack / "images.npy").read_bytes()
    (pack / "images.npy").write_bytes(contents[:-100])


def forget_meta(pack: Path) -> None:
    (pack / "meta.json").unlink()


def spoil_meta(pack: Path) -> None:
    (pack / "meta.json").write_text('{"shape": [3')


def another_shape(pack: Path) -> None:
    meta = json.loads((pack / "meta.json").read_text())
    (pack / "meta.json").write_text(json.dumps({**meta, "shape": [1, 3, 8, 8]}))


@pytest.mark.parametrize("damage", [cut_images, forget_meta, spoil_meta, another_shape])
def test_a_damaged_pack_is_not_taken_for_whole(photos: Path, damage: Callable[[Path], None]) -> None:
    expected = np.array(pack_folder(photos, SMALL).images)
    (name,) = packs()
    damage(packed_folder() / name)
    assert np.array_equal(pack_folder(photos, SMALL).images, expected)
    assert packs() == [name]


def test_what_killed_processes_left_is_cleared_later(photos: Path) -> None:
    fresh, old = packed_folder() / ".new-1", packed_folder() / ".old-1"
    for folder in (fresh, old):
        folder.mkdir(parents=True)
    os.utime(old, (1, 1))
    pack_folder(photos, SMALL)
    assert fresh.is_dir()
    assert not old.exists()


def test_too_little_room_is_said_before_any_work(
    photos: Path, monkeypatch: pytest.MonkeyPatch, no_decoding: Callable[[], None]
) -> None:
    no_decoding()
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr(packing.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(DataError, match=r"MB are free; free some space or choose a smaller picture size"):
        pack_folder(photos, SMALL)
    assert packs() == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_up_while_packing(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bytes = packing._append

    def append(file: object, pictures: np.ndarray) -> int:
        with open("/dev/full", "wb", buffering=0) as full:
            return write_bytes(full, pictures)

    monkeypatch.setattr(packing, "_append", append)
    with pytest.raises(DataError, match=r"No space left on device; free some space"):
        pack_folder(photos, SMALL)
    assert packs() == []


def test_a_cache_that_cannot_be_written(photos: Path, latentarium_home: Path) -> None:
    latentarium_home.mkdir()
    (latentarium_home / "cache").write_text("a file where a folder should be")
    with pytest.raises(DataError, match=r"cannot store packed pictures in .*LATENTARIUM_HOME"):
        pack_folder(photos, SMALL)


def test_several_processes_give_the_same_pack(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken_files(photos)
    alone = pack_folder(photos, SMALL)
    images = np.array(alone.images)
    (name,) = packs()
    forget_meta(packed_folder() / name)
    monkeypatch.setattr(decoding, "FEW", 0)
    monkeypatch.setattr(decoding.os, "cpu_count", lambda: 2)
    together = pack_folder(photos, SMALL)
    assert np.array_equal(together.images, images)
    assert together.unreadable == alone.unreadable


KILLED = """
import sys
from pathlib import Path
from gan.data import decoding, packing
from gan.data.base import Wanted
from gan.data.pictures import PictureFormat
decoding.FEW, decoding.BATCH, decoding.os.cpu_count = 0, 1, lambda: 2
def wait(*_):
    print("going", flush=True)
    sys.stdin.read()
if __name__ == "__main__":
    packing.pack_folder(Path(sys.argv[1]), PictureFormat(8, 3), Wanted(progress=wait))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks processes up in /proc")
def test_a_killed_packing_leaves_no_processes_and_nothing_that_is_taken_for_whole(photos: Path, tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen(
        [sys.executable, script, photos], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"going\n"
        children = [int(child) for child in _children(process.pid)]
        process.kill()
    assert children
    wait_until(lambda: not any(_runs(child) for child in children), "the end of its processes")
    assert all(name.startswith(".") for name in packs())
    assert len(pack_folder(photos, SMALL).images) == 70


def _children(parent: int) -> list[str]:
    tasks = Path(f"/proc/{parent}/task").iterdir()
    return [child for task in tasks for child in (task / "children").read_text().split()]


def _runs(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"
