from __future__ import annotations

import pytest

from cuttings.ingest.web.truncation import is_truncated

WHOLE = "<!DOCTYPE html><html><head><title>T</title></head><body><div><p>It fell.</p></div>{}"


@pytest.mark.parametrize(
    "source",
    [
        WHOLE.format("</body></html>"),
        WHOLE.format("</BODY >"),
        WHOLE.format("<p>Left open</body></html>"),
        WHOLE.format("<div>Left open</html>"),
        WHOLE.format(""),
        WHOLE.format("<script>if (a < b) { c('<div>') }</script><!-- <div> -->"),
        "<html lang=en><meta charset=utf-8><title>T</title><body><ul><li>a<li>b</ul><p>One.<p>Two.",
        "<html><body><p>Is it 5 < 6?<br><img src='a.png'><p>“Yes.”",
        WHOLE.format("<!-- never closed </body></html>"),
        "<p>A part of a page",
    ],
)
def test_whole(source: str) -> None:
    assert not is_truncated(source)


@pytest.mark.parametrize(
    "source",
    [
        WHOLE.format("<p>It fell on Thurs"),
        WHOLE.format("<p>It fell. It also"),
        WHOLE.format("<section><p>It fell.</p>"),
        WHOLE.format("<script>if (a"),
        WHOLE.format("<!-- it"),
        WHOLE.format("<a href='x"),
        WHOLE.format("</di"),
        "<html><body><p>The wall fell",
        "<html><body><p>One.<p>Two and",
        "<p>The wall fell <a href='",
    ],
)
def test_broken_off(source: str) -> None:
    assert is_truncated(source)


@pytest.mark.parametrize("share", range(5, 95, 5))
def test_a_page_cut_anywhere_in_its_body_is_broken_off(share: int) -> None:
    paragraphs = "".join(f"<p>Sentence number {n} of the <em>story</em>.</p>" for n in range(40))
    page = f"<html><head><title>T</title></head><body><main>{paragraphs}</main></body></html>"
    assert is_truncated(page[: len(page) * share // 100])
    assert not is_truncated(page)
