"""What a person has said of a file's layers, applied to what is tried."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gan.errors import UsageError
from gan.importing import priors
from gan.importing.geometry import Geometry, is_possible
from gan.importing.readings import Assumptions
from gan.importing.skeleton import Kind, Link
from gan.model.part_specs import Activation, Convolution, Shape, TransposedConvolution
from gan.words import tr


@dataclass(frozen=True)
class Said:
    """See :class:`Assumptions`."""

    assumptions: Assumptions = field(default_factory=Assumptions)

    @property
    def side(self) -> int | None:
        """Of the pictures."""
        return self.assumptions.size

    def activations(self) -> Sequence[tuple[Activation | None, float]]:
        """Those of hidden layers, with their costs. Raises :class:`UsageError` for one that there cannot be."""
        name = self.assumptions.activation
        if name is None:
            return priors.ACTIVATIONS
        found = [(one, cost) for one, cost in priors.ACTIVATIONS if one is not None and one.kind.value == name]
        if not found:
            raise UsageError(
                tr("the file has no learned slopes, so {name} cannot be what follows its layers", name=name)
            )
        return found

    def allowed(self, choices: Sequence[Geometry], link: Link, number: int, shape: Shape) -> Sequence[Geometry]:
        """Those ``choices`` for ``link`` that fit, or what was said itself where it is none of them.

        Nothing where that is impossible for maps of ``shape``. Raises :class:`UsageError` for what is no convolution.
        """
        layers = self.assumptions.layers
        said = layers.get(link.unit.name, layers.get(f"block{number + 1}"))
        if said is None:
            return choices
        if link.kind is Kind.LINEAR:
            raise UsageError(
                tr("{name} is a linear layer; only convolutions have a stride and a padding", name=link.unit.name)
            )
        numbers = (*said, 0)[:3]
        fitting = [choice for choice in choices if _numbers(choice) == numbers]
        unusual = Geometry(None, _operation(link, *numbers), 0.0)
        return fitting or [choice for choice in [unusual] if is_possible(choice, shape)]


def _numbers(choice: Geometry) -> tuple[int, int, int]:
    operation = choice.operation
    if isinstance(operation, TransposedConvolution):
        return operation.stride, operation.padding, operation.output_padding
    return (operation.stride, operation.padding, 0) if isinstance(operation, Convolution) else (0, 0, 0)


def _operation(link: Link, stride: int, padding: int, output_padding: int) -> TransposedConvolution | Convolution:
    unit, bias = link.unit, link.unit.bias is not None
    if link.kind is Kind.TRANSPOSED:
        return TransposedConvolution(link.inputs, link.outputs, unit.kernel, stride, padding, output_padding, bias)
    return Convolution(link.inputs, link.outputs, unit.kernel, stride, padding, bias)
