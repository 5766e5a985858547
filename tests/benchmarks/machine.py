"""What a figure was measured on."""

import os
import platform

import numpy as np
import psutil


def describe_machine() -> str:
    """Processor, cores, memory, Python and torch in one line."""
    import torch

    device = torch.cuda.get_device_name() if torch.cuda.is_available() else "no GPU"
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {device}; "
        f"Python {platform.python_version()}, torch {torch.__version__}"
    )


def percentiles(milliseconds: list[float]) -> str:
    """``p50 3.1 ms, p95 4.9 ms, worst 7.2 ms``."""
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, worst {max(milliseconds):.1f} ms ({len(milliseconds)} measured)"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
