"""The Lesson panel: what to read, to guess and to do now."""

import math

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from app.learn.lessons.answers import Answers
from app.learn.lessons.catalogue import LESSONS
from app.learn.lessons.lesson import Step
from app.learn.lessons.lessons import Lessons, Phase
from app.learn.terms import BY_KEY
from app.theme import GAP, MARGIN
from app.toolkit.workspace import Workspace
from app.widgets.accessible import announce
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from gan.words import marked, tr

SMALLEST = QSize(290, 320)
_TALLEST = 1000
"""How eagerly the text takes what room there is, up to its own height."""
_BORDER = 1
"""Pixels around the text, seen while it has the keyboard."""
_TEXT_STYLE = f"""
    QTextBrowser {{ background: transparent; border: {_BORDER}px solid transparent; }}
    QTextBrowser:focus {{ border-color: palette(highlight); }}
"""
COUNT = marked("Step {number} of {count}")
GUESS_FIRST = marked("What do you think?")
NOW_YOU = marked("Now you")
RIGHT = marked("✓ You guessed right: {answer}")
WRONG = marked("✗ You guessed: {guess}. It is: {answer}")
UNGUESSED = marked("It is: {answer}")
BACK = marked("Back")
NEXT = marked("Next")
NO_IDEA = marked("I do not know")
SHOW = marked("Show the answer")
RETURN = marked("Back to where I was")
STAY = marked("Stay here")


