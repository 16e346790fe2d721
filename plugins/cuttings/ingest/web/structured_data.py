"""What a page says about itself: JSON-LD objects and meta tags."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from cuttings.article.characters import one_line

_WRAPPING_START = re.compile(r"\s*+(?://\s*+)?(?:<!\[CDATA\[|<!--)")
_WRAPPING_ENDS = ("]]>", "-->")
_MOST_WRAPPINGS = 4
"""Wrappings of a script around each other; pages have two."""

_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle LiveBlogPosting BlogPosting "
    "SocialMediaPosting Report SatiricalArticle ScholarlyArticle AdvertiserContentArticle "
    "TechArticle".split()
)
_MOST_ENCODINGS = 4
"""How often a text may have been encoded: a site's tools do so one after the other."""

_POINTERS = ("author", "creator", "publisher")
_PAGE_TYPES = frozenset({"WebPage", "ItemPage"})


@dataclass(frozen=True, slots=True)
class StructuredData:
    """A page's JSON-LD article object and its meta tags.

    Attributes:
        article: The JSON-LD object of the article, or an empty mapping.
        tags: Contents of the meta tags by lower-case name, in document order.
    """

    article: Mapping[str, Any]
    tags: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, root: HtmlElement) -> StructuredData:
        """Collect what the page with this root element says."""
        tags: defaultdict[str, list[str]] = defaultdict(list)
        for meta in root.iter("meta"):
            content = one_line(_decoded(meta.get("content") or ""))
            names = " ".join(meta.get(key) or "" for key in ("name", "property", "itemprop"))
            if not content:
                continue
            for name in names.lower().replace(".", ":").split():
                tags[name].append(content)
        return cls(
            _article_object(root), {name: tuple(contents) for name, contents in tags.items()}
        )

    def tag(self, *names: str) -> str:
        """Return the content of the first of these meta tags that has one, or ""."""
        return next(iter(self.all_tags(*names)), "")

    def all_tags(self, *names: str) -> tuple[str, ...]:
        """Return the contents of these meta tags, in the order of the names."""
        return tuple(content for name in names for content in self.tags.get(name, ()))

    def text(self, key: str) -> str:
        """Return a text of the JSON-LD article, or ""."""
        return next(iter(names_in(self.article.get(key))), "")


def names_in(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON is any value
    """Return the texts of a JSON-LD value: itself, the names of objects, or of a list of them."""
    if isinstance(value, str):
        text = one_line(_decoded(value))
        return (text,) if text else ()
    if isinstance(value, Mapping):
        return names_in(value.get("name") or value.get("@value"))
    if isinstance(value, list):
        return tuple(text for item in value for text in names_in(item))
    return ()


def _decoded(text: str) -> str:
    """Return a text without references to characters, however often each was encoded."""
    for _ in range(_MOST_ENCODINGS):
        before, text = text, html.unescape(text)
        if text == before:
            break
    return text


def _article_object(root: HtmlElement) -> Mapping[str, Any]:
    objects = [
        found
        for script in root.xpath("//script[contains(@type, 'ld+json')]")
        for found in _objects(_loaded(script.text_content()))
    ]
    for types in (_ARTICLE_TYPES, _PAGE_TYPES):
        for candidate in objects:
            if types & _types(candidate):
                return _resolved(candidate, objects)
    return {}


def _resolved(
    article: Mapping[str, Any], objects: Sequence[Mapping[str, Any]]
) -> Mapping[str, Any]:
    """Return the article with its persons and publisher, which it may only point to."""
    named = {str(one["@id"]): one for one in objects if one.get("@id") and one.get("name")}
    return {
        **article,
        **{key: _pointed_to(article[key], named) for key in _POINTERS if key in article},
    }


def _pointed_to(value: Any, named: Mapping[str, Mapping[str, Any]]) -> Any:  # noqa: ANN401 - JSON is any value
    if isinstance(value, list):
        return [_pointed_to(item, named) for item in value]
    if isinstance(value, Mapping) and not value.get("@type"):
        return {**value, **named.get(str(value.get("@id")), {})}
    return value


def _loaded(text: str) -> Any:  # noqa: ANN401 - JSON is any value
    """Return the value of a JSON-LD script, which some pages wrap as one of JavaScript."""
    for _ in range(_MOST_WRAPPINGS + 1):
        try:
            return json.loads(text, strict=False)
        except RecursionError:
            return None
        except ValueError:
            text = _unwrapped(text)
    return None


def _unwrapped(text: str) -> str:
    """Return a script without a mark that hides it from old programs, at its start and end."""
    if start := _WRAPPING_START.match(text):
        text = text[start.end() :]
    end = text.rstrip().removesuffix(";").rstrip()
    if not end.endswith(_WRAPPING_ENDS):
        return text
    return end[: -len(_WRAPPING_ENDS[0])].rstrip().removesuffix("//")


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - JSON is any value
    """Yield the objects at the top of a JSON-LD value and in its graph."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | Mapping):
                yield from _objects(value[key])


def _types(value: Mapping[str, Any]) -> set[str]:
    return {name.rsplit("/", 1)[-1] for name in names_in(value.get("@type"))}
