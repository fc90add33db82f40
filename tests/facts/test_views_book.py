"""Which briefs are in a book, and how it is marked."""

from __future__ import annotations

from datetime import date

import pytest

import editions
import make
from briefing.views import site
from briefing.views.edition import Edition
from briefing.views.kinds import book
from briefing.views.kinds.book import Choice, Missing

TRADE, TARIFFS = make.topic("trade"), make.topic("tariffs", broader=("trade",))
ANN = make.actor("ann")
OLD = make.brief("old", date="2025-11-01", topics=["tariffs"])
NEW = make.brief("new", date="2025-11-09", actors=["ann"], marking="TLP:GREEN")
NEXT = make.brief("next", date="2025-11-10", supersedes="past")
PAST = make.brief("past", date="2025-10-10", topics=["trade"])


def edition(language: str = "en") -> Edition:
    return editions.edition(TRADE, TARIFFS, ANN, OLD, NEW, NEXT, PAST, language=language)


def ids(choice: Choice) -> list[str]:
    return [ref.id for ref in book.chosen(edition(), choice)]


def test_those_named_come_in_their_order_even_where_they_no_longer_stand() -> None:
    assert ids(Choice(named=("past", "new", "past"))) == ["past", "new"]


def test_those_described_come_newest_first_and_stand() -> None:
    assert ids(Choice(subjects=(TRADE.ref,))) == ["next", "new", "old"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(subjects=(TARIFFS.ref,)), ["old"]),
        (Choice(subjects=(ANN.ref,)), ["new"]),
        (Choice(subjects=(TRADE.ref, ANN.ref)), ["new"]),
        (Choice(subjects=(TARIFFS.ref, TRADE.ref)), ["next", "new", "old"]),
        (Choice(subjects=(TARIFFS.ref, ANN.ref)), []),
        (Choice(since=date(2025, 11, 9)), ["next", "new"]),
        (Choice(until=date(2025, 11, 9)), ["new", "old"]),
        (Choice(named=("old",), subjects=(ANN.ref,)), ["old", "new"]),
    ],
)
def test_all_that_is_said_of_them_holds(choice: Choice, expected: list[str]) -> None:
    assert ids(choice) == expected


@pytest.mark.parametrize("choice", [Choice(named=("nobody",)), Choice(subjects=(make.ref("actors/bob"),))])
def test_what_nobody_knows_is_said(choice: Choice) -> None:
    with pytest.raises(Missing, match=r"there is no (brief nobody|actor bob) for internal readers"):
        book.chosen(edition(), choice)


def made(choice: Choice, title: str = "") -> book.Book:
    one = edition()
    return book.book(one, site.Pages(one), book.chosen(one, choice), choice, title)


def test_a_book_is_marked_as_the_highest_of_its_briefs() -> None:
    assert made(Choice(named=("old",))).marking.label == "TLP:CLEAR"
    assert made(Choice(named=("old", "new"))).marking.label == "TLP:GREEN"


@pytest.mark.parametrize(
    ("choice", "title", "about"),
    [
        (Choice(subjects=(ANN.ref,)), "Briefing book: Ann", ()),
        (Choice(named=("old",), subjects=(ANN.ref,)), "Briefing book", ("On Ann, and others",)),
        (Choice(subjects=(TARIFFS.ref, TRADE.ref)), "Briefing book", ("On Tariffs or Trade",)),
        (
            Choice(since=date(2025, 11, 1), until=date(2025, 11, 30)),
            "Briefing book",
            ("Published from 1 Nov 2025 to 30 Nov 2025",),
        ),
    ],
)
def test_the_title_page_says_what_was_chosen(choice: Choice, title: str, about: tuple[str, ...]) -> None:
    found = made(choice)

    assert (found.title, found.about) == (title, about)


def test_a_title_of_ones_own_is_taken() -> None:
    found = made(Choice(subjects=(ANN.ref,)), "For the visit")

    assert (found.title, found.about, found.count) == ("For the visit", ("On Ann",), "1 brief")


def test_sources_of_judgements_are_numbered_after_those_of_the_brief() -> None:
    first, second = {"title": "First"}, {"title": "Second"}
    told = [
        make.judgement("a", sources=[{"title": "Third"}, second]),
        make.judgement("b"),
        make.judgement("c", sources=[{"title": "Fourth"}, {"title": "Third"}, first]),
    ]
    brief = make.brief("one", sources=[first, second, first], judgements=told)

    page = make.page(make.content(TRADE, brief), "briefs/one/")

    assert page.cited == ((2, 4), (), (1, 4, 5))
    assert [source.title for source in page.endnotes] == ["Third", "Fourth"]


def test_a_brief_names_its_pdf_where_one_is_made() -> None:
    content = make.content(TRADE, make.brief("one"))

    assert make.page(content, "briefs/one/").paper == ""
    assert make.page(content, "briefs/one/", papers=True).paper == "briefs/one/one.pdf"