class LessonPanel(QWidget):
    """Shows what :class:`Lessons` says, and tells it what a person chooses."""

    def __init__(self, workspace: Workspace, lessons: Lessons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self.lessons = workspace, lessons
        self._shown: Step | None = None
        self._told: tuple[Step, Phase] | None = None
        self._build_ui()
        self._connect()
        self._show()

    def _build_ui(self) -> None:
        self.title, self.count = QLabel(), muted()
        self.title.setWordWrap(True)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self.title.setFont(font)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(GAP // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.count)
        layout.addWidget(self.progress)
        layout.addWidget(self._build_text(), _TALLEST)
        layout.addWidget(self._build_asked())
        layout.addStretch(1)
        layout.addLayout(self._build_buttons())

    def _build_text(self) -> QTextBrowser:
        self.text = QTextBrowser()
        self.text.setObjectName("lesson-text")
        self.text.setAccessibleName(tr("Lesson"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setStyleSheet(_TEXT_STYLE)
        self.text.document().setDocumentMargin(0)
        return self.text

    def _fit_text(self) -> None:
        """No taller than it needs, so that what is asked for follows what there is to read.

        Measured as if there were a scroll bar: one that was there would else make the text longer, and so stay.
        """
        measured = self.text.document().clone()
        around = 2 * (MARGIN + _BORDER)
        measured.setTextWidth(self.width() - around - self.text.verticalScrollBar().sizeHint().width())
        self.text.setMaximumHeight(math.ceil(measured.size().height()) + 2 * _BORDER + 1)
        measured.deleteLater()  # nobody owns a clone

    def _build_asked(self) -> QFrame:
        """What a person is asked for, set apart from what there is to read."""
        self.asked = QFrame()
        self.asked.setObjectName("asked")
        self.asked.setStyleSheet("#asked { background: palette(base); border-left: 3px solid palette(highlight); }")
        self.heading, self.request = QLabel(), QLabel()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.request.setWordWrap(True)
        self.request.setTextFormat(Qt.TextFormat.MarkdownText)
        self.answers = Answers(self)
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(MARGIN, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for widget in (self.heading, self.request, self.answers):
            column.addWidget(widget)
        return self.asked

    def _build_buttons(self) -> QHBoxLayout:
        self.back, self.stay, self.next = push_button(""), push_button(""), push_button("")
        for button, name in ((self.back, "back"), (self.stay, "stay"), (self.next, "next")):
            button.setObjectName(f"lesson-{name}")
            button.setAutoDefault(True)
        self.back.setToolTip(tr("Shift+F8 does the same from everywhere"))
        self.next.setToolTip(tr("F8 does the same from everywhere"))
        self.next.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.back)
        row.addWidget(self.stay)
        row.addStretch(1)
        row.addWidget(self.next)
        return row

    def _connect(self) -> None:
        lessons = self.lessons
        lessons.changed.connect(self._show)
        self.answers.chosen.connect(lessons.choose)
        self.back.clicked.connect(lessons.go_back)
        self.stay.clicked.connect(lambda: lessons.end(back=False))
        self.next.clicked.connect(lessons.go_on)
        self.text.anchorClicked.connect(self._follow)
        self.text.highlighted.connect(self._hint)

    def sizeHint(self) -> QSize:
        return QSize(340, 600)

    def minimumSizeHint(self) -> QSize:
        return SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    @property
    def _at_end(self) -> bool:
        return self.lessons.is_last and self.lessons.phase is Phase.READ

    def _show(self) -> None:
        lessons, lesson = self.lessons, self.lessons.lesson
        if lesson is None:
            return
        is_new, is_other = lessons.step is not self._shown, (lessons.step, lessons.phase) != self._told
        self._shown, self._told = lessons.step, (lessons.step, lessons.phase)
        count = len(lesson.steps)
        self.title.setText(lessons.say(lesson.title))
        self.count.setText(tr(COUNT).format(number=lessons.index + 1, count=count))
        self.progress.setRange(0, count)
        self.progress.setValue(lessons.index + (lessons.phase is Phase.READ))
        self._show_text()
        self._show_asked()
        self._show_buttons()
        self.setFocusProxy(self._wanted_next)
        if is_other:
            announce(self, self._words)
        if lessons.phase is not Phase.DO and (is_new or self._has_keyboard()):
            # A moment later, as the panel may be in view only then.
            QTimer.singleShot(0, self, self._take_keyboard)

    @property
    def _words(self) -> str:
        """What there is to hear now: the text and the question, the task, or the answer."""
        lessons, text = self.lessons, self.text.toPlainText()
        if lessons.phase is Phase.READ:
            return text
        request = self.request.text().replace("*", "")
        return f"{text} {request}" if lessons.phase is Phase.GUESS else request

    def _has_keyboard(self) -> bool:
        last: QWidget | None = self.focusWidget()
        return last is not None and last.hasFocus()

    def _show_text(self) -> None:
        """At its end the answer, which is scrolled to."""
        lessons, step = self.lessons, self.lessons.step
        self.text.setMarkdown(lessons.say(step.text))
        if lessons.phase is Phase.READ and step.answer:
            place = self.text.document().characterCount()
            answer = f"{self._verdict()}{lessons.say(step.answer)}{self._outlook()}"
            self.text.setMarkdown(f"{lessons.say(step.text)}\n\n---\n\n{answer}")
            self._scroll_to(place)
        self._fit_text()

    def _scroll_to(self, place: int) -> None:
        bar, cursor = self.text.verticalScrollBar(), self.text.textCursor()
        bar.setValue(bar.maximum())
        cursor.setPosition(min(place, self.text.document().characterCount() - 1))
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _outlook(self) -> str:
        """At the end of a lesson, the first one behind it that has not been done."""
        lessons, lesson = self.lessons, self.lessons.lesson
        if lesson is None or not self._at_end:
            return ""
        following = (each for each in LESSONS[LESSONS.index(lesson) + 1 :] if not lessons.is_done(each))
        other = next(following, None)
        link = "" if other is None else f"[{lessons.say(other.title)}](lesson:{other.name})"
        return f"\n\n{tr('Next lesson: {lesson}', lesson=link)}" if link else ""

    def _verdict(self) -> str:
        """How the guess compares with what is right, in bold."""
        lessons, guess = self.lessons, self.lessons.step.guess
        if guess is None:
            return ""
        answer = lessons.say(guess.answers[guess.right])
        if lessons.guess is None:
            verdict = tr(UNGUESSED).format(answer=answer)
        elif lessons.is_right:
            verdict = tr(RIGHT).format(answer=answer)
        else:
            verdict = tr(WRONG).format(guess=lessons.say(guess.answers[lessons.guess]), answer=answer)
        return f"*{lessons.say(guess.question)}*\n\n**{verdict}**\n\n"

    def _show_asked(self) -> None:
        lessons, step = self.lessons, self.lessons.step
        self.asked.setVisible(lessons.phase is not Phase.READ)
        self.answers.setVisible(lessons.phase is Phase.GUESS)
        if lessons.phase is Phase.GUESS and step.guess is not None:
            self.heading.setText(tr(GUESS_FIRST))
            self.request.setText(lessons.say(step.guess.question))
            self.answers.offer([lessons.say(answer) for answer in step.guess.answers])
        elif lessons.phase is Phase.DO and step.task is not None:
            self.heading.setText(tr(NOW_YOU))
            self.request.setText(lessons.say(step.task.text))

    def _show_buttons(self) -> None:
        lessons = self.lessons
        self.back.setText(tr(BACK))
        self.back.setVisible(not self._at_end)
        self.back.setEnabled(lessons.index > 0)
        self.stay.setText(tr(STAY))
        self.stay.setVisible(self._at_end)
        following = RETURN if self._at_end else {Phase.GUESS: NO_IDEA, Phase.DO: SHOW, Phase.READ: NEXT}[lessons.phase]
        self.next.setText(tr(following))
        self.next.setProperty("primary", lessons.phase is Phase.READ)
        self.next.style().polish(self.next)

    @property
    def _wanted_next(self) -> QPushButton:
        return self.answers.buttons[0] if self.lessons.phase is Phase.GUESS else self.next

    def _take_keyboard(self) -> None:
        self._wanted_next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "lesson":
            self.lessons.start(next(lesson for lesson in LESSONS if lesson.name == link.path()))
        else:
            self._workspace.explanation_wanted.emit(link.path())

    def _hint(self, link: QUrl) -> None:
        term = BY_KEY.get(link.path())
        QToolTip.showText(QCursor.pos() + QPoint(0, GAP), "" if term is None else term.plain_text, self.text)
