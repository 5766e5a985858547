"""Every text is there in every language, and what the window reads is what the translators wrote."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.translations import FOLDER, Language, speak, system_language, translated, translator
from resources.make_translations import gather

TRANSLATIONS = [language for language in Language if language is not Language.ENGLISH]
MARKS = re.compile(r"{\w+}|\(term:[^)]*\)")


def messages(path: Path) -> Iterator[tuple[str, str, ElementTree.Element]]:
    """(context, text, translation) of a file of translations."""
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            assert found is not None
            yield context.findtext("name", ""), message.findtext("source", ""), found


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_text_is_missing(language: Language, tmp_path: Path) -> None:
    kept, fresh = FOLDER / f"{language}.ts", tmp_path / f"{language}.ts"
    gather(fresh)
    texts = {(context, text) for context, text, _ in messages(fresh)}
    assert texts == {(context, text) for context, text, _ in messages(kept)}, "run resources/make_translations.py"
    assert len(texts) > 200
    speaker = translator(language)
    for context, text, translation in messages(kept):
        assert translation.get("type") is None and translation.text, f"not translated: {text}"
        assert speaker.translate(context, text) == translation.text, "compile it: run resources/make_translations.py"


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_translations_have_the_same_facts_and_links(language: Language) -> None:
    for _, text, translation in messages(FOLDER / f"{language}.ts"):
        assert sorted(set(MARKS.findall(text))) == sorted(set(MARKS.findall(translation.text or ""))), text


def test_the_language_changes_and_changes_back(qapp: object) -> None:
    speak(Language.CHINESE)
    assert translated("Lessons", "What is z") == "什么是 z"
    assert translated("Lessons", "of no lesson") == "of no lesson"
    speak(Language.ENGLISH)
    assert translated("Lessons", "What is z") == "What is z"


def test_the_language_of_this_system_is_one_that_there_is() -> None:
    assert system_language() in Language
