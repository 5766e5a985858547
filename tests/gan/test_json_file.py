"""The one reader of JSON: limits, types, and one bad item beside good ones."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gan.json_file import DEEPEST, LARGEST_FILE, JsonError, parse_json, read_items, read_json, shaped


@dataclass(frozen=True)
class Kept:
    name: str
    z: list[float]
    note: str | None = None


def test_plain_values_become_what_is_wanted() -> None:
    assert parse_json('{"name": "a", "z": [1, 2.5], "of a later version": {}}', Kept) == Kept("a", [1.0, 2.5])
    assert shaped({"a": {"b": [None, True]}}, dict[str, Any]) == {"a": {"b": [None, True]}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"name": "a"}',
        '{"name": "a", "z": [true]}',
        '{"name": "a", "z": ["1"]}',
        '{"name": "a", "z": [NaN]}',
        '{"name": "a", "z": [1e999]}',
        '{"name": "a", "z": [-Infinity]}',
        '{"name": "a", "z": [18446744073709551616]}',
        '{"name": "a", "z": [' + "1" * 5_000 + "]}",
        '{"name": 1, "z": []}',
        '{"name": "a", "z": [], "other": ' + "[" * 200_000,
        '{"name": "a", "z": [], "other": ' + "[" * DEEPEST + "]" * DEEPEST + "}",
        b"\xff\xfe\x00",
        '{"name": "a", "z": [], "\\ud800": 1}',
    ],
)
def test_anything_else_is_told_in_one_line(text: str | bytes) -> None:
    with pytest.raises(JsonError) as told:
        parse_json(text, Kept)
    assert "\n" not in str(told.value) and len(str(told.value)) < 300


def test_as_deep_as_is_allowed() -> None:
    text = "[" * DEEPEST + "1" + "]" * DEEPEST
    assert parse_json(text, list[Any]) == json.loads(text)


def test_the_largest_whole_numbers() -> None:
    assert parse_json(f"[{2**63 - 1}, {-(2**63)}]", list[int]) == [2**63 - 1, -(2**63)]
    for number in (2**63, -(2**63) - 1):
        with pytest.raises(JsonError, match="64 bits"):
            parse_json(f"[{number}]", list[int])


def test_a_bad_item_does_not_hide_the_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"name": "a", "z": []}, 7, {"name": "b", "z": [Infinity]}, {"name": "c", "z": [1]}]')
    assert read_items(path, Kept) == [Kept("a", []), Kept("c", [1.0])]
    path.write_text('{"name": "a", "z": []}')
    with pytest.raises(JsonError, match="no list"):
        read_items(path, Kept)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(10**12)  # a hole, which no disk and no memory has room for
    with pytest.raises(JsonError, match="more than 1 MB"):
        read_json(path, list[Any])
    path.write_text("[" + " " * LARGEST_FILE + "]")
    assert read_json(path, list[Any], LARGEST_FILE + 2) == []


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(JsonError, match="no file"):
        read_json(tmp_path, list[Any])
    with pytest.raises(FileNotFoundError):
        read_json(tmp_path / "none.json", list[Any])
