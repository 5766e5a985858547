"""Everything that somebody who helps has to know, as one text."""

from collections.abc import Mapping

import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from app.log_file import log_entries
from gan.diagnostics import Diagnosis, installed_version, place_facts, system_facts, version_facts, without_home

LAST_LINES = 40
NOT_YET = "torch is not loaded yet; nothing was checked"


def window_facts() -> dict[str, str]:
    """What the window is made of, and what it is shown on."""
    return {
        "Qt": qVersion(),
        "PySide6": PySide6.__version__,
        "pyqtgraph": installed_version("pyqtgraph"),
        "Shown by": ", ".join([QGuiApplication.platformName(), *map(_screen_text, QGuiApplication.screens())]),
        "Language": QLocale.system().name(),
    }


def diagnostics_text(diagnosis: Diagnosis | None) -> str:
    """Versions, computer, folders, problems and the end of the log; home folders are written as ~."""
    facts = diagnosis.facts if diagnosis is not None else version_facts() | system_facts() | place_facts()
    parts = (_table({**facts, **window_facts()}), _checks(diagnosis), _last_lines())
    return without_home("\n\n".join(parts)) + "\n"


def _checks(diagnosis: Diagnosis | None) -> str:
    if diagnosis is None:
        return f"Checks: {NOT_YET}"
    if not diagnosis.problems:
        return "Checks: nothing stands in the way"
    return "\n".join(["Checks:", *(f"- {problem.text}" for problem in diagnosis.problems)])


def _last_lines() -> str:
    lines = [line for entry in log_entries() for line in entry.text.splitlines()][-LAST_LINES:]
    return "\n".join(["Log:", *lines] if lines else ["Log: empty"])


def _table(facts: Mapping[str, str]) -> str:
    width = max(map(len, facts)) + 2
    return "\n".join(f"{name:{width}}{text}" for name, text in facts.items())


def _screen_text(screen: QScreen) -> str:
    size, ratio = screen.size(), screen.devicePixelRatio()
    return f"{size.width()} × {size.height()} at {ratio:.0%}"
