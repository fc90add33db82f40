"""What reading front matter gives: a tree that knows its places, or the one thing that stops it."""

from __future__ import annotations

import pytest

from briefing.model.fields import Scalar, Tag
from briefing.model.source import Place, Source, SrcUri
from briefing.parse import documents, frontmatter

URI = SrcUri("docs/articles/talks.md")


def read(text: str) -> tuple[documents.Parsed | None, list[str]]:
    parsed, problems = documents.read(Source(URI, text))
    return parsed, [f"{one.line}:{one.column} {one.code}" for one in problems]


def refused(matter: str) -> str:
    """The problem of a front matter that cannot be read, and what to do."""
    parsed, problems = documents.read(Source(URI, f"---\n{matter}\n---\n"))
    assert parsed is None
    return f"{problems[-1].code} {problems[-1].remedy}"


def test_every_key_and_entry_knows_its_place() -> None:
    parsed, _ = read("---\ntitle: Talks\nevents:\n  - {date: 2025, title: Day one}\n---\nThey met.\n")

    assert parsed
    assert parsed.tree.places["title",] == Place(2, 1)
    assert parsed.tree.places["events", 0] == Place(4, 5)
    assert parsed.tree.places["events", 0, "title"] == Place(4, 18)
    assert parsed.tree.places["events", 0, "place"] == Place(4, 5)


def test_a_body_keeps_every_character_and_knows_its_line() -> None:
    parsed, _ = read("---\ntitle: Talks\n---\n\n    code\n\n---\n")

    assert parsed
    assert parsed.body == "\n    code\n\n---\n"
    assert parsed.body_line == 4


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("no", Tag.FLAG),
        ("NO", Tag.FLAG),
        ("1984", Tag.NUMBER),
        ("12:30", Tag.NUMBER),
        ("2025-11-03", Tag.DAY),
        ("~", Tag.NOTHING),
        ("", Tag.NOTHING),
        ("'no'", Tag.TEXT),
        ("Norway", Tag.TEXT),
    ],
)
def test_what_yaml_would_guess_is_noted_and_the_text_kept(written: str, tag: Tag) -> None:
    parsed, _ = read(f"---\ntitle: {written}\n---\n")

    assert parsed
    assert parsed.tree.data["title"] == Scalar(written.strip("'"), tag)


def test_a_key_that_stands_twice_keeps_its_first_value() -> None:
    parsed, problems = read("---\ntitle: One\ntitle: Two\n---\n")

    assert parsed
    assert parsed.tree.data["title"] == Scalar("One")
    assert problems == ["3:1 B106"]


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("title: India: the framework", 'B114 put the title in quotes: title: "India: the framework"'),
        ('title: "Talks" begin', "B105 put the whole value in quotes: YAML takes its first sign for its own"),
        (
            "title: [Update] talks",
            "B105 put the whole value in quotes: YAML takes its first sign for its own",
        ),
        ("title: *urgent*", "B105 put the whole value in quotes: YAML takes its first sign for its own"),
        ("title: @desk", "B105 put the value in quotes: YAML keeps @, `, % and tabs for itself"),
        ("topics:\n\t- trade", "B105 indent with spaces: YAML takes no tabs there"),
        ("title: &a Talks", "B107 write the value out"),
        ("title: !!str Talks", "B107 write the value out"),
        ("<<: {a: b}", "B107 write the value out"),
        ("- title: Talks", "B108 write `key: value` lines between the two `---`"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(matter: str, told: str) -> None:
    assert refused(matter) == told


def test_front_matter_ends_at_dots_too() -> None:
    parsed, problems = read("---\ntitle: Talks\n...\nThey met.\n")

    assert parsed
    assert parsed.body == "They met.\n"
    assert problems == []


def test_an_invisible_character_is_told_where_it_stands_and_left_out_of_values() -> None:
    parsed, problems = read("---\ntitle: Ta\u202elks\n---\nThey\u200b met.\n")

    assert parsed
    assert parsed.tree.data["title"] == Scalar("Talks")
    assert problems == ["2:1 B112", "4:5 B112"]


def test_blank_lines_before_the_front_matter_do_not_move_places() -> None:
    split = frontmatter.StrictHandler().split("\n\n---\ntitle: Talks\n---\nThey met.\n")

    assert (split.matter_line, split.body_line) == (4, 6)


@pytest.mark.parametrize(
    ("uri", "is_document", "is_misnamed"),
    [
        ("docs/articles/2025/11/talks.md", True, False),
        ("briefs/harbour.md", True, False),
        ("docs/about/likelihood.md", True, False),
        ("docs/index.md", True, False),
        ("docs/decisions/0001.md", False, False),
        ("docs/notes.md", False, False),
        ("articles/talks.md", False, False),
        ("docs/articles/talks.MD", False, True),
        ("briefs/harbour.markdown", False, True),
        ("docs/notes.MD", False, False),
        ("docs/articles/map.png", False, False),
    ],
)
def test_the_folder_decides_what_is_a_document(uri: str, *, is_document: bool, is_misnamed: bool) -> None:
    assert documents.is_ours(SrcUri(uri)) is is_document
    assert documents.is_misnamed(SrcUri(uri)) is is_misnamed
