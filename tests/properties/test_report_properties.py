"""Facts that hold for the report on any two contents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import make
from briefing.model.content import AnyDocument
from briefing.report import words
from briefing.report.shapes import Fate, State
from briefing.report.side import Side
from compared import report, side

ACTORS = ("china", "india", "russia")
WORDS = st.lists(st.sampled_from(("fees", "rise", "in", "May", "Delhi", "talks")), max_size=8).map(" ".join)


@st.composite
def contents(draw: st.DrawFn) -> Side:
    """Some articles about some actors, with events, texts and titles."""
    documents: list[AnyDocument] = [
        make.topic("trade"),
        *map(make.actor, draw(st.sets(st.sampled_from(ACTORS)))),
    ]
    texts: dict[str, make.Text] = {}
    for name in sorted(draw(st.sets(st.sampled_from(("one", "two", "three"))))):
        events = [
            {"id": f"e{at}", "date": draw(st.sampled_from(("2025", "2025-11", "2026"))), "title": "Signing"}
            for at in sorted(draw(st.sets(st.integers(1, 3))))
        ]
        documents.append(
            make.article(
                name,
                title=draw(WORDS) or name,
                actors=sorted(draw(st.sets(st.sampled_from(ACTORS)))),
                events=events,
                marking=draw(st.sampled_from(("TLP:CLEAR", "TLP:GREEN"))),
            )
        )
        texts[f"articles/{name}"] = make.Text(html=f"<p>{draw(WORDS)}</p><p>{draw(WORDS)}</p>")
    return side(*documents, texts=texts)


@given(contents())
def test_equal_contents_make_an_empty_report(one: Side) -> None:
    found = report(one, one)

    assert found.is_empty
    assert not (found.gained or found.lost or found.first_seen or found.problems.count or found.mended.count)


@given(contents(), contents())
def test_what_is_gained_one_way_is_lost_the_other(one: Side, other: Side) -> None:
    there, back = report(one, other), report(other, one)

    assert there.gained == back.lost
    assert there.lost == back.gained
    turned = {State.NEW: State.REMOVED, State.REMOVED: State.NEW, State.CHANGED: State.CHANGED}
    assert {(page.address, turned[page.state]) for page in there.pages} == {
        (page.address, page.state) for page in back.pages
    }
    assert {(event.key, turned[event.state]) for event in there.events} == {
        (event.key, event.state) for event in back.events
    }
    assert {(document.name, turned[document.state]) for document in there.documents} == {
        (document.name, document.state) for document in back.documents
    }


@given(contents(), contents())
def test_a_document_that_is_not_told_shows_the_same_text_and_values(one: Side, other: Side) -> None:
    told = {document.name for document in report(one, other).documents}

    for ref, document in other.edition.content.documents.items():
        if str(ref) not in told:
            assert one.edition.content.documents[ref].matter == document.matter
            assert one.texts[ref].html == other.texts[ref].html


@given(st.lists(WORDS.filter(bool)), st.lists(WORDS.filter(bool)))
def test_both_texts_can_be_read_off_their_differences(old: list[str], new: list[str]) -> None:
    """What went and what stayed is the old text, what came and what stayed the new one."""
    told = words.compare(old, new)

    for fate, text, other in ((Fate.GONE, old, new), (Fate.NEW, new, old)):
        seen = [
            " ".join(one.text for one in paragraph if one.fate in (fate, Fate.SAME)) for paragraph in told
        ]
        for paragraph in filter(None, seen):
            assert paragraph in text
        assert all(paragraph in seen or paragraph in other for paragraph in text)
