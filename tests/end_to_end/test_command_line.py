"""The command line as people call it: real processes, a real run, and every command on what it left."""

import json
import os
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ("--data", "sprites", "--limit", 64, "--image-size", 32, "--ngf", 8, "--ndf", 8,
            "--batch-size", 16, "--threads", 1, "--seed", 3)  # fmt: skip


class Shell:
    """Calls ``python -m gan`` with all of its own files below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = os.environ | {"LATENTARIUM_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}

    def call(self, *words: object) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "gan", *map(str, words)]
        return subprocess.run(
            command, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False
        )

    def succeed(self, *words: object) -> str:
        """Standard output of a call that succeeds without a complaint."""
        done = self.call(*words)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def refused(self, *words: object) -> str:
        """The one line of a call that ends with status 2."""
        done = self.call(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        return done.stderr


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    return Shell(tmp_path_factory.mktemp("command-line"))


@pytest.fixture(scope="module")
def run(shell: Shell) -> Path:
    """A run of 6 steps."""
    text = shell.succeed("train", "--run", "run", *SETTINGS, "--steps", 6)
    assert "64 pictures, 4 steps an epoch" in text and "finished at step 6" in text
    return shell.folder / "run"


def test_generate(shell: Shell, run: Path) -> None:
    for out in ("a.npy", "b.npy", "grid.png"):
        shell.succeed("generate", "run", "--count", 9, "--seed", 4, "--out", out)
    images = np.load(shell.folder / "a.npy")
    assert images.shape == (9, 32, 32, 3) and images.dtype == np.uint8
    assert (shell.folder / "a.npy").read_bytes() == (shell.folder / "b.npy").read_bytes()
    sheet = np.asarray(Image.open(shell.folder / "grid.png"))
    assert np.array_equal(sheet[34:66, 34:66], images[4])


def test_interpolate(shell: Shell, run: Path) -> None:
    for out in ("film.mp4", "film.gif", "strip.png"):
        shell.succeed("interpolate", "run", "--seeds", "1,2,3", "--frames", 5, "--out", out)
    with av.open(str(shell.folder / "film.mp4")) as container:
        assert sum(1 for _ in container.decode(video=0)) == 5
    with Image.open(shell.folder / "film.gif") as film:
        assert sum(1 for _ in ImageSequence.Iterator(film)) == 5
    assert Image.open(shell.folder / "strip.png").size == (5 * 32 + 4 * 2, 32)


def test_layers(shell: Shell, run: Path) -> None:
    shell.succeed("layers", "run", "--seed", 1, "--out", "layers", "--upsample", "nearest")
    index = json.loads((shell.folder / "layers" / "layers.json").read_text())
    assert len(index["layers"]) == 11
    assert all((shell.folder / "layers" / entry["file"]).is_file() for entry in index["layers"])


def test_info(shell: Shell, run: Path) -> None:
    assert "finished, 6 steps" in shell.succeed("info", "run")
    facts = json.loads(shell.succeed("info", "run", "--json"))
    assert facts["run"]["snapshots"] == 1 and facts["provenance"]["data"] == "sprites"


def test_data(shell: Shell) -> None:
    facts = json.loads(shell.succeed("data", "sprites", "--image-size", 16, "--json", "--out", "sprites.png"))
    assert facts["pictures"] == 20_000
    assert Image.open(shell.folder / "sprites.png").size == (8 * 18 - 2, 8 * 18 - 2)


def test_learning_from_a_folder_of_pictures(shell: Shell) -> None:
    pictures = shell.folder / "pictures"
    pictures.mkdir()
    for index in range(6):
        Image.new("RGB", (40, 30), (index * 40, 100, 50)).save(pictures / f"{index}.png")
    (pictures / "broken.png").write_bytes(b"no picture")
    options = ["--image-size", "16", "--ngf", "4", "--ndf", "4", "--batch-size", "2", "--threads", "1", "--steps", "2"]
    text = shell.succeed("train", "--run", "own", "--data", "pictures", *options)
    assert "6 pictures, 1 unreadable left out" in text
    shell.succeed("bundle", "own", "--out", "own-copy")
    for path in (shell.folder / "own-copy").rglob("*"):
        assert path.is_dir() or str(shell.folder).encode() not in path.read_bytes()


def test_a_folder_that_holds_another_run_is_left_alone(shell: Shell, run: Path) -> None:
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}
    assert "--resume" in shell.refused("train", "--run", "run", *SETTINGS, "--steps", 1)
    assert before == {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}


def test_bundle_then_resume(shell: Shell, run: Path) -> None:
    shell.succeed("bundle", "run", "--out", "copy")
    assert "finished, 6 steps" in shell.succeed("info", "copy")
    assert "no saved state" in shell.refused("train", "--run", "copy", "--resume")
    assert "finished at step 9" in shell.succeed("train", "--run", "run", "--resume", "--steps", 9, "--threads", 1)
    facts = json.loads(shell.succeed("info", "run", "--json"))
    assert (facts["run"]["steps"], facts["run"]["snapshots"]) == (9, 2)
    shell.succeed("bundle", "run", "--out", "newest", "--history", 1)
    assert (shell.folder / "newest/snapshots/step-0000009.safetensors").is_file()
    for out, model in (("run.npy", "run"), ("newest.npy", "newest")):
        shell.succeed("generate", model, "--count", 2, "--out", out)
    assert (shell.folder / "run.npy").read_bytes() == (shell.folder / "newest.npy").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "paint",
        "generate",
        "generate nowhere --out a.png",
        "train --run x --steps 0",
        "train --run x --data nothing",
        "train --run x --resume",
    ],
)
def test_wrong_arguments_are_refused_in_one_line(shell: Shell, words: str) -> None:
    before = sorted(shell.folder.iterdir())
    assert "Traceback" not in shell.refused(*words.split())
    assert sorted(shell.folder.iterdir()) == before


def test_a_reader_that_leaves_early_is_no_error_message(shell: Shell, run: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "gan", "info", str(run)]
    with os.fdopen(writer, "w") as broken:
        done = subprocess.run(command, cwd=ROOT, stdout=broken, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
