"""``info``: what is in a model, and how its training run stands. Needs no torch."""

import argparse
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from gan.commands.facts import COLOURS, add_json, print_json, print_text
from gan.commands.options import add_model, given_model
from gan.layers.catalogue import layers_of
from gan.model.architecture import AS_THEY_ARE, Architecture, Distribution, Join, Shape
from gan.model.checkpoint import Checkpoint, broken_numbers
from gan.model.config import ModelConfig
from gan.model.registered import Registered
from gan.places import generators_folder
from gan.sources import ModelSource
from gan.train.run import Run, state_after
from gan.train.wording import clock_text

_DRAWN = {Distribution.NORMAL: "normally distributed", Distribution.UNIFORM: "each evenly from -1 to 1"}
_JOINED = {Join.CONCATENATED: "beside z", Join.ADDED: "added to z", Join.MULTIPLIED: "times z"}


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("info", help="say what is in a model or a run")
    add_model(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Print what is known of ``MODEL``."""
    source, checkpoint = given_model(args)
    facts = model_facts(source, checkpoint)
    if args.json:
        print_json(facts)
    else:
        print_text(_texts(checkpoint.config, facts))


def model_facts(source: ModelSource, checkpoint: Checkpoint) -> dict[str, Any]:
    """Everything as plain values; ``run`` is None for a file that belongs to no run, ``broken`` for sound weights."""
    config = checkpoint.config
    return {
        "name": source.name,
        "path": str(source.path),
        "config": config.to_dict(),
        "blocks": [{"name": block.name, "shape": block.shape} for block in config.blocks],
        "parameters": checkpoint.parameters,
        "dtype": checkpoint.dtype,
        "broken": broken_numbers(checkpoint.path) or None,
        "provenance": dict(checkpoint.provenance),
        "run": run_facts(source.run) if source.run else None,
    }


def run_facts(the_run: Run) -> dict[str, Any]:
    """Folder, state, steps and seconds of training so far, number of snapshots, data set."""
    logged = the_run.events()
    state = state_after(logged[-1] if logged else None, the_run.is_alive(), logged)
    return {
        "folder": str(the_run.folder),
        "state": state.value,
        "steps": next((event.step for event in reversed(logged) if hasattr(event, "step")), 0),
        "elapsed": next((event.elapsed for event in reversed(logged) if hasattr(event, "elapsed")), 0.0),
        "snapshots": len(the_run.snapshots()),
        "data": the_run.config.data,
    }


def growth_text(config: Architecture) -> str:
    """``100 -> 128x7x7 -> 64x14x14 -> 1x28x28``."""
    return " -> ".join([str(config.z_dim), *(_shape(block.shape) for block in config.blocks)])


def _shape(shape: Shape) -> str:
    """``64x14x14``"""
    return "x".join(map(str, shape))


def _texts(config: Architecture, facts: Mapping[str, Any]) -> dict[str, str]:
    size, colours = config.image_size, COLOURS[config.channels]
    texts = {
        "name": facts["name"],
        "file": facts["path"],
        "makes": f"{size} x {size} {colours} pictures from {config.z_dim} latent dimensions",
        "blocks": growth_text(config),
        **(_widths(config) if isinstance(config, ModelConfig) else _layout_texts(config)),
        "parameters": f"{facts['parameters']:,}, stored as {facts['dtype']}",
        "provenance": ", ".join(f"{key} {value}" for key, value in facts["provenance"].items()) or "unknown",
    }
    if facts["broken"]:
        texts["cannot draw"] = facts["broken"]
    return texts | (_run_texts(facts["run"]) if facts["run"] else {})


def _layout_texts(config: Architecture) -> dict[str, str]:
    """How a generator that was built elsewhere is put together; a line for each layer."""
    layers = [(layer.name, _shape(layer.shape), layer.explanation) for layer in layers_of(config)]
    widths = [max(map(len, column)) + 2 for column in zip(*layers, strict=True)]
    lines = (f"{name:{widths[0]}}{shape:{widths[1]}}{explanation}" for name, shape, explanation in layers)
    texts = {"z": f"{config.z_dim} numbers, {_DRAWN[config.distribution]}"}
    if config.condition is not None:
        kind = "a learned vector each" if config.condition.embedded else "1 at the place of the class, 0 elsewhere"
        texts["classes"] = f"{config.condition.classes} classes, {kind}, {_JOINED[config.condition.join]}"
    if config.pixels != AS_THEY_ARE:
        scale, offset = (", ".join(f"{number:g}" for number in numbers) for numbers in astuple(config.pixels))
        texts["pixels"] = f"what the last layer gives times {scale} plus {offset}"
    if isinstance(config, Registered):
        texts["code"] = f"registered as {config.name}, by a file in {generators_folder()}"
    return {**texts, "layers": "\n".join(lines)}


def _widths(config: ModelConfig) -> dict[str, str]:
    return {"widths": f"ngf {config.ngf}, ndf {config.ndf}"}


def _run_texts(facts: Mapping[str, Any]) -> dict[str, str]:
    return {
        "run": facts["folder"],
        "state": f"{facts['state']}, {facts['steps']:,} steps in {clock_text(facts['elapsed'])}",
        "snapshots": str(facts["snapshots"]),
        "data": facts["data"],
    }
