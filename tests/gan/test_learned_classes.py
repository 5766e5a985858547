"""Every command on a generator whose classes were learned here, and go by their names."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.images import PNG_COMMENT
from gan.layers.altering import drawing_class, judging_class
from gan.layers.catalogue import discriminator_layers_of
from gan.layers.opinion import Judge
from gan.model.checkpoint import discriminator_beside, load_discriminator, load_generator
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest
from gan.train.run import Run
from tests.gan.tiny import call, fail, save_judge, save_tiny, succeed
from tests.gan.train.test_labels import folder_of

Capture = pytest.CaptureFixture[str]
CONFIG = ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4, class_names=("shirt", "ankle boot", "2", "1"))
Z = sample_z(2, 8, 4)
TRAIN = ("--limit", 40, "--image-size", 16, "--ngf", 4, "--ndf", 4, "--z-dim", 4, "--batch-size", 8, "--threads", 1,
         "--device", "cpu", "--steps", 2)  # fmt: skip


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "clothes.safetensors", CONFIG)


@pytest.fixture
def judge(model: Path) -> Judge:
    return Judge(save_judge(discriminator_beside(model), CONFIG))


COMMANDS = {
    "generate": "generate MODEL --count 2 --out DIR/a.png",
    "interpolate": "interpolate MODEL --seeds 1,2 --frames 3 --out DIR/a.png",
    "layers": "layers MODEL --out DIR/layers",
    "sefa": "directions MODEL --method sefa --count 2 --out DIR/a.npz",
    "pca": "directions MODEL --method pca --count 2 --out DIR/a.npz",
    "invert": "invert MODEL PICTURE --starts 1 --steps 2 --out DIR/a.npz",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_draws_and_names_the_class(model: Path, tmp_path: Path, capsys: Capture, command: str) -> None:
    picture = tmp_path / "picture.png"
    succeed(capsys, "generate", model, "--count", 1, "--out", picture)
    words = COMMANDS[command].replace("MODEL", str(model)).replace("DIR", str(tmp_path))
    words = words.replace("PICTURE", str(picture))
    assert ", class ankle boot" in succeed(capsys, *words.split(), "--class", "ankle boot")
    assert ", class shirt" in succeed(capsys, *words.split())


def test_names_go_before_numbers(model: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "a.npy"
    for told, number in (("shirt", 0), ("0", 0), ("1", 3), ("3", 3), ("2", 2)):
        succeed(capsys, "generate", model, "--count", 2, "--seed", 4, "--class", told, "--out", out)
        expected = Renderer("cpu").render(RenderRequest(model, Z, chosen_class=number)).images
        assert np.array_equal(np.load(out), expected[..., 0]), told
    status, line = fail(capsys, tmp_path, "generate", model, "--class", "hat", "--out", tmp_path / "b.png")
    assert status == 2 and "no class 'hat'; it has shirt, ankle boot, 2, 1" in line


@pytest.mark.parametrize("word", ["each", "all"])
def test_each_class_in_turn(model: Path, tmp_path: Path, capsys: Capture, word: str) -> None:
    out = tmp_path / "each.png"
    assert "8 pictures of clothes, 4 classes in turn: shirt, ankle boot, 2, 1" in succeed(
        capsys, "generate", model, "--class", word, "--count", 8, "--out", out
    )
    with Image.open(out) as sheet:
        assert sheet.size == (4 * 16 + 3 * 2, 2 * 16 + 2)
        assert sheet.info[PNG_COMMENT].endswith("4 classes in turn: shirt, ankle boot, 2, 1")


def test_info_names_the_classes(model: Path, capsys: Capture) -> None:
    assert "4 classes: shirt, ankle boot, 2, 1; 1 at the place of the class" in succeed(capsys, "info", model)


def test_onnx_draws_the_class(model: Path, tmp_path: Path, capsys: Capture) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    out = tmp_path / "a.onnx"
    assert "drawing class ankle boot" in succeed(capsys, "export", model, "--class", "ankle boot", "--out", out)
    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    generator = load_generator(model)
    with torch.inference_mode(), drawing_class(generator, 1):
        assert np.abs(session.run(["images"], {"z": Z})[0] - generator(torch.from_numpy(Z)).numpy()).max() < 1e-4
    assert '"class_name": "ankle boot"' in session.get_modelmeta().custom_metadata_map["about"]


def test_the_discriminator_judges_by_the_class(model: Path, judge: Judge) -> None:
    renderer, discriminator = Renderer("cpu"), load_discriminator(judge.path)
    seen = []
    for number in (0, 1):
        request = RenderRequest(model, Z[:1], chosen_class=number, judge=judge)
        result = renderer.render(request)
        assert result.opinion is not None
        pixels = torch.from_numpy(result.images).permute(0, 3, 1, 2).float() / 127.5 - 1
        with torch.inference_mode(), judging_class(discriminator, number):
            assert result.opinion.logit == pytest.approx(discriminator(pixels).item(), abs=1e-3)
        assert renderer.scores(result.images, judge, number)[0] == pytest.approx(result.opinion.logit, abs=1e-4)
        seen.append(renderer.scores(result.images, judge, 0)[0] - renderer.scores(result.images, judge, 1)[0])
    assert all(abs(difference) > 1e-3 for difference in seen)
    with pytest.raises(UsageError, match="classes 0 to 3, but not 4"):
        renderer.scores(result.images, judge, 4)


def test_choosing_goes_class_by_class(model: Path, judge: Judge, tmp_path: Path, capsys: Capture) -> None:
    words = ("--choose", 0.5, "--class", "each", "--count", 8, "--out", tmp_path / "a.png")
    assert "4 classes in turn" in succeed(capsys, "generate", model, *words)


def test_the_score_of_a_layer_is_that_without_the_class() -> None:
    assert discriminator_layers_of(CONFIG)[-1].explanation.endswith("the score, without what the class adds")


def test_train_draws_each_class_into_its_column(tmp_path: Path, capsys: Capture) -> None:
    out = succeed(capsys, "train", "--run", tmp_path / "run", "--data", "sprites", "--labels", *TRAIN)
    assert "with 40 pictures of 5 classes, 5 steps an epoch" in out
    run = Run.open(tmp_path / "run")
    for command in ("generate", "timeline"):
        drawn = tmp_path / f"{command}.png"
        assert "class star" in succeed(capsys, command, run.folder, "--class", "star", "--out", drawn)
        with Image.open(drawn) as sheet:
            assert "class star" in sheet.info[PNG_COMMENT]
    through = np.asarray(Image.open(tmp_path / "timeline.png"))[:16, -16:]
    last = run.snapshots()[-1].path
    star = Renderer("cpu").render(RenderRequest(last, sample_z(1, 4, 0), chosen_class=4)).images[0]
    assert np.array_equal(through, star)


@pytest.fixture
def runs(tmp_path: Path, capsys: Capture) -> Path:
    """A folder with the run ``plain`` and the run ``told``, which learned classes."""
    for name, option in (("plain", "--no-labels"), ("told", "--labels")):
        succeed(capsys, "train", "--run", tmp_path / name, "--data", "sprites", option, *TRAIN)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("--data celeba --labels", "have no classes to learn; put those of each class into a folder of its own"),
        ("--branch-from DIR/plain --labels", "a branch keeps its networks; leave out labels"),
        ("--branch-from DIR/told --no-labels", "a branch keeps its networks; leave out labels"),
    ],
)
def test_what_cannot_be_learned_is_refused_in_one_line(runs: Path, capsys: Capture, words: str, complaint: str) -> None:
    status, line = fail(capsys, runs, "train", "--run", runs / "new", *words.replace("DIR", str(runs)).split())
    assert status == 2 and complaint in line


def test_a_branch_learns_the_same_classes(runs: Path, tmp_path: Path, capsys: Capture) -> None:
    words = ("--batch-size", 2, "--limit", 4, "--steps", 9, "--data", folder_of(tmp_path / "sorted", "cat", "dog"))
    outcome = call(capsys, "train", "--run", runs / "new", "--branch-from", runs / "told", *words)
    assert outcome.status == 2
    assert outcome.err.count("\n") == 1 and "not of the classes that this run learned" in outcome.err
