"""The languages of texts, and which of them the window speaks.

Texts are marked where they are written, by ``QT_TRANSLATE_NOOP(context, text)``, and translated when they are shown.
``resources/make_translations.py`` gathers them in ``resources/translations/``, for Qt Linguist or any text editor.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from gan.places import RESOURCES

FOLDER = RESOURCES / "translations"


class Language(StrEnum):
    """What texts are there in; English is what they are written in."""

    ENGLISH = "en"
    CHINESE = "zh_CN"

    @property
    def own_name(self) -> str:
        """What people who speak it call it."""
        return {Language.ENGLISH: "English", Language.CHINESE: "简体中文"}[self]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks ``text`` for translation, by the name that Qt's tools know, and returns it as it is."""
    return text


def system_language() -> Language:
    """The first of the languages that the system's user prefers; English if there is none of them."""
    for name in QLocale.system().uiLanguages():
        for language in Language:
            if name.replace("-", "_").split("_")[0] == language.split("_")[0]:
                return language
    return Language.ENGLISH


def translator(language: Language) -> QTranslator:
    """Knows the texts of ``language``; none for English."""
    found = QTranslator()
    if language is not Language.ENGLISH:
        found.load(str(FOLDER / f"{language}.qm"))
    return found


class _Speaking:
    """The one translator of the application; Qt asks the newest first, and forgets one that is gone."""

    translator: QTranslator | None = None


def speak(language: Language) -> None:
    """Show texts in ``language`` from now on; every widget is told by a ``LanguageChange`` event."""
    if _Speaking.translator is not None:
        QCoreApplication.removeTranslator(_Speaking.translator)
    _Speaking.translator = None if language is Language.ENGLISH else translator(language)
    if _Speaking.translator is not None:
        QCoreApplication.installTranslator(_Speaking.translator)


def translated(context: str, text: str) -> str:
    """``text`` in the language that is spoken; as it is where it has no translation."""
    return QCoreApplication.translate(context, text)
