"""A page of the site as MkDocs knows pages: its HTML is made by the core, never by MkDocs' own Markdown."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from briefing.edge.mkdocs.page_guard import Guard
from briefing.model.marking import Audience
from briefing.model.source import Address
from briefing.pages import linked_data
from briefing.pages.once import Once
from briefing.pages.render import Renderer
from briefing.views.shapes.pages import Head, Profile, Shown

HOME = "Home"
"""What the navigation calls the home page."""


class BriefingPage(Page):
    """Has its body made by the renderer when it is written."""

    def __init__(self, shown: Shown, renderer: Renderer, file: File, config: MkDocsConfig) -> None:
        super().__init__(shown.head.title if shown.head.address else HOME, file, config)
        if self.edit_url:
            self.edit_url = urljoin(self.edit_url, urlsplit(self.edit_url).path)  # without the `..` of briefs
        self.shown = shown
        self.renderer = renderer
        self.up = "/".join([".."] * shown.head.address.count("/")) or "."

    def read_source(self, config: MkDocsConfig) -> None:
        """What MkDocs and Material ask of front matter; nothing that an author wrote chooses a template."""
        self.markdown = ""
        self.meta: dict[str, Any] = {
            "title": self.shown.head.title,
            "description": self.shown.head.summary,
            "search": {"exclude": True},  # the core writes the index's entries itself
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing: the body is made when the page is written, so that no two are held at a time."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = {heading.id for heading in self.shown.head.contents}

    def body(self) -> str:
        """The page from its title to its foot, the column beside its text at its place."""
        return self.renderer.whole(self.shown, self.up)

    @property
    def data(self) -> str:
        """What the page says for programs."""
        return self.renderer.linked_data(self.shown, self.up)

    @property
    def has_data(self) -> bool:
        """Whether it says anything for programs."""
        return linked_data.has(self.shown)

    @property
    def feed(self) -> Address | None:
        """Where the feed of the page's subject is."""
        profile = getattr(self.shown, "profile", None)
        return profile.feed if isinstance(profile, Profile) else None


def made(
    address: Address, shown: Shown, renderer: Renderer, config: MkDocsConfig, edit_uri: str | None = None
) -> BriefingPage:
    """The page at an address; `edit_uri` is where its source lies as seen from `docs/`."""
    file = File.generated(config, source_of(address), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = edit_uri
    page = file.page = BriefingPage(shown, renderer, file, config)
    return page


def canonical_url(address: Address, config: MkDocsConfig) -> str | None:
    """The whole address of a page, as MkDocs makes it; nothing where the site does not know its own."""
    base = config.site_url
    if not base:
        return None
    return urljoin(base if base.endswith("/") else f"{base}/", quote(address))


def source_of(address: Address) -> str:
    """Where MkDocs is told that the source of a page lies."""
    return f"{address}index.md" if is_index(address) else f"{address.rstrip('/')}.md"


def is_index(address: Address) -> bool:
    """Whether a page's address is also the folder of others: the home page and the index of each kind."""
    return address.count("/") < 2


def equip(env: Environment, audience: Audience, guard: Guard) -> None:
    """The tag that prints once what is the same on many pages, and what is the same on all of them."""
    env.auto_reload = False  # each build has an environment of its own
    env.add_extension(Once)
    env.globals["audience"] = audience
    env.globals["guard"] = guard


def add_context(context: TemplateContext, page: Page) -> None:
    """What the templates of the theme need of a page beyond MkDocs' own values."""
    if isinstance(page, BriefingPage):
        add(context, page, page.shown.head, page.feed, page.data, page.body())


def add(
    context: TemplateContext, page: BriefingPage, head: Head, feed: str | None, data: str, body: str
) -> None:
    """A page's place in the navigation (its own or its section's), its head, feed, data and body."""
    place = page if page in context["nav"].pages else page.parent
    context |= {"place": place, "head": head, "feed": feed, "data": data, "body": body}  # type: ignore[misc]
