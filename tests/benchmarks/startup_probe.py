"""Starts the window as ``main.py`` does and prints when it was visible and when it showed its first picture."""

import json
import time


def main(started: float) -> int:
    """``started`` is ``time.time()`` just before this process; prints ``[window, picture]`` in seconds."""
    from app.application import make_application, make_window
    from app.arguments import Arguments

    application = make_application()
    window = make_window(Arguments(size=(1280, 800)), remember=False)
    times: list[float] = []

    def note(*_: object) -> None:
        times.append(time.time() - started)
        if len(times) == 2:
            application.quit()

    from PySide6.QtCore import QTimer

    window.session.picture_shown.connect(note)
    window.show()
    application.processEvents()
    note()
    QTimer.singleShot(0, lambda: window.open_first(None))
    application.exec()
    print(json.dumps(times[:2]))
    window.shut_down()
    return 0
