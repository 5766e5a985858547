"""Which lesson is under way, and how far it is."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QMetaObject, QObject, Signal

from app.learn.lessons.facts import Facts
from app.learn.lessons.lesson import Check, Lesson, Step
from app.learn.lessons.run_story import RunStory
from app.toolkit.workspace import GoOn, Workspace
from app.widgets.labels import unbroken
from gan.words import tr

PANEL = "lesson"
_DONE = "lessons/done"


class Phase(StrEnum):
    """What the person is asked for now."""

    GUESS = "guess"
    DO = "do"
    READ = "read"
    """The answer; of a step without a question, its text."""


class Lessons(QObject):
    """One lesson at a time, as a trial: what it does to the window can be put back at its end."""

    changed = Signal()
    """Another step, or another phase of it; or none any more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.story = RunStory(workspace.runs.controller)
        self.lesson: Lesson | None = None
        self.index = 0
        """Which step."""
        self.phase = Phase.READ
        self.guess: int | None = None
        """The answer that the person takes for right."""
        self._check: Check | None = None
        self._watched: list[QMetaObject.Connection] = []
        workspace.heirlooms.append(self._hand_over)
        workspace.trial_overtaken.connect(self._close)
        workspace.panel_closed.connect(lambda name: self.end(back=True) if name == PANEL else None)
        for signal in (workspace.session.model_changed, workspace.runs.controller.replayed):
            signal.connect(self._show_facts)

    @property
    def step(self) -> Step:
        """The current one; a lesson is under way."""
        assert self.lesson is not None
        return self.lesson.steps[self.index]

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.lesson is not None and self.index + 1 == len(self.lesson.steps)

    @property
    def is_right(self) -> bool:
        """Whether the guess was."""
        guess = self.step.guess
        return guess is not None and guess.right == self.guess

    def say(self, text: str) -> str:
        """``text`` of a lesson in the language that is spoken, with its facts; no size is broken across two lines."""
        return unbroken(tr(text).format_map(Facts(self._workspace, self.story)))

    def is_done(self, lesson: Lesson) -> bool:
        """Whether the person has been at its last step, now or earlier."""
        return lesson.name in self._done

    def start(self, lesson: Lesson, index: int = 0) -> None:
        """Begin ``lesson``, at its step ``index``; another one that is under way gives way to it."""
        workspace = self._workspace
        self._stop_watching()
        workspace.trial_begun.emit()
        if not lesson.suits(workspace):
            workspace.session.attempt(lambda: workspace.open(lesson.model))
        if not lesson.suits(workspace):
            self.end(back=True)
            workspace.session.failed.emit(
                tr(
                    "The lesson needs the model {model} and its run; start it again once nothing is being trained",
                    model=lesson.model,
                )
            )
            return
        self.lesson = lesson
        self._set_up_until(index)
        self._enter(index)

    def choose(self, answer: int) -> None:
        """Guess; the answer is told once the person has done what the step asks for."""
        if self.lesson is not None and self.phase is Phase.GUESS:
            self.guess = answer
            self._go_on()

    def go_on(self) -> None:
        """To what comes next: past what is asked for, to the next step, or back to where the person was."""
        if self.lesson is None:
            return
        if self.phase is not Phase.READ:
            self._go_on()
        elif self.is_last:
            self.end(back=True)
        else:
            self._enter(self.index + 1)

    def go_back(self) -> None:
        """To the step before."""
        if self.lesson is not None and self.index > 0:
            self._enter(self.index - 1)

    def end(self, *, back: bool) -> None:
        """Stop, with everything ``back`` as it was or left as it is."""
        if self.lesson is not None:
            self._close()
        self._workspace.trial_ended.emit(back)

    def _hand_over(self) -> GoOn:
        """It is put back here, and goes on at its step there, with what was guessed."""
        lesson, index, phase, guess = self.lesson, self.index, self.phase, self.guess
        self.end(back=True)

        def go_on(workspace: Workspace) -> None:
            there = workspace.findChild(Lessons)
            if lesson is not None and there is not None:
                there.start(lesson, index)
                there._go_on_to(phase, guess)

        return go_on

    def _go_on_to(self, phase: Phase, guess: int | None) -> None:
        """From the beginning of a step."""
        if guess is not None:
            self.choose(guess)
        while self.lesson is not None and self.phase is not Phase.READ and self.phase is not phase:
            self._go_on()

    def _set_up_until(self, index: int) -> None:
        """As the steps before ``index`` leave the window, if that has no scene of its own."""
        assert self.lesson is not None
        scenes = [step for step in self.lesson.steps[:index] if step.scene is not None]
        if scenes and self.lesson.steps[index].scene is None:
            self._set_up(scenes[-1])

    def _enter(self, index: int) -> None:
        self._stop_watching()
        self.index, self.guess = index, None
        step = self.step
        if step.scene is not None:
            self._set_up(step)
        if self.lesson is None:
            return
        self._set_phase(Phase.GUESS if step.guess is not None else Phase.DO if step.task is not None else Phase.READ)

    def _set_up(self, step: Step) -> None:
        scene, workspace = step.scene, self._workspace
        assert scene is not None
        workspace.show_panel(PANEL)  # before the others, which share what it leaves
        workspace.scene_wanted.emit(scene.page, scene.panels)
        if self.lesson is None:  # that has ended it
            return
        if scene.toy is not None:
            workspace.session.inspection.choose_toy(scene.toy)
        workspace.session.attempt(lambda: scene.prepare(workspace))
        workspace.show_panel(PANEL)

    def _go_on(self) -> None:
        asked = self.phase is Phase.GUESS and self.step.task is not None
        self._set_phase(Phase.DO if asked else Phase.READ)

    def _set_phase(self, phase: Phase) -> None:
        self._stop_watching()
        self.phase = phase
        task = self.step.task
        self._workspace.target_wanted.emit(task.target if task is not None and phase is Phase.DO else None)
        if self.is_last and phase is Phase.READ:
            self._remember()
        self.changed.emit()
        if task is not None and phase is Phase.DO:
            self._check = task.condition.begin(self._workspace)
            self._watched = [signal.connect(self._look) for signal in task.condition.signals(self._workspace)]
            self._look()

    def _show_facts(self, *_: object) -> None:
        """The numbers in the texts are others."""
        if self.lesson is not None:
            self.changed.emit()

    def _look(self, *_: object) -> None:
        if self._check is not None and self._check():
            self._set_phase(Phase.READ)

    def _stop_watching(self) -> None:
        for connection in self._watched:
            QObject.disconnect(connection)
        self._watched, self._check = [], None

    def _close(self) -> None:
        self._stop_watching()
        self.lesson = None
        self._workspace.target_wanted.emit(None)
        self._workspace.panel_unwanted.emit(PANEL)
        self.changed.emit()

    @property
    def _done(self) -> Sequence[str]:
        return self._workspace.memory.get(_DONE).split()

    def _remember(self) -> None:
        assert self.lesson is not None
        if not self.is_done(self.lesson):
            self._workspace.memory.set(_DONE, " ".join([*self._done, self.lesson.name]))
