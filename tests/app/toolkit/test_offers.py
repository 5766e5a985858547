"""What tools offer each other."""

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.toolkit.offers import Offers


class Shop(QObject):
    changed = Signal(object)


def test_offers_are_gathered_when_they_are_asked_for(qtbot: QtBot) -> None:
    offers: Offers[str] = Offers()
    first, second = Shop(), Shop()
    goods = ["a"]
    offers.add(lambda: goods, first.changed)
    offers.add(lambda: ["b"], second.changed)
    assert offers.all() == ["a", "b"]
    goods.append("c")
    with qtbot.waitSignal(offers.changed):
        first.changed.emit(None)
    assert offers.all() == ["a", "c", "b"]
