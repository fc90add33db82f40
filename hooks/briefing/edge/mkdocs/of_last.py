"""The site that was built last, as MkDocs builds it in another look: what its pages show is known."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge import processes
from briefing.edge.kept import blobs, reuse
from briefing.edge.kept.blobs import Opened
from briefing.edge.kept.last_build import Drawn, LastBuild
from briefing.edge.kept.reuse import Reuse
from briefing.edge.mkdocs import briefing_page, page_writer
from briefing.edge.mkdocs.briefing_page import BriefingPage
from briefing.model.marking import Audience
from briefing.model.source import Address
from briefing.pages import manifest, shell
from briefing.pages.identity import Site
from briefing.pages.manifest import PAGE, Sum
from briefing.pages.render import Compiled, Renderer
from briefing.pages.shell import Filling, Form, Shell


@dataclass(slots=True)
class OfLast:
    """What was built; Lost is raised where what was kept of it is not what was written."""

    last: Reuse
    same_bodies: bool
    """Whether the bodies of pages look as they did."""
    written: dict[str, Sum] = field(default_factory=dict)
    """The pages in shells, by the paths of their files."""
    shells: Mapping[Form, Shell] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def audience(self) -> Audience:
        return self.last.last.settings.audience

    @property
    def identity(self) -> Site:
        return self.last.last.programs

    @property
    def compiled(self) -> Compiled:
        """The templates of bodies, where they are the same."""
        return Compiled(self.last.last.codes) if self.same_bodies else Compiled()

    def pages(self, renderer: Renderer, config: MkDocsConfig) -> Mapping[Address, BriefingPage]:
        """Those that MkDocs builds, and one in each shell."""
        known = self.last.last
        found = dict[Address, BriefingPage]()
        for address, listed in known.listed.items():
            page = found[address] = briefing_page.made(address, known.read(listed.shown), renderer, config)
            page.edit_url = listed.edit_url
        for name in known.samples.values():
            address, shown = Address(name.removesuffix(PAGE)), known.read(_drawn(known, name).shown)
            found[address] = briefing_page.made(address, shown, renderer, config)
        return {address: found[address] for address in sorted(found)}

    def canonical_urls(self, config: MkDocsConfig) -> Sequence[str]:
        """Of all pages of the site, sorted; none where it does not know its own address."""
        return self.last.last.canonical_urls

    def attached(self) -> Mapping[str, bytes]:
        """None: they go from site to site."""
        return {}

    def complete(self, config: MkDocsConfig) -> None:
        """Write the pages in shells."""
        known, staged = self.last.last, page_writer.stage(config)
        for name in known.samples.values():
            page = staged.pages[Address(name.removesuffix(PAGE))]
            staged.shell(page, _filling(known, name).form, config)
        shells = self.shells = staged.shells
        folder, renderer = Path(config.site_dir), staged.renderer
        reuse.make_all(str(folder), {name.rpartition("/")[0] for name in known.drawn})

        def drawn(names: Sequence[str]) -> dict[str, Sum]:
            with known.opened() as kept:
                return {name: self._draw(name, kept, shells, renderer, folder) for name in names}

        for part in processes.spread(drawn, tuple(known.drawn)):
            self.written |= part
        self.templates = {key: marshal.dumps(code) for key, code in renderer.compiled.codes.items()}

    def _draw(
        self, name: str, kept: Opened, shells: Mapping[Form, Shell], renderer: Renderer, folder: Path
    ) -> Sum:
        """Write a page."""
        known = self.last.last
        drawn = _drawn(known, name)
        form, said = kept.read(drawn.filling)
        if self.same_bodies:
            first, last = known.shells[form].around(said)
            with open(f"{self.last.site}/{name}", "rb") as file:  # noqa: PTH123  # there are thousands
                page = file.read()
            if manifest.sum_of(page) != self.last.sums.get(name):
                raise blobs.Lost(f"{name} is not the page that the last build made")
            body = page[len(first) : len(page) - len(last)]
        else:
            body = shell.encoded(renderer.whole(kept.read(drawn.shown), form.up))
        before, after = shells[form].around(said)
        data = before + body + after
        with open(f"{folder}/{name}", "wb") as file:  # noqa: PTH123
            file.write(data)
        return manifest.sum_of(data)


def _filling(last: LastBuild, name: str) -> Filling:
    found = last.read(_drawn(last, name).filling)
    assert isinstance(found, Filling)
    return found


def _drawn(last: LastBuild, name: str) -> Drawn:
    found = last.page(name)
    if found is None:
        raise blobs.Lost(f"nothing is known of {name}")
    return found
