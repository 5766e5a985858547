"""Write the excerpt of a named set that comes with the program, below resources/data.

    python resources/make_excerpt.py fashion-mnist

As many pictures of each class are drawn by a fixed seed and stored in the order and the files that the whole set has,
with its own names. The same pictures give the same bytes.
"""

import argparse
import gzip
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gan import places  # noqa: E402
from gan.data.imagesets import DataError, ImageSet, Wanted, held_out_part, load_imageset  # noqa: E402
from gan.data.named import SETS  # noqa: E402
from gan.files import write_whole  # noqa: E402

SEED = 1
EXCERPTED = tuple(name for name, the_set in SETS.items() if the_set.excerpt)


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw both parts, write their four files and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=EXCERPTED, help="the set to draw from")
    parser.add_argument("--data-dir", type=Path, help="look here first for its pictures")
    parser.add_argument("--out", type=Path, default=places.EXCERPTS, help="where the folder is made")
    args = parser.parse_args(arguments)
    whole, wanted = SETS[args.name], Wanted(args.data_dir)
    assert whole.excerpt is not None
    held_out = held_out_part(args.name, wanted=wanted)
    if held_out is None:
        raise DataError(f"the part of {args.name} that nothing is trained on is not beside the other files")
    folder = args.out / whole.excerpt_name
    write_part(folder, "train", drawn(load_imageset(args.name, wanted=wanted), whole.excerpt.training))
    write_part(folder, "t10k", drawn(held_out, whole.excerpt.held_out))
    print(f"wrote {folder}: {sum(path.stat().st_size for path in folder.glob('*.gz')):,} bytes")


def drawn(images: ImageSet, count: int) -> ImageSet:
    """``count`` of the pictures, as many of each class, in their own order."""
    random, kinds = np.random.default_rng(SEED), len(images.label_names)
    assert images.labels is not None and count % kinds == 0
    rows = [random.permutation(np.flatnonzero(images.labels == kind))[: count // kinds] for kind in range(kinds)]
    return images.at(np.sort(np.concatenate(rows)))


def write_part(folder: Path, part: str, images: ImageSet) -> None:
    """The pictures and labels as idx files, zipped without the time of day."""
    assert images.labels is not None
    folder.mkdir(parents=True, exist_ok=True)
    for kind, values in (("images", images.images[:, 0]), ("labels", images.labels.astype(np.uint8))):
        contents = gzip.compress(idx_bytes(values), compresslevel=9, mtime=0)
        write_whole(folder / f"{part}-{kind}-idx{values.ndim}-ubyte.gz", contents)


def idx_bytes(values: npt.NDArray[Any]) -> bytes:
    """``values``, unsigned bytes, as :func:`gan.data.idx.read_idx` reads them."""
    return struct.pack(f">BBBB{values.ndim}I", 0, 0, 8, values.ndim, *values.shape) + values.tobytes()


if __name__ == "__main__":
    main()
