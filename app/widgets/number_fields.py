"""The fields for numbers: they read what :func:`read_number` reads, and say why they refuse something."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QToolTip, QWidget

from app.theme import ERROR
from app.widgets.numbers import LOCALE, check_range, read_number
from app.widgets.undoable_line import UndoableLine
from gan.errors import UsageError
from gan.words import tr

_BEFORE = 5
"""Pixels from the frame to the number, as in other fields."""
_BESIDE = 26 + _BEFORE
"""Pixels for the arrows, the frame and the cursor."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

if TYPE_CHECKING:
    _Box = QAbstractSpinBox
else:
    _Box = object  # Qt's classes do not share a base with each other in Python


class _Refusing(_Box):
    """What both fields share.

    Every key is taken while a person types, so that none is dropped from a number in silence. What cannot be
    taken turns red; Enter says why and leaves it there, and whoever leaves the field is told and gets the number
    from before. A number holds once Enter was pressed or the field was left, unless it is stepped.
    """

    def _start(self) -> None:
        self.setLineEdit(UndoableLine())
        self.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)
        self.setLocale(LOCALE)
        self.setKeyboardTracking(False)
        self._is_red = False
        self.lineEdit().textChanged.connect(self._show_problem)
        self._box.valueChanged.connect(lambda _: self._show_problem())
        self._box.editingFinished.connect(self._forget_typing)

    def _forget_typing(self) -> None:
        """A number that was entered is no typing any more: to take it back is up to the window."""
        if self.lineEdit().isUndoAvailable():
            self.lineEdit().setText(self.text())
            self._box.selectAll()  # as Qt does once Enter was pressed

    @property
    def _box(self) -> Any:
        """With what QSpinBox and QDoubleSpinBox have in common, but their base has not."""
        return self

    def problem(self) -> str:
        """Why the text cannot be taken; empty if it can."""
        try:
            self._read(self.text())
        except UsageError as error:
            return str(error)
        return ""

    def tell_problem(self) -> None:
        """Say at the field why the text cannot be taken, if it cannot."""
        tell_at(self, self.problem())

    def _read(self, text: str) -> int | float:
        """The number in the field. Raises :class:`UsageError`."""
        number = read_number(text.removeprefix(self._box.prefix()).removesuffix(self._box.suffix()))
        self._check(number)
        check_range(round(number, self._digits()), self._box.minimum(), self._box.maximum())
        return number

    def _check(self, number: float) -> None:
        """Raises :class:`UsageError` for a number that is not of this field's kind."""

    def _digits(self) -> int:
        return 0

    def _show_problem(self) -> None:
        refused = bool(self.problem())
        if refused != self._is_red:
            self._is_red = refused
            palette = QPalette()
            if refused:
                palette.setColor(QPalette.ColorRole.Text, ERROR)
            self.lineEdit().setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the widest number beside the arrows."""
        box = self._box
        ends = [f"{box.prefix()}{box.textFromValue(end)}{box.suffix()}" for end in (box.minimum(), box.maximum())]
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in ends)
        return QSize(widest + _BESIDE, super().minimumSizeHint().height())

    def validate(self, text: str, position: int) -> Any:
        try:
            self._read(text)
        except UsageError:
            return QValidator.State.Intermediate, text, position
        return QValidator.State.Acceptable, text, position

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.problem():
            self.tell_problem()
            event.accept()
        else:
            QToolTip.hideText()  # what was told is over once a person goes on typing
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        problem = self.problem()
        super().focusOutEvent(event)
        self._show_problem()  # Qt tells nobody that it put the number from before back
        if problem and event.reason() is not Qt.FocusReason.PopupFocusReason:
            below, window, words = (
                _below(self),
                self.window(),
                tr("{problem}; {text} stays", problem=problem, text=self.text()),
            )
            # A moment later, as the change of focus hides what is told now.
            QTimer.singleShot(0, window, lambda: QToolTip.showText(below, words, window))


class IntField(_Refusing, QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start()

    def valueFromText(self, text: str) -> int:
        return int(self._read(text))

    def _check(self, number: float) -> None:
        if not float(number).is_integer():
            raise UsageError(tr("{number:.12g} is not a whole number", number=number))


class FloatField(_Refusing, QDoubleSpinBox):
    """A number with as many decimals as :meth:`decimals` says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start()

    def valueFromText(self, text: str) -> float:
        return float(self._read(text))

    def _digits(self) -> int:
        return self.decimals()


def tell_at(field: QWidget, problem: str) -> None:
    """Say below ``field`` for a while what is wrong; nothing if ``problem`` is empty."""
    QToolTip.showText(_below(field), problem, field.window())


def _below(field: QWidget) -> QPoint:
    return field.mapToGlobal(QPoint(0, field.height()))
