"""What the window remembers by itself, and how it is made to forget that."""

from collections.abc import Callable
from dataclasses import dataclass

from app.train.training.training import ENTERED
from app.window.help.check_banner import UNWANTED
from app.window.preferences import Preferences
from gan.words import tr


@dataclass(frozen=True)
class Remembered:
    """Everything under keys that begin with ``key``; ``then`` shows that it is forgotten."""

    label: str
    explanation: str
    key: str
    then: Callable[[], object] = lambda: None

    def forget(self, preferences: Preferences) -> None:
        """As at the first start."""
        for key in preferences.keys_from(self.key):
            preferences.remove(key)
        self.then()

    def is_empty(self, preferences: Preferences) -> bool:
        """Whether there is nothing to forget."""
        return not preferences.keys_from(self.key)


def remembered(reset_layout: Callable[[], object], reset_geometry: Callable[[], object]) -> tuple[Remembered, ...]:
    """The table of it; the functions put a window right that stands as it was remembered."""
    return (
        Remembered(tr("Layouts"), tr("Which panels are open on each page, and where"), "layout/", reset_layout),
        Remembered(tr("Window"), tr("Its size, and where it stands"), "geometry", reset_geometry),
        Remembered(tr("Recent files"), tr("Models, runs and sessions that were opened last"), "recent"),
        Remembered(tr("Commands"), tr("What was last chosen in the list of all commands"), "palette"),
        Remembered(tr("New run"), tr("The settings that were last entered to train with"), ENTERED),
        Remembered(tr("Folders"), tr("Where files of each kind were last opened and saved"), "folder/"),
        Remembered(tr("Messages"), tr("What was found at a start, and is not to be shown again"), UNWANTED),
    )
