"""Every text is there in every language, and what the window reads is what the translators wrote."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.languages import Language
from app.translations import CONTEXT, FOLDER, speak, system_language, translator
from gan.words import counted, tr
from resources.make_translations import gather

TRANSLATIONS = [language for language in Language if language is not Language.ENGLISH]
MARKS = re.compile(r"{[^{}]*}|\(term:[^)]*\)")


def messages(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """(text, translation) of a file of translations."""
    for message in ElementTree.parse(path).iter("message"):
        found = message.find("translation")
        assert found is not None
        yield message.findtext("source", ""), found


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    """The language is the application's: put back what a test has changed."""
    yield
    speak(Language.ENGLISH)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_text_is_missing(language: Language, tmp_path: Path) -> None:
    kept, fresh = FOLDER / f"{language}.ts", tmp_path / f"{language}.ts"
    gather(fresh)
    texts = {text for text, _ in messages(fresh)}
    assert texts == {text for text, _ in messages(kept)}, "run resources/make_translations.py"
    assert len(texts) > 1500
    speaker = translator(language)
    for text, translation in messages(kept):
        assert translation.get("type") is None and translation.text, f"not translated: {text}"
        assert speaker.translate(CONTEXT, text) == translation.text, "compile it: run resources/make_translations.py"


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_translations_have_the_same_facts_and_links(language: Language) -> None:
    for text, translation in messages(FOLDER / f"{language}.ts"):
        assert set(MARKS.findall(text)) == set(MARKS.findall(translation.text or "")), text


def test_the_language_changes_and_changes_back() -> None:
    speak(Language.CHINESE)
    assert tr("What is z") == "什么是 z" and tr("of no lesson") == "of no lesson"
    assert counted("{count} edit", "{count} edits", 2) == "2 处修改"
    speak(Language.ENGLISH)
    assert tr("What is z") == "What is z"
    assert [counted("{count} edit", "{count} edits", count) for count in (1, 2)] == ["1 edit", "2 edits"]


def test_the_language_of_this_system_is_one_that_there_is() -> None:
    assert system_language() in Language
