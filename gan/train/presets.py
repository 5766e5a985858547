"""Settings that suit a purpose, to start from."""

from dataclasses import dataclass, replace

from gan.data.imagesets import describe, picture_count
from gan.model.config import ModelConfig
from gan.model.kinds import FULLY_CONNECTED
from gan.train.config import TrainConfig
from gan.train.recipes import QUICK, suited

OWN = "own"
"""The preset for few pictures."""


@dataclass(frozen=True)
class Preset:
    """A named config. Its pictures and colours are a suggestion: who has chosen pictures keeps them.

    One that ``fits`` takes what else it says from the pictures, their size and the time.
    """

    name: str
    title: str
    explanation: str
    config: TrainConfig
    fits: bool = False

    def on(self, data: str) -> TrainConfig:
        """The config for the pictures ``data``. Raises as :func:`gan.data.imagesets.describe`."""
        info = describe(data)
        size = info.image_size if self.fits else self.config.model.image_size
        model = replace(self.config.model, image_size=size, channels=info.channels)
        return self.fitted(replace(self.config, data=data, model=model))

    def fitted(self, config: TrainConfig) -> TrainConfig:
        """``config``, which began as this preset's, with what follows from its pictures, size and time."""
        return suited(config, picture_count(config.data, config.limit)) if self.fits else config


PRESETS = (
    Preset(
        "look",
        "A look in 2 minutes",
        "Small networks on small pictures: in two minutes on an ordinary processor noise turns into shapes.",
        QUICK.applied(TrainConfig(data="sprites", epochs=None, minutes=2, model=ModelConfig(32, 3, ngf=32))),
    ),
    Preset(
        "auto",
        "The best for the time",
        "What experiments found best for these pictures, their size and the time that you give it.",
        QUICK.applied(TrainConfig(data="sprites", epochs=None, minutes=30, model=ModelConfig(32, 3))),
        fits=True,
    ),
    Preset(
        "quick",
        "28 px, the best in 5 minutes",
        "Clothes of Fashion-MNIST by the recipe that experiments found best for a short run.",
        QUICK.applied(TrainConfig(data="fashion-mnist", epochs=None, minutes=5, model=ModelConfig(28, 1))),
    ),
    Preset(
        "article",
        "28 px as in the article",
        "Handwritten digits, grown from 7 over 14 to 28 pixels; about half an hour on an ordinary processor.",
        TrainConfig(data="mnist", epochs=20, model=ModelConfig(28, 1)),
    ),
    Preset(
        "first",
        "Fully connected, as the article begins",
        "Linear layers alone, on handwritten digits: fast, but no pixel knows its neighbours, so strokes come out in "
        "specks.",
        TrainConfig(data="mnist", epochs=20, model=ModelConfig(28, 1, kind=FULLY_CONNECTED.name)),
    ),
    Preset(
        "paper",
        "64 px as in the DCGAN paper",
        "Networks, batches and learning rates of Radford, Metz and Chintala (2016). It needs a graphics card.",
        TrainConfig(data="celeba", epochs=20, batch_size=128, model=ModelConfig(64, 3, ngf=128)),
    ),
    Preset(
        OWN,
        "Small own collection",
        "For some hundred pictures of your own: mirrored, and augmented so that D cannot learn them by heart.",
        TrainConfig(epochs=None, minutes=60, mirror=True, augment=True, model=ModelConfig(64, 3)),
    ),
)
"""In the order in which they are offered."""
