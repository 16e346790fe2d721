"""Why a story has a tag: its mentions counted, and the sentence that shows it best."""

from __future__ import annotations

import datetime
import functools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cuttings.entities.countries.place_country import place_country
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.mention_finder import Mention, MentionFinder, outermost, searched
from cuttings.entities.evidence.prominence import LEAD_LENGTH, Prominence
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.text_places import TextPlaces
from cuttings.entities.words.sentences import sentence_spans

EVIDENCE_LENGTH = 320
"""Longest evidence in characters; a longer sentence is cut around its mention."""

_GOOD_LENGTH = range(40, 261)
"""Characters of a sentence that says something and is read at a glance; chosen by eye."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves one tag.

    Attributes:
        count: Mentions in headline and body.
        sentence: The best sentence, or "" without a mention.
        uses: Forms found and how they were understood, most frequent first.
        rule: How the entity was found: by its name, else as the most frequent form says; None if
            nothing proves it.
        prominence: Where the mentions stand.
        places: The mentions in the body that lie in no other entity's.
    """

    count: int
    sentence: str
    uses: tuple[FormUse, ...]
    rule: Rule | None
    prominence: Prominence
    places: TextPlaces


def gather_evidence(
    entities: Iterable[Entity],
    title: str,
    text: str,
    dateline: str = "",
    day: datetime.date | None = None,
) -> Mapping[tuple[EntityKind, str], Evidence]:
    """Return the evidence for each entity of a story by kind and heading.

    Args:
        entities: The story's entities.
        title: Its headline.
        text: Its body as plain text, blocks separated by an empty line; what lies
            beyond ``SEARCHED_LENGTH`` proves nothing.
        dateline: Its dateline if that is not in the text. The country it lies in
            is proved by it even without a mention.
        day: Its day, which says which state a place lay in, or None.
    """
    known, text = tuple(entities), searched(text)
    finder = MentionFinder(known, f"{title}\n\n{text}", day)
    in_title = _by_entity(finder.find_nested(title))
    nested = finder.find_nested(text)
    in_text, apart = _by_entity(nested), _by_entity(outermost(nested))
    sentences = _Sentences(title, text)
    evidence: dict[tuple[EntityKind, str], Evidence] = {}
    for entity in known:
        key = (entity.kind, entity.heading)
        headline, body = in_title.get(key, []), in_text.get(key, [])
        everywhere = (*body, *headline)
        evidence[key] = Evidence(
            count=len(everywhere),
            sentence=sentences.best(entity, body) if everywhere else "",
            uses=_uses((*headline, *body)),
            rule=_leading_rule(everywhere),
            prominence=Prominence(
                headline=len(headline),
                body=len(body),
                lead=sum(mention.start < LEAD_LENGTH for mention in body),
                in_dateline=any(m.rule is Rule.DATELINE and m.start == 0 for m in body),
                first=-1 if headline else (body[0].start if body else len(text)),
                named=sum(mention.rule is Rule.NAME for mention in body),
            ),
            places=TextPlaces.of((mention.start, mention.end) for mention in apart.get(key, ())),
        )
    if country := finder.country_at(place_country(dateline, day)):
        key = (EntityKind.COUNTRY, country.heading)
        found = evidence[key]
        evidence[key] = replace(
            found,
            sentence=found.sentence or dateline,
            rule=found.rule or Rule.DATELINE,
            prominence=replace(found.prominence, in_dateline=True),
        )
    return evidence


def _by_entity(mentions: Iterable[Mention]) -> dict[tuple[EntityKind, str], list[Mention]]:
    grouped: dict[tuple[EntityKind, str], list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault((mention.entity.kind, mention.entity.heading), []).append(mention)
    return grouped


def _uses(mentions: Iterable[Mention]) -> tuple[FormUse, ...]:
    ranked = Counter((mention.form, mention.rule) for mention in mentions).most_common()
    return tuple(FormUse(form, rule, count) for (form, rule), count in ranked)


def _leading_rule(mentions: Sequence[Mention]) -> Rule | None:
    if any(mention.rule is Rule.NAME for mention in mentions):
        return Rule.NAME
    ranked = Counter(mention.rule for mention in mentions).most_common(1)
    return ranked[0][0] if ranked else None


class _Sentences:
    """The sentences of a story, each looked at once however many entities it mentions."""

    def __init__(self, title: str, text: str) -> None:
        self._title = title
        self._text = text
        self._merits: dict[int, tuple[bool, bool]] = {}
        self._flat: dict[int, str] = {}

    def best(self, entity: Entity, mentions: Iterable[Mention]) -> str:
        """Return the early, full sentence of moderate length that uses the fullest form."""
        best: tuple[float, int, Mention] | None = None
        for mention in mentions:
            number = bisect_right(self._starts, mention.start) - 1
            if number < 0:
                continue
            score = self._score(entity, mention, number)
            if best is None or score > best[0]:
                best = (score, number, mention)
        if best is None:
            return self._title
        _, number, mention = best
        start = self._starts[number]
        return _cut_around(self._flattened(number), mention.start - start)

    @functools.cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        return sentence_spans(self._text)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]

    def _score(self, entity: Entity, mention: Mention, number: int) -> float:
        """Return how well a sentence shows an entity, by weights that were chosen by eye.

        Up to two for the fullest form, one for a good length, one for a full stop, a tenth less
        for each sentence before it, of twenty at most.
        """
        if number not in self._merits:
            start, end = self._spans[number]
            sentence = self._text[start:end]
            is_full = sentence.rstrip("\"'”’)]")[-1:] in ".!?…"
            self._merits[number] = (len(sentence) in _GOOD_LENGTH, is_full)
        score = min(len(mention.form) / len(entity.name), 1.0) * 2
        score -= min(number, 20) / 10
        for merit in self._merits[number]:
            score += merit
        return score

    def _flattened(self, number: int) -> str:
        if number not in self._flat:
            start, end = self._spans[number]
            self._flat[number] = " ".join(self._text[start:end].split())
        return self._flat[number]


def _cut_around(flat: str, mention: int) -> str:
    """Return at most ``EVIDENCE_LENGTH`` characters of a sentence, cut between words."""
    if len(flat) <= EVIDENCE_LENGTH:
        return flat
    start = max(0, min(mention - EVIDENCE_LENGTH // 3, len(flat) - EVIDENCE_LENGTH))
    piece = flat[start : start + EVIDENCE_LENGTH - 2]
    if start:
        piece = f"…{piece.split(' ', 1)[-1]}"
    if start + EVIDENCE_LENGTH - 2 < len(flat):
        piece = f"{piece.rsplit(' ', 1)[0]}…"
    return piece
