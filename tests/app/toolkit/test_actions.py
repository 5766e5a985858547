"""The table of actions."""

import pytest

from app.toolkit.actions import Action, Actions, Section


def nothing() -> None:
    """Does what its name says."""


def test_sections_hold_their_actions_in_order() -> None:
    actions = Actions()
    first = Action("point.first", "&First…", nothing, Section.POINT)
    second = Action("point.second", "Second", nothing, Section.POINT, "Ctrl+B")
    actions.add(first, Action("model.open", "Open", nothing, Section.OPEN), second)
    assert actions.in_section(Section.POINT) == [first, second]
    assert actions["point.first"] is first and first.title == "First"


@pytest.mark.parametrize(
    "twice",
    [Action("one", "Other", nothing), Action("two", "Two", nothing, shortcut="Ctrl+A")],
    ids=["name", "shortcut"],
)
def test_names_and_shortcuts_are_taken_once(twice: Action) -> None:
    actions = Actions()
    actions.add(Action("one", "One", nothing, shortcut="Ctrl+A"))
    with pytest.raises(ValueError, match="is there already"):
        actions.add(twice)
    assert [action.name for action in actions] == ["one"]
