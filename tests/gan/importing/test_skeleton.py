"""What shapes alone tell of a stranger's weights, and what is said of those that form no generator."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pytest

from gan.importing import skeleton
from gan.importing.skeleton import Kind, ShapeError, skeletons_of

Arrays = dict[str, npt.NDArray[np.float32]]


def weights(shapes: Mapping[str, tuple[int, ...]]) -> Arrays:
    return {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}


def norm(name: str, count: int) -> Arrays:
    return weights({f"{name}.{part}": (count,) for part in ("weight", "bias", "running_mean", "running_var")})


def test_directions_follow_from_the_chain() -> None:
    (found,) = skeletons_of(weights({"a.weight": (9, 8, 4, 4), "b.weight": (6, 8, 3, 3), "c.weight": (6, 3, 4, 4)}))
    assert [link.kind for link in found.links] == [Kind.TRANSPOSED, Kind.CONVOLUTION, Kind.TRANSPOSED]


def test_layers_in_any_order() -> None:
    (found,) = skeletons_of(weights({"c.weight": (6, 3, 4, 4), "a.weight": (9, 8, 4, 4), "b.weight": (8, 6, 4, 4)}))
    assert [link.unit.name for link in found.links] == ["a", "b", "c"]


def test_norms_that_stand_apart_go_by_their_counts() -> None:
    arrays = norm("n1", 6) | norm("n0", 8) | weights({"a.weight": (9, 8, 4, 4), "b.weight": (8, 6, 4, 4)})
    (found,) = skeletons_of(arrays | weights({"c.weight": (6, 3, 4, 4)}))
    assert [[one.name for one in link.norms] for link in found.links] == [["n0"], ["n1"], []]


def test_a_linear_layer_that_has_no_place_is_a_table_of_classes() -> None:
    arrays = weights(
        {"fc1.weight": (5, 7), "a.weight": (64, 9), "a.bias": (64,), "b.weight": (784, 64), "b.bias": (784,)}
    )
    table = skeletons_of(arrays)[0].table
    assert table is not None and table.weight.shape == (5, 7)


def test_a_hidden_layer_of_a_hundred_is_none() -> None:
    (found,) = skeletons_of(weights({"0.weight": (100, 32), "2.weight": (256, 100), "4.weight": (784, 256)}))
    assert found.table is None and len(found.links) == 3


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        (weights({"0.weight": (8, 3, 4, 4), "2.weight": (1, 8, 4, 4)}), "a discriminator; open the generator"),
        (weights({"0.weight": (8, 3, 3, 3), "2.weight": (5, 72)}), "a classifier or an encoder"),
        (weights({"0.weight": (8, 3, 4, 4), "2.weight": (8, 3, 4, 4)}), "an image-to-image network"),
        (weights({"0.weight": (9, 8, 4, 4), "2.weight": (7, 3, 4, 4)}), "2 does not take what 0 gives"),
        (norm("n", 3), "no weights of layers"),
        (weights({"e1.weight": (10, 4), "0.weight": (64, 8), "0.bias": (64,), "0.lora": (2,)}), "holds lora"),
        (weights({"emb.weight": (10, 4), "label.weight": (10, 4), "0.weight": (784, 8)}), "2 tables of classes"),
        (weights({"0.weight": (9, 8, 4, 4), "p.weight": (5,), "2.weight": (8, 1, 4, 4)}), "holds 5 slopes"),
        (
            weights(
                {f"{place}.weight": shape for place, shape in enumerate([(9, 8, 4, 4), (8, 8, 4, 4), (8, 4, 4, 4)])}
            )
            | weights({"p.weight": (1,), "q.weight": (1,), "9.weight": (4, 1, 4, 4)}),
            "3 hidden layers have 2 learned slopes",
        ),
        (
            weights({"0.weight": (9, 8, 4, 4), "2.weight": (8, 1, 4, 4)}) | norm("n", 8) | norm("m", 8) | norm("o", 8),
            "3 normalisations do not belong to its 2 layers",
        ),
        (weights({"0.weight": (9, 8, 4, 3), "2.weight": (8, 1, 4, 4)}), "kernel of 4 × 3"),
    ],
)
def test_what_forms_no_generator(arrays: Arrays, said: str) -> None:
    with pytest.raises(ShapeError, match=said):
        skeletons_of(arrays)


SQUARES = {f"{number}.weight": (64, 64, 3, 3) for number in range(1, 20)}


@pytest.mark.parametrize(
    "arrays",
    [
        weights({"0.weight": (64, 64, 4, 4)} | SQUARES),
        weights({"0.weight": (9, 64, 4, 4)} | SQUARES | {"c.weight": (64, 3, 3, 3)}) | norm("z", 7) | norm("y", 64),
    ],
)
def test_files_in_which_nearly_everything_fits_are_given_up(arrays: Arrays, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each would take a million steps or more."""
    taken = 0
    once = skeleton._Steps.take

    def count(steps: skeleton._Steps) -> bool:
        nonlocal taken
        taken += 1
        return once(steps)

    monkeypatch.setattr(skeleton._Steps, "take", count)
    with pytest.raises(ShapeError):
        skeletons_of(arrays)
    assert 1_000 < taken < 60 * skeleton.MOST_STEPS
