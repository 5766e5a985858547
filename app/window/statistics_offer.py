"""Offers the statistics of a batch where a generator's file says that its own are of no use."""

from PySide6.QtCore import QObject

from app.session.open_model import OpenModel
from app.session.session import Session
from app.widgets.banner import Banner
from gan.request import BatchStatistics
from gan.words import marked, tr

QUESTION = marked("The running statistics of this file give no good pictures. Use the statistics of a batch?")
YES = marked("Use a batch")


class StatisticsOffer(QObject):
    """Asks in ``banner`` when such a file is opened; there is nothing to ask where a batch is chosen already."""

    def __init__(self, session: Session, banner: Banner) -> None:
        super().__init__(banner)
        self._edits, self._banner = session.edits, banner
        session.follow_model(self._take_model)
        session.edits.changed.connect(self._withdraw)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if before is not None and before.source.path == now.source.path:
            return
        if now.has_useless_statistics and self._edits.batch is None:
            self._banner.ask(tr(QUESTION), {tr(YES): lambda: self._edits.set_batch(BatchStatistics())})
        else:
            self._close()

    def _withdraw(self) -> None:
        if self._edits.batch is not None:
            self._close()

    def _close(self) -> None:
        """Only what was asked here: others speak in the same place."""
        if self._banner.message == QUESTION:
            self._banner.hide()
