"""Why a story has a tag: its mentions counted, and the sentence that shows it best."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cuttings.entities.country_matching import dated_back
from cuttings.entities.dateline import place_country
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.form_use import FormUse
from cuttings.entities.mentions import Mention, MentionFinder
from cuttings.entities.salience import LEAD_LENGTH, Prominence
from cuttings.entities.sentences import sentence_spans

EVIDENCE_LENGTH = 320
"""Longest evidence in characters; a longer sentence is cut around its mention."""

_GOOD_LENGTH = range(40, 261)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves one tag.

    Attributes:
        count: Mentions in headline and body.
        sentence: The best sentence, or "" without a mention.
        uses: Forms found and how they were understood, most frequent first.
        rule: How the entity was found: by its name, else as the most frequent form says.
        prominence: Where the mentions stand.
    """

    count: int
    sentence: str
    uses: tuple[FormUse, ...]
    rule: str
    prominence: Prominence


def gather_evidence(
    entities: Iterable[Entity], title: str, text: str, dateline: str = ""
) -> Mapping[tuple[EntityKind, str], Evidence]:
    """Return the evidence for each entity of a story by kind and heading.

    Args:
        entities: The story's entities.
        title: Its headline.
        text: Its body as plain text, blocks separated by an empty line.
        dateline: Its dateline if that is not in the text. The country it lies in
            is proved by it even without a mention.
    """
    known = tuple(entities)
    finder = MentionFinder(known, f"{title}\n\n{text}")
    in_title = _by_entity(finder.find_nested(title))
    in_text = _by_entity(finder.find_nested(text))
    sentences = sentence_spans(text) if in_text else ()
    evidence: dict[tuple[EntityKind, str], Evidence] = {}
    for entity in known:
        key = (entity.kind, entity.heading)
        headline, body = in_title.get(key, []), in_text.get(key, [])
        everywhere = (*body, *headline)
        evidence[key] = Evidence(
            count=len(everywhere),
            sentence=_best_sentence(entity, title, text, sentences, body) if everywhere else "",
            uses=_uses((*headline, *body)),
            rule=_leading_rule(everywhere),
            prominence=Prominence(
                headline=len(headline),
                body=len(body),
                lead=sum(mention.start < LEAD_LENGTH for mention in body),
                in_dateline=any(mention.rule == "dateline" for mention in body),
                first=-1 if headline else (body[0].start if body else len(text)),
                named=sum(mention.rule == "name" for mention in body),
            ),
        )
    located = dated_back(place_country(dateline), [entity.heading for entity in known])
    if found := evidence.get((EntityKind.COUNTRY, located)):
        evidence[EntityKind.COUNTRY, located] = replace(
            found,
            sentence=found.sentence or dateline,
            rule=found.rule or "dateline",
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


def _leading_rule(mentions: Sequence[Mention]) -> str:
    if any(mention.rule == "name" for mention in mentions):
        return "name"
    ranked = Counter(mention.rule for mention in mentions).most_common(1)
    return ranked[0][0] if ranked else ""


def _best_sentence(
    entity: Entity,
    title: str,
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
) -> str:
    """Return the early, full sentence of moderate length that uses the fullest form."""
    starts = [start for start, _ in sentences]
    best: tuple[float, int] | None = None
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        if number < 0:
            continue
        start, end = sentences[number]
        score = _sentence_score(entity, mention, number, text[start:end])
        if best is None or score > best[0]:
            best = (score, mention.start)
    if best is None:
        return title
    number = bisect_right(starts, best[1]) - 1
    start, end = sentences[number]
    return _cut_around(text[start:end], best[1] - start)


def _sentence_score(entity: Entity, mention: Mention, number: int, sentence: str) -> float:
    score = min(len(mention.form) / len(entity.name), 1.0) * 2
    score -= min(number, 20) / 10
    if len(sentence) in _GOOD_LENGTH:
        score += 1
    if sentence.rstrip("\"'”’)]")[-1:] in ".!?…":
        score += 1
    return score


def _cut_around(sentence: str, mention: int) -> str:
    """Return at most ``EVIDENCE_LENGTH`` characters of a sentence, cut between words."""
    flat = " ".join(sentence.split())
    if len(flat) <= EVIDENCE_LENGTH:
        return flat
    start = max(0, min(mention - EVIDENCE_LENGTH // 3, len(flat) - EVIDENCE_LENGTH))
    piece = flat[start : start + EVIDENCE_LENGTH - 2]
    if start:
        piece = f"…{piece.split(' ', 1)[-1]}"
    if start + EVIDENCE_LENGTH - 2 < len(flat):
        piece = f"{piece.rsplit(' ', 1)[0]}…"
    return piece
