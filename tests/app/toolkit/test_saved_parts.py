"""What is saved of a session, tool by tool."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from app.toolkit.saved_parts import Restore, SavedParts, unchanged


class Part:
    def __init__(self, name: str, value: int) -> None:
        self.name, self.value = name, value

    def to_json(self) -> Mapping[str, Any]:
        return {self.name: self.value}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        return partial(setattr, self, "value", int(values[self.name])) if self.name in values else unchanged


def test_parts_are_saved_together_and_restored_when_all_have_been_read() -> None:
    first, second = Part("first", 1), Part("second", 2)
    parts = SavedParts()
    for part in (first, second):
        parts.add(part)
    assert parts.to_json() == {"first": 1, "second": 2}
    restores = parts.from_json({"first": 5}, 8)
    assert (first.value, second.value) == (1, 2)
    for restore in restores:
        restore()
    assert (first.value, second.value) == (5, 2)


def test_one_that_cannot_be_read_keeps_all_as_they_are() -> None:
    first, second = Part("first", 1), Part("second", 2)
    parts = SavedParts()
    parts.add(first)
    parts.add(second)
    with pytest.raises(ValueError, match="invalid literal"):
        parts.from_json({"first": 5, "second": "many"}, 8)
    assert (first.value, second.value) == (1, 2)
