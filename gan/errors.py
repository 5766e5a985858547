"""Errors that are meant for people: one readable line that says what is wrong and what to do."""


def sentence(words: object) -> str:
    """``words``, such as an error or a reason, with a capital letter and a full stop; nothing stays nothing."""
    text = str(words)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


class LatentariumError(Exception):
    """A failure that is explained in its own message; shown without a traceback (exit status 1)."""


class UsageError(LatentariumError):
    """A wrong argument or setting: nothing was started and nothing was written (exit status 2)."""
