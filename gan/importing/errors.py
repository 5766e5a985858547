"""The error of this package. Neither torch nor numpy is imported here: the child process needs it."""

from gan.errors import LatentariumError

HOW_TO_SAVE = 'torch.save(model.state_dict(), "netG.pth")'
SAVE_WEIGHTS = f"in the program that made it, save those of the network: {HOW_TO_SAVE}"
CUT_OFF = "it is cut off or damaged; copy or download it again from where it came from"


class ForeignFileError(LatentariumError):
    """A file that holds no weights that can be read, or that could do harm."""


def damaged() -> ForeignFileError:
    """The error for a file whose parts do not fit together."""
    return ForeignFileError(CUT_OFF)
