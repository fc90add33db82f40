"""Wire texts of several makes, taken apart."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from briefing.link.names import Name, Named
from briefing.model.parts import Linking
from briefing.model.ref import Kind, Ref
from briefing.wire import draft
from briefing.wire.draft import Draft
from briefing.wire.names import Known

FILED = date(2025, 11, 3)


def read(text: str, filed: date | None = FILED, known: Known | None = None) -> Draft:
    return draft.read(dedent(text), known or Known(), filed)


def test_a_wrapped_text_of_1987_is_read() -> None:
    found = read(
        """\
        BAHIA COCOA REVIEW

            SALVADOR, Feb 26 - Showers continued throughout the week in
        the cocoa zone, easing the drought of January, and the shares of
        <NCPA.S> rose.
            The dry period means that the harvest will be late.
         Reuter
        \x03""",
        date(1987, 3, 1),
    )

    assert (found.title, found.place, found.agency) == ("BAHIA COCOA REVIEW", "Salvador", "Reuters")
    assert (found.day, found.day_is_assumed) == (date(1987, 2, 26), True)
    assert [text[:7] for text in found.paragraphs] == ["Showers", "The dry"]
    assert "<NCPA.S> rose." in found.paragraphs[0]
    assert found.removed == ("Reuter",)


def test_a_page_s_remnants_are_removed_and_reported() -> None:
    found = read(
        """\
        Leaders agree on a deal

        By JANE DOE and JOHN SMITH
        Associated Press

        BRUSSELS (AP) — Leaders agreed on Friday to cut emissions.

        Advertisement

        "We did it," one of them said.

        Story continues below this advertisement

        Also read: Who is who in Brussels

        (Reporting by A. B. in Paris; Editing by
        C. D.)
        ###
        """
    )

    assert (found.byline, found.agency, found.place) == ("JANE DOE and JOHN SMITH", "AP", "Brussels")
    assert found.paragraphs == (
        "Leaders agreed on Friday to cut emissions.",
        '"We did it," one of them said.',
    )
    assert set(found.removed) == {
        "Associated Press",
        "Advertisement",
        "Story continues below this advertisement",
        "Also read: Who is who in Brussels",
        "(Reporting by A. B. in Paris; Editing by C. D.)",
        "###",
    }


def test_a_press_release_loses_its_marks_and_contacts() -> None:
    found = read(
        """\
        FOR IMMEDIATE RELEASE
        November 1, 2025

        Company launches a new thing
        It promises better things for everyone

        NEW YORK, Nov. 1, 2025 /PRNewswire/ -- The company today launched a new thing.

        Media Contact:
        John Smith
        (202) 555-0100
        """
    )

    assert found.title == "Company launches a new thing"
    assert found.deck == ("It promises better things for everyone",)
    assert found.paragraphs == ("The company today launched a new thing.",)
    assert found.removed == ("FOR IMMEDIATE RELEASE", "Media Contact:", "John Smith", "(202) 555-0100")


def test_head_and_text_may_share_a_line() -> None:
    text = (
        "Casey goes to Washington – early  January 5, 2007  WASHINGTON -- He came early. "
        + "He stayed. " * 30
    )

    found = read(text)

    assert (found.title, found.place, found.day) == (
        "Casey goes to Washington – early",
        "Washington",
        date(2007, 1, 5),
    )
    assert found.paragraphs[0].startswith("He came early.")


def test_double_spaces_part_paragraphs_where_single_ones_part_sentences() -> None:
    one = "The first sentence stands here. The second one stands here. The third one follows it. "
    text = f"A title\n\nLONDON, March 5 - {one * 3} {one * 3} {one * 3}"

    assert len(read(text).paragraphs) == 3


def test_a_text_without_a_headline_has_none() -> None:
    found = read("Monday, July 24, 2006\n\n  WASHINGTON - The senator introduced a bill on Monday.\n")

    assert (found.title, found.place, found.day) == (None, "Washington", date(2006, 7, 24))
    assert found.id == "wire-washington-2006-07-24"


@pytest.mark.parametrize(
    ("filed", "day", "is_assumed"),
    [
        (date(2026, 1, 1), date(2025, 12, 31), True),
        (date(2025, 12, 31), date(2025, 12, 31), True),
        (date(2025, 12, 30), date(2024, 12, 31), True),
        (None, None, False),
    ],
)
def test_a_year_follows_from_the_day_of_filing_or_stays_open(
    filed: date | None, day: date | None, is_assumed: bool
) -> None:
    found = read("Review\nNEW DELHI, Dec. 31 -- Ministers met.\n", filed)

    assert (found.day, found.day_is_assumed) == (day, is_assumed)
    assert any("gives no year" in warning for warning in found.warnings)


def test_a_year_in_the_head_is_not_assumed() -> None:
    found = read("Title\nNov 02, 2025 10:30 IST\n\nNEW DELHI, Nov 1 (PTI) - Ministers met.\n", None)

    assert (found.day, found.day_is_assumed) == (date(2025, 11, 1), False)


def test_a_text_without_a_day_gets_none_from_the_day_of_filing() -> None:
    found = read("Title\n\nWASHINGTON (AP) — He spoke on Friday.\n")

    assert (found.day, found.day_is_assumed) == (None, False)
    assert [(event.date, event.words) for event in found.events] == [("2025-10-31", "on Friday")]


def test_known_names_are_proposed_and_strange_ones_listed() -> None:
    singh = Named(Ref(Kind.ACTOR, "rajnath-singh"), "Rajnath Singh", (Name("Rajnath Singh"),))
    modi = Named(Ref(Kind.ACTOR, "narendra-modi"), "Narendra Modi", (Name("Prime Minister", Linking.NEVER),))
    tariffs = Named(Ref(Kind.TOPIC, "tariffs"), "Tariffs", (Name("Tariffs", Linking.NEVER),))

    found = read(
        "Talks\n\nThe Prime Minister sent Rajnath Singh to meet Pete Hegseth. Hegseth spoke of tariffs.\n",
        known=Known.of((singh, modi, tariffs)),
    )

    assert (found.ids(Kind.ACTOR), found.ids(Kind.TOPIC)) == (["rajnath-singh"], ["tariffs"])
    assert "Pete Hegseth" in found.unknown_names
    assert not {"Rajnath Singh", "Hegseth", "The"} & set(found.unknown_names)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "###\n"])
def test_nothing_is_no_report(text: str) -> None:
    with pytest.raises(ValueError, match=r"empty|no text"):
        read(text)


@pytest.mark.parametrize(
    "tail",
    [
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "(This report has been auto-generated from PTI news service. Only the headline is new.)",
        "jd/abc", "bur-jd/abc/fg", "--IANS\nsq/dpb", "PTI KND RHL", "(PTI)", "((a.b@example.com; +91 5555))",
        "Keywords: INDIA PORTS/", "(Web editor: Zhang, Li)", "Lee reported from Geneva.",
        "LOAD-DATE: September 17, 2025",
    ],
)  # fmt: skip
def test_what_desks_and_feeds_leave_below_a_text_is_removed(tail: str) -> None:
    found = read(
        f"Ports reopen\n\nKOCHI, Sept 16 (PTI) - Ports reopened on Tuesday.\n\nTen are open.\n\n{tail}\n"
    )

    assert found.paragraphs == ("Ports reopened on Tuesday.", "Ten are open.")
    assert " ".join(found.removed) == tail.replace("\n", " ")


def test_initials_behind_the_last_sentence_are_removed() -> None:
    found = read(
        "Ports reopen\n\nKochi, Sep 16 (PTI) Ports reopened on Tuesday.\n\nTen are open. PTI KND RHL\n"
    )

    assert found.paragraphs[-1] == "Ten are open."
    assert found.removed == ("PTI KND RHL",)


def test_a_text_that_was_sent_before_has_the_title_without_its_number() -> None:
    found = read("UPDATE 2-Ports reopen\n\nKOCHI, Sept 16 (Reuters) - Ports reopened on Tuesday.\n")

    assert (found.title, found.removed) == ("Ports reopen", ("UPDATE 2-",))


@pytest.mark.parametrize(
    ("above", "title", "place", "byline"),
    [
        ("Ports reopen\n\nANI | Updated: Sep 16, 2025 21:14 IST", "Ports reopen", None, None),
        ("Ports reopen\n\nPress Trust of India | New Delhi\n\nSep 16, 2025", "Ports reopen", "New Delhi",
         None),
        ("Ports reopen\nBy Jane Roe | The Paper | Mumbai | Updated: Sep 16, 2025", "Ports reopen", "Mumbai",
         "Jane Roe"),
        ("Ports reopen\nBy Our Correspondent\nNEW DELHI\nSep 16, 2025", "Ports reopen", "New Delhi", None),
        ("HEADLINE: Ports reopen\nDATE: September 16, 2025\nBYLINE: Jane Roe\nDATELINE: COLOMBO\n"
         "SOURCE: A Paper", "Ports reopen", "Colombo", "Jane Roe"),
        ("Copyright 2025 Example News\nAll Rights Reserved\n\nSeptember 16, 2025 Tuesday\n\nPorts reopen\n\n"
         "DATELINE: COLOMBO, Sri Lanka", "Ports reopen", "Colombo", None),
    ],
)  # fmt: skip
def test_what_a_page_or_an_archive_says_above_a_text(
    above: str, title: str, place: str | None, byline: str | None
) -> None:
    found = read(
        f"{above}\n\nPorts reopened on Tuesday after a strike of three days.\n\nTen are open.\n", None
    )

    assert (found.title, found.place, found.byline) == (title, place, byline)
    assert (found.day, found.day_is_assumed) == (date(2025, 9, 16), False)
    assert len(found.paragraphs) == 2


def test_a_short_text_on_one_line_is_taken_apart() -> None:
    found = read("Ports reopen KOCHI, Sept 16, 2025 (PTI) Ports reopened on Tuesday.")

    assert (found.title, found.place, found.paragraphs) == (
        "Ports reopen",
        "Kochi",
        ("Ports reopened on Tuesday.",),
    )


def test_a_text_of_several_cities_names_them_all_and_no_agency_among_them() -> None:
    found = read("BEIRUT/CAIRO/AMMAN, Sept 16 (Reuters) - Three capitals agreed on Tuesday.\n")

    assert (found.place, found.agency) == ("Beirut/Cairo/Amman", "Reuters")


def test_a_divided_word_of_a_title_has_no_space_in_it() -> None:
    found = read(
        "Delegates agree on a road map for joint pro-\nduction\n\nKOCHI, Sept 16 (PTI) - They agreed.\n"
    )

    assert found.title == "Delegates agree on a road map for joint pro-duction"
