"""The link by which a reader reports a wrong tag."""

from __future__ import annotations

import pytest

from cuttings.browse.parts.report_link import REPORT_SETTING, ReportLink
from cuttings.errors import SettingsError


def test_there_is_none_without_the_setting() -> None:
    assert ReportLink.of({}) is None
    assert ReportLink.of({REPORT_SETTING: ""}) is None


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        (
            "mailto:desk@example.org?subject=Tag:%20{page}",
            "mailto:desk@example.org?subject=Tag:%20https%3A%2F%2Fx.org%2Fpeople%2Fa%26b.html",
        ),
        (
            "https://example.org/report?page={page}",
            "https://example.org/report?page=https%3A%2F%2Fx.org%2Fpeople%2Fa%26b.html",
        ),
    ],
)
def test_it_names_the_page(pattern: str, address: str) -> None:
    link = ReportLink.of({REPORT_SETTING: pattern})
    assert link is not None
    assert link.address("https://x.org", "people/a&b.html") == address


def test_it_names_the_path_where_the_site_has_no_address() -> None:
    assert ReportLink("https://example.org/?{page}").address("", "a/b.html") == (
        "https://example.org/?a%2Fb.html"
    )


@pytest.mark.parametrize(
    "pattern",
    [
        "javascript:alert(1)",
        "desk@example.org",
        "mailto:",
        "mailto:a@b c",
        "https://",
        "https://example.org/{title}",
        "https://example.org/ {page}",
        7,
    ],
)
def test_what_cannot_be_followed_is_refused(pattern: object) -> None:
    with pytest.raises(SettingsError, match="set it to 'mailto:"):
        ReportLink.of({REPORT_SETTING: pattern})
