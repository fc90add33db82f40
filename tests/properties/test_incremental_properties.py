"""A site that was built again and again is, byte for byte, the one that a clean build gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import site_builds
from briefing.edge import last_build, memory, retouch, stamps
from briefing.edge.building import Build, CannotBuild
from briefing.edge.last_build import Asked, Look, MadeBy
from briefing.edge.retouch import Patch
from briefing.edge.reuse import Reuse

pytestmark = pytest.mark.site

TODAY = date(2025, 12, 1)
ARTICLE = """\
---
title: "{title}"
summary: They met again.
date: 2025-11-0{day}
authors: [A. Writer]
topics: [trade]
marking: {marking}
events: [{{date: 2025-10-0{day}, title: "Talks {day}"}}]
sources: [{{title: Notes}}]
---
{body}
"""
BODIES = (
    "The talks went on.\n",
    "India met the United States. They spoke of trade.\n\n## What was said\n\nLittle that was new.\n",
    "India said nothing. See [[articles/a2]] and [a3](a3.md).\n\n## After\n\nTalks.\n\n## Then\n\nRest.\n",
    "A list:\n\n- one\n- two\n\nAnd a note.[^1]\n\n[^1]: Of little use.\n",
    "Falcon Group came.\n",
    "::: TLP:AMBER\nHarbour talks.\n:::\n\nThe rest is open.\n",
    "[[actors/nobody]] came.\n",
    "See [a chart](chart.csv).\n",
    "See [nothing](gone.md), and America.\n",
    "Write: the account.\n",
    "An \u202einvisible sign.\n",
    "",
)
OPEN: dict[str, str] = {
    "mkdocs.yml": "site_name: Desk\nextra: {briefing: {marking: 'TLP:CLEAR', audience: public}}\n",
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\n---\nA country.\n",
    "docs/actors/us.md": "---\nname: United States\ntype: country\naliases: [America]\n---\n",
    "docs/actors/falcon.md": "---\nname: Falcon Group\ntype: group\nmarking: TLP:AMBER\n---\n",
    "docs/articles/chart.csv": "a,b\n1,2\n",
    **{
        f"docs/articles/a{day}.md": ARTICLE.format(
            title=f"Talks {day}", day=day, marking="TLP:CLEAR", body=BODIES[day % 4]
        )
        for day in range(1, 7)
    },
    **{
        f"briefs/b{day}.md": ARTICLE.format(title="What next", day=day, marking="TLP:CLEAR", body=BODIES[1])
        for day in range(7, 10)
    },
}

LOOK = "look"
Step = Callable[[Path, random.Random], None]


def text(root: Path, chance: random.Random) -> None:
    """Another text for an article, or some words more."""
    path = an_article(root, chance)
    if path:
        matter = path.read_text(encoding="utf-8").rpartition("---\n")[0] + "---\n"
        path.write_text(matter + chance.choice(BODIES), encoding="utf-8")


def words(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        more = " ".join(chance.choices(["calm", "harbour", "tide", "Tuesday", "2031", "éclat"], k=9))
        path.write_text(path.read_text(encoding="utf-8") + f"\n{more}.\n", encoding="utf-8")


def title(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[1] = f'title: "Named {chance.randrange(99)}"\n'
        path.write_text("".join(lines), encoding="utf-8")


def marking(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        said = path.read_text(encoding="utf-8")
        old, new = chance.sample(["marking: TLP:CLEAR", "marking: TLP:AMBER"], 2)
        path.write_text(said.replace(old, new), encoding="utf-8")


def status(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        said = path.read_text(encoding="utf-8").replace("status: draft\n", "")
        new = said.replace("authors:", "status: draft\nauthors:") if chance.random() < 0.6 else said
        path.write_text(new, encoding="utf-8")


def rename(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        path.rename(path.with_name(f"n{chance.randrange(999)}.md"))


def delete(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        path.unlink()


def add(root: Path, chance: random.Random) -> None:
    said = ARTICLE.format(title="New", day=8, marking="TLP:CLEAR", body=chance.choice(BODIES))
    (root / f"docs/articles/x{chance.randrange(999)}.md").write_text(said, encoding="utf-8")


def alias(root: Path, chance: random.Random) -> None:
    name = chance.choice(["Bharat", "talks", "Delhi"])
    said = f"---\nname: India\ntype: country\naliases: [{name}]\n---\nA country.\n"
    (root / "docs/actors/india.md").write_text(said, encoding="utf-8")


def setting(root: Path, chance: random.Random) -> None:
    said = OPEN["mkdocs.yml"].replace("Desk", chance.choice(["Desk", "Other desk"]))
    (root / "mkdocs.yml").write_text(said, encoding="utf-8")


def attachment(root: Path, chance: random.Random) -> None:
    (root / "docs/articles/chart.csv").write_text(f"a,b\n{chance.randrange(99)},2\n", encoding="utf-8")


def touch(root: Path, chance: random.Random) -> None:
    for path in root.rglob("*.md"):
        path.touch()


def look(root: Path, chance: random.Random) -> None:
    """Another style or template, as far as builds can tell; `test_redraw.py` has real ones."""
    (root.parent / LOOK).write_text(f"{chance.randrange(9)}", encoding="utf-8")


EDITS: tuple[Step, ...] = (
    text, text, words, words, words, title, marking, status, rename, delete, add, alias, setting,
    attachment, touch, look, look,
)  # fmt: skip


def an_article(root: Path, chance: random.Random) -> Path | None:
    found = sorted((*(root / "docs/articles").glob("*.md"), *(root / "briefs").glob("*.md")))
    return chance.choice(found) if found else None


class Stopped(OSError):
    """A full disk, in the middle of a build."""


def stop(folder: Path) -> None:
    (folder / "index.html").unlink()
    raise Stopped


def spoil_site(site: Path, chance: random.Random) -> None:
    """Somebody changes a file of the site by hand."""
    (site / "feed.xml").write_text("changed", encoding="utf-8")


def spoil_kept(kept: Path, chance: random.Random) -> None:
    """A bit falls over in what the last build has left."""
    path = chance.choice(sorted(path for path in kept.rglob("*") if path.is_file()))
    data = bytearray(path.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1
        path.write_bytes(data)


def cut_kept(kept: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(path for path in kept.rglob("*") if path.is_file()))
    path.write_bytes(path.read_bytes()[: chance.randrange(200)])


def built(root: Path, out: Path, *, preview: bool) -> tuple[list[str], dict[str, str] | None]:
    """What a build says, and the site that it makes; nothing where it is stopped."""
    build = Build(root, (), out, None, TODAY, preview=preview)
    problems = [str(one) for one in build.problems]
    if build.is_stopped:
        return problems, None
    build.run(lambda folder: None)
    return problems, dict(site_builds.digests(out))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(last_build, "FOLDER", tmp_path / "kept" / "builds")
    monkeypatch.setattr(memory, "FOLDER", tmp_path / "kept" / "converted")
    monkeypatch.setattr(memory, "FEWEST", 1)
    monkeypatch.setattr(stamps, "COARSEST", 0)  # a build takes longer than a tick of the clock here
    monkeypatch.setattr(last_build, "made_by", by_look(last_build.made_by))
    return tmp_path / "kept"


def by_look(real: Callable[[Asked], MadeBy]) -> Callable[[Asked], MadeBy]:
    """What a site depends on, the look that `look` has chosen too."""

    def made_by(asked: Asked) -> MadeBy:
        by, chosen = real(asked), Path(asked.root).with_name(LOOK)
        frame = chosen.read_bytes() if chosen.exists() else b""
        bodies = frame if frame > b"4" else b""
        return by._replace(look=Look(by.look.bodies + bodies, by.look.frame + frame))

    return made_by


def write(root: Path) -> Path:
    for name, said in OPEN.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(said, encoding="utf-8")
    return root


def rounds(folder: Path, kept: Path, chance: random.Random, count: int, *, preview: bool) -> int:
    """Edit, spoil, stop, and hold each site against a clean one; how many there were."""
    root, out = write(folder / "root"), folder / "site"
    built(root, out, preview=preview)
    compared = 0
    for number in range(count):
        for edit in chance.choices(EDITS, k=chance.choice([1, 1, 1, 2])):
            edit(root, chance)
        fate = chance.random()
        if fate < 0.1:
            spoil_site(out, chance)
        elif fate < 0.2:
            spoil_kept(kept, chance)
        elif fate < 0.25:
            cut_kept(kept, chance)
        elif fate < 0.35:
            before = dict(site_builds.digests(out))
            stopped = Build(root, (), out, None, TODAY, preview=preview)
            if not stopped.is_stopped:
                with suppress(Stopped, CannotBuild):  # nothing is finished where nothing has changed
                    stopped.run(stop)
            assert dict(site_builds.digests(out)) == before, "a failed build leaves the last site"
        told, site = built(root, out, preview=preview)
        clean_told, clean = built(root, folder / f"clean{number}", preview=preview)
        assert told == clean_told
        assert site == clean, f"round {number}"
        compared += site is not None
    return compared


@pytest.mark.parametrize("preview", [False, True])
def test_any_edits_lead_to_the_site_of_a_clean_build(tmp_path: Path, kept: Path, preview: bool) -> None:
    assert rounds(tmp_path, kept, random.Random(7 + preview), 5, preview=preview) > 0


@pytest.mark.long
@settings(max_examples=20)
@given(seed=st.integers(0, 2**32))
def test_so_do_many_more(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("rounds")
        patch.setattr(last_build, "FOLDER", folder / "kept" / "builds")
        patch.setattr(memory, "FOLDER", folder / "kept" / "converted")
        patch.setattr(memory, "FEWEST", 1)
        patch.setattr(stamps, "COARSEST", 0)
        patch.setattr(last_build, "made_by", by_look(last_build.made_by))
        rounds(folder, folder / "kept", random.Random(seed), 12, preview=bool(seed % 2))


@pytest.fixture
def patches(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build was a patch."""
    found: list[bool] = []
    real = retouch.patch

    def noting(root: Path, site: Reuse) -> Patch | None:
        made = real(root, site)
        found.append(made is not None)
        return made

    monkeypatch.setattr(retouch, "patch", noting)
    return found


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


@pytest.mark.parametrize("name", [".left", ".left/behind", "actors/.left", "left/", "actors/left/"])
def test_what_lies_in_a_site_by_accident_is_not_in_the_next(tmp_path: Path, kept: Path, name: str) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    for number in range(4):  # each second build is laid out in the site before the last
        words(root, random.Random(3))
        built(root, out, preview=False)
        left = out / name
        if number == 0 and name.endswith("/"):
            left.mkdir()
        elif number == 0:
            left.parent.mkdir(exist_ok=True)
            left.write_text("left", encoding="utf-8")
        else:
            assert not left.exists(), f"build {number}"


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


def test_a_place_for_the_old_site_that_cannot_be_moved_is_done_without(
    tmp_path: Path, kept: Path, patches: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if "before" in (path.name, target.name):
            raise PermissionError
        return rename(path, target)

    for number in range(4):
        if number == 2:
            monkeypatch.setattr(Path, "rename", refuse)
        words(root, random.Random(number))
        assert built(root, out, preview=False) == built(root, tmp_path / f"clean{number}", preview=False)

    assert patches == [True] * 3


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
