import gzip
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gan.data.base import DataError
from gan.data.idx import read_idx
from tests.gan.data.writing import idx_bytes

VALUES = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)


def written(folder: Path, contents: bytes) -> Path:
    path = folder / "some-idx3-ubyte"
    path.write_bytes(contents)
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=arrays.arrays(np.uint8, arrays.array_shapes(min_dims=1, max_dims=3)), zipped=st.booleans())
def test_what_was_written_is_read(tmp_path: Path, values: np.ndarray, zipped: bool) -> None:
    contents = idx_bytes(values)
    path = written(tmp_path, gzip.compress(contents) if zipped else contents)
    assert np.array_equal(read_idx(path, values.ndim), values)


def test_zipped_is_known_by_contents_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "plain-although-named.gz"
    path.write_bytes(idx_bytes(VALUES))
    assert np.array_equal(read_idx(path, 3), VALUES)


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("kept", [0, 3, 9, 20, 39])
def test_cut_off_contents(tmp_path: Path, kept: int, zipped: bool) -> None:
    contents = idx_bytes(VALUES)[:kept]
    path = written(tmp_path, gzip.compress(contents) if zipped else contents)
    with pytest.raises(DataError, match=str(path)):
        read_idx(path, 3)


def test_cut_off_gzip(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(idx_bytes(VALUES))[:-12])
    with pytest.raises(DataError, match="cut off or damaged"):
        read_idx(path, 3)


def test_damaged_gzip(tmp_path: Path) -> None:
    zipped = bytearray(gzip.compress(idx_bytes(VALUES)))
    zipped[12] ^= 0xFF
    with pytest.raises(DataError, match="damaged"):
        read_idx(written(tmp_path, bytes(zipped)), 3)


@pytest.mark.parametrize("magic", [b"\x00\x00\x08\x01", b"\x00\x00\x0d\x03", b"\x89PNG"])
def test_wrong_magic(tmp_path: Path, magic: bytes) -> None:
    path = written(tmp_path, magic + idx_bytes(VALUES)[4:])
    with pytest.raises(DataError, match=f"no idx file.*{magic.hex()}"):
        read_idx(path, 3)


def test_longer_than_it_says(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="longer"):
        read_idx(written(tmp_path, idx_bytes(VALUES) + b"\x00"), 3)


def test_absurd_sizes_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    header = b"\x00\x00\x08\x03" + b"\xff" * 12
    with pytest.raises(DataError, match="cannot be right"):
        read_idx(written(tmp_path, header), 3)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot read"):
        read_idx(tmp_path / "none", 3)
