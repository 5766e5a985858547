"""Nothing that is written into ``control.json`` ends a trainer, and it still obeys afterwards."""

from pathlib import Path

import pytest

from gan.train.events import LearningRatesChanged, Stopped
from tests.fuzz.steering import train_through


@pytest.mark.slow
def test_a_trainer_outlives_whatever_it_is_asked(tmp_path: Path) -> None:
    said = train_through(tmp_path / "run", 200)
    assert isinstance(said[-1], Stopped)
    assert any(isinstance(event, LearningRatesChanged) for event in said)
