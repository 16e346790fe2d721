"""Values that pages, tables, paths, shells, templates and readers have stumbled over."""

from __future__ import annotations

from dataclasses import dataclass, fields
from random import Random

from hypothesis import strategies as st

MARK = "TAKEN-BY-A-VALUE"
"""What a script of a value would write as the title of the page."""

EVIL_HOST = "evil.example"
"""The host that a value would have a page ask."""

_SCRIPT = f"document.title='{MARK}'"
HOSTILE_VALUES = (
    "",
    " ",
    f"<script>{_SCRIPT}</script>",
    f"</script><script>{_SCRIPT}</script>",
    f"</title></textarea></style></noscript><script>{_SCRIPT}</script>",
    f'"><img src=x onerror="{_SCRIPT}">',
    f"' onfocus='{_SCRIPT}' autofocus='",
    f"<svg onload={_SCRIPT}><a xlink:href='javascript:{_SCRIPT}'>x</a></svg>",
    f"javascript:{_SCRIPT}",
    f"JaVa\tScRiPt:{_SCRIPT}",
    f"data:text/html,<script>{_SCRIPT}</script>",
    f"[x](javascript:{_SCRIPT})",
    f"<img src=//{EVIL_HOST}/x.png><link rel=stylesheet href=//{EVIL_HOST}/x.css>",
    f"<meta http-equiv=refresh content='0;url=//{EVIL_HOST}/'><base href=//{EVIL_HOST}/>",
    f"<iframe srcdoc='<script>{_SCRIPT}</script>'></iframe><form action=//{EVIL_HOST}>",
    f"![x](//{EVIL_HOST}/y.png)",
    "{static}/originals",
    "[x]({static}/.)",
    "|static|/../outside.txt",
    "{attach}private.html",
    "{filename}/private.html {index} {tag}../x {category}x {author}y",
    f"<a title=\"x href='{{static}}/private.html'\" href='//{EVIL_HOST}'>x</a>",
    "{{ 7*7 }} {% include '/etc/hostname' %} ${7*7} <%= 7*7 %> {# gone #}",
    "%s %(title)s {0} {title!r}",
    "]]> <![CDATA[ --> <!-- -- <?xml ?> <!DOCTYPE x>",
    "&amp; &lt;b&gt; &#0; &#xD800; &bogus; &",
    "\x00\x01\x08\x0b\x1b[2J\x7f\x85",
    "\u202eevil\u202c \u2066x\u2069 \u200b\ufeff\u2028\u2029",
    "\ud800 \udfff \udc80",
    "\ufffe \ufdd0 \U0001ffff",
    '=HYPERLINK("http://evil.example")',
    "+1+1",
    "@SUM(1+1)*cmd|' /c calc'!A1",
    " ;=1+1",
    "＝1+1",
    "../../../etc/passwd",
    "..\\..\\x",
    "/etc/passwd",
    "index",
    "con",
    ".",
    "~$x",
    "http://[::1",
    "//[x",
    "http://a\u2100b/",
    "http://[v1.x]/",
    "http://example.org:99999999/",
    "file:///etc/passwd",
    "http://user:pass@127.0.0.1/",
    "line\nSlug: aarhus-harbour-stays-open\nReviewed: yes\nTagged: 9",
    "---\nslug: x\n---",
    "a; b\\; c; ; \\",
    "2024-01-01T00:00:00-25:00",
    "99999999999999999999",
    "-1",
    "NaN",
    "null",
    "x" * 3000,
    "long " * 2000,
    "e" + "\u0301" * 500,
    "[" * 500,
    "<b>" * 300,
    "`" * 200 + "*_" * 100,
    "\U0001f389" * 30,
    "مجلس الأمن 安全理事会 ไทย",
)
"""Each may stand in any field; some are meant for one of them."""

_pieces = st.sampled_from(HOSTILE_VALUES) | st.text(max_size=20)
values = st.sampled_from(HOSTILE_VALUES) | st.lists(_pieces, min_size=1, max_size=3).map("".join)
"""A hostile value: one that is known, or several put together, with other characters between."""


@dataclass(frozen=True, slots=True)
class StoryFields:
    """What a story of any format may state."""

    title: str
    author: str
    source: str
    date: str
    url: str
    summary: str
    language: str
    tag: str
    text: str

    @classmethod
    def at_random(cls, random: Random) -> StoryFields:
        """Return fields that are all hostile."""
        return cls(*(random.choice(HOSTILE_VALUES) for _ in fields(cls)))


stories = st.builds(StoryFields, *(values for _ in fields(StoryFields)))
"""Stories all of whose fields are hostile."""
