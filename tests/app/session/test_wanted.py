"""What several panels want at once."""

from app.session.wanted import Wanted, WantedByPanels
from gan.request import Probe


def test_what_anybody_wants_is_wanted_until_nobody_does() -> None:
    wanted = WantedByPanels()
    assert wanted.put("strip", Wanted(("a", "b")))
    assert wanted.put("channels", Wanted(("b", "c"), unedited=True))
    assert wanted.put("inspector", Wanted(probe=Probe("block1")))
    assert wanted.together() == Wanted(("a", "b", "c"), unedited=True, probe=Probe("block1"))
    assert wanted.put("channels", Wanted())
    assert wanted.together() == Wanted(("a", "b"), probe=Probe("block1"))
    assert not wanted.put("strip", Wanted(("a", "b"))), "nothing has changed"
    wanted.clear()
    assert wanted.together() == Wanted()
