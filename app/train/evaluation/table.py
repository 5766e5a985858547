"""The numbers of several models side by side, as texts; no widget."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.train.evaluation.answering import Answer, comparable
from app.train.evaluation.evaluations import Column
from gan.errors import sentence
from gan.measure.evaluation import Evaluation
from gan.measure.leaders import leaders
from gan.measure.measures import Better, Material, Measure, measures_of
from gan.measure.spaces import SPACES
from gan.words import tr

STAR = "★"
_MARKS = {Better.LOWER: "↓", Better.HIGHER: "↑", Better.NEAR_ONE: "→ 1"}


@dataclass(frozen=True)
class Cell:
    """``leads`` says that it is the best of those that can be compared with it."""

    text: str = ""
    leads: bool = False


@dataclass(frozen=True)
class Row:
    """A ``title``, what it means, and a cell for each head; without cells it is the title of the rows below."""

    title: str
    tip: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Head:
    """A model, by the ``number`` that plots call it; None for real pictures. ``tip`` says what it was held to."""

    number: int | None
    title: str
    tip: str = ""

    @property
    def text(self) -> str:
        """In one line."""
        return self.title if self.number is None else f"{self.number}  {self.title}"


@dataclass(frozen=True)
class Table:
    """Heads of the columns, and the rows."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """For a spreadsheet: tabs between columns; where a space matters it stands in each line."""
        return "\n".join("\t".join(line) for line in self._lines())

    def _lines(self) -> Iterator[Sequence[str]]:
        yield ["", *(head.text for head in self.heads)]
        section = ""
        for row in self.rows:
            if row.cells:
                yield [f"{row.title}{section}", *(_starred(cell) for cell in row.cells)]
            else:
                section = f" ({row.title[:1].lower()}{row.title[1:]})"


def table_of(columns: Sequence[Column]) -> Table:
    """All models, then the new real pictures that they were measured beside.

    Each feature space has rows of its own, and models lead only among those that were held to the same pictures.
    """
    answers = [column.answer for column in columns]
    groups = list(comparable(answer for answer in answers if answer is not None))
    heads = [_head(number, column) for number, column in enumerate(columns, 1)]
    real = [Head(None, tr("real {data}", data=group[0].evaluation.data), _held_text(group[0].real)) for group in groups]
    shown = _Shown(answers, groups)
    return Table((*heads, *real), tuple(shown.rows()) if groups else ())


@dataclass(frozen=True)
class _Shown:
    answers: Sequence[Answer | None]
    groups: Sequence[list[Answer]]

    def rows(self) -> Iterator[Row]:
        yield Row(
            tr("Pictures"), tr("How many were drawn, or are new"), self._cells(lambda found: f"{found.generated:,}")
        )
        yield Row(tr("Held to"), tr("The pictures that were learned from"), self._cells(_training_text))
        for name in dict.fromkeys(group[0].evaluation.space for group in self.groups):
            space = SPACES[name]
            yield Row(tr("In the feature space {space}", space=space.name), space.explanation)
            yield from (self._row(measure, name) for measure in measures_of(Material.FEATURES))
        yield Row(tr("In pixels"), tr("Computed from the pictures themselves"))
        yield from (self._row(measure) for measure in measures_of(Material.SAMPLES))

    def _cells(self, text: Callable[[Evaluation], str]) -> tuple[Cell, ...]:
        of_models = [Cell() if answer is None else Cell(text(answer.evaluation)) for answer in self.answers]
        return (*of_models, *(Cell(text(group[0].real)) for group in self.groups))

    def _row(self, measure: Measure, space: str | None = None) -> Row:
        """``space`` leaves out the numbers of others."""
        leading = self._leading(measure)
        of_models = [
            Cell() if answer is None else _cell(measure, answer.evaluation, space, answer in leading)
            for answer in self.answers
        ]
        real = [_cell(measure, group[0].real, space) for group in self.groups]
        better = f" {_MARKS[measure.better]}" if measure.better else ""
        title = tr(measure.title)
        title = f"{title[:1].upper()}{title[1:]}{better}"
        return Row(title, f"{tr(measure.explanation)} {_better_text(measure)}".rstrip(), (*of_models, *real))

    def _leading(self, measure: Measure) -> set[Answer]:
        found = set()
        for group in self.groups:
            best = leaders(measure, [answer.evaluation.values[measure.name] for answer in group])
            found |= {group[place] for place in best}
        return found


def _cell(measure: Measure, found: Evaluation, space: str | None, leads: bool = False) -> Cell:
    if space is not None and found.space != space:
        return Cell()
    return Cell(measure.value_text(found.values[measure.name]), leads)


def _head(number: int, column: Column) -> Head:
    if column.answer is None:
        return Head(number, column.title, column.problem or tr("Not measured yet"))
    evaluation, age = column.answer.evaluation, "" if column.current else tr("Something has changed since. ")
    return Head(number, column.title, f"{age}{_held_text(evaluation)}")


def _held_text(found: Evaluation) -> str:
    """Which pictures, against which."""
    return tr(
        "{found}: {generated:,} pictures, held to {training:,} pictures of {data} in the "
        "feature space {space}. New real pictures: {held_out_text}.",
        found=found.name,
        generated=found.generated,
        training=found.training,
        data=found.data,
        space=found.space,
        held_out_text=found.held_out_text,
    )


def _training_text(found: Evaluation) -> str:
    return tr("{training:,} of {data}", training=found.training, data=found.data)


def _better_text(measure: Measure) -> str:
    return sentence(tr(measure.better or ""))


def _starred(cell: Cell) -> str:
    return f"{cell.text} {STAR}" if cell.leads else cell.text
