"""A generator leaves its run."""

from pathlib import Path

import pytest

from gan.formats import Content, suffixes
from tests.gan.tiny import fail, make_run, succeed

Capture = pytest.CaptureFixture[str]


def test_the_newest_generator_of_a_run_lives_without_it(tmp_path: Path, capsys: Capture) -> None:
    run = make_run(tmp_path / "run")
    out = tmp_path / "mine.safetensors"
    printed = succeed(capsys, "export", run.folder, "--out", out)
    assert printed == f"wrote {out}: run, stored as F16, with its config and where it comes from\n"
    assert out.read_bytes() == run.snapshots()[-1].path.read_bytes()
    assert "mnist" in succeed(capsys, "info", out)


def test_other_ends_are_refused(tmp_path: Path, capsys: Capture) -> None:
    status, line = fail(capsys, tmp_path, "export", "mnist", "--out", tmp_path / "a.pt")
    assert status == 2 and all(suffix in line for suffix in suffixes(Content.MODEL))
