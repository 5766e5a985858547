"""Python's garbage, collected on the window's thread alone.

Whoever collects a cycle deletes the objects of Qt that lie in it. Python would do so on whichever thread happens to
make one object too many, such as the one that renders, while the window is at work with what they belong to: that ends
the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 250
GROWN = 0.25
"""As many new objects, as a share of the old ones, make it worth to look through all of them: Python's own rule."""


class GarbageCollector(QObject):
    """Collects in the stead of Python, and as often, on the thread that it was made on; Python no longer does.

    It begins with :meth:`settle`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._old = self._aged = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.collect)

    def settle(self) -> None:
        """Collect from now on; what is there by now is the program itself, and not looked through again.

        That would hold up the window for some tenths of a second. To be called again once a new window is there, as
        that before is garbage.
        """
        if self._timer.isActive():
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        self._timer.start()

    def collect(self) -> None:
        """What is due: the youngest objects, those that have been looked through once, or all."""
        young, middle, old = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        if old and self._aged > GROWN * self._old:
            gc.collect()
            self._old, self._aged = len(gc.get_objects()), 0
        elif middle:
            self._aged += sum(len(gc.get_objects(generation)) for generation in (0, 1))
            gc.collect(1)
        elif young:
            gc.collect(0)
