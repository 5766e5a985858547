"""Latest-wins rendering, with a worker that is moved by hand."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from app.session import render_service
from app.session.render_service import Priority, RenderService
from gan.request import RenderRequest, RenderResult


class ManualExecutor(Executor):
    """Keeps jobs until the test runs them."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.jobs.append(lambda: work(*args, **kwargs))
        return Future()

    def run_one(self) -> None:
        self.jobs.pop(0)()


@pytest.fixture
def executor() -> ManualExecutor:
    return ManualExecutor()


@pytest.fixture
def service(qapp: Any, executor: ManualExecutor) -> Iterator[RenderService]:
    service = RenderService("cpu", executor)
    yield service
    service.shut_down()


class Rendered(list[tuple[str, int]]):
    """(slot, generation) of everything that arrives."""

    def __init__(self, service: RenderService) -> None:
        super().__init__()
        self.live, self.ends = service.open(Priority.LIVE), service.open(Priority.ENDPOINTS)
        self.sheets = [service.open(Priority.SHEET) for _ in range(2)]
        names = {self.live: "live", self.ends: "ends", self.sheets[0]: "first", self.sheets[1]: "second"}
        for slot, name in names.items():
            slot.rendered.connect(lambda result, name=name: self._take(name, result))

    def _take(self, name: str, result: RenderResult) -> None:
        self.append((name, result.request.generation))


@pytest.fixture
def rendered(service: RenderService) -> Rendered:
    return Rendered(service)


def request(model: Path, generation: int) -> RenderRequest:
    return RenderRequest(model, np.zeros((1, 8), np.float32), generation=generation)


def test_only_the_newest_waiting_request_is_rendered(
    executor: ManualExecutor, rendered: Rendered, tiny_model: Path
) -> None:
    for generation in range(10):
        rendered.live.submit(request(tiny_model, generation))
    assert len(executor.jobs) == 1
    executor.run_one()
    executor.run_one()
    assert executor.jobs == []
    assert rendered == [("live", 0), ("live", 9)]


def test_the_live_slot_goes_first(executor: ManualExecutor, rendered: Rendered, tiny_model: Path) -> None:
    rendered.live.submit(request(tiny_model, 0))
    rendered.ends.submit(request(tiny_model, 1))
    rendered.live.submit(request(tiny_model, 2))
    for _ in range(3):
        executor.run_one()
    assert rendered == [("live", 0), ("live", 2), ("ends", 1)]


def test_a_failure_is_told_and_the_next_request_works(
    service: RenderService, executor: ManualExecutor, rendered: Rendered, tiny_model: Path
) -> None:
    told: list[str] = []
    service.failed.connect(told.append)
    rendered.live.submit(RenderRequest(tiny_model, np.zeros((1, 3), np.float32)))
    executor.run_one()
    rendered.live.submit(request(tiny_model, 7))
    executor.run_one()
    assert told == ["z has shape (1, 3), but this generator takes (N, 8)"]
    assert rendered == [("live", 7)]


def test_among_equals_the_one_that_has_waited_longest_goes_first(
    executor: ManualExecutor, rendered: Rendered, tiny_model: Path
) -> None:
    first, second = rendered.sheets
    rendered.live.submit(request(tiny_model, 0))
    second.submit(request(tiny_model, 1))
    first.submit(request(tiny_model, 2))
    second.submit(request(tiny_model, 3))
    for _ in range(3):
        executor.run_one()
    assert rendered == [("live", 0), ("second", 3), ("first", 2)]


def test_what_was_withdrawn_is_not_rendered(executor: ManualExecutor, rendered: Rendered, tiny_model: Path) -> None:
    rendered.live.submit(request(tiny_model, 0))
    rendered.ends.submit(request(tiny_model, 1))
    rendered.ends.clear()
    executor.run_one()
    assert executor.jobs == [] and rendered == [("live", 0)]


def test_the_device_is_named_once(
    service: RenderService, executor: ManualExecutor, rendered: Rendered, tiny_model: Path
) -> None:
    named: list[str] = []
    service.device_known.connect(named.append)
    for generation in range(2):
        rendered.live.submit(request(tiny_model, generation))
        executor.run_one()
    assert len(named) == 1 and named[0].startswith("cpu")


def test_a_device_that_is_not_there_is_told(qapp: Any, tiny_model: Path, executor: ManualExecutor) -> None:
    service = RenderService("nonsense", executor)
    told: list[str] = []
    service.failed.connect(told.append)
    service.open(Priority.LIVE).submit(request(tiny_model, 0))
    executor.run_one()
    service.shut_down()
    assert len(told) == 1 and "unknown device" in told[0]


class TestBeforeTorchIsThere:
    """Plain pictures come at once, while torch is on its way; the rest waits for it."""

    @pytest.fixture(autouse=True)
    def no_torch_yet(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(render_service, "is_torch_here", lambda: False)

    def wait(self, service: RenderService, executor: ManualExecutor) -> None:
        """Until torch is there, and the renderer has been made."""
        assert service._loading is not None
        service._loading.join()
        executor.run_one()

    def test_a_plain_picture_is_drawn_without_it(
        self, service: RenderService, executor: ManualExecutor, rendered: Rendered, tiny_model: Path
    ) -> None:
        named: list[str] = []
        service.device_known.connect(named.append)
        rendered.live.submit(request(tiny_model, 1))
        executor.run_one()
        assert rendered == [("live", 1)] and service._renderer is None and named == []
        self.wait(service, executor)
        assert len(named) == 1 and executor.jobs == []

    def test_feature_maps_are_torchs(
        self, service: RenderService, executor: ManualExecutor, rendered: Rendered, tiny_model: Path
    ) -> None:
        rendered.live.submit(replace(request(tiny_model, 1), layers=("block1.act",)))
        executor.run_one()
        assert rendered == [("live", 1)] and service._renderer is not None

    def test_a_device_that_is_not_there_is_told_all_the_same(
        self, qapp: QApplication, executor: ManualExecutor, tiny_model: Path
    ) -> None:
        service = RenderService("nonsense", executor)
        told: list[str] = []
        service.failed.connect(told.append)
        service.open(Priority.LIVE).submit(request(tiny_model, 0))
        executor.run_one()
        self.wait(service, executor)
        service.shut_down()
        assert len(told) == 1 and "unknown device" in told[0]
