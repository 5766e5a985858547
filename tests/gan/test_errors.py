"""Words for people."""

import pytest

from gan.errors import UsageError, sentence


@pytest.mark.parametrize(
    ("words", "whole"),
    [(UsageError("open a model, such as mNIST"), "Open a model, such as mNIST."), ("", ""), ("é", "É.")],
)
def test_a_reason_becomes_a_sentence(words: object, whole: str) -> None:
    assert sentence(words) == whole
