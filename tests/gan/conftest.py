"""What all tests of the core share."""

import pytest
import torch


@pytest.fixture(autouse=True)
def seeded() -> None:
    """What a test draws without a seed of its own does not depend on the tests before it."""
    torch.manual_seed(0)
