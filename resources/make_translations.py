"""Gathers the texts that are marked for translation in ``translations/*.ts``, and compiles what is translated there.

``python resources/make_translations.py``; then fill in what is unfinished, with Qt Linguist (``pyside6-linguist``) or a
text editor, and run it again. ``.qm`` files are what the window reads.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.learn.terms import DERIVED, derived_texts  # noqa: E402
from app.translations import FOLDER, Language  # noqa: E402


def main() -> None:
    """Bring all languages up to date."""
    for language in Language:
        if language is not Language.ENGLISH:
            gather(FOLDER / f"{language}.ts")
            _tool("pyside6-lrelease", "-silent", FOLDER / f"{language}.ts", "-qm", FOLDER / f"{language}.qm")


def gather(target: Path) -> None:
    """Have all texts of the program in ``target``, with the translations that it has."""
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder, "derived.py")
        lines = [f"QT_TRANSLATE_NOOP({DERIVED!r}, {text!r})" for text in derived_texts()]
        marked.write_text("\n".join(lines), "utf-8")
        sources = [
            path for path in sorted((ROOT / "app").rglob("*.py")) if "QT_TRANSLATE_NOOP" in path.read_text("utf-8")
        ]
        languages = ("-source-language", "en", "-target-language", target.stem)
        options = (*languages, "-no-obsolete", "-locations", "none", "-silent")
        _tool("pyside6-lupdate", *sources, marked, *options, "-ts", target)


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run([str(Path(sys.executable).with_name(name)), *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
