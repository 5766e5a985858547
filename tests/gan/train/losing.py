"""``python -m tests.gan.train.losing 10``: a run of three processes, of which one is killed ten times.

Prints how it went on, and whether it ends with the weights of a run that nothing happened to.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from safetensors.torch import load_file

from gan.train import events
from gan.train.run import Run
from tests.gan.train.ranks import ROOT

WORDS = ("--data", "sprites", "--limit", 64, "--image-size", 16, "--ngf", 4, "--ndf", 4, "--z-dim", 4, "--batch-size",
         12, "--threads", 1, "--device", "cpu", "--precision", "fp32", "--seed", 1, "--state-steps", 5)  # fmt: skip
EVERY = 7
"""Steps between two kills."""

MORTAL = """
import os, signal, sys
from gan.__main__ import run
from gan.train.trainer import Trainer

learn = Trainer.learn
ends = sys.argv[1].split(",")  # the first start ends by "1@12": process 1 is killed when it is about to take step 12

def learn_or_die(self, *batch):
    start = int(os.environ["TORCHELASTIC_RESTART_COUNT"])
    if f"{os.environ['RANK']}@{self.step}" in ends[start : start + 1]:
        os.kill(os.getpid(), signal.SIGKILL)
    learn(self, *batch)

Trainer.learn = learn_or_die
del sys.argv[1]
sys.exit(run())
"""


def trained(folder: Path, ends: list[str], processes: int, steps: int) -> Run:
    """A run in ``folder`` of so many steps, whose processes end as :data:`MORTAL` says, and are started again."""
    script = folder.parent / "mortal.py"
    script.write_text(MORTAL)
    minder = ("torch.distributed.run", "--standalone", "--monitor-interval", 0.1, "--nproc-per-node", processes)
    training = (script, ",".join(ends), "train", "--folder", folder, *WORDS, "--steps", steps)
    command = [sys.executable, "-m", *map(str, (*minder, "--max-restarts", len(ends), *training))]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Run.open(folder)


def are_alike(run: Run, other: Run) -> bool:
    """Whether the newest states of both have the same numbers, to the bit."""
    tensors, others = load_file(run.state_path), load_file(other.state_path)
    return tensors.keys() == others.keys() and all(torch.equal(each, others[name]) for name, each in tensors.items())


def main(kills: int, processes: int = 3) -> int:
    """Lose and compare; the exit status."""
    ends = [f"{number % processes}@{EVERY * (number + 1)}" for number in range(kills)]
    steps = EVERY * (kills + 2)
    with tempfile.TemporaryDirectory() as folder:
        cut = trained(Path(folder) / "cut", ends, processes, steps)
        begun = [event.step for event in cut.events() if isinstance(event, events.Started)]
        print(f"{processes} processes, killed {', '.join(ends)} (process@step); begun at steps {begun}", flush=True)
        uncut = trained(Path(folder) / "uncut", [], processes, steps)
        same = are_alike(cut, uncut)
    print(f"{len(begun) - 1} of {kills} losses recovered by itself, {steps} steps in all")
    print(f"the weights are {'' if same else 'not '}those of an uncut run of {processes} processes, to the bit")
    return 0 if same and len(begun) == kills + 1 else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
