"""What the window's command line accepts."""

from pathlib import Path

import pytest

from app.arguments import Arguments, Page, parse
from app.languages import Language


def test_nothing_is_needed() -> None:
    assert parse([]) == Arguments()


def test_everything() -> None:
    words = [
        "runs/a",
        "--page",
        "layers",
        "--screenshot",
        "a.PNG",
        "--theme",
        "dark",
        "--size",
        "1920X1080",
        "--device",
        "cpu",
    ]
    assert parse(words) == Arguments("runs/a", Page.LAYERS, Path("a.PNG"), "dark", (1920, 1080), "cpu")


@pytest.mark.parametrize("name", ["zh", "zh_CN", "zh-cn", "zh-Hans"])
def test_a_language_needs_no_country(name: str) -> None:
    assert parse(["--language", name]).language is Language.CHINESE


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("--page nowhere", "invalid"),
        ("--screenshot a.jpg", "'a.jpg' should end in .png"),
        ("--size large", "'large' is not a size such as 1280x800"),
        ("--size 10x10", "outside 400x300 to 8000x8000"),
        ("--size 1x2x3", "is not a size"),
        ("--theme blue", "invalid choice"),
        ("--language Klingon", "'Klingon' is none of the languages en, zh_CN"),
        ("a b", "unrecognized arguments"),
    ],
)
def test_a_wrong_one_is_explained_in_one_line(words: str, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words.split())
    error = capsys.readouterr().err
    assert ended.value.code == 2
    assert error.count("\n") == 1 and error.startswith("python main.py: ") and reason in error
