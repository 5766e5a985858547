import os
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from gan import render
from gan.errors import LatentariumError, UsageError
from gan.explore.latent import Latent, sample_z
from gan.images import to_uint8
from gan.layers.catalogue import Upsampling, layers_of
from gan.layers.edits import parse_edit
from gan.layers.opinion import Judge
from gan.layers.transposed import Convolution
from gan.model.checkpoint import CheckpointError, load_generator, save_generator
from gan.model.config import ModelConfig
from gan.render import BATCH, Renderer
from gan.request import BatchStatistics, Probe, RenderRequest
from tests.gan.generators import drawing_generator, save_drawing_generator
from tests.gan.tiny import save_judge

Z = sample_z(3, 8, seed=5)


@pytest.fixture
def renderer() -> Renderer:
    return Renderer("cpu")


def expected_pictures(path: Path, z: Latent) -> np.ndarray:
    with torch.no_grad():
        return to_uint8(load_generator(path)(torch.from_numpy(z)))


def largest_difference(a: np.ndarray, b: np.ndarray) -> int:
    return int(np.abs(a.astype(int) - b.astype(int)).max())


def test_pictures_are_those_of_the_network(renderer: Renderer, tiny_model: Path) -> None:
    request = RenderRequest(tiny_model, Z, generation=7)
    result = renderer.render(request)
    assert result.request is request
    assert (result.images.shape, result.images.dtype) == ((3, 28, 28, 1), np.uint8)
    assert largest_difference(result.images, expected_pictures(tiny_model, Z)) <= 1
    assert result.images.std(axis=0).max() > 10
    assert result.maps == {}
    assert result.elapsed > 0


def test_the_same_request_gives_the_same_bytes(renderer: Renderer, tiny_model: Path) -> None:
    request = RenderRequest(tiny_model, Z, layers=("block1.act",), upsampling=Upsampling.BILINEAR)
    first, second, fresh = renderer.render(request), renderer.render(request), Renderer("cpu").render(request)
    for other in (second, fresh):
        assert other.images.tobytes() == first.images.tobytes()
        assert other.maps["block1.act"].tobytes() == first.maps["block1.act"].tobytes()


def test_one_picture_is_the_same_however_it_is_asked_for(renderer: Renderer, tiny_model: Path) -> None:
    """Alone it is drawn by frozen weights, among others and for who looks inside by the layers themselves."""
    among_others = renderer.render(RenderRequest(tiny_model, Z)).images
    for row in range(len(Z)):
        alone = RenderRequest(tiny_model, Z[row : row + 1])
        inside = RenderRequest(tiny_model, Z[row : row + 1], layers=("block1.act",))
        first, looked_into, again = (renderer.render(request).images for request in (alone, inside, alone))
        assert first.tobytes() == again.tobytes() == Renderer("cpu").render(alone).images.tobytes()
        assert largest_difference(first[0], among_others[row]) <= 1
        assert largest_difference(first, looked_into) <= 1


def test_looking_at_layers_changes_no_picture(renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig) -> None:
    names = tuple(layer.name for layer in layers_of(tiny_config))
    plain = renderer.render(RenderRequest(tiny_model, Z)).images
    assert np.array_equal(renderer.render(RenderRequest(tiny_model, Z, names)).images, plain)


def test_maps_have_the_shapes_of_the_catalogue(renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig) -> None:
    layers = layers_of(tiny_config)
    result = renderer.render(RenderRequest(tiny_model, Z, tuple(layer.name for layer in layers)))
    for layer in layers:
        maps = result.maps[layer.name]
        assert (maps.shape, maps.dtype) == ((3, *layer.shape), np.float32)
        assert maps.flags.c_contiguous
    picture = to_uint8(torch.from_numpy(result.maps["block3.act"]))
    assert np.array_equal(picture, result.images)


