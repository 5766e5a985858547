"""A page as one text: its parts put together, which needs no torch."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from gan.explore.directions import Directions
from gan.html.numbers import Packed
from gan.request import RenderRequest

ASSETS = Path(__file__).with_name("assets")
SCRIPTS = (
    "random.js",
    "latent.js",
    "network.js",
    "transposed.js",
    "colours.js",
    "wording.js",
    "cell_grid.js",
    "explore.js",
    "layers.js",
    "arithmetic.js",
    "main.js",
)
"""In the order in which they need each other."""


@dataclass(frozen=True, eq=False)
class Page:
    """What goes on a page: the generator of ``request`` with its edits and class, which begins at its first point.

    ``name`` is what people call the generator, ``seed`` what that point was drawn from, if from one. ``directions``
    get sliders; without any, the ones that change the picture most are found.
    """

    request: RenderRequest
    name: str
    title: str = ""
    seed: int | None = None
    directions: Directions | None = None

    @property
    def heading(self) -> str:
        """The title, or one that names the generator."""
        return self.title or f"Inside a generator: {self.name}"


def page_text(page: Page, model: Mapping[str, Any], weights: Packed) -> str:
    """The whole file. The same arguments give the same text; names in it are shown as they are, never as HTML.

    A policy in it allows these very scripts and styles, and nothing from elsewhere.
    """
    style = asset("page.css")
    scripts = [asset(name) for name in SCRIPTS]
    policy = f"default-src 'none'; script-src {_allowed(*scripts)}; style-src {_allowed(style)}; base-uri 'none'"
    return Template(asset("page.html")).substitute(
        policy=policy,
        title=escape(page.heading),
        style=style,
        model=_json({**model, "tensors": weights.places}),
        weights=weights.text,
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def asset(name: str) -> str:
    """The text of a file that pages are made of."""
    return (ASSETS / name).read_text(encoding="utf-8")


def _allowed(*texts: str) -> str:
    """The hashes by which a browser knows inline scripts and styles."""
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _json(values: Mapping[str, Any]) -> str:
    """As it may stand inside a script element, which any ``</script>`` in a name would end."""
    return json.dumps(values, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")
