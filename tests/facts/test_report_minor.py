"""Changes that a note calls minor, and that are not."""

from __future__ import annotations

from typing import Any

import pytest

import make
from briefing.model.content import AnyDocument
from briefing.report import minor


def found(old: AnyDocument, new: AnyDocument) -> list[str]:
    return [one.message for one in minor.find(make.content(old), make.content(new))]


def brief(*notes: str, **matter: Any) -> AnyDocument:
    changes = [{"date": "2025-11-08", "note": "Wording", "kind": kind} for kind in notes]
    return make.brief("harbour", changes=changes, **matter)


LIKELY, UNLIKELY = (
    {"judgements": [make.judgement(likelihood=likelihood)]} for likelihood in ("likely", "unlikely")
)


def test_a_likelihood_that_changed_is_not_minor() -> None:
    (told,) = minor.find(make.content(brief(**LIKELY)), make.content(brief("minor", **UNLIKELY)))

    assert (told.code, told.file) == ("B711", "briefs/harbour.md")
    assert told.message == (
        "the note of 2025-11-08 is `minor`, but this has changed: judgement j1 · likelihood"
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"marking": "TLP:GREEN"},
        {"date": "2025-11-06"},
        {"actors": ["india"]},
        {"sources": [{"title": "Wire"}]},
        {"events": [{"date": "2025", "title": "Signing"}]},
        UNLIKELY,
    ],
)
def test_markings_dates_actors_sources_events_and_judgements_are_never_minor(changed: dict[str, Any]) -> None:
    assert len(found(brief(), brief("minor", **changed))) == 1


@pytest.mark.parametrize("changed", [{"title": "Other"}, {"updated": "2025-11-08"}, {"topics": ["oil"]}])
def test_wording_and_the_day_of_the_change_may_be_minor(changed: dict[str, Any]) -> None:
    assert found(brief(), brief("minor", **changed)) == []


@pytest.mark.parametrize("notes", [("major",), ("correction",), ("minor", "major"), ()])
def test_a_note_that_says_so_is_enough_and_no_note_is_another_matter(notes: tuple[str, ...]) -> None:
    assert found(brief(**LIKELY), brief(*notes, **UNLIKELY)) == []


def test_a_note_that_was_there_before_is_of_another_change() -> None:
    assert found(brief("minor", **LIKELY), brief("minor", **UNLIKELY)) == []


def test_drafts_may_change_as_they_like() -> None:
    assert found(brief(status="draft", **LIKELY), brief("minor", **UNLIKELY)) == []


def test_a_document_that_moved_is_held_against_what_it_was() -> None:
    moved = make.brief(
        "quay", former=["harbour"], changes=[{"date": "2025-11-08", "note": "Moved"}], **UNLIKELY
    )

    assert len(found(brief(**LIKELY), moved)) == 1
