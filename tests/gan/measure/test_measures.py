"""Every measure can be found and computed from what its record says."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from gan.measure.measures import FID, MEASURES, PATH_LENGTH, Material, Measure, measures_of
from gan.measure.values import Value
from gan.records import function_at


def test_importing_them_does_not_import_torch() -> None:
    code = "import sys, gan.measure.measures; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_each_has_one_material() -> None:
    assert {measure for material in Material for measure in measures_of(material)} == set(MEASURES.values())


@pytest.mark.parametrize("measure", measures_of(Material.SAMPLES), ids=lambda measure: measure.name)
def test_real_pictures_measure_about_one(measure: Measure) -> None:
    draws = torch.rand((3, 64, 1, 8, 8), generator=torch.Generator().manual_seed(0)) * 2 - 1
    measured = function_at(measure.function)(draws[0], draws[1])
    assert measured(draws[2]) == pytest.approx(1, abs=0.5)
    assert measured(draws[2][:20]) == pytest.approx(1, abs=0.8)


@pytest.mark.parametrize("measure", measures_of(Material.PATH), ids=lambda measure: measure.name)
def test_a_path_gives_a_number(measure: Measure) -> None:
    assert function_at(measure.function)(np.array([1, 2, 3], np.float32)) > 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Value(1.716, 0.0306), "1.72 ± 0.06"),
        (Value(1063.14, 3.9), "1063 ± 8"),
        (Value(-0.004), "-0.00"),
        (Value(42.16, 0.1), "42.2 ± 0.2"),
    ],
)
def test_a_value_with_its_interval(value: Value, text: str) -> None:
    assert FID.value_text(value) == text


def test_a_value_in_words() -> None:
    assert PATH_LENGTH.text(119.6) == "path length 120 grey levels"
