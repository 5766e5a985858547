"""Makes the pictures of the documentation anew: ``make screenshots [ARGS=NAME]``.

Each is what the window shows by itself a moment after its start, without anything that was kept on this computer.
"""

import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "screenshots"
WORDS = {
    "explore": ("sprites", "--page", "explore"),
    "layers": ("mnist", "--page", "layers"),
    "train": ("fashion-mnist", "--page", "train"),
}
"""What the window is started with for each picture."""
LOOK = ("--theme", "dark", "--size", "1280x800", "--device", "cpu")


def main() -> int:
    """Write those that are named, or all; returns the exit status."""
    parser = ArgumentParser(description="Make the pictures of the documentation anew.")
    parser.add_argument("names", nargs="*", default=list(WORDS), metavar="NAME", help=", ".join(WORDS))
    names = parser.parse_args().names
    if unknown := set(names) - set(WORDS):
        parser.error(f"there is no picture {', '.join(sorted(unknown))}")
    for name in names:
        print(write(name))
    return 0


def write(name: str) -> Path:
    """The file of the picture. Raises :class:`subprocess.CalledProcessError`."""
    path = FOLDER / f"{name}.png"
    with TemporaryDirectory(prefix="latentarium-") as home:
        environment = os.environ | {"LATENTARIUM_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "main.py", *WORDS[name], *LOOK, "--screenshot", str(path)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
