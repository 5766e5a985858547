import os
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from PIL import Image

from gan.data import decoding
from gan.data.base import DataError
from gan.data.decoding import Batch, decoded
from gan.data.listing import list_pictures
from gan.data.pictures import PictureFormat
from tests.gan.data.writing import write_pictures

FORM = PictureFormat(8, 3)


def test_batches_are_in_order(tmp_path: Path) -> None:
    write_pictures(tmp_path, 70)
    sizes = [len(pictures) for pictures, _ in decoded(list_pictures(tmp_path), FORM, 70)]
    assert sizes == [32, 32, 6]


def test_many_files_are_not_read_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pictures(tmp_path, 3)
    monkeypatch.setattr(decoding, "FEW", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    def refuse(*_: object) -> None:
        raise AssertionError("read in this process")

    monkeypatch.setattr(Image, "open", refuse)
    ((pictures, unreadable),) = decoded(list_pictures(tmp_path), FORM, 3)
    assert len(pictures) == 3
    assert unreadable == []


def test_few_of_many_files_start_no_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pictures(tmp_path, 3)
    monkeypatch.setattr(decoding, "FEW", 3)
    monkeypatch.setattr(decoding, "ProcessPoolExecutor", None)
    assert len(list(decoded(list_pictures(tmp_path), FORM, 2))) == 1


def test_a_process_that_dies_is_explained() -> None:
    future: Future[Batch] = Future()
    future.set_exception(BrokenProcessPool("gone"))
    with pytest.raises(DataError, match=r"died at or after some\.jpg"):
        decoding._result(("some.jpg", "other.jpg"), future)
