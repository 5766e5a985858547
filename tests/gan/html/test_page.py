"""The file: what is in it, how its numbers are chosen, and what is refused."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan.errors import UsageError
from gan.explore.directions import Directions, save_directions
from gan.explore.latent import sample_z
from gan.html import writing
from gan.html.describing import PageError, layer_values
from gan.html.page import Page
from gan.html.writing import save_page
from gan.model.checkpoint import save_generator
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from gan.model.part_specs import Custom
from gan.model.registered import Registered
from gan.request import BatchStatistics, RenderRequest
from tests.gan.html.scripts import page_parts
from tests.gan.tiny import fail, succeed

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def page(tiny_model: Path) -> Page:
    return Page(RenderRequest(tiny_model, sample_z(1, 8, 5)), "tiny", seed=5)


def test_it_needs_nothing_else(page: Page, tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    save_page(out, page)
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>") and "default-src 'none'" in text
    assert not re.search(r"\b(src|href)=|url\(|@import|https?://|fetch\(|XMLHttp", text)
    assert len(text) < writing.MOST_BYTES


def test_the_same_page_has_the_same_bytes(page: Page, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        save_page(tmp_path / name, page)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_names_are_never_html(page: Page, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><!-- $weights & \u2028"
    save_page(tmp_path / "a.html", replace(page, name=evil, title=evil))
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "alert(1)</script>" not in text
    assert page_parts(tmp_path / "a.html")[0]["title"] == evil


def test_the_shortest_numbers_with_the_same_pictures(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "floating point" in save_page(tmp_path / "a.html", page)
    monkeypatch.setattr(writing, "ALIKE", 256)
    assert "whole numbers of 8 bits" in save_page(tmp_path / "b.html", page)
    facts = dict(page_parts(tmp_path / "b.html")[0]["facts"])
    assert "whole numbers of 8 bits" in facts["Weights"] and "steps of brightness" in facts["Exactness"]
    assert (tmp_path / "b.html").stat().st_size < (tmp_path / "a.html").stat().st_size


def test_shorter_numbers_where_the_file_would_be_too_large(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.html"
    save_page(out, page)
    monkeypatch.setattr(writing, "MOST_BYTES", out.stat().st_size - 1)
    assert "whole numbers of 8 bits" in save_page(out, page)
    monkeypatch.setattr(writing, "MOST_BYTES", out.stat().st_size - 1)
    with pytest.raises(PageError, match=r"would have .* MB"):
        save_page(tmp_path / "b.html", page)
    assert not (tmp_path / "b.html").exists()


def test_too_large_a_generator_is_refused_with_advice(tmp_path: Path, capsys: Capture) -> None:
    config = ModelConfig(64, 3, ngf=96)
    path = tmp_path / "large.safetensors"
    save_generator(path, Generator(config).state_dict(), config, {}, half=True)
    status, line = fail(capsys, tmp_path, "export", path, "--out", tmp_path / "a.html")
    assert status == 1 and "MB" in line and "--ngf" in line
    assert not (tmp_path / "a.html").exists()


def test_layers_that_only_code_knows_are_refused() -> None:
    layer = Custom("attention", "Attention", (8, 1, 1), (1, 16, 16))
    config = Registered("mine", 8, 16, 1, layers=(layer,))
    with pytest.raises(PageError, match="its own Python code"):
        layer_values(config)


def test_statistics_of_a_batch_are_refused(page: Page, tmp_path: Path) -> None:
    batch = replace(page.request, batch=BatchStatistics(4))
    with pytest.raises(UsageError, match="running statistics"):
        save_page(tmp_path / "a.html", replace(page, request=batch))


def test_the_command(tiny_model: Path, tmp_path: Path, capsys: Capture) -> None:
    out, found = tmp_path / "a.html", tmp_path / "d.npz"
    vectors = np.eye(8, dtype=np.float32)[:2]
    save_directions(found, Directions("own", vectors, np.zeros(2, np.float32), ("wider", "bolder")))
    words = "--title", "For my class", "--seed", 3, "--edit", "block1:0=0", "--directions", found
    printed = succeed(capsys, "export", tiny_model, "--out", out, *words)
    assert printed.startswith(f"wrote {out}: tiny, 0.") and "steps of brightness" in printed
    model, _ = page_parts(out)
    assert (model["title"], model["seed"]) == ("For my class", 3)
    assert np.array_equal(np.float32(model["z"]), sample_z(1, 8, 3)[0])
    assert [each["name"] for each in model["directions"]] == ["wider", "bolder"]
    assert dict(model["facts"])["Changes"] == "block1:0=0"


@pytest.mark.parametrize("words", [["--title", "A"], ["--seed", "1"], ["--edit", "block1:0=0"], ["--batch-norm", "4"]])
def test_only_pages_have_a_place_for_that(words: list[str], tiny_model: Path, tmp_path: Path, capsys: Capture) -> None:
    status, line = fail(capsys, tmp_path, "export", tiny_model, "--out", tmp_path / "a.onnx", *words)
    assert status == 2 and f"{words[0]} is for pages" in line


def test_directions_of_another_latent_space_are_refused(page: Page, tmp_path: Path) -> None:
    other = Directions("own", np.eye(3, dtype=np.float32), np.zeros(3, np.float32), ("a", "b", "c"))
    with pytest.raises(UsageError, match="z of 3"):
        save_page(tmp_path / "a.html", replace(page, directions=other))
