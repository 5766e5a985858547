"""What the window says of the open generator."""

from pathlib import Path

from app.session.open_model import OpenModel, kept_layer, model_at, newest_model, same_pictures, same_space
from gan.model.checkpoint import read_checkpoint
from gan.model.config import ModelConfig
from gan.sources import ModelSource, find_model
from gan.train.config import TrainConfig
from gan.train.run import Run
from tests.app.layouts import CLASSES, LAYOUTS, save_layout
from tests.gan.tiny import make_run


def opened(path: Path) -> OpenModel:
    return OpenModel(find_model(str(path)), read_checkpoint(path))


def test_words_for_the_title_and_the_status_bar(tiny_model: Path) -> None:
    model = opened(tiny_model)
    assert model.title == "tiny, step 20"
    assert model.description == "28×28 grey, z of 8, learned from sprites"
    assert model.data == "sprites"


def test_the_newest_snapshot_of_a_run(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    newest = newest_model(run)
    assert newest is not None and newest.source.path == run.snapshot_path(120)
    assert newest.source == model_at(run, run.snapshot_path(120)).source
    assert newest.data == run.config.data
    assert newest_model(Run.create(tmp_path / "new", TrainConfig())) is None


def test_a_layer_is_kept_where_there_is_one_of_that_name() -> None:
    config = ModelConfig(28, 1, z_dim=8, ngf=4, ndf=4)
    assert kept_layer(config, "block2.norm") == "block2.norm"
    assert kept_layer(config, "block9.norm") == kept_layer(config, "") == "block1.act"


def test_snapshots_of_one_run_have_learned_from_the_same_pictures(tmp_path: Path, tiny_model: Path) -> None:
    first, second = make_run(tmp_path / "one"), make_run(tmp_path / "two")
    a, b = (ModelSource("one", path, first) for path in (first.snapshot_path(120), first.snapshot_path(40)))
    assert same_pictures(a, b)
    assert not same_pictures(a, ModelSource("two", second.snapshot_path(120), second))
    assert not same_pictures(ModelSource("file", tiny_model), ModelSource("file", tiny_model))


def test_a_generator_that_was_built_elsewhere_says_what_is_special(tmp_path: Path) -> None:
    described = {kind: opened(save_layout(tmp_path, kind)).description for kind in ("uniform", "opacity", CLASSES)}
    assert described == {
        "uniform": "16×16 grey, uniform z of 6, learned elsewhere",
        "opacity": "16×16 colour with opacity, z of 6, learned elsewhere",
        CLASSES: "28×28 grey, z of 12, 10 classes, learned elsewhere",
    }
    known = opened(save_layout(tmp_path, "uniform", data="mnist"))
    assert known.description == "16×16 grey, uniform z of 6, learned from mnist"


def test_another_distribution_is_another_space() -> None:
    uniform, usual = LAYOUTS["uniform"], LAYOUTS["opacity"]
    assert uniform.z_dim == usual.z_dim and not same_space(uniform, usual)
    assert same_space(usual, LAYOUTS["nearest"]) and not same_space(usual, LAYOUTS[CLASSES])
