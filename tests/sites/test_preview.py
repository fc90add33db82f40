"""The live preview: drafts are shown, an edit follows, a broken document says what is wrong with it."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import site_builds
from briefing.edge.content import assemble
from briefing.edge.preview import server as preview_of_sites
from briefing.pages import policy
from briefing.views.shapes.pages import BrokenShown
from serving import Preview

pytestmark = pytest.mark.site

DRAFT = """---
title: {title}
summary: Not yet.
date: 2025-11-03
topics: [trade]
status: draft
sources: [{{title: A statement}}]
---
{body}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "docs/topics/trade.md": "---\nname: Trade\n---\n",
        "docs/articles/early.md": DRAFT.format(title="Early words", body="The first words."),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    running = Preview(root)
    yield running
    running.stop()


def test_a_draft_is_shown_and_an_edit_follows(preview: Preview, root: Path) -> None:
    assert preview.shows("articles/early/", "The first words.")

    article = root / "docs/articles/early.md"
    article.write_text(DRAFT.format(title="Early words", body="The second words."), encoding="utf-8")

    assert preview.shows("articles/early/", "The second words.")


def test_the_desk_list_names_what_waits_in_the_preview_and_no_build_has_it(
    preview: Preview, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert preview.shows("desk/", 'href="../articles/early/">Early words</a>')
    assert preview.shows("", 'href="./desk/">Desk list</a>')

    site = site_builds.build(tmp_path_factory.mktemp("out") / "site", root=root)

    assert not (site / "desk").exists()
    found = [path for path in site.rglob("*") if path.is_file() and b"Early words" in path.read_bytes()]
    named = [path for path in site.rglob("*.html") if "desk/" in path.read_text(encoding="utf-8")]
    assert (found, named) == ([], [])


@pytest.mark.skipif(sys.platform == "win32", reason="there, a process is told nothing before it ends")
def test_a_preview_that_is_told_to_end_leaves_no_server_behind(root: Path) -> None:
    preview = Preview(root, restarts=True)
    host, port = preview.address.split(":")
    try:
        assert preview.shows("articles/early/", "The first words.")
    finally:
        preview.stop()

    with socket.socket() as asking:
        assert asking.connect_ex((host, int(port))) != 0


def test_an_edit_in_an_overlay_follows(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    over = tmp_path_factory.mktemp("over")
    article = over / "docs/articles/later.md"
    article.parent.mkdir(parents=True)
    article.write_text(DRAFT.format(title="Later words", body="The first words."), encoding="utf-8")
    preview = Preview(root, over)
    try:
        assert preview.shows("articles/later/", "The first words.")

        article.write_text(DRAFT.format(title="Later words", body="The second words."), encoding="utf-8")

        assert preview.shows("articles/later/", "The second words.")
    finally:
        preview.stop()


def test_the_first_brief_of_a_root_is_shown(root: Path) -> None:
    assert not (root / "briefs").exists()
    brief = DRAFT.replace("status:", "authors: [A. Writer]\nstatus:")
    preview = Preview(root)
    try:
        assert preview.shows("articles/early/", "The first words.")

        (root / "briefs").mkdir()
        for body in ("It is here.", "It stays."):
            text = brief.format(title="First", body=body)
            (root / "briefs/first.md").write_text(text, encoding="utf-8")
            assert preview.shows("briefs/first/", body)
    finally:
        preview.stop()


def test_the_reloading_script_of_the_preview_may_run(preview: Preview) -> None:
    assert preview.shows("articles/early/", f'content="{policy.of_preview()}"')
    assert preview.shows("articles/early/", "<script>\n")


def test_no_other_site_reads_the_preview_under_a_name_of_its_own(preview: Preview) -> None:
    assert preview.shows("articles/early/", "The first words.")
    port = preview.address.rpartition(":")[2]

    def status(host: str) -> int:
        asking = http.client.HTTPConnection(preview.address, timeout=5)
        asking.request("GET", "/articles/early/", headers={"Host": host})
        return asking.getresponse().status

    assert {status(f"{name}:{port}") for name in ("127.0.0.1", "localhost", "[::1]")} == {200}
    assert {
        status(host) for host in (f"attacker.example:{port}", "attacker.example", "127.0.0.1.a.example", "")
    } == {403}


@pytest.mark.parametrize(
    ("address", "host", "may"),
    [
        ("127.0.0.1", "desk.localhost:8000", True),
        ("localhost", "attacker.example", False),
        ("::1", "attacker.example", False),
        ("127.0.0.1", "[", False),
        ("0.0.0.0", "newsroom:8000", True),
        ("newsroom", "newsroom:8000", True),
    ],
)
def test_who_opens_the_preview_to_a_network_names_it_as_they_like(address: str, host: str, may: bool) -> None:
    assert preview_of_sites.may_ask(address, host) == may


def test_a_broken_document_shows_its_problems_and_heals(preview: Preview, root: Path) -> None:
    article = root / "docs/articles/early.md"
    assert preview.shows("articles/early/", "The first words.")

    article.write_text(DRAFT.format(title="no", body="Words."), encoding="utf-8")
    assert preview.shows("articles/early/", "B203")

    article.write_text(DRAFT.format(title="Early words", body="Healed words."), encoding="utf-8")
    assert preview.shows("articles/early/", "Healed words.")


def test_a_broken_document_above_the_audience_is_not_there(tmp_path: Path) -> None:
    files = {
        "falcon.md": "name: Falcon\ntype: grup\nmarking: TLP:AMBER\n",
        "zebra.md": "name: [\nmarking: TLP:AMBER\n",
        "india.md": "name: India\ntype: land\nmarking: TLP:CLEAR\n",
    }
    (tmp_path / "docs/actors").mkdir(parents=True)
    for name, matter in files.items():
        (tmp_path / "docs/actors" / name).write_text(f"---\n{matter}---\n", encoding="utf-8")

    def broken(audience: str) -> list[str]:
        shown = assemble.assemble(assemble.check(tmp_path, audience=audience, preview=True)).build.shown
        return [address for address, page in shown.items() if isinstance(page, BrokenShown)]

    assert broken("public") == ["actors/india/"]
    assert broken("internal") == ["actors/falcon/", "actors/india/", "actors/zebra/"]


def words_of_broken(root: Path, audience: str) -> dict[str, str]:
    """What the page of each broken document says, by its address."""
    shown = assemble.assemble(assemble.check(root, audience=audience, preview=True)).build.shown
    return {
        address: "\n".join((page.head.title, *page.problems))
        for address, page in shown.items()
        if isinstance(page, BrokenShown)
    }


def write_actors(root: Path, files: dict[str, str]) -> None:
    for name, text in {"../../mkdocs.yml": "extra: {briefing: {marking: 'TLP:CLEAR'}}\n", **files}.items():
        path = root / "docs/actors" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_broken_document_tells_nothing_that_is_above_the_audience(tmp_path: Path) -> None:
    form = "---\nname: {}\ntype: group\n{}---\n{}"
    write_actors(
        tmp_path,
        {
            "falcon.md": form.format("Falcon", "marking: TLP:AMBER\n", ""),
            "alias.md": form.format("One", "aliases: [Falcon]\n", ""),
            "near.md": form.format("Two", "part_of: falcom\n", ""),
            "part.md": form.format("Three", "", "::: TLP:AMBER\nSee [[actors/falcom]].\n:::\n"),
            "fence.md": form.format("Four", "", "::: TLP:AMBER Falcon\nWords.\n:::\n"),
            "source.md": form.format("Five", "sources: [{date: falcon, title: T, marking: TLP:AMBER}]\n", ""),
            "unread.md": form.format("Six", "place: Falcon: one\n", ""),
        },
    )

    public, internal = words_of_broken(tmp_path, "public"), words_of_broken(tmp_path, "internal")

    assert public.keys() == internal.keys() == {f"actors/{id_}/" for id_ in
        ("alias", "near", "part", "fence", "source", "unread")}  # fmt: skip
    assert "alco" not in "".join(public.values()).casefold()
    assert "docs/actors/near.md:4:1: B301 " in public["actors/near/"]
    assert all("alco" in words.casefold() for words in internal.values())


def test_a_broken_document_says_all_where_nothing_is_above_the_audience(tmp_path: Path) -> None:
    form = "---\nname: {}\ntype: group\n{}---\n"
    write_actors(
        tmp_path, {"falcon.md": form.format("Falcon", ""), "near.md": form.format("Two", "part_of: falcom\n")}
    )

    assert "did you mean `falcon`?" in words_of_broken(tmp_path, "public")["actors/near/"]


@pytest.mark.parametrize("marking", ["TLP:AMBER", "TLP:AMBRE", "[TLP:CLEAR]"])
def test_a_file_that_says_its_marking_and_is_no_document_keeps_to_it(tmp_path: Path, marking: str) -> None:
    form = "---\nname: {}\ntype: group\nmarking: {}\n---\n"
    write_actors(
        tmp_path,
        {
            "india.md": form.format("India", "TLP:CLEAR"),
            "secret/india.md": form.format("Falcon", marking),
            "zebra.md": form.format("Zebra", "TLP:AMBRE"),
        },
    )

    public = words_of_broken(tmp_path, "public")

    assert public.keys() == {"actors/india/"}
    assert "secret" not in public["actors/india/"]
    assert words_of_broken(tmp_path, "internal").keys() == {"actors/india/", "actors/zebra/"}


MATTER = "---\nname: Falcon\ntype: group\n{}\n---\n"


@pytest.mark.parametrize(
    "text",
    [
        MATTER.format("marking: TLP:AMBER\nplace: [open"),
        MATTER.format("place: [open\nmarking: TLP:CLEAR\nevents: [{marking: 'TLP:AMBER'}]"),
        MATTER.format("place: [open\n  Marking : tlp: amber"),
        MATTER.format('place: [open\nmarking: "TLP:AMB\\u0045R"'),
        MATTER.format("place: [open\nmarking:\n  - TLP:CLEAR"),
        MATTER.format("marking: TLP:AMBER: for few"),
        MATTER.format("marking: TLP:CLEAR\nmarking: TLP:AMBER"),
        MATTER.format("markng: TLP:AMBER"),
        MATTER.format("place: [open") + "marking: TLP:AMBER\n---\n",
        "---\nname: Falcon\nmarking: TLP:CLEAR\n",
        "+++\nname = 'Falcon'\nmarking = 'TLP:AMBER'\n+++\n",
        "Falcon is a group.\n",
    ],
)
def test_a_file_that_cannot_be_read_has_the_highest_marking_that_it_may_mean(
    tmp_path: Path, text: str
) -> None:
    near = "---\nname: Two\ntype: group\npart_of: falcom\n---\n"
    write_actors(tmp_path, {"near.md": near, "falcon.md": text})

    public = words_of_broken(tmp_path, "public")

    assert public.keys() == {"actors/near/"}
    assert "falcon" not in public["actors/near/"]
    assert words_of_broken(tmp_path, "internal").keys() == {"actors/falcon/", "actors/near/"}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"secret/near.md": "---\nname: Falcon\ntype: group\nmarking: TLP:AMBER\n---\n"}, "B213"),
        (
            {
                "near.md": "---\nname: Two\ntype: group\nformer: [falcon]\n---\n",
                "falcon.md": "---\nname: Falcon\ntype: group\nmarking: TLP:AMBER\n---\n",
            },
            "B304",
        ),
    ],
)
def test_a_broken_document_does_not_tell_that_there_is_another(
    tmp_path: Path, files: dict[str, str], code: str
) -> None:
    write_actors(tmp_path, {"near.md": "---\nname: Two\ntype: group\n---\n", **files})

    (public,) = words_of_broken(tmp_path, "public").values()

    assert code in "".join(words_of_broken(tmp_path, "internal").values())
    assert code not in public
    assert "may be for fewer readers" in public


