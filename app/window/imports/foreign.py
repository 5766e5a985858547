"""Which files are weights that were made elsewhere."""

from pathlib import Path

from gan.model.checkpoint import SUFFIX

SUFFIXES = (".pth", ".pt", ".ckpt", ".bin", ".pkl")
"""What PyTorch's files are usually called."""
MODEL_FILES = f"Generators ({' '.join(f'*{suffix}' for suffix in (SUFFIX, *SUFFIXES))})"
"""For file dialogs: ours, and those of others."""


def is_foreign(path: Path) -> bool:
    """Whether ``path`` is a file of weights by its name, and none that this program wrote."""
    suffix = path.suffix.lower()
    try:
        return path.is_file() and (suffix in SUFFIXES or (suffix == SUFFIX and not _is_ours(path)))
    except (OSError, ValueError):  # the path of no system
        return False


def _is_ours(path: Path) -> bool:
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="numpy") as file:
            return (file.metadata() or {}).get("format", "").startswith("latentarium-")
    except (SafetensorError, OSError):
        return True  # a damaged one is explained where ours are read
