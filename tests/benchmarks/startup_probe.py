"""Starts the window as ``main.py`` does and tells when it was visible and when it showed its first picture."""

import time


def main() -> list[float]:
    """``time.time()`` of both."""
    from app.application import make_application, make_window
    from app.arguments import Arguments

    application = make_application()
    window = make_window(Arguments(size=(1280, 800)), remember=False)
    times: list[float] = []

    def note(*_: object) -> None:
        times.append(time.time())
        if len(times) == 2:
            application.quit()

    from PySide6.QtCore import QTimer

    window.session.picture_shown.connect(note)
    window.show()
    application.processEvents()
    note()
    QTimer.singleShot(0, lambda: window.open_first(None))
    application.exec()
    window.shut_down()
    return times[:2]
