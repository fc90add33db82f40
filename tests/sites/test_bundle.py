"""The zip of a site that is opened from a disk: whole, the same each time, and for its audience alone."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

import build
import built_html
import site_builds
import verify
from briefing.edge.mkdocs.for_disk import OPEN_ME
from overlaid import ARTICLE

pytestmark = pytest.mark.site

CANARY = "zebrafish"
OPEN = {
    "mkdocs.yml": (
        "site_name: Desk\nsite_url: https://desk.example/briefings/\n"
        "extra: {briefing: {audiences: {Öffent/lich: TLP:CLEAR, all: TLP:AMBER+STRICT}, audience: all}}\n"
    ),
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\nmarking: TLP:CLEAR\nformer: [bharat]\n---\n",
    "docs/articles/open.md": ARTICLE.format(
        title="Open talks",
        summary="They met.",
        marking="TLP:CLEAR",
        body='India met them. ![Chart](chart-ä.svg)\n\n    <a href="../b/">as code</a>\n',
    ),
    "docs/articles/chart-ä.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>',
}
ABOVE = {
    f"docs/actors/{CANARY}.md": f"---\nname: {CANARY}\ntype: group\nmarking: TLP:AMBER\n---\n",
    "docs/articles/closed.md": ARTICLE.format(
        title=CANARY, summary=CANARY, marking="TLP:AMBER", body=f"India and {CANARY}. [Annex](annex.txt)"
    ),
    "docs/articles/annex.txt": CANARY,
}
LOWER = ("--audience", "Öffent/lich")


def write(root: Path, *files: dict[str, str]) -> Path:
    for name, text in [pair for one in files for pair in one.items()]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def bundle(root: Path, out: Path, *arguments: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(
        site_builds.build(out, "--bundle", *arguments, root=root).with_name(f"{out.name}.zip")
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("bundles") / "root", OPEN, ABOVE)


def test_every_link_and_everything_that_a_page_loads_is_a_file_with_that_anchor(unpacked: Path) -> None:
    read = {page.path: page for page in built_html.pages(unpacked)}
    leads = [
        (page, href, built_html.target(unpacked, page.path, href))
        for page in read.values()
        for href in (*page.links, *page.loads)
    ]
    inside = [(page, href, *target) for page, href, target in leads if target]
    folders = [
        (page.path.name, href) for page, href, *_ in inside if re.search(r"(^|/)\.{0,2}([?#]|$)", href)
    ]

    assert len(inside) > 1000
    assert [one for one in folders if not one[1].startswith(("#", "?"))] == []
    assert [(page.path, href) for page, href, file, _ in inside if not file.is_file()] == []
    assert [
        (page.path, href)
        for page, href, file, anchor in inside
        if anchor and file in read and anchor not in read[file].ids
    ] == []


def test_marks_in_pictures_and_moved_pages_lead_to_files(root: Path, tmp_path: Path, unpacked: Path) -> None:
    network = (unpacked / "network/index.html").read_text(encoding="utf-8")
    with bundle(root, tmp_path / "site") as archive:
        moved = archive.read("briefing-all/actors/bharat/index.html").decode()
        shown = archive.read("briefing-all/articles/open/index.html").decode()

    marks = re.findall(r'xlink:href="([^"]+)"', network)
    assert marks
    assert all((unpacked / "network" / mark).resolve().is_file() for mark in marks)
    assert 'content="0; url=../../actors/india/index.html"' in moved
    assert "as code" in shown
    assert 'href="../b/"' in shown or "href=&quot;../b/&quot;" in shown


def test_a_bundle_is_a_site_in_one_folder_that_can_be_checked(root: Path, tmp_path: Path) -> None:
    with bundle(root, tmp_path / "site") as archive:
        names = archive.namelist()
        settings = archive.read("briefing-all/index.html").decode()

    assert {name.partition("/")[0] for name in names} == {"briefing-all"}
    assert f"briefing-all/{OPEN_ME}" in names
    assert "briefing-all/articles/chart-ä.svg" in names
    assert not {"briefing-all/404.html", "briefing-all/sitemap.xml"} & set(names)
    assert "navigation.instant" not in settings
    assert verify.main([str(tmp_path / "site.zip")]) == 0


def test_the_same_content_makes_the_same_bundle_whatever_stood_there(root: Path, tmp_path: Path) -> None:
    site_builds.build(tmp_path / "first", "--bundle", root=root)
    site_builds.build(tmp_path / "first", "--bundle", str(tmp_path / "new" / "again.zip"), root=root)

    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "new" / "again.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "first.zip") as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "first",
        "first.build.json",
        "first.zip",
        "new",
    ]


def test_a_bundle_changes_nothing_of_the_site_and_of_the_next_build(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN)
    plain = site_builds.digests(site_builds.build(tmp_path / "plain", root=root))
    with_one = site_builds.build(tmp_path / "site", "--bundle", root=root)
    first = site_builds.digests(with_one)
    article = root / "docs/articles/open.md"
    article.write_text(article.read_text(encoding="utf-8").replace("met them", "left them"), encoding="utf-8")

    next_one = site_builds.digests(site_builds.build(tmp_path / "site", "--bundle", root=root))

    assert first == plain
    assert next_one == site_builds.digests(site_builds.build(tmp_path / "clean", root=root))
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert b"left them" in archive.read("briefing-all/articles/open/index.html")
        inside = json.loads(archive.read("briefing-all/manifest.json"))["content"]
    assert inside == json.loads((tmp_path / "site/manifest.json").read_text(encoding="utf-8"))["content"]


def test_a_bundle_tells_its_audience_nothing_of_what_is_marked_higher(root: Path, tmp_path: Path) -> None:
    without = write(tmp_path / "without", OPEN)

    bundle(root, tmp_path / "a", *LOWER).close()
    bundle(without, tmp_path / "b", *LOWER).close()
    bundle(root, tmp_path / "all").close()

    public = (tmp_path / "a.zip").read_bytes()
    assert public == (tmp_path / "b.zip").read_bytes()
    assert b"briefing-offent-lich/index.html" in public
    assert CANARY.encode() not in public.lower()  # nothing in it is compressed
    assert CANARY.encode() in (tmp_path / "all.zip").read_bytes()


def test_errors_leave_the_last_bundle(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN)
    site_builds.build(tmp_path / "site", "--bundle", root=root)
    before = (tmp_path / "site.zip").read_bytes()
    write(root, {"docs/topics/trade.md": "---\nnme: Trade\n---\n"})

    done = site_builds.run("build", "--root", str(root), "--out", str(tmp_path / "site"), "--bundle")

    assert done.returncode == 1
    assert (tmp_path / "site.zip").read_bytes() == before


@pytest.mark.parametrize(
    "place", ["root/docs/articles/b.zip", "site/b.zip", "site", "folder", "root/briefs/b.zip"]
)
def test_a_bundle_has_a_place_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    root = write(tmp_path / "root", OPEN)
    (tmp_path / "folder").mkdir()

    with pytest.raises(SystemExit) as left:
        build.main(["--root", str(root), "--out", str(tmp_path / "site"), "--bundle", str(tmp_path / place)])

    assert left.value.code == 2
    assert "--bundle names a file of its own" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_bundle_and_the_bundle_of_a_delta_are_not_taken_for_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = build.arguments().parse_args(["--bundle", "--out", "x"])
    assert (asked.bundle, asked.bundle_to) == (build.BESIDE, None)

    with pytest.raises(SystemExit):
        build.arguments().parse_args(["--bundle-t", "x.zip"])

    assert "unrecognized arguments: --bundle-t" in capsys.readouterr().err
