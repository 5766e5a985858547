"""What panels want to know of every picture, beside the picture."""

from dataclasses import dataclass

from gan.request import Probe


@dataclass(frozen=True)
class Wanted:
    """``layers`` whose maps, the picture ``unedited``, a ``probe`` of a convolution, the chosen pixel ``traced``."""

    layers: tuple[str, ...] = ()
    unedited: bool = False
    probe: Probe | None = None
    traced: bool = False


NOTHING = Wanted()


class WantedByPanels:
    """What each panel wants now, by the panel's name."""

    def __init__(self) -> None:
        self._wanted: dict[str, Wanted] = {}

    def put(self, owner: str, wanted: Wanted) -> bool:
        """Take what ``owner`` wants in place of what it wanted before; whether that is anything else."""
        changed = self._wanted.get(owner, NOTHING) != wanted
        self._wanted[owner] = wanted
        return changed

    def clear(self) -> None:
        """A generator of another architecture has other layers."""
        self._wanted.clear()

    def together(self) -> Wanted:
        """What somebody wants; of several probes one."""
        all_wanted = self._wanted.values()
        return Wanted(
            tuple(dict.fromkeys(layer for wanted in all_wanted for layer in wanted.layers)),
            any(wanted.unedited for wanted in all_wanted),
            next((wanted.probe for wanted in all_wanted if wanted.probe is not None), None),
            any(wanted.traced for wanted in all_wanted),
        )
