"""Who published a page's story, by the name that the page itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from cuttings.article.characters import one_line
from cuttings.article.web_link import host_of
from cuttings.ingest.html.page import Page
from cuttings.ingest.web.structured_data import StructuredData, names_in
from cuttings.ingest.web.title_parts import SEPARATOR, title_key

_SITE_TAGS = "og:site_name application-name apple-mobile-web-app-title dc:publisher".split()
_PUBLISHER_TAGS = "article:publisher publisher dcterms:publisher".split()
_LONGEST_NAME = 5
"""Words of the longest name that is not looked at for a motto behind it; chosen by eye."""

_SAME_START = 4
"""Letters in which a name and a label begin alike."""

_SECOND_LEVEL = frozenset("co com org net gov edu ac".split())
_NOTICES = etree.XPath(
    "//body//text()[contains(., '©') or contains(., 'opyright')]"
    "[ancestor::footer or ancestor::*[contains(translate(concat(@class, ' ', @id), 'FCP', 'fcp'),"
    " 'footer') or contains(translate(concat(@class, ' ', @id), 'FCP', 'fcp'), 'copyright')]]"
)
_LONGEST_NOTICE = 500
"""Characters of a notice that are looked at."""

_YEARS = r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)?\d\d)?"
_HOLDER = r"[^\W\d_][^.,|©·]{1,50}?"
_NOTICE = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^\w©(]{0,5}(?:(?:©|\(c\))\W{0,5})?"
    rf"(?:{_YEARS}\W{{0,5}}(?:by )?(?P<behind>{_HOLDER})(?=[.,|©·]|\s+by\b|\s+all rights|\s*$)"
    rf"|(?P<before>{_HOLDER}),? {_YEARS})",
    re.I,
)
_COMPANY = re.compile(
    r",? (?:company|inc|llc|ltd|limited|gmbh(?: [+&] co)?|ag|e|s\.?a|media group)\.?$", re.I
)
_RIGHTS = re.compile(r"all rights|alle rechte|tous droits|derechos|reserved", re.I)


def stated_publication(page: Page, data: StructuredData) -> str:
    """Return the first name that metadata gives the publication, or the host."""
    return next(_stated(data), _host(page.url))


def publication(page: Page, data: StructuredData) -> str:
    """Return the publication's name as the page writes it, or the host it was published at.

    A motto beside the name is not part of it.

    A name that is only a piece of the host ("nj", "hosted"), or none, gives way to the name of a
    publisher, title or notice of copyright. On the pages looked at this names 25 publications
    otherwise than before, all but three of them better.
    """
    host = _host(page.url)
    return _without_motto(_name(page, data, host), host)


def _name(page: Page, data: StructuredData, host: str) -> str:
    stated = list(_stated(data))
    if stated and not _is_piece_of(stated[0], host):
        return stated[0]
    related = [name for name in stated[1:] if _is_related(name, host)]
    shown = [*_in_title(page.root, host), *_in_footer(page.root)]
    others = (*related, *shown)
    names = (one for one in others if one != host and not _is_piece_of(one, host))
    return next(names, next(iter(stated), host))


def _without_motto(name: str, host: str) -> str:
    """Return the part of a name that is the host's, else of a long one the first."""
    parts = [part.strip() for part in SEPARATOR.split(name)]
    if len(parts) < 2:
        return name
    own = {title_key(host), *_labels(host)[-1:]}
    first = parts[0] if len(name.split()) > _LONGEST_NAME and parts[0] else name
    return next((part for part in parts if title_key(part) in own), first)


def site_names(page: Page, data: StructuredData) -> list[str]:
    """Return the names a site may put into its titles."""
    names = [
        *data.all_tags(*_SITE_TAGS, *_PUBLISHER_TAGS),
        *names_in(data.article.get("publisher")),
        *names_in(data.article.get("isPartOf")),
    ]
    if host := _host(page.url):
        names += [host, *(part for part in host.split(".")[:-1] if len(part) > 3)]
    return [name for name in names if not name.startswith("http")]


def _stated(data: StructuredData) -> Iterator[str]:
    """Yield the names that metadata gives, the surest first."""
    names = (
        data.tag("og:site_name"),
        next(iter(names_in(data.article.get("publisher"))), ""),
        *data.all_tags(*_SITE_TAGS),
        *data.all_tags(*_PUBLISHER_TAGS),
    )
    return (name for name in names if name and not name.startswith(("http://", "https://", "@")))


def _is_piece_of(name: str, host: str) -> bool:
    """Return whether a name is the site's label of a host in small letters, or a server's."""
    labels = _labels(host)
    key = title_key(name)
    return bool(labels) and ((key == labels[-1] and name.islower()) or key in labels[:-1])


def _is_related(name: str, host: str) -> bool:
    """Return whether a name begins as the site's label of a host, or has it for its initials."""
    labels = _labels(host)
    words = name.removeprefix("The ").split()
    initials = title_key("".join(word[0] for word in words))
    begins = title_key("".join(words))[:_SAME_START]
    return bool(labels) and (labels[-1].startswith(begins) or labels[-1] == initials)


def _in_title(root: HtmlElement, host: str) -> Iterator[str]:
    """Yield the last part of the title, if it is the site's part of the host in letters of its own.

    "Tagesspiegel" for tagesspiegel.de: how the site writes itself.
    """
    title = one_line(next((title.text_content() for title in root.iter("title")), ""))
    parts = SEPARATOR.split(title)
    labels = _labels(host)
    if len(parts) > 1 and labels and labels[-1] == title_key(parts[-1].removeprefix("The ")):
        yield parts[-1]


def _in_footer(root: HtmlElement) -> Iterator[str]:
    """Yield the names behind the years of the notices of copyright in a footer."""
    for text in cast("list[str]", _NOTICES(root)):
        if notice := _NOTICE.search(one_line(text[:_LONGEST_NOTICE])):
            name = notice["behind"] or notice["before"]
            if not _RIGHTS.search(name):
                yield _COMPANY.sub("", name.split(" - ")[0].strip(" -–—"))


def _labels(host: str) -> list[str]:
    """Return the labels of a host without those that many sites share ("co.uk")."""
    labels = host.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return [title_key(label) for label in labels]


def _host(url: str) -> str:
    return host_of(url).removeprefix("www.")
