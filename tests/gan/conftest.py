"""What all tests of the core share."""

import pytest
import torch

from gan.train import gauges


@pytest.fixture(autouse=True)
def seeded() -> None:
    """What a test draws without a seed of its own does not depend on the tests before it."""
    torch.manual_seed(0)


@pytest.fixture(autouse=True)
def few_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that ends measures its last snapshot, which would take longer than all else that tiny runs do."""
    monkeypatch.setattr(gauges, "PICTURES", {1: 32, 3: 32})
