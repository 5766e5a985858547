"""Everything that resume needs in one ``.safetensors`` file.

Networks, running average, both optimisers and counters are in it. Random states and the position
in the data are not: they follow from the seed and the step (:mod:`gan.train.randomness`).
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from gan.errors import LatentariumError
from gan.json_file import JsonError, parse_json
from gan.model.checkpoint import STATE_FORMAT, CheckpointError, write_tensors
from gan.model.damage import damage_of, misfit_of
from gan.model.weights import shapes_of
from gan.train.trainer import Trainer
from gan.words import tr

log = logging.getLogger(__name__)


class ExplodedError(LatentariumError):
    """Weights that are no finite numbers, which nobody would want to resume from."""


@dataclass(frozen=True)
class State:
    """A trainer's state at one moment, in tensors of its own on the CPU."""

    step: int
    tensors: Mapping[str, Tensor]
    counters: Mapping[str, Any]


@dataclass(frozen=True)
class _Rates:
    """Learning rates of G and D: those of the config, and those that hold since they were changed."""

    config: tuple[float, float]
    now: tuple[float, float]


@dataclass(frozen=True)
class _Counters:
    """What is no tensor; ``elapsed`` is training time in seconds. Older states have no rates."""

    step: int
    elapsed: float
    rates: _Rates | None = None


def captured(trainer: Trainer, elapsed: float) -> State:
    """A copy of ``trainer``; ``elapsed`` is its training time in seconds."""
    tensors: dict[str, Tensor] = {}
    for name, network in _networks(trainer).items():
        tensors |= {f"{name}.{key}": tensor for key, tensor in network.state_dict().items()}
    for name, optimizer in _optimizers(trainer).items():
        tensors |= _optimizer_tensors(name, optimizer)
    copies = {name: tensor.detach().to("cpu", copy=True) for name, tensor in tensors.items()}
    return State(trainer.step, copies, {"step": trainer.step, "elapsed": elapsed, "rates": _rates(trainer)})


def write_state(path: Path, state: State) -> None:
    """Write ``state`` whole or not at all.

    Raises :class:`ExplodedError`, with an older file left alone, if a weight is not finite, and
    :class:`gan.files.FileError`.
    """
    for name, tensor in state.tensors.items():
        if not torch.isfinite(tensor).all():
            raise ExplodedError(
                tr(
                    "the numbers exploded: {name} is not finite at step {step}; continue from the last saved "
                    "state with smaller learning rates",
                    name=name,
                    step=state.step,
                )
            )
    write_tensors(path, state.tensors, {"format": STATE_FORMAT, "counters": json.dumps(dict(state.counters))})


def load_state(path: Path, trainer: Trainer) -> float:
    """Bring ``trainer`` to the state in ``path``; returns the training time in seconds.

    Raises :class:`CheckpointError` if the file is no whole state of such networks.
    """
    tensors, metadata = _read(path, trainer.device)
    try:
        counters = parse_json(metadata["counters"], _Counters)
        for name, network in _networks(trainer).items():
            _fill_network(path, name, network, _below(name, tensors))
        for name, optimizer in _optimizers(trainer).items():
            _fill_optimizer(optimizer, _below(name, tensors))
        trainer.step = counters.step
        _set_rates(trainer, counters.rates)
        return counters.elapsed
    except (KeyError, IndexError, TypeError, ValueError, RuntimeError, JsonError) as error:
        log.info("%s: %s: %s", path, type(error).__name__, error)
        raise CheckpointError(
            tr("{path} does not fit this run: its optimisers or counters are damaged", path=path)
        ) from error


def _fill_network(path: Path, name: str, network: torch.nn.Module, weights: Mapping[str, Tensor]) -> None:
    misfit = misfit_of(shapes_of(network.state_dict()), shapes_of(weights))
    if misfit:
        raise CheckpointError(
            tr("{path} does not fit this run: of its {name}, {misfit}", path=path, name=name, misfit=misfit)
        )
    network.load_state_dict(dict(weights))


def _read(path: Path, device: torch.device) -> tuple[dict[str, Tensor], Mapping[str, str]]:
    try:
        with safe_open(path, framework="pt", device=str(device)) as file:
            metadata = file.metadata() or {}
            names = file.keys()
            tensors = {name: file.get_tensor(name) for name in names}
    except (SafetensorError, OSError) as error:
        raise CheckpointError(
            tr("{path} is not a whole state file: {damage}", path=path, damage=damage_of(path, error))
        ) from error
    if metadata.get("format") != STATE_FORMAT:
        raise CheckpointError(tr("{path} is not a training state that this program wrote", path=path))
    return tensors, metadata


def _rates(trainer: Trainer) -> dict[str, list[float]]:
    """The learning rates of the config, and those that hold since they were changed, both before their decay."""
    return {"config": [trainer.config.lr_g, trainer.config.lr_d], "now": list(trainer.learning_rates)}


def _set_rates(trainer: Trainer, rates: _Rates | None) -> None:
    """Go on with changed learning rates, unless the config asks for others than when they were changed."""
    if rates is not None and rates.config == (trainer.config.lr_g, trainer.config.lr_d):
        trainer.learning_rates = rates.now


def _networks(trainer: Trainer) -> dict[str, torch.nn.Module]:
    return {"generator": trainer.generator, "discriminator": trainer.discriminator, "ema": trainer.ema}


def _optimizers(trainer: Trainer) -> dict[str, torch.optim.Adam]:
    return {"adam_g": trainer.optimizer_g, "adam_d": trainer.optimizer_d}


def _below(name: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    prefix = name + "."
    return {key.removeprefix(prefix): tensor for key, tensor in tensors.items() if key.startswith(prefix)}


def _optimizer_tensors(name: str, optimizer: torch.optim.Adam) -> dict[str, Tensor]:
    moments = optimizer.state_dict()["state"]
    return {f"{name}.{index}.{key}": tensor for index, entry in moments.items() for key, tensor in entry.items()}


@torch.no_grad()
def _fill_optimizer(optimizer: torch.optim.Adam, tensors: Mapping[str, Tensor]) -> None:
    """Moments take the memory layout of their parameter: fused Adam pairs values by their place in memory."""
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    moments: dict[int, dict[str, Any]] = {}
    for key, tensor in tensors.items():
        index, name = key.split(".", 1)
        moment = tensor if tensor.ndim == 0 else torch.empty_like(parameters[int(index)]).copy_(tensor)
        moments.setdefault(int(index), {})[name] = moment
    optimizer.load_state_dict({"state": moments, "param_groups": optimizer.state_dict()["param_groups"]})
