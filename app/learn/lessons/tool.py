"""Guided lessons on the window itself."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.learn.lessons.catalogue import LESSONS as ALL
from app.learn.lessons.keys import KEYS
from app.learn.lessons.lessons import PANEL, Lessons
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Panel, Tool
from app.toolkit.workspace import Workspace
from gan.words import marked, tr

NEXT = marked("&Next step")
BACK = marked("&Step before")
END = marked("&End the lesson, back to where I was")


def _start(workspace: Workspace) -> Lessons:
    lessons = Lessons(workspace)
    for lesson in ALL:
        workspace.actions.add(
            Action(
                f"lesson.{lesson.name}",
                tr(lesson.title),
                partial(lessons.start, lesson),
                Section.LESSONS,
                done=partial(lessons.is_done, lesson),
            )
        )

    def why_not() -> str:
        return "" if lessons.lesson is not None else tr("No lesson is under way")

    for name, text, run, key in (
        ("next", NEXT, lessons.go_on, "F8"),
        ("back", BACK, lessons.go_back, "Shift+F8"),
        ("end", END, partial(lessons.end, back=True), ""),
    ):
        workspace.actions.add(Action(f"lesson.{name}", tr(text), run, Section.LESSON, key, why_not))
    return lessons


def _build(workspace: Workspace, lessons: Lessons) -> QWidget:
    from app.learn.lessons.lesson_panel import LessonPanel

    return LessonPanel(workspace, lessons)


LESSONS = Tool(
    PANEL,
    _start,
    Panel(
        marked("Lesson"), _build, aside=True, keys=KEYS, about=marked("Reads, asks and waits until you have done it")
    ),
)
