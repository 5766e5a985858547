"""Which classes the chosen pictures have, found beside the window: the names in a large folder take a while."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.imagesets import NAMED_SETS, label_names
from gan.words import tr


class ClassOffer(QObject):
    """Answers for the pictures that were asked about last; says nothing of some that are not there."""

    found = Signal(object)
    """Names of classes, none for pictures that have no classes; None as long as that is not known."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = ""
        self.listing = LatestJob(background, self)
        self.listing.succeeded.connect(self.found)

    def ask(self, data: str) -> None:
        """Have :attr:`found` tell the classes of ``data``; nothing happens while that stays the same."""
        if data == self._data:
            return
        self._data = data
        self.listing.forget()
        if data in NAMED_SETS:
            self.found.emit(label_names(data))
        else:
            self.found.emit(None)
            self.listing.start(Job(tr("Looking for classes"), partial(_names, data=data)))


def _names(job: Job, data: str) -> tuple[str, ...]:
    return label_names(data)
