"""A trash for tests."""

from pathlib import Path

import pytest

from app.runs import run_library


def pretend_trash(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """From now on deleted runs go to ``folder`` instead of the system's trash."""
    folder.mkdir()
    monkeypatch.setattr(run_library, "move_to_trash", lambda run: bool(run.rename(folder / run.name)))
    return folder
