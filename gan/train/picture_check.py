"""What a person should know of the pictures before a run learns from them."""

from collections.abc import Iterator

from gan.data.imagesets import ImageSet
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.doctor import ALIKE
from gan.train.events import TrainEvent
from gan.train.wording import few_steps_text
from gan.train.yardstick import are_alike


def tell_of_set(step: int, config: TrainConfig, images: ImageSet) -> Iterator[TrainEvent]:
    """Said at the start of a run; that all pictures are the same is said whenever it goes on, too."""
    few = few_steps_text(config, len(images))
    if few and step == 0:
        yield events.Warned(few)
    if are_alike(images.images):
        yield events.Diagnosed(step, ALIKE.kind, ALIKE.message, ALIKE.advice)
