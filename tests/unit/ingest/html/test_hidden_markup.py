from __future__ import annotations

import pytest

from cuttings.ingest.html.hidden_markup import without_hidden

ELEMENTS = ("script", "style")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a<!-- b -->c<!-- \n -->d", "acd"),
        ("a <!-- b", "a <!-- b"),
        ("<!-- a --><!-- b", "<!-- b"),
        ("<SCRIPT src=x>a</script >b<style>c</style>d", "bd"),
        ("<script>a<style>b</style>c", "<script>ac"),
        ("<script>a</style></script>b", "b"),
        ("<scripts>a</script>", "<scripts>a</script>"),
        ("<script><!-- a</script>b", "b"),
        ("<!-- <script> -->a</script>", "a</script>"),
    ],
)
def test_what_is_hidden_is_gone_and_what_has_no_end_stays(source: str, shown: str) -> None:
    assert without_hidden(source, ELEMENTS) == shown


def test_without_elements_only_comments_go() -> None:
    assert without_hidden("<script>a</script><!-- b -->") == "<script>a</script>"
