"""The nearest training pictures, live."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.nearest.nearest_panel import MemoryPanel
from app.session.session import Session
from gan.data.imagesets import Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.explore.latent import sample_z
from gan.measure.neighbours import Neighbour, NeighbourSearch, by_pixels
from gan.render import Renderer
from gan.request import RenderRequest
from tests.gan.tiny import make_run, save_tiny

COUNT = 150


@pytest.fixture
def session(prompt_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A run that learned from sprites; the background works at once."""
    monkeypatch.setattr("app.explore.nearest.nearest.MOST", COUNT)
    prompt_session.open_path(str(make_run(tmp_path / "run", data="sprites").folder))
    return prompt_session


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> MemoryPanel:
    panel = MemoryPanel(session)
    qtbot.addWidget(panel)
    panel.resize(290, 560)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_the_nearest_are_shown_and_follow(panel: MemoryPanel, session: Session, qtbot: QtBot) -> None:
    seen: list[list[Neighbour]] = []
    session.memory.found.connect(seen.append)
    session.render()
    qtbot.mouseClick(panel.load_button, Qt.MouseButton.LeftButton)
    assert f"{COUNT} training pictures" in panel.words.text() and not panel.job_bar.isVisible()
    assert panel.list.count() == 12
    session.set_z(sample_z(1, 8, 5)[0])
    qtbot.waitUntil(lambda: len(seen) >= 2)
    assert session.model is not None
    images = load_imageset("sprites", PictureFormat(28, 1), Wanted(limit=COUNT))
    picture = Renderer("cpu").render(RenderRequest(session.model.source.path, session.z[None])).images[0]
    expected = NeighbourSearch(images, by_pixels).nearest(picture, 12)
    assert [each.index for each in seen[-1]] == [each.index for each in expected]
    assert panel.list.item(0).text() == f"{expected[0].distance:.0f}"


def test_another_model_forgets_them(panel: MemoryPanel, session: Session, tmp_path: Path) -> None:
    panel.load_button.click()
    assert session.memory.is_ready
    assert session.training.run is not None
    session.open_path(str(session.training.run.snapshot_path(10)))
    assert session.memory.is_ready, "a snapshot of the same run has learned from the same pictures"
    session.open_path(str(save_tiny(tmp_path / "other.safetensors")))
    assert not session.memory.is_ready and panel.list.count() == 0
    assert panel.load_button.isEnabled() and panel.load_button.toolTip() == "mnist"


def test_without_a_discriminator_that_choice_is_closed(panel: MemoryPanel) -> None:
    assert not panel.closeness_box.model().item(2).isEnabled()  # type: ignore[attr-defined]


def test_pictures_that_are_gone_are_told(panel: MemoryPanel, session: Session, tmp_path: Path) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    session.open_path(str(make_run(tmp_path / "gone", data=str(tmp_path / "no-folder")).folder))
    panel.load_button.click()
    assert len(told) == 1 and "neither a data set nor a folder" in told[0]
    assert not session.memory.is_ready


def test_a_cancelled_reading_keeps_nothing(panel: MemoryPanel, session: Session) -> None:
    session.memory.loading.connect(lambda job: job.cancel())
    panel.load_button.click()
    assert not session.memory.is_ready and not panel.job_bar.isVisible()


def test_progress_of_a_search() -> None:
    images = load_imageset("sprites", PictureFormat(16, 1), Wanted(limit=20))
    heard: list[int] = []
    assert len(NeighbourSearch(images, by_pixels, heard.append)) == 20
    assert heard == [20]
