"""Whatever authors write: fixes do their work once, leave every text alone, and make nothing worse."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.ref import Kind, Ref
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.rewrite import edits, fixes
from briefing.rewrite.fixes_view import Ground, View

URI = SrcUri("docs/articles/fees.md")
REFS = (Ref(Kind.TOPIC, "trade"), Ref(Kind.TOPIC, "defence"), Ref(Kind.ACTOR, "india"))
GROUND = Ground({ref: ref.id for ref in REFS}, Settings(), date(2025, 12, 1))

LINES = (
    *("title: Talks", "title: India: the talks", "titel: Talks", "title: no", "title: 1984", "title:"),
    *(
        "summary: Two days.",
        "sumary: Two days. ",
        "summary: >\n  Two  \n  days.  \n",
        "summary: |+\n  Two\n\n",
    ),
    *("date: 2025-11-03", "date: 3 November 2025", "date: 05/06/2025", "date: 2025-02-30"),
    *("topics: [trade]", "topics: trade", "topics: [trde, trade]", "topics:\n- trade\n- trade # again"),
    *("topics:\n  - defence\n  # - trade\n  - defence", "actors: [india, india]", "actors: {india: 1}"),
    *("status: Published", "marking: TLP:WHITE", "marking: tlp:green", "status: final"),
    *("sources: [{title: A}]", "sources:\n  - title: no\n    date: Aug 2024\n  - {title: 'A: B', url: x}"),
    *("events: [{date: Q3 2024, title: A}, {date: 2024-13, title: B}]", "see_also: [topics/trad]"),
    *("# a comment", "  # a comment further in", "", "   ", "---", "...", "{", "? x", "a: b: c", "\tx: y"),
    *(
        "marking: green",
        "topics:\n  -trade",
        "title: Talks #4 and on",
        "title:Talks",
        "title 'A",
        "  title: B",
    ),
    *("x: &a [1]", "y: *a", 'title: "India" and more', "note: 'it''s'"),
)
LINE_ENDS = st.sampled_from(("\n", "\n", "\r\n", "\r"))
MATTERS = st.lists(st.sampled_from(LINES), max_size=9).map("\n".join)
BODIES = st.text(st.sampled_from("ab :#-\n\t[]|é\u2028\u0301😀"), max_size=40)
FILES = st.builds(
    lambda mark, above, matter, body, end: f"{mark}{above}---\n{matter}\n---\n{body}".replace("\n", end),
    st.sampled_from(("", "\ufeff")),
    st.sampled_from(("", "", "\n\n")),
    MATTERS,
    BODIES,
    LINE_ENDS,
)


def body_of(written: str) -> str:
    return View(Source(URI, edits.read(written)), GROUND).body


def comments(text: str) -> list[str]:
    """Lines of a front matter that are comments alone, wherever they stand."""
    return sorted(line.strip() for line in edits.read(text).split("\n") if line.strip().startswith("#"))


@given(FILES)
def test_mended_twice_is_mended_once(written: str) -> None:
    once = fixes.mend(URI, written, GROUND).after

    again = fixes.mend(URI, once, GROUND)

    assert (again.after, again.what) == (once, ())


@given(FILES)
def test_no_sign_of_a_text_changes_but_for_the_ends_of_its_lines(written: str) -> None:
    after = fixes.mend(URI, written, GROUND).after

    assert body_of(after).removesuffix("\n") == body_of(written).removesuffix("\n")


@given(MATTERS, BODIES)
def test_a_file_with_plain_line_ends_keeps_its_body_byte_for_byte(matter: str, body: str) -> None:
    written = f"---\n{matter}\n---\n{body}\n"

    after = fixes.mend(URI, written, GROUND).after

    assert body_of(after).encode() == body_of(written).encode()


@given(FILES)
def test_comments_stay(written: str) -> None:
    assert comments(fixes.mend(URI, written, GROUND).after) == comments(written)


@given(FILES)
def test_what_was_mended_is_well_and_nothing_is_worse(written: str) -> None:
    before = View(Source(URI, edits.read(written)), GROUND)

    done = fixes.mend(URI, written, GROUND)
    after = View(Source(URI, edits.read(done.after)), GROUND)

    if before.parsed is not None:
        assert not after.faults - before.faults
        for code in fixes.RULES.keys() & set(done.what):
            assert count(after, code) < count(before, code)
    elif not done.what:
        assert edits.read(done.after).rstrip("\n") == edits.read(written).rstrip("\n")


def count(view: View, code: str) -> int:
    return sum(one.code == code for one in view.problems)
