"""What the pages of briefs and articles show."""

from datetime import date

import pytest

import make
from briefing.model import blank
from briefing.model.ref import Kind
from briefing.views.parts import naming
from briefing.views.shapes.pages import Heading, Link

TRADE = make.topic("trade")


def test_a_brief_carries_its_judgements_with_their_ranges() -> None:
    brief = make.brief(
        "a", judgements=[make.judgement(likelihood="likely", horizon="2027", confidence="moderate")]
    )

    [shown] = make.page(make.content(brief, TRADE), "briefs/a/").judgements

    assert (shown.likelihood.term, shown.likelihood.low, shown.likelihood.high) == ("likely", 55, 80)
    assert (shown.likelihood.printed, shown.likelihood.scale) == ("55–80 %", "ICD 203")
    assert (shown.confidence.word, shown.confidence.marks) == ("moderate", 2)
    assert (shown.horizon.words, shown.address, shown.state) == ("2027", "briefs/a/#j1", "open")


def test_what_to_watch_are_the_judgements_with_indicators() -> None:
    brief = make.brief("a", judgements=[make.judgement("j1"), make.judgement("j2", indicators=["A visit."])])

    [(watched, indicators)] = make.page(make.content(brief), "briefs/a/").watch

    assert (watched.id, indicators) == ("j2", ("A visit.",))


def test_the_contents_list_names_the_sections_that_hold_something_and_the_headings_of_the_body() -> None:
    brief = make.brief("a", judgements=[make.judgement(indicators=["A visit."])], source_summary="Thin.")
    text = make.Text("<p>Text</p>", (make.Heading("why", "Why"), make.Heading("deep", "Deep", 3)), "Text")

    contents = make.page(make.content(brief), "briefs/a/", {"briefs/a": text}).head.contents

    assert contents == (
        Heading("br-judgements", "Judgements", 2),
        Heading("br-assessment", "Assessment", 2),
        Heading("why", "Why", 3),
        Heading("br-watch", "What to watch", 2),
        Heading("br-basis", "What this rests on", 2),
    )


def test_no_heading_that_a_new_brief_begins_with_is_one_of_its_page() -> None:
    brief = make.brief("a", judgements=[make.judgement(indicators=["A visit."])], source_summary="Thin.")

    contents = make.page(make.content(brief), "briefs/a/").head.contents

    assert {one.text for one in contents}.isdisjoint(heading for heading, _ in blank.BODIES[Kind.BRIEF])


def test_a_superseded_brief_says_so_and_leads_to_the_last_of_its_line() -> None:
    content = make.content(make.brief("a"), make.brief("b", supersedes="a"), make.brief("c", supersedes="b"))

    shown = make.page(content, "briefs/a/")

    [notice] = shown.head.notices
    assert (notice.kind, notice.link.address) == ("superseded", "briefs/c/")
    assert shown.superseded_by == Link("B", "briefs/b/")
    assert make.page(content, "briefs/b/").supersedes == Link("A", "briefs/a/")


def test_a_withdrawn_document_keeps_its_page_and_says_why() -> None:
    content = make.content(
        make.article("a", status="withdrawn", withdrawn_because="The source was wrong."), TRADE
    )

    [notice] = make.page(content, "articles/a/").head.notices
    [group] = make.page(content, "articles/").documents

    assert (notice.kind, notice.text) == ("withdrawn", "This article was withdrawn. The source was wrong.")
    assert group.items[0].notice == "withdrawn"


@pytest.mark.parametrize(("today", "kinds"), [("2026-01-31", []), ("2026-02-01", ["overdue"])])
def test_a_brief_past_its_review_day_says_so(today: str, kinds: list[str]) -> None:
    content = make.content(make.brief("a", review_by="2026-01-31"))

    head = make.page(content, "briefs/a/", today=date.fromisoformat(today)).head

    assert [notice.kind for notice in head.notices] == kinds


def test_a_draft_says_that_it_is_one() -> None:
    [notice] = make.page(make.content(make.brief("a", status="draft")), "briefs/a/").head.notices

    assert notice.kind == "draft"


def test_a_source_is_shown_with_its_grades_and_the_article_it_comes_through() -> None:
    wire = {
        "id": "wire",
        "title": "Wire",
        "reliability": "B",
        "credibility": "2",
        "origin": "text",
        "date": "2025-11",
    }
    article = make.article("a", sources=[wire, {"id": "text", "title": "The text"}])
    content = make.content(article, make.brief("b", sources=["articles/a#wire"]))

    [source] = make.page(content, "briefs/b/").sources

    assert (source.title, source.grade, source.date) == ("Wire", "B2", "Nov 2025")
    assert (source.reliability, source.credibility) == ("B: usually reliable", "2: probably true")
    assert source.origin == "The text"
    assert source.via == Link("A", "articles/a/")


