"""Reading a pickle without running it.

A pickle is a program for a small stack machine that may call whatever it names. This machine knows the same
instructions, but makes plain values only: a name is looked up in a table of this package and never imported, and
"calling" it, or setting the state of what it made, is a function of this package that gives it no power.
"""

import pickletools
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from gan.importing.blocks import Record
from gan.importing.errors import ForeignFileError, damaged
from gan.importing.inert import Inert, set_state
from gan.words import tr

MOST_STEPS = 3_000_000
"""Instructions of one pickle."""
_LONGEST_NUMBER = 80
"""Bits of a whole number that is kept, as those that mark a file of PyTorch have; longer ones become 0."""

_PUSHED = frozenset(
    {"INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "FLOAT", "BINFLOAT"}
    | {"STRING", "BINSTRING", "SHORT_BINSTRING", "UNICODE", "SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8"}
    | {"BINBYTES", "SHORT_BINBYTES", "BINBYTES8", "BYTEARRAY8"}
)
_CONSTANTS: Mapping[str, Any] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False, "EMPTY_TUPLE": ()}
_MADE: Mapping[str, Callable[[], Any]] = {"EMPTY_LIST": list, "EMPTY_DICT": dict, "EMPTY_SET": list}
_SKIPPED = frozenset(("PROTO", "FRAME"))
_MARK = object()


def load(file: BinaryIO, resolve: Callable[[str, str], Any], persistent: Callable[[Any], Any]) -> Any:
    """The value of the pickle at the place of ``file``, which is then behind it. Raises :class:`ForeignFileError`.

    ``resolve`` answers a module and a name, ``persistent`` what the pickle says of things that are kept outside of it.
    """
    machine = _Machine(resolve, persistent)
    try:
        for step, (instruction, argument, _) in enumerate(pickletools.genops(file)):
            if step > MOST_STEPS:
                raise ForeignFileError(tr("it has too many small parts to be a file of weights"))
            machine.perform(instruction.name, argument)
        return machine.pop()
    except (ValueError, LookupError, TypeError, OverflowError) as error:
        raise damaged() from error


class _Machine:
    def __init__(self, resolve: Callable[[str, str], Any], persistent: Callable[[Any], Any]) -> None:
        self._resolve, self._persistent = resolve, persistent
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    def perform(self, name: str, argument: Any) -> None:
        if name in _PUSHED:
            self._push(_plain(argument))
        elif name in _CONSTANTS:
            self._push(_CONSTANTS[name])
        elif name in _MADE:
            self._push(_MADE[name]())
        elif name in _ACTIONS:
            _ACTIONS[name](self, argument)
        elif name not in _SKIPPED:
            raise ForeignFileError(
                tr("it uses {name}, an instruction that files of weights do not need", name=name.lower())
            )

    def pop(self) -> Any:
        value = self._stack.pop()
        if value is _MARK:
            raise damaged()
        return value

    def _push(self, value: Any) -> None:
        self._stack.append(value)

    def _mark(self, _: Any) -> None:
        self._push(_MARK)

    def _stop(self, _: Any) -> None:
        if len(self._stack) != 1:
            raise damaged()

    def _drop(self, _: Any) -> None:
        self._stack.pop()

    def _repeat(self, _: Any) -> None:
        self._push(self._stack[-1])

    def _remember(self, index: int) -> None:
        self._memo[index] = self._stack[-1]

    def _remember_next(self, _: Any) -> None:
        self._remember(len(self._memo))

    def _recall(self, index: int) -> None:
        self._push(self._memo[index])

    def _since_mark(self) -> list[Any]:
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place] is _MARK:
                values = self._stack[place + 1 :]
                del self._stack[place:]
                return values
        raise damaged()

    def _drop_since_mark(self, _: Any) -> None:
        self._since_mark()

    def _make_list(self, _: Any) -> None:
        self._push(self._since_mark())

    def _make_tuple(self, _: Any) -> None:
        self._push(tuple(self._since_mark()))

    def _make_dict(self, _: Any) -> None:
        target: dict[Any, Any] = {}
        _set_items(target, self._since_mark())
        self._push(target)

    def _make_tuple_of(self, count: int) -> None:
        values = tuple(self.pop() for _ in range(count))
        self._push(values[::-1])

    def _append(self, _: Any) -> None:
        value = self.pop()
        _extend(self._stack[-1], [value])

    def _append_many(self, _: Any) -> None:
        values = self._since_mark()
        _extend(self._stack[-1], values)

    def _set_item(self, _: Any) -> None:
        value, key = self.pop(), self.pop()
        _set_items(self._stack[-1], [key, value])

    def _set_many(self, _: Any) -> None:
        values = self._since_mark()
        _set_items(self._stack[-1], values)

    def _name(self, argument: str) -> None:
        module, _, name = argument.partition(" ")
        self._push(self._resolve(module, name))

    def _name_on_stack(self, _: Any) -> None:
        name, module = self.pop(), self.pop()
        if not (isinstance(name, str) and isinstance(module, str)):
            raise damaged()
        self._push(self._resolve(module, name))

    def _call(self, _: Any) -> None:
        arguments, called = self.pop(), self.pop()
        self._push(_called(called, arguments))

    def _call_with_names(self, _: Any) -> None:
        self.pop()
        self._call(_)

    def _named_instance(self, argument: str) -> None:
        arguments = tuple(self._since_mark())
        self._name(argument)
        self._push(_called(self.pop(), arguments))

    def _instance(self, _: Any) -> None:
        called, *arguments = self._since_mark()
        self._push(_called(called, tuple(arguments)))

    def _set_state(self, _: Any) -> None:
        state = self.pop()
        set_state(self._stack[-1], state)

    def _outside(self, _: Any) -> None:
        self._push(self._persistent(self.pop()))


