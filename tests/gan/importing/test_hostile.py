"""No file makes the reader run anything, need much memory or take long; each is refused in one line."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from gan.importing import reading
from gan.importing.errors import ForeignFileError
from gan.importing.reading import SECONDS, read_weights_file
from tests.gan.importing import hostile
from tests.gan.importing.saving import read, saved

# What the whole corpus is read by: a process of its own, so that the memory of its children is that of readers alone.
_READ_ALL = """
import json, resource, sys, time
from pathlib import Path
from gan.importing.reading import ForeignFileError, read_weights_file
answers = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.monotonic()
    try:
        read_weights_file(path)
        reason = ""
    except ForeignFileError as error:
        reason = str(error)
    answers[path.name] = reason, time.monotonic() - start
print(json.dumps([answers, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


def test_other_kinds_are_named() -> None:
    for name, contents, word in hostile.others():
        with pytest.raises(ForeignFileError) as caught:
            read(contents)
        assert word in str(caught.value), name


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
def test_hostile_files_do_nothing(tmp_path: Path) -> None:
    canary, folder = tmp_path / "canary", tmp_path / "files"
    folder.mkdir()
    names = {}
    for place, (name, contents) in enumerate(hostile.all_files(canary)):
        path = folder / f"{place:04}.pth"
        path.write_bytes(contents)
        names[path.name] = name
    output = subprocess.run([sys.executable, "-c", _READ_ALL, str(folder)], capture_output=True, check=True).stdout
    answers, most = json.loads(output)
    assert not canary.exists()
    assert most * 1024 < 2**30
    for file, (reason, seconds) in answers.items():
        assert is_for_people(reason), (names[file], reason)
        assert seconds < 2 * SECONDS, names[file]  # on a busy machine the watchdog ends some


def is_for_people(reason: str) -> bool:
    """One line of words, without what a programmer would print."""
    words = ("Traceback", "Error", "object at 0x", "None")
    return reason.isprintable() and 20 < len(reason) < 600 and not any(word in reason for word in words)


def test_harm_and_whole_networks_are_told_apart(tmp_path: Path) -> None:
    pickles = dict(hostile.pickles(tmp_path / "canary"))
    with pytest.raises(ForeignFileError, match=r"asks to run posix\.system.* do harm"):
        read(hostile.zip_of(pickles["posix.system"]))
    with pytest.raises(ForeignFileError, match=r"class Generator of module model.*torch\.save\(model\.state_dict\(\)"):
        read(hostile.zip_of(pickles["module"]))


@pytest.mark.parametrize("form", ["zip", "old"])
def test_cut_files(form: str) -> None:
    whole = saved(torch.nn.Linear(9, 9).state_dict(), form)
    for tenth in range(10):
        with pytest.raises(ForeignFileError):
            read(whole[: len(whole) * tenth // 10])


@pytest.mark.parametrize("code", ["while True: pass", "import os; os.write(1, bytes(7)); os.close(1); input()"])
def test_a_reader_that_does_not_answer_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(reading, "sealed_command", lambda module: [sys.executable, "-I", "-S", "-c", code])
    monkeypatch.setattr(reading, "SECONDS", 0.5)
    path = tmp_path / "netG.pth"
    path.write_bytes(saved({"a.weight": torch.ones(2)}))
    start = time.monotonic()
    with pytest.raises(ForeignFileError, match=r"seconds to read|to its end"):
        read_weights_file(path)
    assert time.monotonic() - start < 5


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="folder"):
        read_weights_file(tmp_path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="no such file"):
        read_weights_file(tmp_path / "netG.pth")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
def test_pipes_and_devices_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    start = time.monotonic()
    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/stdin"), Path("/dev/null")):
        if path.exists() and not path.is_file():
            with pytest.raises(ForeignFileError, match="device or a pipe"):
                read_weights_file(path)
    assert time.monotonic() - start < 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "netG.pth"
    path.write_bytes(b"a")
    path.chmod(0)
    with pytest.raises(ForeignFileError, match="cannot be read"):
        read_weights_file(path)


def test_large_file(tmp_path: Path) -> None:
    path = tmp_path / "netG.pth"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(ForeignFileError, match="512 MB"):
        read_weights_file(path)
