"""What is changed in the generator under the sliders: edits of channels, and what BatchNorm normalises by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Annotated, Any

from msgspec import Meta
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import UndoStep
from gan.errors import LatentariumError, UsageError
from gan.json_file import shaped
from gan.layers.catalogue import Layer
from gan.layers.edits import Edit, Weights, factors_by_layer, parse_edit
from gan.model.architecture import Architecture, Norm, NormKind
from gan.request import LARGEST_BATCH, BatchStatistics


@dataclass(frozen=True)
class EditState:
    """``batch`` is None for BatchNorm by the running statistics."""

    edits: tuple[Edit, ...] = ()
    batch: BatchStatistics | None = None

    @property
    def text(self) -> str:
        """For people: ``2 edits and BatchNorm by a batch of 4``; empty while nothing is changed."""
        count = len(self.edits)
        edits = [f"{count} {'edit' if count == 1 else 'edits'}"] if count else []
        return " and ".join([*edits, *([] if self.batch is None else [self.batch.text])])


UNCHANGED = EditState()
BatchSize = Annotated[int, Meta(ge=2, le=LARGEST_BATCH)]
"""As a session holds it."""


@dataclass(frozen=True)
class _Saved:
    """What a session holds: edits as texts, and the size of the batch, if there is one."""

    edits: tuple[str, ...] = ()
    batch: BatchSize | None = None


class Edits(QObject):
    """Every change goes on ``undo_stack``. Snapshots of one architecture share the edits; another one has none."""

    changed = Signal()
    """Other edits, or another batch."""

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = undo_stack
        self._config: Architecture | None = None
        self._state = UNCHANGED

    @property
    def state(self) -> EditState:
        """Everything that is changed."""
        return self._state

    @property
    def current(self) -> tuple[Edit, ...]:
        """All edits, in the order in which they were made."""
        return self._state.edits

    @property
    def batch(self) -> BatchStatistics | None:
        """What BatchNorm normalises by; None for the running statistics."""
        return self._state.batch

    def set_config(self, config: Architecture) -> None:
        """Another generator is open; edits of another architecture are forgotten, and so is how they came about."""
        if config != self._config:
            self._config = config
            self.undo_stack.clear()
            self.show(UNCHANGED)

    def add(self, edit: Edit) -> None:
        """Add ``edit`` in place of one of the same channels and region. Raises :class:`UsageError` if it fits not."""
        if self._config is None:
            raise UsageError("open a model before editing it")
        edit.check(self._config)
        kept = [other for other in self.current if _place(other) != _place(edit)]
        self._push(f"edit {edit}", (*kept, edit))

    def toggle(self, edit: Edit) -> None:
        """Add ``edit``, or remove it if it is there."""
        if edit in self.current:
            self._push(f"undo edit {edit}", [other for other in self.current if other != edit])
        else:
            self.add(edit)

    def set_gain(self, edit: Edit) -> None:
        """Give the channels and region of ``edit`` its gain; changes in a row are undone together."""
        places = [_place(other) for other in self.current]
        if _place(edit) in places:
            self.replace(places.index(_place(edit)), edit)
        else:
            self.add(edit)

    def replace(self, index: int, edit: Edit) -> None:
        """Exchange one edit; changes of one edit's gain in a row are undone together."""
        old = self.current[index]
        merged = edit.with_gain(old.gain) == old
        edits = (*self.current[:index], edit, *self.current[index + 1 :])
        if merged:
            self._push(f"gain of {edit.target}:{edit.channels_text}", edits, f"gain of edit {index}")
        else:
            self._push(f"edit {edit}", edits)

    def remove(self, index: int) -> None:
        """Remove one edit."""
        edits = (*self.current[:index], *self.current[index + 1 :])
        self._push(f"remove edit {self.current[index]}", edits)

    def clear(self) -> None:
        """Remove all edits."""
        if self.current:
            self._push("remove all edits", ())

    def reset(self) -> None:
        """Change nothing any more: no edits, and BatchNorm by its running statistics."""
        if self._state != UNCHANGED:
            self.undo_stack.push(UndoStep("reset the network", self.show, self._state, UNCHANGED))

    def set_batch(self, batch: BatchStatistics | None) -> None:
        """Choose what BatchNorm normalises by."""
        if batch != self.batch:
            text = "BatchNorm by running statistics" if batch is None else batch.text
            self.undo_stack.push(UndoStep(text, self.show, self._state, replace(self._state, batch=batch)))

    def go_to(self, state: EditState, text: str) -> None:
        """Have everything changed as in ``state``, as far as that fits the open generator."""
        state = self.fitting(state)
        if state != self._state:
            self.undo_stack.push(UndoStep(text, self.show, self._state, state))

    def fitting(self, state: EditState) -> EditState:
        """What of ``state`` fits the open generator."""
        config = self._config
        return replace(state, edits=tuple(edit for edit in state.edits if config is not None and edit.fits(config)))

    def factors(self, layer: Layer) -> Weights | None:
        """What ``layer``'s maps are multiplied by, (C, 1, 1) or (C, H, W); None if it is not edited."""
        if self._config is None:
            return None
        return factors_by_layer(self.current, self._config).get(layer.name)

    def target_of(self, layer: Layer) -> str:
        """How an edit of ``layer`` names it: what a block hands on goes by the block's name."""
        assert self._config is not None
        return layer.block if layer.name == self._config.find_block(layer.block).output_name else layer.name

    def to_json(self) -> dict[str, Any]:
        """The edits as texts, and how many pictures BatchNorm normalises by, if it is a batch."""
        return {"edits": list(map(str, self.current)), "batch": None if self.batch is None else self.batch.size}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Callable[[], None]:
        """The inverse of :meth:`to_json`; edits that do not fit the generator that is open by then are left out."""
        saved = shaped({name: values[name] for name in ("edits", "batch") if name in values}, _Saved)
        changes = changes_from(saved.edits, saved.batch)
        return lambda: self.show(self.fitting(changes))

    def show(self, state: EditState) -> None:
        """Let ``state`` hold, without a trace on the undo stack."""
        if state != self._state:
            self._state = state
            self.changed.emit()

    def _push(self, text: str, edits: Sequence[Edit], merge: str = "") -> None:
        state = replace(self._state, edits=tuple(edits))
        if state != self._state:
            self.undo_stack.push(UndoStep(text, self.show, self._state, state, merge))


def changes_from(texts: Iterable[str], batch: int | None) -> EditState:
    """From what a session holds: edits as texts, of which those of other versions are left out, and a batch's size."""
    return EditState(tuple(_readable(texts)), None if batch is None else BatchStatistics(batch))


def _readable(texts: Iterable[str]) -> Iterable[Edit]:
    for text in texts:
        with suppress(LatentariumError):
            yield parse_edit(text)


def has_batch_norm(config: Architecture) -> bool:
    """Whether there is anything that batch statistics change."""
    parts = (part for block in config.blocks for part in block.parts)
    return any(isinstance(part, Norm) and part.kind is NormKind.BATCH for part in parts)


def _place(edit: Edit) -> Edit:
    """What two edits of the same channels and region have in common."""
    return edit.with_gain(1.0)