@pytest.mark.parametrize("upsampling", [Upsampling.NEAREST, Upsampling.BILINEAR])
def test_maps_can_have_the_pictures_size(renderer: Renderer, tiny_model: Path, upsampling: Upsampling) -> None:
    names = ("block1.conv", "block2.act")
    result = renderer.render(RenderRequest(tiny_model, Z, names, upsampling))
    assert [result.maps[name].shape for name in names] == [(3, 8, 28, 28), (3, 4, 28, 28)]


def test_many_pictures_are_made_in_parts(renderer: Renderer, tiny_model: Path) -> None:
    z = sample_z(2 * BATCH + 1, 8, seed=1)
    result = renderer.render(RenderRequest(tiny_model, z, ("block1.act",)))
    assert largest_difference(result.images, expected_pictures(tiny_model, z)) <= 1
    assert result.maps["block1.act"].shape == (2 * BATCH + 1, 8, 7, 7)


def test_a_z_that_may_not_be_written_to_is_no_reason_to_warn(renderer: Renderer, tiny_model: Path) -> None:
    z = Z.copy()
    z.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(renderer.render(RenderRequest(tiny_model, z)).images) == 3


@pytest.mark.parametrize("shape", [(8,), (3, 7), (0, 8), (1, 3, 8)])
def test_a_z_of_the_wrong_shape(renderer: Renderer, tiny_model: Path, shape: tuple[int, ...]) -> None:
    with pytest.raises(UsageError, match=r"z has shape \(.*but this generator takes \(N, 8\)"):
        renderer.render(RenderRequest(tiny_model, np.zeros(shape, np.float32)))


def test_an_unknown_layer(renderer: Renderer, tiny_model: Path) -> None:
    with pytest.raises(UsageError, match="there is no layer 'block9'"):
        renderer.render(RenderRequest(tiny_model, Z, ("block9",)))


def test_a_generator_is_loaded_once(renderer: Renderer, tiny_model: Path) -> None:
    generator = renderer.generator(tiny_model)
    weights = generator.state_dict()["block1.conv.weight"].data_ptr()
    renderer.render(RenderRequest(tiny_model, Z))
    assert renderer.generator(tiny_model) is generator
    assert generator.state_dict()["block1.conv.weight"].data_ptr() == weights


def test_files_of_the_same_config_are_told_apart(
    renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig, tmp_path: Path
) -> None:
    other = save_drawing_generator(tmp_path / "other.safetensors", tiny_config, seed=1)
    renderer.generator(tiny_model)
    result = renderer.render(RenderRequest(other, Z))
    assert largest_difference(result.images, expected_pictures(other, Z)) <= 1
    back = renderer.render(RenderRequest(tiny_model, Z))
    assert largest_difference(back.images, expected_pictures(tiny_model, Z)) <= 1
    assert largest_difference(back.images, result.images) > 10


def test_going_back_needs_no_disk(
    renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig, tmp_path: Path
) -> None:
    other = save_drawing_generator(tmp_path / "other.safetensors", tiny_config, seed=1)
    first = renderer.generator(tiny_model)
    assert renderer.generator(other) is not first
    assert renderer.generator(tiny_model) is first


