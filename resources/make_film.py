"""Films the window for the README: ``make film``. Sliders move, layers change with them, then a generator learns.

Every frame is the window as it has painted itself; only waiting is cut out. Frames go by what has been drawn and
learned, never by the clock, so a slow computer makes the same film.
"""

import argparse
import math
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer, SignalInstance  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QPushButton  # noqa: E402

from app.application import make_application, make_window  # noqa: E402
from app.arguments import Arguments, Page  # noqa: E402
from app.train.training.training_panel import TrainingPanel  # noqa: E402
from app.window.main_window import MainWindow  # noqa: E402
from gan.model.config import ModelConfig  # noqa: E402
from gan.train.config import TrainConfig  # noqa: E402
from gan.train.events import StepLogged, TrainEvent  # noqa: E402

OUT = ROOT / "resources" / "screenshots" / "film.webp"
SIZE, WIDTH = (1280, 800), 960
FPS = 10
EXPLORING, LOOKING, LEARNING = 35, 25, 40
"""Frames of each scene."""
STEPS_A_FRAME = 10
PATIENCE_MS = 120_000
DIMENSIONS = (0, 1, 4, 5, 6, 9, 10)
"""Sliders that move."""
CONFIG = TrainConfig(
    data="fashion-mnist-excerpt", epochs=None, steps=STEPS_A_FRAME * LEARNING, batch_size=32, sample_seconds=0.5,
    snapshot_seconds=1, model=ModelConfig(28, 1, z_dim=64, ngf=32, ndf=32),
)  # fmt: skip


def main() -> int:
    """Write the film; returns the exit status."""
    parser = argparse.ArgumentParser(description="Film the window for the README.")
    parser.add_argument("--out", type=Path, default=OUT, help="a .webp file")
    out = parser.parse_args().out
    with TemporaryDirectory(prefix="latentarium-", ignore_cleanup_errors=True) as home:
        os.environ["LATENTARIUM_HOME"] = home
        make_application()
        window = make_window(Arguments(page=Page.EXPLORE, theme="dark", size=SIZE, device="cpu"), remember=False)
        window.show()
        frames = list(scenes(window))
        window.shut_down()
    save(out, frames)
    print(f"{out}: {len(frames) / FPS:g} s, {out.stat().st_size / 1e6:.1f} MB")
    return 0


def scenes(window: MainWindow) -> Iterator[Image.Image]:
    """All frames in their order."""
    window.open_first("sprites")
    wait_for(window.session.picture_shown)
    yield from moving(window, EXPLORING)
    window.show_page(Page.LAYERS)
    settle(1000)
    yield from moving(window, LOOKING)
    yield from learning(window)


def moving(window: MainWindow, count: int) -> Iterator[Image.Image]:
    """The sliders swing once about where they are."""
    start = window.session.z
    for number in range(1, count + 1):
        z = start.copy()
        for place, dimension in enumerate(DIMENSIONS):
            z[dimension] += 1.6 * math.sin(2 * math.pi * number / count + place) - 1.6 * math.sin(place)
        window.session.set_z(z)
        wait_for(window.session.picture_shown)
        settle(60)
        yield seen(window)


def learning(window: MainWindow) -> Iterator[Image.Image]:
    """A run from its start to its end."""
    window.show_page(Page.TRAIN)
    window.panel("training", TrainingPanel).form.set_config(CONFIG)
    controller, steps = window.workspace.runs.controller, [0]

    def take(events: list[TrainEvent]) -> None:
        steps.extend(event.step for event in events if isinstance(event, StepLogged))

    controller.arrived.connect(take)
    window.findChild(QPushButton, "start").click()
    shown = 0
    while controller.is_busy:
        settle(100)
        while shown < steps[-1] // STEPS_A_FRAME:
            shown += 1
            yield seen(window)


def wait_for(signal: SignalInstance) -> None:
    """Let the window work until ``signal`` comes, or patience ends."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def settle(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen(window: MainWindow) -> Image.Image:
    """The window as it is, at the size of the film."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(picture.constBits())
    image = Image.frombytes("RGB", (picture.width(), picture.height()), data, "raw", "RGB", picture.bytesPerLine())
    return image.resize((WIDTH, WIDTH * SIZE[1] // SIZE[0]), Image.Resampling.LANCZOS)


def save(path: Path, frames: list[Image.Image]) -> None:
    """An endless film; what does not change between two frames takes no space."""
    first, *others = frames
    first.save(path, save_all=True, append_images=others, duration=1000 // FPS, loop=0, quality=75, method=4)


if __name__ == "__main__":
    sys.exit(main())
