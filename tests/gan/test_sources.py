"""What MODEL means; and each generator that comes with the program is whole."""

import json
from pathlib import Path

import numpy as np
import pytest

from gan import sources
from gan.data.imagesets import NAMED_SETS
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.layers.opinion import Judge
from gan.model.checkpoint import discriminator_beside, read_checkpoint
from gan.places import BUNDLED_MODELS
from gan.render import Renderer
from gan.request import RenderRequest
from gan.sources import FIRST_MODEL, bundled_models, find_model
from gan.train import events
from gan.train.best import FOLDER, Best, discriminator_of_best, read_best, write_best
from gan.train.run import Run, RunState
from tests.gan.tiny import make_run, save_counters, save_judge, save_tiny


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three bundled models and something else."""
    folder = tmp_path / "models"
    for name in ("aardvark", FIRST_MODEL, "zebra"):
        make_run(folder / name)
    (folder / "notes").mkdir()
    (folder / "README").write_text("no model")
    monkeypatch.setattr(sources, "BUNDLED_MODELS", folder)
    return folder


class TestNames:
    def test_the_first_model_leads_and_others_follow_by_name(self, models: Path) -> None:
        assert bundled_models() == (FIRST_MODEL, "aardvark", "zebra")

    def test_no_folder_of_models(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sources, "BUNDLED_MODELS", tmp_path / "missing")
        assert bundled_models() == ()

    def test_a_name_means_its_newest_snapshot(self, models: Path) -> None:
        source = find_model("zebra")
        assert (source.name, source.path.name) == ("zebra", "step-0000120.safetensors")
        assert source.run is not None and source.run.folder == models / "zebra"

    def test_a_name_goes_before_a_file_in_the_current_folder(
        self, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        save_tiny(tmp_path / "zebra")
        assert find_model("zebra").path.is_relative_to(models)
        assert find_model("./zebra").path == Path("zebra")

    def test_an_unknown_name_is_told_which_there_are(self, models: Path) -> None:
        with pytest.raises(UsageError, match=f"'lion'.*{FIRST_MODEL}, aardvark, zebra"):
            find_model("lion")


class TestPaths:
    def test_a_file_alone(self, tmp_path: Path) -> None:
        path = save_tiny(tmp_path / "mine.safetensors")
        source = find_model(str(path))
        assert (source.name, source.path, source.run) == ("mine", path, None)

    def test_a_run_folder(self, tmp_path: Path) -> None:
        run = make_run(tmp_path / "digits", snapshots=(10, 100, 20))
        source = find_model(str(run.folder))
        assert (source.name, source.path) == ("digits", run.snapshot_path(100))

    def test_of_a_run_that_was_measured_the_best_snapshot_counts(self, tmp_path: Path) -> None:
        run = make_run(tmp_path / "digits", snapshots=(10, 20, 120))
        write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
        best, last = find_model(str(run.folder)), find_model(str(run.folder), last=True)
        assert (best.path, best.is_best) == (run.snapshot_path(20), True)
        assert (last.path, last.is_best) == (run.snapshot_path(120), False)

    def test_a_best_that_is_gone_or_damaged_counts_for_nothing(self, tmp_path: Path) -> None:
        run = make_run(tmp_path / "digits", snapshots=(10, 120))
        write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
        assert find_model(str(run.folder)).path == run.snapshot_path(120)
        (run.folder / "best" / "best.json").write_text('{"step": "first"}')
        assert find_model(str(run.folder)).path == run.snapshot_path(120)

    def test_the_best_is_judged_by_its_own_discriminator(self, tmp_path: Path) -> None:
        run = make_run(tmp_path / "digits", snapshots=(10, 120))
        write_best(run.folder, Best(10, "fid", "grey", 2000, 12.5))
        run.discriminator_path.write_bytes(b"newest")
        assert find_model(str(run.folder)).discriminator == run.discriminator_path
        discriminator_of_best(run.folder).write_bytes(b"best")
        assert find_model(str(run.folder)).discriminator == discriminator_of_best(run.folder)
        assert find_model(str(run.folder), last=True).discriminator == run.discriminator_path

    def test_a_snapshot_knows_its_run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        run = make_run(tmp_path / "digits")
        monkeypatch.chdir(run.folder / "snapshots")
        source = find_model("step-0000010.safetensors")
        assert source.run is not None and source.run.folder == run.folder

    def test_a_folder_called_snapshots_need_not_be_a_runs(self, tmp_path: Path) -> None:
        assert find_model(str(save_tiny(tmp_path / "snapshots" / "a.safetensors"))).run is None

    def test_the_home_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
        path = save_tiny(tmp_path / "mine.safetensors")
        assert find_model("~/mine.safetensors").path == path

    def test_a_run_without_a_snapshot(self, tmp_path: Path) -> None:
        run = make_run(tmp_path / "new", snapshots=(), end=None)
        with pytest.raises(UsageError, match="no snapshot yet"):
            find_model(str(run.folder))

    def test_a_folder_that_is_no_run(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="not a run folder"):
            find_model(str(tmp_path))


@pytest.mark.parametrize("name", bundled_models())
class TestBundled:
    """Each generator in ``resources/models``."""

    def test_it_is_a_finished_run_of_what_it_is_called_by(self, name: str) -> None:
        run = Run.open(BUNDLED_MODELS / name)
        assert run.state() is RunState.FINISHED
        assert run.config.data == name and name in {*NAMED_SETS, "emoji"}
        assert sum(isinstance(event, events.StepLogged) for event in run.events()) <= 600

    def test_every_file_that_its_log_names_is_there(self, name: str) -> None:
        run = Run.open(BUNDLED_MODELS / name)
        logged = run.events()
        saved = {event.path for event in logged if isinstance(event, events.SnapshotSaved)}
        drawn = {event.path for event in logged if isinstance(event, events.SamplesReady)}
        files = {run.relative(path) for path in run.folder.rglob("*") if path.is_file()}
        others = {"config.json", "events.jsonl", "discriminator.safetensors"}
        best = {f"{FOLDER}/best.json", f"{FOLDER}/discriminator.safetensors"}
        assert files - {"README.md"} - best == saved | drawn | others
        assert saved and drawn

    def test_what_is_marked_as_its_best_is_there(self, name: str) -> None:
        run = Run.open(BUNDLED_MODELS / name)
        best = read_best(run.folder)
        assert best is None or run.snapshot_path(best.step).is_file()

    def test_it_holds_no_path_of_another_computer(self, name: str) -> None:
        run = Run.open(BUNDLED_MODELS / name)
        texts = [run.folder / "config.json", run.events_path]
        assert not any(_paths_in(path.read_text("utf-8")) for path in texts)
        for snapshot in run.snapshots():
            assert not _paths_in(json.dumps(dict(read_checkpoint(snapshot.path).provenance)))

    def test_every_snapshot_makes_pictures(self, name: str) -> None:
        renderer = Renderer("cpu")
        snapshots = Run.open(BUNDLED_MODELS / name).snapshots()
        for snapshot in snapshots:
            config = read_checkpoint(snapshot.path).config
            images = renderer.render(RenderRequest(snapshot.path, sample_z(4, config.z_dim, 0))).images
            assert images.shape[1:] == (*config.picture_size[::-1], config.channels)
        assert np.ptp(images) > 200 and not np.array_equal(images[0], images[1])

    @pytest.mark.parametrize("last", [False, True])
    def test_its_discriminator_has_an_opinion(self, name: str, last: bool) -> None:
        source = find_model(name, last=last)
        config = read_checkpoint(source.path).config
        request = RenderRequest(source.path, sample_z(8, config.z_dim, 0))
        scores = Renderer("cpu").judging(request, source.judge)(request.z)[1]
        assert np.isfinite(scores).all() and np.ptp(scores) > 0


def _paths_in(text: str) -> bool:
    return any(mark in text for mark in ('"/', '"~', ":\\\\", "/home/", "/root/", "/Users/", "/tmp/"))


def test_whom_to_ask_is_the_run_s_discriminator_or_that_of_its_state_or_the_one_beside(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    source = find_model(str(run.folder))
    with pytest.raises(UsageError, match="the run run has kept no discriminator"):
        _ = source.judge
    save_counters(run.state_path, 120, 1.0)
    assert source.judge == Judge(run.state_path, config=run.config.model)
    save_judge(run.discriminator_path)
    assert source.judge == Judge(run.discriminator_path) and source.scores_are_ratios
    alone = find_model(str(save_tiny(tmp_path / "alone.safetensors")))
    with pytest.raises(UsageError, match=r"no discriminator beside alone\.safetensors"):
        _ = alone.judge
    save_judge(discriminator_beside(alone.path))
    assert alone.judge == Judge(discriminator_beside(alone.path)) and not alone.scores_are_ratios
