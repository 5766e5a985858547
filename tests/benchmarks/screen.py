"""A screen for benchmarks: the real one, else a virtual one, else Qt's offscreen platform."""

import os
import shutil
import sys


def on_a_screen(command: list[str]) -> list[str]:
    """``command``, wrapped so that Qt finds something to paint on."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return command
    if shutil.which("xvfb-run"):
        return ["env", "-u", "QT_QPA_PLATFORM", "xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", *command]
    return ["env", "QT_QPA_PLATFORM=offscreen", *command]
