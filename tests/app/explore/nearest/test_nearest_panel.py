"""The nearest training pictures, live."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.nearest.nearest import NearestPictures
from app.explore.nearest.nearest_panel import NearestPanel
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan import places
from gan.data import finding
from gan.data.base import DataError
from gan.data.imagesets import Wanted, load_imageset
from gan.data.named_set import SetFiles
from gan.data.pictures import PictureFormat
from gan.explore.latent import sample_z
from gan.measure.neighbours import CLOSENESS, Neighbour, NeighbourSearch, by_pixels
from gan.render import Renderer
from gan.request import RenderRequest
from tests.app.explore.nearest.conftest import COUNT
from tests.gan.data.writing import write_digits, write_pictures
from tests.gan.tiny import make_run, save_tiny


@pytest.fixture
def panel(session: Session, nearest: NearestPictures, qtbot: QtBot) -> NearestPanel:
    panel = NearestPanel(session, nearest)
    qtbot.addWidget(panel)
    panel.resize(290, 560)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_the_nearest_are_shown_and_follow(
    panel: NearestPanel, nearest: NearestPictures, session: Session, qtbot: QtBot
) -> None:
    seen: list[list[Neighbour]] = []
    nearest.found.connect(seen.append)
    qtbot.mouseClick(panel.read_button, Qt.MouseButton.LeftButton)
    assert f"{COUNT} training pictures" in panel.words.text() and not panel.job_bar.isVisible()
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert panel.list.count() == 12
    session.set_z(sample_z(1, 8, 5)[0])
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert session.model is not None
    images = load_imageset("sprites", PictureFormat(28, 1), Wanted(limit=COUNT))
    picture = Renderer("cpu").render(RenderRequest(session.model.source.path, session.z[None])).images[0]
    expected = NeighbourSearch(images, by_pixels).nearest(picture, 12)
    assert [each.index for each in seen[-1]] == [each.index for each in expected]
    assert panel.list.item(0).text() == f"{expected[0].distance:.0f}"


def test_hidden_it_asks_nothing(panel: NearestPanel, session: Session) -> None:
    session.render()
    assert panel.settle.isActive()
    panel.hide()
    assert not panel.settle.isActive()
    session.render()
    assert not panel.settle.isActive()
    panel.show()
    assert panel.settle.isActive()


def test_another_model_forgets_them(
    panel: NearestPanel, nearest: NearestPictures, workspace: Workspace, tmp_path: Path
) -> None:
    panel.read_button.click()
    nearest.ask()
    assert panel.list.count() == 12
    workspace.open(str(save_tiny(tmp_path / "other.safetensors")))
    assert nearest.count == 0 and panel.list.count() == 0 and "Does the generator copy?" in panel.words.text()
    assert panel.read_button.isEnabled() and panel.read_button.toolTip() == "mnist"


def test_another_closeness_is_shown_in_its_own_words(panel: NearestPanel, nearest: NearestPictures) -> None:
    panel.closeness_box.setCurrentIndex(1)
    panel.closeness_box.activated.emit(1)
    assert nearest.count == 0, "nothing is read before the person asks for it"
    panel.read_button.click()
    assert nearest.closeness is CLOSENESS["appearance"] and "several sizes" in panel.words.text()
    panel.closeness_box.setCurrentIndex(0)
    panel.closeness_box.activated.emit(0)
    assert nearest.closeness is CLOSENESS["pixels"] and "grey levels" in panel.words.text()


def test_without_a_discriminator_that_choice_is_closed(panel: NearestPanel) -> None:
    assert not panel.closeness_box.model().item(2).isEnabled()  # type: ignore[attr-defined]


def test_a_cancelled_reading_keeps_nothing(panel: NearestPanel, nearest: NearestPictures) -> None:
    nearest.reading.started.connect(lambda job: job.cancel())
    panel.read_button.click()
    assert nearest.count == 0 and not panel.job_bar.isVisible()


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither a network nor data sets of this computer."""

    def refuse(name: str, files: SetFiles, folder: Path, wanted: Wanted) -> None:
        raise DataError("<urlopen error [Errno -3] Temporary failure in name resolution>")

    monkeypatch.setattr(finding, "download", refuse)
    monkeypatch.setattr(places, "DEBIAN_DATASETS", tmp_path / "debian")


@pytest.mark.usefixtures("offline")
def test_pictures_that_are_not_here_are_found_where_a_person_says(
    panel: NearestPanel, nearest: NearestPictures, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    write_digits(tmp_path / "stick" / "mnist", count=20)
    (tmp_path / "elsewhere").mkdir()
    workspace.open(str(save_tiny(tmp_path / "mnist.safetensors")))
    banners: list[str] = []
    workspace.session.failed.connect(banners.append)
    panel.read_button.click()
    assert panel.missing.isVisible() and "MNIST are not on this computer" in panel.missing.words.text()
    assert "Errno" not in panel.missing.words.text() + panel.missing.words.toolTip() and banners == []
    panel.missing.take(tmp_path / "elsewhere")
    assert "holds no train-images" in panel.missing.words.text() and nearest.count == 0
    panel.missing.take(tmp_path / "stick")
    assert nearest.count == 20 and panel.missing.isHidden() and panel.words.isVisible()


@pytest.mark.usefixtures("offline")
def test_pictures_that_have_come_meanwhile(
    panel: NearestPanel, nearest: NearestPictures, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.open(str(save_tiny(tmp_path / "mnist.safetensors")))
    panel.read_button.click()
    qtbot.mouseClick(panel.missing.again_button, Qt.MouseButton.LeftButton)
    assert panel.missing.isVisible() and nearest.count == 0
    write_digits(places.datasets_folder() / "mnist", count=20)
    qtbot.mouseClick(panel.missing.again_button, Qt.MouseButton.LeftButton)
    assert panel.missing.isHidden() and nearest.count == 20


def test_pictures_that_were_moved(
    panel: NearestPanel, nearest: NearestPictures, workspace: Workspace, tmp_path: Path
) -> None:
    write_pictures(tmp_path / "new", 13)
    workspace.open(str(make_run(tmp_path / "moved", data=str(tmp_path / "old")).folder))
    panel.read_button.click()
    assert "are gone" in panel.missing.words.text()
    panel.missing.take(tmp_path / "new")
    assert nearest.count == 13


def test_neighbours_of_another_picture_are_grey(
    panel: NearestPanel, nearest: NearestPictures, session: Session, qtbot: QtBot
) -> None:
    seen: list[list[Neighbour]] = []
    nearest.found.connect(seen.append)
    qtbot.mouseClick(panel.read_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert panel.list.isEnabled()
    session.set_z(sample_z(1, 8, 5)[0])
    assert not panel.list.isEnabled()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert panel.list.isEnabled()


@pytest.mark.usefixtures("offline")
def test_an_excerpt_stands_for_a_set_that_is_not_here_until_that_has_come(
    panel: NearestPanel, nearest: NearestPictures, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.open(str(make_run(tmp_path / "clothes", data="fashion-mnist").folder))
    workspace.session.render()
    panel.read_button.click()
    assert nearest.count == COUNT and panel.missing.isHidden()
    assert "of the 60,000 training pictures of Fashion-MNIST, which come with the program" in panel.words.text()
    nearest.ask()
    assert panel.list.count() == 12 and nearest.count == COUNT
    write_digits(places.datasets_folder() / "fashion-mnist", count=20)
    nearest.ask()
    assert nearest.count == 20 and nearest.note == "" and "come with the program" not in panel.words.text()
