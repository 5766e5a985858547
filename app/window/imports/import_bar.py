"""A line across the window while a stranger's file is worked out, with a button that ends it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.theme import GAP
from app.window.imports.imports import Imports
from app.work.job_bar import JobBar


class ImportBar(QFrame):
    """Hidden unless there is something to wait for."""

    def __init__(self, imports: Imports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job_bar = JobBar()
        self.job_bar.follow(imports.jobs)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP * 2, GAP // 2, GAP * 2, GAP // 2)
        layout.addWidget(self.job_bar)
        self.setVisible(imports.jobs.busy)
        imports.jobs.busy_changed.connect(self.setVisible)
