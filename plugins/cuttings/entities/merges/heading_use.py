"""How an archive uses its headings: how often, beside which others, and how common they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cuttings.article.article import Article
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.legal_forms import without_legal_form
from cuttings.entities.words.organizations import is_acronym, significant_words
from cuttings.entities.words.person_names import name_words
from cuttings.entities.words.short_names import match_key

_TELLING_SHARE = 10
"""One story in so many: an entity in more of them says nothing about the entities beside it. Chosen
by eye."""

_ALWAYS_TELLING = 3
"""Stories that an entity may be in however small the archive is; chosen by eye."""

_RARE = 10
"""Stories up to which an entity beside two names is rare; chosen by eye."""

Heading = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class HeadingUse:
    """How often each heading is used, and beside which others.

    Attributes:
        stories: In how many stories each heading stands.
        beside: In how many of them each other heading stands.
        telling: Stories up to which an entity says something about those beside it.
        number: How many stories there are.
        of_surname: Stories by the surname of the people whom they name in full.
        ending: How many names of organizations end with a word, the legal form left out.
    """

    stories: Mapping[Heading, int]
    beside: Mapping[Heading, Counter[Heading]]
    telling: int
    number: int
    of_surname: Counter[str]
    ending: Counter[str]

    @classmethod
    def of(cls, articles: Iterable[Article], authorities: Authorities) -> HeadingUse:
        """Return how articles use their headings, as the authority records have them."""
        stories: Counter[Heading] = Counter()
        beside: dict[Heading, Counter[Heading]] = defaultdict(Counter)
        number = 0
        for article in articles:
            number += 1
            by_kind = ArticleHeadings.of(article, authorities).by_kind
            present = [(kind, heading) for kind in EntityKind for heading in by_kind[kind]]
            stories.update(present)
            for heading in present:
                beside[heading].update(other for other in present if other != heading)
        of_surname, ending = Counter[str](), Counter[str]()
        for (kind, name), times in stories.items():
            if kind is EntityKind.PERSON and len(words := name_words(name)) > 1:
                of_surname[match_key(words[-1])] += times
            elif kind is EntityKind.ORGANIZATION:
                significant = without_legal_form(significant_words(name))
                ending[match_key(significant[-1])] += 1
        telling = max(_ALWAYS_TELLING, number // _TELLING_SHARE)
        return cls(stories, beside, telling, number, of_surname, ending)

    def headings(self, kind: EntityKind) -> list[str]:
        """Return the headings of a kind in the order of the alphabet."""
        return sorted(heading for its_kind, heading in self.stories if its_kind is kind)

    def is_rare(self, heading: Heading) -> bool:
        """Whether an entity is in so few stories that two names beside it are likely one."""
        return self.stories[heading] <= _RARE

    def context(self, kind: EntityKind, one: str, other: str) -> tuple[Heading, ...]:
        """Return the telling entities beside both, the rarest first."""
        shared = self.beside[kind, one].keys() & self.beside[kind, other].keys()
        telling = [heading for heading in shared if self.stories[heading] <= self.telling]
        telling.sort(key=lambda heading: (self.stories[heading], heading[1], heading[0]))
        return tuple(telling)

    def rank(
        self, kind: EntityKind, heading: str, authorities: Authorities
    ) -> tuple[bool, int, int, int, str]:
        """Return how well a heading would do as the one to keep."""
        if kind is EntityKind.PERSON:
            spelled = [word for word in name_words(heading) if len(word.strip(".")) > 1]
            fullness = min(len(spelled), 2)
        else:
            fullness = 0 if is_acronym(heading) else 1
        recorded = authorities.record(kind, heading) is not None
        return recorded, fullness, self.stories[kind, heading], len(heading), heading
