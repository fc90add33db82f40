"""Pages that a preview shows before they are in its site, until they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from briefing.edge.kept.blobs import Blob
from briefing.edge.kept.last_build import Drawn, LastBuild
from briefing.edge.preview import early as early_pages
from briefing.edge.preview.early import Early
from briefing.model.source import Address
from briefing.pages.shell import Filling, Form, Slot

FIRST = Address("articles/first/")


class Server:
    """What serves a folder, as MkDocs' server does, and waits before it looks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wait: Callable[[], object] = lambda: None

    def __call__(self, environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        self.wait()
        path = self.folder / environ["PATH_INFO"].removeprefix("/sub/")
        if environ["PATH_INFO"].endswith("/") or path.is_file():
            file = path / "index.html" if path.is_dir() else path
            start("200 OK" if file.is_file() else "404 Not Found", [])
            return [file.read_bytes() if file.is_file() else b"nothing"]
        start("302 Found", [("Location", f"{environ['PATH_INFO']}/")])
        return []


@pytest.fixture
def server(tmp_path: Path) -> Server:
    page = tmp_path / "site" / FIRST / "index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"of the site")
    return Server(tmp_path)


@pytest.fixture
def early(tmp_path: Path) -> Early:
    return Early(tmp_path / "site", tmp_path / "early")


def ask(early: Early, server: Server, path: str) -> tuple[str, list[tuple[str, str]], bytes]:
    told: list[tuple[str, list[tuple[str, str]]]] = []

    def begin(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        told.append((status, headers))
        return bytes

    body = b"".join(early.around(server, "/sub/")({"PATH_INFO": path}, begin))
    return *told[0], body


@pytest.mark.parametrize("path", ["articles/first/", "articles/first/index.html"])
def test_a_page_is_shown_in_the_place_of_that_of_the_site(early: Early, server: Server, path: str) -> None:
    assert ask(early, server, f"/sub/{path}")[2] == b"of the site"

    early.add({FIRST: b"early"}, ())
    assert ask(early, server, f"/sub/{path}")[2] == b"early"

    early.clear()
    assert ask(early, server, f"/sub/{path}")[2] == b"of the site"


def test_an_address_without_its_slash_leads_to_the_page(early: Early, server: Server) -> None:
    early.add({Address("articles/new/"): b"early"}, ())

    for name in ("new", "first"):
        status, headers, _ = ask(early, server, f"/sub/articles/{name}")
        assert (status, headers) == ("302 Found", [("Location", f"/sub/articles/{name}/")])


def test_a_page_that_nobody_may_see_any_more_is_not_shown(early: Early, server: Server) -> None:
    early.add({FIRST: b"early"}, ())
    early.add({}, (FIRST,))
    assert ask(early, server, f"/sub/{FIRST}")[0] == "404 Not Found"

    early.add({FIRST: b"again"}, ())
    assert ask(early, server, f"/sub/{FIRST}")[2] == b"again"


def test_who_has_waited_for_a_build_is_shown_what_it_made(early: Early, server: Server) -> None:
    server.wait = lambda: early.add({FIRST: b"early"}, ())
    assert ask(early, server, f"/sub/{FIRST}")[2] == b"early"

    server.wait = early.clear
    assert ask(early, server, f"/sub/{FIRST}")[2] == b"of the site"


class Last:
    """A last site of one page, whose id begins the name of its folder, too."""

    drawn = ("articles/a/index.html",)

    def page(self, name: str) -> Drawn | None:
        blob = Blob(0, 0, b"")
        return Drawn(b"", blob, blob) if name in self.drawn else None

    def read(self, blob: Blob) -> Filling:
        said = {Slot.CANONICAL: "https://example.org/articles/a/", Slot.EDIT: "docs/articles/a.md"}
        return Filling(Form("articles", 2, frozenset(), ()), said)


def test_a_new_page_lies_beside_its_neighbours() -> None:
    filling = early_pages.filling(Address("articles/new/"), cast("LastBuild", Last()))

    assert filling is not None
    assert filling.said == {
        Slot.CANONICAL: "https://example.org/articles/new/",
        Slot.EDIT: "docs/articles/new.md",
    }
