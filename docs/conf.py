"""Sphinx: guides from Markdown, and the reference from docstrings, which are read without importing anything."""

from pathlib import Path
from runpy import run_path

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parent.parent

project = "Latentarium"
release = run_path(str(ROOT / "gan" / "program.py"))["VERSION"]
copyright = "Latentarium's authors, MIT licence"

extensions = ["autoapi.extension", "myst_parser"]
root_doc = "index"
html_theme = "furo"
html_title = project
html_logo = "../resources/icons/latentarium.svg"
html_favicon = html_logo

autoapi_dirs = ["../gan", "../app"]
autoapi_root = "reference"
autoapi_add_toctree_entry = False
autoapi_options = ["members", "undoc-members", "show-module-summary"]
autoapi_member_order = "bysource"
autoapi_keep_files = False

# Names that stand in one assignment, as in FEWEST, MOST = 1, 9, cannot be followed to where they come from; short names
# in signatures may be those of several things.
suppress_warnings = ["autoapi.python_import_resolution", "ref.python"]

myst_heading_anchors = 3

ELSEWHERE = {
    "architecture": "ARCHITECTURE.md",
    "benchmarks": "BENCHMARKS.md",
    "changelog": "CHANGELOG.md",
    "contributing": "CONTRIBUTING.md",
    "recipes": "resources/recipes/README.md",
}
"""Pages whose text lies where people look for it in a repository."""


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", read_from_elsewhere)


def read_from_elsewhere(_: Sphinx, page: str, source: list[str]) -> None:
    """Put the text of a page :data:`ELSEWHERE` in the place of its stub; links between pages still hold."""
    text = source[0]
    if page in ELSEWHERE:
        text = (ROOT / ELSEWHERE[page]).read_text("utf-8").replace("](docs/", "](")
    for name, file in ELSEWHERE.items():
        text = text.replace(f"]({file})", f"]({name}.md)").replace(f"](../{file})", f"]({name}.md)")
    source[0] = text
