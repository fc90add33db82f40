"""Real wire texts with what people read in them, where these lie beside the project."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.convert.markdown import Converter
from briefing.model.marking import Marking
from briefing.wire import document, draft, encoding
from briefing.wire.draft import Draft
from briefing.wire.escape import escape
from briefing.wire.names import Known

CORPORA = Path(__file__).resolve().parents[3] / "shared/corpora"
WIRE, NASTY = CORPORA / "wire", CORPORA / "nasty/import"
EXTENSIONS = (
    "abbr",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.betterem",
)

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason="no shared/corpora beside the project")


def rows(name: str) -> Iterator[dict[str, Any]]:
    with (WIRE / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def imported(path: Path, filed: date | None = None) -> Draft:
    return draft.read(encoding.decode(path.read_bytes()).text, Known(), filed)


def bare(text: str | None) -> str | None:
    return text and " ".join(text.split())


def test_title_place_date_and_paragraphs_are_those_that_people_read() -> None:
    wrong, counted, miscounted = [], 0, []
    expected = list(rows("plain-expected.jsonl"))
    for row in expected:
        found = imported(WIRE / row["file"])
        day = found.day.isoformat() if found.day else None
        if (bare(found.title), found.place, day) != (bare(row["title"]), row["place"], row["date"]):
            wrong.append(row["file"])
        if row["paragraphs"]:
            counted += 1
            miscounted += [row["file"]] if len(found.paragraphs) != row["paragraphs"] else []
        assert found.byline == row["byline"]

    assert len(wrong) <= 0.05 * len(expected), wrong
    assert len(miscounted) <= 0.05 * counted, miscounted


def test_no_year_is_invented() -> None:
    for row in rows("plain-expected.jsonl"):
        for filed in (None, date(2020, 6, 30)):
            found = imported(WIRE / row["file"], filed)
            assert found.day is None or found.day.isoformat() == row["date"] or found.day_is_assumed


@pytest.mark.parametrize("name", ["senate-pr.jsonl", "wikinews-gum.jsonl"])
def test_every_text_gives_a_draft(name: str) -> None:
    for row in rows(name):
        for text in (row["body"], f"{row['title']}\n{row['dateline']}\n\n{row['body']}"):
            found = draft.read(text, Known(), date(2020, 6, 30))
            assert found.paragraphs
            assert document.write(found, Marking.CLEAR, with_text=True).startswith("---\n")


def test_signs_that_markdown_reads_survive() -> None:
    converter = Converter(EXTENSIONS, {})
    for row in list(rows("senate-pr.jsonl"))[::4]:
        for paragraph in draft.read(row["body"], Known()).paragraphs:
            assert converter.convert(escape(paragraph)).text.strip() == paragraph


def test_random_bytes_are_refused_or_read() -> None:
    chance = random.Random(1)
    for _ in range(200):
        data = chance.randbytes(chance.randrange(400))
        try:
            draft.read(encoding.decode(data).text, Known(), date.max)
        except ValueError as said:
            assert str(said)


@pytest.mark.parametrize(
    ("name", "title", "encoded", "day"),
    [
        ("bom.txt", "Ministers ink framework pact", "utf-8", date(2025, 11, 1)),
        ("cp1252-quotes.txt", "Ministers “ink” pact", "windows-1252", date(2025, 11, 1)),
        ("latin1.txt", "Côte summit ends", "latin-1", date(2025, 11, 1)),
        ("utf16.txt", "Ministers ink", "utf-16", date(2025, 11, 1)),
        ("new-year.txt", "Year-end review", "utf-8", date(2025, 12, 31)),
        ("yaml-in-title.txt", 'Analysis: "pact" # not a comment: {x}', "utf-8", date(2025, 11, 1)),
        ("promo-tail.txt", "Ministers ink framework pact", "utf-8", date(2025, 11, 1)),
    ],
)
def test_nasty_texts_are_read(name: str, title: str, encoded: str, day: date) -> None:
    decoded = encoding.decode((NASTY / name).read_bytes())

    found = draft.read(decoded.text, Known(), date(2026, 1, 1))

    assert (found.title, decoded.encoding, found.day, found.day_is_assumed) == (title, encoded, day, True)
    assert len(found.paragraphs) == 2
    assert len(found.removed) == (2 if name == "promo-tail.txt" else 0)
