"""The error of this package. Neither torch nor numpy is imported here: the child process needs it."""

from gan.errors import LatentariumError
from gan.words import marked, tr

HOW_TO_SAVE = 'torch.save(model.state_dict(), "netG.pth")'
CUT_OFF = marked("it is cut off or damaged; copy or download it again from where it came from")


class ForeignFileError(LatentariumError):
    """A file that holds no weights that can be read, or that could do harm."""


def damaged() -> ForeignFileError:
    """The error for a file whose parts do not fit together."""
    return ForeignFileError(tr(CUT_OFF))


def save_weights() -> str:
    """What to do where the file was made."""
    return tr("in the program that made it, save those of the network: {how_to_save}", how_to_save=HOW_TO_SAVE)
