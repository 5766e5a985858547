"""Measuring models, worked out by a job; no widget is read here."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.train.evaluation.candidates import Question
from app.work.background import Job
from gan.data.base import Images
from gan.errors import LatentariumError
from gan.explore.latent import Latent, sample_z
from gan.files import write_whole
from gan.measure.evaluation import Evaluation, evaluate, evaluate_real
from gan.measure.reference import Reference, Rows
from gan.measure.report import Measured, Report, report_html
from gan.measure.spaces import SPACES, seen
from gan.measuring import RealPictures, as_labels, curves, drawn, drawn_classes, held_to
from gan.model.classes import Classes
from gan.request import RenderRequest
from gan.words import tr

if TYPE_CHECKING:
    from gan.render import Renderer

REFERENCES = 2
"""Sets of real pictures that stay at hand; those that were asked for longest ago go first."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The numbers that ``question`` asked for, and those of new ``real`` pictures, measured alike.

    ``measured`` has the pictures that are shown alone. ``z`` (N, z_dim) are their points, ``classes`` (N,) those that
    they show, of a generator that has any, and ``rows`` (N,) their places among all; ``neighbours`` (M, C, H, W) are
    the training pictures of the evaluation's closest pairs.
    """

    question: Question
    measured: Measured
    z: Latent
    classes: Classes
    rows: Rows
    neighbours: Images
    real: Evaluation

    @property
    def evaluation(self) -> Evaluation:
        """The numbers."""
        return self.measured.evaluation

    @property
    def held_to(self) -> tuple[RealPictures, str, int, int]:
        """Answers that agree in this can be compared: real pictures, space, how many, and of which seed."""
        asked = self.question
        return asked.real, asked.space, asked.count, asked.seed

    def chosen_class(self, place: int) -> int | None:
        """The class that was drawn in the picture at ``place``; None for a generator without."""
        return int(self.classes[place]) if self.question.model.config.class_names else None


@dataclass(frozen=True)
class Failure:
    """Why ``question`` has no answer, in one line."""

    question: Question
    message: str


Outcome = Answer | Failure


class References:
    """Real pictures that were held to last, and how good new ones are. Asked by one job at a time."""

    def __init__(self) -> None:
        self._references: OrderedDict[tuple[RealPictures, str], Reference] = OrderedDict()
        self._real: dict[tuple[object, ...], Evaluation] = {}

    def reference(self, question: Question, job: Job) -> Reference:
        """Raises :class:`gan.errors.LatentariumError`."""
        key = question.real, question.space
        if key not in self._references:
            while len(self._references) >= REFERENCES:
                self._references.popitem(last=False)
            self._references[key] = held_to(question.real, SPACES[question.space], job.tell, lambda: job.is_cancelled)
        self._references.move_to_end(key)
        return self._references[key]

    def real(self, question: Question, job: Job) -> Evaluation:
        """The numbers of new real pictures. Raises :class:`gan.errors.LatentariumError`."""
        key = question.real, question.space, question.count, question.seed
        if key not in self._real:
            reference = self.reference(question, job)
            self._real[key] = evaluate_real(
                reference,
                question.count,
                seed=question.seed,
                progress=_named(job, tr("measuring new real pictures")),
                cancelled=lambda: job.is_cancelled,
            )
        return self._real[key]


def answer_all(
    job: Job, questions: Iterable[Question], references: References, device: str, hear: Callable[[Outcome], None]
) -> None:
    """Answer each in turn, or say why it has no answer; ``hear`` is told at once."""
    from gan.render import Renderer

    renderer = Renderer(device)
    for question in questions:
        try:
            hear(_answer(job, question, references, renderer))
        except LatentariumError as error:
            if job.is_cancelled:
                raise
            hear(Failure(question, str(error)))


def _answer(job: Job, question: Question, references: References, renderer: "Renderer") -> Answer:
    reference, name = references.reference(question, job), question.origin.text
    config = question.model.config
    z = sample_z(question.count, config.z_dim, question.seed, config.distribution)
    request = question.origin.changes.asked(RenderRequest(question.origin.path, z))
    classes = drawn_classes(config.class_names, question.count, reference)
    pictures = seen(drawn(renderer, request, config.class_names, classes, name, job.tell))
    evaluation = evaluate(
        pictures,
        reference,
        name=name,
        told=as_labels(config.class_names, classes, reference),
        seed=question.seed,
        progress=_named(job, tr("measuring {name}", name=name)),
        cancelled=lambda: job.is_cancelled,
    )
    measured = Measured(evaluation, pictures)
    rows = measured.shown
    neighbours = reference.training.images[[pair.training for pair in evaluation.closest]]
    real = references.real(question, job)
    return Answer(question, measured.only_shown(), z[rows], classes[rows], rows, np.array(neighbours), real)


def _named(job: Job, words: str) -> Callable[[str, int, int], None]:
    """Progress of all parts under one name: measures follow each other too fast to be read."""
    return lambda _, done, total: job.tell(words, done, total)


def write_report(job: Job, answers: Sequence[Answer], references: References, path: Path) -> Path:
    """One page, with a part for each group of ``answers`` that can be compared.

    Raises :class:`gan.errors.LatentariumError`.
    """
    reports = [_report(job, group, references) for group in comparable(answers)]
    job.tell(tr("writing the report"), 0, 0)
    write_whole(path, report_html(*reports).encode())
    return path


def _report(job: Job, group: Sequence[Answer], references: References) -> Report:
    reference = references.reference(group[0].question, job)
    logged = [curve for answer in group for curve in curves(answer.evaluation.name, answer.question.model.source.run)]
    return Report(tuple(answer.measured for answer in group), group[0].real, reference, tuple(logged))


def comparable(answers: Iterable[Answer]) -> Iterator[list[Answer]]:
    """Those that were held to the same pictures in the same way together, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.held_to, []).append(answer)
    yield from groups.values()
