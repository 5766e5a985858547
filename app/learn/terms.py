"""The terms of the field, in plain words; lessons lead here by ``[text](term:key)``.

What a setting or a measure means stands with the setting or the measure, and is taken from there.
"""

import re
from dataclasses import dataclass

from gan.measure.measures import DIVERSITY, FID, KID, PRECISION, RECALL, Measure
from gan.train.config import TrainConfig
from gan.words import marked, tr

_LINK = re.compile(r"\[([^\]]*)\]\(term:[^)]*\)")


@dataclass(frozen=True)
class Term:
    """``title`` and ``text``, Markdown with links to other terms, as they are written."""

    key: str
    title: str
    text: str

    @property
    def shown_title(self) -> str:
        """In the language that is spoken."""
        return tr(self.title)

    @property
    def shown_text(self) -> str:
        """In the language that is spoken."""
        return tr(self.text)

    @property
    def plain_text(self) -> str:
        """The same without links."""
        return _LINK.sub(r"\1", self.shown_text)


def _of_measure(measure: Measure) -> Term:
    return Term(measure.name, measure.title, measure.explanation)


def _of_setting(key: str, name: str) -> Term:
    info = TrainConfig.info(name)
    return Term(key, info.label, info.explanation)


_OWN = (
    Term(
        "gan",
        marked("GAN"),
        marked(
            "Generative adversarial network: a [generator](term:generator) that makes pictures and a "
            "[discriminator](term:discriminator) that judges them, trained against each other (Goodfellow et al. "
            "2014).",
        ),
    ),
    Term(
        "dcgan",
        marked("DCGAN"),
        marked(
            "Deep convolutional [GAN](term:gan): both networks are built of [convolutions](term:convolution), with "
            "[BatchNorm](term:batchnorm) between them and no fully connected hidden layers (Radford et al. 2016).",
        ),
    ),
    Term(
        "generator",
        marked("Generator, G"),
        marked(
            "The network that turns [z](term:z) into a picture. It never sees a real picture; it learns from what the "
            "[discriminator](term:discriminator) makes of its own.",
        ),
    ),
    Term(
        "discriminator",
        marked("Discriminator, D"),
        marked(
            "The network that judges whether a picture is real or comes from the [generator](term:generator). It is "
            "needed for training; to draw pictures, G alone is enough.",
        ),
    ),
    Term(
        "z",
        marked("z, latent vector"),
        marked(
            "The numbers that the [generator](term:generator) makes a picture from, one for each slider. Usually drawn "
            "at random from a normal distribution; a point of [latent space](term:latent-space).",
        ),
    ),
    Term(
        "latent-space",
        marked("Latent space"),
        marked(
            "All points [z](term:z) together. It has as many dimensions as z has numbers, and neighbouring points have "
            "similar pictures.",
        ),
    ),
    Term(
        "seed",
        marked("Seed"),
        marked(
            "A whole number that random numbers follow from: the same seed always gives the same ones, and so the same "
            "[z](term:z).",
        ),
    ),
    Term(
        "slerp",
        marked("Slerp"),
        marked(
            "Spherical linear interpolation: the way from one point to another along a great circle, on which the "
            "length of [z](term:z) stays that of random points. The straight line is called lerp.",
        ),
    ),
    Term(
        "feature-map",
        marked("Feature map, channel"),
        marked(
            "One of the small pictures that a layer hands on. 64 × 14 × 14 are 64 maps, or channels, of 14 rows and "
            "14 columns.",
        ),
    ),
    Term(
        "convolution",
        marked("Convolution"),
        marked(
            "A [kernel](term:kernel) slides over the maps; at each place the numbers below it are multiplied by its "
            "weights and added up. With a [stride](term:stride) above 1 the maps get smaller.",
        ),
    ),
    Term(
        "transposed-convolution",
        marked("Transposed convolution"),
        marked(
            "Makes maps larger: each input number stamps the [kernel](term:kernel) onto the output, the stamps "
            "[stride](term:stride) cells apart. The same as a [convolution](term:convolution) with the flipped kernel "
            "after zeros have been put between the input cells. No inverse of a convolution, whatever it is called.",
        ),
    ),
    Term(
        "kernel",
        marked("Kernel"),
        marked(
            "The small square of learned weights of a [convolution](term:convolution), such as 4 × 4; one for each "
            "pair of input and output channel.",
        ),
    ),
    Term(
        "stride",
        marked("Stride"),
        marked(
            "How many cells a [kernel](term:kernel) moves on. Stride 2 halves the side of maps in a convolution, and "
            "doubles it in a [transposed one](term:transposed-convolution).",
        ),
    ),
    Term(
        "padding",
        marked("Padding"),
        marked(
            "Rows and columns of zeros around the input of a [convolution](term:convolution). In a "
            "[transposed one](term:transposed-convolution) the other way round: rows and columns that are cut off the "
            "output.",
        ),
    ),
    Term(
        "checkerboard",
        marked("Checkerboard"),
        marked(
            "A pattern of light and dark cells that comes from [transposed convolutions](term:transposed-convolution) "
            "whose stamps overlap unevenly, because the [stride](term:stride) does not divide the "
            "[kernel](term:kernel), or whose weights differ between cells that get the same number of stamps.",
        ),
    ),
    Term(
        "fully-connected",
        marked("Fully connected layer"),
        marked(
            "Every output depends on every input by a weight of its own. It knows nothing of neighbours, unlike a "
            "[convolution](term:convolution), and needs many more weights.",
        ),
    ),
    Term(
        "batchnorm",
        marked("BatchNorm"),
        marked(
            "Batch normalisation: shifts and scales each [channel](term:feature-map) to mean 0 and variance 1 over the "
            "batch, then by two learned numbers. A trained network uses running averages of mean and variance instead.",
        ),
    ),
    Term(
        "relu",
        marked("ReLU"),
        marked(
            "An activation: negative numbers become 0, others stay. LeakyReLU, used in the discriminator, lets a small "
            "part of negative numbers through.",
        ),
    ),
    Term(
        "tanh",
        marked("Tanh"),
        marked(
            "An activation that squeezes numbers between −1 and 1: the generator's last, where −1 is black and 1 is "
            "white.",
        ),
    ),
    Term(
        "loss",
        marked("Loss"),
        marked(
            "The number that a network is trained to make small. In a [GAN](term:gan) each network's loss depends on "
            "how good the other one is, so it does not say how good the pictures are.",
        ),
    ),
    Term(
        "mode-collapse",
        marked("Mode collapse"),
        marked(
            "The generator draws only a few kinds of pictures, or one, whatever [z](term:z) is. "
            "[Recall](term:recall) falls when that happens.",
        ),
    ),
    Term(
        "ema",
        marked("EMA"),
        marked(
            "Exponential moving average: a copy of the generator's weights that follows them slowly. It draws calmer, "
            "usually better pictures than the weights of the last step, and is what snapshots hold.",
        ),
    ),
    Term(
        "snapshot",
        marked("Snapshot"),
        marked(
            "The generator as it was at one step of the training, kept in a file; the timeline goes through them.",
        ),
    ),
    Term(
        "step",
        marked("Step, epoch"),
        marked(
            "In a step both networks learn from one batch of pictures. An epoch is as many steps as it takes to have "
            "seen every picture once.",
        ),
    ),
)
TERMS: tuple[Term, ...] = (
    *_OWN,
    *map(_of_measure, (FID, KID, PRECISION, RECALL, DIVERSITY)),
    _of_setting("batch-size", "batch_size"),
    _of_setting("learning-rate-of-g", "lr_g"),
)
BY_KEY = {term.key: term for term in TERMS}
