"""The length of z along a path."""

from pytestqt.qtbot import QtBot

from app.explore.path.norm_plot import NormPlot
from gan.explore.latent import Mode, sample_z
from gan.explore.paths import Keyframe, LatentPath


def test_the_plot_shows_why_lerp_dips(qtbot: QtBot) -> None:
    plot = NormPlot()
    qtbot.addWidget(plot)
    keyframes = tuple(map(Keyframe, sample_z(2, 100, 0)))
    plot.show_path(LatentPath(keyframes, Mode.LERP))
    assert plot.lowest < 0.85
    plot.show_path(LatentPath(keyframes, Mode.SLERP))
    assert plot.lowest > 0.9
