"""What a lesson is made of, as data. Texts are Markdown, marked for translation, with {facts} in braces.

Links such as ``[z](term:z)`` lead to the glossary, such as ``[What is z](lesson:z)`` to another lesson; that to the
next one stands at the end of each by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance

from app.arguments import Page
from app.toolkit.workspace import Target, Workspace
from gan.layers.toys import Toy

DIGITS = "mnist"
"""The bundled model that shows what lessons are about where the open one does not: small, and without classes."""
Check = Callable[[], bool]
"""Whether it is done now."""


@dataclass(frozen=True)
class Condition:
    """Something that a person does: ``begin`` notes how things are and returns what tells whether it is done since.

    That is asked for whenever one of ``signals`` is emitted.
    """

    signals: Callable[[Workspace], tuple[SignalInstance, ...]]
    begin: Callable[[Workspace], Check]


@dataclass(frozen=True)
class Guess:
    """A question with ``answers`` to choose from, of which that at ``right`` is."""

    question: str
    answers: tuple[str, ...]
    right: int


@dataclass(frozen=True)
class Task:
    """What to do, with which widget."""

    text: str
    condition: Condition
    target: Target


@dataclass(frozen=True)
class Scene:
    """How the window is set up: a page with these panels alone, the first of each place in front.

    ``prepare`` brings about what else has to hold.
    """

    page: Page
    panels: tuple[str, ...]
    prepare: Callable[[Workspace], object] = lambda workspace: None
    toy: Toy | None = None


@dataclass(frozen=True)
class Step:
    """Read ``text``, guess, do, and compare with ``answer``; what there is not is left out.

    Without a ``scene`` the window stays as it is.
    """

    text: str
    guess: Guess | None = None
    task: Task | None = None
    answer: str = ""
    scene: Scene | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them, as they are written."""
        guess = () if self.guess is None else (self.guess.question, *self.guess.answers)
        task = () if self.task is None else (self.task.text,)
        return tuple(filter(None, (self.text, *guess, *task, self.answer)))


@dataclass(frozen=True)
class Lesson:
    """``name`` is for programs. ``suits`` tells whether the open model shows what it is about; ``model`` does."""

    name: str
    title: str
    steps: tuple[Step, ...]
    suits: Callable[[Workspace], bool]
    model: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them, as they are written."""
        return (self.title, *(text for step in self.steps for text in step.texts))
