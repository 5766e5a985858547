"""``generate --choose``: the discriminator turns some of the pictures away."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gan.explore.latent import sample_z
from gan.images import PNG_COMMENT, grid, save_png
from gan.model.checkpoint import SUFFIX, discriminator_beside, read_weights, save_discriminator
from gan.render import Renderer
from gan.request import RenderRequest
from gan.sources import find_model
from tests.gan.foreign import discriminator, generator, save
from tests.gan.layouts import LAYOUTS, save_layout
from tests.gan.tiny import COLOUR, GREY, call, fail, make_run, save_judge, save_tiny, succeed

Capture = pytest.CaptureFixture[str]
CLASSES = next(name for name, layout in LAYOUTS.items() if layout.condition is not None)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = save_tiny(tmp_path / "tiny.safetensors")
    save_judge(discriminator_beside(path))
    return path


def _scores(model: Path, pictures: np.ndarray) -> np.ndarray:
    return Renderer("cpu").scores(pictures.reshape(len(pictures), 28, 28, -1), find_model(str(model)).judge)


def _comment(path: Path) -> str:
    return str(Image.open(path).info[PNG_COMMENT])


def _best_pictures(model: Path, folder: Path, *, worst: bool = False) -> Path:
    """A folder of pictures that the discriminator takes for real, or for generated."""
    folder.mkdir()
    drawn = Renderer("cpu").render(RenderRequest(model, sample_z(200, GREY.z_dim, 5))).images
    best = np.argsort(_scores(model, drawn) * (1 if worst else -1))[:40]
    for number in best:
        save_png(folder / f"{number:03}.png", drawn[number])
    return folder


def test_the_best_are_kept_and_what_was_drawn_is_told(model: Path, tmp_path: Path, capsys: Capture) -> None:
    """A generator without a run does not say how its discriminator was trained, so only the order decides."""
    out = tmp_path / "kept.npy"
    told = succeed(capsys, "generate", model, "--count", 20, "--choose", 0.25, "--out", out)
    kept = np.load(out)
    drawn = Renderer("cpu").render(RenderRequest(model, sample_z(200, GREY.z_dim, 0))).images[..., 0]
    numbers = [int((drawn == picture).all(axis=(1, 2)).argmax()) for picture in kept]
    scores = _scores(model, drawn[: numbers[-1] + 1])
    assert sorted(numbers) == sorted(np.argsort(-scores)[:20].tolist())
    assert f"of {numbers[-1] + 1} drawn the discriminator kept 20 (" in told
    assert f"turned away {numbers[-1] - 19}." in told and "the best scores are kept" in told


def test_the_same_command_gives_the_same_bytes(model: Path, tmp_path: Path, capsys: Capture) -> None:
    files = [tmp_path / name for name in ("a.png", "b.png", "c.png")]
    for seed, path in zip((1, 1, 2), files, strict=True):
        options = ("--count", 6, "--seed", seed, "--choose", 0.5, "--rejected", path.with_suffix(".rejected.png"))
        succeed(capsys, "generate", model, *options, "--out", path)
    first, second, other = (path.read_bytes() for path in files)
    assert first == second != other
    assert len({path.read_bytes() for path in tmp_path.glob("*.rejected.png")}) == 2


def test_what_was_turned_away_is_written_worst_first_with_its_scores(
    model: Path, tmp_path: Path, capsys: Capture
) -> None:
    rejected = tmp_path / "rejected.png"
    options = ("--count", 4, "--choose", 0.25, "--out", tmp_path / "kept.png", "--rejected", rejected)
    succeed(capsys, "generate", model, *options, "--edit", "block1:0=0")
    sheet, comment = np.asarray(Image.open(rejected)), _comment(rejected)
    assert "edit block1:0=0" in comment and "turned away" in comment
    assert "% chosen by its discriminator" in _comment(tmp_path / "kept.png")
    scores = [float(word) for word in comment.partition("scores ")[2].split()]
    assert scores == sorted(scores) and len(scores) == 4
    cells = np.stack([sheet[y : y + 28, x : x + 28] for y in (0, 30) for x in (0, 30)])
    assert np.array_equal(grid(cells[..., None], 2)[..., 0], sheet)
    assert _scores(model, cells) == pytest.approx(scores, abs=0.006)  # edited pictures are judged as they are drawn


def test_scores_of_a_run_decide_by_the_density_ratio_and_those_of_hinge_by_order(
    tmp_path: Path, capsys: Capture
) -> None:
    run = make_run(tmp_path / "run", snapshots=(120,))
    save_judge(run.discriminator_path)
    words = ("generate", run.folder, "--count", 4, "--choose", 0.5, "--out", tmp_path / "a.png")
    assert "the likelier it is kept" in succeed(capsys, *words)
    run.with_config(replace(run.config, loss="hinge"))
    assert "the best scores are kept" in succeed(capsys, *words)


def test_scores_are_compared_with_real_pictures_where_that_is_asked_for(
    model: Path, tmp_path: Path, capsys: Capture
) -> None:
    pictures = _best_pictures(model, tmp_path / "pictures")
    words = ("generate", model, "--count", 4, "--choose", 0.5, "--out", tmp_path / "a.png", "--calibrate", pictures)
    assert "compared with those of real pictures:" in succeed(capsys, *words)


def test_a_discriminator_that_prefers_generated_pictures_is_refused(
    model: Path, tmp_path: Path, capsys: Capture
) -> None:
    pictures = _best_pictures(model, tmp_path / "pictures", worst=True)
    words = ("generate", model, "--choose", 0.5, "--out", tmp_path / "a.png", "--calibrate", pictures)
    outcome = call(capsys, *words)
    assert outcome.status == 2 and "cannot choose" in outcome.err and not (tmp_path / "a.png").exists()


def test_own_pictures_that_nobody_knows_have_to_be_named(tmp_path: Path, capsys: Capture) -> None:
    path = save_layout(tmp_path / "strange.safetensors", LAYOUTS[CLASSES])
    layout = LAYOUTS[CLASSES]
    save_judge(
        discriminator_beside(path), replace(GREY, image_size=layout.picture_size.sides, channels=layout.channels)
    )
    words = ("generate", path, "--choose", 0.5, "--calibrate", "--out", tmp_path / "a.png")
    status, line = fail(capsys, tmp_path, *words)
    assert status == 2 and "name real pictures: --calibrate DATA" in line


@pytest.mark.parametrize("chosen", ["1", "all"])
def test_pictures_of_a_class_or_of_each_in_turn(chosen: str, tmp_path: Path, capsys: Capture) -> None:
    layout = LAYOUTS[CLASSES]
    path = save_layout(tmp_path / "strange.safetensors", layout)
    save_judge(
        discriminator_beside(path), replace(GREY, image_size=layout.picture_size.sides, channels=layout.channels)
    )
    options = ("--count", 7, "--choose", 1, "--class", chosen)
    told = succeed(capsys, "generate", path, *options, "--out", tmp_path / "kept.npy")
    kept, classes = np.load(tmp_path / "kept.npy"), 3 if chosen == "all" else 1
    for number in range(classes):
        of_class = 1 if chosen == "1" else number
        z = sample_z(len(kept[number::classes]), layout.z_dim, 0, layout.distribution)
        drawn = Renderer("cpu").render(RenderRequest(path, z, chosen_class=of_class)).images
        assert np.array_equal(kept[number::classes], drawn[..., 0] if layout.channels == 1 else drawn)
    assert "of 7 drawn the discriminator kept 7 (100%) and turned away 0." in told


def test_what_others_have_made_is_judged_by_the_discriminator_that_lay_beside_it(
    tmp_path: Path, capsys: Capture
) -> None:
    network = generator()
    path = save(tmp_path / "netG.pth", network.state_dict())
    save(tmp_path / "netD.pth", discriminator(seen=network).state_dict())
    words = ("generate", path, "--count", 5, "--choose", 0.5, "--out", tmp_path / "a.png")
    find_model(str(path))  # tells of the import, once
    assert "the discriminator kept 5" in succeed(capsys, *words)


def test_a_generator_alone_is_refused(tmp_path: Path, capsys: Capture) -> None:
    path = save_tiny(tmp_path / "alone.safetensors")
    status, line = fail(capsys, tmp_path, "generate", path, "--choose", 0.5, "--out", tmp_path / "a.png")
    assert status == 2 and "no discriminator beside alone.safetensors" in line
    run = make_run(tmp_path / "run")
    status, line = fail(capsys, tmp_path, "generate", run.folder, "--choose", 0.5, "--out", tmp_path / "a.png")
    assert status == 2 and "the run run has kept no discriminator" in line


def test_a_discriminator_of_other_pictures_is_refused(tmp_path: Path, capsys: Capture) -> None:
    path = save_tiny(tmp_path / "tiny.safetensors")
    save_judge(discriminator_beside(path), COLOUR)
    status, line = fail(capsys, tmp_path, "generate", path, "--choose", 0.5, "--out", tmp_path / "a.png")
    assert status == 2 and "judges pictures of 16×16 with 3 channels, and these are pictures of 28×28" in line


def test_scores_that_are_no_numbers_are_refused(tmp_path: Path, capsys: Capture) -> None:
    """All weights are finite, and what becomes of a picture is not."""
    path = save_tiny(tmp_path / "tiny.safetensors")
    judge = save_judge(discriminator_beside(path))
    weights = read_weights(judge)
    weights["body.1.1.weight"] = torch.full_like(weights["body.1.1.weight"], 3e38)
    save_discriminator(judge, weights, GREY, {})
    status, line = fail(capsys, tmp_path, "generate", path, "--choose", 0.5, "--out", tmp_path / "a.png")
    assert status == 2 and "scores that are no numbers" in line


@pytest.mark.parametrize("damage", [b"", b"not a network"])
def test_a_broken_discriminator_is_refused(damage: bytes, model: Path, tmp_path: Path, capsys: Capture) -> None:
    discriminator_beside(model).write_bytes(damage)
    status, line = fail(capsys, tmp_path, "generate", model, "--choose", 0.5, "--out", tmp_path / "a.png")
    assert status == 1 and f"tiny-discriminator{SUFFIX} is not a whole" in line


@pytest.mark.parametrize(
    "options",
    [
        "--choose 0",
        "--choose 1.5",
        "--choose many",
        "--choose nan",
        "--rejected DIR/b.png",
        "--calibrate sprites",
        "--calibrate",
        "--choose 0.5 --rejected DIR/b.gif",
        "--choose 0.5 --rejected DIR/tiny.safetensors/b.png",
        "--choose 0.5 --z DIR/z.npy",
        "--choose 0.5 --calibrate DIR/nowhere",
    ],
)
def test_options_that_make_no_sense(options: str, model: Path, tmp_path: Path, capsys: Capture) -> None:
    np.save(tmp_path / "z.npy", sample_z(2, GREY.z_dim, 0))
    given = options.replace("DIR", str(tmp_path)).split()
    status, _ = fail(capsys, tmp_path, "generate", model, "--out", tmp_path / "a.png", *given)
    assert status == 2


def test_nothing_turned_away_leaves_no_empty_file(model: Path, tmp_path: Path, capsys: Capture) -> None:
    rejected = tmp_path / "rejected.png"
    options = ("--count", 3, "--choose", 1, "--rejected", rejected, "--out", tmp_path / "a.png")
    outcome = call(capsys, "generate", model, *options)
    assert outcome.status == 0 and "nothing was turned away" in outcome.out and not rejected.exists()
