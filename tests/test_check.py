"""`check.py` beyond its list of problems: rules explained, changes alone, mending, other forms, advice."""

from __future__ import annotations

import hashlib
import json
import os
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import jsonschema
import pytest

import case
import check as command
from briefing.edge import assemble, mending, past, replacing
from briefing.edge.assemble import Checked
from briefing.edge.replacing import Changed, Replacement
from briefing.model.codes import RULES
from briefing.rewrite import fixes
from briefing.rewrite.fixes_view import faults
from site_builds import PROJECT

TODAY = ("--today", "2025-12-01")
SARIF = json.loads((PROJECT / "tests/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
ARTICLE = """---
title: Harbour talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
actors: [india]
sources: [{title: A statement}]
---
They met in India.
"""
SLIP = ARTICLE.replace("title: Harbour talks", "titel: Harbour talks").replace("[india]", "[indiaa]")
ANNOTATION = re.compile(r"::(?:error|warning) file=[^:,\s]+,line=\d+,col=\d+,title=[^:,\r\n]+::[^\r\n]+")
"""A workflow command, as its documentation has it: in properties, `:` and `,` are escaped."""
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@dataclass(frozen=True, slots=True)
class Done:
    """How the command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [(one["file"], one["code"]) for one in json.loads(self.out)["problems"]]


class Run(Protocol):
    def __call__(self, *arguments: str) -> Done: ...


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Run:
    """`check.py`, run here."""

    def run(*arguments: str) -> Done:
        try:
            code = command.main([*arguments, *TODAY])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


def root(folder: Path, **files: str) -> Path:
    """A content root with an article `talks` and what else is given."""
    return case.Case("", {"docs/articles/talks.md": ARTICLE, **files}, {}).write(folder)


def test_a_rule_is_explained_with_an_example_and_its_mending(check: Run) -> None:
    done = check("--explain", "b203")

    assert done.code == 0
    assert done.out.splitlines()[0] == "B203  Text is due (an error: nothing is built)"
    assert [line.split("  ")[1] for line in done.out.splitlines()[1:]] == [
        "why",
        "what to do",
        "example",
        "mended",
    ]
    assert "`title: no`" in done.out
    assert '`title: "no"`' in done.out


def test_all_rules_are_listed_where_none_is_named(check: Run) -> None:
    done = check("--explain")

    assert [line.split()[0] for line in done.out.splitlines() if line.startswith("  ")] == list(RULES)


def test_a_rule_that_does_not_exist_is_wrong_use_and_the_nearest_is_named(check: Run) -> None:
    done = check("--explain", "B2O3")

    assert (done.code, done.out) == (2, "")
    assert "there is no rule B2O3; did you mean `B203`" in done.err


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        check=True,
        capture_output=True,
    )


def committed(folder: Path) -> Path:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "All there is")
    return folder


DUE = """---
title: Harbour fees
summary: They go up.
date: 2025-01-03
authors: [ann]
topics: [trade]
articles: [talks]
review_by: 2025-11-01
judgements:
  - {id: fees, text: The fees go up., likelihood: likely, confidence: low, horizon: "2025-06"}
---
They go up.
"""
SETTINGS = "extra: {briefing: {authors: {ann: Ann Lee}}}\n"


@pytest.mark.parametrize("name", ["briefs/2026/two.txt", "docs/four.md", "notes.md", "../aside.md"])
def test_what_is_no_document_is_not_passed_as_a_sound_one(check: Run, tmp_path: Path, name: str) -> None:
    folder = root(tmp_path / "root", **{name: "They met."})

    done = check("--root", str(folder), str(folder / name))

    assert done.code == 2
    assert f"{name} is no document: these end in .md, and lie in briefs/ or in docs/" in done.err


@pytest.mark.parametrize("name", [".", "..", "docs", "docs/articles", "docs/articles/talks.md", "mkdocs.yml"])
def test_documents_settings_and_what_holds_them_can_be_asked_for(
    check: Run, tmp_path: Path, name: str
) -> None:
    folder = root(tmp_path / "root", **{"mkdocs.yml": ""})

    assert check("--root", str(folder), str(folder / name)).code != 2


def test_a_file_in_a_wrong_place_is_spoken_of_when_asked_for(check: Run, tmp_path: Path) -> None:
    folder = root(tmp_path, **{"docs/briefs/six.md": ARTICLE, "docs/four.md": ARTICLE})

    done = check("--root", str(folder), "--format", "json", str(folder / "docs/briefs/six.md"))

    assert done.problems == [("docs/briefs/six.md", "B119")]


def test_what_waits_on_a_day_is_listed_with_place_reason_and_name(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"briefs/fees.md": DUE, "mkdocs.yml": SETTINGS})

    done = check("--root", str(place), "--due", "2025-11-02")
    before = check("--root", str(place), "--due", "2025-06-30")
    elsewhere = check("--root", str(place), "docs/articles", "--due", "2025-11-02")

    assert done.out.splitlines() == [
        "briefs/fees.md:10: waits since 2025-06 for Ann Lee: record its outcome: its horizon has passed: "
        "fees: The fees go up.",
        "briefs/fees.md:8: waits since 2025-11-01 for Ann Lee: review the brief: its review day has passed: "
        "Harbour fees",
        "4 documents, 0 errors, 0 warnings",
    ]
    assert before.out == elsewhere.out == "4 documents, 0 errors, 0 warnings\n"


def test_machines_are_told_what_waits_too(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"briefs/fees.md": DUE, "mkdocs.yml": SETTINGS})

    done = check("--root", str(place), "--due", "2025-07-01", "--format", "json")

    assert json.loads(done.out)["due"] == [
        {
            "file": "briefs/fees.md",
            "line": 10,
            "document": "briefs/fees",
            "judgement": "fees",
            "kind": "horizon",
            "when": "2025-06",
            "what": "The fees go up.",
            "to_do": "record its outcome: its horizon has passed",
            "rests_on": None,
            "waits_for": ["Ann Lee"],
        }
    ]


@needs_git
def test_what_a_file_has_by_itself_needs_no_look_at_all_that_was_there(
    check: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = ARTICLE.replace("Two days of talks.", "One. Two more words. Three more words. Four more words.")
    place = committed(root(tmp_path, **{"docs/articles/old.md": old.replace("One.", "One word.")}))
    (place / "docs/articles/talks.md").write_text(SLIP, encoding="utf-8")
    asked = ("--root", str(place), "--changed", "HEAD", "--format", "json")

    with monkeypatch.context() as patched:
        patched.setattr(past, "check", None)
        done = check(*asked)
    (place / "mkdocs.yml").write_text("site_name: Another\n", encoding="utf-8")
    again = check(*asked)

    assert ("docs/articles/old.md", "B222") in check("--root", str(place), "--format", "json").problems
    assert {file for file, _ in done.problems} == {"docs/articles/talks.md"}
    assert again.problems == done.problems


@needs_git
def test_only_problems_of_changed_files_are_said_whether_committed_or_not(check: Run, tmp_path: Path) -> None:
    files = {f"docs/articles/{name}.md": SLIP for name in ("old", "staged", "edited", "said")}
    place = committed(root(tmp_path / "root", **files))
    for name in ("said", "staged", "edited"):
        path = place / f"docs/articles/{name}.md"
        path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
        if name == "said":
            git(place, "commit", "-q", "-a", "-m", "Say more")
        elif name == "staged":
            git(place, "add", "-A")
    (place / "docs/articles/new.md").write_text(SLIP, encoding="utf-8")

    done = check("--root", str(place), "--format", "json", "--changed", "HEAD~1")

    assert done.code == 1
    assert {file for file, _ in done.problems} == {
        f"docs/articles/{name}.md" for name in ("said", "staged", "edited", "new")
    }


@needs_git
def test_a_reference_to_what_was_renamed_shows_in_the_file_that_did_not_change(
    check: Run, tmp_path: Path
) -> None:
    place = committed(root(tmp_path / "root", **{"docs/articles/old.md": SLIP}))
    (place / "docs/actors/india.md").rename(place / "docs/actors/bharat.md")

    done = check("--root", str(place), "--format", "json", "--changed", "HEAD")

    assert done.problems == [("docs/articles/talks.md", "B301")]


@needs_git
def test_a_setting_that_changes_brings_problems_to_every_file_that_it_is_about(
    check: Run, tmp_path: Path
) -> None:
    brief = ARTICLE.replace("topics:", "authors: [A]\ntopics:")
    place = committed(root(tmp_path / "root", **{"briefs/2025/one.md": brief}))
    (place / "mkdocs.yml").write_text("extra: {briefing: {review: required}}\n", encoding="utf-8")

    done = check("--root", str(place), "--format", "json", "--changed", "HEAD")

    assert done.problems == [("briefs/2025/one.md", "B708")]


@needs_git
def test_what_was_done_elsewhere_since_the_branch_began_is_not_of_the_branch(
    check: Run, tmp_path: Path
) -> None:
    place = committed(root(tmp_path / "root", **{"docs/articles/old.md": SLIP}))
    git(place, "checkout", "-q", "-b", "own")
    git(place, "commit", "-q", "--allow-empty", "-m", "Begin")
    git(place, "checkout", "-q", "main")
    (place / "docs/articles/old.md").write_text(ARTICLE, encoding="utf-8")
    git(place, "commit", "-q", "-a", "-m", "Mend")
    git(place, "checkout", "-q", "own")

    done = check("--root", str(place), "--format", "json", "--changed", "main")

    assert (done.code, done.problems) == (0, [])


@needs_git
def test_line_ends_of_the_checkout_are_no_change(check: Run, tmp_path: Path) -> None:
    place = committed(root(tmp_path / "root", **{"docs/articles/old.md": SLIP}))
    path = place / "docs/articles/old.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert check("--root", str(place), "--format", "json", "--changed", "HEAD").problems == []


@needs_git
def test_what_a_clone_lacks_is_missed_only_where_it_is_asked_for(check: Run, tmp_path: Path) -> None:
    place = committed(root(tmp_path / "root"))
    path = place / "docs/articles/talks.md"
    blob = subprocess.run(
        ["git", "-C", str(place), "hash-object", str(path)], check=True, capture_output=True, text=True
    ).stdout.strip()
    (place / ".git/objects" / blob[:2] / blob[2:]).unlink()

    path.write_text(ARTICLE + "More.\n", encoding="utf-8")
    good = check("--root", str(place), "--changed", "HEAD")
    path.write_text(SLIP, encoding="utf-8")
    wrong = check("--root", str(place), "--changed", "HEAD")

    assert (good.code, wrong.code) == (0, 2)
    assert f"the object {blob} is missing from this clone" in wrong.err


@needs_git
def test_nothing_below_the_root_changes_when_what_was_is_looked_at(check: Run, tmp_path: Path) -> None:
    place = committed(root(tmp_path / "root", **{"docs/articles/old.md": SLIP}))
    (place / "docs/actors/india.md").unlink()
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}

    check("--root", str(place), "--changed", "HEAD")

    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


@needs_git
def test_a_revision_that_git_does_not_know_and_a_folder_without_git_are_wrong_use(
    check: Run, tmp_path: Path
) -> None:
    place, other = committed(root(tmp_path / "root")), root(tmp_path / "other")

    unknown = check("--root", str(place), "--changed", "nowhere")
    without = check("--root", str(other), "--changed", "HEAD")

    assert (unknown.code, without.code) == (2, 2)
    assert "git knows no revision nowhere here" in unknown.err
    assert "is in no git repository" in without.err


def test_a_mend_is_shown_and_written_where_it_is_agreed_to(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slip.md": SLIP})
    words = ("--root", str(place), "docs/articles/slip.md", "--fix", "--yes")

    first, second = check(*words), check(*words)

    assert first.code == 0
    assert "-titel: Harbour talks\n+title: Harbour talks\n" in first.out
    assert "docs/articles/slip.md: B201, B301\n" in first.out
    assert (place / "docs/articles/slip.md").read_text(encoding="utf-8") == ARTICLE
    assert second.out == "4 documents, 0 errors, 0 warnings\n"


def test_nothing_is_written_where_nobody_can_be_asked(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slip.md": SLIP})

    done = check("--root", str(place), "--fix")

    assert done.code == 2
    assert "+title: Harbour talks\n" in done.out
    assert "agree with --yes" in done.err
    assert (place / "docs/articles/slip.md").read_text(encoding="utf-8") == SLIP


def test_files_that_were_not_asked_for_are_not_mended(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slip.md": SLIP, "docs/articles/other.md": SLIP})

    check("--root", str(place), "docs/articles/slip.md", "--fix", "--yes")

    assert (place / "docs/articles/other.md").read_text(encoding="utf-8") == SLIP


def test_a_mend_that_would_bring_a_problem_to_another_file_is_left(check: Run, tmp_path: Path) -> None:
    """To mark the actor as its author meant it names it above an article that may be read by all."""
    secret = "---\nname: Bharat\ntype: country\nmarking: tlp:green\n---\n"
    clear = ARTICLE.replace("topics:", "marking: TLP:CLEAR\ntopics:").replace("[india]", "[bharat]")
    place = root(tmp_path, **{"docs/actors/bharat.md": secret, "docs/articles/talks.md": clear})

    done = check("--root", str(place), "docs/actors", "--fix", "--yes")

    assert "docs/actors/bharat.md is left as it is" in done.err
    assert (place / "docs/actors/bharat.md").read_text(encoding="utf-8") == secret


@pytest.mark.parametrize(
    "words", [("--yes",), ("--fix", "--format", "json"), ("--changed",), ("--explain", "B203", "--fx")]
)
def test_what_does_not_go_together_is_wrong_use(check: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    assert check("--root", str(root(tmp_path)), *words).code == 2


def test_files_are_replaced_all_or_none(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    one.chmod(0o640)
    mode = one.stat().st_mode

    with pytest.raises(Changed):
        replacing.replace((Replacement(one, b"1", b"x"), Replacement(two, b"other", b"y")))
    untouched = (one.read_bytes(), two.read_bytes())
    replacing.replace((Replacement(one, b"1", b"x"), Replacement(two, b"2", b"y")))

    assert untouched == (b"1", b"2")
    assert (one.read_bytes(), two.read_bytes(), one.stat().st_mode) == (b"x", b"y", mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_files_come_back_where_one_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    moved = Path.replace

    def fails_for_two(path: Path, target: Path) -> Path:
        if target == two:
            raise OSError("no room")
        return moved(path, target)

    monkeypatch.setattr(Path, "replace", fails_for_two)
    with pytest.raises(OSError, match="no room"):
        replacing.replace((Replacement(one, b"1", b"x"), Replacement(two, b"2", b"y")))

    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("\n", False), ("\x04", False)])
def test_on_a_terminal_it_asks_first(tmp_path: Path, answer: str, is_written: bool) -> None:
    import pty

    place = root(tmp_path, **{"docs/articles/slip.md": SLIP})
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "scripts/check.py"), "--root", str(place), "--fix", *TODAY],
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        env={**os.environ, "TERM": "dumb"},
        close_fds=True,
    )
    os.close(secondary)
    said = _answered(primary, answer)
    process.wait(60)

    assert "Write this file? [y/N]" in said
    assert ((place / "docs/articles/slip.md").read_text(encoding="utf-8") == ARTICLE) is is_written
    assert process.returncode == (0 if is_written else 1)


def _answered(primary: int, answer: str) -> str:
    """All that a command says on a terminal where its question is answered."""
    said, is_asked = b"", False
    while select.select([primary], [], [], 60)[0]:
        try:
            piece = os.read(primary, 4096)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not piece:
            break
        said += piece
        if b"[y/N]" in said and not is_asked:
            is_asked = True
            os.write(primary, answer.encode())
    os.close(primary)
    return said.decode("utf-8", "replace")


def sarif(done: Done) -> Mapping[str, Any]:
    log: Mapping[str, Any] = json.loads(done.out)
    jsonschema.Draft4Validator(SARIF).validate(log)
    return log


def places(log: Mapping[str, Any]) -> set[tuple[str, str]]:
    found = (one["locations"][0]["physicalLocation"]["artifactLocation"] for one in log["runs"][0]["results"])
    return {(one["uri"], one["uriBaseId"]) for one in found}


def test_the_form_for_code_scanning_keeps_its_schema(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slip 50% é.md": SLIP})

    log = sarif(check("--root", str(place), "--format", "sarif"))

    assert places(log) == {("docs/articles/slip%2050%25%20%C3%A9.md", "ROOT")}
    assert {one["id"] for one in log["runs"][0]["tool"]["driver"]["rules"]} == set(RULES)


def test_a_log_that_breaks_the_schema_is_noticed() -> None:
    with pytest.raises(jsonschema.ValidationError):
        sarif(Done(0, json.dumps({"version": "2.1.0", "runs": [{"results": []}]}), ""))


def test_files_are_named_from_where_the_check_is_run(
    check: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = root(tmp_path / "base", **{"docs/articles/slip.md": SLIP})
    over = tmp_path / "over"
    (over / "docs/articles").mkdir(parents=True)
    (over / "docs/articles/more.md").write_text(SLIP, encoding="utf-8")
    words = ("--root", str(base), "--root", str(over))

    monkeypatch.chdir(tmp_path)
    above = check(*words, "--format", "sarif")
    annotated = check(*words, "--format", "github")
    monkeypatch.chdir(over)
    inside = check(*words, "--format", "sarif")
    monkeypatch.chdir(PROJECT)
    outside = check(*words, "--format", "sarif")

    here = {"base/docs/articles/slip.md", "over/docs/articles/more.md"}
    assert places(sarif(above)) == {(path, "%SRCROOT%") for path in here}
    assert {line.split("file=")[1].split(",")[0] for line in annotated.out.splitlines()} == here
    assert places(sarif(inside)) == {
        ("docs/articles/slip.md", "ROOT"),
        ("docs/articles/more.md", "%SRCROOT%"),
    }
    assert places(sarif(outside)) == {
        ("docs/articles/slip.md", "ROOT"),
        ("docs/articles/more.md", "OVERLAY1"),
    }


def test_annotations_are_one_line_each_whatever_a_message_holds(check: Run, tmp_path: Path) -> None:
    odd = ARTICLE.replace("[india]", '["in:dia, 50%\\n::error::x"]')
    place = root(
        tmp_path, **{"docs/articles/a,b:c.md": odd} if os.name != "nt" else {"docs/articles/a,b.md": odd}
    )

    lines = check("--root", str(place), "--format", "github").out.splitlines()

    assert lines
    assert all(ANNOTATION.fullmatch(line) for line in lines), lines


def test_advice_is_asked_for_and_stops_nothing(check: Run, tmp_path: Path) -> None:
    text = ARTICLE.replace("They met", "On 2 October 2025, they met Narendra Modi")
    place = root(tmp_path, **{"docs/articles/talks.md": text})

    without = check("--root", str(place), "--format", "json")
    asked = check("--root", str(place), "--format", "json", "--prose")

    assert (without.code, without.problems) == (0, [])
    assert (asked.code, [code for _, code in asked.problems]) == (0, ["B623", "B621"])


CASES = sorted(
    path for path in (PROJECT / "tests/cases/problems").glob("*.txt") if path.name[:4] in fixes.RULES
)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_mended_in_a_case_passes_and_nothing_new_is_wrong(path: Path, tmp_path: Path) -> None:
    place = case.read(path).write(tmp_path)
    before = checked(place)

    found = mending.propose(before, lambda file: True)
    mending.write(before, found.mended)
    after = checked(place)

    told = {code for one in found.mended for code in one.what if code in RULES}
    was_readable = all(one.was_readable for one in found.mended)
    assert not was_readable or not faults(after.problems) - faults(before.problems)
    assert all(count(after, code) < count(before, code) for code in told)
    assert mending.propose(after, lambda file: True).mended == ()


def checked(place: Path) -> Checked:
    return assemble.check(place, today=date(2025, 12, 1))


def count(found: Checked, code: str) -> int:
    return sum(one.code == code for one in found.problems)


def test_the_schema_is_the_file_that_is_listed() -> None:
    file = PROJECT / "tests/schemas/sarif-2.1.0-rtm.5.json"

    digest = hashlib.sha256(file.read_bytes()).hexdigest()

    assert f"`{digest}`" in file.with_name("README.md").read_text(encoding="utf-8")
