"""The length of z along a path."""

import pytest
from pytestqt.qtbot import QtBot

from app.explore.path.norm_plot import NormPlot
from gan.explore.latent import Mode, sample_z
from gan.explore.paths import Keyframe, LatentPath
from gan.model.architecture import Distribution


def test_the_plot_shows_why_lerp_dips(qtbot: QtBot) -> None:
    plot = NormPlot()
    qtbot.addWidget(plot)
    keyframes = tuple(map(Keyframe, sample_z(2, 100, 0)))
    plot.show_path(LatentPath(keyframes, Mode.LERP))
    assert plot.lowest < 0.85
    plot.show_path(LatentPath(keyframes, Mode.SLERP))
    assert plot.lowest > 0.9


def test_a_uniform_z_has_a_shell_of_its_own(qtbot: QtBot) -> None:
    plot = NormPlot()
    qtbot.addWidget(plot)
    uniform = Distribution.UNIFORM
    path = LatentPath(tuple(map(Keyframe, sample_z(2, 100, 0, uniform))), Mode.SLERP)
    plot.show_path(path, uniform)
    assert plot.lowest == pytest.approx(1, abs=0.15)
    plot.show_path(path)
    assert plot.lowest < 0.7
