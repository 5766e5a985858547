"""Latest-wins rendering, with a worker that is moved by hand."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.session.render_service import RenderService, Slot
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


@pytest.fixture
def rendered(service: RenderService) -> list[tuple[Slot, int]]:
    seen: list[tuple[Slot, int]] = []

    def take(slot: Slot, result: RenderResult) -> None:
        seen.append((slot, result.request.generation))

    service.rendered.connect(take)
    return seen


def request(model: Path, generation: int) -> RenderRequest:
    return RenderRequest(model, np.zeros((1, 8), np.float32), generation=generation)


def test_only_the_newest_waiting_request_is_rendered(
    service: RenderService, executor: ManualExecutor, rendered: list[tuple[Slot, int]], tiny_model: Path
) -> None:
    for generation in range(10):
        service.submit(Slot.LIVE, request(tiny_model, generation))
    assert len(executor.jobs) == 1
    executor.run_one()
    executor.run_one()
    assert executor.jobs == []
    assert rendered == [(Slot.LIVE, 0), (Slot.LIVE, 9)]


def test_the_live_slot_goes_first(
    service: RenderService, executor: ManualExecutor, rendered: list[tuple[Slot, int]], tiny_model: Path
) -> None:
    service.submit(Slot.LIVE, request(tiny_model, 0))
    service.submit(Slot.ENDPOINTS, request(tiny_model, 1))
    service.submit(Slot.LIVE, request(tiny_model, 2))
    for _ in range(3):
        executor.run_one()
    assert rendered == [(Slot.LIVE, 0), (Slot.LIVE, 2), (Slot.ENDPOINTS, 1)]


def test_a_failure_is_told_and_the_next_request_works(
    service: RenderService, executor: ManualExecutor, rendered: list[tuple[Slot, int]], tiny_model: Path
) -> None:
    told: list[str] = []
    service.failed.connect(lambda _, message: told.append(message))
    service.submit(Slot.LIVE, RenderRequest(tiny_model, np.zeros((1, 3), np.float32)))
    executor.run_one()
    service.submit(Slot.LIVE, request(tiny_model, 7))
    executor.run_one()
    assert told == ["z has shape (1, 3), but this generator takes (N, 8)"]
    assert rendered == [(Slot.LIVE, 7)]


def test_the_device_is_named_once(service: RenderService, executor: ManualExecutor, tiny_model: Path) -> None:
    named: list[str] = []
    service.device_known.connect(named.append)
    for generation in range(2):
        service.submit(Slot.LIVE, request(tiny_model, generation))
        executor.run_one()
    assert len(named) == 1 and named[0].startswith("cpu")


def test_a_device_that_is_not_there_is_told(qapp: Any, tiny_model: Path, executor: ManualExecutor) -> None:
    service = RenderService("nonsense", executor)
    told: list[str] = []
    service.failed.connect(lambda _, message: told.append(message))
    service.submit(Slot.LIVE, request(tiny_model, 0))
    executor.run_one()
    service.shut_down()
    assert len(told) == 1 and "unknown device" in told[0]
