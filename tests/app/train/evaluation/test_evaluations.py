"""Which models are measured, what is remembered, and what has changed since."""

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.toolkit.workspace import Workspace
from app.train.evaluation.answering import Answer
from app.train.evaluation.candidates import OPEN, Candidate, Settings
from app.train.evaluation.class_bars import classes_text
from app.train.evaluation.evaluations import MOST, Column, Evaluations
from app.work.background import Background
from gan import places
from gan.files import changed_at
from gan.layers.edits import parse_edit
from gan.render import Renderer
from gan.train.run import Run
from tests.app.train.evaluation.conftest import COUNT
from tests.gan import foreign
from tests.gan.data.writing import write_digits
from tests.gan.layouts import LAYOUTS, save_layout
from tests.gan.tiny import GREY, make_run, save_tiny


def only(evaluations: Evaluations) -> Column:
    (column,) = evaluations.columns()
    return column


def answer_of(column: Column) -> Answer:
    assert column.answer is not None, column.problem
    return column.answer


def jobs_of(evaluations: Evaluations) -> list[object]:
    """Every job that is started from now on."""
    started: list[object] = []
    evaluations.measuring.started.connect(started.append)
    return started


def test_the_open_model_is_measured_against_what_it_learned_from(evaluations: Evaluations) -> None:
    assert only(evaluations).title == "run, step 120" and only(evaluations).answer is None
    evaluations.measure()
    found = answer_of(only(evaluations)).evaluation
    assert (found.name, found.space, found.generated, found.training) == ("run, step 120", "grey", COUNT, 80)
    assert found.data == "noise" and [kind.name for kind in found.classes] == ["dark", "light"]
    assert answer_of(only(evaluations)).real.name == "real pictures"


def test_what_is_known_is_not_measured_again(evaluations: Evaluations) -> None:
    evaluations.measure()
    first, started = answer_of(only(evaluations)), jobs_of(evaluations)
    evaluations.measure()
    assert started == []
    evaluations.set_settings(Settings(count=COUNT + 1))
    assert only(evaluations).answer is first and not only(evaluations).current
    evaluations.measure()
    assert len(started) == 1 and answer_of(only(evaluations)).evaluation.generated == COUNT + 1
    evaluations.set_settings(Settings(count=COUNT))
    assert only(evaluations).answer is first and only(evaluations).current


def test_edits_are_said_and_included(evaluations: Evaluations, workspace: Workspace) -> None:
    evaluations.measure()
    plain = answer_of(only(evaluations))
    workspace.session.edits.add(parse_edit("block1:0-1=0"))
    assert only(evaluations).answer is plain and not only(evaluations).current
    evaluations.measure()
    edited = answer_of(only(evaluations))
    assert edited.evaluation.name == "run, step 120, with 1 edit"
    assert edited.evaluation.values["fid"] != plain.evaluation.values["fid"]
    workspace.session.undo_stack.undo()
    assert only(evaluations).answer is plain and only(evaluations).current


def test_edits_are_of_the_open_model_alone(evaluations: Evaluations, workspace: Workspace, run: Run) -> None:
    workspace.session.edits.add(parse_edit("block1:0-1=0"))
    evaluations.add(Candidate(str(run.folder)))
    assert [column.title for column in evaluations.columns()] == ["run, step 120, with 1 edit", "run, step 120"]


def test_another_model_has_numbers_of_its_own(evaluations: Evaluations, workspace: Workspace, tmp_path: Path) -> None:
    evaluations.measure()
    first = only(evaluations).answer
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=5)))
    assert only(evaluations).answer is None and only(evaluations).title == "other, step 120"
    workspace.open(str(tmp_path / "run"))
    assert only(evaluations).answer is first


def test_another_snapshot_of_the_run_is_a_change(evaluations: Evaluations, workspace: Workspace, run: Run) -> None:
    evaluations.measure()
    workspace.open(str(run.snapshot_path(10)))
    column = only(evaluations)
    assert column.title == "run, step 120" and column.answer is not None and not column.current


def test_a_file_that_was_written_anew_is_a_change(evaluations: Evaluations, run: Run) -> None:
    evaluations.add(Candidate(str(run.snapshot_path(10))))
    evaluations.remove(OPEN)
    evaluations.measure()
    assert only(evaluations).current
    os.utime(run.snapshot_path(10), ns=(1, 1))
    assert only(evaluations).answer is not None and not only(evaluations).current


