from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html as lxml_html

from cuttings.browse.pages.article_html import article_html
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def mention(slug: str, form: str) -> str:
    return f'<a href="../people/{slug}.html">{form}</a>'


def test_mentions_become_links(story: MakeStory) -> None:
    page = article_html(
        story("s", tags=["p:Ada Lovelace"], body="Ada Lovelace wrote. So did Ada Lovelace."), "../"
    )
    marked = mention("ada-lovelace", "Ada Lovelace")
    assert page == f"<p>{marked} wrote. So did {marked}.</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Ada** spoke", f"<p><strong>{mention('ada', 'Ada')}</strong> spoke</p>"),
        ("hello *there* Ada!", f"<p>hello <em>there</em> {mention('ada', 'Ada')}!</p>"),
        ("Adam and Canada", "<p>Adam and Canada</p>"),
        ("`Ada` is a language", "<p><code>Ada</code> is a language</p>"),
        (
            "- one\n- Ada\n",
            f"<ul>\n<li>one</li>\n<li>{mention('ada', 'Ada')}</li>\n</ul>",
        ),
        ("Ada &amp; Ada", f"<p>{mention('ada', 'Ada')} &amp; {mention('ada', 'Ada')}</p>"),
    ],
)
def test_marks_within_markup(story: MakeStory, body: str, expected: str) -> None:
    assert article_html(story("s", tags=["p:Ada"], body=body), "../") == expected


def test_a_name_across_markup_is_marked_piece_by_piece(story: MakeStory) -> None:
    page = article_html(story("s", tags=["p:Ada Lovelace"], body="*Ada* **Lovelace** wrote"), "")
    first, second = (
        mention("ada-lovelace", form).replace("../", "") for form in ("Ada", "Lovelace")
    )
    assert page == f"<p><em>{first}</em> <strong>{second}</strong> wrote</p>"


def test_no_name_is_found_across_blocks(story: MakeStory) -> None:
    body = "The World Bank lent.\n\nThe World\n\nBank"
    page = article_html(story("s", tags=["o:World Bank"], body=body), "../")
    assert page.count("<a ") == 1


def test_a_name_across_lines_of_the_file_is_found(story: MakeStory) -> None:
    page = article_html(story("s", tags=["p:Ada Lovelace"], body="It was Ada\nLovelace."), "../")
    assert page.count("<a ") == 1


def test_links_of_the_source_are_left_alone(story: MakeStory) -> None:
    page = article_html(
        story("s", tags=["p:Ada"], body="[Ada](https://example.org/x) and Ada"), "../"
    )
    root = lxml_html.fragment_fromstring(page)
    links = [(link.get("href"), link.get("rel"), link.text) for link in root.iter("a")]
    assert links == [
        ("https://example.org/x", "noopener noreferrer", "Ada"),
        ("../people/ada.html", None, "Ada"),
    ]
    assert not root.xpath("//a//a")


def test_a_name_that_reaches_into_a_link_is_left_alone(story: MakeStory) -> None:
    body = "[Ada](https://example.org/x) Lovelace wrote; *Ada\n  Lovelace* said so."
    page = article_html(story("s", tags=["p:Ada Lovelace"], body=body), "../")
    assert page.count('<a href="../people/') == 1
    assert ">Ada\n  Lovelace</a></em> said so." in page


def test_relative_links_are_resolved_against_the_source(story: MakeStory) -> None:
    body = "[one](/a.html) [two](b.html) [three](#c)"
    known = article_html(story("s", body=body, url="https://example.org/news/x.html"), "../")
    assert 'href="https://example.org/a.html"' in known
    assert 'href="https://example.org/news/b.html"' in known
    assert 'href="https://example.org/news/x.html#c"' in known
    assert article_html(story("s", body=body), "../") == "<p>one two three</p>"


def test_a_surname_that_fits_two_people_is_not_marked(story: MakeStory) -> None:
    body = "Bill Clinton met Hillary Clinton. Clinton spoke."
    page = article_html(story("s", tags=["p:Bill Clinton", "p:Hillary Clinton"], body=body), "../")
    first = mention("bill-clinton", "Bill Clinton")
    second = mention("hillary-clinton", "Hillary Clinton")
    assert page == f"<p>{first} met {second}. Clinton spoke.</p>"


