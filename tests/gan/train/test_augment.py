import pytest
import torch

from gan.train.augment import DRAWS, augmented

NEUTRAL = torch.tensor([[0.5, 0.5, 0.5, 0.5, 0.5, 9.0, 9.0]])
"""No change of colour, no shift, the hole outside."""


def pictures(count: int = 1) -> torch.Tensor:
    return torch.rand(count, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1


def test_draws_that_change_nothing() -> None:
    assert torch.allclose(augmented(pictures(), NEUTRAL), pictures(), atol=1e-6)


def drawn(**values: float) -> torch.Tensor:
    places = {"brightness": 0, "saturation": 1, "contrast": 2, "down": 3, "right": 4, "hole_y": 5, "hole_x": 6}
    draws = NEUTRAL.clone()
    for name, value in values.items():
        draws[0, places[name]] = value
    return augmented(pictures(), draws)


def test_brightness_is_added() -> None:
    assert torch.allclose(drawn(brightness=0.75), pictures() + 0.25, atol=1e-6)


def test_without_saturation_pictures_are_grey() -> None:
    grey = drawn(saturation=0.0)
    assert torch.allclose(grey, pictures().mean(dim=1, keepdim=True).expand_as(grey), atol=1e-6)


def test_contrast_stretches_around_the_middle() -> None:
    image = pictures()
    assert torch.allclose(drawn(contrast=0.0) - image.mean(), 0.5 * (image - image.mean()), atol=1e-6)


def test_a_shift_moves_the_picture_and_fills_with_nothing() -> None:
    shifted = drawn(down=0.0, right=0.999)
    assert torch.allclose(shifted[..., 2:, :-2], pictures()[..., :-2, 2:], atol=1e-6)
    assert (shifted[..., :2, :] == 0).all() and (shifted[..., -2:] == 0).all()


def test_the_hole_is_a_quarter_of_the_picture() -> None:
    hole = drawn(hole_y=0.5, hole_x=0.5) == 0
    assert hole.all(dim=1).sum().item() == 64
    assert hole[..., 4:12, 4:12].all()


def test_each_picture_has_its_own_change() -> None:
    same = pictures().expand(8, -1, -1, -1)
    changed = augmented(same, torch.rand(8, DRAWS, generator=torch.Generator().manual_seed(1)))
    assert changed.shape == same.shape
    assert all(not torch.equal(changed[0], other) for other in changed[1:])


def test_gradients_come_back() -> None:
    images = pictures(2).requires_grad_(True)
    augmented(images, torch.rand(2, DRAWS)).sum().backward()
    assert images.grad is not None
    assert images.grad.abs().sum() > 0


@pytest.mark.parametrize("channels", [1, 3])
def test_grey_pictures_too(channels: int) -> None:
    assert augmented(torch.zeros(2, channels, 28, 28), torch.rand(2, DRAWS)).shape == (2, channels, 28, 28)
