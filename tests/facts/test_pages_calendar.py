"""The calendar: what can honestly be laid on days, and nothing else."""

import re
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest

import editions
import make
from briefing.model import edtf
from briefing.model.content import AnyDocument
from briefing.pages import calendar


def text(*documents: AnyDocument, url: str = "https://desk.example/", **given: Any) -> bytes:
    [(path, found)] = calendar.files(editions.edition(*documents, **given), url).items()
    assert path == "timeline/calendar.ics"
    return found


def items(*documents: AnyDocument, **given: Any) -> list[Any]:
    return icalendar.Calendar.from_ical(text(*documents, **given)).walk("VEVENT")


def event(date: str, **keys: Any) -> dict[str, Any]:
    return {"date": date, "title": "The pact is signed"} | keys


def days(item: Any) -> tuple[date, date]:
    return item["dtstart"].dt, item["dtend"].dt


def test_an_event_lasts_its_whole_day_and_links_to_its_place_in_the_timeline() -> None:
    [item] = items(make.article("a", events=[event("2025-10-31", id="signing", place="Kuala Lumpur")]))

    assert days(item) == (date(2025, 10, 31), date(2025, 11, 1))
    assert item["summary"] == "The pact is signed"
    assert item["location"] == "Kuala Lumpur"
    assert item["url"] == "https://desk.example/timeline/2025/#br-event-signing"
    assert item["transp"] == "TRANSPARENT"


def test_a_month_is_a_span_that_says_it_is_a_month() -> None:
    [item] = items(make.article("a", events=[event("2024-08")]))

    assert days(item) == (date(2024, 8, 1), date(2024, 9, 1))
    assert item["summary"] == "Aug 2024: The pact is signed"


@pytest.mark.parametrize("when", ["2025-10-31", "2024-08", "2025-10-XX", "2024-33", "2025-10-12/2025-10-15"])
def test_dates_of_known_days_or_a_short_time_are_in_the_calendar(when: str) -> None:
    assert calendar.has_days(edtf.parse(when))


@pytest.mark.parametrize(
    "when",
    ["2012", "2025-10-31~", "2024-08?", "2024-21", "202X", "2024/..", "/2024", "2014/2019", "9999-12-31"],
)
def test_dates_that_tell_no_day_are_not(when: str) -> None:
    assert not calendar.has_days(edtf.parse(when))


def test_dates_in_dispute_are_told_with_who_says_which() -> None:
    said = [
        {"date": "2024-08-22", "sources": [{"title": "Record"}]},
        {"date": "2024-08-23", "sources": [{"title": "Press"}]},
    ]

    [item] = items(make.article("a", events=[event("2024-08-22", dates=said)]))

    assert item["summary"] == "22 Aug 2024, sources differ: The pact is signed"
    assert item["description"].splitlines()[:2] == ["22 Aug 2024: Record", "23 Aug 2024: Press"]


def test_what_is_only_expected_is_tentative() -> None:
    [item] = items(make.article("a", events=[event("2026-03-01", basis="expected")]))

    assert item["status"] == "TENTATIVE"


def test_an_open_judgement_is_due_on_the_last_day_of_its_horizon() -> None:
    judgement = make.judgement(likelihood="likely", horizon="2026-06")

    [item] = items(make.brief("b", judgements=[judgement]))

    assert days(item) == (date(2026, 6, 30), date(2026, 7, 1))
    assert item["summary"] == "Judgement due, horizon Jun 2026: The pact is signed."
    assert "Likelihood: likely" in item["description"]
    assert "confidence" not in item["description"].lower()
    assert item["url"] == "https://desk.example/briefs/b/#j1"


def test_judgements_that_are_due_or_resolved_are_not_ahead() -> None:
    past = make.judgement(likelihood="likely", horizon="2025-06")
    outcome = {"result": "happened", "date": "2025-11-10"}
    resolved = make.judgement("j2", likelihood="likely", horizon="2026", outcome=outcome)

    assert items(make.brief("b", judgements=[past, resolved])) == []


def test_a_brief_that_stands_is_to_be_reviewed() -> None:
    reviewed = {"review_by": "2026-01-29"}
    withdrawn = make.brief("gone", status="withdrawn", **reviewed)

    [item] = items(make.brief("old", **reviewed), make.brief("new", supersedes="old", **reviewed), withdrawn)

    assert (item["summary"], days(item)[0]) == ("Review: New", date(2026, 1, 29))


