"""Whatever the bytes of a file are, they are read or refused."""

import contextlib
import struct

import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from safetensors.torch import save as save_safetensors

from gan.importing.errors import ForeignFileError
from gan.importing.reading import Contents
from gan.importing.state_dicts import find_state_dicts
from tests.gan.importing.saving import old_of, read, saved, zip_of

_STATE = torch.nn.utils.spectral_norm(torch.nn.Conv2d(2, 2, 2)).state_dict()
_CHECKPOINT = {"netG": _STATE, "epoch": 3, "options": [0.5, "a"], "view": torch.arange(6.0).view(2, 3).T}
VALID = {
    "zip": saved(_CHECKPOINT),
    "old": saved(_CHECKPOINT, "old"),
    "safetensors": save_safetensors({name: tensor.clone() for name, tensor in _STATE.items()}),
}
MANY = settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
_LENGTHS = [struct.pack("<Q", length) for length in (0, 1, 2**31, 2**32 - 1, 2**63, 2**64 - 1)]


def try_to_read(contents: bytes) -> None:
    with contextlib.suppress(ForeignFileError):
        kind, tree = read(contents)
        find_state_dicts(Contents(tree, kind, ""))


@st.composite
def changed(draw: st.DrawFn, contents: bytes) -> bytes:
    """``contents`` with up to four places overwritten, put in, taken out or repeated."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(contents)))
        end = min(len(contents), start + draw(st.integers(0, 16)))
        new = draw(st.binary(max_size=8) | st.sampled_from(_LENGTHS) | st.just(contents[start:end] * 2))
        contents = contents[:start] + new + contents[end:]
    return contents


@pytest.mark.filterwarnings("ignore:invalid escape")
@pytest.mark.parametrize("form", VALID)
def test_changed_files(form: str) -> None:
    MANY(given(changed(VALID[form]))(try_to_read))()


@MANY
@given(st.binary(max_size=300))
@example(b"PK\5\6" + bytes(18))
def test_any_bytes(contents: bytes) -> None:
    try_to_read(contents)


@MANY
@given(st.binary(max_size=60))
def test_any_pickle(contents: bytes) -> None:
    try_to_read(zip_of(contents))
    try_to_read(old_of(contents))


_NAMES = (
    "torch._utils _rebuild_tensor_v2",
    "torch._utils _rebuild_tensor_v3",
    "torch._tensor _rebuild_from_type_v2",
    "torch FloatStorage",
    "torch float32",
    "torch Size",
    "collections OrderedDict",
    "argparse Namespace",
    "copyreg _reconstructor",
    "_codecs encode",
    "numpy dtype",
    "numpy.core.multiarray _reconstruct",
    "numpy.core.multiarray scalar",
    "numpy.core.numeric _frombuffer",
    "builtins set",
)
_INSTRUCTIONS = (
    *(bytes([code]) for code in b"()]}tldusaeRbQo012N\x81\x85\x86\x87\x88\x8f\x90\x92\x93\x94"),
    *(b"c%s\n" % name.replace(" ", "\n").encode() for name in _NAMES),
    *(b"X%c\0\0\0%s" % (len(text), text) for text in (b"a", b"storage", b"f4", b"latin1")),
    *(b"K\0", b"K\1", b"K\4", b"J\xff\xff\xff\xff", b"q\0", b"h\0", b"C\4abcd"),
)


@MANY
@given(st.lists(st.sampled_from(_INSTRUCTIONS), max_size=30))
def test_any_instructions(instructions: list[bytes]) -> None:
    try_to_read(zip_of(b"\x80\x02" + b"".join(instructions) + b"."))


@MANY
@given(st.binary(max_size=200))
def test_any_safetensors_header(header: bytes) -> None:
    try_to_read(len(header).to_bytes(8, "little") + b"{" + header)
