"""`check.py --changed`: what a branch brings, in other files too, and nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefing.edge.content import past
from checking import ARTICLE, SLIP, Run, committed, git, needs_git, root


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
