"""Which generator is open, and which others there are: with a few of its pictures each."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.session.open_model import OpenModel
from app.widgets.labels import literal, no_key
from gan.errors import LatentariumError
from gan.images import GRID_GAP
from gan.places import BUNDLED_MODELS
from gan.sources import bundled_models
from gan.train.run import Run, is_run
from gan.words import tr

THUMBNAIL, SMALL = 56, 22
SHOWN_ACROSS = 2
MOST_RECENT = 6
_MENU_STYLE = (
    f"QMenu {{ icon-size: {THUMBNAIL}px; padding: 4px; }} QMenu::item {{ padding: 4px 20px 4px 8px; }} "
    "QMenu::icon { margin-left: 4px; }"
)


class ModelChoice(QToolButton):
    """Calls ``open_target`` with a bundled name, or a path of ``recent()``; below them stand ``others``."""

    def __init__(
        self,
        open_target: Callable[[str], object],
        recent: Callable[[], list[Path]],
        others: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open, self._recent, self._others = open_target, recent, list(others)
        self.setText(tr("Model"))
        self.setToolTip(tr("Open another generator"))
        self.setAccessibleName(tr("Model"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(SMALL, SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = _Choices(self)
        self.choices.setStyleSheet(_MENU_STYLE)
        self.choices.setToolTipsVisible(True)
        self.choices.aboutToShow.connect(self.fill)
        self.setMenu(self.choices)

    def show_model(self, model: OpenModel) -> None:
        """``model`` is open."""
        run = model.source.run
        name = self.fontMetrics().elidedText(model.source.name, Qt.TextElideMode.ElideMiddle, 160)
        self.setText(tr("Model: {name}", name=no_key(name)))
        self.setAccessibleDescription(tr("{model} is open", model=model.title))
        self.setIcon(QIcon() if run is None else sample_icon(run.folder, SMALL, across=1))

    def fill(self) -> None:
        """List what can be opened now."""
        self.choices.clear()
        self.choices.addSection(tr("These come with the program"))
        for name in bundled_models():
            self._add(name, name, BUNDLED_MODELS / name)
        recent = self._recent()[:MOST_RECENT]
        if recent:
            self.choices.addSection(tr("Opened last"))
        for path in recent:
            self._add(path.name, str(path), path)
        self.choices.addSeparator()
        self.choices.addActions(self._others)

    def _add(self, title: str, target: str, folder: Path) -> None:
        action = self.choices.addAction(no_key(title), partial(self._open, target))
        action.setIcon(sample_icon(folder, THUMBNAIL))
        action.setToolTip(literal(target))


class _Choices(QMenu):
    """Ends where its button does, as that stands at the right edge of the window."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        button = self.parentWidget()
        assert button is not None
        right = button.mapToGlobal(button.rect().topRight()).x()
        self.move(max(self.screen().geometry().left(), right + 1 - self.width()), self.y())


def sample_icon(folder: Path, side: int, across: int = SHOWN_ACROSS) -> QIcon:
    """A corner of the newest sample of the run in ``folder``, ``across`` pictures wide; empty if there is none."""
    picture = QPixmap()
    with suppress(LatentariumError):
        run = Run.open(folder) if is_run(folder) else None
        newest = max(folder.glob("samples/step-*.png"), default=None) if run is not None else None
        if run is not None and newest is not None and picture.load(str(newest)):
            corner = (across * (side + GRID_GAP) - GRID_GAP for side in run.config.model.picture_size)
            fast = Qt.TransformationMode.FastTransformation
            picture = picture.copy(0, 0, *corner).scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, fast)
    return QIcon(picture)