def test_what_was_used_longest_ago_is_forgotten_first(
    renderer: Renderer, tiny_config: ModelConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [save_drawing_generator(tmp_path / f"{seed}.safetensors", tiny_config, seed) for seed in range(3)]
    first = renderer.generator(paths[0])
    size = sum(parameter.nbytes for parameter in first.parameters()) + render.MODULE_BYTES * len(list(first.modules()))
    monkeypatch.setattr(render, "KEPT_BYTES", 2 * size)
    kept = [renderer.generator(path) for path in paths]
    assert renderer.generator(paths[1]) is kept[1] and renderer.generator(paths[2]) is kept[2]
    assert renderer.generator(paths[0]) is not kept[0]


def test_one_generator_is_kept_however_large_it_is(
    renderer: Renderer, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "KEPT_BYTES", 0)
    assert renderer.generator(tiny_model) is renderer.generator(tiny_model)


def test_another_config_is_another_network(renderer: Renderer, tiny_model: Path, tmp_path: Path) -> None:
    config = ModelConfig(32, 3, z_dim=8, ngf=4, ndf=4)
    other = save_drawing_generator(tmp_path / "other.safetensors", config)
    generator = renderer.generator(tiny_model)
    assert renderer.render(RenderRequest(other, Z)).images.shape == (3, 32, 32, 3)
    assert renderer.generator(other) is not generator


def test_a_file_that_changed_is_read_again(renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig) -> None:
    renderer.render(RenderRequest(tiny_model, Z))
    save_drawing_generator(tiny_model, tiny_config, seed=1)
    os.utime(tiny_model, (0, 0))
    result = renderer.render(RenderRequest(tiny_model, Z))
    assert largest_difference(result.images, expected_pictures(tiny_model, Z)) <= 1


def test_after_a_missing_or_broken_file_good_ones_still_work(
    renderer: Renderer, tiny_model: Path, tmp_path: Path
) -> None:
    good = renderer.render(RenderRequest(tiny_model, Z)).images
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(tiny_model.read_bytes()[:-1])
    for path, complaint in ((broken, "is not a whole"), (tmp_path / "none.safetensors", "there is no file")):
        with pytest.raises(CheckpointError, match=complaint):
            renderer.render(RenderRequest(path, Z))
        assert np.array_equal(renderer.render(RenderRequest(tiny_model, Z)).images, good)


def test_weights_that_are_exchanged_half_way_are_never_shown(
    renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig, tmp_path: Path
) -> None:
    """Loading fails after it has overwritten most weights; the next good request repairs that."""
    good = renderer.render(RenderRequest(tiny_model, Z)).images
    weights = drawing_generator(tiny_config, seed=1).state_dict()
    del weights["block3.conv.bias"]
    broken = tmp_path / "broken.safetensors"
    save_generator(broken, weights, tiny_config, {})
    for _ in range(2):
        with pytest.raises(LatentariumError, match="do not fit"):
            renderer.render(RenderRequest(broken, Z))
    assert np.array_equal(renderer.render(RenderRequest(tiny_model, Z)).images, good)


def test_the_number_of_threads(tiny_model: Path) -> None:
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        Renderer("cpu").set_threads(1)
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)


@pytest.mark.cuda
def test_cuda_draws_the_same(tiny_model: Path) -> None:
    request = RenderRequest(tiny_model, Z, ("block2.act",))
    on_cpu, on_cuda = Renderer("cpu").render(request), Renderer("cuda").render(request)
    assert largest_difference(on_cpu.images, on_cuda.images) <= 2
    assert np.allclose(on_cpu.maps["block2.act"], on_cuda.maps["block2.act"], atol=1e-2)


class TestChanges:
    def test_an_edit_is_in_picture_and_maps(self, renderer: Renderer, tiny_model: Path) -> None:
        edits = (parse_edit("block2:1=0"),)
        plain = renderer.render(RenderRequest(tiny_model, Z, ("block2.act",)))
        edited = renderer.render(RenderRequest(tiny_model, Z, ("block2.act",), edits=edits))
        assert plain.maps["block2.act"][:, 1].any() and not edited.maps["block2.act"][:, 1].any()
        assert not np.array_equal(edited.images, plain.images)
        assert np.array_equal(renderer.render(RenderRequest(tiny_model, Z)).images, plain.images)

    def test_before_and_after(self, renderer: Renderer, tiny_model: Path) -> None:
        plain = renderer.render(RenderRequest(tiny_model, Z, compared=True))
        assert plain.unedited is not None and np.array_equal(plain.unedited, plain.images)
        edits = (parse_edit("block1:*-0=0"),)
        edited = renderer.render(RenderRequest(tiny_model, Z, edits=edits, compared=True))
        assert edited.unedited is not None and np.array_equal(edited.unedited, plain.images)
        assert not np.array_equal(edited.images, plain.images)

    def test_a_wrong_edit_is_refused(self, renderer: Renderer, tiny_model: Path) -> None:
        with pytest.raises(UsageError, match="channels 0 to 3"):
            renderer.render(RenderRequest(tiny_model, Z, edits=(parse_edit("block2:4=0"),)))

    def test_batch_statistics_depend_on_the_others_of_the_batch_only(
        self, renderer: Renderer, tiny_model: Path
    ) -> None:
        running = renderer.render(RenderRequest(tiny_model, Z)).images
        batch = renderer.render(RenderRequest(tiny_model, Z, ("block1.norm",), batch=BatchStatistics(4)))
        alone = renderer.render(RenderRequest(tiny_model, Z[1:2], batch=BatchStatistics(4))).images
        others = renderer.render(RenderRequest(tiny_model, Z, batch=BatchStatistics(4, seed=1))).images
        assert batch.images.shape == running.shape and batch.maps["block1.norm"].shape == (3, 8, 7, 7)
        assert np.array_equal(batch.images[1:2], alone)
        assert not np.array_equal(batch.images, running) and not np.array_equal(batch.images, others)
        assert np.array_equal(renderer.render(RenderRequest(tiny_model, Z)).images, running)


