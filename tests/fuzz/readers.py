"""Every reader of a file that somebody may have written, given whatever bytes: what it hands on is of the right type.

Each takes an empty folder and the file's bytes. It may raise a :class:`LatentariumError`, and nothing else.
"""

import dataclasses
import io
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.numpy import save_file

from app.session.open_model import OpenModel
from gan.commands.bundle import read_log
from gan.data import packing, remembered
from gan.data.fingerprint import Fingerprint
from gan.errors import LatentariumError
from gan.importing.child import answer
from gan.importing.receiving import receive
from gan.importing.source import Source
from gan.json_file import decoded, parse_json
from gan.layers.catalogue import layers_of
from gan.model.checkpoint import (
    DISCRIMINATOR_FORMAT,
    DISCRIMINATOR_LAYOUT_FORMAT,
    FORMAT,
    LAYOUT_FORMAT,
    REGISTERED_FORMAT,
    STATE_FORMAT,
    discriminator_config,
    load_discriminator,
    load_generator,
    read_checkpoint,
    step_of,
)
from gan.model.config import ModelConfig
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.layout import Layout
from gan.model.part_specs import Activation, ActivationKind, Convolution, Linear
from gan.model.registered import Registered
from gan.model.weights import Shapes, block_weight_shapes, weight_shapes
from gan.session_file import as_point, find_referenced, load_session
from gan.sources import ModelSource
from gan.train import events
from gan.train.best import read_best
from gan.train.config import TrainConfig
from gan.train.ends import trained_in
from gan.train.event_log import EventTail
from gan.train.events import Scores
from gan.train.own_pictures import likeness
from gan.train.requests import Action, Request
from gan.train.run import Run, read_config
from gan.train.summary import summarise
from tests.fuzz.typing_check import all_fit, fits
from tests.gan.layouts import LAYOUTS

CONFIG = TrainConfig(data="noise", steps=6, model=ModelConfig(16, 1, z_dim=4, ngf=4, ndf=4))


@dataclass(frozen=True)
class Reader:
    """``valid`` are things that the file may hold; ``read(folder, contents)`` has a file of any contents read."""

    name: str
    valid: list[Any]
    read: Callable[[Path, bytes], None]


def read_run_config(folder: Path, contents: bytes) -> None:
    """``config.json``, for a list of runs, too."""
    _write(folder / "config.json", contents)
    summarise(folder)
    config = read_config(folder / "config.json")
    assert all(
        fits(getattr(config, info.name), info.type | None if info.optional else info.type) for info in config.infos()
    )
    assert TrainConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config


def read_event_log(folder: Path, contents: bytes) -> None:
    """``events.jsonl``: bad lines do not hide the good ones around them."""
    run = Run(folder, CONFIG)
    good = events.to_json(events.Finished(7, 1.0), 5.0).encode()
    run.events_path.write_bytes(good + b"\n" + contents + b"\n" + good + b"\n")
    logged = run.events()
    assert all(all_fit(event, type(event)) for event in logged)
    assert logged[0] == logged[-1] == events.Finished(7, 1.0)
    assert [entry.event for entry in read_log(run.events_path)] == logged or _has_nan(logged)
    run.state()
    EventTail(run.events_path).last(100)
    read_run_config(folder, json.dumps(CONFIG.to_dict()).encode())


def read_requests(folder: Path, contents: bytes) -> None:
    """``control.json``, which is written to afterwards."""
    run = Run(folder, CONFIG)
    _write(folder / "control.json", contents)
    requests = run.requests()
    assert all(all_fit(request, Request) for request in requests)
    asked = run.request(Action.SNAPSHOT)
    assert [request.id for request in run.requests()] == [*(request.id for request in requests), asked]


def read_best_mark(folder: Path, contents: bytes) -> None:
    """What is known of the best snapshot of a run; where a list of runs, the timeline and commands read it."""
    _write(folder / "best" / "best.json", contents)
    best = read_best(folder)
    if best is not None:
        assert best.text and best.step >= 0
    _attempt(lambda: summarise(folder))


def read_trainer_mark(folder: Path, contents: bytes) -> None:
    """``trainer.json``."""
    _write(folder / "trainer.json", contents)
    assert isinstance(Run(folder, CONFIG).is_alive(), bool)


def read_session(folder: Path, contents: bytes) -> None:
    """A session file, as far as the core reads it."""
    _write(folder / "session.json", contents)
    session = load_session(folder / "session.json")
    assert np.isfinite(session.z).all() and session.z.ndim == 1
    find_referenced(session.model, folder)


def read_point(folder: Path, contents: bytes) -> None:
    """A point of a session."""
    point = as_point(decoded(contents), 4)
    assert point.shape == (4,) and np.isfinite(point).all()


