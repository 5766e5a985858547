"""The program as people start it: its window in a process of its own, and a real run from its buttons."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.explore.latent.latent_panel import LatentPanel
from app.explore.picture.picture_panel import PicturePanel
from app.explore.timeline.timeline_panel import TimelinePanel
from app.runs.phase import Phase
from app.runs.run_controller import RunController
from app.session.render_service import RenderService
from app.toolkit.workspace import Workspace
from app.train.steer.steer_panel import SteerPanel
from app.train.training.training_panel import TrainingPanel
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from gan.places import runs_folder
from gan.train import events
from gan.train.requests import Action
from gan.train.run import Run, RunState
from tests.app.trainers import watched_trainers

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_TORCH = """
import sys
from app.application import make_application, make_window
from app.arguments import Arguments
application = make_application()
window = make_window(Arguments(), remember=False)
window.show()
application.processEvents()
print([name for name in ("torch", "torchvision", "pyqtgraph") if name in sys.modules], window.isVisible())
window.shut_down()
"""


def start(*words: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    """``python main.py WORDS`` on Qt's offscreen platform, unless ``environment`` says otherwise."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment
    command = [sys.executable, "main.py", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=120)


ZERO_IN_VIRIDIS = (68, 1, 84)


def test_screenshots_of_pages(tmp_path: Path) -> None:
    pictures = []
    for page in (Page.LAYERS, Page.TRAIN):
        path = tmp_path / "new" / f"{page}.png"
        done = start("--screenshot", path, "--page", page, "--theme", "dark")
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        with Image.open(path) as image:
            assert image.size == (1280, 800)
            pictures.append(np.asarray(image.convert("RGB")))
    assert all(len(np.unique(picture)) > 50 for picture in pictures)
    assert not np.array_equal(pictures[0], pictures[1])
    assert np.all(pictures[0] == ZERO_IN_VIRIDIS, axis=-1).sum() > 1000, "channels come after the first picture"


def test_a_screenshot_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = start("--screenshot", tmp_path / "file" / "a.png")
    assert done.returncode == 1
    said = [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")]
    assert len(said) == 1 and "cannot write" in said[0]


@pytest.mark.parametrize("part", ['"path": ' + "[" * 200_000, '"batch": Infinity}'], ids=["levels", "infinity"])
def test_a_hostile_session_is_told_in_a_window_that_stays(tmp_path: Path, part: str) -> None:
    session = tmp_path / "s.json"
    session.write_text('{"format": "latentarium-session-1", ' + part)
    done = start(session, "--screenshot", tmp_path / "a.png", LATENTARIUM_HOME=str(tmp_path / "home"))
    assert done.returncode == 0 and (tmp_path / "a.png").is_file(), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a display elsewhere")
@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_display_it_says_so_and_does_not_crash(display: str) -> None:
    done = start(QT_QPA_PLATFORM="", DISPLAY=display, WAYLAND_DISPLAY="")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "display" in done.stderr and "xvfb-run" in done.stderr and "python -m gan" in done.stderr


def test_the_window_is_there_before_torch_is_imported() -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WITHOUT_TORCH]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "[] True\n"


