"""Layouts of agencies, ministries, desks and archives: what is title, place and day, and what is not."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from briefing.wire import draft
from briefing.wire.draft import Draft
from briefing.wire.names import Known

BODY = "Ports reopened after a strike of three days.\n\nTen are open."


def read(text: str, filed: date | None = None) -> Draft:
    return draft.read(dedent(text), Known(), filed)


@pytest.mark.parametrize(
    "above",
    [
        "a0512\nr a BC-Ports 1stLd-Writethru a0488 09-16\nBC-Ports, 1st Ld, a0488,0198\nPorts reopen",
        "^BC-Laos-Ports,0210<\n^Ports reopen<",
        "dpa 0312 Asia Ports\nPorts reopen =",
        "DEL41 NAT-PORTS-STRIKE\nPorts reopen",
        "URGENT\nPorts reopen",
        "URGENT: Ports reopen",
        "(LEAD) Ports reopen",
        "Ports reopen (2nd lead)",
        "(AFP) - Asia - 1st lead: Ports reopen",
        "(Adds quote from minister, background)\nPorts reopen",
        "CORRECTED-Ports reopen\n(Corrects paragraph 2)",
        "RPT-UPDATE 2-Ports reopen\n(Repeats to more readers)",
        "DEL38 DEF-LD PORTS\nPorts reopen",
        "BOM7 BIZ-2NDLD PORTS STRIKE\nPorts reopen",
        "Council of the EU\nPress release\n\nPorts reopen",
        "European Parliament\nPress Releases\n\nPorts reopen",
        "NATO\nPress Release\n\nPorts reopen",
        "U.S. DEPARTMENT OF STATE\nOffice of the Spokesperson\n\nREADOUT\n\nPorts reopen",
        "European Commission - Press release\n\nPorts reopen",
        "Press Release (2025) 099\n\nPorts reopen",
        "UPI Archives\n\nPorts reopen",
        "JPRS-SEA-93-021\nVietnam\n\nPorts reopen",
        "From: Desk <a@example.org>\nTo: List <b@example.org>\nSubject: FW: Ports reopen\n\nPorts reopen",
        "From: wire@example.net (UPI)\nNewsgroups: clari.news.labor\nSubject: Ports reopen\nLines: 14",
    ],
)
def test_what_stands_above_a_title_for_machines_and_desks_is_no_title(above: str) -> None:
    found = read(f"{above}\n\nKOCHI, Sept. 16 (PTI) - {BODY}\n", date(2025, 10, 1))

    assert (found.title, found.place, found.day) == ("Ports reopen", "Kochi", date(2025, 9, 16))
    assert (found.deck, len(found.paragraphs)) == ((), 2)


@pytest.mark.parametrize(
    "title",
    [
        "PM-KISAN instalment released",
        "Ministry of Defence Denies Report on Jets",
        "Embassy in Paris closed after threat",
        "COP26 US-CHINA DEAL REACHED",
        "Council of the EU adopts a pact",
        "Source: talks to resume on Monday",
        "Watch: river breaks its bank",
        "Contacts: how two armies talk",
        "Phone tapping case: 3 held",
        "Language: a new law",
        "Update on floods in the delta",
        "Urgent call for blood",
        "Press office of the army closes",
        "Court slams news service",
        "9/11 commission meets again",
        "November 1, 2025: the day the pact was signed",
    ],
)
@pytest.mark.parametrize(
    "below", [f"\nKOCHI, Sept. 16 (PTI) - {BODY}\n", f"September 16, 2025\n\n{BODY}\n"], ids=["line", "day"]
)
def test_a_title_that_looks_like_something_else_stays_a_title(title: str, below: str) -> None:
    found = read(f"{title}\n{below}", date(2025, 10, 1))

    assert (found.title, found.day) == (title, date(2025, 9, 16))
    assert len(found.paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Agartala (Tripura) [India], September 15, 2025 (ANI): ", "Agartala", date(2025, 9, 15)),
        ("(ANSA) - GENOVA, 07 SET 2025 - ", "Genova", date(2025, 9, 7)),
        ("ANKARA, 11 Eyl\u00fcl 2025 (AA) - ", "Ankara", date(2025, 9, 11)),
        ("Lyon, 16 ao\u00fbt 2025 (AFP) - ", "Lyon", date(2025, 8, 16)),
        ("Valpara\u00edso (Chile), 16 de septiembre de 2025 (EFE).- ", "Valpara\u00edso", date(2025, 9, 16)),
        ("Bern, 16. M\u00e4rz 2025 (sda) - ", "Bern", date(2025, 3, 16)),
        ("BRATISLAVA and VIENNA, September 16, 2025 - ", "Bratislava and Vienna", date(2025, 9, 16)),
        ("ABOARD USS EXAMPLE, At Sea, Sept. 16, 2025 -- ", "Aboard USS Example", date(2025, 9, 16)),
        ("(ATLANTA) -- ", "Atlanta", None),
        ("Lisboa, 16 fev 2025 (Lusa) -- ", "Lisboa", date(2025, 2, 16)),
        ("Bras\u00edlia, 16 dez 2025 (Lusa) - ", "Bras\u00edlia", date(2025, 12, 16)),
        ("GDANSK, Tuesday - ", "Gdansk", None),
        ("PRESS SECRETARY JANE ROE: ", None, None),
    ],
)
def test_where_and_when_datelines_of_many_houses_say(line: str, place: str | None, day: date | None) -> None:
    found = read(f"Ports reopen\n\n{line}{BODY}\n")

    assert (found.title, found.place, found.day) == ("Ports reopen", place, day)


@pytest.mark.parametrize(
    ("above", "place", "day"),
    [
        ("Issued on: 16/09/2025 - 08:14  Modified: 16/09/2025 - 08:12", None, date(2025, 9, 16)),
        ("2025-09-16T08:30:00Z", None, date(2025, 9, 16)),
        ("20250916", None, date(2025, 9, 16)),
        ("Thu 18 Sep 2025 16.00 BST", None, date(2025, 9, 18)),
        ("Shimla | September 16, 2025 05:12 AM IST\n4 min read", "Shimla", date(2025, 9, 16)),
        ("KYODO NEWS - Sep 16, 2025 - 17:25 | All, Japan", None, date(2025, 9, 16)),
        ("TNN / Updated: Sep 16, 2025, 05:10 IST", None, date(2025, 9, 16)),
        ("Our Correspondent Published September 16, 2025", None, date(2025, 9, 16)),
        ("New Delhi, Bhadrapada 25, 1947\nSeptember 16, 2025", "New Delhi", date(2025, 9, 16)),
        ("September 16, 2025\n17:40\nThe Kremlin, Moscow", "Moscow", date(2025, 9, 16)),
        ("They had been shut since Friday.\n\nFrom:\nMinistry of Ports\nPublished\n16 September 2025", None,
         date(2025, 9, 16)),
        ("932E0101A Hanoi EXAMPLE DAILY in Vietnamese 16 Sep 93 p 2\n\n[Text]", "Hanoi", date(1993, 9, 16)),
    ],
)  # fmt: skip
def test_the_day_stands_in_a_line_of_its_own(above: str, place: str | None, day: date) -> None:
    found = read(f"Ports reopen\n\n{above}\n\n{BODY}\n")

    assert (found.title, found.place, found.day) == ("Ports reopen", place, day)
    assert len(found.paragraphs) == 2


@pytest.mark.parametrize("writer", ["By JO ROE Associated Press", "(By the Associated Press)"])
def test_an_agency_may_stand_beside_a_writer_or_for_one(writer: str) -> None:
    found = read(f"Ports reopen\n{writer}\n\nKOCHI, Dec. 9.--{BODY}\n")

    assert (found.title, found.agency, found.byline) == (
        "Ports reopen",
        "AP",
        "JO ROE" if "ROE" in writer else None,
    )


def test_who_sends_a_release_behind_its_dateline_is_no_paragraph() -> None:
    found = read(
        f"Ports reopen\nMay 6, 2018 – Nanaimo, British Columbia – Ports and Oceans Canada\n\n{BODY}\n"
    )

    assert (found.place, found.day, len(found.paragraphs)) == ("Nanaimo", date(2018, 5, 6), 2)
    assert found.removed == ("Ports and Oceans Canada",)


def test_days_below_and_amid_a_text_are_no_part_of_it() -> None:
    amid = read(f"Ports reopen\n\nPARIS (AFP) - {BODY}\n\nIssued on: 16/09/2025 - 18:14\n\nMore open soon.\n")
    below = read(f"Ports reopen\n\n{BODY}\n\nNew Delhi\nSeptember 16, 2025\n")

    assert (amid.day, len(amid.paragraphs)) == (date(2025, 9, 16), 3)
    assert (below.place, below.day, len(below.paragraphs)) == ("New Delhi", date(2025, 9, 16), 2)


def test_days_that_head_a_chronology_are_not_the_text_s() -> None:
    found = read(f"Ports reopen\n\n{BODY}\n\nMay 1, 2025\n\nIt began.\n\nMay 4, 2025\n\nIt was over.\n")

    assert (found.day, len(found.paragraphs)) == (None, 6)


@pytest.mark.parametrize(
    ("dateline", "day"), [("", None), (", June 5", date(2025, 6, 5)), (", June 6", None)]
)
def test_figures_that_may_be_two_days_stay_open_and_give_a_year_to_a_day_that_agrees(
    dateline: str, day: date | None
) -> None:
    found = read(f"Ports reopen\n05/06/2025\n\nPANAMA CITY{dateline} - {BODY}\n")

    assert (found.place, found.day, found.day_is_assumed) == ("Panama City", day, False)
    assert bool(found.warnings) is (day is None)


def test_a_letter_gives_the_year_and_its_signs_of_quotation_go() -> None:
    found = read(
        """\
        ---------- Forwarded message ---------
        From: A. Person <a.person@example.org>
        Date: Wed, 17 Sept 2025 at 09:15
        Subject: Ports reopen
        To: <desk@example.org>

        > KOCHI, Sept 16 (Reuters) - Ports reopened after a strike that had
        > lasted three days.
        >
        > Ten are open.
        """
    )

    assert (found.title, found.place, found.day) == ("Ports reopen", "Kochi", date(2025, 9, 16))
    assert found.paragraphs == ("Ports reopened after a strike that had lasted three days.", "Ten are open.")


def test_a_newsgroup_s_year_of_two_figures_is_read_as_its_standard_says() -> None:
    found = read(
        "From: wire@example.net (UPI)\nSubject: Ports reopen\nDate: 11 Feb 93 18:21:04 GMT\n\n"
        "\tKOCHI, India (UPI) -- Ports reopened after a strike that had shut them\nThursday.\n"
        "\tTen are open.\n"
    )

    assert (found.day, len(found.paragraphs)) == (date(1993, 2, 11), 2)


def test_a_text_in_capitals_is_put_together() -> None:
    found = read(
        """\
        A143WX
            KOCHI, JUNE 20 (AP)--PORTS REOPENED TODAY AFTER A STRIKE THAT HAD
        SHUT THEM FOR THREE DAYS.
            TEN ARE OPEN.
        (MORE)
            THE REST WILL FOLLOW.
            RB1122AES 20
        """,
        date(1954, 7, 1),
    )

    assert (found.title, found.place, found.day) == (None, "Kochi", date(1954, 6, 20))
    assert found.paragraphs == (
        "PORTS REOPENED TODAY AFTER A STRIKE THAT HAD SHUT THEM FOR THREE DAYS.",
        "TEN ARE OPEN.",
        "THE REST WILL FOLLOW.",
    )


@pytest.mark.parametrize(
    "tail",
    ["ABC/DE", "(Release ID: 2100000)", "==Kyodo", "-- BERNAMA", "AP-ES-09-16-97 2212EDT", "30", "NNNN",
     "a.person@example.org", "Follow the story at https://example.org/ports", "WAM/Jane Roe", "APP/abc-xyz",
     "(PAP) abc", "abc/ def/", "ABC // DEF", "9376**1416", "Lusa/Fim", "Enditem/AW", "Translator: Jane Roe",
     "(Release ID: 2100000) Visitor Counter : 512", "21:14 LOCAL TIME 18:14 GMT", "GNA\nBEA",
     "-- SPA\n21:14 LOCAL TIME 18:14 GMT\n0042", "(By Jane Roe)", "(end)\nabc.def",
     "This report by The Canadian Press was first published Nov. 24, 2025.\nJane Roe, The Canadian Press",
     "Anadolu Agency website contains only a portion of the news stories offered to subscribers."],
)  # fmt: skip
def test_signs_below_a_text_are_removed(tail: str) -> None:
    found = read(f"Ports reopen\n\nKOCHI, Sept 16 (PTI) - {BODY}\n\n{tail}\n")

    assert (found.paragraphs[-1], found.removed) == ("Ten are open.", tuple(tail.split("\n")))


def test_a_writer_with_an_agency_below_a_text_is_its_byline() -> None:
    found = read(f"Ports reopen\n\nOTTAWA \u2014 {BODY}\n\nJane Roe, The Canadian Press\n")

    assert (found.byline, found.agency, len(found.paragraphs)) == ("Jane Roe", "Canadian Press", 2)


def test_writers_in_brackets_below_a_text_are_its_byline() -> None:
    found = read(
        f"Ports reopen\n\nTaipei, Sept. 16 (CNA) {BODY}\n\n(By Jane Roe and John Doe)\n\nEnditem/AW\n"
    )

    assert (found.byline, found.removed) == (
        "Jane Roe and John Doe",
        ("(By Jane Roe and John Doe)", "Enditem/AW"),
    )


@pytest.mark.parametrize(
    "sign", ["(PNA)", "(NAN)(www.example.org)", "(ANSA).", "\u25a0", "(Bernama)", "\u2013 SAnews.gov.za"]
)
def test_signs_behind_the_last_sentence_are_removed(sign: str) -> None:
    found = read(f"Ports reopen\n\nKOCHI, Sept 16 - {BODY} {sign}\n")

    assert (found.paragraphs[-1], found.removed) == ("Ten are open.", (sign,))


@pytest.mark.parametrize(
    "end",
    [
        "They left (in a hurry).",
        "He leads the party (BJP)",
        "It flew the F/A-18.",
        "It is 50/50.",
        "They left in 1998 \u2013 Reuters.",
    ],
)
def test_brackets_and_strokes_that_end_a_sentence_stay(end: str) -> None:
    found = read(f"Ports reopen\n\nKOCHI, Sept 16 (PTI) - Ports reopened. {end}\n\n{end}\n")

    assert (found.paragraphs, found.removed) == ((f"Ports reopened. {end}", end), ())


def test_lines_of_their_own_below_a_text_do_not_make_it_a_wrapped_one() -> None:
    found = read(
        f"Ports reopen\n\nKOCHI, Sept 16 - Ports {'of all states ' * 5}reopened.\nTen are open.\n-- SPA\n"
        "21:14 LOCAL TIME 18:14 GMT\nNNNN\n"
    )

    assert found.paragraphs[1:] == ("Ten are open.",)


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("\u00a9 Agence France-Presse", "AFP"),
        ("Copyright \u00a9 ANTARA 2025", "Antara"),
        ("Copyright 2025 The Associated Press. All rights reserved.", "AP"),
        ("(c) 2025 A Small Paper", None),
        ("WAM/Jane Roe", "WAM"),
        ("Lusa/Fim", "Lusa"),
        ("(NAN)", "NAN"),
        ("(PNA).", "PNA"),
        ("PTI KND RHL", "PTI"),
        ("JD/KND", None),
    ],
)
def test_who_signs_below_a_text_is_its_agency(tail: str, agency: str | None) -> None:
    below = read(f"Ports reopen\n\nKOCHI, Sept 16 - {BODY}\n\n{tail}\n")
    behind = read(f"Ports reopen\n\nKOCHI, Sept 16 - {BODY} {tail}\n") if tail.startswith("(") else below

    assert (below.agency, behind.agency if agency else None) == (agency, agency)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Tehran, IRNA \u2013 ", "Tehran", "IRNA"),
        ("Tema, Sept 16, GNA \u2013 ", "Tema", "GNA"),
        ("Riyadh, September 16, 2025, SPA -- ", "Riyadh", "SPA"),
        ("Amman, Sept. 16 (Petra) -- ", "Amman", "Petra"),
    ],
)
def test_an_agency_without_brackets_closes_a_dateline(line: str, place: str, agency: str) -> None:
    found = read(f"Ports reopen\n\n{line}{BODY}\n")

    assert (found.place, found.agency, found.paragraphs[-1]) == (place, agency, "Ten are open.")


@pytest.mark.parametrize(
    "line", ["Warsaw, 12.06.2025 (PAP) - ", "WARSAW, 12/06/2025 (PAP) -- ", "Warsaw (PAP), 12-06-2025: "]
)
def test_a_dateline_whose_figures_may_be_read_in_two_ways_gives_place_and_agency(line: str) -> None:
    found = read(f"Ports reopen\n\n{line}{BODY}\n")

    assert (found.place, found.day, found.agency) == ("Warsaw", None, "PAP")
    assert len(found.paragraphs) == 2
    assert any("in one of two months" in warning for warning in found.warnings)


@pytest.mark.parametrize("text", ["Budapest, Spa - a guide", "Belgrade, Hina - two worlds"])
def test_a_word_that_is_an_agency_in_capitals_alone_closes_no_dateline(text: str) -> None:
    assert read(f"Ports reopen\n\n{text} {BODY}\n").agency is None