def test_beside_a_file_that_cannot_be_decoded_nothing_is_quoted(tmp_path: Path) -> None:
    write_actors(tmp_path, {"near.md": "---\nname: Two\ntype: group\npart_of: falcom\n---\n"})
    (tmp_path / "docs/actors/falcon.md").write_bytes(b"---\nname: Falc\xf3n\nmarking: TLP:AMBER\n---\n")

    public = words_of_broken(tmp_path, "public")

    assert public.keys() == {"actors/near/"}
    assert "falcon" not in public["actors/near/"]


@pytest.mark.parametrize("matter", ["place: [open", "marking: TLP:CLEAR\nplace: [open"])
def test_a_file_that_cannot_be_read_and_fears_no_reader_is_shown(tmp_path: Path, matter: str) -> None:
    write_actors(tmp_path, {"falcon.md": MATTER.format(matter)})

    assert words_of_broken(tmp_path, "public").keys() == {"actors/falcon/"}


def test_an_address_that_is_taken_is_told_before_anything_is_built(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        serve = [sys.executable, str(site_builds.PROJECT / "scripts" / "serve.py"), "--root", str(root)]
        done = subprocess.run(
            [*serve, "--address", f"127.0.0.1:{port}", "--once"], capture_output=True, text=True, check=False
        )

    assert done.returncode == 2
    assert f"another preview, uses {port}: choose another with --address 127.0.0.1:{port + 1}" in done.stderr
    assert "problem" not in done.stderr