def test_a_surname_that_fits_one_person_is(story: MakeStory) -> None:
    page = article_html(
        story("s", tags=["p:Ada Lovelace"], body="Ada Lovelace wrote. Lovelace's notes."), "../"
    )
    full, short = mention("ada-lovelace", "Ada Lovelace"), mention("ada-lovelace", "Lovelace")
    assert page == f"<p>{full} wrote. {short}'s notes.</p>"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> Ada",
        '<img src=x onerror="alert(1)"> Ada',
        '<a href="javascript:alert(1)">Ada</a>',
        '<a href="java&#10;script:alert(1)" class="mention" data-entity="x">Ada</a>',
        "<svg><style><img src=x onerror=alert(1)></style></svg> Ada",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 "
        "onerror=alert(1)&gt;'> Ada",
        "&lt;script&gt;alert(1)&lt;/script&gt; Ada",
    ],
)
def test_nothing_active_survives(story: MakeStory, hostile: str) -> None:
    page = article_html(story("s", tags=["p:Ada"], body=hostile), "../")
    root = lxml_html.fragment_fromstring(page, create_parent="div")
    assert not root.xpath("//script | //img | //svg | //style | //iframe")
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        assert not element.get("href", "").lower().startswith("javascript")


def test_headings_with_quotes_cannot_leave_their_attribute(story: MakeStory) -> None:
    page = article_html(story("s", tags=['p:A" onclick="x'], body='He is A" onclick="x here.'), "")
    root = lxml_html.fragment_fromstring(page)
    assert [link.keys() for link in root.iter("a")] == [["href"]]


def test_an_empty_body_is_empty(story: MakeStory) -> None:
    assert article_html(story("s", body=" \n"), "../") == ""


def test_deeply_nested_markup_keeps_its_text(story: MakeStory) -> None:
    body = "<blockquote>" * 3000 + "Ada" + "</blockquote>" * 3000
    assert "Ada" in article_html(story("s", tags=["p:Ada"], body=body), "../")


def test_a_link_that_leads_nowhere_is_text(story: MakeStory) -> None:
    body = "They [met](//[x), [spoke](http://[::1), [voted](<http://a.example:99999/>)."
    for url in ("", "https://planet.example/a", "http://[::1"):
        assert article_html(story("s", body=body, url=url), "../") == (
            "<p>They met, spoke, voted.</p>"
        )


def test_no_more_is_marked_than_takes_a_few_seconds(
    story: MakeStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuttings.entities.evidence.mention_finder.SEARCHED_LENGTH", 9)
    page = article_html(story("s", tags=["p:Ada"], body="Ada, Ada, Ada\n\nAda"), "../")
    marked = mention("ada", "Ada")
    assert page == f"<p>{marked}, {marked}, Ada</p>\n<p>Ada</p>"


def test_a_paragraph_of_eleven_million_characters_is_whole(story: MakeStory) -> None:
    body = "wall " * 2_200_000 + "Ada"
    page = article_html(story("s", tags=["p:Ada"], body=f"Ada.\n\n{body}\n\nend"), "../")
    assert page.startswith(f"<p>{mention('ada', 'Ada')}.</p>")
    assert page.endswith("wall Ada</p>\n<p>end</p>")
    assert page.count("wall ") == 2_200_000


def test_links_that_lead_nowhere_beside_each_other_leave_their_text(story: MakeStory) -> None:
    body = "[a *b*](c) [Ada](d), [e](http://e.example/)[, f](g)"
    page = article_html(story("s", tags=["p:Ada"], body=body), "../")
    link = '<a href="http://e.example/" rel="noopener noreferrer">e</a>'
    whole = f"a <em>b</em> {mention('ada', 'Ada')}, {link}, f"
    assert page == f"<p>{whole}</p>"


def test_names_in_a_paragraph_in_capitals_are_marked_as_they_stand(story: MakeStory) -> None:
    body = "Ada Lovelace wrote.\n\nTHE TOWN HEARD OF IT, AND LOVELACE SAID IT WAS AT AN END."
    page = article_html(story("s", tags=["p:Ada Lovelace"], body=body), "../")
    assert f"AND {mention('ada-lovelace', 'LOVELACE')} SAID" in page


def test_a_text_in_capitals_has_its_marks(story: MakeStory) -> None:
    body = "ADA LOVELACE SPOKE TO THE TOWN.\n\nLATER, LOVELACE LEFT IT ON THE ROAD TO THE SEA."
    page = article_html(story("s", tags=["p:Ada Lovelace"], body=body), "../")
    marked = (mention("ada-lovelace", form) for form in ("ADA LOVELACE", "LOVELACE"))
    assert all(mark in page for mark in marked)
