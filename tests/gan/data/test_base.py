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


def test_a_senseless_limit_is_refused() -> None:
    with pytest.raises(UsageError, match="limit"):
        Wanted(limit=0)


def test_a_data_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        Wanted(tmp_path / "nowhere")