def test_a_review_day_that_has_passed_is_not_ahead() -> None:
    assert items(make.brief("b", review_by="2025-11-19")) == []


def test_names_and_stamps_come_from_the_documents() -> None:
    [before] = items(make.article("a", events=[event("2025-10-31", id="signing")]))
    [after] = items(
        make.article("a", date="2025-11-08", events=[event("2025-10-30", id="signing", title="Signed")])
    )

    assert before["uid"] == after["uid"]
    assert after["dtstamp"].dt == datetime(2025, 11, 8, tzinfo=UTC)


def test_an_event_that_undated_profiles_alone_tell_has_a_stamp_that_does_not_move() -> None:
    [item] = items(make.agreement("pact", signed="2015-06-03"))

    assert item["dtstamp"].dt == datetime(1970, 1, 1, tzinfo=UTC)


def test_what_authors_write_cannot_break_out_of_its_line() -> None:
    title = "A; B, C\\nD \x07" + "ü" * 90

    found = text(make.article("a", title=title, events=[event("2025-10-31", title=title, place="X;Y")]))

    assert all(len(line) <= 75 for line in found.split(b"\r\n"))
    [item] = icalendar.Calendar.from_ical(found).walk("VEVENT")
    assert item["summary"] == title.replace("\x07", "")


@pytest.mark.parametrize("length", range(60, 80))
@pytest.mark.parametrize("sign", ["x", "ü", "\\", ","])
def test_lines_are_folded_as_the_library_folds_them(length: int, sign: str) -> None:
    found = text(make.article("a", events=[event("2025-10-31", title="x" * length + sign, place="X")]))

    assert found == icalendar.Calendar.from_ical(found).to_ical()


def test_without_an_address_of_the_site_nothing_links() -> None:
    assert b"URL:" not in text(make.article("a", events=[event("2025-10-31")]), url="")


LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<given>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^;:,\"]*))*):(?P<value>.*)")


def as_the_standard_has_it(found: bytes) -> list[dict[str, tuple[str, str]]]:
    """Events as RFC 5545 spells lines, read without the library that wrote them."""
    assert found.endswith(b"\r\n")
    assert b"\n" not in found.replace(b"\r\n", b"")
    events: list[dict[str, tuple[str, str]]] = []
    inside: list[str] = []
    for line in found.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        matched = LINE.fullmatch(line)
        assert matched, line
        name, given, value = matched.group("name", "given", "value")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            assert name not in events[-1], f"{name} twice"
            events[-1][name] = given, value
    assert inside == []
    return events


def test_another_reader_of_the_standard_finds_the_same() -> None:
    judged = make.judgement(likelihood="likely", horizon="2026-06", text="Signed; sealed, \\ delivered")
    documents = (
        make.article("a", events=[event("2024-08", id="signing", place="Łódź, hall; 2" + "ü" * 80)]),
        make.brief("b", judgements=[judged], review_by="2026-01-29"),
    )

    found = as_the_standard_has_it(text(*documents))

    assert len({one["UID"] for one in found}) == len(found) == 3
    for one in found:
        assert re.fullmatch(r"\d{8}T\d{6}Z", one["DTSTAMP"][1])
        assert one["DTSTART"][0] == one["DTEND"][0] == ";VALUE=DATE"
        assert one["DTSTART"][1] < one["DTEND"][1]
    assert found[0]["LOCATION"][1] == "Łódź\\, hall\\; 2" + "ü" * 80
    assert found[1]["SUMMARY"][1].endswith("Signed\\; sealed\\, \\\\ delivered")


def test_an_entry_keeps_its_name_when_titles_change() -> None:
    def names(**changed: str) -> list[str]:
        judged = make.judgement(likelihood="likely", horizon="2026-06", **changed)
        brief = make.brief("b", judgements=[judged], review_by="2026-01-29", **_titled(changed))
        return [str(item["uid"]) for item in items(brief)]

    assert names() == names(text="Another wording.")


def _titled(changed: dict[str, str]) -> dict[str, str]:
    return {"title": changed["text"]} if changed else {}


def test_two_runs_agree_byte_for_byte() -> None:
    documents = make.article("a", events=[event("2024-08")]), make.brief("b", review_by="2026-01-29")

    assert text(*documents) == text(*documents)
