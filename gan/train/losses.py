"""Adversarial losses on logits."""

from torch import Tensor
from torch.nn import functional as F


def discriminator_loss(real_logits: Tensor, fake_logits: Tensor, smoothing: float = 0.0) -> Tensor:
    """-log D(x) - log(1 - D(G(z))), averaged over the batch (Goodfellow et al., 2014, eq. 1).

    Logits have shape (N,). ``smoothing`` lowers the label of real pictures to 1 - smoothing
    (one-sided label smoothing; Salimans et al., 2016, section 3.4).
    """
    real_labels = real_logits.new_full(real_logits.shape, 1.0 - smoothing)
    real = F.binary_cross_entropy_with_logits(real_logits, real_labels)
    return real + F.softplus(fake_logits).mean()


def generator_loss(fake_logits: Tensor) -> Tensor:
    """The non-saturating -log D(G(z)), averaged over the batch (Goodfellow et al., 2014, section 3)."""
    return F.softplus(-fake_logits).mean()
