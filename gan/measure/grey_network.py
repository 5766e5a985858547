"""The small network whose last features judge grey pictures; it comes with the program.

``resources/train_features.py`` trains it to tell the classes of several sets of grey pictures apart.
"""

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from gan.data.base import Images
from gan.data.conversion import resized
from gan.errors import LatentariumError
from gan.images import from_uint8
from gan.measure.spaces import Extract, Features
from gan.places import RESOURCES
from gan.sizes import Size
from gan.words import tr

SIDE = 28
FEATURES = 128
WEIGHTS = RESOURCES / "features" / "grey.safetensors"
BATCH = 250


class GreyNetwork(nn.Module):
    """Grey pictures (N, 1, 28, 28) in [-1, 1] -> how likely each of ``classes`` is, as logits (N, classes)."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *_layer(1, 32, stride=1),
            *_layer(32, 64, stride=2),
            *_layer(64, FEATURES, stride=2),
            *_layer(FEATURES, FEATURES, stride=1),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
        )
        self.head = nn.Linear(FEATURES, classes)

    def features(self, images: Tensor) -> Tensor:
        """(N, 128): the means of the last feature maps."""
        features: Tensor = self.body(images)
        return features

    def forward(self, images: Tensor) -> Tensor:
        """See the class."""
        logits: Tensor = self.head(self.features(images))
        return logits


def extractor() -> Extract:
    """Grey pictures of any size, uint8 (N, 1, H, W) -> (N, 128). Raises :class:`LatentariumError`."""
    network = load_network()

    @torch.inference_mode()
    def extract(images: Images) -> Features:
        small = torch.from_numpy(resized(images, Size(SIDE, SIDE)))
        batches = [network.features(_channels_last(from_uint8(batch))) for batch in small.split(BATCH)]
        features: Features = torch.cat(batches).numpy()
        return features

    return extract


def load_network() -> GreyNetwork:
    """The network as it was trained, in eval mode. Raises :class:`LatentariumError` for a damaged installation."""
    try:
        weights = {name: tensor.float() for name, tensor in load_file(WEIGHTS).items()}
        network = GreyNetwork(len(weights["head.bias"]))
        network.load_state_dict(weights)
    except (OSError, SafetensorError, KeyError, RuntimeError) as error:
        raise LatentariumError(
            tr("{weights} is missing or damaged; install the program again", weights=WEIGHTS)
        ) from error
    return network.to(memory_format=torch.channels_last).eval().requires_grad_(False)


def _channels_last(images: Tensor) -> Tensor:
    return images.contiguous(memory_format=torch.channels_last)


def _layer(in_channels: int, out_channels: int, stride: int) -> tuple[nn.Module, ...]:
    convolution = nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False)
    return convolution, nn.BatchNorm2d(out_channels), nn.ReLU()
