"""Kills the window at random moments: ``python -m tests.end_to_end.killing 20``.

Each round starts the real window on Qt's offscreen platform, has a script do random things in it, kills it, starts it
again, has it restore what it offers, and compares the picture and every part with what was in the file: the picture is
rendered once more from the file, by this process. The rounds share one home, so each goes on with the last one's work.
"""

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
FIRST_KILL, LAST_KILL = 1.5, 4.0
"""Seconds from the first thing that is done to the kill; at least one writing lies before."""
STEP_MS = 40
PATIENCE = 120.0


@dataclass(frozen=True)
class Outcome:
    """One round: whether the work was offered, and whether what came back is what was in the file."""

    after: float
    offered: bool
    same_picture: bool
    same_parts: bool
    favourites: int
    age: float
    """Seconds from the file to the kill: what can be lost at most."""

    @property
    def good(self) -> bool:
        """Nothing that was in the file is lost."""
        return self.offered and self.same_picture and self.same_parts


def main(rounds: int) -> int:
    """Play ``rounds``; prints a line for each, and returns 0 if nothing was lost in any."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["LATENTARIUM_HOME"] = home
        outcomes = [play(random.Random(number), number) for number in range(rounds)]
    for number, outcome in enumerate(outcomes, 1):
        print(f"{number:3}  {outcome}")
    good = sum(outcome.good for outcome in outcomes)
    print(f"{good} of {rounds} kills: offered, and the same picture and parts after restoring")
    return 0 if good == rounds else 1


def play(chance: random.Random, seed: int) -> Outcome:
    """One round in the home that ``LATENTARIUM_HOME`` names."""
    after = chance.uniform(FIRST_KILL, LAST_KILL)
    window = _start("worked", str(seed))
    try:
        assert window.stdout is not None and window.stdout.readline() == "working\n"
        time.sleep(after)
    finally:
        window.kill()
        window.communicate()
    killed_at = time.time()
    left = _left()
    restored = _start("restored")
    told, _ = restored.communicate(timeout=PATIENCE)
    came_back: dict[str, Any] = json.loads(told) if told else {"offered": False}
    offered = left is not None and came_back["offered"]
    if not offered or left is None:
        print(*(f"{log.name}: {log.read_text()[-1000:]}" for log in Path(os.environ["LATENTARIUM_HOME"]).glob("*.txt")))
        return Outcome(round(after, 2), False, False, False, 0, 0.0)
    values, written_at = left
    return Outcome(
        round(after, 2),
        offered,
        came_back["picture"] == picture_of(values),
        all(came_back["parts"][name] == values[name] for name in came_back["parts"]),
        len(values["favourites"]),
        round(killed_at - written_at, 2),
    )


def picture_of(values: dict[str, Any]) -> str:
    """The digest of the picture that belongs to a session file's ``values``, made without any window."""
    from gan.layers.edits import parse_edit
    from gan.render import Renderer
    from gan.request import BatchStatistics, RenderRequest

    edits = tuple(map(parse_edit, values["edits"]))
    batch = None if values["batch"] is None else BatchStatistics(values["batch"])
    z = np.array(values["z"], np.float32)[None]
    request = RenderRequest(Path(values["model"]["path"]), z, edits=edits, batch=batch)
    return hashlib.sha256(Renderer("cpu").render(request).images[0].tobytes()).hexdigest()


def _left() -> tuple[dict[str, Any], float] | None:
    """What the window that was killed has left, and when it wrote that."""
    folder = Path(os.environ["LATENTARIUM_HOME"]) / "state" / "work"
    left = [path for path in folder.glob("work-*.json") if path.with_suffix(".lock").exists()]
    return (json.loads(left[0].read_text("utf-8")), left[0].stat().st_mtime) if left else None


def _start(role: str, *words: str) -> "subprocess.Popen[str]":
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.end_to_end.killing", role, *words]
    with (Path(os.environ["LATENTARIUM_HOME"]) / f"{role}.txt").open("w") as errors:
        return subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=errors, text=True)


def _worked(seed: int) -> int:
    """Is the window that will be killed: does something every ``STEP_MS``, chosen at random."""
    from PySide6.QtCore import QTimer

    from tests.end_to_end.random_person import RandomPerson

    application, window = _open_window()
    person = RandomPerson(window, seed)
    timer = QTimer(interval=STEP_MS)
    timer.timeout.connect(person.act)
    timer.start()
    QTimer.singleShot(0, lambda: print("working", flush=True))
    return int(application.exec())


def _restored() -> int:
    """Is the next window: restores what is offered, and prints what it shows then."""
    from PySide6.QtCore import QTimer

    application, window = _open_window()
    told: dict[str, Any] = {"offered": not window.work_banner.isHidden()}

    def take(result: Any) -> None:
        if np.array_equal(result.request.z[0], window.session.z) and "picture" not in told:
            told["picture"] = hashlib.sha256(result.images[0].tobytes()).hexdigest()
            told["parts"] = window.workspace.parts.to_json()
            application.exit(0)

    def restore() -> None:
        if not told["offered"]:
            application.exit(0)
            return
        window.work_banner.buttons[0].click()
        window.session.rendered.connect(take)
        window.session.render()

    QTimer.singleShot(0, restore)
    application.exec()
    print(json.dumps(told))
    window.shut_down()
    return 0


def _open_window() -> tuple[Any, Any]:
    from app.application import make_application, make_window
    from app.arguments import Arguments

    application = make_application()
    window = make_window(Arguments(device="cpu"), remember=True)
    window.show()
    window.open_first(None)
    return application, window


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["worked", number]:
            sys.exit(_worked(int(number)))
        case ["restored"]:
            sys.exit(_restored())
        case words:
            sys.exit(main(int(words[0]) if words else 20))
