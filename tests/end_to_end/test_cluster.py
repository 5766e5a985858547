"""The script for SLURM, where ``srun`` starts both machines' processes here, and two machines in network namespaces."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gan.train import events
from gan.train.requests import Action
from gan.train.run import Run, RunState
from tests.gan.train.ranks import ROOT, free_port
from tests.timing import wait_until

TINY = ("--data", "sprites", "--limit", "64", "--image-size", "16", "--ngf", "4", "--ndf", "4", "--z-dim", "4",
        "--batch-size", "8", "--threads", "1", "--device", "cpu", "--precision", "fp32", "--seed", "1")  # fmt: skip
MINDER = (sys.executable, "-m", "torch.distributed.run")

SRUN = """#!PYTHON
import os, signal, subprocess, sys

words = sys.argv[1:]
while words[0].startswith("-"):
    del words[0]
tasks = [
    subprocess.Popen(words, env=os.environ | {"SLURM_PROCID": str(number), "SLURM_NODEID": str(number)})
    for number in range(int(os.environ["SLURM_NNODES"]))
]
for number in (signal.SIGUSR1, signal.SIGTERM):
    signal.signal(number, lambda number, _: [task.send_signal(number) for task in tasks])
sys.exit(max(abs(task.wait()) for task in tasks))
"""

SCONTROL = """#!/bin/sh
case "$1 $2" in
    "show hostnames") echo localhost; echo localhost ;;
    *) echo "$@" >> "$ASKED" ;;
esac
"""


@pytest.fixture
def cluster(tmp_path: Path) -> dict[str, str]:
    """The environment of a job on two machines, with its own ``srun`` and ``scontrol``."""
    for name, text in (("srun", SRUN.replace("PYTHON", sys.executable)), ("scontrol", SCONTROL)):
        command = tmp_path / "bin" / name
        command.parent.mkdir(exist_ok=True)
        command.write_text(text)
        command.chmod(0o755)
    slurm = {"SLURM_JOB_ID": str(free_port()), "SLURM_NNODES": "2", "SLURM_JOB_NODELIST": "node[1-2]"}
    paths = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "ASKED": str(tmp_path / "asked.txt")}
    return os.environ | slurm | paths | {"PYTHON": sys.executable}


def submitted(environment: dict[str, str], folder: Path, steps: int) -> "subprocess.Popen[str]":
    script = ROOT / "resources" / "cluster" / "train.sbatch"
    words = ["bash", str(script), "--folder", str(folder), *TINY, "--steps", str(steps)]
    return subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a script for bash")
def test_a_job_that_is_cut_is_queued_again_and_ends(cluster: dict[str, str], tmp_path: Path) -> None:
    asked, folder = Path(cluster["ASKED"]), tmp_path / "run"
    job = submitted(cluster, folder, 1_000_000)
    wait_until(lambda: has_said(folder, events.StepLogged), "the first step", 120)
    job.send_signal(signal.SIGUSR1)
    out, err = job.communicate(timeout=120)
    assert asked.read_text().split() == ["requeue", cluster["SLURM_JOB_ID"]], (out, err)
    run = Run.open(folder)
    last = run.events()[-1]
    assert isinstance(last, events.Stopped) and last.cut and run.state_path.is_file()

    job = submitted(cluster | {"SLURM_RESTART_COUNT": "1"}, folder, last.step + 3)
    out, err = job.communicate(timeout=120)
    assert job.returncode == 0, (out, err)
    assert run.state() is RunState.FINISHED
    begun = [event for event in run.events() if isinstance(event, events.Started)]
    assert [event.step for event in begun] == [0, last.step]
    assert all("2 processes" in event.device for event in begun)
    assert len(asked.read_text().splitlines()) == 1


@pytest.fixture
def machines() -> Iterator[list[list[str]]]:
    """For each of two machines, joined by a cable, the words that run a command there: 10.77.0.1 and 10.77.0.2."""
    names = [f"latentarium-{os.getpid()}-{number}" for number in (1, 2)]
    cables = [f"lt{os.getpid()}{end}" for end in "ab"]
    steps = [["netns", "add", name] for name in names]
    steps += [["link", "add", cables[0], "type", "veth", "peer", "name", cables[1]]]
    for number, (name, cable) in enumerate(zip(names, cables, strict=True), 1):
        inside = ["netns", "exec", name, "ip"]
        steps += [["link", "set", cable, "netns", name], [*inside, "link", "set", cable, "name", "cable0"]]
        steps += [[*inside, "addr", "add", f"10.77.0.{number}/24", "dev", "cable0"]]
        steps += [[*inside, "link", "set", side, "up"] for side in ("cable0", "lo")]
    try:
        for step in steps:
            try:
                subprocess.run(["ip", *step], check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError):
                pytest.skip("network namespaces cannot be made here")
        yield [["ip", "netns", "exec", name] for name in names]
    finally:
        for name in names:
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="no network namespaces there")
def test_two_machines_train_one_run(machines: list[list[str]], tmp_path: Path) -> None:
    folder = tmp_path / "run"
    nodes = [
        subprocess.Popen(
            [*inside, *MINDER, "--nnodes", "2", "--node-rank", str(rank), "--nproc-per-node", "1", "--master-addr",
             "10.77.0.1", "--master-port", "29500", "-m", "gan", "train", "--folder", str(folder), *TINY,
             "--steps", "1000000"],
            cwd=ROOT,
            env=os.environ | {"GLOO_SOCKET_IFNAME": "cable0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank, inside in enumerate(machines)
    ]  # fmt: skip
    wait_until(lambda: has_said(folder, events.StepLogged), "the first step", 120)
    run = Run.open(folder)
    run.request(Action.STOP)
    for node in nodes:
        out, err = node.communicate(timeout=120)
        assert node.returncode == 0, (out, err)
    assert run.state() is RunState.STOPPED
    assert any("2 processes" in event.device for event in run.events() if isinstance(event, events.Started))


def has_said(folder: Path, kind: type[events.TrainEvent]) -> bool:
    return (folder / "events.jsonl").is_file() and any(isinstance(event, kind) for event in Run.open(folder).events())
