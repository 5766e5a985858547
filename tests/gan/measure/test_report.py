"""The report as one page."""

import numpy as np
import pytest

from gan.measure.evaluation import SHOWN, evaluate, evaluate_real
from gan.measure.report import Measured, Report, report_html
from tests.gan.measure.shapes import noisy, sprite_reference, sprites

COUNT = 400


@pytest.fixture(scope="module")
def measured() -> Measured:
    pictures = noisy(sprites(2, COUNT).images, 30)
    return Measured(evaluate(pictures, sprite_reference(), name="noisy"), pictures)


def of(measured: Measured) -> Report:
    return Report((measured,), evaluate_real(sprite_reference(), COUNT), sprite_reference())


def test_pictures_that_are_not_shown_can_be_left_out(measured: Measured) -> None:
    thin = measured.only_shown()
    assert SHOWN <= len(thin.pictures) == len(measured.shown) < len(measured.pictures)
    worst = measured.evaluation.worst[0]
    assert np.array_equal(thin.pictures[thin.evaluation.worst[0]], measured.pictures[worst])
    assert report_html(of(thin)) == report_html(of(measured))
    assert thin.only_shown().evaluation == thin.evaluation


def test_several_reports_share_a_page(measured: Measured) -> None:
    one, two = report_html(of(measured)), report_html(of(measured), of(measured))
    assert two.count("<h1>") == 2 and two.count("<title>") == 1
    assert two.count("<img") == 2 * one.count("<img")
