"""What a file is that holds no weights this program reads, told by its contents and never by its name."""

from collections.abc import Iterable

from gan.importing.errors import CUT_OFF, HOW_TO_SAVE, ForeignFileError
from gan.importing.wording import printable
from gan.words import marked, tr

START = 1024
"""Bytes of a file's beginning that are looked at."""
_ONLY_WEIGHTS = marked("save the weights alone: {how_to_save}")
_TORCHSCRIPT = marked("it is a TorchScript program, not only weights; where it was made, {only_weights}")
_EXPORTED = marked("it is a program written by torch.export, not only weights; where it was made, {only_weights}")
_ONNX = marked(
    "it is an ONNX network, whose weights are not read; in the PyTorch program that it comes from, {only_weights}"
)
_KERAS = marked("it is a file of Keras or of another program that writes HDF5; only weights of PyTorch are read")
_PICTURE = marked("it is a picture, not weights")
_UNPACK = marked("unpack it and open the file of weights in it")
_PICKLE = marked("it is a Python pickle that torch.save did not write; {only_weights}")
_PAGE = marked(
    "it is a web page and not the file that it was to be; download the file itself (often behind a button “raw”)"
)
_POINTER = marked(
    "it stands in for a large file that was not downloaded; run git lfs pull, or download the file itself"
)

_STARTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (0, b"BM", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (0, b"II*\0", _PICTURE),
    (0, b"MM\0*", _PICTURE),
    (4, b"ftyp", marked("it is a picture or a film, not weights")),
    (0, b"\x89HDF", _KERAS),
    (
        0,
        b"\x93NUMPY",
        marked("it is an array of numpy, which has no names for the layers; only weights of PyTorch are read"),
    ),
    (257, b"ustar", marked("it is a tar archive, or weights of PyTorch before 2017; {unpack}, or save them anew")),
    (0, b"\x1f\x8b", marked("it is a gzip archive; {unpack}")),
    (0, b"BZh", marked("it is a bzip2 archive; {unpack}")),
    (0, b"\xfd7zXZ", marked("it is an xz archive; {unpack}")),
    (0, b"7z\xbc\xaf", marked("it is a 7-Zip archive; {unpack}")),
    (0, b"Rar!", marked("it is a RAR archive; {unpack}")),
    (0, b"\x28\xb5\x2f\xfd", marked("it is a Zstandard archive; {unpack}")),
    (0, b"SQLite format 3", marked("it is a database, not weights")),
    (0, b"GGUF", marked("it is a language model, not a generator of pictures")),
    (4, b"TFL3", marked("it is a TensorFlow Lite network; only weights of PyTorch are read")),
    (0, b"%PDF", marked("it is a PDF document, not weights")),
    (0, b"\x7fELF", marked("it is a program, not weights")),
    (0, b"MZ", marked("it is a program, not weights")),
    (0, b"version https://git-lfs", _POINTER),
)
_ONNX_STARTS = tuple(bytes([8, version, second]) for version in range(1, 30) for second in (0x12, 0x1A, 0x3A, 0x42))
"""The version of the format, then the program that wrote it, its version, the network, or the sets of operators."""
_PAGE_STARTS = ("<!doctype html", "<html", "<?xml", "<head", "<body", "<!--")

_IN_ARCHIVES: tuple[tuple[str, str], ...] = (
    ("constants.pkl", _TORCHSCRIPT),
    ("bytecode.pkl", _TORCHSCRIPT),
    ("archive_format", _EXPORTED),
    ("serialized_exported_program.json", _EXPORTED),
    ("model.weights.h5", _KERAS),
    ("[Content_Types].xml", marked("it is an office document, not weights")),
    ("AndroidManifest.xml", marked("it is a program for telephones, not weights")),
)
_IN_ARCHIVES_ENDING: tuple[tuple[tuple[str, ...], str], ...] = (
    ((".npy",), marked("it is an archive of numpy arrays; only weights of PyTorch are read")),
    ((".png", ".jpg", ".jpeg", ".webp", ".gif"), marked("it is an archive of pictures, not weights")),
    ((".pth", ".pt", ".ckpt", ".safetensors", ".bin"), marked("it is an archive with weights in it; {unpack}")),
)


def refuse_other_kind(start: bytes) -> ForeignFileError:
    """Why a file with this ``start`` (of up to :data:`START` bytes) is not read."""
    return ForeignFileError(_said(_kind(start)))


def check_archive(names: Iterable[str]) -> None:
    """Raises :class:`ForeignFileError` if a zip archive of these ``names`` is of a known kind that is not read."""
    names = list(names)
    last_parts = {name.rsplit("/", 1)[-1] for name in names}
    for name, reason in _IN_ARCHIVES:
        if name in last_parts:
            raise ForeignFileError(_said(reason))
    if "data.pkl" in last_parts:
        return
    for endings, reason in _IN_ARCHIVES_ENDING:
        if any(name.lower().endswith(endings) for name in names):
            raise ForeignFileError(_said(reason))
    if not names:
        raise ForeignFileError(tr("it is a zip archive with nothing in it"))
    raise ForeignFileError(
        tr("it is a zip archive of other things, such as {name}, and holds no weights", name=printable(names[0], 40))
    )


def _said(reason: str) -> str:
    """One of the reasons here, with what can be done."""
    alone = tr(_ONLY_WEIGHTS, how_to_save=HOW_TO_SAVE)
    return tr(reason, unpack=tr(_UNPACK), only_weights=alone)


def _kind(start: bytes) -> str:
    if not start:
        return marked("it is empty; copy or download it again from where it came from")
    for place, mark, reason in _STARTS:
        if start[place : place + len(mark)] == mark:
            return reason
    if start.startswith(_ONNX_STARTS):
        return _ONNX
    if start[:1] == b"\x80" and start[1:2] <= b"\x05":
        return _PICKLE
    if not start.strip(b"\0"):
        return CUT_OFF
    return _kind_of_text(start) or marked(
        "it is a file of an unknown kind; only weights of PyTorch and .safetensors are read"
    )


def _kind_of_text(start: bytes) -> str:
    """Empty for what is no text."""
    text = start.decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    if text.startswith(_PAGE_STARTS):
        return _PAGE
    if any(character < 32 and character not in b"\t\n\r\f\x1b" for character in start):
        return ""
    if text.startswith(("{", "[")):
        return marked(
            "it is a file of JSON, which may describe a network but holds no weights; open the weights beside it"
        )
    return marked("it is a text and holds no weights")
