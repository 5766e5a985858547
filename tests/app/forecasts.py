"""Forecasts that tests ask for without measuring anything."""

import pytest

from app.runs import forecaster


def pretend_forecast(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """From now on the shell runs ``program`` in place of ``python -m gan``; its ``$2`` is the file of settings."""
    monkeypatch.setattr(forecaster, "PROGRAM", ("/bin/sh", "-c", program))