def test_files_are_read_only_when_they_were_written(evaluations: Evaluations, run: Run) -> None:
    path = run.snapshot_path(10)
    evaluations.add(Candidate(str(path)))
    evaluations.remove(OPEN)
    evaluations.measure()
    asked = answer_of(only(evaluations)).question
    written = changed_at(path)
    path.write_bytes(b"nothing")
    os.utime(path, ns=(written, written))
    assert only(evaluations).current and answer_of(only(evaluations)).question == asked
    os.utime(path, ns=(1, 1))
    assert "is not a whole .safetensors file" in only(evaluations).problem


def test_a_file_of_others_in_the_place_of_ours_keeps_nobody_waiting(evaluations: Evaluations, tmp_path: Path) -> None:
    path = save_tiny(tmp_path / "a.safetensors")
    evaluations.add(Candidate(str(path)))
    foreign.save(path, foreign.generator().state_dict())
    assert "Another program has written a.safetensors" in evaluations.columns()[1].problem


def test_the_newest_of_a_run_moves_on_with_it(evaluations: Evaluations, run: Run) -> None:
    evaluations.add(Candidate(str(run.folder), last=True))
    evaluations.remove(OPEN)
    evaluations.measure()
    save_tiny(run.snapshot_path(130), seed=130)
    column = only(evaluations)
    assert column.answer is not None and not column.current


def test_pictures_that_are_gone_are_told(evaluations: Evaluations, tmp_path: Path, run: Run) -> None:
    told: list[str] = []
    evaluations.missing.connect(lambda data, reason: told.append(data))
    (tmp_path / "noise").rename(tmp_path / "elsewhere")
    evaluations.measure()
    assert told == [run.config.data] and "neither a data set nor a folder" in only(evaluations).problem
    (tmp_path / "elsewhere").rename(tmp_path / "noise")
    evaluations.measure()
    assert only(evaluations).problem == "" and only(evaluations).answer is not None


def test_one_that_cannot_be_measured_leaves_the_others(
    evaluations: Evaluations, tmp_path: Path, pictures: Callable[[str], Path]
) -> None:
    path = save_layout(tmp_path / "unknown.safetensors", LAYOUTS["classes behind"])
    evaluations.add(Candidate(str(path)))
    evaluations.measure()
    first, second = evaluations.columns()
    assert first.answer is not None
    assert "does not say what it learned from; choose real pictures" in second.problem
    evaluations.set_settings(replace(evaluations.settings, data=str(pictures("others"))))
    evaluations.measure()
    assert [answer_of(column).evaluation.data for column in evaluations.columns()] == ["others", "others"]


def test_classes_are_drawn_as_often_as_they_were_learned(
    evaluations: Evaluations, workspace: Workspace, tmp_path: Path, pictures: Callable[[str], Path]
) -> None:
    config = replace(GREY, class_names=("light", "dark"))
    workspace.open(str(save_tiny(tmp_path / "told.safetensors", config)))
    evaluations.set_settings(replace(evaluations.settings, data=str(pictures("noise"))))
    evaluations.measure()
    answer = answer_of(only(evaluations))
    drawn = [answer.chosen_class(place) for place in range(len(answer.classes))]
    assert len(drawn) == COUNT and drawn.count(1) == COUNT // 4
    assert answer.evaluation.told and [kind.generated for kind in answer.evaluation.classes] == [0.25, 0.75]
    assert classes_text(evaluations.columns()).endswith("training picture, of 1 by what it was told to draw.")
    assert evaluations.changes_at(answer, drawn.index(1)).class_name == "dark"


def test_classes_of_others_are_drawn_in_turn(
    evaluations: Evaluations, workspace: Workspace, tmp_path: Path, pictures: Callable[[str], Path]
) -> None:
    workspace.open(str(save_layout(tmp_path / "classes.safetensors", LAYOUTS["classes behind"])))
    evaluations.set_settings(replace(evaluations.settings, data=str(pictures("noise"))))
    evaluations.measure()
    answer = answer_of(only(evaluations))
    classes = workspace.session.edits.classes
    assert [answer.chosen_class(place) for place in range(classes + 1)] == [*range(classes), 0]
    assert evaluations.changes_at(answer, 1).chosen_class == 1
    workspace.session.edits.choose_class(1)
    assert only(evaluations).current, "which one is under the sliders does not matter"


def test_a_file_of_others_is_read_first(
    evaluations: Evaluations, tmp_path: Path, pictures: Callable[[str], Path]
) -> None:
    path = foreign.save(tmp_path / "stranger.pth", foreign.generator().state_dict())
    evaluations.add_target(str(path))
    evaluations.set_settings(replace(evaluations.settings, data=str(pictures("noise"))))
    evaluations.measure()
    assert [column.title for column in evaluations.columns()][1].startswith("stranger")
    assert evaluations.columns()[1].answer is not None


