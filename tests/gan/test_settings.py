import dataclasses
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from gan.errors import UsageError
from gan.settings import Settings, call_by, setting


@dataclass(frozen=True)
class Kitchen(Settings):
    """One setting of every kind."""

    ovens: int = setting(2, "How many ovens.", label="Ovens", minimum=1, maximum=2**31 - 1)
    heat: float = setting(0.5, "How hot.", minimum=0.0, maximum=1.0)
    cook: str = setting("anna", "Who cooks.", choices=("anna", "otto"), advanced=True)
    open_late: bool = setting(False, "Whether it is open late.")
    guests: int | None = setting(None, "How many guests. Empty: no limit.", minimum=1)


def test_values_take_their_own_type() -> None:
    kitchen = Kitchen(ovens=3.0, heat=1, guests=7.0)  # type: ignore[arg-type]
    assert [type(value) for value in (kitchen.ovens, kitchen.heat, kitchen.guests)] == [int, float, int]


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("ovens", 0, "ovens must be at least 1, not 0"),
        ("ovens", 2**31, "ovens must be at most 2147483647, not 2147483648"),
        ("ovens", 1.5, "ovens must be a whole number, not 1.5"),
        ("ovens", "3", "ovens must be a whole number, not '3'"),
        ("ovens", "many", "ovens must be a whole number, not 'many'"),
        ("ovens", True, "ovens must be a whole number, not True"),
        ("ovens", None, "ovens must be a whole number, not None"),
        ("ovens", math.inf, "ovens must be a whole number, not inf"),
        ("ovens", math.nan, "ovens must be a whole number, not nan"),
        ("ovens", [3], r"ovens must be a whole number, not \[3\]"),
        ("heat", 1.01, "heat must be at most 1, not 1.01"),
        ("heat", -0.001, "heat must be at least 0, not -0.001"),
        ("heat", math.nan, "heat must be a finite number, not nan"),
        ("heat", math.inf, "heat must be a finite number, not inf"),
        ("heat", "warm", "heat must be a number, not 'warm'"),
        ("heat", None, "heat must be a number, not None"),
        ("cook", "eva", "cook must be one of anna, otto, not eva"),
        ("cook", None, "cook must be text, not None"),
        ("open_late", "yes", "open_late must be true or false, not 'yes'"),
        ("open_late", 1, "open_late must be true or false, not 1"),
        ("guests", 0, "guests must be at least 1, not 0"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(name: str, value: Any, complaint: str) -> None:
    with pytest.raises(UsageError, match=f"^{complaint}$"):
        Kitchen(**{name: value})


@pytest.fixture
def by_label() -> Iterator[None]:
    call_by(lambda info: info.label)
    yield
    call_by(lambda info: info.name)


@pytest.mark.usefixtures("by_label")
def test_who_reads_labels_is_told_of_them() -> None:
    with pytest.raises(UsageError, match="Open late must be true or false, not 1"):
        Kitchen(open_late=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "value"), [("ovens", 1), ("heat", 0.0), ("heat", 1.0), ("guests", None)])
def test_limits_belong_to_what_is_allowed(name: str, value: Any) -> None:
    assert getattr(Kitchen(**{name: value}), name) == value


def test_settings_do_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Kitchen().ovens = 3  # type: ignore[misc]


def test_replace_checks_again() -> None:
    with pytest.raises(UsageError, match="ovens"):
        dataclasses.replace(Kitchen(), ovens=-1)


def test_dict_round_trip() -> None:
    kitchen = Kitchen(ovens=4, heat=0.25, cook="otto", open_late=True, guests=9)
    assert Kitchen.from_dict(kitchen.to_dict()) == kitchen


def test_what_is_left_out_has_its_default() -> None:
    assert Kitchen.from_dict({"ovens": 5}) == Kitchen(ovens=5)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UsageError, match="unknown setting sink, tap;"):
        Kitchen.from_dict({"tap": 1, "sink": 2})


def test_infos_tell_what_the_fields_say() -> None:
    assert [info.name for info in Kitchen.infos()] == ["ovens", "heat", "cook", "open_late", "guests"]
    guests = Kitchen.info("guests")
    assert (guests.type, guests.optional, guests.default, guests.minimum) == (int, True, None, 1)
    cook = Kitchen.info("cook")
    assert (cook.type, cook.optional, cook.choices, cook.advanced) == (str, False, ("anna", "otto"), True)


def test_labels_and_flags() -> None:
    assert Kitchen.info("ovens").label == "Ovens"
    assert Kitchen.info("open_late").label == "Open late"
    assert Kitchen.info("open_late").flag == "--open-late"


def test_info_of_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        Kitchen.info("sink")
