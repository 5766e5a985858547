"""``info``: what is in a model, and how its training run stands. Needs no torch."""

import argparse
from collections.abc import Mapping
from typing import Any

from gan.commands.describing import growth_text, input_texts, pictures_text, pixels_texts, shape_text
from gan.commands.facts import add_json, print_json, print_text, table_lines
from gan.commands.findings import report_lines, statistics_texts
from gan.commands.options import add_model, given_model
from gan.importing.opening import (
    IMPORTED_FROM,
    IMPORTED_KIND,
    IMPORTED_SHA256,
    has_useless_statistics,
    report_of,
)
from gan.layers.catalogue import layers_of
from gan.model.architecture import Architecture
from gan.model.checkpoint import Checkpoint, broken_numbers
from gan.model.config import ModelConfig
from gan.model.registered import Registered
from gan.places import generators_folder
from gan.sources import ModelSource
from gan.train.best import best_of
from gan.train.run import Run
from gan.train.wording import clock_text


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
    """Folder, state, steps and seconds of training so far, number of snapshots and the best of them, data set."""
    logged = the_run.events()
    best = best_of(the_run)
    state = the_run.state_after(logged)
    return {
        "folder": str(the_run.folder),
        "state": state.value,
        "steps": next((event.step for event in reversed(logged) if hasattr(event, "step")), 0),
        "elapsed": next((event.elapsed for event in reversed(logged) if hasattr(event, "elapsed")), 0.0),
        "snapshots": len(the_run.snapshots()),
        "best": None if best is None else {"step": best[1].step, "text": best[1].text},
        "data": the_run.config.data,
    }


def _texts(config: Architecture, facts: Mapping[str, Any]) -> dict[str, str]:
    texts = {
        "name": facts["name"],
        "file": facts["path"],
        "makes": f"{pictures_text(config)} from {config.z_dim} latent dimensions",
        "blocks": growth_text(config),
        **(_own_texts(config) if isinstance(config, ModelConfig) else _layout_texts(config)),
        "parameters": f"{facts['parameters']:,}, stored as {facts['dtype']}",
        **_origin_texts(facts["provenance"]),
    }
    if facts["broken"]:
        texts["cannot draw"] = facts["broken"]
    return texts | (_run_texts(facts["run"]) if facts["run"] else {})


def _origin_texts(provenance: Mapping[str, Any]) -> dict[str, str]:
    """Where it comes from; of what others made, the report of its import."""
    if IMPORTED_FROM not in provenance:
        return {"provenance": ", ".join(f"{key} {value}" for key, value in provenance.items()) or "unknown"}
    file, kind, digest = (provenance.get(key, "unknown") for key in (IMPORTED_FROM, IMPORTED_KIND, IMPORTED_SHA256))
    return {
        "provenance": f"imported from {file}, {kind}, SHA-256 {digest}",
        **statistics_texts(has_useless_statistics(provenance)),
        "report": "\n".join(report_lines(report_of(provenance))),
    }


def _layout_texts(config: Architecture) -> dict[str, str]:
    """How a generator that was built elsewhere is put together; a line for each layer."""
    layers = [(layer.name, shape_text(layer.shape), layer.explanation) for layer in layers_of(config)]
    texts = input_texts(config) | pixels_texts(config)
    if isinstance(config, Registered):
        texts["code"] = f"registered as {config.name}, by a file in {generators_folder()}"
    return {**texts, "layers": "\n".join(table_lines(layers))}


def _own_texts(config: ModelConfig) -> dict[str, str]:
    networks = {"networks": f"{config.kind}, ngf {config.ngf}, ndf {config.ndf}"}
    return networks | (input_texts(config) if config.condition else {})


def _run_texts(facts: Mapping[str, Any]) -> dict[str, str]:
    return {
        "run": facts["folder"],
        "state": f"{facts['state']}, {facts['steps']:,} steps in {clock_text(facts['elapsed'])}",
        "snapshots": str(facts["snapshots"]),
        **({"best": "step {step:,}, {text}".format(**facts["best"])} if facts["best"] else {}),
        "data": facts["data"],
    }
