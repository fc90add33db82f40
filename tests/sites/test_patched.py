"""What has not changed is not made again, and the site is that of a clean build all the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing.edge.builds.building import Build
from edited import touch, words, write
from rebuilt import LOOK, built

pytestmark = pytest.mark.site


def test_a_text_that_nobody_else_shows_is_a_patch(tmp_path: Path, kept: Path, patches: list[bool]) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    for number in range(3):
        path = root / "docs/articles/a1.md"
        path.write_text(
            path.read_text(encoding="utf-8") + f"\nAnd {number} more harbours.\n", encoding="utf-8"
        )
        _, site = built(root, out, preview=False)
        _, clean = built(root, tmp_path / f"clean{number}", preview=False)

        assert site == clean
        assert f"And {number} more harbours" in (out / "articles/a1/index.html").read_text(encoding="utf-8")

    assert patches == [True] * 3


def test_so_is_that_of_a_brief(tmp_path: Path, kept: Path, patches: list[bool]) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    path = root / "briefs/b8.md"
    more = "\n## More\n\nHarbours, and [a link](https://example.org/x).[^2]\n\n[^2]: A note.\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")

    assert built(root, out, preview=False) == built(root, tmp_path / "clean", preview=False)
    assert patches == [True]


def test_a_heading_that_another_text_links_to_is_missed(
    tmp_path: Path, kept: Path, patches: list[bool]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    first, second = (root / f"docs/articles/a{number}.md" for number in (1, 2))
    first.write_text(first.read_text(encoding="utf-8") + "\nSee [it](a2.md#after).\n", encoding="utf-8")
    told = []
    built(root, out, preview=False)
    text = second.read_text(encoding="utf-8")
    for number, now in enumerate(
        (f"{text}\nTides.\n", text.replace("## After", "## Behind"), f"{text}\nHigh tides.\n")
    ):
        second.write_text(now, encoding="utf-8")
        problems, site = built(root, out, preview=False)

        assert (problems, site) == built(root, tmp_path / f"clean{number}", preview=False)
        told.append(any("`#after` is no place" in problem for problem in problems))

    assert told == [False, True, False]
    assert patches == [True, False, False]


def test_a_draft_with_warnings_is_a_patch_in_the_preview(
    tmp_path: Path, kept: Path, patches: list[bool]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    draft = root / "docs/articles/a1.md"
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("authors:", "status: draft\nauthors:"), "utf-8"
    )
    matter = draft.read_text(encoding="utf-8").rpartition("---\n")[0] + "---\n"
    draft.write_text(f"{matter}Write: the account.\n", encoding="utf-8")
    first, _ = built(root, out, preview=True)
    for number, said in enumerate(("Talks.\n\nWrite: the rest.\n", "Talks.\n", "See [more](gone.md).\n")):
        draft.write_text(f"{matter}{said}", encoding="utf-8")
        problems, site = built(root, out, preview=True)

        assert (problems, site) == built(root, tmp_path / f"clean{number}", preview=True)
        assert problems != first

    assert patches == [True] * 3


@pytest.mark.parametrize("chosen", ["3", "7"])
def test_another_look_asks_nothing_of_content(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    before = built(root, out, preview=False)
    (tmp_path / LOOK).write_text(chosen, encoding="utf-8")
    with monkeypatch.context() as closed:
        closed.setattr(Build, "whole", property(lambda build: pytest.fail("the whole was built")))
        redrawn = built(root, out, preview=False)
        words(root, random.Random(5))
        after = built(root, out, preview=False)

    assert redrawn == before
    assert after == built(root, tmp_path / "clean", preview=False) != before


def test_nothing_is_written_where_nothing_has_changed(
    tmp_path: Path, kept: Path, patches: list[bool]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    before = {path: path.stat() for path in out.rglob("*")}
    touch(root, random.Random(0))
    built(root, out, preview=False)

    assert patches == [True]
    assert {path: path.stat().st_ino for path in out.rglob("*")} == {
        path: known.st_ino for path, known in before.items()
    }
    assert {path.stat().st_mtime_ns for path in before} == {known.st_mtime_ns for known in before.values()}


def test_what_is_kept_is_written_anew_only_where_it_is_another(tmp_path: Path, kept: Path) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    (state,) = kept.glob("builds/*/state")
    first = state.stat()

    built(root, out, preview=False)
    second = state.stat()
    touch(root, random.Random(0))
    built(root, out, preview=False)

    assert first.st_ino == second.st_ino != state.stat().st_ino
    assert first.st_mtime_ns < second.st_mtime_ns, "what was used last is given up last"
