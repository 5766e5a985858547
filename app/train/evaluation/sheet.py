"""Pictures of one model: as they come, the best, the worst, and those closest to training pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QVBoxLayout, QWidget

from app.theme import GAP
from app.train.evaluation.answering import Answer
from app.widgets.flow_row import FlowRow
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fit_items, picture_icon
from gan.images import Picture
from gan.measure.evaluation import SHOWN
from gan.words import marked, tr

THUMBNAIL = 44


class Choice(StrEnum):
    """Which of the pictures."""

    FIRST = marked("As they come")
    BEST = marked("Most real")
    WORST = marked("Least real")
    CLOSEST = marked("Closest to training")


_ABOUT = {
    Choice.FIRST: marked("Random pictures, as they were drawn."),
    Choice.BEST: marked("Where real pictures are densest, the best first."),
    Choice.WORST: marked("Farthest from real pictures, the worst first."),
    Choice.CLOSEST: marked(
        "Each beside the training picture nearest to it, and how far that is where new real pictures are "
        "at 1. Near 0 it is a copy."
    ),
}


@dataclass(frozen=True, eq=False)
class Shown:
    """A picture (H, W, C), its ``place`` in the answer, and what is written below."""

    picture: Picture
    place: int
    text: str = ""


def shown_of(answer: Answer, choice: Choice) -> list[Shown]:
    """The pictures of ``choice``, in order."""
    found, pictures = answer.evaluation, answer.measured.pictures.transpose(0, 2, 3, 1)
    match choice:
        case Choice.FIRST:
            places = [place for place, row in enumerate(answer.rows) if row < SHOWN]
        case Choice.BEST:
            places = list(found.best)
        case Choice.WORST:
            places = list(found.worst)
        case Choice.CLOSEST:
            return list(_pairs(answer))
    return [Shown(pictures[place], place) for place in places]


def _pairs(answer: Answer) -> Iterator[Shown]:
    pictures, real = answer.measured.pictures.transpose(0, 2, 3, 1), answer.neighbours.transpose(0, 2, 3, 1)
    for pair, nearest in zip(answer.evaluation.closest, real, strict=True):
        beside = np.concatenate([pictures[pair.generated], nearest], axis=1)
        yield Shown(beside, pair.generated, f"{pair.distance:.2f}")


class Sheet(QWidget):
    """A model is chosen above, then which of its pictures; a click tells which one."""

    chosen = Signal(object, int)
    """(the :class:`Answer`, the place of the picture that a person has clicked)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: Mapping[str, Answer] = {}
        self._shown: list[Shown] = []
        self._filled: tuple[Answer | None, str] | None = None
        self._build_ui()
        self.model_box.activated.connect(self._fill)
        self.choice.currentIndexChanged.connect(self._fill)
        for signal in (self.list.itemClicked, self.list.itemActivated):
            signal.connect(lambda item: self._choose(self.list.row(item)))

    def _build_ui(self) -> None:
        self.model_box = QComboBox()
        self.model_box.setAccessibleName(tr("Pictures of"))
        self.model_box.setMinimumContentsLength(12)
        self.model_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Which pictures"))
        for choice in Choice:
            self.choice.addItem(tr(choice.value), choice)
        self.about = muted(wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pictures that were measured"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        row = FlowRow()
        row.addWidget(self.model_box, 1)
        row.addWidget(self.choice)
        layout.addLayout(row)
        layout.addWidget(self.about)
        layout.addWidget(self.list, 1)

    @property
    def answer(self) -> Answer | None:
        """That of the chosen model, None if nothing was measured."""
        return self._answers.get(self.model_box.currentText())

    def show_answers(self, answers: Mapping[str, Answer]) -> None:
        """Offer these, by what they are called; the one that is chosen stays so if it is still there."""
        titles, now = list(answers), self.model_box.currentText()
        self._answers = answers
        if titles != [self.model_box.itemText(place) for place in range(self.model_box.count())]:
            self.model_box.clear()
            self.model_box.addItems(titles)
            self.model_box.setCurrentText(now if now in answers else next(iter(titles), ""))
        self._fill()

    def _fill(self) -> None:
        choice = Choice(self.choice.currentData())
        self.about.setText(tr(_ABOUT[choice]))
        if self._filled is not None and self._filled[0] is self.answer and self._filled[1] == choice:
            return
        self._filled = (self.answer, choice)
        self._shown = [] if self.answer is None else shown_of(self.answer, choice)
        across = 2 if choice is Choice.CLOSEST else 1
        wide = across * THUMBNAIL
        arrange_as_pictures(self.list, THUMBNAIL, QSize(wide + 8, THUMBNAIL + (24 if choice is Choice.CLOSEST else 8)))
        self.list.setIconSize(QSize(wide, THUMBNAIL))
        fit_items(self.list, len(self._shown), THUMBNAIL)
        for place, shown in enumerate(self._shown):
            item = self.list.item(place)
            item.setIcon(picture_icon(shown.picture, THUMBNAIL, across))
            item.setText(shown.text)
            item.setToolTip(tr("Click, or press Return, to go to this point"))
            told = (
                tr("Picture {place}, distance {shown}", place=place + 1, shown=shown.text)
                if shown.text
                else tr("Picture {place}", place=place + 1)
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    def _choose(self, row: int) -> None:
        if self.answer is not None:
            self.chosen.emit(self.answer, self._shown[row].place)
