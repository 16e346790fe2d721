"""Addresses that are none, or none that is read alike by all: what functions may stumble over."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    "//[x",
    "http://[::1",
    "http://[::1]x/",
    "https://]/",
    "http://[fe80::1%25eth0]/a",
    "http://[v1.x]/a",
    "http://[zz]/a",
    "http://x:99999/a",
    "http://a:b/c",
    "http://a:/b",
    "http://a:-1/b",
    "http://a:٣/b",
    "http://℀.example/a",
    "http://ａ／ｂ.example/a",
    "http://a\uff20b.example/",
    "http://a\x00.example/b\x00",
    "http://a.example/\ud800?q=\udfff#\ud800",
    "http://xn--a-\ud800.example/",
    "http://xn--99999999999.example/",
    "http://a..b/c",
    "http://.example/a",
    "http://@/a",
    "http://u:p@[/a",
    "http:///a",
    "http:a",
    "http://a.example/%zz%",
    "http://a.example/%ff%00/..%2f..",
    "http://a.example/" + "../" * 100,
    "https://www.google.com/amp/s/" * 1000 + "a.example/b",
    "https://www.google.com/amp/s/" + "a." * 10_000,
    "http://a.example/?" + "a=1&" * 1000,
    "javascript:alert(1)",
    "data:text/html,<b>",
    "mailto:[x",
    "\u200bhttp://a.example/",
    "http\t://a.example/",
    "ht\ntp://a.example/",
    "?",
    "#",
    ":",
    "",
)

addresses = st.one_of(
    st.sampled_from(HOSTILE),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["http://", "https://", "//", "http:", "mailto:", "ftp://", ""]),
        st.text("ab.:@[]%1-℀\x00\ud800", max_size=12),
        st.text(max_size=12) | st.text("/?#[]@&=;%.amp", max_size=12),
    ),
    st.text(max_size=20),
)
