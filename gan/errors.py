"""Errors that are meant for people: one readable line that says what is wrong and what to do."""


class LatentariumError(Exception):
    """A failure that is explained in its own message; shown without a traceback (exit status 1)."""


class UsageError(LatentariumError):
    """A wrong argument or setting: nothing was started and nothing was written (exit status 2)."""