def read_generator(folder: Path, contents: bytes) -> None:
    """Both entries of a generator's metadata; what the window says of it."""
    abouts: list[dict[str, str | bytes]] = [{"config": contents}, {"config": _CONFIG_TEXT, "provenance": contents}]
    for about in abouts:
        path = _tensors(folder, FORMAT, about)
        step_of(path)
        checkpoint = _attempt(lambda path=path: read_checkpoint(path))  # type: ignore[misc]
        if checkpoint is not None:
            model = OpenModel(ModelSource("fuzz", path), checkpoint)
            assert model.title and model.description
    _attempt(
        lambda: read_checkpoint(_tensors(folder, DISCRIMINATOR_FORMAT, {"config": contents}), DISCRIMINATOR_FORMAT)
    )
    read_checkpoint(_tensors(folder, FORMAT, {"config": contents}))


def read_discriminator_layout(folder: Path, contents: bytes) -> None:
    """A discriminator that was built elsewhere: whatever can be read can be asked."""
    path = _tensors(folder, DISCRIMINATOR_LAYOUT_FORMAT, {"config": contents})
    config = discriminator_config(path)
    assert isinstance(config, DiscriminatorLayout)
    assert DiscriminatorLayout.from_dict(json.loads(json.dumps(config.to_dict()))) == config
    with torch.inference_mode():
        assert load_discriminator(path)(torch.zeros(2, *config.picture_shape)).shape == (2,)


def read_layout(folder: Path, contents: bytes) -> None:
    """A generator that was built elsewhere: whatever can be read can be drawn."""
    path = _tensors(folder, LAYOUT_FORMAT, {"config": contents})
    config = read_checkpoint(path).config
    assert isinstance(config, Layout) and Layout.from_dict(json.loads(json.dumps(config.to_dict()))) == config
    with torch.inference_mode():
        assert load_generator(path)(torch.zeros(1, config.z_dim)).shape == (1, *config.picture_shape)


def read_registered(folder: Path, contents: bytes) -> None:
    """A generator that needs its own code."""
    config = read_checkpoint(_tensors(folder, REGISTERED_FORMAT, {"config": contents})).config
    assert isinstance(config, Registered) and config.blocks and layers_of(config)


def read_state_counters(folder: Path, contents: bytes) -> None:
    """The counters of a training state."""
    path = _tensors(folder, STATE_FORMAT, {"counters": contents})
    step_of(path)
    trained = trained_in(Run(folder, CONFIG), path)
    assert trained is None or (fits(trained.step, int) and fits(trained.seconds, float))


def read_pack(folder: Path, contents: bytes) -> None:
    """``meta.json`` beside packed pictures; one that cannot be used is made anew."""
    path = folder / "pack"
    _write(path / "meta.json", contents)
    np.save(path / "images.npy", np.zeros((1, 1, 16, 16), np.uint8))
    pack = packing._opened(path)
    assert pack is None or (pack.images.shape == (1, 1, 16, 16) and fits(pack.value_range, str))


def read_fingerprint(folder: Path, contents: bytes) -> None:
    """``pictures.json`` of a run."""
    run = Run(folder, CONFIG)
    _write(run.pictures_path, contents)
    likeness(run, CONFIG.data)
    assert all_fit(Fingerprint.from_dict(decoded(contents)), Fingerprint)


def read_remembered(folder: Path, contents: bytes) -> None:
    """Folders of pictures that were found again."""
    _write(remembered._path(), contents)
    remembered.remembered_folder("noise")
    remembered.remember_folder("other", folder)
    assert remembered.remembered_folder("other") == folder


def read_foreign_header(folder: Path, contents: bytes) -> None:
    """The header of a file of safetensors that somebody else wrote, before four numbers."""
    file = len(contents).to_bytes(8, "little") + contents + np.ones(4, np.float32).tobytes()
    _, tree = receive(io.BytesIO(b"".join(answer(Source(io.BytesIO(file))))))
    assert all(isinstance(value, np.ndarray) for name, value in tree.items() if name != "__metadata__")


