"""A body in Markdown to HTML, and what is shown of one that would cost too much."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from cuttings.article import body_html as body_html_module
from cuttings.article.body_html import body_html
from cuttings.article.bounded_markdown import MARKDOWN_EXTENSIONS
from cuttings.article.markup import escape_markdown, plain_text, render_html

ARTICLES = sorted((Path(__file__).parents[3] / "content" / "articles").rglob("*.md"))
BEFORE, BEHIND = "Before *all* of it.", "## Behind it\n\nSee [there][a].\n\n[a]: http://a.example/"
CONSTRUCTS = (
    "# One\ntext\n## Two ##\n\nThree\n=====\n\nFour\n---\n\n***",
    "- a\n- b\n\n    c\n\n    - d\n        - e\n\n1. f\n2. g\n\n3. h",
    "> a\n> > b\n>\n> - c\n\nd\n> e",
    "a | b | c\n:-|:-:|-:\n1 | `x|y` | 3\n\n|a|\n|-|\n|b|",
    "*a* **b** ***c*** _d_ __e__ *f **g** h* `i` ``j ` k`` a_b_c 5 * 3 * 2",
    "[a](http://a.example 'b') ![c](d.png) [e][f] [f] <http://g.example> <h@i.example>\n\n[f]: /j",
    "    code\n\n    more\n\n\n    end\n\ntext\\\n\\*\\[ &amp; &#65; a  \nb <sub>c</sub>",
    "<div>a</div>\n\n<p>b\n\n<!-- c -->\n\n<hr>\n\nd <em class=x>e</em> <f\n\n</div>\n\na < b & c",
)


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_what_costs_little_is_rendered_as_python_markdown_does(text: str) -> None:
    library = markdown.Markdown(extensions=list(MARKDOWN_EXTENSIONS))
    assert body_html(text) == library.convert(text)
    assert body_html(text) == library.reset().convert(text)


def test_the_demo_archive_is_rendered_as_python_markdown_does() -> None:
    library = markdown.Markdown(extensions=list(MARKDOWN_EXTENSIONS))
    assert len(ARTICLES) > 20
    for path in ARTICLES:
        text = path.read_text(encoding="utf-8")
        assert body_html(text) == library.reset().convert(text)


@pytest.fixture
def little_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodies may cost a twentieth of what they may, so that the tests take no longer."""
    for name in ("_WHOLE", "_TRIAL", "_BLOCKWISE", "_ONE_BLOCK", "_MOST_PARAGRAPHS"):
        monkeypatch.setattr(body_html_module, name, getattr(body_html_module, name) // 20)


@pytest.mark.usefixtures("little_effort")
@pytest.mark.parametrize(
    "costly",
    [
        "[" * 1500 + "word",
        "word [a](" * 1500,
        "word `a`` " * 8000,
        "\\[word\\] " * 8000,
        "".join("    " * depth + f"- word {depth}\n" for depth in range(200)),
        "- " * 500 + "word",
        "> " * 500 + "word",
        "# word\n" * 3000,
        "word | b\n-|-\n" + "`|" * 9000,
        "|".join(["word"] * 900) + "\n" + "|".join("-" * 900) + "\n" + "word|a\n" * 900,
        "<a word " * 4000,
        "<em class={}>word".format("".join(map(str, range(9))) * 30_000),
        '[b]: """' + '"' * 20_000 + " word",
        "**a" * 3000 + "word*c" * 3000,
    ],
)
def test_a_block_that_costs_too_much_keeps_its_words_and_the_rest_its_markup(costly: str) -> None:
    rendered = render_html(f"{BEFORE}\n\n{costly}\n\n{BEHIND}")
    assert rendered.startswith("<p>Before <em>all</em> of it.</p>")
    assert "<h2>Behind it</h2>" in rendered
    assert '<a href="http://a.example/"' in rendered
    assert "word" in rendered
    text = plain_text(f"{BEFORE}\n\n{costly}\n\n{BEHIND}")
    assert text.startswith("Before all of it.")
    assert text.endswith("See there.")


@pytest.mark.usefixtures("little_effort")
def test_raw_markup_that_is_nested_too_deeply_is_not_markup() -> None:
    rendered = body_html("<b>word " * 3000)
    assert rendered.count("word") == 3000
    assert "<b>" not in rendered
    assert "<b>" in body_html("<b>word " * 30)


@pytest.mark.usefixtures("little_effort")
def test_it_shows_what_was_escaped_without_the_escapes() -> None:
    text = "The firm's [list] of *stars* is <long> & 'wide', 1. it says. " * 500
    assert plain_text(escape_markdown(text)) == text.strip()


@pytest.mark.usefixtures("little_effort")
def test_a_text_of_more_blocks_than_can_be_rendered_is_whole() -> None:
    blocks = [f"Word *{number}*." for number in range(6400)]
    rendered = render_html("\n\n".join(blocks))
    assert rendered.startswith("<p>Word <em>0</em>.</p>\n<p>Word <em>1</em>.</p>")
    assert re.findall(r"\d+", rendered) == [str(number) for number in range(6400)]
    assert rendered.count("<p>") < 5000


@pytest.mark.usefixtures("little_effort")
def test_a_link_with_a_long_address_is_not_repeated_without_end() -> None:
    text = "[a]: http://a.example/" + "x" * 5000 + "\n\n" + "[a] " * 1000
    assert len(render_html(text)) < 1_000_000


def test_what_is_nested_ends_alike_at_any_depth_of_the_stack() -> None:
    text = "> " * 90 + "deep"

    def below(calls: int) -> str:
        return below(calls - 1) if calls else body_html(text)

    assert below(300) == body_html(text)
