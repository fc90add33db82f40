"""Writes the pages that stand in no navigation, nearly all of them, without a run of the theme for each.

MkDocs builds the few pages of the navigation. All others get their shell from the theme, once for each form,
and their body from the core. Where a plugin or hook is set that is not known to leave pages alone, MkDocs
builds all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from briefing.edge import last_build, mkdocs_page, mkdocs_state, processes
from briefing.edge.mkdocs_page import BriefingPage
from briefing.edge.packing import Packer
from briefing.edge.shelf import Lying, Shelf
from briefing.model.source import Address
from briefing.pages import manifest, shell
from briefing.pages.manifest import PAGE, Sum
from briefing.pages.render import Renderer
from briefing.pages.search_files import Index
from briefing.pages.shell import Filling, Form, Shell, Slot
from briefing.views.shapes import MovedShown

MAIN, STAGE = "main.html", "briefing_stage"
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

    pages: tuple[BriefingPage, ...]
    """Empty once they are written."""
    renderer: Renderer
    built: frozenset[str]
    """Of these pages the addresses that MkDocs builds itself."""
    nav: Navigation | None = None
    env: Environment | None = None
    shells: Mapping[Form, Shell] = field(default_factory=dict)
    samples: Mapping[Form, str] = field(default_factory=dict)
    """A page in each shell, by the path of its file."""
    written: Mapping[str, Made] = field(default_factory=dict)
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
    def waiting(self) -> list[BriefingPage]:
        """The pages that are left to us."""
        return [page for page in self.pages if page.shown.head.address not in self.built]


def prepare(
    config: MkDocsConfig, pages: Sequence[BriefingPage], renderer: Renderer
) -> tuple[BriefingPage, ...]:
    """Those of the pages that MkDocs is to build."""
    alone = LEAVE_PAGES_ALONE.issuperset(config.plugins) and config.nav is not None
    listed = tuple(page for page in pages if not alone or _is_listed(page.file.src_uri, config.nav))
    config.extra[STAGE] = Stage(tuple(pages), renderer, frozenset(page.shown.head.address for page in listed))
    return listed


def stage(config: MkDocsConfig) -> Stage:
    """What `prepare` has put on a build's config."""
    found = config.extra[STAGE]
    assert isinstance(found, Stage)
    return found


def write(config: MkDocsConfig) -> None:
    """Write the pages that are left to us, but for those of the last site that were made of the same."""
    staged, folder = stage(config), Path(config.site_dir)
    asked, packer = mkdocs_state.request(config), Packer()
    reuse = asked.reuse
    pages = staged.waiting
    fillings = [filling(page) for page in pages]
    shells = shells_of(config, zip(pages, fillings, strict=True))
    alike = reuse.alike(shells) if reuse else frozenset()
    for page in pages:
        (folder / page.shown.head.address).mkdir(parents=True, exist_ok=True)

    def made(page: BriefingPage, around: Filling, number: int) -> Made:
        name, shown = f"{page.shown.head.address}{PAGE}", packer.pack(page.shown)
        one = told(page, around)
        digest, kept = shell.digest_of(one, shown), None
        if asked.keeps:
            filled, put = (shelves[number].put(data) for data in (packer.pack(one), shown))
            kept = Kept(number, filled, put) if filled and put else None
        if reuse and one.form in alike and reuse.has(name, digest):
            reuse.take(name, folder)
            return Made(reuse.sums[name], digest, kept)
        data = shell.encoded(shells[one.form].filled(one.said, page.body()))
        (folder / name).write_bytes(data)
        return Made(manifest.sum_of(data), digest, kept)

    def written(share: tuple[int, Sequence[tuple[BriefingPage, Filling]]]) -> dict[str, Made]:
        number, part = share
        found = {f"{page.shown.head.address}{PAGE}": made(page, one, number) for page, one in part}
        is_safe = not shelves or shelves[number].settle()
        return found if is_safe else {name: one.lost() for name, one in found.items()}

    shares = processes.shares(tuple(zip(pages, fillings, strict=True)))
    shelves = [Shelf(last_build.FOLDER) for _ in shares] if asked.keeps else []
    parts = processes.at_once(written, tuple(enumerate(shares)))
    staged.shells, staged.shelves = shells, shelves
    staged.samples = {
        one.form: f"{page.shown.head.address}{PAGE}" for page, one in zip(pages, fillings, strict=True)
    }
    staged.written = {name: one for part in parts for name, one in part.items()}
    if asked.keeps and pages:
        others = (page for page in staged.pages if page.shown.head.address in staged.built)
        staged.listed = {one.shown.head.address: (packer.pack(one.shown), one.edit_url) for one in others}
    for page in pages:
        page.file.page = None  # else the two hold each other until cycles are looked for, which is seldom
    staged.pages = ()


def shells_of(config: MkDocsConfig, pages: Iterable[tuple[BriefingPage, Filling]]) -> dict[Form, Shell]:
    """The shells of pages that say this."""
    staged, found = stage(config), dict[Form, Shell]()
    for page, said in pages:
        if said.form not in found:
            found[said.form] = _shell(staged, page, said.form, config)
    return found


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
    said = {
        Slot.TITLE: page.title,
        Slot.SUMMARY: head.summary,
        Slot.CANONICAL: page.canonical_url,
        Slot.FEED: page.feed,
        Slot.TO: page.shown.to.address if isinstance(page.shown, MovedShown) else "",
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
    mkdocs_page.add(context, around, head, _sign(Slot.FEED, form), _sign(Slot.DATA, form), Slot.BODY.sign)
    page.active = True
    try:
        return shell.cut(staged.env.get_template(MAIN).render(context))
    finally:
        page.active = False


def _sign(slot: Slot, form: Form) -> str:
    return slot.sign if slot in form.slots else ""
