"""A bare window that paints a picture, and the bare forward pass: the least that one under a slider could take."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class BareWindow(QWidget):
    """Nothing but ``image``, enlarged to fill each of ``places``."""

    def __init__(self, size: QSize, places: Sequence[QRect], image: QImage) -> None:
        super().__init__()
        self._places, self._image = places, image
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in self._places:
            painter.drawImage(place, self._image)

    def seconds_of_painting(self) -> float:
        """Until it is handed to the screen."""
        started = time.perf_counter()
        for place in self._places:
            self.update(place)
        self.repaint(self._places[0])
        return time.perf_counter() - started


class BareForward:
    """The generator in ``path`` by itself on a thread of its own, with each of ``threads``; knows the fastest."""

    def __init__(self, path: Path, threads: Sequence[int]) -> None:
        self._executor = ThreadPoolExecutor(1)
        self._generator, z_dim = self._executor.submit(_loaded, path).result()
        self._z = np.random.default_rng(0).standard_normal((1, z_dim)).astype(np.float32)
        self._threads = min(threads, key=lambda count: np.median([self._seconds(count) for _ in range(30)]))

    def seconds(self) -> float:
        """Of one forward pass of one z."""
        return self._seconds(self._threads)

    def _seconds(self, threads: int) -> float:
        return self._executor.submit(self._measured, threads).result()

    def _measured(self, threads: int) -> float:
        import torch

        torch.set_num_threads(threads)
        z = torch.from_numpy(self._z)
        with torch.inference_mode():
            started = time.perf_counter()
            self._generator(z)
            return time.perf_counter() - started


def _loaded(path: Path) -> tuple[Callable[..., object], int]:
    from gan.render import Renderer

    generator = Renderer("cpu").generator(path)
    return generator, generator.config.z_dim
