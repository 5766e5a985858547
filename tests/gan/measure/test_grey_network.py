"""The network that comes with the program."""

from pathlib import Path

import numpy as np
import pytest

from gan.errors import LatentariumError
from gan.measure import grey_network
from gan.measure.spaces import GREY
from tests.gan.measure.shapes import sprites


def test_features_tell_shapes_apart() -> None:
    features, labels = GREY.extractor()(sprites(0).images), sprites(0).labels
    assert features.shape == (600, GREY.dimensions) and features.dtype == np.float32 and labels is not None
    means = np.stack([features[labels == kind].mean(axis=0) for kind in range(5)])
    found = np.linalg.norm(features[:, None] - means, axis=2).argmin(axis=1)
    assert (found == labels).mean() > 0.95


def test_pictures_of_another_size() -> None:
    small = GREY.extractor()(sprites(0).images[:3])
    large = GREY.extractor()(sprites(0).images[:3].repeat(2, axis=2).repeat(2, axis=3))
    assert np.linalg.norm(small - large) < 0.2 * np.linalg.norm(small)


@pytest.mark.parametrize("contents", [None, b"", b"no weights"])
def test_damaged_weights_are_one_line(contents: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "grey.safetensors"
    monkeypatch.setattr(grey_network, "WEIGHTS", path)
    if contents is not None:
        path.write_bytes(contents)
    with pytest.raises(LatentariumError, match="install the program again"):
        GREY.extractor()
