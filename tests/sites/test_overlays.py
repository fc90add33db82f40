"""Overlays in whole builds: below their marking they leave no trace, above it they are one with the base."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import built_html
import site_builds
from overlaid import ARTICLE, BASE, OVERLAY, write

pytestmark = pytest.mark.site


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base", BASE)


@pytest.fixture
def over(tmp_path: Path) -> Path:
    return write(tmp_path / "over", OVERLAY)


def test_below_its_marking_an_overlay_changes_no_byte_and_no_name(
    base: Path, over: Path, tmp_path: Path
) -> None:
    both = site_builds.build(tmp_path / "a", "--audience", "public", "--root", str(over), root=base)
    alone = site_builds.build(tmp_path / "b", "--audience", "public", root=base)

    assert site_builds.digests(both) == site_builds.digests(alone)
    assert not any(b"zebrafish" in path.read_bytes().lower() for path in both.rglob("*") if path.is_file())


def test_those_who_may_see_it_get_one_site_of_both(base: Path, over: Path, tmp_path: Path) -> None:
    site = site_builds.build(tmp_path / "site", "--root", str(over), root=base)

    assert (site / "articles/annex.csv").read_text(encoding="utf-8") == "zebrafish"
    assert (site / "articles/chart.svg").is_file()
    assert (site / "assets/seal.svg").is_file()
    assert (site / "assets/map.svg").is_file()
    assert (site / "about/vault/index.html").is_file()
    assert not list(site.rglob("*zebrafish*")), "a file that no document refers to"
    closed = built_html.read(site / "articles/closed/index.html").links
    assert {"../../actors/falcon/", "../../actors/india/", "../open/"} <= set(closed)
    assert "../../articles/open/" in built_html.read(site / "briefs/look/index.html").links
    assert "Closed talks" in (site / "actors/india/index.html").read_text(encoding="utf-8")


def test_an_edit_link_leads_to_the_repository_that_holds_the_file(
    base: Path, over: Path, tmp_path: Path
) -> None:
    site = site_builds.build(tmp_path / "site", "--root", str(over), root=base)
    (over / "mkdocs.yml").unlink()
    silent = site_builds.build(tmp_path / "silent", "--root", str(over), root=base)

    def edited(of: Path, address: str) -> list[str]:
        return [link for link in built_html.read(of / address / "index.html").links if "/edit/" in link]

    vault = "https://vault.example/over/edit/main"
    assert edited(site, "articles/closed") == [f"{vault}/docs/articles/closed.md"]
    assert edited(site, "briefs/look") == [f"{vault}/briefs/2025/look.md"]
    assert edited(site, "about/vault") == [f"{vault}/docs/about/vault.md"]
    assert edited(site, "articles/open") == ["https://forge.example/base/edit/main/docs/articles/open.md"]
    assert edited(silent, "articles/closed") == edited(silent, "briefs/look") == []


def test_an_error_in_an_overlay_stops_the_build_for_all(base: Path, over: Path, tmp_path: Path) -> None:
    site = site_builds.build(tmp_path / "site", "--audience", "public", root=base)
    before = site_builds.digests(site)
    write(over, {"docs/articles/closed.md": "---\ntitle: no\n---\n"})

    done = site_builds.run(
        "build", "--audience", "public", "--out", str(site), "--root", str(base), "--root", str(over)
    )

    assert done.returncode == 1
    assert f"{over.as_posix()}/docs/articles/closed.md:2:" in done.stderr
    assert site_builds.digests(site) == before


def test_what_went_into_a_site_is_recorded_beside_it_for_each_root(
    base: Path, over: Path, tmp_path: Path
) -> None:
    site_builds.build(tmp_path / "site", "--root", str(over), root=base)

    record = json.loads((tmp_path / "site.build.json").read_text(encoding="utf-8"))

    assert record["overlays"] == [{"root": over.as_posix(), "commit": None, "uncommitted": False}]


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_roots_that_lie_in_each_other_are_wrong_use(command: str, base: Path) -> None:
    inner = write(base / "inner", OVERLAY)

    for pair in ((base, base), (base, inner), (inner, base)):
        done = site_builds.run(command, *(word for root in pair for word in ("--root", str(root))))

        assert done.returncode == 2
        assert "content roots cannot lie in each other" in done.stderr


def test_no_site_goes_where_an_overlay_holds_content(base: Path, over: Path) -> None:
    done = site_builds.run("build", "--root", str(base), "--root", str(over), "--out", str(over / "docs"))

    assert done.returncode == 2
    assert (over / "docs/actors/falcon.md").is_file()


def test_problems_lead_to_the_file_from_where_the_command_was_run(base: Path, over: Path) -> None:
    write(over, {"docs/articles/slip.md": ARTICLE.replace("topics: [trade]", "topics: [trde]")})
    here = (sys.executable, str(site_builds.PROJECT / "scripts/check.py"), "--format", "json")

    def found(folder: Path, *words: str) -> set[str]:
        done = subprocess.run([*here, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False)
        return {one["file"] for one in json.loads(done.stdout)["problems"]}

    slip = "docs/articles/slip.md"
    assert found(base, "--root", ".", "--root", "../over") == {f"../over/{slip}"}
    assert found(over, "--root", str(base), "--root", ".") == {f"./{slip}"}
    assert found(over, "--root", str(base), "--root", ".", slip) == {f"./{slip}"}
    assert found(over, "--root", str(base), "--root", ".", "docs/actors") == set()


def test_new_documents_and_drafts_go_into_the_last_root(base: Path, over: Path, tmp_path: Path) -> None:
    write(tmp_path, {"wire.txt": "NEW DELHI, Nov 3 - Falcon Group met India on Monday.\n"})
    both = ("--root", str(base), "--root", str(over))

    made = site_builds.run("new", "actor", "kestrel", "--name", "Kestrel", "--type", "group", *both)
    drafted = site_builds.run("import_wire", str(tmp_path / "wire.txt"), "--date", "2025-11-03", *both)

    assert made.returncode == drafted.returncode == 0, made.stderr + drafted.stderr
    assert "marking: TLP:AMBER\n" in (over / "docs/actors/kestrel.md").read_text(encoding="utf-8")
    assert len(list((over / "docs/articles").glob("*.md"))) == 2
    assert len(list((base / "docs/articles").glob("*.md"))) == 1
