"""The Inception network, with weights that stand in for the published ones, which cannot be downloaded in tests."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from gan.errors import LatentariumError
from gan.measure import inception
from gan.measure.spaces import INCEPTION


@pytest.fixture(autouse=True)
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where torch keeps its downloads; nothing is there."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    inception.weights_path().parent.mkdir(parents=True)
    yield inception.weights_path()


def test_missing_weights_are_one_line(hub: Path) -> None:
    with pytest.raises(LatentariumError, match=f"put https.*{inception.WEIGHTS} into {hub.parent}") as told:
        INCEPTION.extractor()
    assert "\n" not in str(told.value)


def test_a_missing_package_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(LatentariumError, match="pip install torch-fidelity"):
        INCEPTION.extractor()


def test_other_weights_are_not_used(hub: Path, tmp_path: Path) -> None:
    torch.save(torch.nn.Linear(2, 2).state_dict(), hub)
    with pytest.raises(LatentariumError, match="not the published file"):
        INCEPTION.extractor()
    hub.write_bytes(b"cos\nsystem\n(S'touch " + str(tmp_path / "touched").encode() + b"'\ntR.")
    with pytest.raises(LatentariumError):
        INCEPTION.extractor()
    assert not (tmp_path / "touched").exists()


def test_weights_of_another_network_are_refused(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inception, "SHA256_BEGINS", "")
    torch.save(torch.nn.Linear(2, 2).state_dict(), hub)
    with pytest.raises(LatentariumError, match="does not fit"):
        INCEPTION.extractor()


@pytest.mark.slow
def test_features_are_those_of_the_package(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from torch_fidelity import feature_extractor_inceptionv3 as package

    class Blank(package.FeatureExtractorInceptionV3):
        def load_state_dict(self, weights: object) -> None:
            """Keeps its random weights."""

    monkeypatch.setattr(package, "load_state_dict_from_url", lambda *_, **__: {})
    blank = Blank("inception", ["2048"])
    torch.save(blank.state_dict(), hub)
    monkeypatch.setattr(inception, "SHA256_BEGINS", "")
    images = np.random.default_rng(0).integers(0, 256, (3, 3, 32, 32), np.uint8)
    features = INCEPTION.extractor()(images)
    assert features.shape == (3, INCEPTION.dimensions)
    assert features == pytest.approx(blank(torch.from_numpy(images))[0].numpy(), rel=1e-4, abs=1e-5)
