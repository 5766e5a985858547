"""Let D choose: a check box for every tool that draws random points; all of them show the same."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from app.session.choosing import Choosing
from app.session.random_points import RandomPoints
from app.widgets.labels import literal
from gan.words import marked, tr

_TIP = marked(
    "Random points are those that the discriminator keeps (rejection sampling), about this "
    "share. What D turns away, on the Layers page, shows the others and changes the share."
)


class ChoosingBox(QCheckBox):
    """Where nobody can choose, it says why; while the points of ``random`` are being chosen, it says that."""

    def __init__(self, choosing: Choosing, random: RandomPoints | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choosing, self._random = choosing, random
        self.toggled.connect(choosing.set_enabled)
        if random is not None:
            random.job.busy_changed.connect(lambda _: self._show())
        choosing.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        reason = self._choosing.reason
        busy = self._random is not None and self._random.job.busy
        self.setText(
            tr("D is choosing…") if busy else tr("Let D ch&oose ({share} kept)", share=share_text(self._choosing.share))
        )
        self.setToolTip(literal(reason) or tr(_TIP))
        self.setEnabled(not reason)
        with QSignalBlocker(self):
            self.setChecked(self._choosing.active)


def share_text(share: float) -> str:
    """In whole percents."""
    return f"{100 * share:.0f}%"
