"""Which numbers stand side by side, and which of them are compared."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.session.edits import UNCHANGED
from app.session.open_model import OpenModel
from app.train.evaluation.answering import Answer
from app.train.evaluation.candidates import Candidate, Settings, question
from app.train.evaluation.class_bars import bars_of
from app.train.evaluation.evaluations import Column
from app.train.evaluation.membership_plot import points_of
from app.train.evaluation.table import Table, table_of
from gan.measure.classes import ClassNumbers
from gan.measure.evaluation import Evaluation
from gan.measure.measures import MEASURES
from gan.measure.report import Measured
from gan.measure.values import Value
from gan.model.checkpoint import read_checkpoint
from gan.sources import ModelSource


@pytest.fixture
def model(tiny_model: Path) -> OpenModel:
    """It says that it learned from sprites."""
    return OpenModel(ModelSource("tiny", tiny_model), read_checkpoint(tiny_model))


def column(model: OpenModel, settings: Settings, fid: float, error: float = 0.1) -> Column:
    """Measured, with ``fid`` as every number."""
    asked = question(model, UNCHANGED, settings)
    values = {name: Value(fid, error) for name in MEASURES}
    classes = (ClassNumbers("dark", 0.25, fid / 10), ClassNumbers("light", 0.75, 1 - fid / 10))
    found = Evaluation("tiny", asked.real.place, asked.space, settings.count, 100, 20, "20 others", values, classes)
    images, nothing = np.zeros((0, 1, 28, 28), np.uint8), np.zeros(0, np.int64)
    real = replace(found, name="real pictures", generated=20)
    answer = Answer(asked, Measured(found, images), np.zeros((0, 8), np.float32), nothing, nothing, images, real)
    return Column(Candidate(f"{fid}"), "tiny", answer)


def leading(table: Table, title: str) -> list[list[int]]:
    """The columns that lead in each row of a title."""
    rows = [row for row in table.rows if row.title.startswith(title)]
    return [[place for place, cell in enumerate(row.cells) if cell.leads] for row in rows]


def titles(columns: Sequence[Column]) -> list[str]:
    return [row.title for row in table_of(columns).rows if not row.cells]


def test_the_best_leads_as_far_as_can_be_told(model: OpenModel) -> None:
    settings = Settings()
    assert leading(table_of([column(model, settings, fid) for fid in (3, 2, 4)]), "FID") == [[1]]
    assert leading(table_of([column(model, settings, fid) for fid in (2.1, 2, 4)]), "FID") == [[0, 1]]
    assert leading(table_of([column(model, settings, fid) for fid in (3, 2, 4)]), "Precision") == [[2]]


def test_models_that_are_held_to_different_pictures_are_not_compared(model: OpenModel) -> None:
    own, others = Settings(), Settings(data="fashion-mnist")
    table = table_of([column(model, own, 3), column(model, others, 2)])
    assert leading(table, "FID") == [[]]
    assert [head.text for head in table.heads] == ["1  tiny", "2  tiny", "real sprites", "real fashion-mnist"]
    mixed = table_of([column(model, own, 3), column(model, others, 1), column(model, own, 2)])
    assert leading(mixed, "FID") == [[2]]


def test_unequal_numbers_of_pictures_are_not_compared(model: OpenModel) -> None:
    columns = [column(model, Settings(count=count), fid) for count, fid in ((1_000, 3), (5_000, 2))]
    assert leading(table_of(columns), "FID") == [[]]


def test_each_feature_space_has_rows_of_its_own(model: OpenModel) -> None:
    columns = [column(model, Settings(space="grey"), 3), column(model, Settings(space="colour"), 2)]
    table = table_of(columns)
    fids = [row for row in table.rows if row.title.startswith("FID")]
    assert titles(columns) == ["In the feature space grey", "In the feature space colour", "In pixels"]
    assert [[bool(cell.text) for cell in row.cells] for row in fids] == [
        [True, False, True, False],
        [False, True, False, True],
    ]
    assert "FID ↓ (in the feature space colour)\t\t2.00" in table.text
    assert leading(table, "FID") == [[], []]


def test_one_that_is_not_measured_has_empty_cells(model: OpenModel) -> None:
    waiting = Column(Candidate("other"), "other", problem="It is gone.")
    table = table_of([waiting, column(model, Settings(), 2)])
    assert table.heads[0].tip == "It is gone." and all(not row.cells[0].text for row in table.rows if row.cells)
    assert table_of([waiting]).rows == ()


def test_a_change_since_is_said(model: OpenModel) -> None:
    old = replace(column(model, Settings(), 2), current=False)
    assert table_of([old]).heads[0].tip.startswith("Something has changed since")


def test_classes_of_one_set_share_a_row(model: OpenModel) -> None:
    own, others = Settings(), Settings(data="fashion-mnist")
    bars = bars_of([column(model, own, 3), column(model, own, 2), column(model, others, 4)])
    assert [(each.name, [number for number, _ in each.models]) for each in bars] == [
        ("dark", [1, 2]),
        ("light", [1, 2]),
        ("dark", [3]),
        ("light", [3]),
    ]
    assert "1: 30.0% of its pictures" in bars[0].tip and "25.0% of real pictures" in bars[0].tip


def test_points_are_those_of_models_and_of_real_pictures(model: OpenModel) -> None:
    points = points_of([column(model, Settings(), 0.5), column(model, Settings(), 0.7)])
    assert [(point.number, point.recall.value) for point in points] == [(1, 0.5), (2, 0.7), (None, 0.7)]