def test_what_is_no_model_is_told(evaluations: Evaluations, tmp_path: Path, failures: list[str]) -> None:
    (tmp_path / "no.pth").write_bytes(b"nothing")
    evaluations.add_target(str(tmp_path / "no.pth"))
    assert len(failures) == 1 and evaluations.candidates == (OPEN,)


def test_a_run_that_moves_is_followed(evaluations: Evaluations, workspace: Workspace, tmp_path: Path) -> None:
    other, library = make_run(tmp_path / "other"), workspace.runs.library
    evaluations.add(Candidate(str(other.folder), last=True))
    renamed = library.rename(other.folder, "renamed")
    assert evaluations.candidates == (OPEN, Candidate(str(renamed), last=True))
    library.delete_for_good(renamed)
    assert evaluations.candidates == (OPEN,)


def test_there_is_an_end_of_models(evaluations: Evaluations, run: Run) -> None:
    for step in range(2 * MOST):
        evaluations.add(Candidate(str(run.snapshot_path(step))))
    evaluations.add(OPEN)
    assert len(evaluations.candidates) == MOST
    assert "is no bundled model" in evaluations.columns()[1].problem
    evaluations.remove(OPEN)
    evaluations.measure_open()
    assert evaluations.candidates[0] == OPEN and evaluations.columns()[0].answer is not None


def test_pictures_that_are_shown_have_their_points(evaluations: Evaluations, workspace: Workspace) -> None:
    evaluations.measure()
    answer = answer_of(only(evaluations))
    worst = answer.evaluation.worst[0]
    request = workspace.session.network
    assert request is not None
    drawn = Renderer("cpu").render(replace(request, z=answer.z[[worst]])).images[0]
    assert np.abs(drawn.astype(int) - answer.measured.pictures[worst].transpose(1, 2, 0)).max() <= 1
    assert len(answer.neighbours) == len(answer.evaluation.closest)


def test_a_report_of_models_that_are_held_to_different_pictures(
    evaluations: Evaluations, workspace: Workspace, tmp_path: Path, pictures: Callable[[str], Path], run: Run
) -> None:
    written: list[Path] = []
    workspace.session.written.connect(written.append)
    other = make_run(tmp_path / "other", data=str(pictures("more noise")))
    evaluations.add(Candidate(str(other.folder)))
    evaluations.measure()
    assert written == []
    evaluations.save_report(tmp_path / "report.html")
    assert written == [tmp_path / "report.html"]
    text = written[0].read_text("utf-8")
    assert text.count("<h1>") == 2 and "other, step 120" in text and "more noise" in text


def test_a_report_that_cannot_be_written_is_told(evaluations: Evaluations, failures: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    evaluations.measure()
    evaluations.save_report(tmp_path / "file" / "report.html")
    assert len(failures) == 1


class Later(Executor):
    """Keeps jobs until the test runs them."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], Any]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.waiting.append(work)
        return Future()


def test_measuring_can_be_cancelled(workspace: Workspace, failures: list[str]) -> None:
    executor = Later()
    background = Background(executor)
    evaluations = Evaluations(workspace.session, workspace.runs, background)
    evaluations.set_settings(Settings(count=COUNT))
    evaluations.measure()
    assert evaluations.measuring.busy and only(evaluations).answer is None
    evaluations.measuring.cancel()
    executor.waiting.pop()()
    assert not evaluations.measuring.busy and only(evaluations).answer is None
    assert failures == [] and only(evaluations).problem == ""
    background.shut_down()


@pytest.mark.parametrize("target", ["nothing.safetensors", "/no/such/folder"])
def test_a_model_that_is_not_there_has_a_problem(evaluations: Evaluations, target: str) -> None:
    evaluations.add(Candidate(target))
    assert "is no bundled model" in evaluations.columns()[1].problem


def test_numbers_by_an_excerpt_are_others_than_those_by_the_whole_set(
    evaluations: Evaluations, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "DEBIAN_DATASETS", tmp_path / "debian")
    workspace.open(str(make_run(tmp_path / "clothes", data="fashion-mnist").folder))
    evaluations.measure()
    by_excerpt = answer_of(only(evaluations)).evaluation
    assert by_excerpt.data == "fashion-mnist-excerpt" and by_excerpt.training == 1_000
    assert any("come with the program" in warning for warning in by_excerpt.warnings)
    write_digits(places.datasets_folder() / "fashion-mnist", count=80)
    evaluations.measure()
    whole = answer_of(only(evaluations)).evaluation
    assert whole.data == "fashion-mnist" and not any("come with" in warning for warning in whole.warnings)
