"""Measures the pages of people: ``python -m tests.quality.archive_pages FOLDER``.

FOLDER is the content folder of the newswire corpus, tagged by ``cuttings tag``. Of the people that
its editors labelled in five stories or more it says which share of the stories with such a name is
on one page, and whether the page's heading is the full name where the archive has it. The people
are split by a digest of their label; the failures of the last third are counted and not shown.
Then it lists the largest pages, with the names that were put there and why.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.reuters_articles import newswire_corpus, reuters_articles
from tests.quality.people_measure import is_labelled
from tests.quality.reuters import reuters_stories

from cuttings.article.article_file import article_of, read_front_matter
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.person_names import name_words

FEWEST_STORIES = 5
"""Stories from which on a labelled person is measured."""

LARGEST = 20
"""Pages that are listed."""


@dataclass(frozen=True, slots=True)
class LabelPages:
    """On which pages the stories of one labelled person are.

    Attributes:
        label: The label.
        stories: Stories by the headings that can be the person's.
    """

    label: str
    stories: Mapping[str, int]

    @property
    def heading(self) -> str:
        """The heading of the page that has most of them."""
        return max(self.stories, key=lambda heading: (self.stories[heading], heading))

    @property
    def on_one_page(self) -> int:
        """How many are on that page."""
        return self.stories[self.heading]

    @property
    def is_whole(self) -> bool:
        """Whether the heading is a full name, or no heading is."""
        full = any(len(name_words(heading)) > 1 for heading in self.stories)
        return len(name_words(self.heading)) > 1 or not full

    @property
    def is_unseen(self) -> bool:
        """Whether it belongs to the third whose failures nobody looks at."""
        return int(hashlib.sha256(self.label.encode()).hexdigest(), 16) % 3 == 0


def people_of_stories(folder: ContentFolder) -> dict[str, tuple[str, ...]]:
    """Return the headings of people in each story of an archive, by its slug."""
    return {
        path.stem: article_of(read_front_matter(path), path).people or ()
        for path in folder.article_paths()
    }


def label_pages(corpus: Path, people: Mapping[str, Iterable[str]]) -> Iterator[LabelPages]:
    """Yield the pages of the people that enough stories are labelled with.

    Args:
        corpus: The corpus's file.
        people: The headings of people in each story, by its slug.
    """
    number: Counter[str] = Counter()
    pages: dict[str, Counter[str]] = defaultdict(Counter)
    stories = reuters_stories(corpus.parents[1])
    for article, story in zip(reuters_articles(corpus), stories, strict=False):
        number.update(story.people)
        for label in story.people:
            pages[label].update(h for h in people.get(article.slug, ()) if is_labelled(h, label))
    for label in sorted(pages):
        if number[label] >= FEWEST_STORIES and pages[label]:
            yield LabelPages(label, pages[label])


def _line(name: str, found: Iterable[LabelPages]) -> str:
    labels = list(found)
    total = sum(sum(label.stories.values()) for label in labels)
    share = sum(label.on_one_page for label in labels) / total if total else 0.0
    whole = sum(label.is_whole for label in labels)
    return f"{name}: {share:.3f} of {total} on one page; {whole} of {len(labels)} headings whole"


def main() -> int:
    """Print the shares, the failures that may be looked at, and the largest pages."""
    folder = ContentFolder(Path(sys.argv[1]))
    people = people_of_stories(folder)
    found = list(label_pages(newswire_corpus(), people))
    print(_line("labels never looked at", (label for label in found if label.is_unseen)))
    seen = [label for label in found if not label.is_unseen]
    print(_line("labels looked at", seen))
    for label in seen:
        if len(label.stories) > 1:
            print(f"  {label.label}: {dict(label.stories)}")
    archive = Authorities.read(folder.authorities).archive
    pages = Counter(heading for headings in people.values() for heading in headings)
    for heading, stories in pages.most_common(LARGEST):
        print(f"{heading}: {stories} stories")
        for name in archive.leading_to(EntityKind.PERSON, heading):
            print(f"  {name.form}: {name.why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
