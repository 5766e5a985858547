"""Says what on this computer stands in the program's way, without standing in the person's."""

from collections.abc import Callable, Iterable

from app.widgets.banner import Banner
from app.window.preferences import Preferences
from gan.diagnostics import Diagnosis, Problem
from gan.words import tr

UNWANTED = "unwanted"
"""The preference that names the problems that a person wants to hear no more of."""


class CheckBanner(Banner):
    """Each problem is told once a start, until a person says that they know."""

    def __init__(self, preferences: Preferences, show_details: Callable[[], object]) -> None:
        super().__init__()
        self._preferences, self._show_details = preferences, show_details
        self._told: set[str] = set()

    def tell_of(self, diagnosis: Diagnosis) -> None:
        """Show what is not as it should be, if anything is that the person does not know of."""
        known = self._unwanted() | self._told
        problems = [problem for problem in diagnosis.problems if problem.name not in known]
        if problems:
            self._told |= {problem.name for problem in problems}
            choices = {tr("Details"): self._show_details, tr("Do not show again"): lambda: self._forget(problems)}
            self.ask("\n".join(problem.text for problem in problems), choices)

    def _forget(self, problems: Iterable[Problem]) -> None:
        names = self._unwanted() | {problem.name for problem in problems}
        self._preferences.set(UNWANTED, ";".join(sorted(names)))

    def _unwanted(self) -> set[str]:
        return set(filter(None, self._preferences.get(UNWANTED).split(";")))
