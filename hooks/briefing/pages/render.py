"""A page's HTML from what it shows: one template for each shape, and one for the column beside its text."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket

from briefing.pages.direct import Direct
from briefing.pages.identity import Site
from briefing.pages.linked_data import LinkedData
from briefing.pages.once import Once
from briefing.views.shapes.pages import (
    AboutShown,
    ActorShown,
    AgreementShown,
    ArticleShown,
    BriefShown,
    BrokenShown,
    DeskShown,
    DigestShown,
    DigestsShown,
    GoneShown,
    HomeShown,
    IndexShown,
    JudgementsShown,
    MovedShown,
    NetworkShown,
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
        NetworkShown: "pages/network.html",
        MovedShown: "pages/moved.html",
        GoneShown: "pages/gone.html",
        BrokenShown: "pages/broken.html",
        DeskShown: "pages/desk.html",
        DigestsShown: "pages/digests.html",
        DigestShown: "pages/digest.html",
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
        DeskShown: "margins/contents.html",
        DigestsShown: "margins/contents.html",
        DigestShown: "margins/contents.html",
        IndexShown: "margins/contents.html",
        AboutShown: "margins/about.html",
    }
)
"""The column beside the text; the other shapes have none."""


FOLDERS = "pages/", "margins/", "parts/"
"""Where all templates of bodies lie."""
NO_CODES: Mapping[str, CodeType] = MappingProxyType({})
MARGIN = "<!--margin-->"
"""Where in a body the column beside its text goes."""


class Compiled(BytecodeCache):
    """Templates as compiled for one environment, for those that differ from it in their globals alone."""

    def __init__(self, codes: Mapping[str, CodeType] = NO_CODES) -> None:
        self.codes = dict(codes)

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self.codes[bucket.key] = bucket.code


class Flat(Environment):
    """Gives each template its globals in one mapping: Jinja's chain of two is slow to copy for each page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def environment(loader: BaseLoader, base_url: str, compiled: Compiled) -> Environment:
    """What the templates need: everything is escaped, and a value that is not there is a mistake."""
    made = Flat(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # a bounded cache keeps account of which of them was asked for last
        extensions=[Once],
        bytecode_cache=compiled,
    )
    made.code_generator_class = Direct
    made.globals["base_url"] = base_url
    return made


def template_of(shown: Shown) -> str:
    """The template of a page's body."""
    return BODIES[type(shown)]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Shows values in templates.

    `base_url` is the way up to the site's root. All pages of one depth share an environment, so that parts
    need no context of a page, and what is printed once serves them all.
    """

    loader: BaseLoader
    compiled: Compiled = field(default_factory=Compiled)
    _environments: dict[str, Environment] = field(default_factory=dict)
    site: Site = field(default=Site(""), kw_only=True)
    """What programs are told of the site as a whole."""

    def body(self, shown: Shown, base_url: str) -> str:
        """The page from its title to its foot."""
        return self._render(template_of(shown), shown, base_url)

    def whole(self, shown: Shown, base_url: str) -> str:
        """The page, with the column beside its text at its place."""
        return self.body(shown, base_url).replace(MARGIN, self.aside(shown, base_url), 1)

    def aside(self, shown: Shown, base_url: str) -> str:
        """The column beside the text, or nothing."""
        name = MARGINS.get(type(shown))
        return self._render(name, shown, base_url) if name else ""

    def linked_data(self, shown: Shown, base_url: str) -> str:
        """What the page says for programs, or nothing."""
        return LinkedData(self.site, base_url)(shown)

    def compile(self) -> None:
        """Compile all templates, which then serve this process and all copies of it."""
        made = environment(self.loader, "", self.compiled)
        for name in made.list_templates(filter_func=lambda name: name.startswith(FOLDERS)):
            made.get_template(name)

    def _render(self, name: str, shown: Shown, base_url: str) -> str:
        found = self._environments.get(base_url)
        if found is None:
            found = self._environments[base_url] = environment(self.loader, base_url, self.compiled)
        return found.get_template(name).render(page=shown, head=shown.head)
