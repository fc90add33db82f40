"""Addresses that are gone: who is told, and that nothing is left behind for anyone else."""

from __future__ import annotations

import make
from briefing.model.content import HandPage
from briefing.model.marking import Audience, Marking
from briefing.model.source import Address
from briefing.release import release

PUBLIC = Audience("public", Marking.CLEAR)
HARBOUR = {"address": "briefs/harbour", "because": "It was about another one.", "date": "2025-11-03"}
SECRET = {"address": "briefs/secret", "because": "Never say.", "marking": "TLP:AMBER"}


def gone_page(*entries: dict[str, str], marking: Marking = Marking.CLEAR) -> HandPage:
    return make.hand_page("about/gone/", marking=marking, gone=entries)


def test_an_address_that_is_gone_says_so_and_why() -> None:
    shown = make.page(make.content(pages=(gone_page(HARBOUR),)), "briefs/harbour/")

    assert shown.because == "It was about another one."
    assert (shown.head.title, shown.head.date.words) == ("No longer here", "3 Nov 2025")


def test_a_document_that_stands_there_wins() -> None:
    content = make.content(make.brief("harbour"), pages=(gone_page(HARBOUR),))

    assert make.page(content, "briefs/harbour/").head.title != "No longer here"


def test_its_page_carries_the_marking_of_its_entry() -> None:
    shown = make.page(make.content(pages=(gone_page(SECRET),)), "briefs/secret/")

    assert shown.head.marking.label == "TLP:AMBER"


def test_an_entry_above_the_audience_leaves_nothing_behind() -> None:
    content = make.content(pages=(gone_page(HARBOUR, SECRET),))

    released = release(content, PUBLIC)

    assert released.pages == make.content(pages=(gone_page(HARBOUR),)).pages
    assert "briefs/secret/" not in make.pages(released)


def test_a_page_above_the_audience_takes_its_list_with_it() -> None:
    content = make.content(pages=(gone_page(HARBOUR, marking=Marking.AMBER),))

    assert not release(content, PUBLIC).pages
    assert make.page(content, "briefs/harbour/").head.marking.label == "TLP:AMBER"


def test_a_content_that_is_whole_for_an_audience_is_released_as_it_is() -> None:
    content = make.content(make.brief("b"), pages=(gone_page(HARBOUR),))

    assert release(content, Audience("internal", Marking.AMBER_STRICT)) is content


def test_a_raised_marking_is_told_only_where_an_entry_says_so() -> None:
    raised = make.brief("harbour", marking="TLP:AMBER")

    assert Address("briefs/harbour/") not in make.pages(release(make.content(raised), PUBLIC))
    told = release(make.content(raised, pages=(gone_page(HARBOUR),)), PUBLIC)
    assert make.page(told, "briefs/harbour/").head.title == "No longer here"
