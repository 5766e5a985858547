"""A generator as an ONNX file for other runtimes, written only once it gives the same pictures as torch."""

import json
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch

from gan.errors import LatentariumError, UsageError
from gan.explore.latent import sample_z
from gan.files import write_whole
from gan.layers.altering import drawing_class
from gan.model.checkpoint import load_generator, read_checkpoint
from gan.model.classes import class_text
from gan.model.networks import Generator
from gan.words import tr

CHECKED_BATCHES = (1, 2, 17)
TOLERANCE = 1e-4
INPUT, OUTPUT = "z", "images"


class OnnxError(LatentariumError):
    """The exported network does not do what the generator does."""


def export_onnx(path: Path, model: Path, chosen_class: int | None = None) -> str:
    """Write the generator in ``model`` as :func:`save_onnx` does, with its config and provenance; says how close it is.

    A generator with classes draws ``chosen_class``, or the first. Raises :class:`LatentariumError`.
    """
    checkpoint, generator = read_checkpoint(model), load_generator(model)
    about: dict[str, Any] = {"config": checkpoint.config.to_dict(), "provenance": dict(checkpoint.provenance)}
    drawn, names = "", checkpoint.config.class_names
    if names:
        number = chosen_class or 0
        about |= {"class": number, "class_name": names[number]}
        drawn = f"drawing {class_text(number, names[number])}, "
    with drawing_class(generator, chosen_class):
        difference = save_onnx(path, generator, json.dumps(about))
    return f"{drawn}whose pictures differ from torch's by at most {difference:.1e}"


def save_onnx(path: Path, generator: Generator, about: str = "") -> float:
    """Write ``generator``: ``z`` (N, z_dim) float32 -> ``images`` (N, C, H, W) float32 in [-1, 1], for any N.

    ``about`` is kept in the file. Returns the largest difference from torch on random z, in [-1, 1] units. Raises
    :class:`UsageError` if the extra is not installed, :class:`OnnxError` if the difference is above 1e-4; nothing
    is written then.
    """
    contents = _exported(generator, about)
    difference = max(_difference(contents, generator, count) for count in CHECKED_BATCHES)
    if not difference <= TOLERANCE:
        raise OnnxError(
            tr(
                "the exported network's pictures differ from torch's by {difference:.2g}; nothing was written",
                difference=difference,
            )
        )
    write_whole(path, contents)
    return difference


def _exported(generator: Generator, about: str) -> bytes:
    try:
        import onnx
        import onnxruntime  # noqa: F401  (needed for the check)
        import onnxscript  # noqa: F401  (torch's exporter needs it)
    except ImportError as error:
        raise UsageError(tr("{name} is not installed; pip install 'latentarium[onnx]'", name=error.name)) from error
    device = next(generator.parameters()).device
    z = torch.zeros(2, generator.config.z_dim, device=device)
    shapes = ({0: torch.export.Dim("batch")},)
    with _quiet():
        program = torch.onnx.export(
            generator,
            (z,),
            dynamo=True,
            verbose=False,
            input_names=[INPUT],
            output_names=[OUTPUT],
            dynamic_shapes=shapes,
        )
    assert program is not None
    model = program.model_proto
    _strip(model)
    onnx.helper.set_model_props(model, {"about": about})
    onnx.checker.check_model(model)
    contents: bytes = model.SerializeToString(deterministic=True)
    return contents


def _strip(model: "onnx.ModelProto") -> None:  # type: ignore[name-defined]  # noqa: F821
    """Take out what the exporter notes of this program's source code and of this computer's paths."""
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output):
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    model.graph.name = "generator"


def _difference(contents: bytes, generator: Generator, count: int) -> float:
    import onnxruntime

    session = onnxruntime.InferenceSession(contents, providers=["CPUExecutionProvider"])
    z = sample_z(count, generator.config.z_dim, count, generator.config.distribution)
    device = next(generator.parameters()).device
    with torch.inference_mode():
        expected = generator(torch.tensor(z, device=device)).cpu().numpy()
    return float(np.abs(session.run([OUTPUT], {INPUT: z})[0] - expected).max())


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the exporter's warnings and progress to itself."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
