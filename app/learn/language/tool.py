"""In which language lessons and glossary speak."""

from functools import partial

from app.toolkit.actions import Action, Section
from app.toolkit.tool import Tool
from app.toolkit.workspace import Workspace
from app.translations import QT_TRANSLATE_NOOP, Language, speak, system_language

_REMEMBERED = "language"
AS_SYSTEM = QT_TRANSLATE_NOOP("Lessons", "Language of the s&ystem")


def _start(workspace: Workspace) -> None:
    memory = workspace.memory

    def choose(name: str) -> None:
        memory.set(_REMEMBERED, name)
        speak(_language(name))

    def holds(name: str) -> bool:
        return memory.get(_REMEMBERED) == name

    speak(_language(memory.get(_REMEMBERED)))
    for name, text in (("", AS_SYSTEM), *((language.value, language.own_name) for language in Language)):
        workspace.actions.add(
            Action(
                f"language.{name or 'system'}",
                text,
                partial(choose, name),
                Section.LANGUAGE,
                checked=partial(holds, name),
                context="" if name else "Lessons",
            )
        )


def _language(name: str) -> Language:
    """The language called ``name``; that of the system for what is none."""
    return Language(name) if name in list(Language) else system_language()


LANGUAGE = Tool("language", _start)
