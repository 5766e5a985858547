"""What lets torch be there sooner."""

import builtins
import sys


def leave_imports_to_python() -> None:
    """To be called once PySide6 is there: it would search the source of every module that is imported from then on.

    It does so for ``from __feature__ import``, by which a module asks for other names of Qt methods, and which nothing
    here uses. Of importing torch, which has over a thousand modules, it takes an eighth.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original


def is_torch_here() -> bool:
    """Whether pictures can be rendered by torch at once."""
    return hasattr(sys.modules.get("gan.render"), "Renderer")
