"""Every page of a built site carries the policy, and nothing that the policy would block."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

import site_builds
from briefing.edge.content.assemble import check
from briefing.edge.mkdocs import running
from briefing.edge.mkdocs.page_guard import OF_PAGES
from briefing.pages import policy

pytestmark = pytest.mark.site

META = "Content-Security-Policy"
DATA = {"application/json", "application/ld+json"}
"""What a browser does not run, for it is no script."""
ARTICLE = """---
title: Talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
former: [old-talks]
sources: [{title: A statement}]
---
They met, as told[^1].

| a | b |
|--:|:-:|
| 1 | 2 |

[^1]: In a statement.
"""


@dataclass(slots=True)
class Page:
    """What of a page a policy speaks about."""

    heads: list[str] = field(default_factory=list)
    """The elements of the head, in order."""
    policies: list[str] = field(default_factory=list)
    referrers: list[str] = field(default_factory=list)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    """Address and sum."""
    written: list[str] = field(default_factory=list)
    """What runs or styles without being a file."""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.is_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self.is_head:
            self.page.heads.append(values.get("http-equiv") or values.get("name") or " ".join(values) or tag)
        self.is_head = (self.is_head or tag == "head") and tag != "body"
        if tag == "meta" and values.get("http-equiv") == META:
            self.page.policies.append(values["content"])
        if tag == "meta" and values.get("name") == "referrer":
            self.page.referrers.append(values["content"])
        if tag == "script" and "src" in values:
            self.page.scripts.append((values["src"], values.get("integrity", "")))
        elif tag == "style" or (tag == "script" and values.get("type") not in DATA):
            self.page.written.append(tag)
        self.page.written += [
            f"{tag} {name}"
            for name, value in values.items()
            if name == "style" or name.startswith("on") or value.lstrip().lower().startswith("javascript:")
        ]


def read(text: str) -> Page:
    page = Page()
    _Reader(page).feed(text)
    return page


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    """Every page of a site by its path, the 404 page as well."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), read(path.read_text(encoding="utf-8"))


def script(site: Path, page: str, src: str) -> bytes:
    """The file that a page loads from an address."""
    folder = site if src.startswith("/") else (site / page).parent
    return (folder / src.lstrip("/")).read_bytes()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("policy") / "root"
    for name, text in {
        "docs/topics/trade.md": "---\nname: Trade\n---\n",
        "docs/articles/talks.md": ARTICLE,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def small(root: Path) -> Path:
    """A site with what the dossier lacks: a renamed page, a footnote, a table with aligned columns."""
    return site_builds.build(root.with_name("site"), root=root)


@pytest.fixture(params=["dossier", "small"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_one_policy_stands_in_every_page_before_all_that_it_governs(site: Path) -> None:
    found = dict(pages(site))

    assert {"index.html", "404.html", "articles/index.html"} <= found.keys()
    assert {name: page.heads[:2] for name, page in found.items()} == {
        name: ["charset", META] for name in found
    }
    assert len({tuple(page.policies) for page in found.values()}) == 1
    assert [len(page.policies) for page in found.values()] == [1] * len(found)


def test_no_page_tells_other_sites_where_a_reader_comes_from(site: Path) -> None:
    assert {name for name, page in pages(site) if page.referrers != ["no-referrer"]} == set()


def test_every_script_is_a_file_whose_sum_is_in_the_policy(site: Path) -> None:
    of_some = {policy.integrity(path.read_bytes()) for path in (site / OF_PAGES).glob("*.js")}
    for name, page in pages(site):
        sums = [policy.integrity(script(site, name, src)) for src, _ in page.scripts]

        assert page.scripts and [given for _, given in page.scripts] == sums, name
        assert page.policies == [policy.of_page({*sums, *of_some})], name


def test_nothing_in_a_page_runs_or_styles_it_without_being_a_file(site: Path) -> None:
    assert {name: page.written for name, page in pages(site) if page.written} == {}


def test_a_renamed_page_leads_on(small: Path) -> None:
    page = read((small / "articles/old-talks/index.html").read_text(encoding="utf-8"))

    assert "refresh" in page.heads


def test_pages_for_a_disk_carry_a_policy_without_sums(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Browsers compare none there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv(running.NOTICE_OFF, "1")

    running.run(check(root), tmp_path / "site", from_disk=True)

    found = dict(pages(tmp_path / "site"))
    assert "articles/talks/index.html" in found
    assert {tuple(page.policies) for page in found.values()} == {(policy.of_disk(),)}
    assert {given for page in found.values() for _, given in page.scripts} == {""}
    assert {name: page.written for name, page in found.items() if page.written} == {}


def test_the_sum_of_a_script_is_that_of_its_bytes(small: Path) -> None:
    path = small / "assets/js/briefing.js"
    own = base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode("ascii")

    assert f"'sha256-{own}'" in read((small / "index.html").read_text(encoding="utf-8")).policies[0]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>x</p><script type='application/json'>{}</script><script src='x.js'></script>", []),
        ("<script type='application/ld+json'>{}</script>", []),
        ("<script>x()</script>", ["script"]),
        ("<script type='module'>x()</script>", ["script"]),
        ("<style>p{}</style>", ["style"]),
        ("<p style='color:red'>", ["p style"]),
        ("<img src=x onerror=x()>", ["img onerror"]),
        ("<a href=' JavaScript:x()'>", ["a href"]),
    ],
)
def test_the_search_for_what_a_policy_blocks_finds_it(html: str, found: list[str]) -> None:
    assert read(html).written == found
