"""What ``python main.py`` accepts."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from app.languages import Language
from gan.program import WINDOW


class Page(StrEnum):
    """The layouts under View: what a person is about to do."""

    EXPLORE = "explore"
    LAYERS = "layers"
    TRAIN = "train"


@dataclass(frozen=True)
class Arguments:
    """``size`` is the window's (width, height) in pixels; what is None is as remembered, or as the settings say."""

    target: str | None = None
    page: Page | None = None
    screenshot: Path | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None
    device: str | None = None
    install_desktop: bool = False
    language: Language | None = None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's usage text."""
        self.exit(2, f"{self.prog}: {message}; see --help\n")


def parse(arguments: Sequence[str]) -> Arguments:
    """Ends the program with status 2 and one line for a wrong argument."""
    parser = _Parser(prog=WINDOW, description="Latentarium: a desktop laboratory for DCGANs.")
    parser.add_argument(
        "target",
        nargs="?",
        metavar="MODEL",
        help="a bundled model's name, a .safetensors file, weights of somebody else's generator (.pth, .pt, .ckpt, "
        ".bin, .pkl), a run folder, a saved session, a picture to find the z of, or a folder of pictures to train on",
    )
    parser.add_argument("--page", type=Page, choices=list(Page), metavar="PAGE", help="explore, layers or train")
    parser.add_argument(
        "--screenshot",
        type=_png,
        metavar="FILE.png",
        help="write a picture of the window once it shows one, and exit",
    )
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="colours of the window")
    parser.add_argument("--language", type=_language, metavar="LANGUAGE", help="what the window speaks: en or zh")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window, such as 1280x800")
    parser.add_argument("--device", help="what the picture is made on: auto, cpu, cuda, mps (default: see Settings)")
    parser.add_argument(
        "--install-desktop", action="store_true", help="put Latentarium among the programs of a Linux desktop, and exit"
    )
    return Arguments(**vars(parser.parse_args(arguments)))


def _png(text: str) -> Path:
    if not text.lower().endswith(".png"):
        raise argparse.ArgumentTypeError(f"{text!r} should end in .png")
    return Path(text)


def _language(text: str) -> Language:
    language = Language.called(text)
    if language is None:
        raise argparse.ArgumentTypeError(f"{text!r} is none of the languages {', '.join(Language)}")
    return language


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800") from None
    if not (400 <= width <= 8000 and 300 <= height <= 8000):
        raise argparse.ArgumentTypeError(f"{text!r} is outside 400x300 to 8000x8000")
    return width, height
