"""``export``: a generator as an ONNX file."""

import argparse
import json
from typing import Any

from gan.commands.options import add_model, given_model, output_path, require_writable


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("export", help="write a generator as an ONNX file, checked against torch")
    add_model(parser)
    parser.add_argument(
        "--out", type=output_path(".onnx"), required=True, help="takes z (N, z_dim), gives images (N, C, H, W)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``."""
    source, checkpoint = given_model(args)
    require_writable(args.out)
    from gan.model.checkpoint import load_generator
    from gan.onnx_file import save_onnx

    about = json.dumps({"config": checkpoint.config.to_dict(), "provenance": dict(checkpoint.provenance)})
    difference = save_onnx(args.out, load_generator(source.path), about)
    print(f"wrote {args.out}: {source.name}, whose pictures differ from torch's by at most {difference:.1e}")
