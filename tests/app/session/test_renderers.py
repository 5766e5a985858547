"""One renderer for one job after the other."""

from pathlib import Path

import pytest

from app.session.renderers import Renderers
from gan.errors import UsageError
from tests.gan.tiny import save_tiny


@pytest.fixture
def renderers() -> Renderers:
    return Renderers("cpu")


def test_the_next_job_has_what_the_one_before_loaded(renderers: Renderers, tmp_path: Path) -> None:
    model = save_tiny(tmp_path / "tiny.safetensors")
    with renderers.lent() as first:
        generator = first.generator(model)
    with renderers.lent() as second:
        assert second is first and second.generator(model) is generator
        save_tiny(model, seed=1)
        assert second.generator(model) is not generator


def test_jobs_at_the_same_time_have_one_each(renderers: Renderers) -> None:
    with renderers.lent() as first, renderers.lent() as second:
        assert first is not second
    with renderers.lent() as third:
        assert third is first, "the last that comes back stays"


def test_what_is_forgotten_is_not_lent_again(renderers: Renderers) -> None:
    with renderers.lent() as first:
        renderers.forget()
    with renderers.lent() as second:
        assert second is not first
    renderers.forget()
    with renderers.lent() as third:
        assert third is not second


def test_a_job_that_fails_gives_it_back(renderers: Renderers) -> None:
    with pytest.raises(UsageError), renderers.lent() as first:
        raise UsageError("no")
    with renderers.lent() as second:
        assert second is first
