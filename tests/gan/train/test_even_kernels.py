import pytest
import torch
from torch import nn

from gan.data.sprites import make_sprites
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from gan.train.even_kernels import even_out, tap_sums
from gan.train.trainer import Trainer


@pytest.mark.parametrize(("kernel", "stride", "padding"), [(4, 2, 1), (5, 2, 2), (5, 3, 1), (6, 2, 2)])
def test_flat_maps_stay_flat(kernel: int, stride: int, padding: int) -> None:
    torch.manual_seed(0)
    layer = nn.ConvTranspose2d(3, 2, kernel, stride, padding).double()
    flat = torch.tensor([1.0, -2.0, 0.5]).double()[:, None, None].expand(1, 3, 9, 9)
    rim = 2 * stride

    def roughness() -> float:
        return layer(flat)[..., rim:-rim, rim:-rim].std((-2, -1)).max().item()

    assert roughness() > 0.01
    even_out(layer)
    assert roughness() < 1e-12


def test_weights_move_no_further_than_they_must() -> None:
    torch.manual_seed(0)
    layer = nn.ConvTranspose2d(3, 2, 4, 2, 1).double()
    before = layer.weight.detach().clone()
    even_out(layer)
    moved = layer.weight.detach() - before
    groups = [moved[..., y::2, x::2] for y in (0, 1) for x in (0, 1)]
    assert all(group.flatten(2).std(2).max() < 1e-15 for group in groups), "each group of taps moves as one"
    assert moved.sum((2, 3)).abs().max() < 1e-12, "the mean answer stays"
    even = layer.weight.detach().clone()
    even_out(layer)
    torch.testing.assert_close(layer.weight.detach(), even, rtol=0, atol=1e-15)


def test_what_cannot_be_even_or_always_is_stays_as_it_is() -> None:
    for layer in (nn.ConvTranspose2d(3, 2, 4, 1), nn.ConvTranspose2d(3, 2, 2, 3), nn.Conv2d(3, 2, 4, 2)):
        before = layer.weight.detach().clone()
        even_out(layer)
        assert torch.equal(layer.weight, before)


def test_a_run_keeps_its_kernels_even_and_its_average_too() -> None:
    config = TrainConfig(batch_size=8, even_kernels=True, model=ModelConfig(16, 3, ngf=8, ndf=8))
    trainer = Trainer(config, torch.device("cpu"))
    images = torch.from_numpy(make_sprites(24, image_size=16, channels=3)[0]).float() / 127.5 - 1
    for part in images.split(8):
        trainer.learn(part, torch.randn(8, config.model.z_dim))
    for network in (trainer.generator, trainer.averaged()):
        doubling = [
            each for each in network.modules() if isinstance(each, nn.ConvTranspose2d) and each.stride != (1, 1)
        ]
        assert doubling
        for layer in doubling:
            sums = tap_sums(layer.weight, layer.stride)
            torch.testing.assert_close(sums, sums.mean(0).expand_as(sums), rtol=0, atol=1e-5)
