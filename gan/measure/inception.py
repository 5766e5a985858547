"""The Inception network that published FIDs are taken in, as the package torch-fidelity has it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gan.data.base import Images
from gan.data.conversion import recoloured
from gan.errors import LatentariumError
from gan.files import is_there
from gan.importing.reading import read_weights_file
from gan.measure.spaces import INCEPTION, Extract, Features
from gan.words import tr

SHA256_BEGINS = "6726825d"
WEIGHTS = f"weights-inception-2015-12-05-{SHA256_BEGINS}.pth"
ADDRESS = f"https://github.com/toshas/torch-fidelity/releases/download/v0.2.0/{WEIGHTS}"
LAYER = "2048"
BATCH = 50


def extractor() -> Extract:
    """Pictures of any size and colour -> (N, 2048). Raises :class:`LatentariumError`, which says what is missing."""
    network = load_network()

    @torch.inference_mode()
    def extract(images: Images) -> Features:
        colour = torch.from_numpy(np.array(recoloured(images, 3)))
        features: Features = torch.cat([network(batch)[0] for batch in colour.split(BATCH)]).numpy()
        return features

    return extract


def load_network() -> nn.Module:
    """The network with the published weights, in eval mode. Raises :class:`LatentariumError`."""
    INCEPTION.check(3)
    from torch_fidelity import feature_extractor_inceptionv3 as package

    weights = _weights()
    try:
        with _given(package, weights):
            network: nn.Module = package.FeatureExtractorInceptionV3("inception", [LAYER])
    except (RuntimeError, KeyError) as error:
        raise LatentariumError(
            f"{weights_path()} does not fit this version of torch-fidelity: {INCEPTION.install}"
        ) from error
    return network


def weights_path() -> Path:
    """Where torch keeps what it has downloaded."""
    return Path(torch.hub.get_dir()) / "checkpoints" / WEIGHTS


def _weights() -> dict[str, Tensor]:
    path = weights_path()
    if not is_there(path):
        raise LatentariumError(
            tr(
                "the weights of the feature space inception are not here: put {address} into {parent}",
                address=ADDRESS,
                parent=path.parent,
            )
        )
    contents = read_weights_file(path)
    if not contents.sha256.startswith(SHA256_BEGINS):
        raise LatentariumError(f"{path} is not the published file, and is not used: fetch it again from {ADDRESS}")
    return {name: torch.from_numpy(np.array(array)) for name, array in contents.tree.items()}


@contextmanager
def _given(package: Any, weights: Mapping[str, Tensor]) -> Iterator[None]:
    """Within it the network takes ``weights`` instead of a download, which it would unpickle."""
    download = package.load_state_dict_from_url
    package.load_state_dict_from_url = lambda *_, **__: dict(weights)
    try:
        yield
    finally:
        package.load_state_dict_from_url = download
