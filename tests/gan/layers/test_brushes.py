import numpy as np
import pytest
import torch

from gan.layers.brushes import Reach, as_large, painting, painting_block, seeing
from gan.model.architecture import Architecture
from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.model.kinds import KINDS
from gan.sizes import Size
from tests.gan.generators import drawing_generator
from tests.gan.layouts import LAYOUTS

CONFIGS: dict[str, Architecture] = {
    **LAYOUTS,
    **{f"{kind} in colour": ModelConfig(16, 3, 4, 4, 4, kind=kind) for kind in KINDS},
}
SMALL = {kind: ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4, kind=kind) for kind in KINDS}


@pytest.mark.parametrize("name", [name for name, config in CONFIGS.items() if painting_block(config)])
def test_a_stroke_is_what_the_layer_makes_of_one_number(name: str) -> None:
    """A single 1 that goes in paints the stroke, at its place, and nothing else."""
    generator = drawing_generator(CONFIGS[name])
    block = painting_block(CONFIGS[name])
    assert block is not None
    operation = generator.get_submodule(block.operation_name)
    brushes = painting(block, operation.weight.detach().numpy())  # type: ignore[operator]
    channels, height, width = block.operation_input
    assert len(brushes.strokes) == channels * (height * width if brushes.reach is Reach.PICTURE else 1)
    one = torch.zeros(1, channels, height, width)
    one[0, -1, height // 2, width // 2] = 1
    with torch.no_grad():
        painted = (operation(one) - operation(torch.zeros_like(one)))[0].numpy()
    place = (channels - 1) * height * width + height // 2 * width + width // 2
    stroke = brushes.strokes[place if brushes.reach is Reach.PICTURE else -1]
    if brushes.reach is Reach.PICTURE:
        np.testing.assert_allclose(painted, stroke, atol=1e-6)
    else:
        assert np.square(painted).sum() == pytest.approx(np.square(stroke).sum(), rel=1e-4)
        assert np.count_nonzero(painted[0]) <= stroke[0].size


def test_each_weight_of_a_linear_layer_is_used_once_and_of_a_kernel_everywhere() -> None:
    found = {}
    for kind, config in SMALL.items():
        block = config.blocks[-1]
        weight = drawing_generator(config).get_submodule(block.operation_name).weight
        found[kind] = painting(block, weight.detach().numpy())  # type: ignore[operator]
    linear, kernels = found["fully-connected"], found["convolutional"]
    assert (linear.weights, linear.places) == (64 * 28 * 28, 1)
    assert (kernels.weights, kernels.places) == (4 * 4 * 4, 14 * 14)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_first_layer_looks_for_answers_most_to_itself(kind: str) -> None:
    config = SMALL[kind]
    torch.manual_seed(0)
    operation = Discriminator(config).operations()[0]
    block = config.discriminator.blocks[0]
    brushes = seeing(block, operation.weight.detach().numpy(), config.picture_shape)
    stroke = torch.tensor(brushes.strokes[2, 0])
    picture = torch.zeros(1, 1, 28, 28)
    corner = 0 if kind == "fully-connected" else 1  # a cell of padding, then steps of two: output 1 sees from 1 on
    picture[0, 0, corner : corner + stroke.shape[0], corner : corner + stroke.shape[1]] = stroke
    with torch.no_grad():
        answers = (operation(picture) - operation(torch.zeros_like(picture)))[0, 2]
    assert float(answers[corner, corner]) == pytest.approx(float(stroke.square().sum()), rel=1e-3)


def test_the_strongest_come_first_for_the_picture_and_for_a_pixel() -> None:
    weight = np.zeros((784, 3), np.float32)
    weight[:, 0], weight[5, 1], weight[28 + 3, 2] = 0.1, -9, 2
    brushes = painting(LAST_LINEAR, weight)
    assert brushes.order.tolist() == [1, 0, 2]
    assert brushes.order_at(1, 3).tolist() == [2, 0, 1]
    assert brushes.order_at(0, 5).tolist() == [1, 0, 2]


LAST_LINEAR = SMALL["fully-connected"].blocks[-1]


def test_kernels_are_drawn_as_large_as_pictures() -> None:
    kernel = np.arange(16, dtype=np.float32).reshape(1, 4, 4)
    large = as_large(kernel, Size(28, 28))
    assert np.array_equal(large[0], kernel[0].repeat(7, 0).repeat(7, 1))
    assert as_large(kernel, Size(30, 30)).shape == (1, 30, 30)
    assert np.array_equal(as_large(large, Size(28, 28)), large)
    assert np.array_equal(as_large(kernel, Size(40, 28)), large), "a kernel stays square"


def test_a_generator_of_other_parts_has_no_such_layer() -> None:
    assert painting_block(SMALL["fully-connected"]) is LAST_LINEAR
    assert not [name for name, config in LAYOUTS.items() if painting_block(config) is None]
