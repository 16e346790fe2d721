from __future__ import annotations

from lxml import html as lxml_html

from cuttings.ingest.html.page import Page, element_text, leaf_blocks
from cuttings.ingest.html.story_fragment import story_fragment


def _fragment(markup: str, without: str = "") -> str:
    """Return the fragment of all blocks of ``markup`` but those with the text ``without``."""
    page = Page.parse(f"<html><body>{markup}</body></html>")
    assert page is not None
    body = page.plain_body()
    blocks = [block for block in leaf_blocks(body) if element_text(block) != without]
    fragment = story_fragment(body, blocks, body)
    return str(lxml_html.tostring(fragment, encoding="unicode"))


def test_wrappers_go_and_structure_stays() -> None:
    markup = "<section><div><p>a</p></div><ul><li>b</li></ul><blockquote><p>c</p></blockquote>"
    assert _fragment(f"{markup}</section>") == (
        "<div><p>a</p><ul><li>b</li></ul><blockquote><p>c</p></blockquote></div>"
    )


def test_blocks_that_are_not_wanted_go() -> None:
    assert _fragment("<ul><li>a</li><li>b</li></ul>", without="b") == (
        "<div><ul><li>a</li></ul></div>"
    )


def test_a_list_keeps_the_number_it_starts_at() -> None:
    assert _fragment("<ol start=3><li>a</li></ol>") == '<div><ol start="3"><li>a</li></ol></div>'


def test_headlines_of_the_page_become_headings_of_the_story() -> None:
    assert _fragment("<h1>a</h1><h3>b</h3>") == "<div><h2>a</h2><h3>b</h3></div>"


def test_a_table_of_data_stays_and_one_for_layout_goes() -> None:
    data = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert "<table>" in _fragment(data)
    assert _fragment("<table><tr><td><p>a</p><p>b</p></td></tr></table>") == (
        "<div><p>a</p><p>b</p></div>"
    )


def test_a_picture_between_the_blocks_is_a_link_with_its_text() -> None:
    picture = '<img src="https://e.org/a.jpg" alt="The gate">'
    assert _fragment(f"<p>a</p><figure>{picture}</figure><p>b</p>") == (
        '<div><p>a</p><p><a href="https://e.org/a.jpg">The gate</a></p><p>b</p></div>'
    )


def test_pictures_loaded_late_are_found_and_counters_are_not() -> None:
    late = '<img src="data:image/gif;base64,R0" data-src="https://e.org/a.jpg" alt="Gate">'
    counter = '<img src="https://e.org/c.gif" width="1" height="1" alt="count">'
    assert _fragment(f"<p>a</p>{late}{counter}<p>b</p>") == (
        '<div><p>a</p><p><a href="https://e.org/a.jpg">Gate</a></p><p>b</p></div>'
    )


def test_a_picture_without_text_goes() -> None:
    assert _fragment('<p>a</p><img src="https://e.org/a.jpg"><p>b</p>') == (
        "<div><p>a</p><p>b</p></div>"
    )


def test_a_paragraph_with_the_words_of_a_picture_is_not_a_caption() -> None:
    picture = '<img src="https://e.org/a.jpg" alt="A ring around a disc">'
    lead = "The photograph, shown on Wednesday in six cities, has a bright ring around a dark disc."
    assert _fragment(f"<p>a</p>{picture}<p>{lead}</p>") == (
        '<div><p>a</p><p><a href="https://e.org/a.jpg">A ring around a disc</a></p>'
        f"<p>{lead}</p></div>"
    )


def test_the_text_of_a_figure_stays_beside_its_picture() -> None:
    figure = '<figure><img src="https://e.org/a.jpg" alt="Gate"><p>Rain fell all day.</p></figure>'
    assert _fragment(f"<p>a</p>{figure}<p>b</p>") == (
        '<div><p>a</p><p><a href="https://e.org/a.jpg">Gate</a></p><p>Rain fell all day.</p>'
        "<p>b</p></div>"
    )


def test_a_picture_saved_beside_the_page_has_no_address() -> None:
    fragment = _fragment('<p>a</p><img src="./page_files/a.jpg" alt="The gate"><p>b</p>')
    assert fragment == '<div><p>a</p><p><a href="#">The gate</a></p><p>b</p></div>'


PIER = '<img src="https://a.example/pier.jpg" alt="The pier" width="600">'
CAPTION = "<figcaption>The old pier</figcaption>"


def _shows_pier(markup: str) -> bool:
    return "pier.jpg" in _fragment(markup)


def test_above_the_text_only_a_figure_with_a_caption_stays() -> None:
    assert _shows_pier(f"<figure>{PIER}{CAPTION}</figure><p>a</p>")
    assert not _shows_pier(f"<figure>{PIER}</figure><p>a</p>")
    assert not _shows_pier(f"{PIER}<p>a</p>")


def test_between_the_blocks_a_picture_needs_no_caption() -> None:
    assert _shows_pier(f"<p>a</p><figure>{PIER}</figure><p>b</p>")
    assert _shows_pier(f"<p>a</p>{PIER}<p>b</p>")


def test_below_the_text_no_picture_stays() -> None:
    assert not _shows_pier(f"<p>a</p><figure>{PIER}</figure>")


def test_the_picture_of_a_figure_comes_once() -> None:
    fragment = _fragment(f"<p>a</p><figure><div>{PIER}</div></figure><p>b</p>")
    assert fragment.count("pier.jpg") == 1
