"""`check.py --fix`: what has one right answer is mended, shown before, and written all or none."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import case
from briefing.edge.authors import mending, replacing
from briefing.edge.authors.replacing import Changed, Replacement
from briefing.edge.content import assemble
from briefing.edge.content.assemble import Checked
from briefing.model.codes import RULES
from briefing.rewrite import fixes
from briefing.rewrite.fixes_view import faults
from checking import ARTICLE, SLIP, TODAY, Run, root
from site_builds import PROJECT


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
