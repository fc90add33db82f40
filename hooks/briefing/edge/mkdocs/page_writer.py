"""Writes the pages that stand in no navigation, nearly all of them, without a run of the theme for each.

MkDocs builds the few pages of the navigation. All others get their shell from the theme, once for each form,
and their body from the core. Where a plugin or hook is set that is not known to leave pages alone, MkDocs
builds all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section

from briefing.edge import processes
from briefing.edge.kept import last_build
from briefing.edge.kept.shelf import Lying, Shelf
from briefing.edge.mkdocs import briefing_page, state
from briefing.edge.mkdocs.briefing_page import BriefingPage
from briefing.edge.packing import Packer
from briefing.model.source import Address
from briefing.pages import manifest, shell
from briefing.pages.manifest import PAGE, Sum
from briefing.pages.render import Renderer
from briefing.pages.search_files import Index
from briefing.pages.shell import Filling, Form, Shell, Slot
from briefing.views.shapes.pages import MovedShown

MAIN, STAGE = "main.html", "briefing_stage"
NONE: Mapping[Address, BriefingPage] = MappingProxyType({})
LEAVE_PAGES_ALONE = frozenset(
    (
        "search",
        "material/search",
        *(
            f"hooks/on_{event}.py"
            for event in ("startup", "config", "files", "nav", "env", "page_context", "post_build")
        ),
    )
)
"""Plugins that neither see nor change what is on a page that MkDocs does not build."""


class Kept(NamedTuple):
    """Where that lies which a page was made of, packed."""

    shelf: int
    filling: Lying
    shown: Lying


class Made(NamedTuple):
    """A page, and what it was made of."""

    sum: Sum
    digest: bytes
    """Of all that it was made of, its shell apart."""
    kept: Kept | None
    """Where that is for the next build, if it is."""

    def lost(self) -> Made:
        """The same, of which nothing is kept."""
        return self._replace(kept=None)


@dataclass(slots=True)
class Stage:
    """The pages of a build, and what MkDocs makes ready for them; it lives on that config."""

    pages: Mapping[Address, BriefingPage]
    """Each made when it is asked for; none once they are written."""
    renderer: Renderer
    built: Mapping[Address, BriefingPage]
    """Those of these pages that MkDocs builds itself; none once all are written."""
    nav: Navigation | None = None
    sections: Mapping[str, Section] = field(default_factory=dict)
    """What the pages of each folder belong to."""
    env: Environment | None = None
    shells: dict[Form, Shell] = field(default_factory=dict)
    samples: dict[Form, str] = field(default_factory=dict)
    """A page in each shell, by the path of its file."""
    written: dict[str, Made] = field(default_factory=dict)
    """The pages that were left to us, by the paths of their files below the site."""
    shelves: Sequence[Shelf] = ()
    """What they were made of."""
    listed: Mapping[Address, tuple[bytes, str | None]] = field(default_factory=dict)
    """Of all others what they show, packed, and where they are edited."""
    beside: set[str] = field(default_factory=set)
    """The files that content fills and that are no pages, by their paths below the site."""
    search: Index = field(default=Index((), 0))
    """Of what the search index is made."""

    def of(self, kept: Kept) -> tuple[bytes, bytes]:
        """What a page said in its shell, and what it shows, both packed."""
        shelf = self.shelves[kept.shelf]
        return shelf.get(kept.filling), shelf.get(kept.shown)

    @property
    def waiting(self) -> list[Address]:
        """The pages that are left to us."""
        return [address for address in self.pages if address not in self.built]

    def shell(self, page: BriefingPage, form: Form, config: MkDocsConfig) -> Shell:
        """The shell of all pages of a form, made around the first of them that asks."""
        if form not in self.shells:
            self.shells[form] = _shell(self, page, form, config)
        return self.shells[form]


class Written(NamedTuple):
    """Some pages, and what they were made of."""

    pages: Mapping[str, Made]
    shells: Mapping[Form, Shell]
    samples: Mapping[Form, str]


def prepare(
    config: MkDocsConfig, pages: Mapping[Address, BriefingPage], renderer: Renderer
) -> Mapping[Address, BriefingPage]:
    """Those of the pages that MkDocs is to build."""
    alone = LEAVE_PAGES_ALONE.issuperset(config.plugins) and config.nav is not None
    listed = (one for one in pages if not alone or _is_listed(briefing_page.source_of(one), config.nav))
    built = {address: pages[address] for address in listed}
    config.extra[STAGE] = Stage(pages, renderer, built)
    return built


def stage(config: MkDocsConfig) -> Stage:
    """What `prepare` has put on a build's config."""
    found = config.extra[STAGE]
    assert isinstance(found, Stage)
    return found


