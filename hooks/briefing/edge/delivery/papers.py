"""Papers: a PDF of each brief into a site that is being built, or a book of chosen ones."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import material
from jinja2 import FileSystemLoader
from mkdocs.utils.yaml import yaml_load

from briefing.edge import processes
from briefing.edge.content.assemble import Assembly
from briefing.edge.delivery import browser, switch
from briefing.edge.delivery.browser import CannotPrint
from briefing.edge.terminal import printable, say
from briefing.edge.tool import FILE, TEMPLATES, TOOL
from briefing.link.texts import published_as
from briefing.pages import paper_file
from briefing.pages.identity import Site
from briefing.pages.paper import Document, Press
from briefing.pages.paper_file import Unfit
from briefing.pages.render import Renderer
from briefing.views.kinds.book import Book
from briefing.views.shapes.pages import BriefShown

THEME = Path(material.__file__).parent / "templates"
MOST_AT_ONCE = 4
OFTEN = 10
"""Of how many briefs a word is said."""
ROUNDS = 3
"""How often a book is printed at most, until the pages that it names are those on which things stand."""


def add(site: Path, assembly: Assembly) -> None:
    """Write `briefs/<id>/<id>.pdf` for each brief into the folder of a site; CannotPrint where one fails."""
    briefs = [one for one in assembly.build.shown.values() if isinstance(one, BriefShown)]
    if not briefs:
        return
    beside = site.with_name(f"{switch.PAPERS}{site.name}-")
    with _desk(beside, assembly, lambda path: (site / path).read_bytes()) as desk:
        documents = [desk.laid(desk.press.brief(shown)) for shown in briefs]
        with ThreadPoolExecutor(max(1, min(MOST_AT_ONCE, processes.cores()))) as pool:
            papers = pool.map(desk.paper, documents)
            for number, (shown, document, data) in enumerate(zip(briefs, documents, papers, strict=True), 1):
                (site / shown.head.address / f"{document.name}.pdf").write_bytes(data)
                if number % OFTEN == 0 or number == len(briefs):
                    say(f"Printed {number} of {len(briefs)} briefs")


def write(out: Path, book: Book, assembly: Assembly) -> None:
    """Write a book; CannotPrint where none can be made, and what was there before stands."""
    uri_of = {str(published_as(uri)): uri for uri in assembly.build.files}
    beside = out.with_name(f"{switch.PAPERS}{switch.prefix(out)}")
    with (
        switch.at_work(out),
        _desk(beside, assembly, lambda path: assembly.attachments.data(uri_of[path])) as desk,
    ):
        pages: tuple[int, ...] = ()
        for _ in range(ROUNDS):
            document = desk.laid(desk.press.book(book, pages))
            data = desk.printed(document)
            found = paper_file.pages_of(data, document)
            if found == pages:
                break
            pages = found
        else:
            raise CannotPrint("the pages that its contents list names do not come to rest")
        new = desk.folder / "new.pdf"
        new.write_bytes(desk.settled(data, document))
        new.replace(out)


@dataclass(frozen=True, slots=True)
class _Desk:
    """A folder in which documents are laid out for a browser to print."""

    folder: Path
    program: Path
    press: Press
    today: date
    file: Callable[[str], bytes]
    """What a file of the site holds."""

    def laid(self, document: Document) -> Document:
        """The document, now that it lies there with all that it shows."""
        page = self.folder / f"{document.name}.html"
        page.write_text(document.html, encoding="utf-8", newline="\n")
        page.with_suffix(".css").write_text(document.style, encoding="utf-8", newline="\n")
        for picture in document.pictures:
            copy = self.folder / picture
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(self.file(picture))
        return document

    def paper(self, document: Document) -> bytes:
        """The document as it is handed out."""
        return self.settled(self.printed(document), document)

    def printed(self, document: Document) -> bytes:
        """The document as the browser prints it."""
        with tempfile.TemporaryDirectory(dir=self.folder, ignore_cleanup_errors=True) as scratch:
            return browser.print_out(self.program, self.folder / f"{document.name}.html", Path(scratch))

    def settled(self, data: bytes, document: Document) -> bytes:
        try:
            return paper_file.settle(data, document, self.today)
        except Unfit as error:
            raise CannotPrint(
                f"the PDF of {printable(document.title)} cannot be handed out: {error}"
            ) from None


@contextmanager
def _desk(begins: Path, assembly: Assembly, file: Callable[[str], bytes]) -> Iterator[_Desk]:
    """A desk with the style sheets, which is cleared at the end; its path begins so.

    It stands where the papers go: browsers in a cage of their system see no folder for temporary files.
    """
    program, edition = browser.needed(), assembly.build.edition
    with tempfile.TemporaryDirectory(
        prefix=begins.name, dir=begins.parent.resolve(), ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        site = Site(edition.site_name, assembly.configuration.site_url)
        press = Press(Renderer(FileSystemLoader(TEMPLATES), site=site), tuple(_styles(folder)))
        yield _Desk(folder, program, press, edition.today, file)


def _styles(folder: Path) -> Iterator[str]:
    """The style sheets of pages, with their fonts, copied to a folder; their paths there, in their order."""
    shutil.copytree(TOOL / "docs/assets/fonts", folder / "assets/fonts")
    theirs = sorted((THEME / "assets/stylesheets").glob("main.*.min.css"))
    ours = (
        TOOL / "docs" / str(path)
        for path in yaml_load((TOOL / FILE).read_text(encoding="utf-8"))["extra_css"]
    )
    (folder / "assets/css").mkdir()
    for path in (*theirs, *ours):
        shutil.copyfile(path, folder / "assets/css" / path.name)
        yield f"assets/css/{path.name}"
