import pytest
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.learn.glossary.glossary_dialog import GlossaryDialog
from app.learn.terms import TERMS
from app.translations import speak
from gan.measure.measures import FID


@pytest.fixture
def dialog(qtbot: QtBot) -> GlossaryDialog:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def titles(dialog: GlossaryDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_all_terms_are_there_in_order(dialog: GlossaryDialog) -> None:
    assert len(titles(dialog)) == len(TERMS) and titles(dialog) == sorted(titles(dialog), key=str.casefold)


def test_search_finds_names_before_explanations(dialog: GlossaryDialog) -> None:
    dialog.search.setText("stride")
    found = titles(dialog)
    assert found[0] == "Stride" and "Transposed convolution" in found and len(found) < len(TERMS)
    dialog.search.setText("no such thing")
    assert titles(dialog) == [] and dialog.term is None and "No term" in dialog.text.toPlainText()


def test_links_lead_on(dialog: GlossaryDialog) -> None:
    dialog.search.setText("padding")
    dialog.show_term("kernel")
    assert dialog.term is not None and dialog.term.key == "kernel" and dialog.search.text() == ""
    dialog.show_term("nothing")
    assert dialog.term.key == "kernel"


def test_what_a_measure_means_is_said_in_one_place(dialog: GlossaryDialog) -> None:
    dialog.show_term("fid")
    assert FID.explanation[:40] in dialog.text.toPlainText()


def test_it_speaks_chinese(qtbot: QtBot) -> None:
    speak(Language.CHINESE)
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show_term("latent-space")
    assert dialog.windowTitle() == "术语表" and "相邻的点" in dialog.text.toPlainText()
