"""What reading front matter gives: a tree that knows its places, or the one thing that stops it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import limits
from briefing.model.content import Path
from briefing.model.fields import Scalar, Tag
from briefing.model.source import Place, Source, SrcUri
from briefing.parse import characters, documents, filing, frontmatter, tree

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


def test_what_stands_twice_is_told_with_its_first_place_though_all_cannot_be_read() -> None:
    _, problems = documents.read(
        Source(URI, '---\nevents:\n  - title: One\n    title: Two\nnot: "open\n---\n')
    )

    assert [(one.line, one.code) for one in problems] == [(4, "B106"), (5, "B105")]
    assert problems[0].message == "`title` stands twice (first on line 3)"


KEYS = st.text("abc", min_size=1, max_size=2)
VALUES = st.recursive(
    st.just("x"), lambda inside: st.lists(inside) | st.dictionaries(KEYS, inside), max_leaves=12
)


@given(st.dictionaries(KEYS, VALUES, min_size=1), st.booleans())
def test_every_value_of_a_tree_has_its_own_place(matter: dict[str, object], flow: bool) -> None:
    written = yaml.safe_dump(matter, default_flow_style=flow, sort_keys=False)
    tree = frontmatter.read(Source(URI, f"---\n{written}---\n")).tree

    assert tree
    assert set(tree.places.of) == set(paths(matter))
    for path, (line, column) in tree.places.of.items():
        if path and isinstance(path[-1], str):
            assert written.split("\n")[line - 2][column - 1 :].startswith(path[-1])


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    for step, held in inside:
        yield from paths(held, (*path, step))


def test_what_must_not_be_published_cannot_be_printed() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))

    assert not any(sign.isprintable() for sign in characters.UNPUBLISHED.findall(everything))
    assert "\n" not in characters.UNPUBLISHED.findall(everything)


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("marking: TLP: AMBER", "B114 write marking: TLP:AMBER"),
        ("title: India: the framework", 'B114 put the title in quotes: title: "India: the framework"'),
        ("title: &a Talks", "B107 write the value out"),
        ("title: !!str Talks", "B107 write the value out"),
        ("<<: {a: b}", "B107 write the value out"),
        ("- title: Talks", "B108 write `key: value` lines between the two `---`"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(matter: str, told: str) -> None:
    assert refused(matter) == told


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ('title: "Talks" begin', """2:8 put all of it in quotes: title: '"Talks" begin'"""),
        ("title: 'India's view'", '2:8 put all of it in quotes: title: "India\'s view"'),
        ("title: [Update] talks", '2:8 put all of it in quotes: title: "[Update] talks"'),
        ("title: *urgent*", '2:8 put all of it in quotes: title: "*urgent*"'),
        ("title: @desk", '2:8 put all of it in quotes: title: "@desk"'),
        ("authors:\n  - %age", '3:5 put all of it in quotes: "%age"'),
        ('title: "Talks”\ndate: 2025-11-03', '2:8 put all of it in quotes: title: "Talks"'),
        ("title: 'Talks\ndate: 2025-11-03", '2:8 put all of it in quotes: title: "Talks"'),
        ('title: "C:\\desk"', "2:11 write \\\\ for each \\ in it"),
        ("topics: [trade\nactors: [india]", "2:9 put ] after its end"),
        ("topics:\n\t- trade", "3:1 put 2 spaces in the place of each tab"),
        ("events:\n  - date: 2025\n\ttitle: Talks", "4:1 put 4 spaces in the place of each tab"),
        (
            "topics:\n\u00a0\u00a0- trade\nactors: [india]",
            "3:1 delete it and type a space: copied text often holds such spaces",
        ),
        ("title:Talks\ndate: 2025-11-03", "2:6 write title: Talks"),
        ("title: Talks\ndate:2025-11-03", "3:5 write date: 2025-11-03"),
        ("title: - Talks", '2:8 put all of it in quotes: title: "- Talks"'),
        (
            'title: "Talks\ndate: 2025-11-03\nevents:\n  - date: 2025\n    title: Talks\n    place: "Kochi"',
            '2:8 put all of it in quotes: title: "Talks"',
        ),
        (
            "events:\n  - date: 2025\n\u00a0   title: Talks\n    place: Kochi\n    actors: [india]",
            "4:1 delete it and type a space: copied text often holds such spaces",
        ),
        (
            "title: Talks\nsummary: They met.\n  They said: no more.\n  And left.\ndate: 2025-11-03",
            '3:10 put all of it in quotes: summary: "They met. They said: no more. And left."',
        ),
        ("marking TLP:CLEAR\ndate: 2025-11-03", "2:8 write marking: TLP:CLEAR"),
        ("topics\n  - trade\ndate: 2025-11-03", "2:7 write topics:"),
        (
            "title: Talks\nthat never ended\ndate: 2025-11-03",
            "3:1 begin it with two spaces if it goes on with what stands above it",
        ),
        (
            "title: Talks\n\nThey met, and parted.\n\ndate: 2025",
            "4:1 if the text of the document begins here, put a line `---` above it; else delete it",
        ),
        ("events:\n  - date: 2025\n      title: Talks", "4:1 begin it with 4 spaces"),
        ("events:\n  - date: 2025\n   title: Talks", "4:1 begin it with 4 spaces"),
        ("topics:\n-trade\ndate: 2025-11-03", "3:1 write - trade"),
        ("topics:\n- a\n-b\ndate: 2025-11-03", "4:1 write - b"),
        ("topics:\n  - a\n  -b\n  -c\ndate: 2025-11-03", "4:3 write - b"),
        ("topics:\n\u2022 trade\n\u2022 ports\ndate: 2025-11-03", "3:1 write - trade"),
        ("topics:\n  - trade\n  \u2022\tports\ndate: 2025-11-03", "4:3 write - ports"),
        ("topics:\n\u00b7  trade\ndate: 2025-11-03", "3:1 write - trade"),
        ("topics:\n\u2013 trade", "3:1 write - trade"),
        ("topics:\n* trade\n* ports\ndate: 2025-11-03", "3:1 write - trade"),
        (
            "<<<<<<< HEAD\nplace: Kochi\n=======\nplace: Chennai\n>>>>>>> desk\ndate: 2025-11-03",
            "2:1 keep one of the two versions, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`",
        ),
        ("? {a: b}\n: c", "2:3 put the whole value in quotes"),
        (
            "title: a\n- b",
            "3:1 compare it with the lines around it: `key: value`, and each entry of a list below it as "
            "`  - entry`",
        ),
    ],
)
def test_a_slip_of_the_pen_is_named_where_it_stands(matter: str, told: str) -> None:
    _, problems = documents.read(Source(URI, f"---\n{matter}\n---\n"))

    assert [f"{one.line}:{one.column} {one.remedy}" for one in problems] == [told]
    assert problems[0].code == "B105"
    assert problems[0].message.startswith("the front matter is not valid YAML: ")
    assert not re.search("token|scalar|mapping|block|expected|document", problems[0].message)


def test_a_text_that_goes_on_behind_a_number_sign_is_not_lost_without_a_word() -> None:
    lines = ("title: Corridor #4 opens", "note: kept # a comment", "date: 2025 #then", "held: 'not #cut'")

    parsed, problems = read("---\n" + "\n".join(lines) + "\nlong: |\n  a #b\n---\n")

    assert parsed and parsed.tree.data["title"] == Scalar("Corridor")
    assert problems == ["2:17 B118", "4:12 B118"]


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


def test_what_is_refused_is_told_with_all_that_stands_before_and_behind_it() -> None:
    matter = "title: A\ntitle: B\ndate: !!str 2025\nplace: &x Delhi\nnote: *x\n<<: *x\nsummary: It ended #4"

    _, found = documents.read(Source(URI, f"---\n{matter}\n---\nThey met.\n"))

    assert [(one.line, one.code) for one in sorted(found)] == [
        (3, "B106"), (4, "B107"), (5, "B107"), (6, "B107"), (7, "B107"), (7, "B107"), (8, "B118"),
    ]  # fmt: skip


def test_a_key_behind_an_alias_is_found_where_it_stands_first() -> None:
    _, found = documents.read(Source(URI, "---\nnote: *x\ntitle: A\ntitle: B\n---\nThey met.\n"))

    assert [(one.line, one.code, one.message) for one in sorted(found)] == [
        (2, "B107", "aliases of YAML are not read"),
        (4, "B106", "`title` stands twice (first on line 3)"),
    ]


def test_a_limit_ends_the_reading_and_not_the_telling() -> None:
    matter = f"title: A\ntitle: B\nsummary: {'x' * (limits.TEXT.most + 1)}"

    _, found = documents.read(Source(URI, f"---\n{matter}\n---\nThey met.\n"))

    assert [(one.line, one.code) for one in sorted(found)] == [(3, "B106"), (4, "B110")]


@pytest.mark.parametrize("key", ["? [a]", "? {a: b}", "[a]: b", "*a : b"])
def test_what_can_be_no_key_is_told_below_a_key_that_stands_twice(key: str) -> None:
    _, problems = documents.read(Source(URI, f"---\ntitle: One\ntitle: Two\n{key}\n---\nThey met.\n"))

    assert [(one.line, one.code) for one in problems] in (
        [(3, "B106"), (4, "B105")],
        [(3, "B106"), (4, "B107")],
    )


def test_a_character_that_yaml_refuses_is_named_where_it_stands() -> None:
    _, [problem] = documents.read(Source(URI, "---\ntitle: Talks\nsummary: a\u20ac\x1bb\n---\nThey met.\n"))

    assert (problem.code, problem.line, problem.column) == ("B113", 3, 12)
    assert problem.message == "the front matter holds the control character U+001B"


def test_blank_lines_before_the_front_matter_do_not_move_places() -> None:
    split = frontmatter.StrictHandler().split("\n\n---\ntitle: Talks\n---\nThey met.\n")

    assert (split.matter_line, split.body_line) == (4, 6)


@pytest.mark.parametrize(
    ("uri", "is_stray"),
    [
        ("docs/briefs/talks.md", True),
        ("docs/article/talks.MD", True),
        ("docs/talks.md", False),
        ("briefs/talks.md", False),
        ("docs/articles/talks.md", False),
        ("docs/articles/talks.MD", False),
        ("docs/about/ours.md", False),
        ("docs/index.md", False),
        ("docs/decisions/0001.md", False),
        ("docs/assets/map.png", False),
    ],
)
def test_a_document_in_a_folder_that_is_only_named_after_its_kind_is_astray(
    uri: str, *, is_stray: bool
) -> None:
    assert filing.is_stray(SrcUri(uri)) is is_stray


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
    assert filing.is_ours(SrcUri(uri)) is is_document
    assert filing.is_misnamed(SrcUri(uri)) is is_misnamed


@pytest.mark.parametrize("text", ["a: [", "a: {", "- [", "["])
def test_what_is_not_closed_on_a_last_line_without_an_end_is_named(text: str) -> None:
    _, (problem,) = tree.read(text, URI, 1)

    assert (problem.line, problem.column, problem.code) == (1, len(text), "B105")
    assert "is not closed" in problem.message