_ACTIONS: Mapping[str, Callable[[_Machine, Any], None]] = {
    "STOP": _Machine._stop,
    "MARK": _Machine._mark,
    "POP": _Machine._drop,
    "POP_MARK": _Machine._drop_since_mark,
    "DUP": _Machine._repeat,
    "PUT": _Machine._remember,
    "BINPUT": _Machine._remember,
    "LONG_BINPUT": _Machine._remember,
    "MEMOIZE": _Machine._remember_next,
    "GET": _Machine._recall,
    "BINGET": _Machine._recall,
    "LONG_BINGET": _Machine._recall,
    "LIST": _Machine._make_list,
    "DICT": _Machine._make_dict,
    "TUPLE": _Machine._make_tuple,
    "FROZENSET": _Machine._make_list,
    "TUPLE1": lambda machine, _: machine._make_tuple_of(1),
    "TUPLE2": lambda machine, _: machine._make_tuple_of(2),
    "TUPLE3": lambda machine, _: machine._make_tuple_of(3),
    "APPEND": _Machine._append,
    "APPENDS": _Machine._append_many,
    "ADDITEMS": _Machine._append_many,
    "SETITEM": _Machine._set_item,
    "SETITEMS": _Machine._set_many,
    "GLOBAL": _Machine._name,
    "STACK_GLOBAL": _Machine._name_on_stack,
    "REDUCE": _Machine._call,
    "NEWOBJ": _Machine._call,
    "NEWOBJ_EX": _Machine._call_with_names,
    "INST": _Machine._named_instance,
    "OBJ": _Machine._instance,
    "BUILD": _Machine._set_state,
    "BINPERSID": _Machine._outside,
}


def _plain(value: Any) -> Any:
    if isinstance(value, bytearray):
        return bytes(value)
    return 0 if type(value) is int and value.bit_length() > _LONGEST_NUMBER else value


def _called(called: Any, arguments: Any) -> Any:
    if not (isinstance(called, Inert) and isinstance(arguments, tuple)):
        raise damaged()
    return called.make(*arguments)


def _extend(target: Any, values: list[Any]) -> None:
    if isinstance(target, list):
        target.extend(values)
    elif not isinstance(target, Record):
        raise damaged()


def _set_items(target: Any, values: list[Any]) -> None:
    """Values are keys and what they stand for in turn. Keys that are neither text nor numbers are left out."""
    if isinstance(target, Record):
        target = target.attributes
    if not isinstance(target, dict) or len(values) % 2:
        raise damaged()
    for key, value in zip(values[::2], values[1::2], strict=True):
        if type(key) in (str, int):
            target[key] = value