def test_a_source_of_its_own_comes_through_nothing() -> None:
    content = make.content(make.article("a", sources=[{"title": "Wire"}]))

    [source] = make.page(content, "articles/a/").sources

    assert (source.via, source.grade) == (None, "")


def test_an_article_lists_the_briefs_that_rest_on_it_and_what_else_links_to_it() -> None:
    content = make.content(
        make.article("a", sources=[{"id": "wire", "title": "Wire"}]),
        make.brief("b", articles=["a"]),
        make.article("c", sources=["articles/a#wire"]),
    )

    shown = make.page(content, "articles/a/")

    assert [one.link.address for one in shown.used_by] == ["briefs/b/"]
    [linked] = shown.mentioned_in
    assert [(one.document.address, one.note) for one in linked.items] == [
        ("articles/c/", "cites a source of it")
    ]


def test_of_very_many_that_link_to_an_article_the_newest_stand_open_and_the_others_by_year() -> None:
    many = naming.WHOLE
    content = make.content(
        make.article("a"),
        make.topic("tea", see_also=["articles/a"]),
        *(
            make.article(f"b{n:02}", see_also=["articles/a"], date=f"2024-{n % 12 + 1:02}-01")
            for n in range(many)
        ),
        *(make.article(f"c{n}", see_also=["articles/a"], date=f"201{n}-01-01") for n in range(2)),
    )

    [linked] = make.page(content, "articles/a/").mentioned_in

    assert (len(linked.items), {one.date.machine[:4] for one in linked.items}) == (many, {"2024"})
    assert [(group.heading, len(group.items)) for group in linked.more] == [
        ("2011", 1),
        ("2010", 1),
        ("Profiles", 1),
    ]


def test_a_brief_that_tells_no_event_shows_those_of_the_agreements_it_is_about() -> None:
    content = make.content(make.agreement("pact", signed="2025-10-31"), make.brief("a", agreements=["pact"]))

    assert [event.title for event in make.page(content, "briefs/a/").events] == ["Pact signed"]


def test_authors_go_by_their_printed_names() -> None:
    content = make.content(make.brief("a", authors=["sa", "Guest"]))

    assert make.page(content, "briefs/a/", authors={"sa": "South Asia desk"}).head.authors == (
        "South Asia desk",
        "Guest",
    )


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("he", "rtl"),
        ("ar-EG", "rtl"),
        ("ur", "rtl"),
        ("pa-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("en-US", "ltr"),
    ],
)
def test_the_direction_follows_the_language_and_its_script(language: str, direction: str) -> None:
    head = make.page(make.content(make.article("a", language=language)), "articles/a/").head

    assert (head.language, head.direction) == (language, direction)


def test_the_head_tells_kind_topic_days_and_reading_time() -> None:
    content = make.content(TRADE, make.article("a", updated="2025-11-09"))
    text = make.Text("<p>…</p>", text="word " * 500)

    head = make.page(content, "articles/a/", {"articles/a": text}).head

    assert (head.kicker, head.lead_topic, head.reading_minutes) == (
        "Article",
        Link("Trade", "topics/trade/"),
        3,
    )
    assert (head.date.words, head.updated.words) == ("3 Nov 2025", "9 Nov 2025")


def test_what_a_judgement_said_before_is_shown_newest_first() -> None:
    was = [
        {"date": "2025-11-06", "likelihood": "unlikely"},
        {"date": "2025-11-09", "likelihood": "roughly even chance", "confidence": "low"},
    ]
    brief = make.brief("a", judgements=[make.judgement(likelihood="likely", was=was)])

    [shown] = make.page(make.content(brief), "briefs/a/").judgements

    assert [(one.date.words, one.likelihood.term) for one in shown.was] == [
        ("9 Nov 2025", "roughly even chance"),
        ("6 Nov 2025", "unlikely"),
    ]


def test_a_replaced_judgement_leads_to_the_new_one_and_back() -> None:
    content = make.content(
        make.brief("a", judgements=[make.judgement()]),
        make.brief("b", judgements=[make.judgement("j2", replaces="a#j1")]),
    )

    [old], [new] = (make.page(content, f"briefs/{id_}/").judgements for id_ in "ab")

    assert (old.state, old.replaced_by) == ("replaced", Link("B, judgement 1", "briefs/b/#j2"))
    assert new.replaces == Link("A, judgement 1", "briefs/a/#j1")
