"""Thousands of payloads in bodies, fields, names and files: none runs, asks, or leaves its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect

import case
import site_builds
from briefing.convert.markdown import Converter
from briefing.edge.content import configuration
from briefing.edge.content.assemble import check
from briefing.edge.tool import TOOL
from briefing.model.documents import Page
from briefing.validate.matter import MODELS
from payloads import browser, catalogue, fields, files, packing, root, texts
from payloads.browser import Watch, watching
from payloads.catalogue import Payload
from payloads.root import Root

pytestmark = [pytest.mark.browser, pytest.mark.site]

SHARE = 8
"""An ordinary run builds one payload of so many; the whole list runs at night."""
POLICY = pytest.mark.parametrize("bypass_csp", [False, True], ids=["with the policy", "without it"])
QUERIES = ("trip", "script", "far example")
LABEL = ".br-head__marking .br-tlp"
HEAD = frozenset({".br-title", ".br-head__marking", LABEL})
"""What the home page has none of."""
OPEN = frozenset({"digests/"})
"""Pages that name no document, and are marked lower than those that do."""
OF_PAGES = TOOL / "docs/assets/js/of-pages"
AUTOMATIC = (
    "<script>@run@</script>",
    "<img src=x onerror=@run@>",
    "<svg onload=@run@>",
    "<iframe srcdoc='<script>@run@</script>'></iframe>",
    "<iframe src=javascript:@run@></iframe>",
    "<details open ontoggle=@run@>x</details>",
    "<input autofocus onfocus=@run@>",
    "<b onmouseover=@run@>x</b>",
    "<a href=javascript:@run@>x</a>",
    "<a href='java&Tab;script:@run@'>x</a>",
    "<video src=x onerror=@run@></video>",
    "<form action=javascript:@run@></form>",
    "<svg><a xlink:href=javascript:@run@>x</a></svg>",
    "<style onload=@run@></style>",
    "<svg><animate onbegin=@run@ attributeName=x dur=1s></svg>",
    "<object data='data:text/html,<script>@run@</script>'></object>",
    "<p title='\"><img src=x onerror=alert(@num@)>'>x</p><img src=x onerror=alert(@num@)>",
)


@dataclass(frozen=True)
class Built:
    """A hostile root and its site."""

    root: Root
    site: Path

    @property
    def addresses(self) -> list[str]:
        pages = (path.parent.relative_to(self.site).as_posix() for path in self.site.rglob("index.html"))
        return sorted("" if page == "." else f"{page}/" for page in pages)

    @property
    def others(self) -> list[str]:
        """Feeds, data, attachments: what a browser may be pointed at besides pages."""
        found = (path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file())
        return sorted(one for one in found if not one.endswith(".html") and not one.startswith("assets/"))


def build(folder: Path, *, share: int, documents: int) -> Built:
    written = root.write(folder / "root", share=share, documents=documents)
    return Built(written, site_builds.build(folder / "site", root=written.folder))


@pytest.fixture(scope="session")
def some(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("some"), share=SHARE, documents=3)


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """A root that is quick to write, and holds every kind of place."""
    return root.write(tmp_path_factory.mktemp("few") / "root", share=20, documents=1)


@pytest.fixture(scope="session")
def all_of_them(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("all"), share=1, documents=30)


@pytest.fixture(scope="session")
def converter() -> Converter:
    settings = configuration.load(TOOL)
    return Converter(settings.extensions, settings.extension_configs)


def expected(part: str, address: str, frame: Mapping[str, str], now: str) -> str:
    """How a part of the frame has to be on a page; home has no head, and some pages load scripts of ours."""
    if (part in HEAD and not address) or (part == LABEL and address in OPEN):
        return now
    if part != "scripts":
        return frame[part]
    own = {f"js/of-pages/{path.name}" for path in OF_PAGES.glob("*.js")}
    return " ".join(sorted([*frame[part].split(), *(one for one in now.split() if one in own)]))


def read(chromium: Browser, built: Built, *, bypass_csp: bool) -> Watch:
    """All that a reader can do on every page, in its search and with its files."""
    with (
        browser.serve(built.site) as server,
        watching(chromium, browser.address(server), bypass_csp=bypass_csp) as watch,
    ):
        watch.open("about/likelihood/")
        frame = watch.frame()
        for address in built.addresses:
            watch.open(f"{address}?h=trip onerror" if bypass_csp else address)
            watch.seen += [
                f"{address}: {part} is {now}, not {frame[part]}"
                for part, now in watch.frame().items()
                if now != expected(part, address, frame, now)
            ]
            watch.look()
        server.has_search = True
        for words in QUERIES:
            assert watch.search(words) > 0, f"nothing is found for {words}"
        for address in built.others:
            watch.visit(address)
        return watch


def test_nothing_of_some_payloads_runs(chromium: Browser, some: Built) -> None:
    """Without the policy, which is another wall behind the first."""
    assert some.root.count > 750

    caught = read(chromium, some, bypass_csp=True).caught

    assert caught == [], "\n".join(caught)


@pytest.mark.long
@POLICY
def test_nothing_of_all_payloads_runs(chromium: Browser, all_of_them: Built, bypass_csp: bool) -> None:
    assert all_of_them.root.count > 6000

    caught = read(chromium, all_of_them, bypass_csp=bypass_csp).caught

    assert caught == [], "\n".join(caught)


def test_the_list_is_long_and_has_no_two_alike() -> None:
    bodies = catalogue.bodies()

    assert len({one.text.replace(str(one.number), "") for one in bodies}) > 4000
    assert len({one.number for one in bodies}) == len(bodies)
    assert len(set(texts.every())) > 350


def test_every_text_field_of_the_models_has_payloads(few: Root) -> None:
    schemas = [(model.model_json_schema(by_alias=True), str(kind)) for kind, model in MODELS.items()]
    schemas.append((Page.model_json_schema(by_alias=True), "pages"))

    assert few.fields == {field for schema, kind in schemas for field in fields.of_schema(schema, kind)}
    assert {"briefs.judgements.was.note", "actors.roles.title", "pages.title"} <= few.fields


def test_every_payload_that_is_no_page_is_an_error(tmp_path: Path, few: Root) -> None:
    names = [f"docs/articles/refused-{one.number}.md" for one in few.refused]
    for name, one in zip(names, few.refused, strict=True):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"---\ntitle: x\n---\n{one.text}\n", encoding="utf-8")

    found = {problem.file for problem in check(tmp_path).problems if problem.code == "B305"}

    assert names
    assert found == set(names)


def test_no_file_that_browsers_could_run_is_published(some: Built) -> None:
    published = {Path(one).name for one in some.others}

    assert not published & set(files.refused())
    assert set(files.pictures()) <= published


def test_the_tripwire_trips(chromium: Browser, tmp_path: Path) -> None:
    """The same means, on pages that publish payloads as they are: else nothing here would mean anything."""
    raw = [Payload(n, "body", "raw", catalogue.filled(text, n)) for n, text in enumerate(AUTOMATIC, 1)]
    fixed = "<p style='position:fixed;inset:0' onclick=x()>x</p>"
    styled = f"<div class=br-prose>{fixed}<a href='javascript:x'>x</a></div>"
    clobbering = "<img name=cookie src=x><form name=getElementById></form><b id=__config>x</b>"
    for name, text in (
        *((str(one.number), one.text) for one in raw),
        ("far", "<img src=https://far.example/x.png>"),
        ("styled", styled),
        ("clobbering", clobbering),
        ("plain", "x"),
        ("broken", "<script>y()</script>"),
    ):
        (tmp_path / f"{name}.html").write_text(f"<!doctype html><article>{text}</article>", encoding="utf-8")

    with (
        browser.serve(tmp_path) as server,
        watching(chromium, browser.address(server), bypass_csp=True) as watch,
    ):
        for one in raw:
            watch.open(f"{one.number}.html")
            watch.page.wait_for_timeout(100)
        assert {
            one.number
            for one in raw
            if not any(str(one.number) in said.split(" on ")[0] for said in watch.ran)
        } == set()
        watch.open("far.html")
        watch.open("broken.html")
        assert any("far.example" in asked for asked in watch.foreign)
        assert any("y is not defined" in said for said in watch.thrown)
        watch.open("styled.html")
        watch.look()
        for what in ("out of place", "a style", "a handler", "a link that could run", "is not there"):
            assert any(what in said for said in watch.seen), what
        watch.open("plain.html")
        plain = watch.frame()
        watch.page.goto(f"{watch.home}clobbering.html")
        clobbered = watch.page.evaluate("() => [typeof document.cookie, typeof document.getElementById]")
        assert clobbered == ["object", "object"]
        assert "not there" in plain["#__config"]


def test_a_body_full_of_payloads_shows_each_of_them_as_html(converter: Converter) -> None:
    tried = [packing.alone(one, converter) for one in catalogue.chosen(catalogue.bodies(), 40)]

    packs = list(packing.packs(tried, 50, converter))

    assert sum(len(pack) for pack in packs) == len(tried)
    assert max(len(pack) for pack in packs) > 20
    for pack in packs:
        if len(pack) > 1:
            html = converter.convert(packing.body(pack)).html
            assert all(packing.mark(one) in html for one in pack)


def test_no_heap_of_accents_covers_the_label(chromium: Browser, tmp_path: Path) -> None:
    heaps = ("T" + "".join(map(chr, range(0x300, 0x340)))) * 28
    article = "---\ntitle: {}\nsummary: Two days.\ndate: 2025-11-03\ntopics: [trade]\n---\n{}\n"
    written = {
        "docs/articles/plain.md": article.format("Talks", "Text."),
        "docs/articles/title.md": article.format(heaps, "Text."),
        "docs/articles/body.md": article.format("Talks", heaps),
    }
    site = site_builds.build(tmp_path / "site", root=case.Case("", written, {}).write(tmp_path / "root"))

    with browser.serve(site) as server:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        seen: list[bytes] = []
        for name in ("plain", "title", "body"):
            page.goto(f"{browser.address(server)}articles/{name}/")
            page.evaluate("document.fonts.ready")
            box = page.locator(".br-head__marking .br-tlp").bounding_box()
            assert box
            inside = FloatRect(
                x=box["x"] + 3, y=box["y"] + 3, width=box["width"] - 6, height=box["height"] - 6
            )
            seen.append(page.screenshot(clip=inside))
        page.close()

    assert seen == [seen[0]] * 3
