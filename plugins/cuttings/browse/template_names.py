"""What the templates of a theme read besides the page that they show."""

from __future__ import annotations

from collections.abc import Collection

from jinja2 import Environment, TemplateError, meta

from cuttings.build_cache import BuildCache

_NAME = "templates"
"""Name of what the templates read, in the cache of builds."""

_Found = tuple[frozenset[str], frozenset[str | None]]
"""The names that one template reads itself, and the templates that it names."""


class TemplateNames:
    """Knows which names of a context the templates may read.

    Args:
        environment: Loads the templates.
        names: The names to look for.
        cache: What earlier builds have left, of the same templates.
    """

    def __init__(
        self,
        environment: Environment,
        names: Collection[str],
        cache: BuildCache | None = None,
    ) -> None:
        self._environment = environment
        self._names = frozenset(names)
        self._cache = cache or BuildCache()
        of_names, known = self._cache.load(_NAME) or (frozenset(), {})
        self._known: dict[str, _Found | None] = known if of_names == self._names else {}
        self._found: dict[str, _Found | None] = dict(self._known)

    def of(self, template: str) -> frozenset[str] | None:
        """Return which names a template may read, itself or by those that it extends or includes.

        Args:
            template: The template's file name.

        Returns:
            The names; None if it cannot be known, as where a template's name is worked out.
        """
        waiting: list[str | None] = [template]
        seen: set[str] = set()
        names: frozenset[str] = frozenset()
        while waiting:
            name = waiting.pop()
            found = None if name is None else self._found_in(name)
            if name is None or found is None:
                return None
            seen.add(name)
            names |= found[0]
            waiting += [other for other in found[1] if other not in seen]
        return names

    def store(self) -> None:
        """Leave what was found to the next build."""
        if self._found != self._known:
            self._cache.store(_NAME, (self._names, self._found))

    def _found_in(self, name: str) -> _Found | None:
        """Return the names and the templates that one template names, None if it has a fault."""
        if name not in self._found:
            self._found[name] = self._look_for(name)
        return self._found[name]

    def _look_for(self, name: str) -> _Found | None:
        loader = self._environment.loader
        try:
            if loader is None:
                return None
            parsed = self._environment.parse(loader.get_source(self._environment, name)[0])
        except (TemplateError, OSError):
            return None
        read = meta.find_undeclared_variables(parsed) & self._names
        return frozenset(read), frozenset(meta.find_referenced_templates(parsed))
