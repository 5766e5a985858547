"""Fixtures for all tests: nothing touches the user's folders, and nothing needs a GPU."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gan.model.config import ModelConfig

# One thread: the networks of these tests are so small that a second one only costs time.
os.environ.setdefault("OMP_NUM_THREADS", "1")
for launcher in ("TORCHELASTIC_RUN_ID", "SLURM_JOB_ID"):  # the tests themselves may run in a job
    os.environ.pop(launcher, None)

settings.register_profile("latentarium", deadline=None, max_examples=50)
settings.load_profile("latentarium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Of several processes none is left alone with a slow module at the end.
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    marked = [item for item in items if item.get_closest_marker("cuda")]
    if marked and not _has_cuda():
        for item in marked:
            item.add_marker(pytest.mark.skip(reason="no CUDA device"))


@pytest.fixture(autouse=True, scope="session")
def disk_is_not_waited_for() -> Iterator[None]:
    """No test makes the machine lose its power, and every file that is written would wait for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda file: None)
        yield


@pytest.fixture(autouse=True)
def latentarium_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data, caches and settings of the program go below this folder, which is not made yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LATENTARIUM_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def tiny_config() -> ModelConfig:
    """Grey pictures of 28 px from a z of 8, through 8 and 4 feature maps."""
    return ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4)


@pytest.fixture
def tiny_model(tmp_path: Path, tiny_config: ModelConfig) -> Path:
    """The file of a generator of ``tiny_config`` whose pictures differ from each other."""
    from tests.gan.generators import save_drawing_generator

    return save_drawing_generator(tmp_path / "tiny.safetensors", tiny_config)


def _has_cuda() -> bool:
    import torch

    return torch.cuda.is_available()
