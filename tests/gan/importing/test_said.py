"""What a person says of a file's layers is kept to."""

import numpy as np
import pytest

from gan.errors import UsageError
from gan.importing.candidates import readings_of
from gan.importing.readings import Assumptions, Reading
from gan.model.part_specs import Activation, ActivationKind, TransposedConvolution

ARRAYS = {
    name: np.random.default_rng(number).standard_normal(shape).astype(np.float32) * 0.05
    for number, (name, shape) in enumerate(
        {"0.weight": (8, 6, 4, 4), "2.weight": (6, 4, 4, 4), "4.weight": (4, 1, 4, 4)}.items()
    )
}


def read(**said: object) -> list[Reading]:
    return readings_of(ARRAYS, {}, Assumptions(**said))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["2", "block2"])
def test_stride_and_padding(name: str) -> None:
    for reading in read(layers={name: (3, 1)}):
        operation = reading.layout.blocks[1].operation
        assert isinstance(operation, TransposedConvolution)
        assert (operation.stride, operation.padding, operation.output_padding) == (3, 1, 0)


def test_size() -> None:
    assert {reading.layout.picture_size for reading in read(size=28)} == {(28, 28)}
    assert read()[0].layout.picture_size == (16, 16)


def test_activation() -> None:
    for reading in read(activation="elu"):
        parts = [part for block in reading.layout.blocks[:-1] for part in block.parts]
        assert [part.kind for part in parts if isinstance(part, Activation)] == [ActivationKind.ELU] * 2


def test_without_statistics_functions_differ_and_reports_say_why() -> None:
    readings = read()
    hidden = {reading.layout.blocks[0].parts[1:] for reading in readings}
    assert len(hidden) > 2
    assert not readings[0].judged
    assert all("no statistics" in finding.evidence for finding in readings[0].findings[1:-1])
    assert readings[0].differs == "" and all(reading.differs for reading in readings[1:])


def test_what_cannot_be_said() -> None:
    with pytest.raises(UsageError, match="no learned slopes, so prelu"):
        read(activation="prelu")
    linear = {"0.weight": np.zeros((64, 8), np.float32), "2.weight": np.zeros((784, 64), np.float32)}
    with pytest.raises(UsageError, match="2 is a linear layer"):
        readings_of(linear, {}, Assumptions(layers={"2": (1, 0)}))
    assert read(layers={"2": (1, 9)}) == []


def test_readings_share_the_weights_of_the_file() -> None:
    first, second, *_ = read()
    assert first.weights["block1.conv.weight"] is second.weights["block1.conv.weight"]
