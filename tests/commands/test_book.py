"""What `book.py` says where there is no book to make."""

from __future__ import annotations

from pathlib import Path

import pytest

import printed
import site_builds
from briefing.edge.delivery import browser

NOWHERE = {"BRIEFING_CHROMIUM": "nowhere"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return printed.write(tmp_path / "root")


def test_without_a_browser_it_says_what_to_do_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"

    done = site_builds.run("book", "--root", str(root), "harbour", "--out", str(out), **NOWHERE)

    assert done.returncode == 2
    assert "BRIEFING_CHROMIUM" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["root"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say which briefs"),
        (("harbour", "--out", "book.txt"), "let it end in .pdf"),
        (("harbour", "--from", "May"), "May is no day"),
        (("harbour", "--out", "nowhere/book.pdf"), "there is no folder"),
    ],
)
def test_wrong_use_is_told(root: Path, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    asked = words if "--out" in words else (*words, "--out", str(tmp_path / "book.pdf"))

    done = site_builds.run("book", "--root", str(root), *asked, **NOWHERE)

    assert (done.returncode, said in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("secret",), "there is no brief secret for partners readers"),
        (("--actor", "nobody"), "there is no actor nobody for partners readers"),
        (("--to", "2020-01-01"), "no brief for partners readers is as described"),
    ],
)
def test_what_an_audience_has_not_is_not_told_apart_from_what_there_is_not(
    root: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    stand_in = tmp_path / "browser"
    stand_in.touch()
    out = ("--audience", "partners", "--out", str(tmp_path / "book.pdf"))

    done = site_builds.run("book", "--root", str(root), *words, *out, BRIEFING_CHROMIUM=str(stand_in))

    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "book.pdf").exists()


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="the stand-in for a browser is a shell script")
def test_a_browser_that_prints_nothing_is_told_and_the_old_book_stands(root: Path, tmp_path: Path) -> None:
    stand_in, out = tmp_path / "browser", tmp_path / "book.pdf"
    stand_in.write_text("#!/bin/sh\necho no display >&2\n", encoding="utf-8")
    stand_in.chmod(0o755)
    out.write_bytes(b"the old one")

    done = site_builds.run(
        "book", "--root", str(root), "harbour", "--out", str(out), BRIEFING_CHROMIUM=str(stand_in)
    )

    assert (done.returncode, "browser made no PDF: no display" in done.stderr) == (2, True), done.stderr
    assert out.read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.pdf", "browser", "root"]


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="the stand-in for a browser is a shell script")
def test_what_a_killed_book_leaves_goes_with_the_next(root: Path, tmp_path: Path) -> None:
    stand_in, out = tmp_path / "browser", tmp_path / "book.pdf"
    stand_in.write_text("#!/bin/sh\nkill -9 $PPID\n", encoding="utf-8")
    stand_in.chmod(0o755)
    words = ("book", "--root", str(root), "harbour", "--out", str(out))
    killed = site_builds.run(*words, BRIEFING_CHROMIUM=str(stand_in))
    assert killed.returncode == -9, killed.stderr
    assert len(list(tmp_path.iterdir())) == 3
    stand_in.write_text("#!/bin/sh\necho no display >&2\n", encoding="utf-8")

    site_builds.run(*words, BRIEFING_CHROMIUM=str(stand_in))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["browser", "root"]


def test_the_remedy_names_what_to_install() -> None:
    assert "131" in browser.REMEDY
