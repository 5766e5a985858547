"""Settings that suit a purpose, to start from."""

from dataclasses import dataclass

from gan.model.config import ModelConfig
from gan.train.config import TrainConfig


@dataclass(frozen=True)
class Preset:
    """A named config. Its pictures and colours are a suggestion: who has chosen pictures keeps them."""

    name: str
    title: str
    explanation: str
    config: TrainConfig


PRESETS = (
    Preset(
        "look",
        "A look in 2 minutes",
        "Small networks on small pictures: in two minutes on an ordinary processor noise turns into shapes.",
        TrainConfig(data="sprites", epochs=None, minutes=2, model=ModelConfig(32, 3, ngf=32, ndf=32)),
    ),
    Preset(
        "article",
        "28 px as in the article",
        "Handwritten digits, grown from 7 over 14 to 28 pixels; about half an hour on an ordinary processor.",
        TrainConfig(data="mnist", epochs=20, model=ModelConfig(28, 1)),
    ),
    Preset(
        "paper",
        "64 px as in the DCGAN paper",
        "Networks, batches and learning rates of Radford, Metz and Chintala (2016). It needs a graphics card.",
        TrainConfig(data="celeba", epochs=20, batch_size=128, model=ModelConfig(64, 3, ngf=128)),
    ),
    Preset(
        "own",
        "Small own collection",
        "For some hundred pictures of your own: mirrored, and augmented so that D cannot learn them by heart.",
        TrainConfig(epochs=None, minutes=60, mirror=True, augment=True, model=ModelConfig(64, 3)),
    ),
)
"""In the order in which they are offered."""
