"""The numbers in the texts of lessons, read off the open generator and the followed run."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeGuard

from app.learn.lessons.run_story import RunStory
from app.session.open_model import OpenModel
from app.toolkit.workspace import Workspace
from gan.explore.latent import usual_length
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.model.config import ModelConfig
from gan.model.cost import multiply_adds, parameter_count
from gan.model.kinds import CONVOLUTIONAL, FULLY_CONNECTED
from gan.model.part_specs import Norm, Shape, TransposedConvolution
from gan.sizes import Size

ModelFact = Callable[[OpenModel], str]
DcganFact = Callable[[ModelConfig], str]
StoryFact = Callable[[RunStory], str]


FEWEST_SNAPSHOTS = 5
"""That show how a run has learned."""


class Facts(dict[str, str]):
    """For ``str.format_map``: each fact is looked up when a text asks for it. A generator is open."""

    def __init__(self, workspace: Workspace, story: RunStory) -> None:
        super().__init__()
        self._workspace, self._story = workspace, story

    def __missing__(self, name: str) -> str:
        session, timeline = self._workspace.session, self._workspace.runs.timeline
        assert session.model is not None
        if name in OF_MODEL:
            return OF_MODEL[name](session.model)
        if name in OF_DCGAN:
            config = session.model.config
            return OF_DCGAN[name](config) if _is_dcgan(config) else "…"
        if name in OF_STORY:
            return OF_STORY[name](self._story) if self._story.is_known else "…"
        if name == "norm":
            return f"{float((session.z**2).sum()) ** 0.5:.1f}"
        if name in ("first_step", "last_step"):
            place = 0 if name == "first_step" else -1
            return f"{timeline.snapshots[place].step:,}" if timeline.snapshots else "…"
        raise KeyError(name)


def _upsampling(config: Architecture) -> list[tuple[BlockSpec, TransposedConvolution]]:
    """The blocks with a transposed convolution that enlarges."""
    blocks = [(block, block.operation) for block in config.blocks]
    return [(block, each) for block, each in blocks if isinstance(each, TransposedConvolution) and each.stride > 1]


def _doubling(config: Architecture) -> str:
    return " → ".join(_sides(block.shape) for block in [config.blocks[0], *(block for block, _ in _upsampling(config))])


def _sides(shape: Shape) -> str:
    """``7``, or ``6x8`` (width x height)."""
    _, height, width = shape
    return str(Size(width, height).sides)


def _norms(config: Architecture) -> int:
    return sum(isinstance(part, Norm) for block in config.blocks for part in block.parts)


def _is_dcgan(config: Architecture) -> TypeGuard[ModelConfig]:
    return isinstance(config, ModelConfig) and config.kind == CONVOLUTIONAL.name


def _dense(config: ModelConfig) -> ModelConfig:
    """The fully connected networks that are trained beside those of ``config``."""
    return replace(config, kind=FULLY_CONNECTED.name)


def _step(config: ModelConfig) -> TransposedConvolution:
    """The one that gives the picture."""
    operation = config.blocks[-1].operation
    assert isinstance(operation, TransposedConvolution)
    return operation


def _step_weights(config: ModelConfig) -> int:
    """Without biases."""
    step = _step(config)
    return step.in_channels * step.out_channels * step.kernel**2


def _dense_weights(config: ModelConfig) -> int:
    """Of a linear layer from the same maps to the picture."""
    return math.prod(config.blocks[-1].in_shape) * math.prod(config.picture_shape)


def _dense_widths(config: ModelConfig) -> str:
    blocks = _dense(config).blocks
    return " → ".join(f"{math.prod(shape):,}" for shape in (blocks[0].in_shape, *(block.shape for block in blocks)))


OF_MODEL: Mapping[str, ModelFact] = MappingProxyType(
    {
        "model": lambda model: model.source.name,
        "z_dim": lambda model: str(model.config.z_dim),
        "side": lambda model: _sides(model.config.picture_shape),
        "pixels": lambda model: f"{math.prod(model.config.picture_shape):,}",
        "shell": lambda model: f"{usual_length(model.config.z_dim, model.config.distribution):.1f}",
        "blocks": lambda model: str(len(model.config.blocks)),
        "first_shape": lambda model: " × ".join(map(str, model.config.blocks[0].shape)),
        "first_side": lambda model: _sides(model.config.blocks[0].shape),
        "doubling": lambda model: _doubling(model.config),
        "kernel": lambda model: str(_upsampling(model.config)[-1][1].kernel),
        "stride": lambda model: str(_upsampling(model.config)[-1][1].stride),
        "padding": lambda model: str(_upsampling(model.config)[-1][1].padding),
        "norms": lambda model: str(_norms(model.config)),
    }
)
OF_DCGAN: Mapping[str, DcganFact] = MappingProxyType(
    {
        "parameters": lambda config: f"{parameter_count(config.blocks):,}",
        "dense_parameters": lambda config: f"{parameter_count(_dense(config).blocks):,}",
        "work": lambda config: f"{multiply_adds(config.blocks):,}",
        "dense_work": lambda config: f"{multiply_adds(_dense(config).blocks):,}",
        "step_shape": lambda config: " × ".join(map(str, config.blocks[-1].in_shape)),
        "step_inputs": lambda config: f"{math.prod(config.blocks[-1].in_shape):,}",
        "step_numbers": lambda config: f"{math.prod(config.blocks[-1].in_shape) + math.prod(config.picture_shape):,}",
        "step_weights": lambda config: f"{_step_weights(config):,}",
        "step_kernels": lambda config: f"{_step(config).in_channels * _step(config).out_channels:,}",
        "places": lambda config: f"{math.prod(config.blocks[-1].in_shape[1:]):,}",
        "dense_weights": lambda config: f"{_dense_weights(config):,}",
        "times_fewer": lambda config: f"{_dense_weights(config) // _step_weights(config):,}",
        "dense_widths": _dense_widths,
    }
)
OF_STORY: Mapping[str, StoryFact] = MappingProxyType(
    {
        "d_real": lambda story: f"{story.late('d_real'):.2f}",
        "d_fake": lambda story: f"{story.late('d_fake'):.2f}",
        "d_real_early": lambda story: f"{story.early('d_real'):.2f}",
        "d_fake_early": lambda story: f"{story.early('d_fake'):.2f}",
        "g_loss_early": lambda story: f"{story.early('g_loss'):.1f}",
        "g_loss": lambda story: f"{story.late('g_loss'):.1f}",
        "value_first": lambda story: f"{story.values[0]:.1f}",
        "value_best": lambda story: f"{min(story.values):.2f}",
    }
)
FACTS = frozenset({*OF_MODEL, *OF_DCGAN, *OF_STORY, "norm", "first_step", "last_step"})
"""All names that texts may ask for."""


def has_timeline(workspace: Workspace) -> bool:
    """The open generator has snapshots of its training."""
    return len(workspace.runs.timeline.snapshots) >= FEWEST_SNAPSHOTS


def has_curves(workspace: Workspace) -> bool:
    """The followed run is that of the open generator, and it is known which of its snapshots is the best."""
    runs = workspace.runs
    return has_timeline(workspace) and runs.timeline.is_of(runs.controller.run) and runs.timeline.best_index >= 0


def has_judge(workspace: Workspace) -> bool:
    """There is a discriminator to ask."""
    model = workspace.session.model
    return model is not None and not model.no_judge


def has_batch_norm(workspace: Workspace) -> bool:
    """The open generator normalises by BatchNorm."""
    model = workspace.session.model
    return model is not None and model.config.has_batch_norm


def enlarges(workspace: Workspace) -> bool:
    """The open generator has transposed convolutions that enlarge, one after another kind of block."""
    model = workspace.session.model
    return model is not None and bool(_upsampling(model.config)) and len(model.config.blocks) > 1


def saves_weights(workspace: Workspace) -> bool:
    """The open generator is a DCGAN with fewer weights than a fully connected one, and more to multiply."""
    model = workspace.session.model
    if model is None or not _is_dcgan(model.config):
        return False
    own, dense = model.config.blocks, _dense(model.config).blocks
    return parameter_count(own) < parameter_count(dense) and multiply_adds(own) > multiply_adds(dense)
