"""What the generator under the sliders is made to do: edits of channels, what BatchNorm normalises by, which class."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from msgspec import Meta
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import UndoStep
from gan.errors import LatentariumError, UsageError
from gan.json_file import shaped
from gan.layers.catalogue import Layer
from gan.layers.edits import Edit, Weights, factors_by_layer, parse_edit
from gan.model.architecture import Architecture
from gan.request import LARGEST_BATCH, BatchStatistics, RenderRequest
from gan.words import counted, tr


@dataclass(frozen=True)
class EditState:
    """``batch`` is None for BatchNorm by the running statistics, ``chosen_class`` for a generator without classes.

    ``class_name`` is what people call that class, where it is known.
    """

    edits: tuple[Edit, ...] = ()
    batch: BatchStatistics | None = None
    chosen_class: int | None = None
    class_name: str = field(default="", compare=False)

    @property
    def text(self) -> str:
        """What is changed, for people: ``2 edits and BatchNorm by a batch of 4``; empty while nothing is.

        To draw another class is no change of the network.
        """
        count = len(self.edits)
        edits = [counted("{count} edit", "{count} edits", count)] if count else []
        return tr(" and ").join([*edits, *([] if self.batch is None else [_batch_text(self.batch)])])

    @property
    def class_text(self) -> str:
        """``class shirt``; empty where there are no classes."""
        if self.chosen_class is None:
            return ""
        return tr("class {name}", name=self.class_name or self.chosen_class)

    @property
    def unchanged(self) -> "EditState":
        """The same class, drawn by the network as it is in its file."""
        return EditState(chosen_class=self.chosen_class, class_name=self.class_name)

    def asked(self, request: RenderRequest) -> RenderRequest:
        """``request`` to a network that is changed like this."""
        told = replace(request, chosen_class=self.chosen_class, class_name=self.class_name)
        return replace(told, edits=self.edits, batch=self.batch)

    def to_json(self) -> dict[str, Any]:
        """Edits as texts, the size of the batch that BatchNorm normalises by, and the class, if there are any."""
        values = {"edits": list(map(str, self.edits)), "batch": None if self.batch is None else self.batch.size}
        return values if self.chosen_class is None else {**values, "chosen_class": self.chosen_class}


UNCHANGED = EditState()
BatchSize = Annotated[int, Meta(ge=2, le=LARGEST_BATCH)]
"""As a session holds it."""
ClassNumber = Annotated[int, Meta(ge=0)]
"""As a session holds it."""


@dataclass(frozen=True)
class _Saved:
    """What a session holds: edits as texts, the size of the batch and the class, if there are any."""

    edits: tuple[str, ...] = ()
    batch: BatchSize | None = None
    chosen_class: ClassNumber | None = None


class Edits(QObject):
    """Every change goes on ``undo_stack``. Snapshots of one architecture share the edits; another one has none."""

    changed = Signal()
    """Other edits, another batch, or another class."""
    classes_changed = Signal()
    """There are other classes to choose from."""

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

    @property
    def chosen_class(self) -> int | None:
        """What is drawn; None for a generator without classes."""
        return self._state.chosen_class

    @property
    def class_names(self) -> tuple[str, ...]:
        """What the classes of the open generator are called, by their number; empty if it has none."""
        return () if self._config is None else self._config.class_names

    @property
    def classes(self) -> int:
        """How many the open generator has, 0 for none."""
        return len(self.class_names)

    def set_config(self, config: Architecture) -> None:
        """Another generator is open; edits of another architecture are forgotten, and so is how they came about.

        The class stays chosen where there is one of its number.
        """
        if config != self._config:
            before, self._config = self.class_names, config
            self.undo_stack.clear()
            self.show(self.fitting(self._state.unchanged))
            if self.class_names != before:
                self.classes_changed.emit()

    def add(self, edit: Edit) -> None:
        """Add ``edit`` in place of one of the same channels and region. Raises :class:`UsageError` if it fits not."""
        if self._config is None:
            raise UsageError(tr("open a model before editing it"))
        edit.check(self._config)
        kept = [other for other in self.current if _place(other) != _place(edit)]
        self._push(tr("edit {edit}", edit=edit), (*kept, edit))

    def toggle(self, edit: Edit) -> None:
        """Add ``edit``, or remove it if it is there."""
        if edit in self.current:
            self._push(tr("undo edit {edit}", edit=edit), [other for other in self.current if other != edit])
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
            self._push(
                tr("gain of {target}:{channels_text}", target=edit.target, channels_text=edit.channels_text),
                edits,
                tr("gain of edit {index}", index=index),
            )
        else:
            self._push(tr("edit {edit}", edit=edit), edits)

    def remove(self, index: int) -> None:
        """Remove one edit."""
        edits = (*self.current[:index], *self.current[index + 1 :])
        self._push(tr("remove edit {current}", current=self.current[index]), edits)

    def clear(self) -> None:
        """Remove all edits."""
        if self.current:
            self._push(tr("remove all edits"), ())

    def reset(self) -> None:
        """Change nothing any more: no edits, and BatchNorm by its running statistics."""
        unchanged = self._state.unchanged
        if self._state != unchanged:
            self.undo_stack.push(UndoStep(tr("reset the network"), self.show, self._state, unchanged))

    def set_batch(self, batch: BatchStatistics | None) -> None:
        """Choose what BatchNorm normalises by."""
        if batch != self.batch:
            text = tr("BatchNorm by running statistics") if batch is None else _batch_text(batch)
            self.undo_stack.push(UndoStep(text, self.show, self._state, replace(self._state, batch=batch)))

    def choose_class(self, number: int) -> None:
        """Draw another class; steps through classes are undone together. Nothing happens for one that there is not."""
        if 0 <= number < self.classes and number != self.chosen_class:
            state = replace(self._state, chosen_class=number, class_name=self.class_names[number])
            self.undo_stack.push(
                UndoStep(tr("draw {class_text}", class_text=state.class_text), self.show, self._state, state, "class")
            )

    def step_class(self, by: int) -> None:
        """Draw the next class, or one before; after the last comes the first."""
        if self.chosen_class is not None:
            self.choose_class((self.chosen_class + by) % self.classes)

    def go_to(self, state: EditState, text: str) -> None:
        """Have everything changed as in ``state``, as far as that fits the open generator."""
        state = self.fitting(state)
        if state != self._state:
            self.undo_stack.push(UndoStep(text, self.show, self._state, state))

    def fitting(self, state: EditState) -> EditState:
        """What of ``state`` fits the open generator."""
        config = self._config
        if config is None:
            return UNCHANGED
        edits = tuple(edit for edit in state.edits if edit.fits(config))
        number = self._fitting_class(state)
        name = "" if number is None else self.class_names[number]
        return EditState(edits, state.batch if config.has_batch_norm else None, number, name)

    def _fitting_class(self, state: EditState) -> int | None:
        """Where there are classes, one is always drawn: the first, if no other is meant."""
        if not self.classes:
            return None
        return state.chosen_class if state.chosen_class in range(self.classes) else 0

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
        """As :meth:`EditState.to_json`."""
        return self._state.to_json()

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Callable[[], None]:
        """The inverse of :meth:`to_json`; edits that do not fit the generator that is open by then are left out."""
        saved = shaped({name: values[name] for name in ("edits", "batch", "chosen_class") if name in values}, _Saved)
        changes = changes_from(saved.edits, saved.batch, saved.chosen_class)
        return lambda: self.show(self.fitting(changes))

    def show(self, state: EditState) -> None:
        """Let ``state`` hold, without a trace on the undo stack."""
        if (state, state.class_name) != (self._state, self._state.class_name):
            self._state = state
            self.changed.emit()

    def _push(self, text: str, edits: Sequence[Edit], merge: str = "") -> None:
        state = replace(self._state, edits=tuple(edits))
        if state != self._state:
            self.undo_stack.push(UndoStep(text, self.show, self._state, state, merge))


def changes_of(request: RenderRequest) -> EditState:
    """What ``request`` asks the network to be made to do."""
    return EditState(request.edits, request.batch, request.chosen_class, request.class_name)


def changes_from(texts: Iterable[str], batch: int | None, chosen_class: int | None) -> EditState:
    """From what a session holds: edits as texts, of which those of other versions are left out, and a batch's size."""
    return EditState(tuple(_readable(texts)), None if batch is None else BatchStatistics(batch), chosen_class)


def _readable(texts: Iterable[str]) -> Iterable[Edit]:
    for text in texts:
        with suppress(LatentariumError):
            yield parse_edit(text)


def _place(edit: Edit) -> Edit:
    """What two edits of the same channels and region have in common."""
    return edit.with_gain(1.0)


def _batch_text(batch: BatchStatistics) -> str:
    return tr("BatchNorm by a batch of {size}", size=batch.size)
