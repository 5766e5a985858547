"""What tools are made from: opening, and who shares the cores."""

from pathlib import Path

import pytest

from app.arguments import Page
from app.toolkit.workspace import Opener, Workspace
from app.work.background import Job
from gan.errors import UsageError
from tests.gan.tiny import make_run


def test_a_tool_opens_what_it_knows(workspace: Workspace) -> None:
    opened: list[str] = []
    workspace.openers.append(Opener(lambda target: target.endswith(".soup"), opened.append))
    workspace.open("tomato.soup")
    assert opened == ["tomato.soup"]
    with pytest.raises(UsageError, match="no bundled model"):
        workspace.open("tomato.salad")


def test_what_no_tool_knows_is_a_model_or_a_run(empty_workspace: Workspace, tiny_model: Path, tmp_path: Path) -> None:
    workspace = empty_workspace
    workspace.open(str(tiny_model))
    assert workspace.session.model is not None and workspace.session.model.source.path == tiny_model
    run = make_run(tmp_path / "run")
    workspace.open(str(run.folder))
    assert workspace.runs.controller.run is not None and workspace.runs.controller.run.folder == run.folder


def test_a_panel_is_asked_for_on_its_page(workspace: Workspace) -> None:
    asked: list[object] = []
    workspace.page_wanted.connect(asked.append)
    workspace.panel_wanted.connect(asked.append)
    workspace.show_panel("inversion", Page.EXPLORE)
    workspace.show_panel("comparison")
    assert asked == [Page.EXPLORE, "inversion", "comparison"]


def test_pictures_have_one_thread_while_a_job_computes(
    prompt_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr(prompt_workspace.session, "share_cores", lambda owner, busy: told.append((owner, busy)))
    prompt_workspace.background.start(Job("Computing", lambda _: None, computes=True))
    prompt_workspace.background.start(Job("Reading", lambda _: None))
    assert told == [("jobs", True), ("jobs", False)]


def test_failures_of_runs_are_told(workspace: Workspace) -> None:
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    workspace.runs.failed.emit("the disk is full")
    assert told == ["the disk is full"]
