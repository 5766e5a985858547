"""What most tests of training need: a very small config, a few random pictures, a new run."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from gan.data.imagesets import ImageSet
from gan.model.config import ModelConfig
from gan.train import loading
from gan.train.config import TrainConfig
from gan.train.run import Run


@pytest.fixture
def config() -> TrainConfig:
    """Grey 16 px pictures in batches of 4, six steps, the slowest part of each being the disk."""
    return TrainConfig(
        data="noise",
        epochs=None,
        steps=6,
        batch_size=4,
        seed=3,
        device="cpu",
        precision="fp32",
        threads=1,
        sample_count=4,
        sample_seconds=1000,
        snapshot_seconds=1000,
        state_seconds=1000,
        model=ModelConfig(16, 1, z_dim=4, ngf=4, ndf=4),
    )


@pytest.fixture
def pictures() -> npt.NDArray[np.uint8]:
    """Ten grey 16 px pictures of noise, which with batches of 4 are two steps an epoch."""
    return np.random.default_rng(0).integers(0, 256, (10, 1, 16, 16), np.uint8)


@pytest.fixture
def image_set(pictures: npt.NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch) -> ImageSet:
    """Whatever a run's config says, it learns from ``pictures``."""
    images = ImageSet("noise", pictures)
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: images)
    return images


@pytest.fixture
def run(tmp_path: Path, config: TrainConfig) -> Run:
    """A new run of ``config``."""
    return Run.create(tmp_path / "run", config)
