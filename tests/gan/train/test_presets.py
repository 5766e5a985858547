import pytest

from gan.data.imagesets import NAMED_SETS
from gan.train.presets import PRESETS, Preset


def test_names_are_their_own() -> None:
    assert len({preset.name for preset in PRESETS}) == len({preset.title for preset in PRESETS}) == len(PRESETS)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_has_an_end_and_knows_its_pictures(preset: Preset) -> None:
    config = preset.config
    assert any((config.epochs, config.steps, config.minutes))
    assert config.data in NAMED_SETS
    assert preset.explanation.endswith(".")
