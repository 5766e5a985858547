"""The formats that something is written in, one record each: what they hold, what they are called, who writes them.

Another format is another record here, and its writer: commands and the window's dialogs follow from it.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from gan.errors import UsageError
from gan.records import function_at
from gan.words import tr


class Content(StrEnum):
    """What a file can hold, and what :func:`write` wants for it."""

    PICTURE = "picture"
    """(H, W, 1, 3 or 4) uint8; a grid or a strip is one picture, too."""
    FILM = "film"
    """Frames (H, W, 1, 3 or 4) uint8 of one size, in any iterable, and frames a second; they are put on white."""
    ARRAY = "array"
    """Numbers, such as points of latent space (N, z_dim) or pictures (N, H, W, C)."""
    MODEL = "model"
    """The path of a generator's file and, if it has classes, the one to draw.

    Its writer returns what was checked, in words that go on a sentence.
    """
    PAGE = "page"
    """A generator that draws in a browser: a :class:`gan.html.page.Page`. Its writer returns words, too."""


COMMENTED = frozenset({Content.PICTURE, Content.FILM})
"""What carries a line of text beside it; its writers take ``comment``."""


@dataclass(frozen=True)
class Format:
    """``suffix`` begins with a dot, ``title`` is for file dialogs, ``writer`` says where the function is.

    It gets the path and what :class:`Content` says, writes the file whole or not at all, and raises
    :class:`gan.errors.LatentariumError`. ``most_fps`` is the fastest film, None for any.
    """

    suffix: str
    title: str
    content: Content
    writer: str
    most_fps: int | None = None


FORMATS = (
    Format(".mp4", "MP4 film", Content.FILM, "gan.export:save_mp4"),
    Format(".gif", "GIF film", Content.FILM, "gan.export:save_gif", most_fps=50),
    Format(".png", "PNG picture", Content.PICTURE, "gan.images:save_png"),
    Format(".npy", "numpy array", Content.ARRAY, "gan.files:save_array"),
    Format(".html", "Page that draws in any browser", Content.PAGE, "gan.html.writing:save_page"),
    Format(".onnx", "ONNX network, checked against torch", Content.MODEL, "gan.onnx_file:export_onnx"),
    Format(".safetensors", "Generator without its run", Content.MODEL, "gan.model.checkpoint:export_generator"),
)
"""For each content the usual one is first."""


def suffixes(*contents: Content) -> tuple[str, ...]:
    """What files of these contents may end in, such as ``.mp4`` and ``.gif``, the usual one first."""
    return tuple(one.suffix for one in FORMATS if one.content in contents)


def file_filter(*contents: Content) -> str:
    """The same for a file dialog: ``MP4 film (*.mp4);;GIF film (*.gif)``."""
    return ";;".join(f"{tr(one.title)} (*{one.suffix})" for one in FORMATS if one.content in contents)


def with_suffix(path: Path, *contents: Content) -> Path:
    """``path`` itself if it ends as such a file may, else with the usual suffix added."""
    fitting = suffixes(*contents)
    return path if path.suffix.lower() in fitting else path.with_name(path.name + fitting[0])


def format_of(path: Path, *contents: Content) -> Format:
    """The format that the end of ``path`` stands for. Raises :class:`UsageError` if none of ``contents`` has it."""
    for one in FORMATS:
        if one.content in contents and one.suffix == path.suffix.lower():
            return one
    raise UsageError(tr("{path!r} should end in {usual}", path=str(path), usual=" or ".join(suffixes(*contents))))


def write(path: Path, content: Content, *what: Any, comment: str = "") -> Any:
    """Write a ``content``, which says ``what`` is wanted, as the end of ``path`` says; returns what the writer does.

    Pictures and films keep ``comment``, as of what drew them; other contents have no place for one.
    Raises :class:`gan.errors.LatentariumError`: for another end, and for whatever keeps the file from being written.
    """
    writer = function_at(format_of(path, content).writer)
    return writer(path, *what, comment=comment) if content in COMMENTED else writer(path, *what)
