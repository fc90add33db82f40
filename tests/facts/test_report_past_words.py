"""What a published judgement said stays on record, or a correction says why not."""

from __future__ import annotations

from typing import Any

import pytest

import make
from briefing.model.content import AnyDocument
from briefing.report import past_words

NOTE = {"date": "2025-11-08", "note": "A slip", "kind": "correction"}
WAS = {"date": "2025-11-08", "likelihood": "likely", "note": "The talks failed"}


def brief(*judgements: dict[str, Any], **matter: Any) -> AnyDocument:
    return make.brief("harbour", judgements=list(judgements), **matter)


def found(old: AnyDocument, new: AnyDocument) -> list[str]:
    return [one.message for one in past_words.find(make.content(old), make.content(new))]


LIKELY = make.judgement(likelihood="likely", confidence="low")
UNLIKELY = make.judgement(likelihood="unlikely", confidence="high")


def test_an_old_value_that_stands_nowhere_is_missed() -> None:
    [told] = past_words.find(make.content(brief(LIKELY)), make.content(brief(UNLIKELY)))

    assert (told.code, told.file) == ("B712", "briefs/harbour.md")
    assert told.message == "`j1` had another likelihood and another confidence, which `was` does not keep"


def test_what_is_kept_is_not_missed() -> None:
    assert found(brief(LIKELY), brief(UNLIKELY | {"was": [WAS | {"confidence": "low"}]})) == []
    assert len(found(brief(LIKELY), brief(UNLIKELY | {"was": [WAS]}))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (brief(LIKELY), brief(LIKELY | {"id": "j2"})),
        (brief(LIKELY), brief(LIKELY | {"indicators": ["A visit."]})),
        (brief(LIKELY), brief(UNLIKELY, changes=[NOTE])),
        (brief(LIKELY, status="draft"), brief(UNLIKELY)),
        (brief(LIKELY), brief(UNLIKELY, status="withdrawn", withdrawn_because="It was wrong.")),
        (brief(LIKELY, marking="TLP:AMBER"), brief(UNLIKELY, marking="TLP:CLEAR")),
        (brief(LIKELY | {"marking": "TLP:GREEN"}, marking="TLP:CLEAR"), brief(UNLIKELY, marking="TLP:CLEAR")),
        (brief(make.judgement()), brief(make.judgement(horizon="2027", likelihood="likely"))),
    ],
)
def test_drafts_corrections_and_what_was_not_said_to_these_readers_leave_nothing_to_keep(
    old: AnyDocument, new: AnyDocument
) -> None:
    assert found(old, new) == []
