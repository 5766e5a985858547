"""Which models are measured, and what is asked of each: all that the numbers depend on."""

from dataclasses import dataclass, field, replace

from app.session.edits import UNCHANGED, EditState
from app.session.open_model import OpenModel
from app.session.origin import Origin
from gan.data.missing import current_place, real_place
from gan.data.value_range import AUTO
from gan.errors import UsageError
from gan.files import changed_at, typed_path
from gan.measure.spaces import SPACES, usual_space
from gan.measuring import RealPictures
from gan.model.checkpoint import read_checkpoint
from gan.sources import find_model, is_foreign
from gan.words import marked, tr

COUNTS = {1_000: marked("1,000, a quick look"), 5_000: "5,000", 10_000: marked("10,000, for comparisons with others")}
"""How many pictures of each model can be asked for, with what people are told of it."""


@dataclass(frozen=True)
class Candidate:
    """A model by its ``target``, a bundled name, file or run folder; without one, whatever is under the sliders.

    Of a run it is the best snapshot, or the newest with ``last``. ``name`` is what a file of others was called.
    """

    target: str = ""
    last: bool = False
    name: str = ""

    @property
    def title(self) -> str:
        """What it is called where nothing else is known of it."""
        return self.name or typed_path(self.target).name or tr("the open model")

    def model(self, opened: OpenModel | None) -> OpenModel:
        """What it is now; ``opened`` is under the sliders. Raises :class:`gan.errors.LatentariumError`.

        A file of others, which takes seconds to read, is refused: what it was read as has a file of ours.
        """
        if not self.target:
            if opened is None:
                raise UsageError(tr("open a model first"))
            return opened
        if is_foreign(typed_path(self.target)):
            raise UsageError(
                tr("another program has written {title}; add it as a file to have it read first", title=self.title)
            )
        source = find_model(self.target, last=self.last)
        named = replace(source, name=self.name) if self.name else source
        return OpenModel(named, read_checkpoint(source.path))


OPEN = Candidate()


@dataclass(frozen=True)
class Settings:
    """What holds for all models alike.

    ``count`` pictures are drawn of each from ``seed``. ``space`` is a feature space, empty for the one by the pictures'
    colours; ``data`` are the real pictures, empty for those that each model learned from.
    """

    count: int = 5_000
    space: str = ""
    data: str = ""
    seed: int = 0


@dataclass(frozen=True)
class Question:
    """All that the numbers of one model depend on; equal questions have one answer.

    ``version`` is when the generator's file was written.
    """

    origin: Origin
    version: int
    real: RealPictures
    space: str
    count: int
    seed: int
    model: OpenModel = field(compare=False, repr=False)


def question(model: OpenModel, changes: EditState, settings: Settings) -> Question:
    """What is asked of ``model`` with ``changes``, of which no class is chosen: all are drawn.

    Raises :class:`gan.errors.UsageError` where it is not known what to hold it to.
    """
    path, real = model.source.path, _real(model, settings.data)
    origin = Origin(path, model.title, replace(changes, chosen_class=None, class_name=""), model.filed_title)
    space = SPACES[settings.space] if settings.space else usual_space(real.form.channels)
    return Question(origin, changed_at(path), real, space.name, settings.count, settings.seed, model)


def changes_of(candidate: Candidate, now: EditState) -> EditState:
    """What is changed in it: edits are of the open model alone."""
    return UNCHANGED if candidate.target else now


def _real(model: OpenModel, named: str) -> RealPictures:
    form = model.picture_format
    if named:  # the range of other pictures' values is their own
        return RealPictures(current_place(named), replace(form, value_range=AUTO))
    if model.data is None:
        raise UsageError(
            tr("{source} does not say what it learned from; choose real pictures", source=model.source.name)
        )
    return RealPictures(real_place(model.data), form, model.limit)
