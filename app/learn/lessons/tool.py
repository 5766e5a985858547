"""Guided lessons on the window itself."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.learn.lessons.catalogue import LESSONS as ALL
from app.learn.lessons.keys import KEYS
from app.learn.lessons.lesson import CONTEXT
from app.learn.lessons.lessons import PANEL, Lessons
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Panel, Tool
from app.toolkit.workspace import Workspace
from app.translations import QT_TRANSLATE_NOOP

NEXT = QT_TRANSLATE_NOOP("Lessons", "&Next step")
BACK = QT_TRANSLATE_NOOP("Lessons", "&Step before")
END = QT_TRANSLATE_NOOP("Lessons", "&End the lesson, back to where I was")


def _start(workspace: Workspace) -> Lessons:
    lessons = Lessons(workspace)
    for lesson in ALL:
        workspace.actions.add(
            Action(
                f"lesson.{lesson.name}",
                lesson.title,
                partial(lessons.start, lesson),
                Section.LESSONS,
                checked=partial(lessons.is_done, lesson),
                context=CONTEXT,
            )
        )

    def why_not() -> str:
        return "" if lessons.lesson is not None else "No lesson is under way"

    for name, text, run, key in (
        ("next", NEXT, lessons.go_on, "F8"),
        ("back", BACK, lessons.go_back, "Shift+F8"),
        ("end", END, partial(lessons.end, back=True), ""),
    ):
        workspace.actions.add(Action(f"lesson.{name}", text, run, Section.LESSON, key, why_not, context=CONTEXT))
    return lessons


def _build(workspace: Workspace, lessons: Lessons) -> QWidget:
    from app.learn.lessons.lesson_panel import LessonPanel

    return LessonPanel(workspace, lessons)


LESSONS = Tool(
    PANEL, _start, Panel("Lesson", _build, aside=True, keys=KEYS, about="Reads, asks and waits until you have done it")
)