class TestLookingInside:
    def test_the_convolution_of_the_first_picture(self, renderer: Renderer, tiny_model: Path) -> None:
        request = RenderRequest(tiny_model, Z, ("block1.act", "block2.conv"), probe=Probe("block2", 3))
        result = renderer.render(request)
        found = result.convolution
        assert isinstance(found, Convolution)
        assert np.array_equal(found.maps, result.maps["block1.act"][0])
        assert found.output == pytest.approx(result.maps["block2.conv"][0, 3], abs=1e-6)
        assert (found.block, found.channel, found.channels) == ("block2", 3, 4)

    def test_enlarged_maps_do_not_matter(self, renderer: Renderer, tiny_model: Path) -> None:
        request = RenderRequest(tiny_model, Z, ("block1.act",), Upsampling.NEAREST, probe=Probe("block2"))
        found = renderer.render(request).convolution
        assert isinstance(found, Convolution) and found.maps.shape == (8, 7, 7)

    @pytest.mark.parametrize("batch", [None, BatchStatistics(4)])
    def test_a_pixel_is_traced_through_what_made_the_picture(
        self, renderer: Renderer, tiny_model: Path, batch: BatchStatistics | None
    ) -> None:
        edits = (parse_edit("block1:2=0"),)
        result = renderer.render(RenderRequest(tiny_model, Z, edits=edits, batch=batch, traced=(20, 3)))
        assert result.trace is not None
        shown = 127.5 * (np.tanh(result.trace.value) + 1)
        assert shown == pytest.approx(float(result.images[0, 20, 3, 0]), abs=0.51)
        assert result.trace.layers[1].contributions[2] == 0
        assert renderer.render(RenderRequest(tiny_model, Z)).trace is None

    def test_what_is_not_there(self, renderer: Renderer, tiny_model: Path) -> None:
        with pytest.raises(UsageError, match="there is no block 'block7'"):
            renderer.render(RenderRequest(tiny_model, Z, probe=Probe("block7")))
        with pytest.raises(UsageError, match="there is no pixel"):
            renderer.render(RenderRequest(tiny_model, Z, traced=(28, 0)))

    def test_a_discriminator_of_another_size_is_refused(
        self, renderer: Renderer, tiny_model: Path, tmp_path: Path
    ) -> None:
        path = save_judge(tmp_path / "d.safetensors", ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4))
        with pytest.raises(UsageError, match="judges pictures of 16×16 with 1 channel, and these are"):
            renderer.render(RenderRequest(tiny_model, Z, judge=Judge(path)))

    def test_a_newer_discriminator_is_read_anew(
        self, renderer: Renderer, tiny_model: Path, tiny_config: ModelConfig, tmp_path: Path
    ) -> None:
        path = save_judge(tmp_path / "d.safetensors", tiny_config, step=0)
        request = RenderRequest(tiny_model, Z, judge=Judge(path))
        first = renderer.render(request).opinion
        save_judge(path, tiny_config, seed=1, step=1)
        os.utime(path, ns=(1, 1))
        second = renderer.render(request).opinion
        assert first is not None and second is not None
        assert (first.step, second.step) == (0, 1) and first.logit != second.logit

    @pytest.mark.cuda
    @pytest.mark.parametrize("batch", [None, BatchStatistics(4)])
    def test_cuda_looks_into_the_same_convolution(self, tiny_model: Path, batch: BatchStatistics | None) -> None:
        request = RenderRequest(tiny_model, Z, ("block2.conv",), batch=batch, probe=Probe("block2", 3, thorough=True))
        on_cpu, on_cuda = Renderer("cpu").render(request), Renderer("cuda").render(request)
        found, expected = on_cuda.convolution, on_cpu.convolution
        assert isinstance(found, Convolution) and isinstance(expected, Convolution)
        assert (found.geometry, found.bias) == (expected.geometry, expected.bias)
        assert np.array_equal(found.kernels, expected.kernels)
        assert np.allclose(found.maps, expected.maps, atol=1e-2)
        assert np.allclose(found.output, on_cuda.maps["block2.conv"][0, 3], atol=1e-2)
        assert max(found.differences.values()) < 1e-2  # cuDNN may multiply in TF32

    @pytest.mark.cuda
    @pytest.mark.parametrize("batch", [None, BatchStatistics(4)])
    def test_cuda_traces_the_same_pixel(self, tiny_model: Path, batch: BatchStatistics | None) -> None:
        request = RenderRequest(tiny_model, Z, edits=(parse_edit("block1:2=0"),), batch=batch, traced=(20, 3))
        found, expected = Renderer("cuda").render(request).trace, Renderer("cpu").render(request).trace
        assert found is not None and expected is not None
        assert found.value == pytest.approx(expected.value, abs=2e-2)
        for on_cuda, on_cpu in zip(found.layers, expected.layers, strict=True):
            assert (on_cuda.name, on_cuda.field) == (on_cpu.name, on_cpu.field)
            assert np.allclose(on_cuda.contributions, on_cpu.contributions, atol=2e-2)
            assert on_cuda.contributions.sum() + on_cuda.offset == pytest.approx(found.value, abs=1e-5)

    @pytest.mark.cuda
    def test_cuda_changes_and_judges_the_same(self, tiny_model: Path, tiny_config: ModelConfig, tmp_path: Path) -> None:
        path = save_judge(tmp_path / "d.safetensors", tiny_config, step=0)
        edits = (parse_edit("block2:1=0"), parse_edit("block1:3=2@0,0,0.5,1"))
        request = RenderRequest(
            tiny_model, Z, edits=edits, batch=BatchStatistics(4), judge=Judge(path, ("block2.act",))
        )
        on_cpu, on_cuda = Renderer("cpu").render(request), Renderer("cuda").render(request)
        assert largest_difference(on_cpu.images, on_cuda.images) <= 2
        assert on_cpu.opinion is not None and on_cuda.opinion is not None
        assert on_cuda.opinion.logit == pytest.approx(on_cpu.opinion.logit, abs=0.05)
        assert np.allclose(on_cuda.opinion.guided, on_cpu.opinion.guided, atol=1e-2)


def test_scores_are_those_of_opinions_for_any_number_of_pictures(
    tiny_model: Path, tiny_config: ModelConfig, tmp_path: Path
) -> None:
    judge, renderer = Judge(save_judge(tmp_path / "judge.safetensors", tiny_config)), Renderer("cpu")
    z = sample_z(BATCH + 3, Z.shape[1], 1)
    pictures, scores = renderer.judging(RenderRequest(tiny_model, Z), judge)(z)
    assert np.array_equal(pictures, renderer.render(RenderRequest(tiny_model, z)).images)
    assert len(scores) == len(z) and scores.std() > 0.05
    for number in (0, BATCH + 2):
        opinion = renderer.render(RenderRequest(tiny_model, z[number : number + 1], judge=judge)).opinion
        assert opinion is not None and opinion.logit == pytest.approx(scores[number], abs=1e-4)
    assert renderer.judge_step(judge) == 120
