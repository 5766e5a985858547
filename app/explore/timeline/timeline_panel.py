"""The run's snapshots below the picture: go back and forth, play, save as a film, compare with another run."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from app.runs.how_long import HowLongDialog
from app.runs.phase import Phase
from app.runs.runs import Runs
from app.runs.timeline_bar import TimelineBar
from app.session.session import Session
from app.theme import GAP
from app.widgets.asking import ask
from app.widgets.buttons import tool_button
from app.widgets.file_dialogs import Kind, ask_for_folder
from app.widgets.flow_row import FlowRow
from app.widgets.labels import no_key
from app.work.background import Background, Job
from app.work.film_button import FilmButton
from app.work.films import FilmLook, training_film_job
from app.work.job_bar import JobBar
from gan.places import runs_folder
from gan.sources import bundled_models
from gan.train.config import TrainConfig
from gan.train.ends import trained_in, usable_states, used_up
from gan.train.run import Run, SavedState
from gan.words import tr

MOST_RECENT = 12


class TimelinePanel(QWidget):
    """The timeline of the generator under the sliders."""

    def __init__(self, session: Session, runs: Runs, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._runs, self._timeline = session, runs, runs.timeline
        self._build_ui(background)
        self._connect()
        self._show()

    def _build_ui(self, background: Background) -> None:
        self.bar = TimelineBar(self._timeline)
        tip = tr("Write this z through the training as MP4 or GIF")
        config = self._session.config
        self.film_button = FilmButton(tr("Save f&ilm…"), tip, "training.mp4", background, self._film_job, config)
        self.film_button.setObjectName("save-film")
        self.switch_button = tool_button(tr("Best"))
        self.switch_button.setObjectName("best-or-newest")
        self._build_compare_button()
        self.branch_button = tool_button(tr("Contin&ue from here"))
        self.branch_button.setObjectName("continue-from-here")
        self.job_bar = JobBar()
        row = FlowRow()
        row.addWidget(self.switch_button)
        row.addWidget(self.job_bar, 1)
        row.addStretch()
        row.addWidget(self.branch_button)
        row.addWidget(self.film_button)
        row.addWidget(self.compare_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.bar)
        layout.addLayout(row)

    def _build_compare_button(self) -> None:
        self.compare_button = tool_button(tr("&Compare"), tr("Show another run beside this one, with the same z"))
        self.compare_button.setObjectName("compare")
        self.compare_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.compare_button.setMenu(self.menu)

    def menu_here(self) -> QMenu:
        """What the buttons do, where a person looks for it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        play = self.bar.play_button
        menu.addAction(play.accessibleName(), play.click).setEnabled(play.isEnabled())
        for button in (self.switch_button, self.branch_button, self.film_button):
            menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
        compare = menu.addMenu(tr("&Compare"))
        compare.setEnabled(self.compare_button.isEnabled())
        self._fill_menu(compare)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_here().popup(event.globalPos())

    def _connect(self) -> None:
        self.film_button.failed.connect(self._session.failed)
        self.film_button.written.connect(self._session.written)
        self.job_bar.follow(self.film_button.jobs)
        self.switch_button.clicked.connect(self._switch)
        self.branch_button.clicked.connect(self._continue_from_here)
        self.menu.aboutToShow.connect(lambda: self._fill_menu(self.menu))
        self._runs.controller.phase_changed.connect(lambda _: self._show())
        self._timeline.changed.connect(self._show)

    def _film_job(self, target: Path, look: FilmLook) -> Job | None:
        network, model = self._session.network, self._session.model
        if network is None or model is None:
            return None
        return training_film_job(target, self._timeline.snapshots, network, model.config, self._session.device, look)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        for name in bundled_models():
            menu.addAction(no_key(name), partial(self._compare, name))
        menu.addSeparator()
        for folder in _recent_runs():
            menu.addAction(no_key(folder.name), partial(self._compare, str(folder)))
        menu.addSeparator()
        menu.addAction(tr("Another run…"), self._choose_run)
        if self._runs.comparison.checkpoint is not None:
            menu.addAction(tr("Compare no longer"), self._runs.comparison.close)

    def _compare(self, target: str) -> None:
        self._session.attempt(lambda: self._runs.comparison.open(target))

    def _choose_run(self) -> None:
        folder = ask_for_folder(Kind.RUN, self, tr("Compare with a training run"))
        if folder is not None:
            self._compare(str(folder))

    def _show(self) -> None:
        self.film_button.set_possible(len(self._timeline.snapshots) > 1)
        self.compare_button.setEnabled(self._session.model is not None)
        self._show_switch()
        self._show_branch()

    def _show_switch(self) -> None:
        timeline, best = self._timeline, self._timeline.best
        known = best is not None and timeline.best_index >= 0
        self.switch_button.setText(tr("&Newest") if timeline.at_best else tr("&Best"))
        self.switch_button.setEnabled(known and not (timeline.at_best and timeline.at_end))
        if not known or best is None:
            tip = tr("Which snapshot is the best is not known: this run was not measured, or not for long enough")
        elif timeline.at_best:
            tip = tr("Show the newest snapshot; this one is the best: {best}", best=best.text)
        else:
            tip = tr("Show the best snapshot, that of step {step:,}: {best}", step=best.step, best=best.text)
        self.switch_button.setToolTip(tip)

    def _switch(self) -> None:
        if self._timeline.at_best:
            self._timeline.move_to_newest()
        else:
            self._timeline.move_to_best()

    def _show_branch(self) -> None:
        state, busy = self._nearest_state(), self._runs.controller.is_busy
        starting = self._runs.controller.phase is Phase.STARTING
        self.branch_button.setText(tr("Starting…") if starting else self._continue_text(state))
        self.branch_button.setEnabled(state is not None and not busy)
        if state is None:
            tip = tr("No full state of this run is kept, so training cannot go on from here")
        elif busy:
            tip = tr("Stop the run that is under way first")
        else:
            tip = tr("Start a new run from step {step:,}, the nearest of which the full state is kept", step=state.step)
        self.branch_button.setToolTip(tip)

    def _continue_text(self, state: SavedState | None) -> str:
        snapshot = self._timeline.snapshot
        if state is None or snapshot is None or state.step == snapshot.step:
            return tr("Contin&ue from here")
        return tr("Contin&ue from step {step:,}", step=state.step)

    def _nearest_state(self) -> SavedState | None:
        snapshot, run = self._timeline.snapshot, self._timeline.run
        if snapshot is None or run is None:
            return None
        states = usable_states(run) or run.states()  # if none is whole, the trainer says so
        return min(states, key=lambda state: abs(state.step - snapshot.step), default=None)

    def _continue_from_here(self) -> None:
        """Where the run's limits are used up, ask for how long."""
        state, run = self._nearest_state(), self._timeline.run
        if state is None or run is None:
            return
        trained, config = trained_in(run, state.path), run.config
        if trained is not None and used_up(config, trained):
            dialog = HowLongDialog(tr("Continue from here"), config, trained, self)
            ask(dialog, lambda agreed: self._branch(run, state, agreed.config()))
        else:
            self._branch(run, state, config)

    def _branch(self, run: Run, state: SavedState, config: TrainConfig) -> None:
        """Unless the timeline is that of another run meanwhile."""
        if self._timeline.run is run:
            self._runs.follower.continue_from(state, config)


def _recent_runs() -> list[Path]:
    """Runs of the library that have a snapshot, the newest first."""
    if not runs_folder().is_dir():
        return []
    found = [folder for folder in runs_folder().iterdir() if (folder / "snapshots").is_dir()]
    return sorted(found, key=lambda folder: folder.stat().st_mtime, reverse=True)[:MOST_RECENT]
