"""Everything that fixes a training run, apart from the shape of the networks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from gan.data.value_range import AUTO, BETWEEN, check
from gan.errors import UsageError
from gan.json_file import shaped
from gan.model.config import ModelConfig
from gan.settings import Settings, called, setting
from gan.train.losses import LOSSES
from gan.words import tr


@dataclass(frozen=True)
class Parent:
    """The run that a branch started from, by its folder, and the step at which it left."""

    run: str
    step: int


LIMITS = ("epochs", "steps", "minutes")
"""The settings that end a run."""


@dataclass(frozen=True)
class TrainConfig(Settings):
    """How a run learns. A run ends at the first limit it reaches: ``epochs``, ``steps`` or ``minutes``."""

    data: str = setting(
        "sprites",
        "What to learn from: a named set, or a folder, .zip or .npy file of your own pictures.",
        label="Pictures",
    )
    labels: bool = setting(
        False,
        "Tell both networks what kind each picture is of, so that the generator can be asked for one: the classes of "
        "a named set, or the folders that your own pictures are sorted into.",
        label="Learn classes",
    )
    epochs: int | None = setting(
        20, "How often every picture is seen. Empty: no limit of this kind.", label="Epochs", minimum=1
    )
    steps: int | None = setting(
        None,
        "How many batches are learned from. Empty: no limit of this kind.",
        label="Steps",
        minimum=1,
        advanced=True,
    )
    minutes: float | None = setting(
        None, "How long to train. Empty: no limit of this kind.", label="Minutes", minimum=0.001
    )
    batch_size: int = setting(
        64,
        "Pictures per step. Larger is steadier and slower; BatchNorm needs at least 2.",
        label="Batch size",
        minimum=2,
        maximum=4096,
    )
    lr_g: float = setting(
        2e-4,
        "Step length of the generator's Adam. 0.0002 is the DCGAN paper's.",
        label="Learning rate of G",
        minimum=0.0,
        maximum=1.0,
    )
    lr_d: float = setting(
        2e-4,
        "Step length of the discriminator's Adam. Lower it when D wins at once.",
        label="Learning rate of D",
        minimum=0.0,
        maximum=1.0,
    )
    lr_decay: float = setting(
        0.0,
        "Over this last share of the run both learning rates fall evenly to 0, which settles the pictures: 1 is all of "
        "it, 0.5 the second half, 0 never. The first limit to be reached counts; a run without an end keeps its rates, "
        "and one that goes on longer goes by its new end.",
        label="Decay of learning rates",
        minimum=0.0,
        maximum=1.0,
        advanced=True,
    )
    beta1: float = setting(
        0.5,
        "Adam's momentum. The DCGAN paper found 0.9 unstable and took 0.5.",
        label="Adam beta 1",
        minimum=0.0,
        maximum=0.9999,
        advanced=True,
    )
    beta2: float = setting(
        0.999,
        "Adam's memory of gradient size.",
        label="Adam beta 2",
        minimum=0.0,
        maximum=0.999999,
        advanced=True,
    )
    loss: str = setting(
        next(iter(LOSSES)),
        "; ".join(f"{loss.name} {loss.explanation}" for loss in LOSSES.values()) + ".",
        label="Loss",
        choices=tuple(LOSSES),
        advanced=True,
    )
    r1: float = setting(
        0.0,
        "Weight (gamma) of the R1 penalty, which keeps D smooth around real pictures; 1 to 10 is usual, 0 is none.",
        label="R1 penalty",
        minimum=0.0,
        maximum=1000.0,
        advanced=True,
    )
    r2: float = setting(
        0.0,
        "The same at generated pictures (R2), which the relativistic loss wants beside R1. With one of the two alone D "
        "is smooth on one side only.",
        label="R2 penalty",
        minimum=0.0,
        maximum=1000.0,
        advanced=True,
    )
    penalty_every: int = setting(
        1,
        "D's penalties are computed every so many steps only, with as many times the weight: 4 to 16 saves most of "
        "what they cost.",
        label="Steps between penalties",
        minimum=1,
        maximum=64,
        advanced=True,
    )
    augment: bool = setting(
        False,
        "Change colours, shift and cut holes into what D sees, real or generated, so that it cannot learn a small "
        "collection by heart.",
        label="Differentiable augmentation",
        advanced=True,
    )
    even_kernels: bool = setting(
        False,
        "After each step, make what a transposed convolution of G answers to flat maps flat again, as its taps else "
        "draw a checkerboard into flat colour.",
        label="Even kernels",
        advanced=True,
    )
    label_smoothing: float = setting(
        0.0,
        f"With {' or '.join(loss.name for loss in LOSSES.values() if loss.smooths)}, real pictures are labelled 1 "
        "minus this, which keeps D from growing too sure.",
        label="Label smoothing",
        minimum=0.0,
        maximum=0.5,
        advanced=True,
    )
    ema_decay: float = setting(
        0.999,
        "The saved generator is a running average of G; the decay is ramped up to this value.",
        label="EMA decay",
        minimum=0.0,
        maximum=0.999999,
        advanced=True,
    )
    ema_pictures: int | None = setting(
        None,
        "Half-life of the running average in pictures, whatever the batch size: 20000 means that what was learned "
        "from the last 20,000 counts half. Shorter while a run is young. Empty: by the EMA decay.",
        label="EMA half-life",
        minimum=1,
        maximum=10**9,
        advanced=True,
    )
    mirror: bool = setting(
        False,
        "Flip half of the pictures, drawn anew each time, left to right. Not for digits or letters.",
        label="Mirror pictures",
        advanced=True,
    )
    crop: str = setting(
        "middle",
        "Your own pictures of other proportions: middle takes the largest part in the middle, whole adds margins, "
        "stretch changes their proportions.",
        label="Crop",
        choices=("middle", "whole", "stretch"),
        advanced=True,
    )
    background: str = setting(
        "white",
        "What transparent parts and margins of your own pictures show.",
        label="Background",
        choices=("white", "black", "grey"),
        advanced=True,
    )
    value_range: str = setting(
        AUTO,
        "Your own pictures with 16 bits or floating point: auto stretches what all of them hold from black to white, "
        f"type takes 0{BETWEEN}65535, or 0{BETWEEN}1 for floats; or two numbers such as 0{BETWEEN}4095. A run keeps "
        "what was found.",
        label="Value range",
        advanced=True,
    )
    seed: int = setting(
        0,
        "The same seed, settings and thread count give the same run on CPU.",
        label="Seed",
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    )
    device: str = setting("auto", "auto is CUDA, else MPS, else CPU.", label="Device", advanced=True)
    precision: str = setting(
        "auto",
        "auto is bfloat16 where the device computes with it natively and float32 elsewhere.",
        label="Precision",
        choices=("auto", "fp32", "bf16"),
        advanced=True,
    )
    cuda_graphs: bool = setting(
        False,
        "Record once what a step does on a CUDA device, and replay it: small networks learn faster, as the parts of a "
        "step are not launched one by one. Where it cannot be done the run says why and goes on without.",
        label="CUDA graphs",
        advanced=True,
    )
    threads: int = setting(
        0, "CPU threads; 0 takes one for each core.", label="Threads", minimum=0, maximum=1024, advanced=True
    )
    limit: int | None = setting(
        None,
        "Learn from this many pictures only. Empty: all.",
        label="Limit pictures",
        minimum=2,
        advanced=True,
    )
    sample_count: int = setting(
        64, "Pictures in the sample grid.", label="Samples", minimum=1, maximum=400, advanced=True
    )
    sample_seconds: float = setting(
        4.0,
        "A sample grid is drawn this often at first, later more rarely.",
        label="Seconds between samples",
        minimum=0.1,
        advanced=True,
    )
    snapshot_seconds: float = setting(
        5.0,
        "The generator is saved this often at first, later more rarely; the picture of a followed run changes with it.",
        label="Snapshot every … s",
        minimum=0.1,
    )
    state_seconds: float = setting(
        60.0,
        "All that resume needs is saved this often.",
        label="Seconds between saved states",
        minimum=0.1,
        advanced=True,
    )
    state_steps: int | None = setting(
        None,
        "All that resume needs is saved after this many steps, too. Empty: by time only.",
        label="Steps between saved states",
        minimum=1,
        advanced=True,
    )
    kept_states: int = setting(
        8,
        "How many saved states are kept to branch from, the older the further apart. Each is about seven "
        "times as large as a generator in full precision.",
        label="States to branch from",
        minimum=0,
        maximum=1000,
        advanced=True,
    )
    tensorboard: bool = setting(
        False,
        "Write the curves for TensorBoard, too, into the run's folder tensorboard. Needs the package tensorboard.",
        label="TensorBoard files",
        advanced=True,
    )
    model: ModelConfig = field(default_factory=ModelConfig)
    parent: Parent | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        check(self.value_range)
        if self.model.class_names and not self.labels:
            raise UsageError(tr("networks that were told classes go on with labels"))
        if self.model.d_norm == "batch" and not LOSSES[self.loss].mixes:
            raise UsageError(
                tr(
                    "{loss} judges pictures one by one, BatchNorm mixes them; set {norm} to none or spectral",
                    loss=self.loss,
                    norm=called(ModelConfig.info("d_norm")),
                )
            )

    @property
    def has_end(self) -> bool:
        """Whether there is a limit; a run without one goes on until it is stopped."""
        return any(getattr(self, name) is not None for name in LIMITS)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The inverse of ``to_dict``; ``model`` and ``parent`` may be absent."""
        model = ModelConfig.from_dict(shaped(values.get("model", {}), dict[str, Any]))
        parent = values.get("parent")
        parent = None if parent is None else shaped(parent, Parent)
        return super().from_dict({**values, "model": model, "parent": parent})
