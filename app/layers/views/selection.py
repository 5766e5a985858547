"""Which layer a person means who names only a block."""

from gan.layers.catalogue import Stage, layers_of
from gan.model.config import ModelConfig


def layer_in(config: ModelConfig, block: str, stage: str) -> str:
    """The layer at ``stage`` of ``block``, or its last one if the block has no such stage."""
    wanted = f"{block}.{stage}"
    return wanted if wanted in {layer.name for layer in layers_of(config)} else f"{block}.{Stage.ACT}"
