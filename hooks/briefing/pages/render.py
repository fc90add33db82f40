"""A page's HTML from what it shows: one template for each shape, and one for the column beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jinja2 import BaseLoader, Environment, StrictUndefined

from briefing.views.shapes import (
    AboutShown,
    ActorShown,
    AgreementShown,
    ArticleShown,
    BriefShown,
    BrokenShown,
    HomeShown,
    IndexShown,
    JudgementsShown,
    MovedShown,
    Shown,
    TimelineShown,
    TopicShown,
)

BODIES: Mapping[type[Shown], str] = MappingProxyType(
    {
        BriefShown: "pages/brief.html",
        ArticleShown: "pages/article.html",
        ActorShown: "pages/actor.html",
        TopicShown: "pages/topic.html",
        AgreementShown: "pages/agreement.html",
        TimelineShown: "pages/timeline.html",
        JudgementsShown: "pages/judgements.html",
        IndexShown: "pages/index.html",
        HomeShown: "pages/home.html",
        AboutShown: "pages/about.html",
        MovedShown: "pages/moved.html",
        BrokenShown: "pages/broken.html",
    }
)

MARGINS: Mapping[type[Shown], str] = MappingProxyType(
    {
        BriefShown: "margins/brief.html",
        ArticleShown: "margins/article.html",
        ActorShown: "margins/profile.html",
        TopicShown: "margins/profile.html",
        AgreementShown: "margins/profile.html",
        TimelineShown: "margins/timeline.html",
        JudgementsShown: "margins/contents.html",
        IndexShown: "margins/contents.html",
        AboutShown: "margins/about.html",
    }
)
"""The column beside the text; the other shapes have none."""


def environment(loader: BaseLoader) -> Environment:
    """What the templates need: everything is escaped, and a value that is not there is a mistake."""
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def template_of(shown: Shown) -> str:
    """The template of a page's body."""
    return BODIES[type(shown)]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Shows values in the templates of one environment; `base_url` is the way up to the site's root."""

    environment: Environment

    def body(self, shown: Shown, base_url: str) -> str:
        """The page from its title to its foot."""
        return self._render(template_of(shown), shown, base_url)

    def aside(self, shown: Shown, base_url: str) -> str:
        """The column beside the text, or nothing."""
        name = MARGINS.get(type(shown))
        return self._render(name, shown, base_url) if name else ""

    def _render(self, name: str, shown: Shown, base_url: str) -> str:
        return self.environment.get_template(name).render(page=shown, head=shown.head, base_url=base_url)
