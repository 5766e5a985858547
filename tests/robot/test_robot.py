"""Short walks through the whole window: nothing goes wrong. ``make soak`` takes long ones."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ACTIONS = 30


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_walk(seed: int) -> None:
    words = ["-X", "faulthandler", "-m", "tests.robot", "--seed", str(seed), "--actions", str(ACTIONS)]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, f"{done.stdout[-6000:]}\n{done.stderr[-6000:]}"
    assert "0 faults" in done.stdout.splitlines()[-1]
