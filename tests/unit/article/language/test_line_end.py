from __future__ import annotations

import pytest

from cuttings.article.language.line_end import ends_in_word


@pytest.mark.parametrize(
    "line", ["the compa-", "of 12-", "the U.S.-", "cele\u00ad", "cele\u2010", "Größen-", "компа-"]
)
def test_a_hyphen_right_behind_a_word_breaks_it(line: str) -> None:
    assert ends_in_word(line)


@pytest.mark.parametrize("line", ["he paused -", "then --", "1914–", "the end.-", "-", "", "a_-"])
def test_a_dash_does_not(line: str) -> None:
    assert not ends_in_word(line)
