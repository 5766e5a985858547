"""The adversarial losses: all that there is to know of each. Torch is imported when they are computed.

Another loss is another record here: settings, command line, form, trainer and doctor follow from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gan.records import by_name

if TYPE_CHECKING:
    from torch import Tensor

Mean = Callable[[str], float]
"""The name of one metric of :class:`gan.train.events.StepLogged` -> its mean over the last steps."""


@dataclass(frozen=True)
class Loss:
    """Both sides of one adversarial game.

    ``of_d`` takes real logits (N,), fake logits (N,) and the label smoothing in [0, 0.5]; ``of_g`` real and fake ones.
    Unless it ``pairs`` them, G's side looks at the fake ones alone, and may be given no real ones, (0,).
    ``explanation`` goes on from the name. ``d_wins`` tells from the means of metrics whether D has won.
    ``smooths`` says whether the label smoothing makes a difference.
    ``gradient_penalty`` is the weight of :func:`gan.train.penalties.gradient_penalty`, 0 for none. ``mixes`` says
    whether D may see a batch as a whole, as it does with BatchNorm. ``is_ratio`` says whether the best D's logit is the
    logarithm of how much more likely a picture is as a real one than as a generated one.
    """

    name: str
    explanation: str
    of_d: "Callable[[Tensor, Tensor, float], Tensor]"
    of_g: "Callable[[Tensor, Tensor], Tensor]"
    d_wins: Callable[[Mean], bool]
    smooths: bool = False
    gradient_penalty: float = 0.0
    mixes: bool = True
    is_ratio: bool = False
    pairs: bool = False


def discriminator_loss(real_logits: "Tensor", fake_logits: "Tensor", smoothing: float = 0.0) -> "Tensor":
    """-log D(x) - log(1 - D(G(z))), averaged over the batch (Goodfellow et al., 2014, eq. 1).

    Logits have shape (N,). ``smoothing`` lowers the label of real pictures to 1 - smoothing
    (one-sided label smoothing; Salimans et al., 2016, section 3.4).
    """
    from torch.nn import functional as F

    real_labels = real_logits.new_full(real_logits.shape, 1.0 - smoothing)
    real = F.binary_cross_entropy_with_logits(real_logits, real_labels)
    return real + F.softplus(fake_logits).mean()


def generator_loss(real_logits: "Tensor", fake_logits: "Tensor") -> "Tensor":
    """The non-saturating -log D(G(z)), averaged over the batch (Goodfellow et al., 2014, section 3)."""
    from torch.nn import functional as F

    return F.softplus(-fake_logits).mean()


def hinge_discriminator_loss(real_logits: "Tensor", fake_logits: "Tensor", smoothing: float = 0.0) -> "Tensor":
    """max(0, 1 - D(x)) + max(0, 1 + D(G(z))) (Miyato et al., 2018, eq. 16); there are no labels to smooth."""
    return (1.0 - real_logits).relu().mean() + (1.0 + fake_logits).relu().mean()


def critic_loss(real_scores: "Tensor", fake_scores: "Tensor", smoothing: float = 0.0) -> "Tensor":
    """D(G(z)) - D(x): minus the estimated Wasserstein distance (Arjovsky et al., 2017); no labels to smooth."""
    return fake_scores.mean() - real_scores.mean()


def plain_generator_loss(real_scores: "Tensor", fake_scores: "Tensor") -> "Tensor":
    """-D(G(z)), G's side of the hinge and of the Wasserstein loss."""
    return -fake_scores.mean()


def relativistic_discriminator_loss(real_logits: "Tensor", fake_logits: "Tensor", smoothing: float = 0.0) -> "Tensor":
    """-log sigmoid(D(x) - D(G(z))): each real picture against a generated one (Jolicoeur-Martineau, 2018, eq. 6).

    Huang et al. (2024), "The GAN is dead; long live the GAN!", eq. 2, pair it with R1 and R2. No labels to smooth.
    """
    from torch.nn import functional as F

    return F.softplus(fake_logits - real_logits).mean()


def relativistic_generator_loss(real_logits: "Tensor", fake_logits: "Tensor") -> "Tensor":
    """The mirror image: -log sigmoid(D(G(z)) - D(x))."""
    from torch.nn import functional as F

    return F.softplus(real_logits - fake_logits).mean()


LOSSES = by_name(
    Loss(
        "bce",
        "is the DCGAN paper's",
        discriminator_loss,
        generator_loss,
        d_wins=lambda mean: mean("d_real") > 0.99 and mean("d_fake") < 0.01,
        smooths=True,
        is_ratio=True,  # Goodfellow et al., 2014, proposition 1
    ),
    Loss(
        "hinge",
        "goes well with spectral normalisation",
        hinge_discriminator_loss,
        plain_generator_loss,
        d_wins=lambda mean: mean("d_loss") < 0.05,  # no gradient flows from pictures beyond the margin
    ),
    Loss(
        "wgan-gp",
        "is slower and never saturates",
        critic_loss,
        plain_generator_loss,
        d_wins=lambda mean: False,  # a critic's scores have no limit
        gradient_penalty=10.0,  # Gulrajani et al., 2017, algorithm 1
        mixes=False,
    ),
    Loss(
        "relativistic",
        "sets each real picture against a generated one, which keeps G from drawing but a few things; it wants R1 and "
        "R2 penalties and no BatchNorm in D",
        relativistic_discriminator_loss,
        relativistic_generator_loss,
        d_wins=lambda mean: mean("d_loss") < 0.01,
        pairs=True,
    ),
)
"""By the name that :class:`gan.train.config.TrainConfig` gives them; the first is the usual one."""
