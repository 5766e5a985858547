"""``bundle`` makes a thin run of a run, and ``resources/train_models.py`` puts it in its place."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from gan.commands.bundle import LOG_LINES, Logged, pick, thinned
from gan.data.imagesets import NAMED_SETS
from gan.places import RESOURCES
from gan.sources import find_model
from gan.train import events
from gan.train.best import Best, discriminator_of_best, write_best
from gan.train.run import Run, RunState
from tests.gan.tiny import fail, make_run, step_logged, succeed

Capture = pytest.CaptureFixture[str]


class TestCopy:
    def test_it_is_a_run_like_the_first(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run")
        (run.folder / "state").mkdir()
        run.state_path.write_bytes(b"large")
        succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy")
        copy = Run.open(tmp_path / "copy")
        assert copy.config == run.config and copy.state() is RunState.FINISHED
        assert [snapshot.step for snapshot in copy.snapshots()] == [10, 20, 120]
        for path in copy.folder.rglob("*.*"):
            if path.suffix in (".safetensors", ".png"):
                assert path.read_bytes() == (run.folder / path.relative_to(copy.folder)).read_bytes()
        assert {path.name for path in copy.folder.iterdir()} == {
            "config.json", "events.jsonl", "samples", "snapshots"
        }  # fmt: skip
        assert find_model(str(copy.folder)).path.name == "step-0000120.safetensors"

    def test_short_logs_stay_as_they_are(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run")
        succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy")
        assert (tmp_path / "copy/events.jsonl").read_bytes() == run.events_path.read_bytes()

    def test_history_1_keeps_the_newest(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run")
        assert "1 of 3 snapshots" in succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy", "--history", 1)
        copy = Run.open(tmp_path / "copy")
        assert [snapshot.step for snapshot in copy.snapshots()] == [120]
        saved = [event.step for event in copy.events() if isinstance(event, events.SnapshotSaved)]
        assert saved == [120]

    def test_six_sample_grids_stay_with_first_and_last(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run", samples=(*range(0, 110, 10), 120))
        succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy")
        steps = [event.step for event in Run.open(tmp_path / "copy").events() if isinstance(event, events.SamplesReady)]
        assert len(steps) == 6 and (steps[0], steps[-1]) == (0, 120)
        assert len(list((tmp_path / "copy/samples").iterdir())) == 6

    def test_paths_of_this_computer_stay_here(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run", data=str(tmp_path / "cats"))
        run.append(events.Warned(f"cannot read {tmp_path}/cats/a.png"))
        run.append(events.Finished(120, 12.0))
        succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy")
        assert Run.open(tmp_path / "copy").config.data == "cats"
        for path in (tmp_path / "copy").rglob("*"):
            assert path.is_dir() or str(tmp_path).encode() not in path.read_bytes()

    def test_the_discriminator_goes_along(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run")
        run.discriminator_path.write_bytes(b"D")
        succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy")
        assert Run.open(tmp_path / "copy").discriminator_path.read_bytes() == b"D"

    def test_the_best_goes_along_even_beside_a_history_of_one(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run", snapshots=(10, 20, 120))
        write_best(run.folder, Best(20, "fid", "grey", 2000, 12.5))
        discriminator_of_best(run.folder).write_bytes(b"D of the best")
        run.append(events.Evaluated(20, "fid", "grey", 2000, 12.5, True, 0.02))
        run.append(events.Finished(120, 12.0))
        words = succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy", "--history", 1)
        assert "2 of 3 snapshots" in words
        copy = Run.open(tmp_path / "copy")
        assert [snapshot.step for snapshot in copy.snapshots()] == [20, 120]
        assert find_model(str(copy.folder)).path == copy.snapshot_path(20)
        assert discriminator_of_best(copy.folder).read_bytes() == b"D of the best"
        assert any(isinstance(event, events.Evaluated) for event in copy.events())

    def test_an_empty_folder_will_do(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run", end=events.Stopped(120, 12.0, request=5))
        (tmp_path / "copy").mkdir()
        succeed(capsys, "bundle", run.folder, "--out", tmp_path / "copy")
        assert Run.open(tmp_path / "copy").state() is RunState.STOPPED


class TestPick:
    def test_even_over_the_logarithm_of_the_step(self) -> None:
        picked = pick(range(1, 10_001), 5, int)
        assert (picked[0], picked[-1]) == (1, 10_000)
        assert np.diff(np.log1p(picked)) == pytest.approx(np.log1p(10_000) / 4, rel=0.1)

    @pytest.mark.parametrize("count", [1, 2, 3, 7, 20, 50])
    def test_as_many_as_asked_for_each_once_and_the_last_always(self, count: int) -> None:
        steps = [5, 6, 7, 8, 9, 10, 400, 401, 402, 403, 500, 501, 502, 503, 900, 901, 902, 903, 904, 1000]
        picked = pick(steps, count, int)
        assert len(picked) == min(count, len(steps)) and picked == sorted(set(picked))
        assert picked[-1] == 1000 and (count == 1 or picked[0] == 5)

    def test_nothing_to_pick_from(self) -> None:
        assert pick([], 3, int) == []


class TestThinning:
    def test_long_logs_keep_their_means(self) -> None:
        losses = np.random.default_rng(0).random(5000)
        logged = [Logged(step_logged(step + 1, loss), step) for step, loss in enumerate(losses)]
        found = thinned(logged, set())
        lines = [entry.event for entry in found if isinstance(entry.event, events.StepLogged)]
        assert len(lines) == len(found) <= LOG_LINES
        assert lines[-1].step == 5000 and found[-1].time == 4999
        steps = np.diff([0, *(line.step for line in lines)])
        assert np.average([line.d_loss for line in lines], weights=steps) == pytest.approx(losses.mean(), abs=1e-3)

    def test_a_line_counts_by_its_steps(self) -> None:
        logged = [Logged(step_logged(step, loss), 0) for step, loss in ((1, 0.0), (2, 0.0), (10, 1.0))]
        logged = [logged[0], *logged[1:]] + [Logged(step_logged(10 + n, 1.0), 0) for n in range(1, 1800)]
        first = thinned(logged, set())[0].event
        assert isinstance(first, events.StepLogged) and first.step > 10
        assert first.d_loss > 0.7

    def test_other_events_keep_their_place(self) -> None:
        start, epoch, end = (
            events.Started(0, "cpu", 9, 3, 3, None),
            events.EpochEnded(1, 2, 0.1),
            events.Finished(3, 1),
        )
        kept, dropped = events.SnapshotSaved(2, "snapshots/a"), events.SnapshotSaved(1, "snapshots/b")
        noise: list[events.TrainEvent] = [
            events.Paused(1),
            events.Resumed(1),
            events.Warned("w"),
            events.Stopped(1, 1.0),
            events.Failed("f"),
        ]
        first, second, third = step_logged(1), step_logged(2), step_logged(3)
        every: list[events.TrainEvent] = [start, first, dropped, *noise, second, epoch, kept, third, end]
        found = [entry.event for entry in thinned([Logged(event, 0) for event in every], {"snapshots/a"})]
        assert found == [start, first, second, epoch, kept, third, end]


class TestRefusals:
    @pytest.mark.parametrize(
        ("end", "words"),
        [
            (None, "ended without a word"),
            (events.Failed("no memory"), "failed"),
            (events.Paused(120), "ended without a word"),
        ],
    )
    def test_a_run_that_has_not_ended_well(
        self, tmp_path: Path, capsys: Capture, end: events.TrainEvent | None, words: str
    ) -> None:
        run = make_run(tmp_path / "run", end=end)
        status, line = fail(capsys, tmp_path, "bundle", run.folder, "--out", tmp_path / "copy")
        assert status == 2 and words in line

    def test_a_run_without_snapshots(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run", snapshots=())
        status, line = fail(capsys, tmp_path, "bundle", run.folder, "--out", tmp_path / "copy")
        assert status == 2 and "no snapshot" in line

    def test_a_snapshot_that_is_not_whole(self, tmp_path: Path, capsys: Capture) -> None:
        run = make_run(tmp_path / "run")
        path = run.snapshot_path(20)
        path.write_bytes(path.read_bytes()[:-10])
        status, line = fail(capsys, tmp_path, "bundle", run.folder, "--out", tmp_path / "copy")
        assert status == 1 and path.name in line

    @pytest.mark.parametrize("out", ["taken", "file", "file/below", "run", "other"])
    def test_a_place_that_is_taken(self, tmp_path: Path, capsys: Capture, out: str) -> None:
        run = make_run(tmp_path / "run")
        make_run(tmp_path / "other")
        (tmp_path / "file").write_text("mine")
        (tmp_path / "taken").mkdir()
        (tmp_path / "taken" / "mine.txt").write_text("mine")
        assert fail(capsys, tmp_path, "bundle", run.folder, "--out", tmp_path / out)[0] == 2

    @pytest.mark.parametrize("words", ["", "DIR", "DIR/run", "DIR/missing --out DIR/a", "DIR --out DIR/a",
                                       "DIR/run --out DIR/a --history 0"])  # fmt: skip
    def test_wrong_arguments(self, tmp_path: Path, capsys: Capture, words: str) -> None:
        make_run(tmp_path / "run")
        assert fail(capsys, tmp_path, "bundle", *words.replace("DIR", str(tmp_path)).split())[0] == 2


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """``resources/train_models.py``, installing below ``tmp_path`` instead."""
    spec = importlib.util.spec_from_file_location("train_models", RESOURCES / "train_models.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "train_models", module)
    spec.loader.exec_module(module)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(module, "RESOURCES", tmp_path / "resources")
    monkeypatch.setattr(module, "BUNDLED_MODELS", tmp_path / "resources" / "models")
    values = {"fid": {"value": 1.25, "error": 0.5}}
    found = {"models": [{"space": "grey", "values": values}], "real": {"values": values}}
    monkeypatch.setattr(module, "measured", lambda *_: found)
    return module


class TestTrainModels:
    def test_every_model_has_settings_for_its_set(self, script: ModuleType) -> None:
        for model in (model for model in script.BUNDLED if not model.about):
            config, info = model.config(), NAMED_SETS[model.name]
            assert (config.model.image_size, config.model.channels) == (info.image_size, info.channels)
            assert (config.data, config.seed, config.epochs) == (info.name, 1, model.epochs)

    def test_emoji_come_from_a_folder(self, script: ModuleType, tmp_path: Path) -> None:
        (emoji,) = (model for model in script.BUNDLED if model.about)
        make_run(tmp_path / "runs" / "emoji")
        words = ["emoji", "--pictures", str(tmp_path), "--keep", str(tmp_path / "runs")]
        assert emoji.config(script.Places(pictures=tmp_path)).data == str(tmp_path)
        assert script.main(words) == 0
        assert emoji.about in (tmp_path / "resources/models/emoji/README.md").read_text()

    def test_a_finished_run_is_only_bundled(self, script: ModuleType, tmp_path: Path) -> None:
        make_run(tmp_path / "runs" / "mnist")
        assert script.main(["mnist", "--keep", str(tmp_path / "runs")]) == 0
        bundled = Run.open(tmp_path / "resources/models/mnist")
        assert len(bundled.snapshots()) == 3
        assert "| FID | 1.25 ± 0.98 | 1.25 ± 0.98 |" in (bundled.folder / "README.md").read_text()
        assert [path.name for path in (tmp_path / "resources").iterdir()] == ["models"]

    def test_the_old_model_is_replaced_whole(self, script: ModuleType, tmp_path: Path) -> None:
        make_run(tmp_path / "runs" / "sprites", snapshots=(120,))
        old = tmp_path / "resources/models/sprites"
        make_run(old, snapshots=(1, 2, 3))
        assert script.main(["sprites", "--keep", str(tmp_path / "runs"), "--only", "bundle"]) == 0
        assert [snapshot.step for snapshot in Run.open(old).snapshots()] == [120]

    def test_the_old_model_stays_if_the_run_is_no_good(self, script: ModuleType, tmp_path: Path) -> None:
        make_run(tmp_path / "runs" / "sprites", end=events.Failed("no memory"))
        old = tmp_path / "resources/models/sprites"
        make_run(old, snapshots=(7,))
        assert script.main(["sprites", "--keep", str(tmp_path / "runs"), "--only", "bundle"]) == 2
        assert [snapshot.step for snapshot in Run.open(old).snapshots()] == [7]
        assert [path.name for path in (tmp_path / "resources").iterdir()] == ["models"]

    def test_training_and_resuming_go_through_the_command_line(
        self, script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calls: list[list[str]] = []
        monkeypatch.setattr(script, "command_line", calls.append)
        model = script.BUNDLED[0]
        script.train(model, tmp_path / "new", script.Places(tmp_path))
        make_run(tmp_path / "cut", end=None)
        script.train(model, tmp_path / "cut")
        fresh, resumed = calls
        assert fresh == ["train", "--run", str(tmp_path / "new"), "--resume", "--data-dir", str(tmp_path)]
        assert Run.open(tmp_path / "new").config == model.config()
        assert resumed == ["train", "--run", str(tmp_path / "cut"), "--resume"]

    def test_a_run_that_was_stopped_is_not_bundled(
        self, script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(words: list[str]) -> int:
            Run.open(Path(words[2])).append(events.Stopped(120, 12.0))
            return 0

        monkeypatch.setattr(script, "command_line", stopped)
        assert script.main(["mnist", "sprites", "--keep", str(tmp_path / "runs")]) == 1
        assert not (tmp_path / "resources/models").exists() and not (tmp_path / "runs/sprites").exists()

    @pytest.mark.parametrize("words", [["dragons"], ["mnist", "--only", "bundle"], ["--only", "both"], ["emoji"]])
    def test_wrong_arguments(self, script: ModuleType, words: list[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            script.main(words)
        assert ended.value.code == 2
