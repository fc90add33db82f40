"""The proof that nothing leaks: it holds, notices every breakage of the release stage, says what it did."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from types import GenericAlias
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import Field, create_model

import _proof_canaries as canaries
import _proof_openings as openings
import _proof_real as real
import _proof_sites as sites
import breakages
import prove
import site_builds
from _proof_canaries import EVERY_MODEL, Planted
from _proof_changes import change
from _proof_contents import content
from _proof_interference import Trial
from _proof_papers import paper, picture
from _proof_report import difference
from _proof_search import Search
from _proof_sites import Press
from _proof_visible import view, visible, without_sections
from _proof_words import Canaries, Watch
from briefing.edge.mkdocs import for_disk
from briefing.edge.tool import TOOL
from briefing.model.documents import Article
from briefing.model.fields import Prose
from briefing.model.marking import Audience, Marking
from briefing.model.parts import Event
from briefing.model.settings import Settings
from briefing.pages import paper_file
from briefing.pages.paper import Document
from briefing.parse import sections

SETTINGS = Settings()
PUBLIC, PARTNERS, INTERNAL = SETTINGS.audiences
ENOUGH = 60
"""Random contents in which each breakage shows."""


@pytest.fixture(scope="module")
def planted() -> Planted:
    return canaries.plant()


@pytest.fixture(scope="module")
def press() -> Press:
    return Press.of(SETTINGS)


def trial(press: Press, tries: int = 40) -> Trial:
    return Trial(press, seed=1, tries=tries)


def silent(text: str) -> None:
    """Says nothing of progress."""


def test_random_changes_above_the_marking_change_nothing_below(press: Press) -> None:
    steps = trial(press).contents(10, SETTINGS.audiences, silent)

    assert [step.leaks for step in steps] == [[], [], []]
    assert all(step.numbers["contents"] == 10 for step in steps)
    assert all(step.numbers["changes"] > 20 for step in steps)


def test_a_word_in_every_field_is_seen_by_those_alone_who_may(press: Press, planted: Planted) -> None:
    steps = Canaries(press, planted).pure(SETTINGS.audiences)

    assert [step.leaks for step in steps] == [[], [], []]
    assert all(step.numbers["of_them_found"] > 200 for step in steps)


@pytest.mark.site
def test_what_the_build_writes_tells_nothing_either(press: Press) -> None:
    steps = [
        *trial(press).builds(1, SETTINGS.audiences, silent),
        *Canaries(press, canaries.plant()).built(SETTINGS.audiences, silent),
    ]

    assert [step.leaks for step in steps] == [[]] * 6


@pytest.mark.site
def test_a_word_in_a_bundle_alone_is_found(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    planted, real = canaries.plant(), for_disk.settle
    above = next(word for word in planted.places if word.startswith("zq3"))

    def settle(site: Path) -> None:
        real(site)
        (site / "more.js").write_text(above, encoding="utf-8")

    monkeypatch.setattr(for_disk, "settle", settle)

    (step,) = Canaries(press, planted).built([PUBLIC], silent)

    assert [leak.file for leak in step.leaks] == [f"{sites.BUNDLED}more.js"]


@pytest.mark.browser
@pytest.mark.site
def test_a_word_in_a_paper_alone_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    planted, real = canaries.plant(), paper_file.settle
    above = next(word for word in planted.places if word.startswith("zq3"))

    def settle(data: bytes, document: Document, today: date) -> bytes:
        return real(data, replace(document, title=above), today)

    monkeypatch.setattr(paper_file, "settle", settle)

    (step,) = Canaries(Press.of(SETTINGS, papers=True), planted).built([PUBLIC], silent)

    assert step.leaks
    assert all(leak.file.endswith(".pdf") for leak in step.leaks)


@pytest.mark.long
def test_a_thousand_contents_and_twenty_builds_tell_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    proven = prove.main(["--contents", "1000", "--builds", "20"]) == 0

    assert proven, capsys.readouterr().out


@pytest.mark.parametrize("breakage", breakages.ALL, ids=lambda one: one.__name__)
def test_a_broken_release_is_noticed(
    press: Press, breakage: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    breakage(monkeypatch)

    step = trial(press, tries=0).contents(ENOUGH, [PUBLIC], silent)[0]

    assert step.leaks


@pytest.mark.parametrize("breakage", breakages.OF_WORDS, ids=lambda one: one.__name__)
def test_what_a_broken_release_lets_through_is_found_by_its_words(
    press: Press,
    planted: Planted,
    breakage: Callable[[pytest.MonkeyPatch], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    breakage(monkeypatch)

    step = Canaries(press, planted).pure([PUBLIC])[0]

    assert any(canaries.WORD.match(leak.what.encode()) for leak in step.leaks)


@pytest.mark.long
def test_a_failing_case_is_made_small(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    breakages.drafts(monkeypatch)

    leak = Trial(press, seed=1).contents(ENOUGH, [PUBLIC], silent)[0].leaks[0]

    case = leak.case[leak.case.index("the smallest case found:") + 1 :]
    assert sum(line.endswith((":", "before:", "after:")) and line[0] != "|" for line in case) <= 4
    assert "| (not there)" in case or "| status: draft" in case


def test_the_same_seed_makes_the_same_contents_and_changes() -> None:
    def made(seed: int) -> object:
        root, writer = content(Random(f"{seed}"), orderly=True)
        after, said = change(root, writer, PUBLIC, Marking.AMBER)
        return root.all(), after.all(), said

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_every_way_to_change_a_content_is_taken() -> None:
    said: list[str] = []
    for number in range(60):
        root, writer = content(Random(f"{number}"), orderly=True)
        said += change(root, writer, PUBLIC, Marking.AMBER)[1]

    deeds = (
        ": added", ": removed", ": written anew", ": so named", ": marked so", ": `events` with",
        ": `sources` with", ": `judgements` with", ": `gone` with", ": its text with",
        "without its sections",
        ": now holds", "the author", "in an overlay",
    )  # fmt: skip
    assert [deed for deed in deeds if not any(deed in one for one in said)] == []


def test_a_new_field_gets_a_word_without_a_thought() -> None:
    more = create_model("More", __base__=Article, aside=(Prose | None, Field(default=None)))
    said = create_model("Said", __base__=Event, weather=(Prose | None, Field(default=None)))
    several: Any = GenericAlias(tuple, (said, ...))
    told = create_model("Told", __base__=Article, episodes=(several, Field(default=())))

    fields = set(canaries.plant(models={**EVERY_MODEL, "articles": more}).places.values())
    nested = set(canaries.plant(models={**EVERY_MODEL, "articles": told}).places.values())

    assert "articles.aside" in fields
    assert "articles.episodes.weather" in nested


def test_a_word_that_should_be_seen_and_is_not_is_told() -> None:
    planted = canaries.plant(levels=[0])

    step = Watch(planted).step("nothing", PUBLIC, {"index.html": b""})

    assert step.leaks
    assert "may be seen and was not found" in step.leaks[0].what


def zipped(word: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", word)
    return written.getvalue()


HIDING: Mapping[str, bytes] = {
    "as it stands": b"of zq2x10 say",
    "in capitals": b"ZQ2X10",
    "in character references": b"&#122;q&#x32;x10",
    "in an address": b"%7Aq2x10",
    "in JSON": b'"\\u007aq2x10"',
    "in JavaScript": b"'\\x7aq2x10'",
    "in UTF-16": "zq2x10".encode("utf-16"),
    "in UTF-32": "zq2x10".encode("utf-32"),
    "in wide letters": "\uff5a\uff51\uff12\uff58\uff11\uff10".encode(),
    "in base64": base64.b64encode(b"This tells of zq2x10 here"),
    "in base64 within a word": b"abc" + base64.b64encode(b"This tells of zq2x10 here"),
    "in base64 for addresses": base64.urlsafe_b64encode(b"\xff\xfe\xff This tells of zq2x10"),
    "in gzip": gzip.compress(b"zq2x10"),
    "in bzip2": bz2.compress(b"zq2x10"),
    "in xz": lzma.compress(b"zq2x10"),
    "in the second part of gzip": gzip.compress(b"a") + gzip.compress(b"zq2x10"),
    "in a zip": zipped(b"zq2x10"),
    "in a zip in a zip": zipped(zipped(b"zq2x10")),
    "shown in a PDF": paper("zq2x10"),
    "noted in a PDF": paper("a", "zq2x10"),
    "in a PDF in a zip": zipped(paper("zq2x10")),
    "in the greys of a picture": picture("zq2x10"),
    "noted in a picture": picture("a", "zq2x10"),
}  # fmt: skip


@pytest.mark.parametrize("way", HIDING)
def test_a_word_is_found_however_it_is_written(way: str) -> None:
    found = Search(canaries.WORD).within(HIDING[way])

    assert [hit.word for hit in found] == ["zq2x10"]


def test_a_word_is_found_in_the_name_of_a_file() -> None:
    site = {"actors/zq2x10/index.html": b""}

    assert [name for name, _ in Search(canaries.WORD).site(site)] == ["actors/zq2x10/index.html"]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 and no more", b"PK\x03\x04 and no more", b"\x1f\x8b\x08", b"BZh9 no"]
)
def test_a_broken_file_is_searched_as_it_stands(data: bytes) -> None:
    assert next(iter(openings.openings(data))) == ("", data)
    assert Search(canaries.WORD).within(data + b" zq2x10")


def test_sites_are_held_against_each_other_by_name_bytes_and_order() -> None:
    site = {"a": b"one", "b": b"two"}

    assert difference(site, dict(site)) is None
    assert [
        (leak.file, leak.offset)
        for other in ({"a": b"one"}, {"a": b"one", "b": b"tw"}, {"b": b"two", "a": b"one"})
        if (leak := difference(site, other))
    ] == [("b", 0), ("b", 2), ("a", 0)]


BODY = """Seen.