_CONFIG_TEXT = json.dumps(CONFIG.model.to_dict())
_SCORES = dataclasses.asdict(Scores(1.0, 2.0, 0.5, 0.5))
EVENTS: list[events.TrainEvent] = [
    events.Started(0, "cpu", 10, 2, 6, None),
    events.Preparing("packing", 1, 2),
    events.StepLogged(1, 0.1, 0.2, 1.0, 2.0, 0.5, 0.5, 0.5, 10.0, 1.0, 1.0),
    events.SnapshotSaved(1, "snapshots/step-0000001.safetensors", 3),
    events.LearningRatesChanged(1, 0.1, 0.1, 4),
    events.StepTaken(1, "d", Scores(**_SCORES), Scores(**_SCORES), "a", "b", 5),
    events.Measured(1, {"swd": 1.0, "diversity": 0.5}),
    events.Evaluated(1, "fid", "grey", 2000, 1.5, True, 0.02),
    events.Diagnosed(1, "a", "b", "c"),
    events.Stopped(1, 2.0, 6),
]
_POINT = [0.5, -1.0, 2, 0]
_REGISTERED = {
    "name": "skipping",
    "z_dim": 4,
    "image_size": 8,
    "channels": 3,
    "distribution": "uniform",
    "pixels": {"scale": [2.0], "offset": [-1.0]},
    "layers": [
        {"path": "a", "kind": "ConvTranspose2d", "given": [4, 1, 1], "shape": [6, 8, 8]},
        {"path": "b.0", "kind": "Conv2d", "given": [6, 8, 8], "shape": [3, 8, 8]},
    ],
}
_WEIGHTS: Mapping[str, Callable[[dict[str, Any]], Shapes]] = {
    FORMAT: lambda values: weight_shapes(ModelConfig.from_dict(values)),
    LAYOUT_FORMAT: lambda values: weight_shapes(Layout.from_dict(values)),
    DISCRIMINATOR_LAYOUT_FORMAT: lambda values: block_weight_shapes(DiscriminatorLayout.from_dict(values).blocks),
}
_JUDGE = DiscriminatorLayout.of(
    (1, 8, 8), [(Convolution(1, 2, 4, 2, 1), Activation(ActivationKind.LEAKY)), (Linear(32, (1, 1, 1)),)]
)
MOST_NUMBERS = 10_000
"""No file of weights that is made here holds more."""
_META = {"folder": "/a", "digest": "b", "shape": [1, 1, 16, 16], "value_range": "", "unreadable": [["a", "b"]]}
READERS = (
    Reader("config", [CONFIG.to_dict() | {"parent": {"run": "a", "step": 1}}], read_run_config),
    Reader("events", [json.loads(events.to_json(each, 1.0)) for each in EVENTS], read_event_log),
    Reader(
        "control",
        [
            [
                {"id": 1, "action": "set-lr", "values": {"lr_g": 0.1}},
                {"id": 2**62, "action": "snapshot", "values": {}},
                {"id": 3, "action": "step-d"},
            ]
        ],
        read_requests,
    ),
    Reader("trainer", [{"pid": 1, "host": "here"}], read_trainer_mark),
    Reader("best", [{"step": 1, "measure": "fid", "space": "grey", "pictures": 2000, "value": 1.5}], read_best_mark),
    Reader(
        "session",
        [
            {
                "format": "latentarium-session-1",
                "model": {"name": "mnist", "path": "/nowhere/a.safetensors", "sha256": "0" * 64},
                "z": _POINT,
                "edits": ["block1:1=0"],
            }
        ],
        read_session,
    ),
    Reader("point", [_POINT], read_point),
    Reader("generator", [CONFIG.model.to_dict(), {"step": 1, "data": "noise"}], read_generator),
    Reader("layout", [LAYOUTS["classes first"].to_dict(), LAYOUTS["bilinear"].to_dict()], read_layout),
    Reader("discriminator", [_JUDGE.to_dict()], read_discriminator_layout),
    Reader("registered", [_REGISTERED], read_registered),
    Reader(
        "state", [{"step": 1, "elapsed": 2.0, "rates": {"config": [0.1, 0.1], "now": [0.2, 0.2]}}], read_state_counters
    ),
    Reader("pack", [_META], read_pack),
    Reader("fingerprint", [{"count": 2, "digest": "a", "sample": ["a", "b"]}], read_fingerprint),
    Reader(
        "foreign header",
        [
            {
                "a.weight": {"dtype": "F32", "shape": [3], "data_offsets": [0, 12]},
                "b": {"dtype": "F16", "shape": [1, 2], "data_offsets": [12, 16]},
                "__metadata__": {"format": "pt"},
            }
        ],
        read_foreign_header,
    ),
    Reader("folders", [{"noise": "/nowhere"}], read_remembered),
)


def _write(path: Path, contents: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(contents)


def _has_nan(logged: list[Any]) -> bool:
    return any(event != event for event in logged) or any("nan" in repr(event) for event in logged)


def _attempt(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except LatentariumError:
        return None


def _tensors(folder: Path, kind: str, about: Mapping[str, str | bytes]) -> Path:
    """A file of small tensors; metadata are texts, so bytes that are none are replaced."""
    texts = {name: each if isinstance(each, str) else each.decode("utf-8", "replace") for name, each in about.items()}
    path = folder / f"{kind}.safetensors"
    tensors = _fitting(kind, texts.get("config", "")) or {"weight": np.zeros(3, np.float32)}
    save_file(tensors, path, {"format": kind, **texts})
    return path


def _fitting(kind: str, config: str) -> dict[str, npt.NDArray[np.float32]] | None:
    """The weights that ``config`` asks for, if it can be read and asks for few."""
    wanted = _WEIGHTS.get(kind)
    if wanted is None:
        return None
    try:
        shapes = wanted(parse_json(config, dict[str, Any]))
    except LatentariumError:
        return None
    if sum(map(math.prod, shapes.values())) > MOST_NUMBERS:
        return None
    return {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
