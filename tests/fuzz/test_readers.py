"""No file, whatever is in it, makes a reader do anything but read it, leave it out or say in one line what is wrong."""

import pytest

from tests.fuzz.readers import READERS, Reader
from tests.fuzz.throwing import throw_many


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_whatever_a_file_holds(reader: Reader) -> None:
    throw_many(reader, 50)
