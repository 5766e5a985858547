from pathlib import Path

import numpy as np
import pytest

from gan.data.base import ImageSet, Wanted
from gan.errors import UsageError


def test_an_image_set_knows_its_shape() -> None:
    images = ImageSet("some", np.zeros((5, 3, 16, 16), np.uint8))
    assert (len(images), images.channels, images.image_size) == (5, 3, 16)
    assert images.labels is None
    assert not images.factors


@pytest.mark.parametrize(
    ("size", "channels", "limit", "word"),
    [(0, 3, None, "image_size"), (32, 2, None, "channels"), (32, 3, 0, "limit")],
)
def test_senseless_wishes_are_refused(size: int, channels: int, limit: int | None, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        Wanted(size, channels, limit=limit)


def test_a_data_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        Wanted(32, 3, tmp_path / "nowhere")
