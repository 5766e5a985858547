"""Pictures with the discriminator's score of each, in its order; a click goes to the point of one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fit_items, picture_icon
from gan.explore.choosing import Judged
from gan.explore.latent import Latent
from gan.words import tr

THUMBNAIL, SHOWN = 44, 60


class JudgedSheet(QWidget):
    """A title with how many there are, and the first of them."""

    chosen = Signal(object)
    """The point (z_dim,) of a picture that a person has clicked."""

    def __init__(self, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._judged: Judged | None = None
        self.title = muted(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setToolTip(tip)
        arrange_as_pictures(self.list, THUMBNAIL, QSize(THUMBNAIL + 12, THUMBNAIL + 24))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def point(self, row: int) -> Latent:
        """What the picture at ``row`` was drawn from, (z_dim,)."""
        assert self._judged is not None
        return self._judged.z[row]

    def show_judged(self, judged: Judged | None, count: int = 0, total: int = 0) -> None:
        """Show ``judged``, the first of ``count`` among ``total``; None empties it."""
        self._judged = judged
        shown = 0 if judged is None else len(judged)
        fit_items(self.list, shown, THUMBNAIL)
        first = tr(", the first {shown}", shown=shown) if shown < count else ""
        self.title.setText(
            tr("{title}: {count:,} of {total:,}{first}", title=self._title, count=count, total=total, first=first)
            if total
            else self._title
        )
        if judged is not None:
            for place, (picture, score) in enumerate(zip(judged.pictures, judged.scores, strict=True)):
                _fill(self.list.item(place), picture_icon(picture, THUMBNAIL), score)

    def _choose(self, item: QListWidgetItem) -> None:
        if self._judged is not None:
            self.chosen.emit(self._judged.z[self.list.row(item)])


def _fill(item: QListWidgetItem, icon: QIcon, score: float) -> None:
    text = f"{score:.2f}".replace("-", "−")
    item.setIcon(icon)
    item.setText(text)
    item.setToolTip(tr("score {text}; click, or press Return, to go to this point", text=text))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Picture with a score of {text}", text=text))
