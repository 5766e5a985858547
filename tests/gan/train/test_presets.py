from dataclasses import replace
from pathlib import Path

import pytest

from gan.data.imagesets import NAMED_SETS
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from gan.train.presets import PRESETS, Preset
from gan.train.recipes import RECIPES
from tests.gan.data.writing import write_pictures


def test_names_are_their_own() -> None:
    assert len({preset.name for preset in PRESETS}) == len({preset.title for preset in PRESETS}) == len(PRESETS)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_has_an_end_and_knows_its_pictures(preset: Preset) -> None:
    config = preset.config
    assert any((config.epochs, config.steps, config.minutes))
    assert config.data in NAMED_SETS
    assert preset.explanation.endswith(".")


AUTO = next(preset for preset in PRESETS if preset.fits)


def test_settings_follow_from_pictures_and_time(tmp_path: Path) -> None:
    write_pictures(tmp_path / "few", 3)
    few = AUTO.on(str(tmp_path / "few"))
    assert (few.augment, few.model.image_size, few.model.ngf) == (True, 64, 32)
    assert not AUTO.on("mnist").augment
    assert (AUTO.on("mnist").model.image_size, AUTO.on("mnist").model.channels) == (28, 1)
    assert AUTO.fitted(replace(AUTO.on("celeba"), minutes=300)).model.ngf > AUTO.on("celeba").model.ngf


def test_a_recipe_leaves_pictures_limits_and_generator_alone() -> None:
    config = TrainConfig(data="mnist", epochs=None, minutes=7, model=ModelConfig(28, 1, ngf=48))
    for recipe in RECIPES.values():
        applied = recipe.applied(config)
        assert (applied.data, applied.minutes, applied.model.blocks) == ("mnist", 7, config.model.blocks)
    assert RECIPES["paper"].applied(config) == config
