"""A file of each format whose every field is given, as a program without care writes it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from html import escape
from xml.sax.saxutils import quoteattr

from tests.attack.hostile_values import StoryFields
from tests.files.archive_file import record
from tests.files.document_files import (
    ODT_NAMESPACES,
    docx_file,
    epub_file,
    odt_file,
    with_part,
    zip_file,
)
from tests.files.printed_pdf import BODY, HEADLINE, printed_pdf

_SENTENCE = "The council of the town voted on Tuesday to keep the old harbour open for a year."


def filled_files(story: StoryFields) -> dict[str, bytes]:
    """Return contents by names of files that state a story's fields, one of each format.

    Fields stand both as they are and as the format would have them escaped.
    """
    files: dict[str, bytes] = {}
    for name, write in _WRITERS.items():
        content = write(story)
        files[name] = content if isinstance(content, bytes) else _encoded(content)
    return files


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _body(story: StoryFields) -> str:
    return f"{story.text}\n\n{_SENTENCE}"


def _markdown(story: StoryFields) -> str:
    lines = {
        "Title": f"Markdown {story.title}",
        "Author": story.author,
        "Source": story.source,
        "Date": story.date,
        "URL": story.url,
        "Summary": story.summary,
        "Language": story.language,
        "Tags": story.tag,
        "Slug": story.tag,
        "Related": story.title,
        "People": story.author,
        "Countries": story.tag,
        "Organizations": story.source,
        story.tag[:40].replace("\n", " "): story.summary,
    }
    head = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return f"{head}\n{_body(story)}\n"


def _yaml(story: StoryFields) -> str:
    names = ("title", "author", "source", "date", "url", "summary", "language", "slug", "people")
    stated = [story.title, story.author, story.source, story.date, story.url, story.summary]
    stated += [story.language, story.tag, story.author]
    lines = [f"{name}: {json.dumps(value)}" for name, value in zip(names, stated, strict=True)]
    lines[0] = f"title: {json.dumps('YAML ' + story.title)}"
    lines.append(f"{json.dumps(story.tag)}: {json.dumps(story.summary)}")
    return "---\n" + "\n".join(lines) + f"\n---\n\n{_body(story)}\n"


def _text(story: StoryFields) -> str:
    return f"Text {story.title}\n\nBy {story.author}\n\n{story.date}\n\n{_body(story)}\n"


def _html(story: StoryFields, escaped: Callable[[str], str] = escape) -> str:
    metas = {
        "author": story.author,
        "description": story.summary,
        "og:site_name": story.source,
        "og:url": story.url,
        "article:published_time": story.date,
        "keywords": story.tag,
    }
    head = "".join(
        f'<meta name="{name}" property="{name}" content="{escaped(value)}">'
        for name, value in metas.items()
    )
    return (
        f'<!doctype html><html lang="{escaped(story.language)}"><head><meta charset="utf-8">'
        f"<title>HTML {escaped(story.title)}</title>{head}"
        f'<link rel="canonical" href="{escaped(story.url)}"></head><body><article>'
        f"<h1>HTML {escaped(story.title)}</h1><p class=byline>By {escaped(story.author)}</p>"
        f"<p>{escaped(story.text)}</p>{f'<p>{_SENTENCE}</p>' * 4}"
        f'<p><a href="{escaped(story.url)}">{escaped(story.tag)}</a></p></article></body></html>'
    )


def _raw_html(story: StoryFields) -> str:
    return _html(story, str).replace("HTML ", "Raw HTML ")


def _json_ld(story: StoryFields) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": f"LinkedNames data {story.title}",
        "author": [{"@type": "Person", "name": story.author, "url": story.url}],
        "publisher": {"name": story.source},
        "datePublished": story.date,
        "url": story.url,
        "description": story.summary,
        "inLanguage": story.language,
        "keywords": [story.tag],
        "articleBody": story.text,
    }
    return (
        '<!doctype html><html><head><meta charset="utf-8"><title>LinkedNames data</title>'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body><article>'
        f"<h1>LinkedNames data</h1>{f'<p>{_SENTENCE} It was data.</p>' * 4}</article></body></html>"
    )


def _rss(story: StoryFields) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{escape(story.source)}</title><language>{escape(story.language)}</language><item>"
        f"<title>RSS {escape(story.title)}</title><link>{escape(story.url)}</link>"
        f"<dc:creator>{escape(story.author)}</dc:creator><pubDate>{escape(story.date)}</pubDate>"
        f"<description>{escape(story.summary)}</description>"
        f"<category>{escape(story.tag)}</category>"
        f"<content:encoded><![CDATA[<p>{_SENTENCE}</p>{story.text}]]></content:encoded>"
        "</item></channel></rss>"
    )


def _atom(story: StoryFields) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        f'xml:lang="{escape(story.language)}" xml:base="{escape(story.url)}">'
        f"<title>{escape(story.source)}</title><entry>"
        f'<title type="html">Atom {escape(escape(story.title))}</title>'
        f'<link rel="alternate" href="{escape(story.url)}"/><id>{escape(story.tag)}</id>'
        f"<author><name>{escape(story.author)}</name></author>"
        f"<published>{escape(story.date)}</published>"
        f'<summary type="html">{escape(story.summary)}</summary>'
        f'<content type="html">{escape(_body(story))}</content></entry></feed>'
    )


def _record(story: StoryFields, kind: str) -> dict[str, object]:
    return {
        "title": f"{kind} {story.title}",
        "author": story.author,
        "source": story.source,
        "date": story.date,
        "url": story.url,
        "summary": story.summary,
        "language": story.language,
        "tags": story.tag,
        "text": _body(story),
        story.tag: story.summary,
    }


def _json(story: StoryFields) -> str:
    return json.dumps([_record(story, "JSON")])


def _json_lines(story: StoryFields) -> str:
    return json.dumps(_record(story, "JSON Lines")) + "\n"


def _json_feed(story: StoryFields) -> str:
    item = {
        "id": story.tag,
        "url": story.url,
        "title": f"JSON Feed {story.title}",
        "content_html": _body(story),
        "summary": story.summary,
        "date_published": story.date,
        "authors": [{"name": story.author}],
        "tags": [story.tag],
        "language": story.language,
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": story.source, "items": [item]}
    return json.dumps(feed)


def _table(rows: Mapping[str, str]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(rows)
    writer.writerow(rows.values())
    return table.getvalue()


def _csv(story: StoryFields) -> str:
    return _table({key: str(value) for key, value in _record(story, "CSV").items()})


def _pocket(story: StoryFields) -> str:
    return _table(
        {
            "title": story.title,
            "url": story.url,
            "time_added": story.date,
            "tags": story.tag,
            "status": story.summary,
        }
    )


def _instapaper(story: StoryFields) -> str:
    return _table(
        {
            "URL": story.url,
            "Title": f"Instapaper {story.title}",
            "Selection": _body(story),
            "Folder": story.source,
            "Timestamp": story.date,
            "Tags": story.tag,
        }
    )


def _instapaper_page(story: StoryFields) -> str:
    return (
        "<!DOCTYPE html>\n<html><head><title>Instapaper: Export</title></head><body>"
        f"<h1>{story.source}</h1><ol>"
        f'<li><a href="{escape(story.url)}">{escape(story.title)}</a>'
        f'<li><a href="{story.url}">{story.title}</a></ol></body></html>'
    )


def _pinboard(story: StoryFields) -> str:
    bookmark = {
        "href": story.url,
        "description": f"Pinboard {story.title}",
        "extended": story.summary,
        "time": story.date,
        "toread": "yes",
        "tags": story.tag,
    }
    return json.dumps([bookmark])


def _pinboard_page(story: StoryFields) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<posts user="ada">\n<post '
        f"href={_quoted(story.url)} time={_quoted(story.date)} "
        f"description={_quoted(story.title)} extended={_quoted(story.summary)} "
        f"tag={_quoted(story.tag)} />\n</posts>\n"
    )


def _quoted(value: str) -> str:
    """Return a value as XML has it in an attribute, without what XML cannot hold."""
    return quoteattr("".join(char for char in value if char in "\t\n\r" or char >= " "))


def _pocket_page(story: StoryFields) -> str:
    return (
        "<!DOCTYPE html>\n<html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        f'<li><a href="{escape(story.url)}" time_added="{escape(story.date)}" '
        f'tags="{escape(story.tag)}">{escape(story.title)}</a></li>'
        f'<li><a href="{story.url}" time_added="{story.date}" tags="{story.tag}">{story.title}</a>'
        "</li></ul></body></html>"
    )


def _reader(story: StoryFields) -> str:
    return _table(
        {
            "Title": story.title,
            "URL": story.url,
            "ID": story.tag,
            "Document tags": story.tag,
            "Saved date": story.date,
            "Reading progress": story.date,
            "Location": story.source,
            "Seen": story.summary,
        }
    )


def _raindrop(story: StoryFields) -> str:
    return _table(
        {
            "id": story.tag,
            "title": f"Raindrop {story.title}",
            "note": story.summary,
            "excerpt": _body(story),
            "url": story.url,
            "folder": story.source,
            "tags": story.tag,
            "created": story.date,
            "cover": story.url,
            "highlights": story.text,
            "favorite": story.tag,
        }
    )


def _readwise(story: StoryFields) -> str:
    return _table(
        {
            "Highlight": _body(story),
            "Book Title": f"Readwise {story.title}",
            "Book Author": story.author,
            "Amazon Book ID": story.tag,
            "Note": story.summary,
            "Color": story.tag,
            "Tags": story.tag,
            "Location Type": story.tag,
            "Location": story.date,
            "Highlighted at": story.date,
            "Document tags": story.tag,
        }
    )


def _wallabag(story: StoryFields) -> str:
    entry = {
        "is_archived": 1,
        "is_starred": 0,
        "tags": [story.tag],
        "id": 7,
        "title": f"wallabag {story.title}",
        "url": story.url,
        "given_url": story.url,
        "created_at": story.date,
        "published_at": story.date,
        "published_by": [story.author],
        "annotations": [{"text": story.summary, "quote": story.text}],
        "content": _body(story),
        "language": story.language,
        "domain_name": story.source,
    }
    return json.dumps([entry])


def _karakeep(story: StoryFields) -> str:
    link = {"type": "link", "url": story.url}
    text = {"type": "text", "text": _body(story)}
    bookmarks = [
        {
            "createdAt": story.date,
            "title": f"Karakeep {story.title}",
            "tags": [story.tag],
            "content": content,
            "note": story.summary,
        }
        for content in (link, text)
    ]
    return json.dumps({"bookmarks": bookmarks})


def _omnivore_entries(story: StoryFields) -> str:
    entry = {
        "id": story.tag,
        "slug": "the-ring",
        "title": f"Omnivore {story.title}",
        "description": story.summary,
        "author": story.author,
        "url": story.url,
        "state": story.tag,
        "readingProgress": 0,
        "labels": [story.tag],
        "savedAt": story.date,
        "publishedAt": story.date,
    }
    return json.dumps([entry, {**entry, "slug": f"../{story.tag}"}])


def _omnivore(story: StoryFields) -> bytes:
    page = f"<html><body><p>{_SENTENCE}</p>{story.text}</body></html>"
    parts: dict[str, str | bytes] = {
        "metadata_0_to_20.json": _omnivore_entries(story),
        "content/the-ring.html": _encoded(page),
    }
    return zip_file(parts)


def _bookmarks(story: StoryFields) -> str:
    return (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n"
        f"<DL><p>\n<DT><H3>{escape(story.source)}</H3>\n<DL><p>\n"
        f'<DT><A HREF="{escape(story.url)}" ADD_DATE="{escape(story.date)}" '
        f'TAGS="{escape(story.tag)}">{escape(story.title)}</A>\n<DD>{story.summary}\n'
        "</DL><p>\n</DL><p>\n"
    )


def _mail(story: StoryFields) -> str:
    return (
        f"Subject: Mail {story.title}\nFrom: {story.author} <a@planet.example>\n"
        f"Date: {story.date}\nList-Id: {story.source}\nContent-Location: {story.url}\n"
        f"X-Note: {story.summary}\nContent-Language: {story.language}\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; x={story.tag}\n\n"
        f"{_body(story)}\n"
    )


def _mailbox(story: StoryFields) -> str:
    mail = _mail(story).replace("Subject: Mail", "Subject: Mailbox", 1)
    return f"From {story.author} Thu Jan  1 00:00:00 1970\n{mail}\n\n"


def _mhtml(story: StoryFields) -> str:
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {story.url}\n"
        f"Subject: {story.title}\nDate: {story.date}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----x"\n\n------x\n'
        f"Content-Type: text/html; charset=utf-8\nContent-Location: {story.url}\n\n"
        f"{_html(story).replace('HTML ', 'MHTML ')}\n------x--\n"
    )


def _epub(story: StoryFields) -> bytes:
    text = f"<h1>EPUB {escape(story.title)}</h1><p>{escape(story.text)}</p><p>{_SENTENCE}</p>"
    metadata = (
        f"<dc:title>{escape(story.title)}</dc:title><dc:creator>{escape(story.author)}</dc:creator>"
        f"<dc:publisher>{escape(story.source)}</dc:publisher><dc:date>{escape(story.date)}</dc:date>"
        f"<dc:language>{escape(story.language)}</dc:language>"
        f"<dc:source>{escape(story.url)}</dc:source>"
        f"<dc:description>{escape(story.summary)}</dc:description>"
    )
    book = epub_file({"a.xhtml": ""})
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest><item id="i0" '
        'href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="i0"/></spine></package>'
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{text * 3}</body></html>'
    book = with_part(book, "OEBPS/a.xhtml", _encoded(page))
    return with_part(book, "OEBPS/book.opf", _encoded(package))


def _docx(story: StoryFields) -> bytes:
    document = docx_file(
        lambda written: [written.add_paragraph(text) for text in ("Headline", _SENTENCE, "Tag")]
    )
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>DOCX {escape(story.title)}</dc:title>"
        f"<dc:creator>{escape(story.author)}</dc:creator>"
        f"<dc:description>{escape(story.summary)}</dc:description>"
        f"<dc:language>{escape(story.language)}</dc:language>"
        f"<cp:keywords>{escape(story.tag)}</cp:keywords>"
        f"<dcterms:created>{escape(story.date)}</dcterms:created></cp:coreProperties>"
    )
    return with_part(document, "docProps/core.xml", _encoded(properties))


def _odt(story: StoryFields) -> bytes:
    document = odt_file(f"<text:p>Headline</text:p><text:p>{_SENTENCE}</text:p>" * 2)
    properties = (
        f"<dc:title>ODT {escape(story.title)}</dc:title><dc:creator>{escape(story.author)}"
        f"</dc:creator><dc:date>{escape(story.date)}</dc:date>"
        f"<dc:language>{escape(story.language)}</dc:language>"
        f"<dc:description>{escape(story.summary)}</dc:description>"
        f"<meta:keyword>{escape(story.tag)}</meta:keyword>"
    )
    meta = (
        f"<office:document-meta {ODT_NAMESPACES}><office:meta>{properties}</office:meta>"
        "</office:document-meta>"
    )
    return with_part(document, "meta.xml", _encoded(meta))


def _warc(story: StoryFields) -> bytes:
    url = _encoded(story.url).decode("latin-1").replace("\n", " ").replace("\r", " ")
    headers = {"Content-Type": "text/html; charset=utf-8", "X-Note": " ".join(url.split())}
    page = _encoded(_html(story).replace("HTML ", "WARC "))
    return record(url, page, headers, compressed=False) + record(
        "https://planet.example/kept", page, compressed=False
    )


def _wacz(story: StoryFields) -> bytes:
    packed = _warc(story).replace(b"WARC ", b"WACZ ").replace(b"/kept", b"/kept-in-wacz")
    entry = json.dumps({"url": story.url, "title": story.title, "ts": story.date})
    parts: dict[str, str | bytes] = {
        "archive/data.warc": packed,
        "pages/pages.jsonl": _encoded(entry),
        "datapackage.json": json.dumps({"title": story.title, "description": story.summary}),
    }
    return zip_file(parts)


def _pdf(story: StoryFields) -> bytes:
    stated = {"title": f"PDF {story.title}", "author": story.author, "subject": story.summary}
    properties = {key: value.encode("utf-8", "replace").decode() for key, value in stated.items()}
    return printed_pdf(
        [("A document", HEADLINE), (_SENTENCE, BODY)],
        title=properties["title"],
        author=properties["author"],
        subject=properties["subject"],
    )


_WRITERS: dict[str, Callable[[StoryFields], str | bytes]] = {
    "markdown.md": _markdown,
    "yaml.md": _yaml,
    "text.txt": _text,
    "page.html": _html,
    "raw-page.html": _raw_html,
    "linked-data.html": _json_ld,
    "rss.xml": _rss,
    "atom.atom": _atom,
    "items.json": _json,
    "lines.jsonl": _json_lines,
    "feed.json": _json_feed,
    "table.csv": _csv,
    "pocket.csv": _pocket,
    "instapaper.csv": _instapaper,
    "raindrop.csv": _raindrop,
    "readwise.csv": _readwise,
    "wallabag.json": _wallabag,
    "karakeep.json": _karakeep,
    "omnivore.zip": _omnivore,
    "bookmarks.html": _bookmarks,
    "mail.eml": _mail,
    "page.mhtml": _mhtml,
    "book.epub": _epub,
    "document.docx": _docx,
    "document.odt": _odt,
    "archive.warc": _warc,
    "package.wacz": _wacz,
    "printed.pdf": _pdf,
    "mails.mbox": _mailbox,
    "pocket-page.html": _pocket_page,
    "instapaper-page.html": _instapaper_page,
    "pinboard.json": _pinboard,
    "pinboard.xml": _pinboard_page,
    "reader.csv": _reader,
    "omnivore.json": _omnivore_entries,
}
"""Writes a file's content, by the file's name."""
