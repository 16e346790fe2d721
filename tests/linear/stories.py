"""Stories with thousands of names, through all that is done with names.

``python -m tests.linear.stories LENGTH [NAME…]`` prints a line for each step that takes more than
linear time for one of the stories with these names, or of all, and for each hostile body that
takes too long; the last line says how many were tried.
"""

from __future__ import annotations

import datetime
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from tests.linear.processor_time import superlinear

from cuttings.article.article import Article
from cuttings.article.markup import plain_text, render_html
from cuttings.browse.pages.article_html import article_html
from cuttings.browse.pages.entity_page import entity_pages
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.recognition.recognizer import RecognizedSpan, Recognizer
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.entities.tagging.resolution import resolve, with_found_lines
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger

_NAME = re.compile(r"«(P|O):([^»]*)»")
_LABELS = {"P": "PERSON", "O": "ORG"}

STORIES = {
    "people": "«P:{0} {1}son» met the press. ",
    "one sentence": "«P:{0} {1}son», ",
    "one surname": "«P:{0} Smith» met «P:Smith». ",
    "one given name": "«P:Anna {0}» met «P:Anna». ",
    "initials": "«P:{2}. {3}. {4}. Smith» spoke. ",
    "particles": "«P:Anna de {0}» met de {0}. ",
    "single words": "«P:{0}» said so. ",
    "joined surnames": "Mr. «P:{0} {1}» and the «P:{1}-{0}» talks. ",
    "bodies": "«O:{0} Council» met. ",
    "words that are bodies": "«O:The-{0}» Inc met «O:{0}» Inc. ",
    "acronyms": "«O:A{0} B{1} C{1}» (ABC) met ABC. ",
    "countries": "«P:{0} {1}son» met in Georgia and Paris, Ontario, of the Bank of England. ",
    "capitals": "«P:{0} {1}son» met. TURKEY.\n\nPARIS WINS IN TURKEY\n\n",
    "titles": "Mr. «P:{0}» , ",
    "emphasis": "*{0}* Mr. «P:{0} Smith» _b_ ",
}
"""What each story repeats, with other words each time; names stand in quotation marks."""

_ENGLISH = (
    "It was said in the morning that they were to meet again on the next day, and that none of "
    "them would say what it was about until all had gone. There was more than one of those who "
    "had come with them, and some of these were not at all sure that this was the time for it. "
    "As they went in, one of them said that he had been here before and that nothing had come of "
    "it, but the others were of another mind. What they had in front of them was the same as it "
    "had been a year before, with a few words more, and that is why so many had come to see it. "
    "When they came out it was dark, and what they said was what they had said before.\n\n"
)
"""How each story begins: names are recognized in English, and invented ones are not a language."""

HOSTILE_BODIES = ("[\\]", "\\*a ", "<a b ", "a\n\n")
"""What bodies repeat that Markdown would take minutes for."""

_LONGEST_BODY = 300_000
_MOST_FOR_A_BODY = 8.0
"""Seconds; what a body may cost takes about one and a half (see ``body_html``)."""


@dataclass(frozen=True, slots=True)
class _Tagged:
    """What the steps behind tagging begin with."""

    article: Article
    html: str
    text: str


def _word(number: int) -> str:
    letters = ""
    for power in range(4):
        letters += "abcdefghijklmnopqrstuvwxyz"[number // 26**power % 26]
    return letters.capitalize()


def _story_of(unit: str) -> Callable[[int], str]:
    def of_length(length: int) -> str:
        units: list[str] = []
        size = 0
        for number in count():
            initials = (_word(number)[place].upper() for place in range(3))
            units.append(unit.format(_word(number), _word(7 * number + 3), *initials))
            size += len(units[-1])
            if size >= length:
                break
        return "".join(units)

    return of_length


class _Marked(Recognizer):
    """Recognizes the names that a story marks, in place of the model."""

    def __init__(self, spans: tuple[RecognizedSpan, ...]) -> None:
        super().__init__()
        self._spans = spans

    def recognize_each(self, texts: Iterable[str]) -> Iterator[tuple[RecognizedSpan, ...]]:
        yield from (self._spans for _ in texts)


def _unmarked(marked: str) -> tuple[Story, tuple[RecognizedSpan, ...]]:
    text, spans, behind = f"Talks\n\n{_ENGLISH}", [], 0
    for name in _NAME.finditer(marked):
        text += marked[behind : name.start()]
        tags = ("NNP",) * len(name[2].split())
        end = len(text) + len(name[2])
        spans.append(RecognizedSpan(len(text), end, name[2], _LABELS[name[1]], tags))
        text += name[2]
        behind = name.end()
    text = (text + marked[behind:]).rstrip()
    return Story(title="Talks", text=text.removeprefix("Talks\n\n"), language="en"), tuple(spans)


def _tag(marked: str) -> Article:
    story, spans = _unmarked(marked)
    (tagging,) = Tagger(_Marked(spans)).tag_all([story])
    article = Article(
        title=story.title, body=story.text, slug="talks", added=datetime.date(2020, 1, 1)
    )
    return with_found_lines(article, tagging.lines(), story.text, Authorities())


def _build(article: Article) -> int:
    headings = ArticleHeadings.of(article, Authorities())
    tagged: TaggedArticle = resolve(
        article,
        render_html(article.body),
        plain_text(article.body),
        headings,
        Authorities(),
        Catalogue.of([headings], Authorities()),
    )
    return len(article_html(tagged, "../")) + sum(
        bool(page.make()) for page in entity_pages([tagged])
    )


def findings(length: int, names: Iterable[str]) -> Iterator[str]:
    """Yield what takes too long."""
    for name in names:
        of_length = _story_of(STORIES[name])
        articles: dict[str, Article] = {}

        def build(marked: str, articles: dict[str, Article] = articles) -> None:
            _build(articles[marked])

        for times in (1, 2, 4):
            marked = of_length(times * length)
            articles[marked] = _tag(marked)
        assert any(article.people or article.organizations for article in articles.values())
        for step, work in (("tagging", _tag), ("building", build)):
            if growth := superlinear(work, of_length, length):
                yield f"{step}, {name}: {growth}"
    yield from filter(None, map(_slow_body, HOSTILE_BODIES))


def _slow_body(repeated: str) -> str:
    begun = time.process_time()
    render_html(repeated * (_LONGEST_BODY // len(repeated)))
    taken = time.process_time() - begun
    return f"rendering {repeated!r}: {taken:.1f} s" if taken > _MOST_FOR_A_BODY else ""


def main(length: int, names: Sequence[str]) -> None:
    """Print what is found."""
    for found in findings(length, names or list(STORIES)):
        print(found, flush=True)
    print(f"{len(names or STORIES)} stories")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
