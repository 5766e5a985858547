"""One process of a team that :mod:`tests.benchmarks.scaling` measures: takes steps when it is told to.

Standard input holds lines ``CASE STEPS``, where CASE is a row of the argument, JSON of settings. Once the steps are
taken, the leader prints their seconds.
"""

import json
import sys
import time

import torch

from gan.data.sprites import make_sprites
from gan.devices import prepare
from gan.model.config import ModelConfig
from gan.train.batches import Batches, Feed
from gan.train.config import TrainConfig
from gan.train.gathering import gathered, leave
from gan.train.randomness import Randomness
from gan.train.team import Team
from gan.train.trainer import Trainer

CPU = torch.device("cpu")


class Loop:
    """Training without anything that is written."""

    def __init__(self, team: Team, size: int, width: int, batch: int) -> None:
        model = ModelConfig(size, 3, ngf=width, ndf=width)
        images = make_sprites(512, image_size=size, channels=3)[0]
        randomness = Randomness(0, CPU)
        self._team = team
        self._trainer = Trainer(TrainConfig(batch_size=batch, precision="fp32", model=model), CPU, team)
        self._feed = Feed(Batches(images, batch, randomness, team=team), randomness, model.z_dim, team)

    def steps(self, count: int) -> float:
        """Seconds that so many take, with the word of the leader after each."""
        began = time.perf_counter()
        for _ in range(count):
            self._trainer.learn(*self._feed.batch(self._trainer.step))
            self._team.share_number(0)
        return time.perf_counter() - began


def main(cases: list[dict[str, int]], threads: int) -> None:
    """Until standard input ends."""
    prepare(CPU, threads)
    with gathered(600.0) as team:
        loops = [Loop(team, **case) for case in cases]
        for line in sys.stdin:
            case, steps = map(int, line.split())
            seconds = loops[case].steps(steps)
            if team.leads:
                print(seconds, flush=True)
    leave(team)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), int(sys.argv[2]))
