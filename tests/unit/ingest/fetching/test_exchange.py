from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cuttings.ingest.fetching.exchange import Answer


def _typed(content_type: str) -> Answer:
    return Answer(status=200, headers={"content-type": content_type})


def test_the_type_of_a_content_is_read_from_its_field() -> None:
    answer = _typed('Text/HTML; Charset="ISO-8859-1"')
    assert (answer.media_type, answer.charset) == ("text/html", "iso-8859-1")
    assert (Answer(status=200).media_type, Answer(status=200).charset) == ("", "")


@pytest.mark.parametrize("status", [200, 203, 226, 299])
def test_a_request_that_was_done_has_a_content(status: int) -> None:
    assert Answer(status=status).successful


@pytest.mark.parametrize("status", [103, 199, 300, 404, 500, 600])
def test_other_answers_have_none(status: int) -> None:
    assert not Answer(status=status).successful


@given(
    st.one_of(
        st.text(st.characters(max_codepoint=255)),
        st.text(st.sampled_from("text/html;charset*0=%'\"\\ \t\r\n"), max_size=40),
    )
)
@example("text/html; charset*=utf-8''%ff")
@example("text/html; charset*=no-such-set''%ff")
@example("text/html; charset*0*=utf-8''%ff; charset*2=x")
@example("text/html; charset*x=1; charset*1=2")
@example("text/html; charset=\xff")
def test_no_field_breaks_the_reading(written: str) -> None:
    answer = _typed(written)
    assert isinstance(answer.media_type, str)
    assert isinstance(answer.charset, str)
