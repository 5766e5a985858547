"""``import``: what generator a file holds that others made, and that generator as a file of ours."""

import argparse
import time
from pathlib import Path
from typing import Any

from gan.commands.describing import growth_text, input_texts, pictures_text, pixels_texts
from gan.commands.facts import add_json, print_json, print_text
from gan.commands.findings import discriminator_texts, report_lines, statistics_texts
from gan.commands.options import output_path, require_writable, whole_number
from gan.errors import UsageError
from gan.files import is_there, typed_path
from gan.importing.opening import Assumptions, Import, Reading, import_generator, save_reading
from gan.model.checkpoint import SUFFIX
from gan.model.part_specs import LARGEST_SIDE, ActivationKind
from gan.sources import is_foreign

LARGEST_STRIDE = 8


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("import", help="work out what generator a file of weights holds that others made")
    parser.add_argument("file", metavar="FILE", type=typed_path, help="a file that torch.save wrote, or .safetensors")
    parser.add_argument("--out", type=output_path(SUFFIX), help="write the generator here (default: report only)")
    parser.add_argument(
        "--assume",
        action="append",
        type=assumption,
        default=[],
        metavar="LAYER=STRIDE,PADDING[,OUTPUT_PADDING]",
        help="what a convolution does, by its name in the file or ours (block2); may be given several times",
    )
    activations = [kind.value for kind in ActivationKind]
    parser.add_argument("--activation", choices=activations, help="what stands behind the hidden layers")
    parser.add_argument(
        "--size", type=whole_number(1, LARGEST_SIDE), metavar="N", help="side of the pictures in pixels"
    )
    parser.add_argument(
        "--choice", type=whole_number(1), default=1, metavar="K", help="which reading, where several are as likely"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def assumption(text: str) -> tuple[str, tuple[int, ...]]:
    """An argparse type: ``main.3=2,1`` as a name and (stride, padding), or with the output padding as third."""
    name, _, said = text.rpartition("=")
    try:
        numbers = tuple(map(int, said.split(",")))
    except ValueError:
        numbers = ()
    if not name or len(numbers) not in (2, 3):
        raise argparse.ArgumentTypeError(f"{text!r} is not LAYER=STRIDE,PADDING or LAYER=STRIDE,PADDING,OUTPUT_PADDING")
    stride, padding, *output_padding = numbers
    if not (1 <= stride <= LARGEST_STRIDE and padding >= 0 and all(0 <= more < stride for more in output_padding)):
        limits = f"strides go from 1 to {LARGEST_STRIDE}, paddings from 0, output paddings from 0 to below the stride"
        raise argparse.ArgumentTypeError(f"{text!r} says what no convolution does: {limits}")
    return name, numbers


def run(args: argparse.Namespace) -> None:
    """Print the report; write ``--out``."""
    _check_foreign(args.file)
    if args.out is not None:
        require_writable(args.out)
    started = time.perf_counter()
    found = import_generator(args.file, Assumptions(dict(args.assume), args.activation, args.size))
    seconds = time.perf_counter() - started
    reading = _chosen(found, args.choice)
    if args.out is not None:
        save_reading(args.out, found, reading)
    if args.json:
        print_json(_facts(found, args.choice, args.out, seconds))
    else:
        _print_report(found, reading, seconds)
        print(_ending(found, args.choice, args.out))


def _check_foreign(path: Path) -> None:
    """Raises :class:`UsageError` for what needs no import; what cannot be read is explained by who reads."""
    if is_there(path) and path.is_file() and not is_foreign(path):
        raise UsageError(f"{path} is a file of this program, or what is left of one; open it as it is")


def _chosen(found: Import, number: int) -> Reading:
    if number > len(found.choices):
        raise UsageError(f"there is no choice {number}; {_count(len(found.choices))} as likely as the first")
    return found.choices[number - 1]


def _count(choices: int) -> str:
    return "no other reading is about" if choices == 1 else f"only {choices} readings are about"


def _print_report(found: Import, reading: Reading, seconds: float) -> None:
    layout = reading.layout
    where = f", in it {found.network}" if found.network else ""
    print_text(
        {
            "file": f"{found.path}, {found.kind}{where}",
            **input_texts(layout),
            "blocks": growth_text(layout),
            "makes": pictures_text(layout),
            "range": "from -1 to 1" if layout.gives_pixels else "cut off below -1 and above 1",
            **pixels_texts(layout),
            **statistics_texts(reading.useless_statistics),
            **discriminator_texts(found),
            "took": f"{seconds:.1f} s",
        }
    )
    lines = report_lines(reading.findings)
    print("\n".join(["", *lines]) if lines else "", end="\n" if lines else "")


def _ending(found: Import, number: int, out: Path | None) -> str:
    wrote = "" if out is None else f"wrote {out}"
    if not found.is_open:
        return wrote
    choices = [
        f"  {place}  cost {one.cost:.3f}  {_difference(one, place)}" for place, one in enumerate(found.choices, 1)
    ]
    advice = "Choose with --choice 2, or say what you know with --assume, --activation or --size."
    which = "" if out is None else f"{wrote}: choice {number}" + (", only the likeliest" if number == 1 else "")
    head = "The evidence leaves it open which of these it is:"
    return "\n".join(filter(None, ["", head, *choices, advice, which]))


def _difference(reading: Reading, place: int) -> str:
    return "the likeliest" if place == 1 else reading.differs or growth_text(reading.layout)


def _facts(found: Import, number: int, out: Path | None, seconds: float) -> dict[str, Any]:
    return {
        "file": str(found.path),
        "kind": found.kind,
        "sha256": found.sha256,
        "network": found.network,
        "seconds": round(seconds, 3),
        "open": found.is_open,
        "choice": number,
        "choices": [_reading_facts(reading) for reading in found.choices],
        "discriminator": discriminator_texts(found).get("discriminator"),
        "out": None if out is None else str(out),
    }


def _reading_facts(reading: Reading) -> dict[str, Any]:
    return {
        "cost": reading.cost,
        "differs": reading.differs,
        "config": reading.layout.to_dict(),
        "picture_shape": reading.layout.picture_shape,
        "useless_statistics": reading.useless_statistics,
        "report": [vars(finding) for finding in reading.findings],
    }
