"""The report on a pull request, made as people make it: from a git repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import pictures
import repository
from briefing.edge.content import revision
from repository import Repository, needs_git
from site_builds import PROJECT, digests, run

pytestmark = needs_git

SETTINGS = "site_name: A desk\nextra: {briefing: {marking: TLP:CLEAR}}\n"
TALKS = """---
title: Harbour talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
---
They met in Delhi.

India was there.
"""
BRIEF = """---
title: Fees at the harbour
summary: Fees will rise.
date: 2025-11-05
authors: [South Asia desk]
topics: [trade]
articles: [talks]
judgements: [{id: j1, text: Fees rise., likelihood: likely, confidence: low}]
---
What we think.
"""
FILES: dict[str, str | bytes | None] = {
    "mkdocs.yml": SETTINGS,
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\n---\n",
    "docs/articles/talks.md": TALKS,
    "briefs/fees.md": BRIEF,
}
DAY = ("--today", "2025-12-01")


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    made = repository.make(tmp_path / "desk")
    made.commit(FILES)
    return made


def report(desk: Repository, *words: str, code: int = 0, base: str = "main") -> dict[str, Any]:
    done = run("report", "--base", base, "--root", str(desk.root), "--format", "json", *DAY, *words)
    assert done.returncode == code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_nothing_changed_is_a_report_too(desk: Repository) -> None:
    found = report(desk)

    assert found["summary"] == "Nothing changes for these readers."
    assert found["commit"] == desk.git("rev-parse", "HEAD")


def test_where_a_draft_alone_differs_it_says_so_to_who_asks(desk: Repository) -> None:
    desk.commit({"docs/articles/old.md": TALKS.replace("date:", "status: draft\ndate:")})
    desk.write({"docs/articles/plan.md": TALKS.replace("date:", "status: draft\ndate:")})

    done = run("report", "--base", "HEAD", "--root", str(desk.root), *DAY)

    assert "Nothing changes for these readers." in done.stdout
    assert "plan" not in done.stdout
    assert "tells of no draft: 1 differs." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_on_a_terminal_it_shows_no_tags_and_no_escapes(desk: Repository) -> None:
    import pty

    desk.write({"docs/articles/talks.md": TALKS.replace("Delhi", "Mumbai & Pune\\_1")})
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        [
            sys.executable,
            str(PROJECT / "scripts/report.py"),
            "--base",
            "HEAD",
            "--root",
            str(desk.root),
            *DAY,
        ],
        stdout=secondary,
        stderr=subprocess.DEVNULL,
    )
    os.close(secondary)
    said = b""
    while piece := _read(primary):
        said += piece
    process.wait(60)

    assert "They met in [-Delhi.-] {+Mumbai & Pune_1.+}" in said.decode("utf-8")
    assert not re.search(rb"</?(?:ins|del|details|summary|span)>|\\\\", said)


def _read(primary: int) -> bytes:
    try:
        return os.read(primary, 4096)
    except OSError:  # Linux's way to say that the other end is closed
        return b""


def test_what_stands_in_the_working_tree_is_held_against_the_commit(desk: Repository) -> None:
    desk.write(
        {
            "briefs/fees.md": BRIEF.replace("likelihood: likely", "likelihood: unlikely"),
            "docs/articles/talks.md": TALKS.replace("in Delhi", "in Mumbai"),
            "docs/actors/china.md": "---\nname: China\ntype: country\n---\n",
        }
    )
    before = digests(desk.top)

    found = report(desk)

    assert {one["name"]: one["state"] for one in found["documents"]} == {
        "briefs/fees": "changed",
        "articles/talks": "changed",
        "actors/china": "new",
    }
    assert found["documents"][0]["values"] == [
        {"subject": "judgements", "name": "judgement j1 · likelihood", "old": "likely", "new": "unlikely"}
    ]
    assert "judgements/" in {one["address"] for one in found["pages"]}
    assert digests(desk.top) == before


def test_what_the_main_branch_has_got_meanwhile_is_not_of_this_change(desk: Repository) -> None:
    desk.git("checkout", "--quiet", "-b", "mine")
    desk.commit({"docs/actors/china.md": "---\nname: China\ntype: country\n---\n"})
    desk.git("checkout", "--quiet", "main")
    desk.commit({"docs/actors/russia.md": "---\nname: Russia\ntype: country\n---\n"})
    desk.git("checkout", "--quiet", "mine")

    assert [one["name"] for one in report(desk)["documents"]] == ["actors/china"]


def test_a_root_may_lie_deeper_in_its_repository(tmp_path: Path) -> None:
    desk = repository.make(tmp_path / "desk", "content/ours")
    desk.commit(FILES)
    desk.write({"docs/articles/talks.md": None, "briefs/fees.md": None})

    assert {one["state"] for one in report(desk)["documents"]} == {"removed"}


def test_a_likelihood_changed_by_a_minor_note_is_an_error_with_its_line(desk: Repository) -> None:
    note = "changes: [{date: 2025-11-08, note: Wording, kind: minor}]\n---\nWhat"
    desk.write(
        {
            "briefs/fees.md": BRIEF.replace("likelihood: likely", "likelihood: unlikely").replace(
                "---\nWhat", note
            )
        }
    )

    kept, told = report(desk, code=1)["problems"]["told"]
    out = str(desk.top.parent / "report.md")
    done = run("report", "--base", "main", "--root", str(desk.root), "--out", out, "--annotate", *DAY)

    assert (told["code"], told["severity"], told["file"], told["line"]) == (
        "B711",
        "error",
        "briefs/fees.md",
        9,
    )
    assert (kept["code"], kept["severity"]) == ("B712", "warning")
    assert "::error file=" in done.stdout
    assert "briefs/fees.md,line=9," in done.stdout
    assert "::warning file=" in done.stdout


def test_line_ends_of_the_checkout_are_no_change(desk: Repository) -> None:
    desk.write({"docs/articles/talks.md": "\ufeff" + TALKS.replace("\n", "\r\n")})

    assert report(desk)["documents"] == []


def test_pictures_that_show_something_else_are_told(tmp_path: Path) -> None:
    desk = repository.make(tmp_path / "desk")
    showing = TALKS + "\n![A map](map.png)\n\n![A plan](plan.png)\n"
    one = pictures.saved(pictures.drawn(), "PNG")
    talking = one[:-12] + pictures.png_chunk(b"tEXt", b"Comment\0nobody sees this") + one[-12:]
    desk.commit(
        {
            **FILES,
            "docs/articles/talks.md": showing,
            "docs/articles/map.png": one,
            "docs/articles/plan.png": one,
        }
    )
    desk.write(
        {
            "docs/articles/map.png": pictures.saved(pictures.drawn("L"), "PNG"),
            "docs/articles/plan.png": talking,
        }
    )

    assert report(desk)["files"] == [{"path": "docs/articles/map.png", "state": "changed"}]


CANARY = "kestrelwort"
ABOVE: dict[str, str | bytes | None] = {
    f"docs/actors/{CANARY}.md": f"---\nname: {CANARY}\ntype: person\nmarking: TLP:AMBER\n---\n",
    f"briefs/{CANARY}.md": BRIEF.replace("title: Fees", f"marking: TLP:AMBER\ntitle: {CANARY}"),
    "briefs/draft.md": BRIEF.replace("title: Fees", f"status: draft\ntitle: {CANARY}"),
    "briefs/in-part.md": BRIEF.replace(
        "judgements: [", f"judgements: [{{id: j9, text: {CANARY}., confidence: low, marking: TLP:AMBER}}, "
    ).replace("What we think.", f"What we think.\n\n::: TLP:AMBER\n{CANARY}\n:::\n"),
    "docs/articles/slip.md": TALKS.replace("title: Harbour", f"marking: TLP:AMBRE\ntitle: {CANARY}"),
    "docs/articles/names.md": TALKS.replace("India was", f"{CANARY} was"),
    "docs/articles/near.md": TALKS.replace("topics:", f"actors: [{CANARY}x]\ntopics:"),
    f"docs/articles/{CANARY}.MD": TALKS,
    "docs/articles/broken.md": f"---\ntitle: {CANARY}: {CANARY}\n",
}


@pytest.mark.parametrize("form", ["md", "html", "json"])
@pytest.mark.parametrize("turned", [False, True])
def test_nothing_above_the_audience_is_in_a_report(desk: Repository, form: str, turned: bool) -> None:
    """Whether it is added or taken away; documents that name it without leave are errors, and left out."""
    desk.commit(ABOVE)
    if not turned:
        desk.git("checkout", "--quiet", "HEAD~1")
        desk.write(ABOVE)
    else:
        desk.write(dict.fromkeys(ABOVE))

    base = "main" if turned else "HEAD"
    done = run("report", "--base", base, "--root", str(desk.root), "--format", form, *DAY)

    assert done.returncode == (0 if turned else 1), done.stderr
    assert "briefs/in-part" in done.stdout.replace("\\", "")
    assert CANARY not in done.stdout
    assert "in documents that this audience may not see" in done.stdout or form == "json"


def test_those_who_may_see_it_are_told(desk: Repository) -> None:
    desk.write({name: ABOVE[name] for name in (f"docs/actors/{CANARY}.md", f"briefs/{CANARY}.md")})

    found = report(desk, "--audience", "internal")

    assert {one["name"] for one in found["documents"]} == {f"actors/{CANARY}", f"briefs/{CANARY}"}


def test_an_audience_that_was_to_see_less_is_told_less(desk: Repository) -> None:
    green = TALKS.replace("title: Harbour", "marking: TLP:GREEN\ntitle: Harbour")
    desk.write(
        {
            "docs/articles/more.md": green,
            "mkdocs.yml": SETTINGS.replace(
                "{marking", "{audiences: {public: TLP:GREEN}, audience: public, marking"
            ),
        }
    )

    found = report(desk)

    assert found["documents"] == []
    assert found["marking"] == "TLP:CLEAR"
    assert "told for the lower of the two" in found["notes"][0]


def test_errors_at_the_base_are_no_errors_of_this_change(tmp_path: Path) -> None:
    desk = repository.make(tmp_path / "desk")
    desk.commit({**FILES, "docs/articles/bad.md": "---\ntitle: [\n---\n", "docs/articles/latin.md": b"\xe9"})
    desk.write({"docs/articles/bad.md": TALKS})

    found = report(desk)

    assert [(one["name"], one["state"]) for one in found["documents"]] == [("articles/bad", "new")]
    assert found["mended"]["untold"] == 1
    assert any("had errors at the base" in note for note in found["notes"])


def test_a_document_that_got_an_error_is_not_told_as_removed(desk: Repository) -> None:
    desk.write({"docs/articles/talks.md": TALKS.replace("date: 2025-11-03", "date: soon")})

    found = report(desk, code=1)

    assert "articles/talks" not in {one["name"] for one in found["documents"]}
    assert "articles/talks/" not in {one["address"] for one in found["pages"]}
    assert found["notes"] == ["Left out: 1 file with errors, as it is not certain who may see them."]


def test_an_overlay_is_compared_with_the_base_it_lies_on(desk: Repository, tmp_path: Path) -> None:
    higher = repository.make(tmp_path / "higher")
    higher.commit({"mkdocs.yml": "extra: {briefing: {marking: TLP:AMBER}}\n"})
    higher.write({"docs/articles/plan.md": TALKS})
    roots = ("--root", str(higher.root))

    assert report(desk, *roots)["documents"] == []
    assert [one["name"] for one in report(desk, *roots, "--audience", "internal")["documents"]] == [
        "articles/plan"
    ]


def test_html_goes_into_a_file_of_its_own(desk: Repository, tmp_path: Path) -> None:
    desk.write({"docs/articles/talks.md": TALKS.replace("in Delhi", "in <b>Mumbai</b>")})
    out = tmp_path / "report.html"

    done = run(
        "report", "--base", "main", "--root", str(desk.root), "--format", "html", "--out", str(out), *DAY
    )

    told = out.read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")
    assert "<ins>Mumbai.</ins>" in told
    assert "<del>Delhi.</del>" in told


def test_annotations_and_the_report_do_not_go_to_one_place(desk: Repository) -> None:
    done = run("report", "--base", "main", "--root", str(desk.root), "--annotate")

    assert done.returncode == 2
    assert "--annotate needs --out" in done.stderr


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("nowhere", "git knows no revision nowhere here; name a commit, a branch or a tag"),
        ("--all", "git knows no revision --all here"),
    ],
)
def test_a_revision_that_git_does_not_know_is_wrong_use(desk: Repository, base: str, told: str) -> None:
    done = run("report", f"--base={base}", "--root", str(desk.root))

    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_repository_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()

    done = run(
        "report", "--base", "main", "--root", str(tmp_path), GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )

    assert done.returncode == 2
    assert "is in no git repository: begin one with `git -C" in done.stderr
    assert "fatal" not in done.stderr


def test_without_a_base_it_says_what_one_may_be() -> None:
    done = run("report")

    assert done.returncode == 2
    assert "say what to compare with: --base main" in done.stderr


def test_a_clone_without_its_history_says_how_to_get_it(desk: Repository, tmp_path: Path) -> None:
    desk.commit({"docs/articles/talks.md": TALKS + "More.\n"})
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", desk.top.as_uri(), str(shallow)], check=True)

    done = run("report", "--base", "HEAD~1", "--root", str(shallow))

    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr


def test_without_git_it_says_so(desk: Repository, tmp_path: Path) -> None:
    done = run("report", "--base", "main", "--root", str(desk.root), PATH=str(tmp_path))

    assert done.returncode == 2
    assert "git is not installed" in done.stderr


def test_no_program_that_a_repository_names_is_run(desk: Repository, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("the program of this test is a shell script")
    trap, sprung = tmp_path / "trap.sh", tmp_path / "sprung"
    trap.write_text(f"#!{shutil.which('sh')}\ntouch '{sprung}'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
        "diff.x.textconv",
    ):
        desk.git("config", key, str(trap))
    desk.write({".gitattributes": "*.md filter=x diff=x\n", "docs/articles/talks.md": TALKS + "More.\n"})

    assert len(report(desk)["documents"]) == 1
    assert not sprung.exists()


def test_what_a_git_hook_says_of_its_own_repository_does_not_lead_astray(
    desk: Repository, tmp_path: Path
) -> None:
    other = repository.make(tmp_path / "other")
    other.commit({"docs/topics/oil.md": "---\nname: Oil\n---\n"})

    done = run(
        "report",
        "--base",
        "main",
        "--root",
        str(desk.root),
        *DAY,
        GIT_DIR=str(other.top / ".git"),
        GIT_INDEX_FILE="x",
    )

    assert done.returncode == 0, done.stderr
    assert "Nothing changes for these readers." in done.stdout


def test_a_revision_gives_files_and_says_what_it_cannot(tmp_path: Path) -> None:
    desk = repository.make(tmp_path / "desk")
    desk.write({**FILES, "docs/articles/latin.md": b"\xe9", "docs/.hidden/x.md": TALKS, "other.md": TALKS})
    if os.name != "nt":
        (desk.root / "docs/articles/link.md").symlink_to("talks.md")
    desk.commit({f"docs/articles/{'x' * 200}.md": TALKS, "docs/articles/large.md": "x" * 1_000_001})

    read = revision.read(desk.root, "HEAD").disk()

    assert {source.uri for source in read.sources} == {name for name in FILES if name.endswith(".md")}
    codes = {one.code for one in read.problems}
    assert codes == {"B101", "B110", *(() if os.name == "nt" else ("B111",))}
    assert sorted(read.unreadable) == ["docs/articles/large.md", "docs/articles/latin.md"]
