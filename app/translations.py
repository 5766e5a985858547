"""What the window speaks: texts in the language that was chosen.

Texts are marked and said by :mod:`gan.words`; ``resources/make_translations.py`` gathers them in
``resources/translations/``, for Qt Linguist or any text editor. What a widget shows is said when it is built, so a
window speaks the language that was spoken when it was made, and another language means another window.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.languages import Language
from gan import words
from gan.places import RESOURCES

FOLDER = RESOURCES / "translations"
CONTEXT = "Latentarium"
"""What Qt's tools call the place of all texts."""


def system_language() -> Language:
    """The first of the languages that the system's user prefers; English if there is none of them."""
    known = map(Language.called, QLocale.system().uiLanguages())
    return next(filter(None, known), Language.ENGLISH)


def translator(language: Language) -> QTranslator:
    """Knows the texts of ``language``; none for English."""
    return _loaded(str(FOLDER), language)


class _Speaking:
    """The translators of the application; Qt asks the newest first, and forgets one that is gone."""

    translators: tuple[QTranslator, ...] = ()


def speak(language: Language) -> None:
    """Say texts in ``language`` from now on, those of Qt's own buttons and menus, too."""
    for old in _Speaking.translators:
        QCoreApplication.removeTranslator(old)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _Speaking.translators = (
        () if language is Language.ENGLISH else (_loaded(qt, language, "qtbase_"), translator(language))
    )
    for new in _Speaking.translators:
        QCoreApplication.installTranslator(new)
    words.speak_by(lambda text: QCoreApplication.translate(CONTEXT, text))


def _loaded(folder: str, language: Language, prefix: str = "") -> QTranslator:
    found = QTranslator()
    if language is not Language.ENGLISH:
        found.load(f"{folder}/{prefix}{language}.qm")
    return found
