"""What a file calls things, made fit for one line that people read."""

LONGEST = 80
"""Characters of a quoted name."""


def printable(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, with a question mark for what cannot be printed, and cut where it is too long."""
    clean = "".join(each if each.isprintable() else "?" for each in text[: longest + 1])
    return clean if len(clean) <= longest else f"{clean[: longest - 1]}…"