::: TLP:GREEN

Shared.

::: TLP:AMBER

Kept.

:::

:::

```text
::: TLP:AMBER
```

End.
"""


@pytest.mark.parametrize(
    ("audience", "left", "cut"),
    [
        (PUBLIC, "Seen.\n\n```text\n::: TLP:AMBER\n```\n\nEnd.\n", 1),
        (PARTNERS, BODY.replace("::: TLP:AMBER\n\nKept.\n\n:::\n\n", ""), 1),
        (INTERNAL, BODY, 0),
    ],
)
def test_the_cutter_takes_out_sections_that_are_for_others(audience: Audience, left: str, cut: int) -> None:
    assert without_sections(BODY, audience) == (left, cut)


def section(label: str, held: Sequence[str]) -> str:
    return "\n".join([f"::: {label}", *held, ":::"])


PARTS = st.recursive(
    st.sampled_from(["", " ", "Seen."]),
    lambda held: st.builds(section, st.sampled_from(["TLP:GREEN", "TLP:AMBER"]), st.lists(held, max_size=3)),
    max_leaves=10,
)


@settings(deadline=None)
@given(st.lists(PARTS))
@example(["", "Seen.", section("TLP:AMBER", ["Kept."])])
@example(["", section("TLP:AMBER", ["Kept."]), "", "Seen."])
def test_the_cutter_and_the_release_stage_leave_the_same_of_a_body(parts: list[str]) -> None:
    body = "\n".join(parts)
    whole = sections.read(body)

    for audience in SETTINGS.audiences:
        left = whole.cut(audience.highest).body if whole.hides_from(audience.highest) else body
        assert without_sections(body, audience)[0] == left


def test_the_cutter_takes_out_documents_parts_and_their_files() -> None:
    files = {
        "docs/articles/open.md": b"---\nmarking: TLP:CLEAR\nsources:\n- title: A\n"
        b"- {title: B, marking: TLP:GREEN}\n---\n",
        "docs/articles/own.md": b"---\ntitle: Own\n---\n[Annex](annex.pdf)\n",
        "docs/articles/draft.md": b"---\nmarking: TLP:CLEAR\nstatus: draft\n---\n",
        "docs/articles/annex.pdf": b"",
    }

    seen = view(files, PUBLIC, lambda _: Marking.AMBER)

    assert list(seen.files) == ["docs/articles/open.md"]
    assert b"title: A" in seen.files["docs/articles/open.md"]
    assert b"title: B" not in seen.files["docs/articles/open.md"]
    assert (seen.documents_out, seen.parts_out) == (2, 1)


ROOT: Mapping[str, str] = {
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/falcon.md": "---\nname: Falcon Group\ntype: group\nmarking: TLP:AMBER\n---\n",
    "docs/articles/open.md": """---
