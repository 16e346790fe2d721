from __future__ import annotations

import pytest

from cuttings.own_pages.page_address import address_problem


@pytest.mark.parametrize("path", ["about.html", "a/b/c.html", "über uns.html"])
def test_a_page_may_lie_anywhere_in_the_site(path: str) -> None:
    assert address_problem(path) == ""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../x.html", "leads out of the site"),
        ("a/../../x.html", "leads out of the site"),
        ("/x.html", "leads out of the site"),
        ("a//x.html", "leads out of the site"),
        ("a\\..\\x.html", "leads out of the site"),
        ("", "leads out of the site"),
        (".git/x.html", "a name that no page may have"),
        ("a\n.html", "a name that no page may have"),
        (f"{'x' * 251}.html", "more than 255 bytes"),
        ("service-worker.js", "does not end in .html"),
        ("search", "does not end in .html"),
        (".html", "a name that no page may have"),
    ],
)
def test_no_page_lies_where_it_would_do_harm(path: str, reason: str) -> None:
    assert reason in address_problem(path)
