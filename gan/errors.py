"""Errors that are meant for people: one readable line that says what is wrong and what to do."""

from gan.words import marked, tr

SYSTEM_REASONS = (
    marked("No space left on device"),
    marked("Permission denied"),
    marked("Operation not permitted"),
    marked("No such file or directory"),
    marked("Is a directory"),
    marked("Not a directory"),
    marked("File exists"),
    marked("File name too long"),
    marked("Read-only file system"),
    marked("Input/output error"),
    marked("Disk quota exceeded"),
)
"""What the system says most often when it refuses something, as it is translated."""


def reason_of(error: OSError) -> str:
    """Why the system refuses something."""
    return tr(error.strerror) if error.strerror else str(error)


def sentence(words: object) -> str:
    """``words``, such as an error or a reason, with a capital letter and a full stop; nothing stays nothing."""
    text = str(words)
    return tr("{words}.", words=text[:1].upper() + text[1:]) if text else ""


class LatentariumError(Exception):
    """A failure that is explained in its own message; shown without a traceback (exit status 1)."""

    @property
    def words(self) -> str:
        """The message; one that :func:`gan.words.tr` has said can be said again in another language."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class UsageError(LatentariumError):
    """A wrong argument or setting: nothing was started and nothing was written (exit status 2)."""
