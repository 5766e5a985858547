"""How good models are, side by side: numbers, plots and pictures."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.runs.run_library import RunLibrary
from app.session.session import Session
from app.theme import GAP
from app.toolkit.keys import bind
from app.train.evaluation.add_menu import AddMenu
from app.train.evaluation.answering import Answer
from app.train.evaluation.class_bars import ClassBars, bars_of, classes_text
from app.train.evaluation.evaluations import MOST, Column, Evaluations
from app.train.evaluation.keys import COPY, REMOVE
from app.train.evaluation.membership_plot import MembershipPlot, points_of
from app.train.evaluation.numbers_model import NumbersModel
from app.train.evaluation.settings_row import SettingsRow
from app.train.evaluation.sheet import Sheet
from app.train.evaluation.table import STAR, table_of
from app.widgets.buttons import push_button
from app.widgets.file_dialogs import Kind, ask_to_save
from app.widgets.flow_row import FlowRow
from app.widgets.labels import muted, plain
from app.widgets.segmented import SegmentedControl
from app.widgets.watch import Watch
from app.work.job_bar import JobBar
from app.work.missing_pictures import MissingPictures
from gan.words import marked, tr

REFRESH_MS = 100
MOST_WORDS = 3
NUMBERS, PLOTS, PICTURES = "numbers", "plots", "pictures"
_NOTHING = marked("Add a model, then measure how good its pictures are beside real ones.")
_HINT = marked(
    "Losses say little of how good the pictures are. Measure draws some of each model and "
    "compares them with real ones. The first time can take a minute."
)
_LEGEND = marked(
    "{star} marks the best of those that are held to the same pictures, as far as the numbers tell them apart; ± is "
    "the interval that holds 95 of 100 draws. Numbers of different feature spaces have nothing to do with each other."
)
_NO_CLASSES = marked("No shares of classes: the real pictures have no labels.")


class EvaluationPanel(QWidget):
    """Shows what is known while it can be seen; measures when it is asked to."""

    def __init__(
        self, session: Session, evaluations: Evaluations, library: RunLibrary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._evaluations = session, evaluations
        self._columns: list[Column] = []
        self._refresh = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._seen = Watch(self, self._take_seen, False)
        self._build_ui(library)
        self._connect()
        self._show()
        self._seen.want(True)

    def _build_ui(self, library: RunLibrary) -> None:
        self.settings_row = SettingsRow(self._evaluations.settings)
        self.job_bar, self.reading_bar, self.missing = JobBar(), JobBar(), MissingPictures()
        self.words, self.problems = muted(wraps=True), plain(wraps=True)
        self.view = SegmentedControl({NUMBERS: tr("&Numbers"), PLOTS: tr("Pl&ots"), PICTURES: tr("Pict&ures")})
        self.view.set_current(NUMBERS)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._build_table())
        self.stack.addWidget(self._build_plots())
        self.sheet = Sheet()
        self.stack.addWidget(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_buttons(library))
        layout.addWidget(self.settings_row)
        for widget in (self.job_bar, self.reading_bar, self.missing, self.problems):
            layout.addWidget(widget)
        layout.addLayout(self._build_views())
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.words)

    def _build_buttons(self, library: RunLibrary) -> FlowRow:
        self.measure_button = push_button(tr("&Measure"), tr("Draw pictures of each model and hold them to real ones"))
        self.measure_button.setProperty("primary", True)
        self.add_button = push_button(tr("&Add a model"), tr("Put another one beside; {most} at most", most=MOST))
        self.add_menu = AddMenu(self._session, self._evaluations, library, self)
        self.add_button.setProperty("menu", True)
        self.add_button.setMenu(self.add_menu)
        self.remove_button = push_button(tr("&Remove"), tr(REMOVE.tip))
        self.report_button = push_button(
            tr("&Save report…"), tr("Write numbers, plots and pictures as one page of HTML")
        )
        self.copy_button = push_button(tr("&Copy table"), tr(COPY.tip))
        row = FlowRow()
        for button in (self.measure_button, self.add_button, self.remove_button):
            row.addWidget(button)
        row.addStretch()
        for button in (self.copy_button, self.report_button):
            row.addWidget(button)
        return row

    def _build_views(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        return row

    def _build_table(self) -> QTableView:
        self.model = NumbersModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Numbers of each model"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self.table

    def _build_plots(self) -> QSplitter:
        self.plot, self.bars = MembershipPlot(), ClassBars()
        self.no_classes = muted(tr(_NO_CLASSES), wraps=True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.classes_label = muted(wraps=True)
        column.addWidget(self.classes_label)
        column.addWidget(self.no_classes)
        column.addWidget(self.bars)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.plot)
        split.addWidget(area)
        split.setChildrenCollapsible(False)
        return split

    def _connect(self) -> None:
        evaluations = self._evaluations
        self.measure_button.clicked.connect(evaluations.measure)
        self.remove_button.clicked.connect(self.remove)
        self.copy_button.clicked.connect(self.copy)
        self.report_button.clicked.connect(self._ask_for_report)
        self.settings_row.chosen.connect(evaluations.set_settings)
        self.view.chosen.connect(self._turn_to)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.sheet.chosen.connect(self._go)
        self.missing.again.connect(evaluations.measure)
        self.job_bar.follow(evaluations.measuring)
        self.reading_bar.follow(evaluations.opening)
        evaluations.missing.connect(lambda data, reason: self.missing.offer(data, reason))
        evaluations.changed.connect(self._take_change)
        self._refresh.timeout.connect(self._show)
        bind(REMOVE, self.table, self.remove)
        bind(COPY, self.table, self.copy)

    def copy(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it."""
        QGuiApplication.clipboard().setText(table_of(self._columns).text)

    def remove(self) -> None:
        """Take away the model whose column is chosen."""
        column = self._chosen()
        if column is not None:
            self._evaluations.remove(column.candidate)

    def save_report(self, path: Path) -> None:
        """Write the page beside the window; its name then ends in ``.html``."""
        whole = path if path.suffix.lower() in (".html", ".htm") else path.with_name(f"{path.name}.html")
        self._evaluations.save_report(whole)

    def _ask_for_report(self) -> None:
        path = ask_to_save(Kind.EXPORT, self, tr("Save the report"), "how-good.html", tr("Pages (*.html)"))
        if path is not None:
            self.save_report(path)

    def _chosen(self) -> Column | None:
        """The column of the cell that the keyboard is in; the only one, if there are no others."""
        place = self.table.currentIndex().column() - 1
        if len(self._columns) == 1:
            return self._columns[0]
        return self._columns[place] if 0 <= place < len(self._columns) else None

    def _go(self, answer: Answer, place: int) -> None:
        """Go to the point of a picture if its model is open, with the edits that it was drawn with."""
        model, question = self._session.model, answer.question
        if model is None or model.source.path != question.origin.path:
            self._session.failed.emit(
                tr("that picture is one of {model}; open it to go to its pictures", model=question.model.title)
            )
            return
        changes = self._evaluations.changes_at(answer, place)
        self._session.go_to(answer.z[place], changes, tr("go to a picture that was measured"))

    def _turn_to(self, view: str) -> None:
        self.stack.setCurrentIndex((NUMBERS, PLOTS, PICTURES).index(view))
        self._show_words(self._columns)

    def _take_seen(self, seen: bool) -> None:
        if seen:
            self._show()

    def _take_change(self) -> None:
        """Runs write often, and edits are dragged: looked at ten times a second at most, and only while it is seen."""
        if self._seen.active and not self._refresh.isActive():
            self._refresh.start()

    def _show(self) -> None:
        self._columns = columns = self._evaluations.columns()
        self.settings_row.show_settings(self._evaluations.settings)
        self._show_table(columns)
        self.plot.show_points(points_of(columns))
        bars = bars_of(columns)
        self.bars.show_bars(bars)
        self.classes_label.setText(classes_text(columns))
        self.classes_label.setVisible(bool(bars))
        self.no_classes.setVisible(not bars)
        numbered = ((f"{number}  {column.title}", column.answer) for number, column in enumerate(columns, 1))
        self.sheet.show_answers({title: answer for title, answer in numbered if answer is not None})
        self._show_words(columns)
        self._show_buttons()

    def _show_table(self, columns: list[Column]) -> None:
        before, table = self.table.currentIndex(), table_of(columns)
        row, column = before.row(), before.column()
        self.model.show_table(table)
        self.table.clearSpans()
        for title in range(len(table.rows)):
            if self.model.is_title(title):
                self.table.setSpan(title, 0, 1, len(table.heads) + 1)
        index = self.model.index(row, column) if before.isValid() else QModelIndex()
        if index.isValid():
            self.table.setCurrentIndex(index)

    def _show_words(self, columns: list[Column]) -> None:
        problems = [
            tr("{title}: {about}", title=column.title, about=column.problem) for column in columns if column.problem
        ]
        old = [str(number) for number, column in enumerate(columns, 1) if not column.current]
        if old:
            problems.append(
                tr("Something has changed since {names} was measured; measure again.", names=tr(" and ").join(old))
            )
        self.problems.setText("\n".join(problems))
        self.problems.setVisible(bool(problems))
        found = [column.answer.evaluation for column in columns if column.answer is not None]
        warnings = dict.fromkeys(warning for each in found for warning in each.warnings)
        minded = " ".join(tr("Mind: {warning}.", warning=warning) for warning in list(warnings)[:MOST_WORDS])
        measured = "\n".join(filter(None, (minded, tr(_LEGEND, star=STAR))))
        self.words.setText(measured if found else tr(_HINT) if columns else tr(_NOTHING))
        self.words.setVisible(not found or self.view.current == NUMBERS)

    def _show_buttons(self) -> None:
        columns, busy = self._columns, self._evaluations.measuring.busy
        measured = any(column.answer is not None for column in columns)
        needed = any(column.answer is None or not column.current for column in columns)
        self.measure_button.setEnabled(needed and not busy)
        self.add_button.setEnabled(len(columns) < MOST)
        self.remove_button.setEnabled(self._chosen() is not None)
        self.report_button.setEnabled(measured and not busy)
        self.copy_button.setEnabled(measured)
