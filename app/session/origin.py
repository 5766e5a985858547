"""What a result was found on: a generator as it was changed then."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.session.edits import UNCHANGED, EditState
from gan.model.classes import class_text
from gan.words import joined, tr

if TYPE_CHECKING:
    from gan.model.networks import Generator


@dataclass(frozen=True)
class Origin:
    """A generator's file, its title for people, and what was changed in it; results of equal origins go together.

    ``filed_title`` is the title as files have it, in no language but their own.
    """

    path: Path
    title: str
    changes: EditState = UNCHANGED
    filed_title: str = ""

    @property
    def text(self) -> str:
        """``mnist, step 18,740, with 2 edits``; ``digits, class 3``."""
        changed = tr("with {changes}", changes=self.changes.text) if self.changes.text else ""
        return joined((self.title, self.changes.class_text, changed))

    @property
    def filed_text(self) -> str:
        """:attr:`text` as files have it."""
        changed = f"with {self.changes.text}" if self.changes.text else ""
        named = class_text(self.changes.chosen_class, self.changes.class_name)
        return ", ".join(filter(None, (self.filed_title, named, changed)))

    @property
    def edited(self) -> "Origin":
        """The same edits, but BatchNorm by its running statistics, as whatever needs derivatives takes them."""
        return replace(self, changes=replace(self.changes, batch=None))

    @property
    def unchanged(self) -> "Origin":
        """The generator as it is in its file."""
        return replace(self, changes=self.changes.unchanged)

    @contextmanager
    def generator(self, device: str = "cpu") -> "Iterator[Generator]":
        """Within the block, the generator with its edits and its class, on ``device``; its BatchNorm is left alone.

        Raises :class:`gan.errors.LatentariumError`.
        """
        from gan.devices import memory_format, pick_device
        from gan.layers.altering import drawing_class, edited
        from gan.model.checkpoint import load_generator

        place = pick_device(device)
        generator = load_generator(self.path, place).to(memory_format=memory_format(place))
        with drawing_class(generator, self.changes.chosen_class), edited(generator, self.changes.edits):
            yield generator
