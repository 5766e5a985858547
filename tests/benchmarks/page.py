"""Exported pages: frames a second while a slider moves, and how far their pictures are from the program's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gan.explore.latent import sample_z
from gan.html.page import Page
from gan.html.writing import save_page
from gan.model.checkpoint import read_checkpoint
from gan.render import Renderer
from gan.request import RenderRequest
from gan.sources import find_model
from tests.benchmarks.machine import percentiles
from tests.browsers import BROWSERS, Browser, started

MODELS = "mnist", "fashion-mnist", "sprites"
SEEDS = 20
SECONDS = 4
_MOVE = """
new Promise((resolve) => {
  const slider = byId("directions").querySelector("input");
  const [began, first, network, whole] = [performance.now(), explorer.frames, [], []];
  const step = (now) => {
    const passed = now - began;
    if (passed > SECONDS * 1000) return resolve({ frames: explorer.frames - first, passed, network, whole });
    slider.value = 2 * Math.sin(now / 300);
    slider.dispatchEvent(new Event("input"));
    network.push(explorer.milliseconds);
    whole.push(explorer.wholeMilliseconds);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})
"""


def lines() -> Iterator[str]:
    """Of each bundled generator in each browser that is installed."""
    with tempfile.TemporaryDirectory() as folder:
        pages = {name: _page(name, Path(folder)) for name in MODELS}
        for kind in BROWSERS:
            if kind.program() is None:
                yield f"{kind.__name__} is not installed"
                continue
            with started(kind) as browser:
                for name, path in pages.items():
                    yield f"{kind.__name__}, {name}: {_measured(browser, name, path)}"


def _page(name: str, folder: Path) -> Path:
    path = folder / f"{name}.html"
    save_page(path, Page(_request(name, 0), name, seed=0))
    return path


def _request(name: str, seed: int) -> RenderRequest:
    model = find_model(name).path
    return RenderRequest(model, sample_z(1, read_checkpoint(model).config.z_dim, seed))


def _measured(browser: Browser, name: str, path: Path) -> str:
    browser.open(path, 1280, 900)
    browser.value(_MOVE.replace("SECONDS", "2"))  # until the scripts are translated
    found = browser.value(_MOVE.replace("SECONDS", str(SECONDS)))
    rate = 1000 * found["frames"] / found["passed"]
    away = max(_away(browser, name, seed) for seed in range(SEEDS))
    size = path.stat().st_size / 1e6
    return (
        f"{rate:.0f} pictures a second; network {_spread(found['network'])}, with all that is in view "
        f"{_spread(found['whole'])}; {size:.1f} MB; {SEEDS} pictures differ by at most {away} of 255"
    )


def _spread(milliseconds: list[float]) -> str:
    """The best is what it takes where nothing else runs."""
    return f"at best {min(milliseconds):.1f} ms, {percentiles(milliseconds)}"


def _away(browser: Browser, name: str, seed: int) -> int:
    expected = Renderer("cpu").render(_request(name, seed)).images[0].astype(int)
    drawn = f"(network.run(samplePoint({seed}, model.z.length, model.distribution), 0), Array.from(network.pixels()))"
    pixels = np.array(browser.value(drawn)).reshape(*expected.shape[:2], 4)[..., : expected.shape[2]]
    return int(np.abs(pixels - expected).max())