title: Open talks
summary: They met.
date: 2025-11-03
topics: [trade]
marking: TLP:CLEAR
sources: [{title: A statement}, {title: A cable, marking: TLP:GREEN}]
---
They met.
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in ROOT.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def asked(root: Path, *more: str) -> Sequence[str]:
    return ("--root", str(root), "--contents", "1", "--builds", "0", *more)


def test_the_command_says_what_it_did(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove.main(asked(root, "--seed", "7")) == 0

    said = capsys.readouterr().out
    assert "seed 7" in said
    assert all(f"{one.name}:" in said for one in SETTINGS.audiences)
    assert "1 documents cut out, 1 parts cut out" in said
    assert said.splitlines()[-1] == "Proven: every step holds."


def test_the_command_says_it_to_programs_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove.main(asked(root, "--audience", "public", "--format", "json")) == 0

    said = json.loads(capsys.readouterr().out)
    assert said["proven"] is True
    assert {step["audience"] for step in said["steps"]} == {"public"}


def test_a_leak_of_the_content_itself_is_told_with_its_place(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    breakages.sources_above(monkeypatch)

    assert prove.main(asked(root, "--audience", "public", "--contents", "0")) == 1

    said = capsys.readouterr().out
    assert "FAILS: this content" in said
    assert "articles/open/index.html, byte" in said
    assert said.splitlines()[-1].startswith("NOT PROVEN")


def test_content_with_errors_proves_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs/articles/broken.md").write_text("---\ntitle: no\n---\n", encoding="utf-8")

    assert prove.main(asked(root)) == 1
    assert "Nothing was proven" in capsys.readouterr().err


def test_an_audience_that_is_not_there_is_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        prove.main(asked(root, "--audience", "martians"))

    assert ended.value.code == 2
    assert "there are: public, partners, internal" in capsys.readouterr().err


def test_the_command_runs_as_people_run_it(root: Path) -> None:
    done = site_builds.run("prove", *asked(root, "--audience", "public"))

    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Proven: every step holds.\n")


def test_an_overlay_of_real_content_leaves_nothing_behind(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    over = tmp_path_factory.mktemp("over")
    (over / "docs/actors").mkdir(parents=True)
    (root / "docs/actors/falcon.md").rename(over / "docs/actors/falcon.md")
    (root / "mkdocs.yml").write_text("site_name: Kestrel\n")
    (over / "mkdocs.yml").write_text("extra: {briefing: {marking: TLP:AMBER}}\n")

    assert prove.main(asked(root, "--root", str(over), "--audience", "public")) == 0
    base, above = (real.layer(folder, Marking.AMBER) for folder in (root, over))
    (step, _) = real.prove([base, above], PUBLIC, sites.assembled)
    assert step.numbers["documents_cut_out"] == 1


def test_the_dossier_is_read_without_the_settings_of_the_tool() -> None:
    layer = real.layer(TOOL, Marking.AMBER)

    assert "mkdocs.yml" not in layer.files
    assert not any(part.startswith(".") for path in layer.files for part in path.split("/"))
    assert visible(layer.files, PUBLIC, Marking.AMBER).keys() & {"docs/index.md"}
