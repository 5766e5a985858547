"""``layers``: how a generator makes one picture, layer by layer, as PNG files and numbers."""

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan.commands.convolution_steps import Channels, draw_steps, step_files
from gan.commands.options import (
    add_changes,
    add_device,
    add_model,
    add_seed,
    given_model,
    given_request,
    require_writable,
    told_text,
    whole_number,
)
from gan.explore.latent import sample_z
from gan.files import write_whole
from gan.images import save_png
from gan.layers.catalogue import Layer, Stage, Upsampling, find_layer, layers_of
from gan.layers.mosaic import COLOUR_MAPS, Maps, columns_for, mosaic, value_range
from gan.layers.report import DIVERGING, default_colour_map, rounded, statistics
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.request import RenderRequest

if TYPE_CHECKING:
    from gan.render import Renderer

PICTURE, INDEX = "picture.png", "layers.json"
GROUND = 128


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("layers", help="show what every layer does on the way from z to a picture")
    add_model(parser)
    add_seed(parser)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures and layers.json")
    parser.add_argument(
        "--layer",
        action="append",
        metavar="NAME",
        help="only this layer, such as block2.act; may be given several times (default: all)",
    )
    parser.add_argument(
        "--upsample",
        choices=tuple(map(str, Upsampling)),
        default=str(Upsampling.NATIVE),
        help="enlarge the maps to the picture's size, or leave them as they are (default: native)",
    )
    parser.add_argument(
        "--colour-map",
        choices=COLOUR_MAPS,
        help="colours of all layers (default: diverging, viridis after ReLU)",
    )
    for kind in ("input", "output"):
        parser.add_argument(
            f"--{kind}-channel",
            type=whole_number(0),
            metavar="N",
            help=f"the {kind} channel whose transposed convolution is shown step by step (default: the strongest)",
        )
    add_changes(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write a PNG of each layer and of each step of each convolution, the picture and ``layers.json`` into ``--out``.

    Other files there stay.
    """
    source, checkpoint = given_model(args)
    layers = chosen_layers(checkpoint.config, args.layer)
    config = checkpoint.config
    request = given_request(args, source.path, config, sample_z(1, config.z_dim, args.seed, config.distribution))
    blocks, channels = _convolved(config, layers), Channels(args.input_channel, args.output_channel)
    for block in blocks:
        channels.check(block)
    files = [name for block in blocks for name in step_files(block)]
    for name in (PICTURE, INDEX, *map(file_of, layers), *files):
        require_writable(args.out / name)
    from gan.render import Renderer

    sheet = _Sheet(Renderer(args.device), request, Upsampling(args.upsample), args.colour_map)
    save_png(args.out / PICTURE, sheet.renderer.render(request).images[0], request.network_text)
    index = {
        "model": source.name,
        "seed": args.seed,
        "upsample": args.upsample,
        **({} if request.chosen_class is None else {"class": request.chosen_class, "class_name": request.class_name}),
        "edits": list(map(str, request.edits)),
        "batch_norm": "running" if args.batch_norm is None else args.batch_norm.size,
        "picture": PICTURE,
        "layers": [sheet.draw(layer, args.out) for layer in layers],
        "convolutions": [draw_steps(sheet.renderer, request, block, channels, args.out) for block in blocks],
        "z": request.z[0].tolist(),
    }
    write_whole(args.out / INDEX, json.dumps(index, indent=1).encode())
    print(f"wrote {args.out}: {len(layers)} layers of {source.name}{told_text(request)}")


def chosen_layers(config: Architecture, names: list[str] | None) -> tuple[Layer, ...]:
    """The layers called ``names``, or all. Raises :class:`gan.errors.UsageError` for an unknown one."""
    if names is None:
        return layers_of(config)
    return tuple(find_layer(config, name) for name in dict.fromkeys(names))


def _convolved(config: Architecture, layers: tuple[Layer, ...]) -> tuple[BlockSpec, ...]:
    """The blocks whose convolution is among ``layers``."""
    names = {layer.block for layer in layers if layer.stage is Stage.CONV}
    return tuple(block for block in config.blocks if block.name in names)


def file_of(layer: Layer) -> str:
    """Name of the layer's picture."""
    return f"{layer.name}.png"


@dataclasses.dataclass(frozen=True)
class _Sheet:
    """Draws layers for one z. One layer at a time is rendered, as all maps at once can fill the memory."""

    renderer: "Renderer"
    request: RenderRequest
    upsampling: Upsampling
    colour_map: str | None

    def draw(self, layer: Layer, folder: Path) -> dict[str, Any]:
        """Write the layer's picture into ``folder`` and return its entry of ``layers.json``."""
        native = self._maps(layer, Upsampling.NATIVE)
        shown = native if self.upsampling is Upsampling.NATIVE else self._maps(layer, self.upsampling)
        colour_map = self.colour_map or default_colour_map(layer)
        signed = colour_map == DIVERGING  # whose middle colour has to be zero
        columns = columns_for(len(shown))
        picture = mosaic(shown, colour_map, signed=signed, columns=columns, background=GROUND)
        save_png(folder / file_of(layer), picture)
        return {
            "name": layer.name,
            "explanation": layer.explanation,
            "shape": layer.shape,
            **dataclasses.asdict(statistics(native)),
            "file": file_of(layer),
            "colour_map": colour_map,
            "value_range": [rounded(end) for end in value_range(shown, signed=signed)],
            "columns": columns,
        }

    def _maps(self, layer: Layer, upsampling: Upsampling) -> Maps:
        """(C, H, W) float32."""
        request = dataclasses.replace(self.request, layers=(layer.name,), upsampling=upsampling)
        maps: Maps = self.renderer.render(request).maps[layer.name][0]
        return maps
