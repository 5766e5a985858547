"""How good models are, side by side: which are measured, and what was found of each."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.runs.runs import Runs
from app.session.edits import EditState
from app.session.open_model import OpenModel, same_pictures
from app.session.session import Session
from app.train.evaluation.answering import Answer, Failure, Outcome, References, answer_all, write_report
from app.train.evaluation.candidates import OPEN, Candidate, Question, Settings, changes_of, question
from app.train.evaluation.known_models import KnownModels
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.missing import is_missing
from gan.errors import LatentariumError, sentence
from gan.files import typed_path
from gan.sources import find_model, is_foreign
from gan.words import tr

KEPT = 24
"""Answers that are remembered; those that were looked at longest ago go first."""
MOST = 6
"""Models side by side."""


@dataclass(frozen=True, eq=False)
class Column:
    """One model: what it is called, what was found of it, or the ``problem`` that there is, as a sentence.

    An ``answer`` that is not ``current`` was found before something changed: the file, the edits or what is asked.
    """

    candidate: Candidate
    title: str
    answer: Answer | None = None
    problem: str = ""
    current: bool = True


class Evaluations(QObject):
    """Models stay side by side as long as the window lives; what was found of them is remembered."""

    changed = Signal()
    """Other models, other settings, or something was found."""
    missing = Signal(str, str)
    """(pictures that a model learned from, in words why they cannot be had): they are not on this computer."""
    _heard = Signal(object, object)

    def __init__(self, session: Session, runs: Runs, background: Background) -> None:
        super().__init__(session)
        self._session, self._runs = session, runs
        self._candidates: list[Candidate] = [OPEN]
        self._settings = Settings()
        self._answers: OrderedDict[Question, Answer] = OrderedDict()
        self._asked_last: dict[Candidate, Question] = {}
        self._last: dict[Candidate, Outcome] = {}
        self._references = References()
        self._models = KnownModels()
        self.measuring = LatestJob(background, self)
        """The job that measures, or writes a report."""
        self.opening = LatestJob(background, self)
        """The job that reads a file of others."""
        self._connect()

    def _connect(self) -> None:
        self._heard.connect(self._take)
        self.measuring.succeeded.connect(self._take_written)
        self.opening.succeeded.connect(self.add)
        for job in (self.measuring, self.opening):
            job.failed.connect(self._session.failed)
            job.busy_changed.connect(lambda _: self.changed.emit())
        self._session.network_changed.connect(self.changed)
        self._runs.timeline.changed.connect(self.changed)
        self._runs.library.found.connect(lambda _: self.changed.emit())
        self._runs.library.moved.connect(self._move)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The models, from left to right."""
        return tuple(self._candidates)

    @property
    def settings(self) -> Settings:
        """What holds for all of them."""
        return self._settings

    def set_settings(self, settings: Settings) -> None:
        """Ask something else; what was found before stays until it is measured anew."""
        if settings != self._settings:
            self._settings = settings
            self.changed.emit()

    def add(self, candidate: Candidate) -> None:
        """Put a model beside the others; nothing happens if it is there, or if there are :data:`MOST`."""
        if candidate not in self._candidates and len(self._candidates) < MOST:
            self._candidates.append(candidate)
            self.changed.emit()

    def add_target(self, target: str) -> None:
        """The same for what a person has named; a file of others is read first.

        Raises :class:`gan.errors.LatentariumError` if that is no model.
        """
        path = typed_path(target)
        if is_foreign(path):
            self.opening.start(Job(tr("Reading {path}", path=path.name), lambda _: _foreign(path), computes=True))
        else:
            find_model(target)
            self.add(Candidate(target))

    def remove(self, candidate: Candidate) -> None:
        """Take a model away; what was found of it is remembered."""
        if candidate in self._candidates:
            self._candidates.remove(candidate)
            self._last.pop(candidate, None)
            self._models.forget(candidate)
            self.changed.emit()

    def columns(self) -> list[Column]:
        """All models as they are now."""
        return [self._column(candidate) for candidate in self._candidates]

    def measure(self) -> None:
        """Have found what is not known yet."""
        self._asked_last = dict(self._askable())
        unknown = [asked for asked in dict.fromkeys(self._asked_last.values()) if asked not in self._answers]
        if unknown:
            self._last = {candidate: found for candidate, found in self._last.items() if isinstance(found, Answer)}
            self.measuring.start(Job(tr("Measuring"), self._work(unknown), computes=True))

    def measure_open(self) -> None:
        """The same, with the model under the sliders among the others."""
        if OPEN not in self._candidates:
            self._candidates.insert(0, OPEN)
            self._candidates = self._candidates[:MOST]
            self.changed.emit()
        self.measure()

    def save_report(self, path: Path) -> None:
        """Write all that was found as one page."""
        answers = [column.answer for column in self.columns() if column.answer is not None]
        work = partial(write_report, answers=answers, references=self._references, path=path)
        self.measuring.start(Job(tr("Writing the report"), work, computes=True))

    def changes_at(self, answer: Answer, place: int) -> EditState:
        """How the open network has to be changed to draw the picture at ``place`` of what was found."""
        changes, chosen = answer.question.origin.changes, answer.chosen_class(place)
        names = answer.question.model.config.class_names
        return changes if chosen is None else replace(changes, chosen_class=chosen, class_name=names[chosen])

    def _work(self, questions: Sequence[Question]) -> Callable[[Job], None]:
        references, device = self._references, self._session.device

        def work(job: Job) -> None:
            answer_all(job, questions, references, device, partial(self._heard.emit, job))

        return work

    def _asked(self, candidate: Candidate) -> Question:
        model = self._models.model(candidate, self._session.model)
        return question(model, changes_of(candidate, self._session.edits.state), self._settings)

    def _askable(self) -> Iterator[tuple[Candidate, Question]]:
        """Of the others their columns say why not."""
        for candidate in self._candidates:
            with suppress(LatentariumError):
                yield candidate, self._asked(candidate)

    def _column(self, candidate: Candidate) -> Column:
        last = self._last.get(candidate)
        try:
            asked = self._asked(candidate)
        except LatentariumError as error:
            return Column(candidate, candidate.title, problem=sentence(error))
        title, answer = asked.origin.text, self._answers.get(asked)
        if answer is not None:
            self._answers.move_to_end(asked)
            self._last[candidate] = answer
            return Column(candidate, title, answer)
        if isinstance(last, Failure) and last.question == asked:
            return Column(candidate, title, problem=sentence(last.message))
        if isinstance(last, Answer) and _is_of(last, asked.model):
            return Column(candidate, last.question.origin.text, last, current=False)
        return Column(candidate, title)

    def _take(self, job: Job, outcome: Outcome) -> None:
        """What was found is worth keeping even if another job is waited for by now."""
        for candidate, asked in self._asked_last.items():
            if asked == outcome.question:
                self._last[candidate] = outcome
        if isinstance(outcome, Answer):
            self._answers[outcome.question] = outcome
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        elif job is self.measuring.job:
            self._tell_if_missing(outcome)
        self.changed.emit()

    def _tell_if_missing(self, failure: Failure) -> None:
        data = self._settings.data or failure.question.model.data
        if data is not None and is_missing(data):
            self.missing.emit(data, failure.message)

    def _take_written(self, path: Path | None) -> None:
        """Only a report leaves a file."""
        if path is not None:
            self._session.written.emit(path)

    def _move(self, folder: Path, target: Path | None) -> None:
        """A run was renamed, or put into the trash."""
        moved = [self._moved(candidate, folder, target) for candidate in self._candidates]
        self._candidates = [candidate for candidate in moved if candidate is not None]
        self.changed.emit()

    def _moved(self, candidate: Candidate, folder: Path, target: Path | None) -> Candidate | None:
        if not candidate.target or typed_path(candidate.target) != folder:
            return candidate
        return None if target is None else replace(candidate, target=str(target))


def _foreign(path: Path) -> Candidate:
    source = find_model(str(path))
    return Candidate(str(source.path), name=source.name)


def _is_of(answer: Answer, model: OpenModel) -> bool:
    """Whether it was found on that model, or on another snapshot of its run."""
    found = answer.question.model.source
    return found.path == model.source.path or same_pictures(found, model.source)
