"""Whether torch can use the NVIDIA card of this computer, and if not, what would help."""

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from gan.words import tr

PCI_DEVICES = Path("/sys/bus/pci/devices")
NVIDIA, DISPLAY = "0x10de", "0x03"
"""As Linux writes the maker of a PCI device, and the beginning of the class of those that draw or compute."""
DRIVER = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
LONGEST_REASON = 160


@dataclass(frozen=True)
class GraphicsCard:
    """How many ``cards`` NVIDIA has made of this computer's, and what stands between them and torch.

    ``driver`` is the newest CUDA that the driver knows, ``built_for`` that of torch, such as ``12.8``; empty where
    there is none. ``hidden`` says that somebody wants no card used, ``reason`` why torch cannot use one.
    """

    cards: int
    driver: str = ""
    built_for: str = ""
    usable: bool = False
    hidden: bool = False
    reason: str = ""

    @property
    def problem(self) -> str:
        """One line on why the card lies idle, with what to do; empty if it does not, or is meant to."""
        if not self.cards or self.usable or self.hidden:
            return ""
        if not self.built_for:
            return tr(
                "There is an NVIDIA card, but the installed torch computes on the processor only; "
                "a build for CUDA from pytorch.org would use the card."
            )
        if not self.driver:
            return tr(
                "There is an NVIDIA card, but no driver by NVIDIA that answers; "
                "with one for CUDA {built_for} or newer the card would be used.",
                built_for=self.built_for,
            )
        if _numbers(self.driver) < _numbers(self.built_for):
            return tr(
                "The driver of the NVIDIA card knows CUDA {driver} at most, and torch is built for "
                "CUDA {built_for}; a newer driver would have the card used.",
                driver=self.driver,
                built_for=self.built_for,
            )
        return tr("torch cannot use the NVIDIA card: {reason}", reason=self.reason or tr("it does not say why"))


def look_for_card() -> GraphicsCard:
    """What there is now. Imports torch."""
    import torch

    count, driver = _ask_driver()
    usable = torch.cuda.is_available()
    return GraphicsCard(
        cards=max(count, len(_pci_cards())),
        driver=driver,
        built_for=torch.version.cuda or "",
        usable=usable,
        hidden=os.environ.get("CUDA_VISIBLE_DEVICES", "all").strip() in ("", "-1"),
        reason="" if usable else _reason(),
    )


def _pci_cards(devices: Path = PCI_DEVICES) -> list[Path]:
    """NVIDIA's among the cards that Linux knows, with a driver or without; none on other systems."""
    return [path for path in devices.glob("*") if _says(path / "vendor", NVIDIA) and _says(path / "class", DISPLAY)]


def _says(path: Path, beginning: str) -> bool:
    try:
        return path.read_text("ascii").startswith(beginning)
    except (OSError, ValueError):
        return False


def _ask_driver() -> tuple[int, str]:
    """How many cards the driver has, and the newest CUDA that it knows; (0, "") where there is no driver."""
    try:
        driver = ctypes.CDLL(DRIVER)
    except OSError:
        return 0, ""
    count, version = ctypes.c_int(0), ctypes.c_int(0)
    if driver.cuDriverGetVersion(ctypes.byref(version)) != 0 or version.value == 0:
        return 0, ""
    if driver.cuInit(0) != 0 or driver.cuDeviceGetCount(ctypes.byref(count)) != 0:
        count.value = 0
    return count.value, f"{version.value // 1000}.{version.value % 1000 // 10}"


def _reason() -> str:
    """The first line of what torch says when it is made to use CUDA."""
    import torch

    try:
        torch.cuda.init()
    except (RuntimeError, AssertionError) as error:
        lines = str(error).splitlines() or [""]
        return lines[0][:LONGEST_REASON]
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    """Of ``12.8``, so that 12.10 is newer."""
    return tuple(int(number) for number in version.split(".") if number.isdigit())
