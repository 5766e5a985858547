"""What the names in a file say: of networks, which one it is; of weights, which parts come from a wrapper."""

import re
from collections.abc import Iterable

GENERATOR = "generator"
DISCRIMINATOR = "discriminator"

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_ROLES = {
    **dict.fromkeys(("g", "gs", "gen", "generator", "generators", "netg"), GENERATOR),
    **dict.fromkeys(
        ("d", "dis", "disc", "discrim", "discriminator", "discriminators", "netd", "critic"), DISCRIMINATOR
    ),
}
_AVERAGES = frozenset(("ema", "gs", "avg", "average", "averaged", "swa", "shadow", "smoothed"))
_EMPTY = frozenset(("net", "network", "model", "weights", "state", "dict", "final", "latest", "best", "the"))
_WRAPPERS = frozenset(("module", "_orig_mod", "_forward_module", "_fsdp_wrapped_module"))


def role_of(name: str) -> str:
    """:data:`GENERATOR`, :data:`DISCRIMINATOR`, or empty where ``name`` says neither or both."""
    roles = {_ROLES[word] for word in _words(name) if word in _ROLES}
    return roles.pop() if len(roles) == 1 else ""


def bare_words(name: str) -> tuple[str, ...]:
    """The words of ``name`` that tell neither the role of a network nor just that there is one."""
    return tuple(word for word in _words(name) if word not in _ROLES and word not in _EMPTY)


def is_average(name: str) -> bool:
    """Whether ``name`` says that a network is the moving average of another."""
    return any(word in _AVERAGES for word in _words(name))


def without_wrappers(names: Iterable[str]) -> dict[str, str]:
    """The ``names`` of weights, and those that they had before wrappers for several devices or compilers added theirs.

    Where two would become one, all stay as they are.
    """
    bare = {name: ".".join(part for part in name.split(".") if part not in _WRAPPERS) for name in names}
    return bare if len(set(bare.values())) == len(bare) and all(bare.values()) else {name: name for name in bare}


def common_prefix(names: Iterable[str]) -> str:
    """The parts that all ``names`` begin with, each with its dot; none if there is only one name."""
    split = [name.split(".") for name in names]
    if len(split) < 2:
        return ""
    shortest = min(len(parts) for parts in split) - 1
    count = 0
    while count < shortest and len({parts[count] for parts in split}) == 1:
        count += 1
    return "".join(f"{part}." for part in split[0][:count])


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]
