"""The error of this package, and its limits. Neither torch nor numpy is imported here: the child process needs it."""

from gan.errors import LatentariumError

LARGEST_FILE = 2**29
"""Bytes of a file that is read."""
LARGEST_ARRAYS = 2**29
"""Bytes of all arrays of a file, as they are handed on: four for a floating number, eight for a whole one."""
MOST_ARRAYS = 20_000
MOST_ENTRIES = 100_000
"""Arrays, numbers and texts of a file."""
DEEPEST = 32
"""Dicts and lists within each other."""
MOST_DIMENSIONS = 8
LONGEST_NAME = 500
"""Characters of a key, and of a text that is kept."""
LARGEST_HEADER = 2**26
"""Bytes of what a file says of its arrays; what the child process says of them may be as long."""

CUT_OFF = "it is cut off or damaged; copy or download it again from where it came from"
HOW_TO_SAVE = 'torch.save(model.state_dict(), "netG.pth")'


class ForeignFileError(LatentariumError):
    """A file that holds no weights that can be read, or that could do harm."""


def damaged() -> ForeignFileError:
    """The error for a file whose parts do not fit together."""
    return ForeignFileError(CUT_OFF)
