"""Train the network whose features judge grey pictures, and write resources/features/grey.safetensors.

    python resources/train_features.py --data-dir DATASETS

It learns to tell the classes of MNIST, Fashion-MNIST and the sprites in grey apart, which takes some minutes on one
core. The same seed, kind of processor and number of threads give the same weights. Numbers measured with other weights
are not comparable, so a file that was trained anew needs another version in ``gan/measure/spaces.py``.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gan.data.imagesets import ImageSet, Wanted, held_out_part, load_imageset  # noqa: E402
from gan.data.pictures import PictureFormat  # noqa: E402
from gan.files import write_whole  # noqa: E402
from gan.images import from_uint8  # noqa: E402
from gan.measure.grey_network import SIDE, WEIGHTS, GreyNetwork, load_network  # noqa: E402

SETS = ("mnist", "fashion-mnist", "sprites")
EPOCHS, BATCH, LEARNING_RATE, HIGHEST_RATE = 3, 128, 2e-3, 3e-3
SHIFT = 2
"""Pixels by which a batch is moved at most, in each direction."""
TOLD_EVERY = 200


@dataclass(frozen=True)
class Labelled:
    """Pictures uint8 (N, 1, 28, 28) of all sets, and which of the ``names`` each of them is."""

    images: Tensor
    labels: Tensor
    names: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, write the weights, and say how well those that were written read pictures that are new to them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data-dir", type=Path, help="look here first for the pictures")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args(arguments)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    form = PictureFormat(SIDE, 1)
    sets = [load_imageset(name, form, _wanted(name, args.data_dir)) for name in SETS]
    tests = {name: held_out_part(name, form, _wanted(name, args.data_dir)) for name in SETS}
    learned = joined(sets)
    network = GreyNetwork(len(learned.names)).to(memory_format=torch.channels_last)
    learn(network, learned)
    write(network, {"seed": args.seed, "sets": SETS, "labels": learned.names})
    network, first, accuracies = load_network(), 0, {}
    for images in sets:
        test = tests[images.name]
        if test is not None:
            accuracies[images.name] = round(accuracy(network, test, first), 4)
        first += len(images.label_names)
    write(network, {"seed": args.seed, "sets": SETS, "labels": learned.names, "accuracy": accuracies})
    print(f"wrote {WEIGHTS}: {WEIGHTS.stat().st_size / 1000:.0f} kB, {accuracies}")


def _wanted(name: str, data_dir: Path | None) -> Wanted:
    below = data_dir / name if data_dir else None
    return Wanted(below if below and below.is_dir() else None)


def joined(sets: Sequence[ImageSet]) -> Labelled:
    """All pictures of ``sets``; classes of one set come after those of the set before."""
    images, labels, names = [], [], []
    for each in sets:
        assert each.labels is not None
        images.append(torch.from_numpy(np.array(each.images)))
        labels.append(torch.from_numpy(each.labels.copy()) + len(names))
        names += [f"{each.name}: {name}" for name in each.label_names]
    return Labelled(torch.cat(images), torch.cat(labels), tuple(names))


def learn(network: GreyNetwork, learned: Labelled) -> None:
    """Adam in bfloat16 with a learning rate that rises and falls; ``network`` ends in eval mode."""
    steps = EPOCHS * (len(learned.images) // BATCH)
    optimizer = torch.optim.Adam(network.parameters(), LEARNING_RATE, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, HIGHEST_RATE, steps)
    for step, rows in enumerate(_batches(len(learned.images)), 1):
        down, right = torch.randint(-SHIFT, SHIFT + 1, (2,)).tolist()
        shifted = torch.roll(from_uint8(learned.images[rows]), (down, right), (2, 3))
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(shifted.contiguous(memory_format=torch.channels_last))
        loss = nn.functional.cross_entropy(logits.float(), learned.labels[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % TOLD_EVERY == 0:
            print(f"step {step} of {steps}, loss {loss.item():.3f}", flush=True)
    network.eval()


def _batches(count: int) -> Iterator[Tensor]:
    for _ in range(EPOCHS):
        yield from torch.randperm(count)[: count // BATCH * BATCH].split(BATCH)


@torch.inference_mode()
def accuracy(network: GreyNetwork, images: ImageSet, first: int) -> float:
    """The share of ``images`` whose class is read rightly among all of every set; theirs begin at ``first``."""
    assert images.labels is not None
    batches = torch.from_numpy(np.array(images.images)).split(BATCH)
    read = torch.cat([network(from_uint8(batch)).argmax(dim=1) for batch in batches])
    return float((read == torch.from_numpy(images.labels) + first).double().mean())


def write(network: GreyNetwork, facts: dict[str, object]) -> None:
    """The weights of convolutions in 16 bits, all others in 32."""
    weights = network.state_dict()
    halves = {name: (each.half() if each.ndim > 1 else each).contiguous() for name, each in weights.items()}
    write_whole(WEIGHTS, save(halves, {"about": json.dumps(facts)}))


if __name__ == "__main__":
    main()
