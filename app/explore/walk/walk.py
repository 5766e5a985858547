"""A gentle walk through latent space, as long as nobody has touched anything."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from app.session.session import Session
from app.toolkit.workspace import Memory
from gan.explore.latent import Latent, Mode, between
from gan.model.architecture import Distribution

FRAME_MS = 50
LEG_S = 4.0
"""From one random point to the next."""
LONGEST_S = 60.0
"""Nobody looks at a window for longer without touching it."""
SEED = 0
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.DragEnter,
    QEvent.Type.InputMethod,
}
_STILL = "motion/reduced"


class Walk(QObject):
    """Moves z without a trace on the undo stack, and stays where it is when somebody touches the window.

    ``memory`` says whether motion is to be reduced. A window that cannot be seen ends it, too.
    """

    def __init__(self, session: Session, memory: Memory) -> None:
        super().__init__(session)
        self._session, self._memory = session, memory
        self._points: Latent = session.z[None]
        self._began = 0.0
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._step)
        session.model_changed.connect(self.stop)
        session.undo_stack.indexChanged.connect(self.stop)
        session.edits.changed.connect(self.stop)

    @property
    def walking(self) -> bool:
        """Whether z moves by itself."""
        return self._timer.isActive()

    @property
    def is_still(self) -> bool:
        """Whether nothing is to move by itself: a person, or the system, wants that."""
        style = QApplication.style()
        animated = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        return not animated or self._memory.get(_STILL) == "yes"

    def toggle_still(self) -> None:
        """Have things move by themselves from the next start on, or no longer from now on."""
        self._memory.set(_STILL, "no" if self._memory.get(_STILL) == "yes" else "yes")
        self.stop()

    def begin(self) -> None:
        """Start out from the point under the sliders."""
        session = self._session
        if self.is_still or session.model is None or session.undo_stack.count():
            return
        legs = int(LONGEST_S / LEG_S)
        self._points = session.sample(legs + 1, SEED)
        self._points[0] = session.z
        self._began = time.monotonic()
        self._application.installEventFilter(self)
        self._timer.start()

    def stop(self, *_: object) -> None:
        """Stay where it is."""
        if self.walking:
            self._timer.stop()
            self._application.removeEventFilter(self)

    def at(self, seconds: float) -> Latent | None:
        """The point (z_dim,) after so long; None behind the end. It slows down at every random point."""
        leg, share = divmod(seconds / LEG_S, 1.0)
        if int(leg) + 1 >= len(self._points):
            return None
        eased = share * share * (3 - 2 * share)
        mode = Mode.SLERP if self._session.distribution is Distribution.NORMAL else Mode.LERP
        return between(self._points[int(leg)], self._points[int(leg) + 1], eased, mode)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.stop()
        return False

    @property
    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application

    def _step(self) -> None:
        z = self.at(time.monotonic() - self._began)
        if z is None or not any(window.isExposed() for window in QGuiApplication.topLevelWindows()):
            self.stop()
        else:
            self._session.drift(z)
