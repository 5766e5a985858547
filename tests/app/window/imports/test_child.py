"""What the process that works a file out leaves of each reading."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.window.imports import child
from app.window.imports.results import picture_beside, read_candidates, read_summary, reading_file
from gan.explore.latent import sample_z
from gan.importing.opening import Reading, report_of
from gan.model.checkpoint import save_generator
from gan.model.layout import Layout
from gan.render import Renderer
from gan.request import RenderRequest
from tests.app.layouts import CLASSES, LAYOUTS
from tests.app.window.imports.strangers import FINDINGS, finder, readings
from tests.gan.layouts import drawing_layout


def test_pictures_are_those_of_the_reading(found: Callable[..., None], stranger: Path, tmp_path: Path) -> None:
    found("nearest", "uniform")
    child.work_out(stranger, tmp_path)
    for place in range(2):
        file = reading_file(tmp_path, place)
        layout = Renderer("cpu").generator(file).config
        z = sample_z(16, layout.z_dim, 0, layout.distribution)
        last = Renderer("cpu").render(RenderRequest(file, z)).images[-1]
        side = layout.picture_size.width
        drawn = np.atleast_3d(np.asarray(Image.open(picture_beside(file))))[-side:, -side:]
        assert np.abs(drawn.astype(int) - last).max() <= 1


def test_each_class_is_drawn_in_turn(stranger: Path, tmp_path: Path) -> None:
    layout = LAYOUTS[CLASSES]
    assert isinstance(layout, Layout)
    file, weights = reading_file(tmp_path, 0), drawing_layout(layout).state_dict()
    save_generator(file, weights, layout, {})
    child._draw(file, Reading(layout, weights, 0.0, ()))
    z = sample_z(16, layout.z_dim, 0)
    third = Renderer("cpu").render(RenderRequest(file, z[12:13], chosen_class=2)).images[0]
    start = 3 * (layout.picture_size.width + 2)
    drawn = np.atleast_3d(np.asarray(Image.open(picture_beside(file))))
    assert np.array_equal(drawn[start : start + layout.picture_size.width, : layout.picture_size.width], third)


def test_a_reading_that_draws_nothing_leaves_the_others(
    stranger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = readings("uniform", "nearest")
    huge = replace(first, weights={name: tensor * 1e30 for name, tensor in first.weights.items()})
    monkeypatch.setattr(child, "import_generator", finder((huge, second)))
    child.work_out(stranger, tmp_path)
    assert not picture_beside(reading_file(tmp_path, 0)).exists()
    assert picture_beside(reading_file(tmp_path, 1)).is_file()


def test_the_report_goes_along(found: Callable[..., None], stranger: Path, tmp_path: Path) -> None:
    found("uniform")
    child.work_out(stranger, tmp_path)
    summary = read_summary(tmp_path)
    assert summary is not None and not summary.problem
    (candidate,) = read_candidates(tmp_path, summary)
    assert report_of(candidate.checkpoint.provenance) == FINDINGS


def test_choices_are_told_wherever_they_stand(stranger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = readings("uniform", "opacity", "nearest")
    found = finder((first, replace(second, cost=9.0), replace(third, cost=first.cost + 0.01)))
    monkeypatch.setattr(child, "import_generator", found)
    child.work_out(stranger, tmp_path)
    summary = read_summary(tmp_path)
    assert summary is not None
    assert [one.is_choice for one in read_candidates(tmp_path, summary)] == [True, False, True]
