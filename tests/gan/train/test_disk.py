"""How much of the disk a run takes, and what there is."""

import os
from pathlib import Path

import pytest

from gan.train.disk import folder_size, free_space
from gan.train.wording import disk_text, size_text


def test_a_file_with_two_names_counts_once(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "latest").write_bytes(bytes(1000))
    (tmp_path / "note").write_bytes(bytes(7))
    os.link(tmp_path / "state" / "latest", tmp_path / "state" / "kept")
    assert folder_size(tmp_path) == 1007
    assert folder_size(tmp_path / "gone") == 0


def test_free_space_where_a_folder_would_be_made(tmp_path: Path) -> None:
    free = free_space(tmp_path / "not" / "there")
    assert free is not None and free > 0


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 kB"), (1, "1 kB"), (850_000_000, "850 MB"), (1_240_000_000, "1.2 GB")]
)
def test_sizes(size: int, text: str) -> None:
    assert size_text(size) == text


def test_whether_there_is_enough() -> None:
    assert disk_text(10**6, 10**9) == "up to 1 MB of disk (1.0 GB free)"
    assert disk_text(10**9, 10**6) == "up to 1.0 GB of disk, but only 1 MB are free"
    assert disk_text(10**6, None) == "up to 1 MB of disk"
