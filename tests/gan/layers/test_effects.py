import numpy as np
import pytest
import torch

from gan.errors import UsageError
from gan.layers.altering import edited
from gan.layers.edits import parse_edit
from gan.layers.effects import channel_effects
from gan.model.config import ModelConfig
from tests.gan.generators import drawing_generator

Z = torch.randn(5, 8, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("layer", ["block1.conv", "block1.act", "block2.norm", "block3.act"])
def test_an_effect_is_the_change_that_muting_makes(tiny_config: ModelConfig, layer: str) -> None:
    generator = drawing_generator(tiny_config).requires_grad_(False)
    effects = channel_effects(generator, layer, Z)
    plain = generator(Z)
    for channel, effect in enumerate(effects):
        with edited(generator, [parse_edit(f"{layer}:{channel}=0")]):
            change = (generator(Z) - plain).square().mean().sqrt()
        assert effect == pytest.approx(float(change), rel=1e-4)
    assert effects.max() > 0


def test_progress_and_giving_up(tiny_config: ModelConfig) -> None:
    seen: list[tuple[int, int]] = []
    generator = drawing_generator(tiny_config)
    channel_effects(generator, "block1.act", Z, lambda done, total: seen.append((done, total)))
    assert seen == [(done, 8) for done in range(8)]

    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        channel_effects(generator, "block1.act", Z, give_up)


def test_an_unknown_layer(tiny_config: ModelConfig) -> None:
    with pytest.raises(UsageError, match="block9"):
        channel_effects(drawing_generator(tiny_config), "block9.act", Z)
    assert np.isfinite(channel_effects(drawing_generator(tiny_config), "block3.conv", Z)).all()
