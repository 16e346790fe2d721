"""An explanation for reading: as text for a terminal, or as a JSON object."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cuttings.entities.choice import Choice
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import Tag
from cuttings.entities.tagging.explanation import Explanation, LineOrigin

WIDTH = 80
"""Columns of a terminal that need not be wide."""

_ORIGINS = {
    LineOrigin.TAGGER: "found by the tagger",
    LineOrigin.PERSON: "edited by a person",
    LineOrigin.REVIEWED: "reviewed by a person",
    LineOrigin.UNTAGGED: "not in the file yet; what the tagger finds",
}


def explanation_text(explanation: Explanation) -> str:
    """Return an explanation as lines of at most ``WIDTH`` columns, as far as names allow."""
    head = [str(explanation.path), explanation.title]
    if explanation.other_language:
        language = f"The text is in another language ({explanation.other_language})"
        head += _wrapped(f"{language}: names are recognized in English", "")
    return "\n".join((*head, *_lines(explanation)))


def explanation_record(explanation: Explanation) -> dict[str, object]:
    """Return an explanation as a JSON object.

    Keys: ``article`` (path), ``title``, ``people``, ``countries`` and
    ``organizations`` (each ``set_by`` and ``tags``), ``rejected`` (``kind``,
    ``form``, ``reason``), and ``other_language`` if the text is not in English. A tag has ``name``,
    ``role``, ``count``, ``evidence`` and ``forms`` (``form``, ``rule``, ``count``); a country
    ``code``, too; one that stands only in text in capitals, where it is less sure,
    ``only_in_capitals``; one that other stories show to be meant ``because`` (sentences); a name
    that authority records distinguish also ``told_apart``: ``fitting`` (``name``, ``word``) and
    ``others`` (names).
    """
    lines = {
        kind.plural: {
            "set_by": line.origin.value,
            "tags": [_tag_record(tag, explanation.is_doubtful(tag)) for tag in line.tags],
        }
        for kind, line in explanation.lines.items()
    }
    rejected = [
        {"kind": rejected.kind.value, "form": rejected.form, "reason": rejected.reason}
        for rejected in explanation.rejected
    ]
    return {
        "article": str(explanation.path),
        "title": explanation.title,
        **({"other_language": explanation.other_language} if explanation.other_language else {}),
        **lines,
        "rejected": rejected,
    }


def _tag_record(tag: Tag, is_doubtful: bool) -> dict[str, object]:
    country = {"code": tag.entity.code} if tag.entity.kind is EntityKind.COUNTRY else {}
    return {
        "name": tag.entity.heading,
        **country,
        "role": tag.role.value,
        "count": tag.count,
        "evidence": tag.evidence,
        "forms": [{"form": use.form, "rule": use.rule, "count": use.count} for use in tag.uses],
        **({"only_in_capitals": True} if is_doubtful else {}),
        **({"because": list(tag.reasons)} if tag.reasons else {}),
        **({"told_apart": _choice_record(tag.choice)} if tag.choice else {}),
    }


def _choice_record(choice: Choice) -> dict[str, object]:
    return {
        "fitting": [{"name": name, "word": word} for name, word in choice.fitting],
        "others": list(choice.others),
    }


def _lines(explanation: Explanation) -> Iterator[str]:
    for kind, line in explanation.lines.items():
        yield ""
        yield f"{kind.plural.upper()} ({_ORIGINS[line.origin]})"
        if not line.tags:
            yield "  none"
        for tag in line.tags:
            yield from _tag_lines(tag, explanation.is_doubtful(tag))
    yield ""
    yield "NOT TAGGED"
    if not explanation.rejected:
        yield "  nothing"
    for rejected in explanation.rejected:
        yield from _wrapped(f"{rejected.form} ({rejected.kind}): {rejected.reason}", "  ")


def _tag_lines(tag: Tag, is_doubtful: bool) -> Iterator[str]:
    mentions = "1 mention" if tag.count == 1 else f"{tag.count} mentions"
    yield f"  {tag.entity.heading}: {tag.role.value}, {mentions}"
    if not tag.count and not tag.evidence:
        yield "    no form in the text names it alone"
    for use in tag.uses:
        meaning = use.meaning(tag.entity.heading)
        yield from _wrapped(f"{use.form}: {meaning}, {use.times}", "    ")
    if is_doubtful:
        doubt = "in doubt: it stands only in capitals, where a name looks like any other word"
        yield from _wrapped(doubt, "    ")
    for reason in tag.reasons:
        yield from _wrapped(reason, "    ")
    if tag.choice is not None:
        yield from _wrapped(tag.choice.meaning(tag.entity.heading), "    ")
    if tag.evidence:
        yield from _wrapped(f"“{tag.evidence}”", "    ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
