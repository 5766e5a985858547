"""Which of the formats a file is of, and what it holds."""

from gan.importing.entries import Listing
from gan.importing.errors import ForeignFileError
from gan.importing.other_kinds import START, refuse_other_kind
from gan.importing.safetensors_file import is_safetensors, read_safetensors
from gan.importing.source import Source
from gan.importing.torch_legacy import is_torch_legacy, read_torch_legacy
from gan.importing.torch_zip import read_torch_zip
from gan.words import tr

_ZIP = (b"PK\3\4", b"PK\5\6")


def read_listing(source: Source) -> Listing:
    """What the file ``source`` holds. Raises :class:`ForeignFileError`, and no other error."""
    try:
        return _read(source, source.start(START))
    except MemoryError:
        raise ForeignFileError(tr("it needs more memory than files of weights do; it may be made to do harm")) from None
    except RecursionError:
        raise ForeignFileError(tr("its parts are nested too deep")) from None


def _read(source: Source, start: bytes) -> Listing:
    if start.startswith(_ZIP):
        return read_torch_zip(source)
    if is_torch_legacy(start):
        return read_torch_legacy(source)
    if is_safetensors(start):
        return read_safetensors(source)
    raise refuse_other_kind(start)
