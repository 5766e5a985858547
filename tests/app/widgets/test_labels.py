from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.widgets.labels import literal, muted, no_key, plain, unbroken

NAME = "<b>x</b><img src=y>"


def test_names_are_shown_letter_by_letter(qtbot: QtBot) -> None:
    for make in (plain, muted):
        shown, counted = make(NAME), make("." * len(NAME))
        qtbot.addWidget(shown)
        qtbot.addWidget(counted)
        assert shown.sizeHint().width() > counted.sizeHint().width(), "as HTML it would be one bold letter"


def test_only_what_is_said_to_be_rich_is(qtbot: QtBot) -> None:
    label = muted("<b>x</b>", rich=True)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.RichText


def test_tool_tips_are_escaped_where_qt_would_take_them_for_html() -> None:
    assert literal("a & b < c") == "a & b < c"
    assert literal(f"{NAME}\n7 steps") == "<qt>&lt;b&gt;x&lt;/b&gt;&lt;img src=y&gt;<br>7 steps</qt>"


def test_a_menu_shows_an_ampersand(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(no_key("cats & dogs"))
    assert action.iconText() == "cats & dogs"


def test_sizes_and_results_stay_on_one_line() -> None:
    text = unbroken("from 5 × 5 to 28 × 28: (5 − 1) · 5 + k = 28")
    assert text.replace("\u00a0", "_") == "from 5_×_5 to 28_×_28: (5 − 1) · 5 + k =_28"
