"""How long a change of z takes to become a painted picture."""

import time


class Stopwatch:
    """Knows when each request was made. The first ones had to wait for torch, so they are not measured."""

    def __init__(self) -> None:
        self._started: dict[int, float | None] = {}
        self._warm = False

    def start(self, generation: int) -> None:
        """Request number ``generation`` is made now."""
        self._started[generation] = time.perf_counter() if self._warm else None

    def forget_before(self, generation: int) -> None:
        """Older requests have been overtaken."""
        self._started = {number: started for number, started in self._started.items() if number >= generation}

    def is_running(self, generation: int) -> bool:
        """Whether its picture has not been painted yet."""
        return generation in self._started

    def stop(self, generation: int) -> float | None:
        """Its picture is painted: milliseconds since the request, None if it was not measured."""
        started, self._warm = self._started.pop(generation), True
        return None if started is None else 1000 * (time.perf_counter() - started)