def shares(config: MkDocsConfig) -> list[Callable[[], Written]]:
    """What writes the pages that are left to us, share by share; `note` is to learn what came of each."""
    staged = stage(config)
    parts = processes.shares(staged.waiting)
    staged.renderer.compile()  # else each process has to
    if state.request(config).keeps:
        staged.shelves = [Shelf(last_build.FOLDER) for _ in parts]
    return [partial(_written, config, number, part) for number, part in enumerate(parts)]


def note(config: MkDocsConfig, shares: Iterable[Written]) -> None:
    """Note what came of all pages, and let go of them."""
    staged, packer = stage(config), Packer()
    for share in shares:
        staged.written |= share.pages
        staged.shells |= share.shells
        staged.samples |= share.samples
    if staged.written and state.request(config).keeps:
        built = staged.built.items()
        staged.listed = {address: (packer.pack(one.shown), one.edit_url) for address, one in built}
    staged.pages = staged.built = NONE


def _written(config: MkDocsConfig, number: int, addresses: Iterable[Address]) -> Written:
    """Write some pages."""
    staged, packer = stage(config), Packer()
    shelf = staged.shelves[number] if staged.shelves else None
    found, samples = dict[str, Made](), dict[Form, str]()
    for address in addresses:
        name, page = f"{address}{PAGE}", staged.pages[address]
        shown, said = packer.pack(page.shown), told(page, filling(page))
        digest, kept = shell.digest_of(said, shown), None
        if shelf:
            filled, put = shelf.put(packer.pack(said)), shelf.put(shown)
            kept = Kept(number, filled, put) if filled and put else None
        found[name] = Made(_put(config, name, page, said, digest), digest, kept)
        samples[said.form] = name
        page.file.page = None  # else the two hold each other until cycles are looked for, which is seldom
    if shelf and not shelf.settle():
        found = {name: one.lost() for name, one in found.items()}
    return Written(found, staged.shells, samples)


def _put(config: MkDocsConfig, name: str, page: BriefingPage, said: Filling, digest: bytes) -> Sum:
    """Put a page into the site: that of the last one, if it was made of the same."""
    file, reuse = Path(config.site_dir, name), state.request(config).reuse
    around = stage(config).shell(page, said.form, config)
    is_there = reuse and reuse.looks_alike(said.form, around) and reuse.has(name, digest)
    file.parent.mkdir(parents=True, exist_ok=True)
    if reuse and is_there and reuse.take(name, file):
        return reuse.sums[name]
    data = shell.encoded(around.filled(said.said, page.body()))
    file.write_bytes(data)
    return manifest.sum_of(data)


def _is_listed(src_uri: str, nav: Any) -> bool:
    """Whether a navigation has a page, however deep."""
    match nav:
        case dict():
            return any(_is_listed(src_uri, one) for one in nav.values())
        case list():
            return any(_is_listed(src_uri, one) for one in nav)
    return bool(nav == src_uri)


def filling(page: BriefingPage) -> Filling:
    """What a page says in its shell; what it says to programs is long, and `told` when it is written."""
    head = page.shown.head
    to = page.shown.to.address if isinstance(page.shown, MovedShown) else ""
    said = {
        Slot.TITLE: page.title,
        Slot.SUMMARY: head.summary,
        Slot.CANONICAL: "" if to else page.canonical_url,
        Slot.FEED: page.feed,
        Slot.TO: to,
        Slot.EDIT: page.edit_url,
    }
    folder = head.address.partition("/")[0]
    present = {slot: str(escape(text)) for slot, text in said.items() if text}
    slots = frozenset((*present, Slot.BODY, *([Slot.DATA] if page.has_data else [])))
    return Filling(Form(folder, head.address.count("/"), slots, head.scripts), present)


def told(page: BriefingPage, one: Filling) -> Filling:
    """The filling with what the page says to programs."""
    if Slot.DATA not in one.form.slots:
        return one
    return one._replace(said={**one.said, Slot.DATA: page.data})  # nothing in it is a sign in HTML


def _shell(staged: Stage, page: BriefingPage, form: Form, config: MkDocsConfig) -> Shell:
    """The shell of all pages of a form, made around one of them."""
    page.parent = staged.sections.get(form.folder)
    head = replace(page.shown.head, summary=_sign(Slot.SUMMARY, form))
    around = copy(page)
    around.title = Slot.TITLE.sign
    around.canonical_url = _sign(Slot.CANONICAL, form)
    around.edit_url = _sign(Slot.EDIT, form)
    if isinstance(page.shown, MovedShown):
        around.shown = replace(page.shown, to=replace(page.shown.to, address=Address(_sign(Slot.TO, form))))
    assert staged.nav is not None
    assert staged.env is not None
    context = get_context(staged.nav, (), config, page)
    context["page"] = around
    briefing_page.add(context, around, head, _sign(Slot.FEED, form), _sign(Slot.DATA, form), Slot.BODY.sign)
    page.active = True
    try:
        return shell.cut(staged.env.get_template(MAIN).render(context))
    finally:
        page.active = False


def _sign(slot: Slot, form: Form) -> str:
    return slot.sign if slot in form.slots else ""
