"""The numbers in the texts of lessons, read off the open generator and the followed run."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.learn.lessons.run_story import RunStory
from app.session.open_model import OpenModel
from app.toolkit.workspace import Workspace
from gan.explore.latent import usual_length
from gan.model.architecture import Architecture, BlockSpec, Norm, Shape, TransposedConvolution
from gan.sizes import Size

ModelFact = Callable[[OpenModel], str]
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
        if name in OF_STORY:
            return OF_STORY[name](self._story) if self._story.is_known else "…"
        if name == "norm":
            return f"{float((session.z**2).sum()) ** 0.5:.1f}"
        if name == "first_step":
            return f"{timeline.snapshots[0].step:,}"
        if name == "last_step":
            return f"{timeline.snapshots[-1].step:,}"
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
FACTS = frozenset({*OF_MODEL, *OF_STORY, "norm", "first_step", "last_step"})
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
