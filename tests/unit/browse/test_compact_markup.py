from __future__ import annotations

import pytest
from jinja2 import Environment

from cuttings.browse.compact_markup import CompactMarkup


def _rendered(template: str) -> str:
    environment = Environment(autoescape=True, extensions=[CompactMarkup])
    return environment.from_string(template).render(text='a\n    b="c" </li>')


def test_what_is_shown_stays_as_it_is() -> None:
    page = _rendered('<ul class="names">\n    <li>\n\t{{ text }}</li>\n  </ul>')
    assert page == "<ul class=names><li>a\n    b=&#34;c&#34; &lt;/li&gt;</ul>"


@pytest.mark.parametrize(
    ("template", "compact"),
    [
        ("<p>one</p>\n<p>two</p>\n</div>", "<p>one<p>two</div>"),
        ("<p>one</p>\n<h{{ 3 }}>two</h{{ 3 }}>", "<p>one<h3>two</h3>"),
        ("<html>\n<head>\n<title>one</title>\n</head>\n<body>", "<html><title>one</title><body>"),
        ("<p>one</p>\n<a>two</a>", "<p>one</p><a>two</a>"),
        ("<p>one</p>{% if 1 %}<p>two</p>{% endif %}", "<p>one</p><p>two</p>"),
        ("<dl><dt>one</dt>\n <dd>two</dd>\n</dl>", "<dl><dt>one<dd>two</dl>"),
        ("<a>one</a>\n   <span>two</span>", "<a>one</a>\n <span>two</span>"),
        ('<a class="one two" id="x" href="{{ 1 }}/a">', '<a class="one two" id=x href="1/a">'),
        ('<p class="a"{% if 1 %} id="b"{% endif %}>', "<p class=a id=b>"),
        ('<input value="" name="q">', '<input value="" name=q>'),
        ('<a href="a/" rel="b">', '<a href="a/" rel=b>'),
        ('{% set x ="y" %}{{ x }}', "y"),
    ],
)
def test_what_markup_implies_is_left_out(template: str, compact: str) -> None:
    assert _rendered(template) == compact
