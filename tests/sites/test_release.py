"""What an audience may not see leaves no trace: the lower build is that of a root without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import site_builds
from overlaid import ARTICLE

pytestmark = pytest.mark.site

OPEN = {
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\nmarking: TLP:CLEAR\n---\n",
    "docs/assets/map.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "docs/articles/open.md": ARTICLE.format(
        title="Open talks",
        summary="They met.",
        marking="TLP:CLEAR",
        body="India met them. ![Chart](chart.svg)",
    ),
    "docs/articles/chart.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>',
}
CLOSED = {
    "docs/actors/falcon.md": "---\nname: Falcon Group\ntype: group\nmarking: TLP:AMBER\n---\n",
    "docs/topics/covert.md": "---\nname: Covert trade\nbroader: [trade]\nmarking: TLP:AMBER\n---\n",
    "docs/articles/closed.md": ARTICLE.format(
        title="Closed talks",
        summary="Falcon Group met.",
        marking="TLP:AMBER",
        body="India and Falcon Group. [Annex](annex.txt)",
    ),
    "docs/articles/annex.txt": "zebrafish",
    "docs/stray.md": "zebrafish",
    "docs/decisions/one.md": "zebrafish",
}


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_public_build_equals_that_of_the_root_without_what_is_marked_higher(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN | CLOSED)
    without = write(tmp_path / "without", OPEN)

    whole = site_builds.build(tmp_path / "a", "--audience", "public", root=root)
    public = site_builds.build(tmp_path / "b", "--audience", "public", root=without)

    assert site_builds.digests(whole) == site_builds.digests(public)


def test_a_page_of_the_tool_does_not_tell_that_the_root_has_one_in_its_place(tmp_path: Path) -> None:
    settings = {"mkdocs.yml": "edit_uri: https://forge.example/desk/edit/main/docs/\n"}
    own = {"docs/about/index.md": "---\ntitle: House rules\nmarking: TLP:AMBER\n---\nZebrafish.\n"}
    root = write(tmp_path / "root", OPEN | settings | own)
    without = write(tmp_path / "without", OPEN | settings)

    whole = site_builds.build(tmp_path / "a", "--audience", "public", root=root)
    public = site_builds.build(tmp_path / "b", "--audience", "public", root=without)

    assert b"/edit/main/docs/articles/open.md" in (whole / "articles/open/index.html").read_bytes()
    assert site_builds.digests(whole) == site_builds.digests(public)


def test_the_marked_words_are_in_no_byte_and_no_name(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN | CLOSED)

    site = site_builds.build(tmp_path / "site", "--audience", "public", root=root)

    for path in site.rglob("*"):
        assert not any(word in path.name.lower() for word in ("falcon", "closed", "covert", "annex", "stray"))
        content = path.read_bytes().lower() if path.is_file() else b""
        assert not any(
            word in content for word in (b"falcon", b"closed talks", b"covert trade", b"zebrafish")
        )


def test_a_link_does_not_name_the_place_that_its_readers_may_not_see(tmp_path: Path) -> None:
    brief = (
        "---\ntitle: View\nsummary: They will meet.\ndate: 2025-11-04\nauthors: [Jane Roe]\ntopics: [trade]\n"
        "articles: [open]\nmarking: TLP:CLEAR\njudgements:\n"
        "- {id: zebra-wins, text: They meet., confidence: low, marking: TLP:AMBER}\n---\n"
        "They met.\n\n::: TLP:AMBER\n## Zebra in parts\n\nThey met twice.\n:::\n"
    )
    body = "See [[briefs/view#zebra-wins]] and [that](../../briefs/view.md#zebra-in-parts)."
    links = ARTICLE.format(title="Links", summary="They met.", marking="TLP:CLEAR", body=body)
    root = write(tmp_path / "root", OPEN | {"briefs/view.md": brief, "docs/articles/links.md": links})

    site = site_builds.build(tmp_path / "site", "--audience", "public", root=root)

    assert 'href="../../briefs/view/"' in (site / "articles/links/index.html").read_text(encoding="utf-8")
    assert not [path for path in site.rglob("*") if path.is_file() and b"zebra" in path.read_bytes().lower()]


def test_files_come_out_with_the_documents_that_use_them(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN | CLOSED)

    site = site_builds.build(tmp_path / "site", root=root)

    assert (site / "articles" / "chart.svg").is_file()
    assert (site / "articles" / "annex.txt").is_file()
    assert (site / "assets" / "map.svg").is_file()
    assert not list(site.rglob("stray*"))
    assert b"zebrafish" not in b"".join(path.read_bytes() for path in site.rglob("*.html"))


def test_two_builds_of_the_same_content_and_day_are_byte_for_byte_the_same(
    dossier: Path, tmp_path: Path
) -> None:
    again = site_builds.build(tmp_path / "again", TZ="Asia/Kolkata", LC_ALL="C", PYTHONHASHSEED="7")

    assert site_builds.digests(dossier) == site_builds.digests(again)


def test_a_failed_build_leaves_the_last_good_site_standing(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN)
    site = site_builds.build(tmp_path / "site", root=root)
    before = site_builds.digests(site)
    (root / "docs/articles/open.md").write_text("---\ntitle: no\n---\n", encoding="utf-8")

    done = site_builds.run("build", "--out", str(site), "--root", str(root))

    assert done.returncode == 1
    assert "docs/articles/open.md:2:" in done.stderr
    assert site_builds.digests(site) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN)
    precious = tmp_path / "precious"
    write(precious, {"letter.txt": "do not lose me"})

    done = site_builds.run("build", "--out", str(precious), "--root", str(root))

    assert done.returncode == 2
    assert (precious / "letter.txt").read_text(encoding="utf-8") == "do not lose me"


def test_drafts_are_not_in_a_build(tmp_path: Path) -> None:
    draft = ARTICLE.replace("marking:", "status: draft\nmarking:").format(
        title="Early words", summary="Not yet.", marking="TLP:CLEAR", body="Zebrafish."
    )
    root = write(tmp_path / "root", OPEN | {"docs/articles/early.md": draft})

    site = site_builds.build(tmp_path / "site", root=root)

    assert not (site / "articles" / "early").exists()
    assert not any(b"Early words" in path.read_bytes() for path in site.rglob("*") if path.is_file())


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    root = write(tmp_path / "root", OPEN)
    secret = write(tmp_path / "elsewhere", {"secret.md": "zebrafish"})
    try:
        shutil.rmtree(root / "docs/assets")
        (root / "docs/assets").symlink_to(secret, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no symbolic links for us")

    done = site_builds.run("build", "--out", str(tmp_path / "site"), "--root", str(root))

    assert done.returncode == 1
    assert "B111" in done.stderr


def test_names_of_a_root_are_no_mistakes_in_the_pages_that_the_tool_brings_along(tmp_path: Path) -> None:
    name = "---\nname: Hosting\naliases: [nginx, likelihood]\ntype: group\nmarking: TLP:AMBER\n---\n"
    root = write(tmp_path / "root", OPEN | {"docs/actors/hosting.md": name})

    site = site_builds.build(tmp_path / "site", "--audience", "public", root=root)

    assert "nginx" in (site / "about/hosting/index.html").read_text(encoding="utf-8")
    assert not (site / "actors/hosting").exists()
