"""Sort the pictures of the npm package emoji-datasource-google into a folder for each category, to train on.

    npm pack emoji-datasource-google@16.0.0 && tar xzf emoji-datasource-google-16.0.0.tgz
    python resources/make_emoji.py package emoji

The pictures are Noto Emoji by Google (Apache License 2.0), 64x64 pixels. Emoji in several skin tones are several
pictures; the components that only exist to be combined with others are left out.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

LEFT_OUT = ("Component",)


def main(arguments: Sequence[str] | None = None) -> int:
    """Copy every picture to where it belongs; those that are there already are replaced."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the folder that the package was unpacked into")
    parser.add_argument("out", type=Path, help="where a folder for each category is made")
    args = parser.parse_args(arguments)
    for category, picture in pictures(args.package):
        folder = args.out / category
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(picture, folder)
    return 0


def pictures(package: Path) -> Iterator[tuple[str, Path]]:
    """The category and the file of every picture, as the package lists them."""
    for emoji in json.loads((package / "emoji.json").read_text(encoding="utf-8")):
        for version in [emoji, *emoji.get("skin_variations", {}).values()]:
            picture = package / "img" / "google" / "64" / version["image"]
            if emoji["category"] not in LEFT_OUT and picture.is_file():
                yield emoji["category"], picture


if __name__ == "__main__":
    sys.exit(main())
