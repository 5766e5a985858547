"""The one reader of arrays: nothing that a file says of itself is believed before it is measured."""

import io
import pickle
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gan.array_file import LARGEST, WHOLE, ArrayFileError, read_arrays
from gan.errors import UsageError
from gan.explore.directions import DirectionsError, load_directions
from gan.explore.latent import load_z

DTYPES = st.one_of(
    arrays.integer_dtypes(), arrays.floating_dtypes(), arrays.boolean_dtypes(), arrays.unicode_string_dtypes()
)


@given(arrays.arrays(DTYPES, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0)), st.booleans(), st.booleans())
def test_arrays_are_those_that_numpy_wrote(
    tmp_path_factory: pytest.TempPathFactory, array: np.ndarray, by_columns: bool, alone: bool
) -> None:
    array = np.asfortranarray(array) if by_columns else array
    path = tmp_path_factory.mktemp("arrays") / "a.npz"
    with path.open("wb") as file:
        if alone:
            np.save(file, array)
        else:
            np.savez_compressed(file, a=array)
    read = read_arrays(path)[WHOLE if alone else "a"]
    assert read.dtype == array.dtype and np.array_equal(read, array, equal_nan=array.dtype.kind == "f")


def header(shape: str, dtype: str = "<f4") -> bytes:
    """An .npy header that says what it likes."""
    text = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {shape}}}".encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text


def archive(name: str, contents: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, contents)
    return buffer.getvalue()


def bomb() -> bytes:
    """A small file that unpacks to more than is read, of zeros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file, file.open("z.npy", "w") as entry:
        entry.write(header(f"({LARGEST // 4 + 1},)"))
        for _ in range(LARGEST // 2**20 + 1):
            entry.write(bytes(2**20))
    return buffer.getvalue()


HOSTILE = {
    "huge shape": header("(1000000000000,)"),
    "huge shape, zipped": archive("z.npy", header("(1000000000000,)")),
    "huge text": header("(1,)", "<U1000000000"),
    "no bytes each": header("(1000000000000,)", "|S0"),
    "negative shape": header("(-1, -5)") + bytes(100),
    "objects": header("(1,)", "|O") + pickle.dumps([1]),
    "no header": header("(" + "(" * 5000),
    "deep header": b"\x93NUMPY\x01\x00\xff\xff" + b"[" * 65535,
    "other version": b"\x93NUMPY\x09\x00" + bytes(100),
    "cut off": header("(100,)") + bytes(10),
    "no array": archive("z.npy", b"text"),
    "empty": b"",
    "no zip": b"PK\x03\x04" + bytes(100),
    "bomb": bomb(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_without_memory_for_them(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(HOSTILE[name])
    tracemalloc.start()
    try:
        with pytest.raises(ArrayFileError):
            read_arrays(path)
        with pytest.raises(UsageError, match="holds no points"):
            load_z(path)
        with pytest.raises(DirectionsError, match="holds no directions"):
            load_directions(path)
        assert tracemalloc.get_traced_memory()[1] < 20e6
    finally:
        tracemalloc.stop()


def test_damage_that_bz2_finds(tmp_path: Path) -> None:
    path, contents = tmp_path / "a.npz", b"".join(bytes([number % 251]) for number in range(999))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("z.npy", contents)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"BZh9", b"BZx9"))
    with pytest.raises(ArrayFileError, match="cannot be unpacked"):
        read_arrays(path)


@given(st.binary(max_size=20), st.integers(0, 400), st.sampled_from(["npy", "npz"]))
def test_damaged_files_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, dirt: bytes, place: int, kind: str
) -> None:
    buffer = io.BytesIO()
    if kind == "npy":
        np.save(buffer, np.zeros((3, 4), np.float32))
    else:
        np.savez(buffer, z=np.zeros((3, 4), np.float32))
    path = tmp_path_factory.mktemp("dirt") / "a.npz"
    path.write_bytes(buffer.getvalue()[:place] + dirt + buffer.getvalue()[place + len(dirt) :])
    try:
        assert all(isinstance(array, np.ndarray) for array in read_arrays(path).values())
        load_z(path)
    except (ArrayFileError, UsageError) as error:
        assert "\n" not in str(error)
