"""The scripts of a page, run by a small JavaScript engine; what needs a document is not among them."""

import json
import re
from pathlib import Path
from typing import Any

import quickjs

from gan.html.page import asset

WITHOUT_DOCUMENT = ("random.js", "latent.js", "network.js", "transposed.js", "colours.js")


class Scripts:
    """One context; names that were defined in it stay."""

    def __init__(self) -> None:
        self._context = quickjs.Context()
        for name in WITHOUT_DOCUMENT:
            self.run(asset(name))

    def run(self, source: str) -> None:
        """Define something."""
        self._context.eval(source)

    def set(self, name: str, value: Any) -> None:
        """Define a global ``name`` by a value as of JSON."""
        self.run(f"globalThis.{name} = {json.dumps(value)}")

    def value(self, expression: str) -> Any:
        """What an expression gives; typed arrays as lists."""
        plain = "(_, value) => ArrayBuffer.isView(value) ? Array.from(value) : value"
        return json.loads(self._context.eval(f"JSON.stringify({expression}, {plain})"))


def page_parts(path: Path) -> tuple[dict[str, Any], str]:
    """What a written page says of its model, and its weights as text."""
    text = path.read_text(encoding="utf-8")
    model, weights = (
        re.search(rf'<script type="[^"]*" id="{name}">(.*?)</script>', text, re.DOTALL) for name in ("model", "weights")
    )
    assert model is not None and weights is not None
    return json.loads(model[1]), weights[1]


def scripts_of(path: Path) -> Scripts:
    """With the ``network`` of a written page."""
    scripts = Scripts()
    model, weights = page_parts(path)
    scripts.set("model", model)
    scripts.set("weights", weights)
    scripts.run("globalThis.network = new Network(model, readTensors(model, weights))")
    return scripts
