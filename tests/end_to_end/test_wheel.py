"""The wheel: it holds all that the program needs, in one package, and starts from any folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from PIL import Image

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = (
    *("app", "gan"),
    *(f"resources/{name}" for name in ("data", "features", "icons", "models", "translations")),
)
PROGRAM = "import sys, latentarium; sys.exit(latentarium.{}())"

Start = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=240)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages that the wheel is unpacked into."""
    folder = tmp_path_factory.mktemp("site")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def start(site: Path, latentarium_home: Path, tmp_path: Path) -> Start:
    """Starts what a script of the wheel calls, from a folder that has nothing to do with it."""

    def run(function: str, *words: object) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", PROGRAM.format(function), *map(str, words)]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=240)

    return run


def test_everything_is_in_one_package(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]
    assert {name.parts[0].split("-")[0] for name in names} == {"latentarium"}
    shipped = {str(name.relative_to("latentarium")) for name in names if name.parts[0] == "latentarium"}
    wanted = {path.relative_to(ROOT).as_posix() for folder in SHIPPED for path in files(ROOT / folder)}
    assert shipped == wanted | {"__init__.py", "main.py"}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_scripts_are_named(site: Path) -> None:
    (entry_points,) = site.glob("*.dist-info/entry_points.txt")
    assert entry_points.read_text().split() == [
        *("[console_scripts]", "latentarium-gan", "=", "latentarium:command_line"),
        *("[gui_scripts]", "latentarium", "=", "latentarium:window"),
    ]


def test_the_command_line_trains_by_a_bundled_set(start: Start, tmp_path: Path) -> None:
    tiny = ("--image-size", 16, "--ngf", 4, "--ndf", 4, "--batch-size", 4, "--limit", 64, "--steps", 2)
    done = start("command_line", "train", "--data", "fashion-mnist-excerpt", "--run", tmp_path / "run", *tiny)
    assert done.returncode == 0 and "finished at step 2" in done.stdout, done.stderr


def test_it_calls_itself_by_the_names_of_its_scripts(start: Start) -> None:
    done = start("command_line", "info", "no such model")
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.startswith("latentarium-gan: ")


def test_files_of_strangers_are_read_by_a_process_that_knows_this_program_alone(start: Start, tmp_path: Path) -> None:
    from tests.app.window.imports.strangers import save_stranger

    done = start("command_line", "info", save_stranger(tmp_path / "netG.pth"))
    assert done.returncode == 0 and "16" in done.stdout, done.stderr


def test_the_window_opens_and_leaves_the_installation_as_it_is(start: Start, site: Path, tmp_path: Path) -> None:
    before = files_and_times(site)
    done = start("window", "--screenshot", tmp_path / "a.png")
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (1280, 800)
    assert files_and_times(site) == before


def files_and_times(site: Path) -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in files(site)}
