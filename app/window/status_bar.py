"""The line at the bottom of the window: the model, what is changed in it, where it runs and how fast."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from app.session.session import Session
from app.theme import GAP
from app.widgets.buttons import tool_button
from app.widgets.changes_badge import ChangesBadge
from app.widgets.labels import no_key, plain
from app.window.latency_label import LatencyLabel
from gan.words import tr

TOLD_MS = 6000


class StatusBar(QStatusBar):
    """Follows ``session``, and shows what goes on in panels that may not be in view."""

    panel_wanted = Signal(str)
    """A person wants to see what goes on in the panel of that name."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_label = plain(tr("No model is open"))
        self.device_label = QLabel(tr("Loading torch…"))
        self.device_label.setContentsMargins(GAP, 0, 0, 0)
        self.latency_label = LatencyLabel()
        self.changes_badge = ChangesBadge()
        self.setContentsMargins(GAP, 0, GAP, 0)
        self.addWidget(self.model_label, 1)
        for widget in (self.changes_badge, self.latency_label, self.device_label):
            self.addPermanentWidget(widget)
        self.work_buttons: dict[str, QToolButton] = {}
        """For each panel in which something has gone on."""
        self._connect(session)

    def _connect(self, session: Session) -> None:
        session.model_changed.connect(lambda _, now: self._show_model(now.title, now.description))
        session.edits.changed.connect(lambda: self.changes_badge.tell(session.edits.state.text))
        self.changes_badge.reset.clicked.connect(session.edits.reset)
        session.device_known.connect(self.device_label.setText)
        session.latency_measured.connect(self.latency_label.add)
        if session.model is not None:
            self._show_model(session.model.title, session.model.description)

    def tell(self, words: str) -> None:
        """Show ``words`` for a moment."""
        self.showMessage(words, TOLD_MS)

    def show_work(self, panel: str, words: str) -> None:
        """What goes on in ``panel``; nothing any more if ``words`` are empty."""
        if panel not in self.work_buttons:
            self.work_buttons[panel] = self._work_button(panel)
        button = self.work_buttons[panel]
        button.setText(no_key(words))
        button.setVisible(bool(words))

    def _work_button(self, panel: str) -> QToolButton:
        button = tool_button("", tr("Show where this goes on"), "play")
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self.panel_wanted.emit(panel))
        self.insertPermanentWidget(1, button)  # before what stands at the right always
        return button

    def _show_model(self, title: str, description: str) -> None:
        self.model_label.setText(f"{title}  ·  {description}")
