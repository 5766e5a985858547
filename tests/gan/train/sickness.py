"""Settings that make a small run sick in a certain way, and some that do not."""

from dataclasses import replace

from gan.model.config import ModelConfig
from gan.train.config import TrainConfig

WELL = TrainConfig(
    data="sprites",
    limit=1024,
    epochs=None,
    steps=800,
    batch_size=32,
    seed=1,
    device="cpu",
    precision="fp32",
    threads=1,
    sample_count=32,
    model=ModelConfig(16, 3, z_dim=16, ngf=8, ndf=8),
)
HEALTHY = (
    WELL,
    replace(WELL, seed=5, mirror=True, label_smoothing=0.1),
    replace(WELL, augment=True),
    replace(WELL, loss="hinge", model=replace(WELL.model, d_norm="spectral")),
    replace(WELL, loss="wgan-gp", model=replace(WELL.model, d_norm="none")),
)
D_WINS = replace(WELL, lr_d=2e-3, lr_g=1e-6)
LEARNS_NOTHING = replace(WELL, lr_d=1e-7, lr_g=1e-7)
COLLAPSES = replace(WELL, lr_d=8e-3, lr_g=5e-3, beta1=0.95, batch_size=16)
OSCILLATES = replace(WELL, lr_d=1e-2, lr_g=1e-2, beta1=0.9)
EXPLODES = replace(
    WELL,
    lr_d=1.0,
    r1=1000.0,
    batch_size=2,
    limit=16,
    state_steps=1,
    sample_count=1,
    model=ModelConfig(128, 1, z_dim=4, ngf=4, ndf=16, d_norm="none"),
)
