"""Every command but ``train`` and ``bundle``: what it writes and prints, and how it refuses."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import av
import numpy as np
import pytest
import torch
from PIL import Image, ImageSequence
from safetensors.torch import save_file

from gan.commands.convolution_steps import step_files
from gan.explore.latent import LARGEST_SEED, sample_z
from gan.images import PNG_COMMENT, grid
from gan.layers.catalogue import layers_of
from gan.layers.edits import parse_edit
from gan.model.checkpoint import save_generator
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from gan.render import Renderer
from gan.request import RenderRequest
from gan.train import events
from tests.gan.generators import parameter_count
from tests.gan.tiny import COLOUR, GREY, PROVENANCE, call, fail, make_run, save_tiny, succeed

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "tiny.safetensors")


@pytest.fixture
def colour_model(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "colour.safetensors", COLOUR)


def expected(model: Path, count: int, seed: int) -> np.ndarray:
    z = sample_z(count, GREY.z_dim, seed)
    return Renderer("cpu").render(RenderRequest(model, z)).images


class TestGenerate:
    def test_grey_array(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "new" / "pictures.npy"
        assert "5 pictures of tiny" in succeed(capsys, "generate", model, "--count", 5, "--seed", 3, "--out", out)
        images = np.load(out, allow_pickle=False)
        assert images.dtype == np.uint8
        assert np.array_equal(images, expected(model, 5, 3)[..., 0])
        assert images.std() > 1

    def test_colour_array(self, colour_model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "pictures.npy"
        succeed(capsys, "generate", colour_model, "--count", 2, "--out", out)
        assert np.load(out).shape == (2, 16, 16, 3)

    def test_png_grid_holds_the_same_pictures(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "grid.PNG"
        succeed(capsys, "generate", model, "--count", 6, "--columns", 3, "--seed", 1, "--out", out)
        assert np.array_equal(np.asarray(Image.open(out)), grid(expected(model, 6, 1), 3)[..., 0])

    def test_more_columns_than_pictures(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "grid.png"
        succeed(capsys, "generate", model, "--count", 2, "--columns", 1000, "--out", out)
        assert Image.open(out).size == (2 * 28 + 2, 28)

    def test_defaults_are_64_pictures_of_seed_0(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "a.npy"
        succeed(capsys, "generate", model, "--out", out)
        assert np.array_equal(np.load(out), expected(model, 64, 0)[..., 0])

    @pytest.mark.parametrize("suffix", [".png", ".npy"])
    def test_same_seed_same_bytes(self, model: Path, tmp_path: Path, capsys: Capture, suffix: str) -> None:
        outs = [tmp_path / f"{name}{suffix}" for name in "abc"]
        for out, seed in zip(outs, (7, 7, 8), strict=True):
            succeed(capsys, "generate", model, "--count", 3, "--seed", seed, "--out", out)
        first, again, other = (out.read_bytes() for out in outs)
        assert first == again != other

    def test_a_run_folder_means_its_newest_snapshot(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run")
        out = tmp_path / "a.npy"
        succeed(capsys, "generate", run.folder, "--count", 2, "--out", out)
        assert np.array_equal(np.load(out), expected(run.snapshot_path(120), 2, 0)[..., 0])

    def test_an_older_file_is_replaced(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "a.png"
        out.write_text("old")
        succeed(capsys, "generate", model, "--count", 1, "--out", out)
        assert Image.open(out).size == (28, 28)

    def test_a_muted_channel_is_the_same_as_in_the_library(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "pictures.npy"
        succeed(capsys, "generate", model, "--count", 3, "--edit", "block2:1=0", "--edit", "block1:0-3=2", "--out", out)
        edits = (parse_edit("block2:1=0"), parse_edit("block1:0-3=2"))
        request = RenderRequest(model, sample_z(3, GREY.z_dim, 0), edits=edits)
        assert np.array_equal(np.load(out), Renderer("cpu").render(request).images[..., 0])
        assert not np.array_equal(np.load(out), expected(model, 3, 0)[..., 0])

    def test_without_a_block_every_seed_gives_one_picture(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "pictures.npy"
        succeed(capsys, "generate", model, "--count", 5, "--edit", "block1:*=0", "--out", out)
        assert (np.load(out) == np.load(out)[0]).all()

    def test_batch_norm_by_a_batch(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "pictures.npy"
        succeed(capsys, "generate", model, "--count", 2, "--batch-norm", 4, "--out", out)
        assert not np.array_equal(np.load(out), expected(model, 2, 0)[..., 0])
        succeed(capsys, "generate", model, "--count", 2, "--batch-norm", "running", "--out", out)
        assert np.array_equal(np.load(out), expected(model, 2, 0)[..., 0])

    def test_points_from_a_file(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        z = sample_z(3, 8, 55)
        np.save(tmp_path / "z.npy", z)
        np.savez(tmp_path / "z.npz", z=z[:1])
        out = tmp_path / "a.npy"
        assert "3 pictures" in succeed(capsys, "generate", model, "--z", tmp_path / "z.npy", "--out", out)
        assert np.array_equal(np.load(out), expected(model, 3, 55)[..., 0])
        assert "1 picture " in succeed(capsys, "generate", model, "--z", tmp_path / "z.npz", "--out", out)

    @pytest.mark.parametrize("contents", [np.zeros((2, 3, 4)), np.full((1, 8), np.nan), np.zeros((0, 8)), None])
    def test_files_that_hold_no_points(
        self, model: Path, tmp_path: Path, capsys: Capture, contents: np.ndarray | None
    ) -> None:
        if contents is not None:
            np.save(tmp_path / "z.npy", contents)
        words = ("generate", model, "--z", tmp_path / "z.npy", "--out", tmp_path / "a.png")
        status, line = fail(capsys, tmp_path, *words)
        assert status == 2 and "holds no points" in line

    def test_enlarged(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        crisp, smooth = tmp_path / "crisp.png", tmp_path / "smooth.png"
        options = ("--count", 1, "--scale", 4)
        succeed(capsys, "generate", model, *options, "--out", crisp)
        succeed(capsys, "generate", model, *options, "--smooth", "--out", smooth)
        picture = expected(model, 1, 0)[0, ..., 0]
        assert np.array_equal(np.asarray(Image.open(crisp)), picture.repeat(4, 0).repeat(4, 1))
        blurred = np.asarray(Image.open(smooth))
        assert blurred.shape == (112, 112) and len(np.unique(blurred)) > len(np.unique(picture))


class TestInterpolate:
    def test_strip_starts_and_ends_at_the_seeds(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "strip.png"
        succeed(capsys, "interpolate", model, "--seeds", "4,5,6", "--frames", 5, "--out", out)
        strip = np.asarray(Image.open(out))
        assert strip.shape == (28, 5 * 28 + 4 * 2)
        for column, seed in ((0, 4), (2, 5), (4, 6)):
            frame = strip[:, column * 30 : column * 30 + 28].astype(int)
            assert np.abs(frame - expected(model, 1, seed)[0, ..., 0]).max() <= 1

    def test_lerp_and_slerp_differ_between_the_seeds(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        strips = []
        for mode in ("lerp", "slerp"):
            out = tmp_path / f"{mode}.png"
            succeed(capsys, "interpolate", model, "--seeds", "1,2", "--frames", 3, "--mode", mode, "--out", out)
            strips.append(np.asarray(Image.open(out)))
        assert np.array_equal(strips[0][:, :28], strips[1][:, :28])
        assert not np.array_equal(strips[0][:, 30:58], strips[1][:, 30:58])

    def test_mp4(self, colour_model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "film.mp4"
        options = ("--seeds", "1,2", "--frames", 7, "--fps", 10)
        assert "7 frames" in succeed(capsys, "interpolate", colour_model, *options, "--out", out)
        with av.open(str(out)) as container:
            stream = container.streams.video[0]
            assert (stream.width, stream.height) == (256, 256) and stream.average_rate == 10
            assert sum(1 for _ in container.decode(stream)) == 7

    def test_gif(self, colour_model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "film.gif"
        options = ("--seeds", "1,2", "--frames", 6, "--fps", 20)
        succeed(capsys, "interpolate", colour_model, *options, "--out", out)
        with Image.open(out) as film:
            assert (film.size, film.info["duration"]) == ((256, 256), 50)
            assert sum(1 for _ in ImageSequence.Iterator(film)) == 6

    def test_the_scale(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        options = ("--seeds", "1,2", "--frames", 3, "--scale", 4)
        for name in ("film.gif", "strip.png"):
            succeed(capsys, "interpolate", model, *options, "--out", tmp_path / name)
        assert Image.open(tmp_path / "film.gif").size == (112, 112)
        assert Image.open(tmp_path / "strip.png").size == (3 * 112 + 2 * 2, 112)

    def test_memory_does_not_grow_with_the_film(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        def film(frames: int) -> int:
            tracemalloc.start()
            try:
                succeed(capsys, "interpolate", model, *options, "--frames", frames, "--out", tmp_path / "film.mp4")
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

        options = ("--seeds", "1,2", "--device", "cpu")
        film(20)  # what is imported on the way stays
        assert film(320) < film(20) + 2_000_000, "300 frames of 280 pixels are 24 MB"

    @pytest.mark.parametrize("suffix", [".png", ".gif", ".mp4"])
    def test_same_bytes_again(self, model: Path, tmp_path: Path, capsys: Capture, suffix: str) -> None:
        outs = [tmp_path / f"{name}{suffix}" for name in "ab"]
        for out in outs:
            succeed(capsys, "interpolate", model, "--seeds", "1,2", "--frames", 4, "--out", out)
        assert outs[0].read_bytes() == outs[1].read_bytes()

    def test_a_loop_with_durations(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "strip.png"
        options = ("--seeds", "1,2", "--loop", "--durations", "1,3", "--frames", 4, "--easing", "smooth")
        assert "path length" in succeed(capsys, "interpolate", model, *options, "--out", out)
        strip = np.asarray(Image.open(out)).astype(int)
        for column, seed in ((0, 1), (1, 2)):
            frame = strip[:, column * 30 : column * 30 + 28]
            assert np.abs(frame - expected(model, 1, seed)[0, ..., 0]).max() <= 1

    def test_a_grid_between_four_corners(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "grid.png"
        assert "3 by 3" in succeed(capsys, "interpolate", model, "--seeds", "1,2,3,4", "--grid", 3, "--out", out)
        sheet = np.asarray(Image.open(out)).astype(int)
        assert sheet.shape == (88, 88)
        for (top, left), seed in zip(((0, 0), (0, 60), (60, 0), (60, 60)), (1, 2, 3, 4), strict=True):
            corner = sheet[top : top + 28, left : left + 28]
            assert np.abs(corner - expected(model, 1, seed)[0, ..., 0]).max() <= 1

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (("--seeds", "1,2", "--durations", "1,2"), "have 1 ways"),
            (("--seeds", "1,2", "--durations", "0"), "not a number from"),
            (("--seeds", "1,2,3", "--grid", 3), "four corners"),
            (("--seeds", "1,2,3,4", "--grid", 3, "--out", "a.gif"), "one picture"),
        ],
    )
    def test_options_that_do_not_go_together(
        self, model: Path, tmp_path: Path, capsys: Capture, options: tuple[object, ...], words: str
    ) -> None:
        status, line = fail(capsys, tmp_path, "interpolate", model, "--out", tmp_path / "a.png", *options)
        assert status == 2 and words in line


class TestLayers:
    def test_every_layer_has_a_picture_and_an_entry(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "layers"
        assert "8 layers of tiny" in succeed(capsys, "layers", model, "--seed", 2, "--out", out)
        index = json.loads((out / "layers.json").read_text())
        layers = layers_of(GREY)
        assert [entry["name"] for entry in index["layers"]] == [layer.name for layer in layers]
        assert {path.name for path in out.iterdir()} == {
            "layers.json", "picture.png", *(f"{layer.name}.png" for layer in layers),
            *(name for block in GREY.blocks for name in step_files(block)),
        }  # fmt: skip
        for entry, layer in zip(index["layers"], layers, strict=True):
            columns = entry["columns"]
            rows = -(-layer.shape[0] // columns)
            side = layer.shape[1] + 1
            with Image.open(out / entry["file"]) as picture:
                assert picture.size == (columns * side - 1, rows * side - 1)
            assert tuple(entry["shape"]) == layer.shape and entry["explanation"] == layer.explanation

    def test_numbers_are_those_of_the_maps(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        succeed(capsys, "layers", model, "--seed", 2, "--out", tmp_path / "layers", "--upsample", "bilinear")
        index = json.loads((tmp_path / "layers" / "layers.json").read_text())
        z = sample_z(1, GREY.z_dim, 2)
        assert np.array_equal(np.float32(index["z"]), z[0])
        names = tuple(layer.name for layer in layers_of(GREY))
        maps = Renderer("cpu").render(RenderRequest(model, z, names)).maps
        for entry in index["layers"]:
            values = maps[entry["name"]].astype(np.float64)
            found = [entry[key] for key in ("min", "max", "mean", "std", "sparsity")]
            truth = [values.min(), values.max(), values.mean(), values.std(), (values == 0).mean()]
            assert found == pytest.approx(truth, rel=1e-5, abs=1e-9)

    def test_colours_follow_the_sign(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        succeed(capsys, "layers", model, "--out", tmp_path / "layers")
        entries = {
            entry["name"]: entry for entry in json.loads((tmp_path / "layers/layers.json").read_text())["layers"]
        }
        low, high = entries["block1.norm"]["value_range"]
        assert entries["block1.norm"]["colour_map"] == "diverging" and low == -high < 0
        assert entries["block1.act"]["colour_map"] == "viridis" and entries["block1.act"]["value_range"][0] == 0
        assert 0.1 < entries["block1.act"]["sparsity"] < 0.9 and entries["block1.conv"]["sparsity"] == 0

    @pytest.mark.parametrize("upsample", ["nearest", "bilinear"])
    def test_upsampled_maps_are_as_large_as_the_picture(
        self, model: Path, tmp_path: Path, capsys: Capture, upsample: str
    ) -> None:
        out = tmp_path / "layers"
        options = ("--layer", "block1.conv", "--layer", "block2.act", "--upsample", upsample, "--colour-map", "grey")
        succeed(capsys, "layers", model, *options, "--out", out)
        steps = step_files(GREY.blocks[0])
        assert {path.name for path in out.iterdir()} == {
            "layers.json", "picture.png", "block1.conv.png", "block2.act.png", *steps
        }  # fmt: skip
        entry = json.loads((out / "layers.json").read_text())["layers"][0]
        with Image.open(out / "block1.conv.png") as picture:
            assert picture.width == entry["columns"] * 29 - 1
            red, green, blue = np.asarray(picture).transpose(2, 0, 1)
        assert np.array_equal(red, green) and np.array_equal(red, blue)

    def test_every_convolution_step_by_step(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "layers"
        succeed(capsys, "layers", model, "--out", out)
        entries = json.loads((out / "layers.json").read_text())["convolutions"]
        assert [entry["block"] for entry in entries] == ["block1", "block2", "block3"]
        entry = entries[1]
        assert entry["output_size"] == "(7 − 1) · 2 − 2 · 1 + 1 · (4 − 1) + 0 + 1 = 14"
        assert (entry["kernel"], entry["stride"], entry["padding"]) == (4, 2, 1)
        shapes = [step["shape"] for step in entry["steps"]]
        assert shapes == [[7, 7], [13, 13], [17, 17], [4, 4], [14, 14]]
        for found in entries:
            assert 0 <= max(found["largest_differences"].values()) < 1e-5
        with Image.open(out / entry["steps"][1]["file"]) as picture:
            grey = (np.asarray(picture) == 128).all(axis=2)
        assert grey.mean() == pytest.approx(1 - 49 / 169)

    def test_a_chosen_channel(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        chosen = ("--layer", "block2.conv", "--input-channel", 5, "--output-channel", 3)
        succeed(capsys, "layers", model, "--seed", 1, *chosen, "--out", tmp_path)
        (entry,) = json.loads((tmp_path / "layers.json").read_text())["convolutions"]
        assert (entry["input_channel"], entry["output_channel"]) == (5, 3)
        request = RenderRequest(model, sample_z(1, GREY.z_dim, 1), ("block1.act", "block2.conv"))
        maps = Renderer("cpu").render(request).maps
        ranges = [[step["min"], step["max"]] for step in entry["steps"]]
        for found, values in ((ranges[0], maps["block1.act"][0, 5]), (ranges[4], maps["block2.conv"][0, 3])):
            assert found == pytest.approx([values.min(), values.max()], rel=1e-4, abs=1e-6)

    def test_picture_and_other_files(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "layers"
        out.mkdir()
        (out / "mine.txt").write_text("mine")
        succeed(capsys, "layers", model, "--seed", 5, "--out", out)
        assert np.array_equal(np.asarray(Image.open(out / "picture.png")), expected(model, 1, 5)[0, ..., 0])
        assert (out / "mine.txt").read_text() == "mine"

    def test_values_that_are_not_finite(self, tmp_path: Path, capsys: Capture) -> None:
        generator = Generator(GREY)
        torch.nn.init.constant_(generator.get_parameter("block2.norm.bias"), 100)
        torch.nn.init.constant_(generator.get_parameter("block3.conv.weight"), 3e38)
        model = tmp_path / "broken.safetensors"
        save_generator(model, generator.state_dict(), GREY, {})
        succeed(capsys, "layers", model, "--out", tmp_path / "layers")
        text = (tmp_path / "layers" / "layers.json").read_text()
        entries = {entry["name"]: entry for entry in json.loads(text)["layers"]}
        assert "NaN" not in text and "Infinity" not in text
        assert entries["block3.conv"]["mean"] is None and entries["block1.conv"]["mean"] is not None


class TestInfo:
    def test_text_of_a_file(self, model: Path, capsys: Capture) -> None:
        text = succeed(capsys, "info", model)
        facts = {line.split()[0]: line.split(maxsplit=1)[1] for line in text.splitlines()}
        assert facts["name"] == "tiny" and facts["file"] == str(model)
        assert facts["makes"] == "28 x 28 grey pictures from 8 latent dimensions"
        assert facts["blocks"] == "8 -> 8x7x7 -> 4x14x14 -> 1x28x28"
        assert facts["parameters"] == "3,737, stored as F16"
        assert facts["provenance"] == "data mnist, seed 1, step 120"
        assert "run" not in facts
        assert len({len(line) - len(line.split(maxsplit=1)[1]) for line in text.splitlines()}) == 1

    def test_json_of_a_run(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "digits")
        facts = json.loads(succeed(capsys, "info", run.folder, "--json"))
        assert facts["run"] == {
            "folder": str(run.folder),
            "state": "finished",
            "steps": 120,
            "elapsed": 12.0,
            "snapshots": 3,
            "best": None,
            "data": "mnist",
        }
        assert facts["name"] == "digits" and facts["path"] == str(run.snapshot_path(120))
        assert ModelConfig.from_dict(facts["config"]) == GREY
        assert [block["shape"] for block in facts["blocks"]] == [[8, 7, 7], [4, 14, 14], [1, 28, 28]]
        assert facts["provenance"] == PROVENANCE and facts["dtype"] == "F16"

    def test_text_of_a_run(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run", end=events.Stopped(120, 75.2))
        text = succeed(capsys, "info", run.snapshot_path(10))
        assert "stopped, 120 steps in 1:15" in text and "snapshots   3" in text

    @pytest.mark.parametrize("config", [GREY, COLOUR, ModelConfig(64, 3, z_dim=5, ngf=6)])
    def test_parameters_are_the_networks(self, tmp_path: Path, capsys: Capture, config: ModelConfig) -> None:
        facts = json.loads(succeed(capsys, "info", save_tiny(tmp_path / "g.safetensors", config), "--json"))
        assert facts["parameters"] == parameter_count(Generator(config))


class TestData:
    @pytest.fixture
    def pictures(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("LATENTARIUM_HOME", str(tmp_path / "home"))
        folder = tmp_path / "pictures"
        folder.mkdir()
        for index in range(5):
            Image.new("RGB", (20, 20), (index * 50, 0, 255)).save(folder / f"{index}.png")
        (folder / "broken.png").write_bytes(b"no picture")
        return folder

    def test_text_of_the_sprites(self, capsys: Capture) -> None:
        text = succeed(capsys, "data", "sprites", "--image-size", 16)
        assert "pictures    20,000\n" in text and "size        16 x 16\n" in text and "3 (colour)" in text
        counts = [
            line.replace("labels", "").split() for line in text.splitlines() if "star" in line or "square" in line
        ]
        assert [name for _, name in counts] == ["square", "star"]

    def test_json_of_the_sprites(self, capsys: Capture) -> None:
        facts = json.loads(succeed(capsys, "data", "sprites", "--image-size", 16, "--channels", 1, "--json"))
        assert (facts["pictures"], facts["image_size"], facts["channels"]) == (20_000, 16, 1)
        assert sum(facts["labels"].values()) == 20_000 and set(facts["labels"]) >= {"heart", "star"}
        assert "hue" in facts["factors"] and facts["unreadable"] == []

    def test_a_folder_and_what_cannot_be_read_in_it(self, pictures: Path, capsys: Capture) -> None:
        facts = json.loads(succeed(capsys, "data", pictures, "--image-size", 16, "--json"))
        assert (facts["name"], facts["pictures"], facts["labels"]) == ("pictures", 5, None)
        assert [entry["path"] for entry in facts["unreadable"]] == ["broken.png"]
        assert "broken.png: " in succeed(capsys, "data", pictures, "--image-size", 16)

    def test_only_ten_unreadable_pictures_are_named_in_text(self, pictures: Path, capsys: Capture) -> None:
        for index in range(14):
            (pictures / f"bad{index:02d}.png").write_bytes(b"no picture")
        text = succeed(capsys, "data", pictures, "--image-size", 16)
        assert text.count(".png: ") == 10 and "unreadable  15\n" in text and "and 5 more" in text
        facts = json.loads(succeed(capsys, "data", pictures, "--image-size", 16, "--json"))
        assert len(facts["unreadable"]) == 15

    def test_grid_spans_the_set(self, pictures: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "grid.png"
        succeed(capsys, "data", pictures, "--image-size", 16, "--count", 3, "--out", out)
        sheet = np.asarray(Image.open(out))
        assert sheet.shape == (34, 34, 3)
        assert [sheet[y, x, 0] for y, x in ((0, 0), (0, 18), (18, 0))] == [0, 100, 200]

    def test_no_more_cells_than_pictures(self, pictures: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "grid.png"
        succeed(capsys, "data", pictures, "--image-size", 16, "--out", out)
        assert Image.open(out).size == (3 * 18 - 2, 2 * 18 - 2)


def bad_models(tmp_path: Path) -> dict[str, tuple[Path, int]]:
    """What is no model, and the exit status that it leads to."""
    whole = save_tiny(tmp_path / "whole.safetensors").read_bytes()
    paths = {name: tmp_path / f"{name}.safetensors" for name in ("cut", "header", "other", "text", "unfit")}
    paths["cut"].write_bytes(whole[: len(whole) // 2])
    paths["header"].write_bytes(whole[:20])
    paths["text"].write_text("hello")
    save_file({"weight": torch.zeros(3)}, paths["other"])
    save_generator(paths["unfit"], Generator(GREY).state_dict(), COLOUR, {})
    (tmp_path / "folder").mkdir()
    make_run(tmp_path / "new", snapshots=(), end=None)
    return {
        "nowhere": (Path("nowhere"), 2),
        "missing file": (tmp_path / "missing.safetensors", 2),
        "folder": (tmp_path / "folder", 2),
        "run without snapshots": (tmp_path / "new", 2),
        **{name: (path, 1) for name, path in paths.items()},
    }


OUTPUTS = {
    "generate": "--out DIR/out.png",
    "interpolate": "--seeds 1,2 --out DIR/out.gif",
    "layers": "--out DIR/out",
}


class TestRefusals:
    @pytest.mark.parametrize("command", [*OUTPUTS, "info"])
    def test_bad_models(self, tmp_path: Path, capsys: Capture, command: str) -> None:
        options = OUTPUTS.get(command, "--json").replace("DIR", str(tmp_path)).split()
        for name, (path, status) in bad_models(tmp_path).items():
            found, line = fail(capsys, tmp_path, command, path, *options)
            assert (name, found) == (name, status)
            assert path.name in line and "unexpected" not in line

    @pytest.mark.parametrize(
        "words",
        [
            "generate MODEL",
            "generate --out DIR/a.png",
            "generate MODEL --out DIR/a.jpg",
            "generate MODEL --out DIR/.png",
            "generate MODEL --out MODEL/below/a.png",
            "generate MODEL --out DIR/folder.png",
            "generate MODEL --out DIR/a.png --count 0",
            "generate MODEL --out DIR/a.png --count -3",
            "generate MODEL --out DIR/a.png --count many",
            "generate MODEL --out DIR/a.png --count 1.5",
            "generate MODEL --out DIR/a.png --seed -1",
            "generate MODEL --out DIR/a.png --columns 0",
            "generate MODEL --out DIR/a.png --device tpu",
            "generate MODEL --out DIR/a.png --device meta",
            "generate MODEL --out DIR/a.png --device cuda:99",
            "generate MODEL --out DIR/a.png --unknown 1",
            "generate MODEL --out DIR/a.png --edit block2=0",
            "generate MODEL --out DIR/a.png --edit block9:0=0",
            "generate MODEL --out DIR/a.png --edit block2:400=0",
            "generate MODEL --out DIR/a.png --batch-norm 1",
            "generate MODEL --out DIR/a.png --batch-norm walking",
            "interpolate MODEL --out DIR/a.gif --seeds 1,2 --edit block2:4=0",
            "layers MODEL --out DIR/new --edit block2:4=0",
            "interpolate MODEL --out DIR/a.gif",
            "interpolate MODEL --out DIR/a.gif --seeds 1",
            "interpolate MODEL --out DIR/a.gif --seeds 1,x",
            "interpolate MODEL --out DIR/a.gif --seeds 1,-2",
            "interpolate MODEL --out DIR/a.gif --seeds ,",
            "interpolate MODEL --out DIR/a.npy --seeds 1,2",
            "interpolate MODEL --out MODEL/a.gif --seeds 1,2",
            "interpolate MODEL --out DIR/a.gif --seeds 1,2 --frames 1",
            "interpolate MODEL --out DIR/a.gif --seeds 1,2 --mode cubic",
            "interpolate MODEL --out DIR/a.mp4 --seeds 1,2 --fps 0",
            "interpolate MODEL --out DIR/a.mp4 --seeds 1,2 --fps 1000",
            "interpolate MODEL --out DIR/a.gif --seeds 1,2 --fps 60",
            "layers MODEL",
            "layers MODEL --out MODEL",
            "layers MODEL --out MODEL/below",
            "layers MODEL --out DIR/new --layer block9.conv",
            "layers MODEL --out DIR/new --layer block3.norm",
            "layers MODEL --out DIR/new --upsample cubic",
            "layers MODEL --out DIR/new --colour-map rainbow",
            "layers MODEL --out DIR/taken",
            "layers MODEL --out DIR/new --input-channel 8",
            "layers MODEL --out DIR/new --output-channel 1",
            "layers MODEL --out DIR/new --output-channel x",
            "info",
            "info MODEL MODEL",
            "data",
            "data nothing",
            "data MODEL",
            "data sprites --channels 2",
            "data sprites --image-size 0",
            "data sprites --count 0 --out DIR/a.png",
            "data sprites --out DIR/a.jpg",
            "data sprites --out MODEL/a.png",
            "data sprites --data-dir DIR/missing",
            "",
            "paint",
        ],
    )
    def test_wrong_arguments(self, model: Path, tmp_path: Path, capsys: Capture, words: str) -> None:
        (tmp_path / "folder.png").mkdir()
        (tmp_path / "taken" / "picture.png").mkdir(parents=True)
        given = words.replace("MODEL", str(model)).replace("DIR", str(tmp_path)).split()
        status, _ = fail(capsys, tmp_path, *given)
        assert status == 2

    @pytest.mark.skipif(torch.cuda.is_available(), reason="only where CUDA is not usable")
    @pytest.mark.parametrize("command", OUTPUTS)
    def test_cuda_where_there_is_none(self, model: Path, tmp_path: Path, capsys: Capture, command: str) -> None:
        options = OUTPUTS[command].replace("DIR", str(tmp_path)).split()
        status, line = fail(capsys, tmp_path, command, model, *options, "--device", "cuda")
        assert status == 2 and "CUDA" in line

    def test_an_empty_folder_of_pictures(self, tmp_path: Path, capsys: Capture) -> None:
        status, line = fail(capsys, tmp_path, "data", tmp_path)
        assert status in (1, 2) and str(tmp_path) in line

    def test_too_many_pictures_for_the_memory(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        status, line = fail(capsys, tmp_path, "generate", model, "--count", 10**15, "--out", tmp_path / "a.npy")
        assert status == 1 and "not enough memory" in line

    def test_a_message_of_several_lines_becomes_one(self, tmp_path: Path, capsys: Capture) -> None:
        assert fail(capsys, tmp_path, "info", "two\nlines")[0] == 2
        assert fail(capsys, tmp_path, "info", "one", "two\nlines")[0] == 2

    def test_debug_shows_the_traceback(self, capsys: Capture) -> None:
        outcome = call(capsys, "info", "nowhere", "--debug")
        assert outcome.status == 2
        assert "Traceback" in outcome.err and outcome.err.splitlines()[-1].startswith("python -m gan: ")


class TestWithoutTorch:
    """Commands that read no weights answer at once, as torch takes seconds to import."""

    @pytest.mark.parametrize("words", ["--help", "train --help", "layers --help", "info MODEL", "bundle MODEL --out x"])
    def test_torch_stays_out(self, model: Path, words: str) -> None:
        given = words.replace("MODEL", str(model)).split()
        code = f"import sys; from gan.__main__ import main; main({given!r}); sys.exit('torch' in sys.modules)"
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert found.returncode == 0

    def test_every_command_explains_itself(self, capsys: Capture) -> None:
        for command in ("train", "generate", "interpolate", "layers", "info", "data", "bundle"):
            assert f"python -m gan {command}" in succeed(capsys, command, "--help")


class TestSeeds:
    """One range, as in the window."""

    @pytest.mark.parametrize("seed", ["-5", "99999999999", "2147483648", "1.5", "x"])
    @pytest.mark.parametrize("option", [("generate", "--seed={}"), ("interpolate", "--seeds=1,{}")])
    def test_others_are_refused_with_the_range(
        self, model: Path, tmp_path: Path, capsys: Capture, option: tuple[str, str], seed: str
    ) -> None:
        command, text = option
        told = fail(capsys, tmp_path, command, model, text.format(seed), "--out", tmp_path / "a.png")[1]
        assert f"a seed is a whole number from 0 to 2,147,483,647, not {seed}" in told

    def test_the_largest_is_one(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        succeed(capsys, "generate", model, "--count", 1, "--seed", LARGEST_SEED, "--out", tmp_path / "a.png")


class TestMetadata:
    """Pictures and films say which network drew them."""

    CHANGES = ("--edit", "block2:1=0", "--batch-norm", 4)
    SAID = "edit block2:1=0, BatchNorm by a batch of 4"

    def test_a_grid(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        succeed(capsys, "generate", model, "--count", 2, "--out", tmp_path / "a.png")
        succeed(capsys, "generate", model, "--count", 2, *self.CHANGES, "--out", tmp_path / "b.png")
        texts = [Image.open(tmp_path / f"{name}.png").info[PNG_COMMENT] for name in "ab"]
        assert texts == ["generator tiny.safetensors, unchanged", f"generator tiny.safetensors, {self.SAID}"]

    def test_films(self, model: Path, tmp_path: Path, capsys: Capture) -> None:
        options = ("--seeds", "1,2", "--frames", 3, *self.CHANGES)
        succeed(capsys, "interpolate", model, *options, "--out", tmp_path / "a.mp4")
        with av.open(str(tmp_path / "a.mp4")) as film:
            assert film.metadata["comment"] == f"generator tiny.safetensors, {self.SAID}"
        run = make_run(tmp_path / "run", snapshots=(10, 20)).folder
        succeed(capsys, "timeline", run, *self.CHANGES, "--show", "way", "--out", tmp_path / "b.gif")
        with Image.open(tmp_path / "b.gif") as film:
            told = "the whole way from z to the picture"
            assert film.info["comment"].decode() == f"2 snapshots of run, {self.SAID}, {told}"
