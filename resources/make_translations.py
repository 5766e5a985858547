"""Gathers the texts that are marked for translation in ``translations/*.ts``, and compiles what is translated there.

``python resources/make_translations.py``; then fill in what is unfinished, with Qt Linguist (``pyside6-linguist``) or a
text editor, and run it again. ``.qm`` files are what the window reads.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.languages import Language  # noqa: E402
from app.translations import CONTEXT, FOLDER  # noqa: E402
from gan.data.named import NAMED_SETS  # noqa: E402
from gan.diagnostics import PLACES  # noqa: E402
from gan.explore.inversion_settings import InversionSettings  # noqa: E402
from gan.explore.methods import METHODS  # noqa: E402
from gan.formats import FORMATS  # noqa: E402
from gan.layers.mosaic import COLOUR_MAPS  # noqa: E402
from gan.layers.toys import Pattern  # noqa: E402
from gan.measure.measures import MEASURES  # noqa: E402
from gan.measure.neighbours import CLOSENESS  # noqa: E402
from gan.measure.spaces import SPACES  # noqa: E402
from gan.model.config import ModelConfig  # noqa: E402
from gan.model.kinds import KINDS  # noqa: E402
from gan.train.config import LIMITS, TrainConfig  # noqa: E402
from gan.train.doctor import DIAGNOSES  # noqa: E402
from gan.train.presets import PRESETS  # noqa: E402
from gan.train.run import RunState  # noqa: E402

TEXTS_OF = {"tr": 1, "marked": 1, "counted": 2}
"""The functions of :mod:`gan.words`, and how many of their first arguments are texts."""
SETTINGS = (ModelConfig, TrainConfig, InversionSettings)
TABLES = (CLOSENESS, DIAGNOSES, FORMATS, KINDS, MEASURES, METHODS, NAMED_SETS, PLACES, PRESETS, SPACES)
FIELDS = ("title", "label", "explanation", "message", "advice", "unit", "without")
"""What the records of the core say to people in; their names are for programs."""


def main() -> None:
    """Bring all languages up to date."""
    for language in Language:
        if language is not Language.ENGLISH:
            gather(FOLDER / f"{language}.ts")
            _tool("pyside6-lrelease", "-silent", FOLDER / f"{language}.ts", "-qm", FOLDER / f"{language}.qm")


def gather(target: Path) -> None:
    """Have all texts of the program in ``target``, with the translations that it has."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "texts.py")
        lines = [f"QT_TRANSLATE_NOOP({CONTEXT!r}, {text!r})" for text in dict.fromkeys(texts())]
        found.write_text("\n".join(lines), "utf-8")
        languages = ("-source-language", "en", "-target-language", target.stem)
        options = (*languages, "-no-obsolete", "-locations", "none", "-silent")
        _tool("pyside6-lupdate", found, *options, "-ts", target)


def texts() -> Iterator[str]:
    """Every text that is said or marked in the program, then those of the records of its core."""
    for package in ("app", "gan"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield from texts_in(path)
    yield from record_texts()


def texts_in(path: Path) -> Iterator[str]:
    """What is said or marked in one file."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            for argument in call.args[: TEXTS_OF.get(call.func.id, 0)]:
                yield from (each.value for each in _choices(argument) if isinstance(each.value, str) and each.value)


def record_texts() -> Iterator[str]:
    """What records of the core say, which knows no language; the window translates it where it shows it."""
    settings = [info for kind in SETTINGS for info in kind.infos()]
    records = [*settings, *(record for table in TABLES for record in getattr(table, "values", lambda t=table: t)())]
    for record in records:
        yield from filter(None, (getattr(record, field, "") for field in FIELDS))
    yield from (choice for info in settings for choice in info.choices or () if isinstance(choice, str))
    yield from (place.name for place in PLACES)
    yield from LIMITS
    yield from (name.capitalize() for name in (*COLOUR_MAPS, *Pattern))
    yield from (state.value for state in RunState)


def _choices(argument: ast.expr) -> Iterator[ast.Constant]:
    """The texts that an argument can be: itself, or either branch of a condition."""
    if isinstance(argument, ast.Constant):
        yield argument
    elif isinstance(argument, ast.IfExp):
        yield from _choices(argument.body)
        yield from _choices(argument.orelse)


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run([str(Path(sys.executable).with_name(name)), *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
