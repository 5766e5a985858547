"""What a file keeps of how it was read."""

import json
from collections.abc import Iterator

import pytest

from gan.importing.opening import report_of
from gan.importing.readings import Finding
from gan.words import speak_by, tr


@pytest.fixture
def english() -> Iterator[None]:
    yield
    speak_by(lambda text: text)


@pytest.mark.usefixtures("english")
def test_a_finding_is_told_in_the_language_of_who_reads_it() -> None:
    agreement = tr("agree ({misfit:.2f})", misfit=0.0312)
    found = Finding("net.0", "linear layer", tr("its statistics: {agreement}", agreement=agreement))
    kept = {"report": json.loads(json.dumps([found.to_json()]))}
    assert report_of(kept) == (found,)
    german = {"its statistics: {agreement}": "Statistik {agreement}", "agree ({misfit:.2f})": "stimmt, {misfit:.2f}"}
    speak_by(lambda text: german.get(text, text))
    (told,) = report_of(kept)
    assert (told.layer, told.evidence) == ("net.0", "Statistik stimmt, 0.03")


def test_a_report_of_an_older_file_is_told_as_it_was_written() -> None:
    old = {"layer": "net.0", "chosen": "linear layer", "evidence": "its statistics: agree (0.03)", "runner_up": ""}
    assert report_of({"report": [old]}) == (Finding(**old),)
