"""Throwing a document at a reader, as the tests and the long run do."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gan.errors import LatentariumError
from tests.fuzz.documents import documents
from tests.fuzz.readers import Reader

LONGEST_ERROR = 2_000


def throw_many(reader: Reader, count: int) -> None:
    """Throw ``count`` documents; of those that do harm, Hypothesis tells the smallest."""

    @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(reader.valid).flatmap(documents))
    def throw_one(contents: bytes) -> None:
        throw(reader, contents)

    throw_one()


def throw(reader: Reader, contents: bytes) -> None:
    """Have ``contents`` read from a new folder; an error must be one line for people."""
    with TemporaryDirectory(prefix="fuzz-") as folder, suppress(LatentariumError):
        try:
            reader.read(Path(folder), contents)
        except LatentariumError as error:
            assert len(str(error)) < LONGEST_ERROR and "\n" not in str(error), str(error)[:200]
            raise
