"""How far a job is, with a button that cancels it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.theme import GAP
from app.widgets.labels import plain
from app.work.background import Job
from app.work.latest_job import LatestJob
from gan.words import tr


class JobBar(QWidget):
    """Hidden unless a job is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.label = plain()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel_button)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a job is shown."""
        return self._job is not None

    def follow(self, jobs: LatestJob) -> None:
        """Show every job of ``jobs``, first the one that is under way, if there is one."""
        jobs.started.connect(self.watch)
        if jobs.job is not None:
            self.watch(jobs.job)

    def watch(self, job: Job) -> None:
        """Show ``job`` until it ends, or until another one is shown."""
        self._leave()
        self._job = job
        self.label.setText(f"{job.title}…")
        self.bar.setAccessibleName(job.title)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        job.progressed.connect(self._show_progress)
        job.doing_changed.connect(self._show_doing)
        job.ended.connect(self._end)
        self.show()

    def _leave(self) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._show_progress)
            self._job.doing_changed.disconnect(self._show_doing)
            self._job.ended.disconnect(self._end)
            self._job = None

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_doing(self, words: str) -> None:
        self.label.setText(f"{words[:1].upper()}{words[1:]}…")

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel_button.setEnabled(False)
            self._job.cancel()

    def _end(self) -> None:
        self._leave()
        self.hide()
