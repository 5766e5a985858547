"""From what goes wrong in a run to the diagnosis in its log.

Training is chaotic, so sickness cannot be had on demand from settings. Here the cause is put in place, by a trainer of
which one thing is not real; the loop, the yardstick, the doctor and the log are. What comes out is the same on every
processor.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from gan.data.imagesets import ImageSet, Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.images import from_uint8
from gan.measure.measures import DIVERSITY
from gan.model.config import ModelConfig
from gan.train import events, loading, loop
from gan.train.config import TrainConfig
from gan.train.events import Diagnosed, Measured
from gan.train.run import Run, RunState
from gan.train.state import ExplodedError
from gan.train.trainer import Trainer
from tests.gan.train.sickness import a_second_a_step

pytestmark = pytest.mark.slow

BATCH, COUNT = 4, 32
STEPS, SICK_FROM = 400, 300
STATE_STEPS = 50

Drawing = Callable[[int], Tensor]
"""Pictures by the step at which they are drawn."""
Draw = Callable[[Drawing], None]


@pytest.fixture(autouse=True)
def every_step(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Log each step, and put the number of threads back."""
    before = torch.get_num_threads()
    monkeypatch.setattr(loop, "LOG_SECONDS", 0.0)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def config(config: TrainConfig) -> TrainConfig:
    """Small sprites, and networks that do not learn; pictures are measured at every twentieth step."""
    return replace(
        config,
        data="sprites",
        limit=2 * COUNT,
        steps=STEPS,
        batch_size=BATCH,
        sample_count=COUNT,
        sample_seconds=20,
        lr_d=0.0,
        lr_g=0.0,
        model=ModelConfig(16, 3, z_dim=4, ngf=4, ndf=4),
    )


@pytest.fixture
def real() -> Tensor:
    """As many real pictures as are measured."""
    return from_uint8(torch.from_numpy(load_imageset("sprites", PictureFormat(16, 3), Wanted(limit=COUNT)).images))


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Have the running average of G draw given pictures, whatever it has learned."""

    def replace_drawing(drawing: Drawing) -> None:
        class Puppet(Trainer):
            def __init__(self, *options: object) -> None:
                super().__init__(*options)  # type: ignore[arg-type]
                self.ema.register_forward_hook(lambda *_: drawing(self.step))

        monkeypatch.setattr(loop, "Trainer", Puppet)

    return replace_drawing


def train_to_end(run: Run) -> None:
    *_, last = a_second_a_step(run)
    assert isinstance(last, events.Finished)


def said_by(run: Run) -> list[Diagnosed]:
    return [event for event in run.events() if isinstance(event, Diagnosed)]


def kinds_in(run: Run) -> list[str]:
    return [diagnosed.kind for diagnosed in said_by(run)]


def measured_in(run: Run) -> list[Measured]:
    return [event for event in run.events() if isinstance(event, Measured)]


def test_pictures_that_become_real_raise_no_alarm(run: Run, real: Tensor, draw: Draw) -> None:
    draw(lambda step: real if step else torch.zeros_like(real))
    train_to_end(run)
    assert [measured.step for measured in measured_in(run)] == [*range(0, STEPS + 1, 20), STEPS]
    assert measured_in(run)[-1].value(DIVERSITY) == pytest.approx(1, abs=0.2)
    assert kinds_in(run) == []


def test_pictures_that_become_all_the_same(run: Run, real: Tensor, draw: Draw) -> None:
    def draw_one_picture(step: int) -> Tensor:
        return torch.zeros_like(real) if step == 0 else real if step < SICK_FROM else real[:1].expand_as(real)

    draw(draw_one_picture)
    train_to_end(run)
    (diagnosed,) = said_by(run)
    assert diagnosed.kind == "g-collapsed"
    assert SICK_FROM < diagnosed.step < SICK_FROM + 4 * 20


def test_pictures_that_become_better_and_worse_in_turns(run: Run, real: Tensor, draw: Draw) -> None:
    draw(lambda step: real if step // 40 % 2 else -real)
    train_to_end(run)
    assert kinds_in(run) == ["oscillates"]


def test_pictures_that_become_worse_for_good(run: Run, real: Tensor, draw: Draw) -> None:
    draw(lambda step: torch.zeros_like(real) if step == 0 else real if step < SICK_FROM else -real)
    train_to_end(run)
    (diagnosed,) = said_by(run)
    assert diagnosed.kind == "derailed"
    assert SICK_FROM < diagnosed.step < SICK_FROM + 4 * 20


def test_networks_that_do_not_change(run: Run) -> None:
    train_to_end(run)
    assert kinds_in(run) == ["nothing-learned"]


def test_a_discriminator_that_cannot_be_fooled(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """White pictures are told from the grey ones of a G that does not learn by their brightness alone."""
    white = ImageSet("white", np.full((2 * COUNT, 3, 16, 16), 255, np.uint8))
    monkeypatch.setattr(loading, "load_imageset", lambda *_, **__: white)
    unfair = run.with_config(replace(run.config, lr_d=1e-2))
    train_to_end(unfair)
    assert kinds_in(unfair) == ["alike", "d-wins"]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_run_that_explodes_ends_with_its_last_good_state(
    run: Run, monkeypatch: pytest.MonkeyPatch, value: float
) -> None:
    class Exploding(Trainer):
        def learn(self, real: Tensor, z: Tensor, classes: Tensor | None = None) -> None:
            super().learn(real, z, classes)
            if self.step == SICK_FROM + 1:
                next(self.discriminator.parameters()).data.fill_(value)

    monkeypatch.setattr(loop, "Trainer", Exploding)
    saving = run.with_config(replace(run.config, state_steps=STATE_STEPS, kept_states=1))
    with pytest.raises(ExplodedError):
        list(a_second_a_step(saving))
    assert kinds_in(saving)[-1] == "exploded"
    assert said_by(saving)[-1].step == SICK_FROM + 2
    assert saving.state() is RunState.FAILED
    (state,) = saving.states()
    assert state.step == SICK_FROM
    assert state.path.read_bytes() == saving.state_path.read_bytes()
    assert all(torch.isfinite(tensor).all() for tensor in load_file(saving.state_path).values())
