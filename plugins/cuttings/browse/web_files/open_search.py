"""The description by which a browser adds the site's search to its own (OpenSearch 1.1)."""

from __future__ import annotations

from lxml import etree

from cuttings.browse.web_files.sitemap import absolute_url
from cuttings.browse.web_files.xml_text import xml_text

PATH = "opensearch.xml"
"""The file's path from the site's root."""

_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT_NAME_LENGTH = 16
_SUGGESTED_LENGTH = 48
"""Most characters of the short and the long name (OpenSearch 1.1, "ShortName", "LongName")."""


def open_search_description(site_name: str, site_url: str) -> bytes:
    """Write the description of the search of the archive at ``site_url``.

    Names longer than the specification allows (16 characters, 48 for the long one) are cut
    at a word where one ends in time.
    """
    name = xml_text(site_name).strip()
    root = etree.Element("OpenSearchDescription", xmlns=_NAMESPACE)
    _add(root, "ShortName", _cut(name, _SHORT_NAME_LENGTH))
    _add(root, "LongName", _cut(name, _SUGGESTED_LENGTH))
    _add(root, "Description", f"Search {name}")
    _add(root, "InputEncoding", "UTF-8")
    icon = {"width": "192", "height": "192", "type": "image/png"}
    _add(root, "Image", absolute_url(site_url, "theme/icon-192.png"), icon)
    template = f"{absolute_url(site_url, 'search.html')}?q={{searchTerms}}"
    etree.SubElement(root, "Url", {"type": "text/html", "template": template})
    own = {"type": "application/opensearchdescription+xml", "rel": "self"}
    etree.SubElement(root, "Url", {**own, "template": absolute_url(site_url, PATH)})
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _add(
    parent: etree._Element, name: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    etree.SubElement(parent, name, attributes or {}).text = text


def _cut(name: str, length: int) -> str:
    if len(name) <= length:
        return name
    at_a_word = name[: length + 1].rpartition(" ")[0].rstrip()
    return at_a_word or name[:length]
