"""What the models beside each other are now, read from the disk only when something has been written there."""

from app.session.open_model import OpenModel
from app.train.evaluation.candidates import Candidate
from gan.errors import LatentariumError
from gan.files import changed_at, typed_path

Stamp = tuple[int, int]


class KnownModels:
    """Asked for at every change of what is shown, so that it must not keep the window waiting."""

    def __init__(self) -> None:
        self._known: dict[Candidate, tuple[Stamp, OpenModel | LatentariumError]] = {}

    def model(self, candidate: Candidate, opened: OpenModel | None) -> OpenModel:
        """See :meth:`Candidate.model`; raises the same."""
        if not candidate.target:
            return candidate.model(opened)
        stamp, known = _stamp(candidate), self._known.get(candidate)
        if known is None or known[0] != stamp:
            self._known[candidate] = known = stamp, _read(candidate)
        if isinstance(known[1], LatentariumError):
            raise known[1]
        return known[1]

    def forget(self, candidate: Candidate) -> None:
        """It is no longer shown."""
        self._known.pop(candidate, None)


def _stamp(candidate: Candidate) -> Stamp:
    """Whatever a run writes under a new name, such as a snapshot or which is the best, changes its folder."""
    path = typed_path(candidate.target)
    return changed_at(path), changed_at(path / "snapshots")


def _read(candidate: Candidate) -> OpenModel | LatentariumError:
    try:
        return candidate.model(None)
    except LatentariumError as error:
        return error
