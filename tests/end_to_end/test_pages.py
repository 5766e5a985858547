"""Exported pages in real browsers: they open without errors, draw what the program draws, and answer to keys."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from gan.explore.latent import sample_z
from gan.html.page import Page
from gan.html.writing import save_page
from gan.model.checkpoint import read_checkpoint
from gan.render import Renderer
from gan.request import RenderRequest
from gan.sources import find_model
from tests.browsers import BROWSERS, Browser, started

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=BROWSERS, ids=lambda kind: kind.__name__)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    if request.param.program() is None:
        pytest.skip(f"{request.param.__name__} is not installed")
    with started(request.param) as browser:
        yield browser


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "clothes.html"
    model = find_model("fashion-mnist").path
    z = sample_z(1, read_checkpoint(model).config.z_dim, 0)
    save_page(path, Page(RenderRequest(model, z), "fashion-mnist", seed=0))
    return path


def test_pictures_of_seeds_and_classes(browser: Browser, page: Path) -> None:
    browser.open(page, 1280, 900)
    model = find_model("fashion-mnist").path
    for seed, chosen in ((0, 0), (7, 8)):
        browser.value(f"(explorer.chosenClass = {chosen}, byId('seed').value = {seed}, true)")
        browser.value("(byId('seed').dispatchEvent(new Event('input')), explorer.draw(), true)")
        request = RenderRequest(model, sample_z(1, 100, seed), chosen_class=chosen)
        expected = Renderer("cpu").render(request).images[0]
        drawn = np.array(browser.value("Array.from(network.pixels())")).reshape(28, 28, 4)
        assert np.abs(drawn[..., :1] - expected.astype(int)).max() <= 1
        shown = "Array.from(byId('picture').getContext('2d').getImageData(0, 0, 28, 28).data)"
        assert np.array_equal(browser.value(shown), drawn.ravel())


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_and_all_has_a_name(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width, 800)
    assert browser.value("document.documentElement.scrollWidth <= innerWidth")
    controls = "[...document.querySelectorAll('input, select, button, canvas[role]')]"
    named = "(one) => one.labels?.length || one.textContent.trim() || one.getAttribute('aria-label')"
    assert browser.value(f"{controls}.filter((one) => !({named})(one)).map((one) => one.id)") == []
    assert browser.value(f"{controls}.length") > 20


def test_the_sum_of_every_output_is_the_number_in_the_map(browser: Browser, page: Path) -> None:
    browser.open(page, 1280, 900)
    choices = browser.value("byId('convolution').options.length")
    assert choices == 3 + 4
    for choice in range(choices):
        chosen = f"(byId('convolution').value = {choice}, arithmetic.choose(), byId('sum').textContent)"
        assert browser.value(chosen).endswith("✓")
    assert "5 × 5 → 28 × 28" in browser.value("byId('convolution').textContent")


def test_arrow_keys_choose_an_output(browser: Browser, page: Path) -> None:
    browser.open(page, 1280, 900)
    key = "new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })"
    canvas = "arithmetic.grids.output.canvas"
    assert browser.value(f"{canvas}.tabIndex") == 0
    row, column = browser.value("arithmetic.pixel")
    browser.value(f"({canvas}.dispatchEvent({key}), true)")
    assert browser.value("arithmetic.pixel") == [row, column + 1]
    assert browser.value(f"{canvas}.getAttribute('aria-label')").startswith(f"Output. Output {row}, {column + 1} = ")


def test_each_view_follows_a_slider(browser: Browser, page: Path) -> None:
    browser.open(page, 1280, 2400)
    before = browser.value("[byId('sum').textContent, byId('strips').querySelector('canvas[role]').toDataURL()]")
    moved = "(slider.value = 2.5, slider.dispatchEvent(new Event('input')), explorer.draw(), slider.nextSibling.value)"
    assert browser.value(f"((slider) => {moved})(byId('directions').querySelector('input'))") == "2.50"
    after = browser.value("[byId('sum').textContent, byId('strips').querySelector('canvas[role]').toDataURL()]")
    assert before[0] != after[0] and before[1] != after[1]


def test_what_is_out_of_view_is_worked_out_once_it_is_there(browser: Browser, page: Path) -> None:
    browser.open(page, 1280, 500)
    before = browser.value("byId('sum').textContent")
    browser.value("(byId('seed').value = 3, byId('seed').dispatchEvent(new Event('input')), explorer.draw(), true)")
    assert browser.value("byId('sum').textContent") == before
    browser.value("(byId('arithmetic').scrollIntoView(), dispatchEvent(new Event('scroll')), true)")
    assert browser.value("byId('sum').textContent") != before


@pytest.mark.parametrize("width", [360, 1280])
def test_no_section_lies_over_another(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width, 600)
    areas = "[...document.querySelectorAll('section')].map((one) => one.getBoundingClientRect())"
    for name in ("layers", "arithmetic", "facts"):
        browser.value(f"(byId('{name}').scrollIntoView(), true)")
        found = browser.value(areas)
        for number, a in enumerate(found):
            for b in found[number + 1 :]:
                across = min(a["right"], b["right"]) - max(a["left"], b["left"])
                down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
                assert min(across, down) <= 1, (name, number)
