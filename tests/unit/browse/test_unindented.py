from __future__ import annotations

from jinja2 import Environment

from cuttings.browse.unindented import Unindented


def test_the_indentation_of_a_template_is_left_out_and_that_of_a_story_stays() -> None:
    environment = Environment(extensions=[Unindented], autoescape=True, trim_blocks=True)
    template = environment.from_string("<ul>\n    <li>\n\t{{ text }}</li>\n  </ul>")
    assert template.render(text="a\n    b") == "<ul>\n <li>\n a\n    b</li>\n </ul>"