class TestTraining:
    """Start, Pause, Resume, Stop on a real run, by mouse; then the sliders move what was trained."""

    @pytest.fixture
    def window(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
        with watched_trainers(monkeypatch, pretend=False):
            workspace = Workspace(RenderService("cpu"), RunController())
            window = MainWindow(workspace, ROOMS, Preferences(), page=Page.TRAIN)
            qtbot.addWidget(window)
            window.show()
            window.open_first(None)
            yield window
            window.shut_down()

    @staticmethod
    def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
        button = window.findChild(QPushButton, name)
        assert button is not None and button.isEnabled(), name
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @staticmethod
    def wait_for(window: MainWindow, qtbot: QtBot, phase: Phase) -> None:
        qtbot.waitUntil(lambda: window.workspace.runs.controller.phase is phase, timeout=60_000)

    def test_from_start_to_the_sliders(self, window: MainWindow, qtbot: QtBot) -> None:
        form = window.panel("training", TrainingPanel).form
        form.set_config(small_run())
        self.press(window, qtbot, "start")
        self.wait_for(window, qtbot, Phase.TRAINING)
        run = window.workspace.runs.controller.run
        assert run is not None and run.folder.parent == runs_folder()
        seen = steps_logged(run)
        qtbot.waitUntil(lambda: steps_logged(run) > seen and len(run.snapshots()) > 0, timeout=60_000)

        self.press(window, qtbot, "pause")
        self.wait_for(window, qtbot, Phase.PAUSED)
        held = steps_logged(run)
        asked = run.request(Action.SNAPSHOT)
        qtbot.waitUntil(lambda: is_answered(run, asked), timeout=60_000)
        assert steps_logged(run) == held
        self.press(window, qtbot, "pause")
        self.wait_for(window, qtbot, Phase.TRAINING)
        qtbot.waitUntil(lambda: steps_logged(run) > held, timeout=60_000)

        self.press(window, qtbot, "stop")
        self.wait_for(window, qtbot, Phase.STOPPED)
        assert run.state() is RunState.STOPPED and run.state_path.is_file()
        newest = run.snapshots()[-1].path
        model = window.session.model
        assert model is not None and model.source.path == newest

        window.show_page(Page.EXPLORE)
        before = window.panel("picture", PicturePanel).view.image.copy()
        table = window.panel("latent", LatentPanel).table
        qtbot.waitUntil(table.isVisible)
        cell = table.visualRect(table.model().index(0, 1))
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center() / 2 + cell.topRight() / 2)
        qtbot.waitUntil(lambda: window.panel("picture", PicturePanel).view.image != before, timeout=20_000)

    def test_a_run_is_steered_step_by_step_and_branched(self, window: MainWindow, qtbot: QtBot) -> None:
        window.panel("training", TrainingPanel).form.set_config(replace(small_run(), state_seconds=0.5))
        self.press(window, qtbot, "start")
        self.wait_for(window, qtbot, Phase.TRAINING)
        run = window.workspace.runs.controller.run
        steer = window.panel("steer", SteerPanel)
        assert run is not None
        qtbot.waitUntil(lambda: len(run.states()) > 0 and len(run.snapshots()) > 1, timeout=60_000)

        steer.rates["lr_d"].set_value(0.0001)
        steer.rates_button.click()
        for button, words in ((steer.step_d_button, "D learned"), (steer.step_g_button, "G learned")):
            button.click()
            qtbot.waitUntil(partial(says, steer, words), timeout=60_000)
        taken = [event.network for event in run.events() if isinstance(event, events.StepTaken)]
        assert taken == ["d", "g"] and window.workspace.runs.controller.phase is Phase.PAUSED
        rates = [event.lr_d for event in run.events() if isinstance(event, events.LearningRatesChanged)]
        assert rates == [0.0001]

        self.press(window, qtbot, "stop")
        self.wait_for(window, qtbot, Phase.STOPPED)
        window.show_page(Page.EXPLORE)
        window.workspace.runs.timeline.move_to(0)
        window.show_panel("timeline")
        branch_button = window.panel("timeline", TimelinePanel).branch_button
        qtbot.waitUntil(branch_button.isVisible)
        qtbot.mouseClick(branch_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.workspace.runs.controller.run is not run, timeout=60_000)
        self.wait_for(window, qtbot, Phase.TRAINING)
        branch = window.workspace.runs.controller.run
        assert branch is not None and branch.config.parent is not None
        assert Path(branch.config.parent.run) == run.folder
        window.workspace.runs.controller.stop()
        self.wait_for(window, qtbot, Phase.STOPPED)


def says(steer: SteerPanel, words: str) -> bool:
    """Whether the panel tells of a step in such words."""
    return words in steer.words.text()


def small_run():  # type: ignore[no-untyped-def]
    from gan.model.config import ModelConfig
    from gan.train.config import TrainConfig

    return TrainConfig(
        data="sprites", limit=256, batch_size=8, epochs=None, minutes=5, snapshot_seconds=0.5, sample_seconds=0.5,
        threads=1, model=ModelConfig(32, 3, z_dim=8, ngf=8, ndf=8),
    )  # fmt: skip


def is_answered(run: Run, request: int) -> bool:
    """Whether the trainer has done what was asked."""
    return any(isinstance(event, events.SnapshotSaved) and event.request == request for event in run.events())


def steps_logged(run: Run) -> int:
    """How often the trainer has told of its steps."""
    text = run.events_path.read_text("utf-8")
    return sum(json.loads(line)["event"] == "StepLogged" for line in text.splitlines(keepends=True) if line[-1] == "\n")
