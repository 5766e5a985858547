import pytest
import torch
from torch import nn

from gan.errors import UsageError
from gan.layers.altering import batch_statistics, edited
from gan.layers.edits import parse_edit
from gan.layers.features import capture
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from tests.gan.generators import drawing_generator

Z = torch.randn(4, 8, generator=torch.Generator().manual_seed(0))


@pytest.fixture
def generator(tiny_config: ModelConfig) -> Generator:
    return drawing_generator(tiny_config).requires_grad_(False)


def hooks_on(network: nn.Module) -> int:
    return sum(len(module._forward_hooks) for module in network.modules())


def test_an_edit_reaches_the_maps_and_the_next_layer(generator: Generator) -> None:
    with capture(generator, ["block1.act"]) as plain:
        generator(Z)
    edits = [parse_edit("block1:2=0"), parse_edit("block1:3=1.5")]
    with edited(generator, edits), capture(generator, ["block1.act", "block2.conv"]) as maps:
        generator(Z)
    assert not maps["block1.act"][:, 2].any()
    assert torch.equal(maps["block1.act"][:, 3], 1.5 * plain["block1.act"][:, 3])
    assert torch.equal(maps["block1.act"][:, 4:], plain["block1.act"][:, 4:])
    assert torch.equal(maps["block2.conv"], generator.get_submodule("block2.conv")(maps["block1.act"]))


def test_a_muted_channel_is_silent_whatever_it_held(generator: Generator) -> None:
    generator.get_submodule("block1.conv").weight[:, 2] = torch.inf  # type: ignore[operator]
    with edited(generator, [parse_edit("block1.conv:2=0")]), capture(generator, ["block1.conv"]) as maps:
        generator(Z)
    assert not maps["block1.conv"][:, 2].any()


@pytest.mark.parametrize("block", ["block1", "block2", "block3"])
def test_without_any_channel_of_a_block_every_seed_gives_one_picture(generator: Generator, block: str) -> None:
    assert generator(Z).std(dim=0).max() > 0.1
    with edited(generator, [parse_edit(f"{block}:*=0")]):
        pictures = generator(Z)
    assert torch.equal(pictures, pictures[:1].expand_as(pictures))


def test_nothing_stays_behind(generator: Generator) -> None:
    before = generator(Z)
    state = {key: value.clone() for key, value in generator.state_dict().items()}
    with edited(generator, [parse_edit("block1:2=0")]), batch_statistics(generator):
        assert not torch.equal(generator(Z), before)
    assert hooks_on(generator) == 0
    assert torch.equal(generator(Z), before)
    assert all(torch.equal(value, state[key]) for key, value in generator.state_dict().items())


def test_a_wrong_edit_leaves_no_hook(generator: Generator) -> None:
    with pytest.raises(UsageError), edited(generator, [parse_edit("block1:0=0"), parse_edit("block2:99=0")]):
        pass
    assert hooks_on(generator) == 0


def test_batch_statistics_are_those_of_the_batch(generator: Generator) -> None:
    with batch_statistics(generator), capture(generator, ["block1.conv", "block1.norm"]) as maps:
        generator(Z)
    norm = generator.get_submodule("block1.norm")
    expected = nn.functional.batch_norm(maps["block1.conv"], None, None, norm.weight, norm.bias, training=True)  # type: ignore[arg-type]
    assert torch.allclose(maps["block1.norm"], expected)
    trained = generator.train()
    assert torch.equal(trained(Z), trained(Z))
