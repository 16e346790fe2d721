"""YAML of a source, read as texts, lists and mappings of these, within bounds.

Front matter is text for people, so a plain value is what is written there: ``007`` keeps its
noughts, ``12:30`` is not a number of seconds and ``2024-01-02`` not an object. Of YAML's types only
"nothing" and "yes or no" remain.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from cuttings.errors import ExcessError

LONGEST_BLOCK = 100_000
"""Characters of YAML that are read, a hundred times those of usual front matter: some seconds."""

MOST_VALUES = 10_000
"""Values that a block may come to with its aliases written out; nine lines can say a billion."""

_TAG = "tag:yaml.org,2002:"
_TRUE = frozenset({"yes", "true", "on"})


def read_yaml(text: str) -> object:
    """Return what YAML says: None, a bool, a string, or a list or mapping of such values.

    Args:
        text: One document.

    Raises:
        ExcessError: If it is too long, or its aliases make too much of it.
        yaml.YAMLError: If it is not valid.
        RecursionError: If it is nested too deeply.
    """
    if len(text) > LONGEST_BLOCK:
        raise ExcessError(
            f"its front matter has more than {LONGEST_BLOCK:,} characters",
            "move the text below its last line of '---'",
        )
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return None if node is None else _Values().of(node)


class _Values:
    """Makes values of YAML's nodes, counting them."""

    def __init__(self) -> None:
        self._left = MOST_VALUES

    def of(self, node: yaml.Node) -> object:
        """Return the value of a node."""
        self._left -= 1
        if self._left < 0:
            # An alias within what it stands for never ends and is met here, too.
            raise ExcessError(
                f"its front matter, aliases written out, has more than {MOST_VALUES:,} values",
                "keep only what the story needs, without aliases",
            )
        if isinstance(node, yaml.SequenceNode):
            return [self.of(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node))
        text = str(node.value)
        if node.tag == f"{_TAG}null":
            return None
        return text.lower() in _TRUE if node.tag == f"{_TAG}bool" else text

    def _pairs(self, mapping: yaml.MappingNode) -> Iterator[tuple[str, object]]:
        """Yield a mapping's pairs, before them those that it takes from others (``<<``)."""
        merged = [value for key, value in mapping.value if key.tag == f"{_TAG}merge"]
        for other in merged:
            sources = other.value[::-1] if isinstance(other, yaml.SequenceNode) else [other]
            for source in sources:
                if isinstance(source, yaml.MappingNode):
                    yield from self._taken(source)
        for key, value in mapping.value:
            if key.tag != f"{_TAG}merge":
                yield self._name(key), self.of(value)

    def _taken(self, source: yaml.MappingNode) -> Iterator[tuple[str, object]]:
        value = self.of(source)
        yield from value.items() if isinstance(value, dict) else ()

    def _name(self, key: yaml.Node) -> str:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a name is not a text", problem_mark=key.start_mark)
        return str(key.value)
