from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from cuttings.browse.template_names import TemplateNames
from cuttings.build_cache import BuildCache

_TEMPLATES = {
    "base.html": "{% import 'macros.html' as m %}{{ archive.articles }}",
    "macros.html": "{% macro line(archive) %}{{ archive }}{% endmacro %}",
    "page.html": "{% extends 'plain.html' %}{% block main %}{{ page }}{% endblock %}",
    "plain.html": "{% import 'macros.html' as m %}{{ m.line(page) }}",
    "counted.html": "{% extends 'base.html' %}",
    "including.html": "{% include 'counted.html' %}{{ stories | length }}",
    "itself.html": "{% include 'itself.html' %}",
    "dynamic.html": "{% include page.template %}",
    "faulty.html": "{% if %}",
    "missing.html": "{% include 'nowhere.html' %}",
}


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("page.html", set()),
        ("counted.html", {"archive"}),
        ("including.html", {"archive", "stories"}),
        ("itself.html", set()),
        ("dynamic.html", None),
        ("faulty.html", None),
        ("missing.html", None),
    ],
)
def test_names_are_found_wherever_a_template_gets_them_from(
    template: str, names: set[str] | None
) -> None:
    found = TemplateNames(
        Environment(loader=DictLoader(_TEMPLATES), autoescape=True), ["archive", "stories"]
    )
    assert found.of(template) == names


def test_what_was_found_before_is_not_looked_for_again(tmp_path: Path) -> None:
    cache, names = BuildCache(tmp_path / "site.cache", "version"), ["archive", "stories"]
    before = TemplateNames(Environment(loader=DictLoader(_TEMPLATES)), names, cache)
    assert before.of("including.html") == frozenset(names)
    before.store()
    empty = Environment(loader=DictLoader({}))
    assert TemplateNames(empty, names, cache).of("including.html") == frozenset(names)
    assert TemplateNames(empty, ["archive"], cache).of("including.html") is None
