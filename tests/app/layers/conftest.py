"""What the tests of the Layers room share."""

from pathlib import Path

import pytest

from gan.model.config import ModelConfig
from tests.gan.generators import save_drawing_generator


@pytest.fixture
def colour_model(tmp_path: Path) -> Path:
    """A generator of 64 px colour pictures from a z of 5, through 32, 16, 8 and 4 channels."""
    config = ModelConfig(64, 3, z_dim=5, ngf=4, ndf=4)
    return save_drawing_generator(tmp_path / "colour.safetensors", config)
