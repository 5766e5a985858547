"""All runs of the library: open, compare, rename, delete."""

from PySide6.QtCore import QPoint, QSize, QSortFilterProxyModel, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QInputDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.runs.run_library import THUMBNAIL, NoTrashError
from app.runs.runs import Runs
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Key
from app.train.library.keys import DELETE, NOTE, OPEN, RENAME
from app.train.library.runs_model import SORT_ROLE, Column, RunsModel
from app.widgets.asking import ask
from app.widgets.buttons import push_button
from app.widgets.file_dialogs import Kind, ask_for_folder
from app.widgets.flow_row import FlowRow
from app.widgets.labels import literal, muted
from app.widgets.note_dialog import NoteDialog
from app.widgets.watch import Watch
from gan.train.summary import RunSummary
from gan.train.wording import size_text
from gan.words import marked, tr

REFRESH_MS = 2000
WIDTHS = {Column.DATA: 84, Column.STATE: 62, Column.TIME: 58, Column.SCORE: 46, Column.CHANGED: 82, Column.SIZE: 56}
EMPTY = marked("No runs yet. Start one, or open a run that was trained elsewhere.")


class RunsPanel(QWidget):
    """The list is looked through every two seconds while it is seen."""

    def __init__(self, session: Session, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._runs = session, runs
        self._library = runs.library
        self.model = RunsModel(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT_ROLE)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._seen = Watch(self, self._take_seen, False)
        self._build_actions()
        self._build_ui()
        self._connect()
        self._show_known()
        self._show_selection()
        self._seen.want(True)

    def _build_actions(self) -> None:
        self.open_action = self._key_action(tr("&Open"), OPEN)
        self.curves_action = self._action(
            tr("Compare &curves"), tr("Draw the curves of the chosen runs, three at most")
        )
        self.pictures_action = self._action(tr("Compare &pictures"), tr("Show this run's picture of the same z beside"))
        self.rename_action = self._key_action(tr("&Rename…"), RENAME)
        self.note_action = self._key_action(tr("&Note…"), NOTE)
        self.delete_action = self._key_action(tr("&Delete…"), DELETE)
        self.folder_action = self._action(tr("Open &folder"), tr("Show the run's folder"))
        self._one = (
            *(self.open_action, self.pictures_action, self.rename_action),
            *(self.note_action, self.folder_action),
        )
        self._several = (self.curves_action, self.delete_action)

    def _action(self, text: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        self.addAction(action)
        return action

    def _key_action(self, text: str, key: Key) -> QAction:
        action = self._action(text, tr(key.tip))
        action.setShortcut(QKeySequence(key.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _build_ui(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        empty = muted(tr(EMPTY), wraps=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(empty)
        self.stack.addWidget(self._build_table())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(holder, 1)
        layout.addLayout(self._build_buttons())

    def _build_table(self) -> QTableView:
        self.table = QTableView()
        self.table.setObjectName("runs")
        self.table.setAccessibleName(tr("Runs"))
        self.table.setModel(self.sorted)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        # The runs of one day begin alike and differ in their ends.
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setTabKeyNavigation(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.CHANGED, Qt.SortOrder.DescendingOrder)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(THUMBNAIL + 8)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStyleSheet("QHeaderView::section { padding: 4px 3px; }")
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        return self.table

    def _build_buttons(self) -> FlowRow:
        row = FlowRow()
        for action in (self.open_action, self.curves_action):
            row.addWidget(_button_of(action))
        row.addStretch()
        self.elsewhere_button = push_button(
            tr("Open a run else&where…"), tr("Follow a run that a terminal or another machine drives, by its folder")
        )
        row.addWidget(self.elsewhere_button)
        return row

    def _connect(self) -> None:
        self._library.found.connect(self.model.put)
        self._library.gone.connect(self.model.drop)
        self._library.found.connect(lambda _: self._show_rows())
        self._library.gone.connect(lambda _: self._show_rows())
        self._timer.timeout.connect(self._library.refresh)
        self._runs.controller.phase_changed.connect(lambda _: self._refresh_if_seen())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selection())
        self.table.doubleClicked.connect(lambda _: self.open_action.trigger())
        self.table.customContextMenuRequested.connect(self._show_menu)
        attempt = self._session.attempt
        self.open_action.triggered.connect(lambda: attempt(self._open))
        self.curves_action.triggered.connect(self._compare_curves)
        self.pictures_action.triggered.connect(lambda: attempt(self._compare_pictures))
        self.rename_action.triggered.connect(self._rename)
        self.note_action.triggered.connect(self._write_note)
        self.delete_action.triggered.connect(lambda: attempt(self._delete))
        self.folder_action.triggered.connect(self._open_folder)
        self.elsewhere_button.clicked.connect(lambda: attempt(self._open_elsewhere))

    @property
    def selected(self) -> list[RunSummary]:
        """The chosen runs, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.summary(self.sorted.mapToSource(self.sorted.index(row, 0)).row()) for row in rows]

    def _open(self) -> None:
        if self.selected:
            self._runs.open_run(self.selected[0].folder)

    def _open_elsewhere(self) -> None:
        folder = ask_for_folder(Kind.RUN, self, tr("Follow a training run"))
        if folder is not None:
            self._runs.open_run(folder)

    def _compare_curves(self) -> None:
        self._library.compare_curves(run.folder for run in self.selected)

    def _compare_pictures(self) -> None:
        self._runs.comparison.open(str(self.selected[0].folder))

    def _rename(self) -> None:
        folder = self.selected[0].folder
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("Rename the run"))
        dialog.setLabelText(tr("Name"))
        dialog.setTextValue(folder.name)
        attempt, rename = self._session.attempt, self._library.rename
        ask(dialog, lambda agreed: attempt(lambda: rename(folder, agreed.textValue())))

    def _write_note(self) -> None:
        run, attempt, note = self.selected[0], self._session.attempt, self._library.set_note
        dialog = NoteDialog(tr("About {run}", run=run.name), run.note, self)
        ask(dialog, lambda agreed: attempt(lambda: note(run.folder, agreed.field.toPlainText())))

    def _delete(self) -> None:
        runs = self.selected
        move = tr("Move {runs} to the trash?", runs=_named(runs))
        if runs and self._is_sure(move, tr("{runs} go with it.", runs=_contents(runs)), tr("&Move to the trash")):
            self._delete_each(runs)

    def _delete_each(self, runs: list[RunSummary]) -> None:
        """Where there is no trash for them, ask once whether they are to be deleted for good."""
        for number, run in enumerate(runs):
            try:
                self._library.delete(run.folder)
            except NoTrashError:
                self._delete_for_good(runs[number:])
                return

    def _delete_for_good(self, runs: list[RunSummary]) -> None:
        question = tr("The trash does not take {runs}. Delete for good?", runs=_named(runs))
        if self._is_sure(question, tr("{runs} cannot be brought back.", runs=_contents(runs)), tr("&Delete for good")):
            for run in runs:
                self._library.delete_for_good(run.folder)

    def _is_sure(self, question: str, what_goes: str, answer: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, tr("Delete"), literal(question), parent=self)
        box.setInformativeText(literal(what_goes))
        yes = box.addButton(answer, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        box.deleteLater()
        return box.clickedButton() is yes

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.selected[0].folder)))

    def _show_menu(self, position: QPoint) -> None:
        if self.selected:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([self.open_action, self.curves_action, self.pictures_action])
            menu.addSeparator()
            menu.addActions([self.rename_action, self.note_action, self.delete_action, self.folder_action])
            menu.popup(self.table.viewport().mapToGlobal(position))

    def _show_selection(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        for action in self._one:
            action.setEnabled(count == 1)
        for action in self._several:
            action.setEnabled(count > 0)

    def _show_known(self) -> None:
        for run in self._library.runs.values():
            self.model.put(run)
        self._show_rows()

    def _show_rows(self) -> None:
        self.stack.setCurrentIndex(1 if self.model.rowCount() else 0)

    def _refresh_if_seen(self) -> None:
        if self._seen.active:
            self._library.refresh()

    def _take_seen(self, seen: bool) -> None:
        if seen:
            self._library.refresh()
            self._timer.start()
        else:
            self._timer.stop()


def _named(runs: list[RunSummary]) -> str:
    return runs[0].name if len(runs) == 1 else tr("{count} runs", count=len(runs))


def _contents(runs: list[RunSummary]) -> str:
    return tr("Generators, samples and saved states, {size},", size=size_text(sum(run.size for run in runs)))


def _button_of(action: QAction) -> QPushButton:
    button = push_button(action.text(), action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
