"""Train the zoo: ``python -m tests.gan.importing.zoo [FOLDER] [--train] [--only NAME ...]``.

With ``--train`` the weights that lie beside this file are made anew. FOLDER receives every file as its author would
have written it, and beside it what is true of it: z, classes and pictures of the network, as ``.npz``.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from tests.gan.importing.zoo.entries import ZOO, file_of, stem, trained
from tests.gan.importing.zoo.training import keep, train


def main() -> None:
    """Train or write the entries that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where files and truths are written")
    parser.add_argument("--train", action="store_true", help="train anew")
    parser.add_argument("--only", nargs="+", choices=ZOO, default=list(ZOO), metavar="NAME")
    options = parser.parse_args()
    torch.set_num_threads(1)
    for name in options.only:
        start = time.perf_counter()
        if options.train:
            keep(name, train(ZOO[name]))
        if options.folder is not None:
            write(options.folder, name)
        print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)


@torch.inference_mode()
def write(folder: Path, name: str) -> None:
    """The file of an entry, and its truth."""
    folder.mkdir(parents=True, exist_ok=True)
    entry, network = ZOO[name], trained(name)
    z, labels = entry.z(10), entry.labels(10)
    pictures = network(z) if labels is None else network(z, labels)
    (folder / f"{stem(name)}.pth").write_bytes(file_of(name))
    classes = np.zeros(0, np.int64) if labels is None else labels.numpy()
    np.savez(folder / f"{stem(name)}.npz", z=z, labels=classes, pictures=entry.pixels(pictures))


if __name__ == "__main__":
    main()
