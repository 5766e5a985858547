"""What a result was found on: a generator as it was changed then."""

from dataclasses import dataclass
from pathlib import Path

from app.session.edits import UNCHANGED, EditState


@dataclass(frozen=True)
class Origin:
    """A generator's file, its title for people, and what was changed in it; results of equal origins go together."""

    path: Path
    title: str
    changes: EditState = UNCHANGED

    @property
    def text(self) -> str:
        """``mnist, step 18,740, with 2 edits``."""
        return f"{self.title}, with {self.changes.text}" if self.changes != UNCHANGED else self.title

    @property
    def edited(self) -> "Origin":
        """The same edits, but BatchNorm by its running statistics, as whatever needs derivatives takes them."""
        return Origin(self.path, self.title, EditState(self.changes.edits))

    @property
    def unchanged(self) -> "Origin":
        """The generator as it is in its file."""
        return Origin(self.path, self.title)
