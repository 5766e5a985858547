"""Starts the window. Nothing heavy is imported before it is certain that there is a screen to show it on."""

import logging
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten
from types import TracebackType
from typing import TYPE_CHECKING

from app.arguments import Arguments, parse
from app.desktop_entry import install_desktop_entry
from app.log_file import start_log, watch_for_faults
from app.system_libraries import display_problem, missing_libraries, missing_message, prefer_working_display
from app.work.torch_loading import leave_imports_to_python
from app.work.torch_threads import wait_without_spinning
from gan.errors import LatentariumError, UsageError
from gan.memory import keep_few_convolutions, share_one_heap
from gan.places import ICON
from gan.program import WINDOW
from gan.settings import call_by
from gan.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.session.session import Session
    from app.toolkit.workspace import GoOn
    from app.widgets.banner import Choices
    from app.window.main_window import MainWindow

log = logging.getLogger(__name__)

LONGEST_WORDS = 200
DEFAULT_SIZE = (1280, 800)
ANOTHER = 75
"""The status of a window that gives way to another, which no program ends with."""
LATEST_TORCH_MS = 30_000
"""After which it may be that nothing needs it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; returns the exit status."""
    args = parse(sys.argv[1:] if arguments is None else arguments)
    if args.install_desktop:
        return _install_desktop()
    problem = _environment_problem()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    start_log()
    watch_for_faults()
    try:
        return _run(args)
    except LatentariumError as error:
        print(f"{WINDOW}: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1


def _install_desktop() -> int:
    try:
        written = install_desktop_entry()
    except LatentariumError as error:
        print(f"{WINDOW}: {error}", file=sys.stderr)
        return 1
    print("\n".join(map(str, written)))
    return 0


def _environment_problem() -> str | None:
    prefer_working_display(os.environ)
    problem = display_problem(os.environ)
    if problem is None:
        missing = missing_libraries()
        problem = missing_message(missing) if missing else None
    return problem


def _run(args: Arguments) -> int:
    application = make_application()
    _let_python_handle_signals(application)
    status, go_on = _show_window(application, args)
    while status == ANOTHER:
        status, go_on = _show_window(application, replace(args, target=None, page=None, language=None), go_on)
    return status


def _show_window(application: "QApplication", args: Arguments, go_on: "GoOn | None" = None) -> "tuple[int, GoOn]":
    """One window, from its first picture to its end: its status, and what goes on in another if that is ANOTHER.

    ``go_on`` is that of the window before.
    """
    from PySide6.QtCore import QObject

    window = make_window(args, remember=args.screenshot is None)
    window.another_wanted.connect(lambda: application.exit(ANOTHER))
    window.show()
    sys.excepthook = _reporter(window)
    flush = application.commitDataRequest.connect(lambda _: window.work.flush())
    if args.screenshot is not None:
        from app.window.screenshot import Screenshot

        screenshot = Screenshot(window, args.screenshot)
        screenshot.start()
    _open_first(window, args.target)
    if args.screenshot is None:
        window.welcome(args.target)
    if go_on is not None:
        go_on(window.workspace)
    status = application.exec()
    handed = window.workspace.hand_over() if status == ANOTHER else _nothing
    window.shut_down()
    QObject.disconnect(flush)
    window.deleteLater()
    return status, handed


def _nothing(_: object) -> None:
    """No window goes on."""


def _open_first(window: "MainWindow", target: str | None) -> None:
    """Whatever is wrong with ``target``, the window stays, says so in one line, and shows the first bundled model."""
    from gan.sources import FIRST_MODEL

    try:
        window.open_first(target)
    except Exception:
        sys.excepthook(*sys.exc_info())
        window.open(FIRST_MODEL)


def make_application() -> "QApplication":
    """The one QApplication."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from app.qt_messages import QtMessages
    from app.widgets.numbers import LOCALE
    from app.widgets.wheel import WheelGuard
    from app.work.garbage import GarbageCollector

    QtMessages().install()
    share_one_heap()
    keep_few_convolutions()
    wait_without_spinning()
    leave_imports_to_python()
    QLocale.setDefault(LOCALE)
    application = QApplication(sys.argv[:1])
    GarbageCollector(application)
    application.installEventFilter(WheelGuard(application))
    application.setApplicationName("latentarium")
    application.setApplicationDisplayName("Latentarium")
    application.setDesktopFileName("latentarium")
    application.setWindowIcon(QIcon(str(ICON)))
    return application


def make_window(args: Arguments, *, remember: bool) -> "MainWindow":
    """The window, not yet shown; without ``remember`` it starts as at the first time and leaves no trace."""
    from app.runs.run_controller import RunController
    from app.session.render_service import RenderService
    from app.theme import write_in
    from app.toolkit.workspace import Workspace
    from app.translations import speak
    from app.window.main_window import MainWindow
    from app.window.preferences import Preferences
    from app.window.rooms import ROOMS
    from app.window.settings.settings import DEVICE, LANGUAGE, Settings, language_of

    preferences = Preferences(remember)
    settings = Settings(preferences)
    language = language_of(args.language or settings.get(LANGUAGE))
    speak(language)
    call_by(lambda info: tr(info.label))
    write_in(language.fonts)
    device = args.device or settings.get(DEVICE)
    workspace = Workspace(RenderService(device), RunController())
    window = MainWindow(workspace, ROOMS, preferences, theme=args.theme, page=args.page)
    if args.size or args.screenshot:
        window.resize(*(args.size or DEFAULT_SIZE))
    _settle_once_torch_is_there(workspace.session)
    return window


def _settle_once_torch_is_there(session: "Session") -> None:
    """Python's garbage is collected from then on: torch has most of the program's objects."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    from app.work.garbage import GarbageCollector

    application = QCoreApplication.instance()
    collector = application.findChild(GarbageCollector) if application is not None else None
    if collector is not None:
        timer = QTimer(session, singleShot=True, interval=LATEST_TORCH_MS)
        timer.timeout.connect(collector.settle)
        session.device_known.connect(lambda: timer.start(0), Qt.ConnectionType.SingleShotConnection)
        timer.start()


def _reporter(window: "MainWindow"):  # type: ignore[no-untyped-def]
    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        choices: Choices = {}
        if not isinstance(error, LatentariumError):
            log.error("unexpected error", exc_info=(kind, error, trace))
            print(f"{WINDOW}: unexpected {kind.__name__}; the log file tells more", file=sys.stderr)
            words = shorten(str(error), LONGEST_WORDS)
            error = LatentariumError(tr("Unexpected {kind}: {words}", kind=kind.__name__, words=words))
            choices = window.help.after_a_fault
        window.banner.tell(str(error), choices)

    return report


def _let_python_handle_signals(application: "QApplication") -> None:
    """Whoever asks the program to end, as by Ctrl+C in the terminal, is not asked back; a timer lets Python see it.

    What whoever started it wants ignored, as ``nohup`` does a closed terminal, stays so.
    """
    from PySide6.QtCore import QTimer

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
            signal.signal(getattr(signal, name), lambda *_: application.exit(0))
    timer = QTimer(application, interval=250)
    timer.timeout.connect(lambda: None)
    timer.start()
