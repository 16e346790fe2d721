from __future__ import annotations

import pytest

from cuttings.ingest.text.agency import credited_agency, dateline_agency, is_agency


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(With inputs from ANI)", "ANI"),
        ("With inputs from PTI and Reuters.", "PTI, Reuters"),
        ("(With agency inputs)", ""),
        ("— With PTI inputs", "PTI"),
        ("(AFP and Reuters inputs)", "AFP, Reuters"),
        ("With your inputs", None),
        ("— Reuters", "Reuters"),
        ("-- AFP", "AFP"),
        ("(AP)", "AP"),
        ("Source: reuters", "Reuters"),
        ("With reporting by our correspondents", ""),
        ("— Albert Einstein", None),
        ("The agency Reuters reported it.", None),
        ("With inputs from the ministry, the committee will decide. It meets on Monday.", None),
    ],
)
def test_credit_lines(line: str, agency: str | None) -> None:
    assert credited_agency(line) == agency


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("LONDON, 3 March 2020 (Reuters) - Prices rose.", "Reuters"),
        ("PARIS (AFP) — The president spoke.", "AFP"),
        ("PARIS - The president (72) - spoke.", ""),
        ("PARIS (CNN) - The president spoke.", ""),
    ],
)
def test_datelines(paragraph: str, agency: str) -> None:
    assert dateline_agency(paragraph) == agency


def test_agencies_are_known_in_any_case() -> None:
    assert is_agency("associated press")
    assert not is_agency("Daily Planet")
