"""A second run beside the first: the same z, its own timeline or the step of the first."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.runs.comparison import Comparison
from app.runs.timeline_bar import TimelineBar
from app.theme import GAP
from app.widgets.buttons import tool_button
from app.widgets.flow_row import FlowRow
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from gan.request import RenderResult
from gan.words import marked, tr

EMPTY = marked("Choose a run with Compare in the timeline.")


class ComparisonPanel(QWidget):
    """The picture of the compared run, and its timeline."""

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.title = muted()
        self.link_box = QCheckBox(tr("Same s&tep"))
        self.link_box.setObjectName("link-timelines")
        self.link_box.setToolTip(tr("Go to the snapshot nearest to the step of the first run, whenever that one moves"))
        self.close_button = tool_button(tr("Compare no longer"), icon="close")
        self.close_button.setAutoRaise(True)
        self.view = ImageView(tr(EMPTY))
        self.view.setObjectName("comparison-picture")
        self.view.setAccessibleName(tr("Picture that the compared run makes of the same z"))
        self.bar = TimelineBar(self._comparison.timeline)
        head = FlowRow()
        head.addWidget(self.title, 1)
        head.addWidget(self.link_box)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, GAP)  # the picture has as much room as the one beside it
        layout.setSpacing(GAP)
        layout.addLayout(_inset(head))
        layout.addWidget(self.view, 1)
        layout.addLayout(_inset(self.bar))
        self._show()

    def _connect(self) -> None:
        self.link_box.toggled.connect(self._link)
        self.close_button.clicked.connect(self._comparison.close)
        self._comparison.changed.connect(self._show)
        self._comparison.rendered.connect(self._show_picture)

    def _show(self) -> None:
        compared = self._comparison.checkpoint is not None
        self.title.setText(self._comparison.name if compared else "")
        self.close_button.setVisible(compared)
        self.link_box.setVisible(compared)
        self.bar.setVisible(compared)
        if not compared:
            self.view.set_picture(None)

    def _link(self, linked: bool) -> None:
        self._comparison.set_linked(linked)
        self.bar.setEnabled(not linked)

    def _show_picture(self, result: RenderResult) -> None:
        self.view.set_picture(result.images[0])


def _inset(part: QLayout | QWidget) -> QHBoxLayout:
    """``part`` as far from the sides as in other panels."""
    row = QHBoxLayout()
    row.setContentsMargins(GAP, 0, GAP, 0)
    if isinstance(part, QLayout):
        row.addLayout(part)
    else:
        row.addWidget(part)
    return row
