"""Plain English text, which has an expression of its own, is cut as any other text is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cuttings.search_index.terms.tokens import tokens

TELLING = st.text(st.sampled_from("abzAZ0189.,'&-_ \n"), max_size=40)
ASCII = st.text(st.characters(max_codepoint=127), max_size=40)


@given(TELLING | ASCII)
@example("U.S. AT&T 2,500.5 26.02.1987 O'Neill's 1990s")
def test_text_of_ascii_is_cut_as_any_other(text: str) -> None:
    assert [*tokens(text), "é"] == tokens(f"{text} é")
