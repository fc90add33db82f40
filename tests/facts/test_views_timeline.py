"""What the timeline shows: years, vague and open dates, disputes, what is ahead."""

from datetime import date
from typing import Any

import make
from briefing.views.kinds import timeline
from briefing.views.parts import happening
from briefing.views.shapes.pages import Link


def told(*dates: str, **keys: Any) -> Any:
    return make.content(make.article("a", events=[{"date": day, "title": day} | keys for day in dates]))


def years(page: Any) -> list[tuple[str, list[str]]]:
    return [(group.heading, [event.date.words for event in group.items]) for group in page.years]


def test_all_years_stand_in_order_of_time() -> None:
    shown = make.page(told("2025-02-01", "2024-08", "2012~"), "timeline/")

    assert years(shown) == [("2012", ["about 2012"]), ("2024", ["Aug 2024"]), ("2025", ["1 Feb 2025"])]
    assert [(link.label, count) for link, count in shown.all_years] == [("2012", 1), ("2024", 1), ("2025", 1)]


def test_each_year_in_which_an_event_begins_has_a_page_between_its_neighbours() -> None:
    content = told("2012", "2014-11/2017-03", "2025-02-01")

    shown = make.page(content, "timeline/2014/")

    assert years(shown) == [("2014", ["Nov 2014 – Mar 2017"])]
    assert (shown.earlier.address, shown.later.address) == ("timeline/2012/", "timeline/2025/")
    assert "timeline/2017/" not in make.pages(content)


def test_an_open_start_stands_at_its_end_and_says_what_is_not_known() -> None:
    assert years(make.page(told("/2024-03"), "timeline/2024/")) == [
        ("2024", ["until Mar 2024, start not known"])
    ]


def test_no_day_is_invented() -> None:
    [group] = make.page(told("2024-08"), "timeline/2024/").years

    assert (group.items[0].date.machine, group.items[0].date.is_vague) == ("2024-08", True)


def test_what_is_ahead_stands_apart() -> None:
    shown = make.page(told("2025-11-21", "2025-11-20"), "timeline/")

    assert years(shown) == [("2025", ["20 Nov 2025"])]
    assert [event.date.words for event in shown.upcoming] == ["21 Nov 2025"]
    assert shown.upcoming[0].date.is_future


def test_what_was_expected_is_ahead_until_its_last_day_has_passed() -> None:
    content = told("2025-11", basis="expected")

    def ahead(day: int, month: int) -> int:
        return len(make.page(content, "timeline/", today=date(2025, month, day)).upcoming)

    assert (ahead(30, 11), ahead(1, 12)) == (1, 0)


def test_an_event_has_one_address_and_leads_to_all_that_it_names() -> None:
    event = {"id": "talks", "date": "2025-02-01", "title": "Talks", "actors": ["ann"], "topics": ["trade"]}
    content = make.content(make.article("a", events=[event]), make.actor("ann"), make.topic("trade"))

    [group] = make.page(content, "timeline/").years
    [shown] = group.items

    assert (shown.anchor, shown.address) == ("br-event-talks", "timeline/2025/#br-event-talks")
    assert [link.address for link in (*shown.actors, *shown.topics, *shown.told_by)] == [
        "actors/ann/",
        "topics/trade/",
        "articles/a/",
    ]


def test_disagreeing_dates_stand_side_by_side_with_who_says_which() -> None:
    sources = [{"id": "text", "title": "Text"}, {"id": "press", "title": "Press"}]
    dates = [{"date": "2024-08-22", "sources": ["text"]}, {"date": "2024-08-23", "sources": ["press"]}]
    event = {"id": "s", "date": "2024-08-22", "title": "Signed", "dates": dates}
    other = {"id": "s", "date": "2024-08-23", "title": "Signed"}
    content = make.content(
        make.article("a", sources=sources, events=[event]), make.brief("b", events=[other])
    )

    [group] = make.page(content, "timeline/2024/").years

    said = group.items[0].disagreeing
    assert [(one.date.words, [(who.label, who.address) for who in one.sources]) for one in said] == [
        ("22 Aug 2024", [("Text", "articles/a/")]),
        ("23 Aug 2024", [("Press", "articles/a/"), ("B", "briefs/b/")]),
    ]


def test_a_finer_date_says_whose_it_is_and_nothing_disagrees() -> None:
    sources = [{"id": "text", "title": "Text"}, {"id": "wire", "title": "Wire"}]
    dates = [{"date": "2024-08-22", "sources": ["text"]}, {"date": "2024-08", "sources": ["wire"]}]
    content = make.content(
        make.article("a", sources=sources, events=[{"date": "2024-08", "title": "Signed", "dates": dates}])
    )

    [group] = make.page(content, "timeline/2024/").years
    [shown] = group.items

    assert (shown.date.words, shown.date_source, shown.disagreeing) == ("22 Aug 2024", "Text", ())


def test_a_date_that_nobody_gives_coarser_needs_no_source() -> None:
    [group] = make.page(told("2024-08-22"), "timeline/2024/").years

    assert group.items[0].date_source == ""


def test_the_page_of_all_years_stays_readable_and_keeps_the_way_to_every_year() -> None:
    events = [{"date": str(year), "title": str(n)} for year in (2001, 2002, 2003) for n in range(140)]

    shown = make.page(make.content(make.article("a", events=events)), "timeline/")

    assert [group.heading for group in shown.years] == ["2002", "2003"]
    assert [link.label for link, _ in shown.all_years] == ["2001", "2002", "2003"]


def test_of_a_year_with_very_many_events_the_page_of_all_years_has_those_nearest_to_today() -> None:
    many = timeline.MOST
    events = [{"date": day, "title": str(n)} for day in ("2025-03-01", "2025-12-01") for n in range(many)]
    content = make.content(make.article("a", events=events))

    shown = make.page(content, "timeline/")

    [group] = shown.years
    assert (len(group.items), len(shown.upcoming)) == (many // 2, many // 2)
    assert shown.cut_year == (Link("2025", "timeline/2025/"), 2 * many)
    of_year = make.page(content, "timeline/2025/")
    assert (len(of_year.years[0].items), len(of_year.upcoming), of_year.cut_year) == (many, many, None)


def test_a_long_year_stands_by_month_and_what_is_known_by_no_month_apart() -> None:
    vague = ("2024", "2024-33", "2024-XX-XX", "2024/2025")
    days = [f"2024-03-{day:02}" for day in range(1, 11)]
    content = told(*days, "2024-03", "2024-01", "/2024-05", "2024-08-30/2025-01", *vague)

    shown = make.page(content, "timeline/2024/")

    assert [(group.heading, group.anchor, len(group.items)) for group in shown.years] == [
        ("Jan 2024", "br-month-2024-01", 1),
        ("Mar 2024", "br-month-2024-03", 11),
        ("May 2024", "br-month-2024-05", 1),
        ("Aug 2024", "br-month-2024-08", 1),
        ("Without a month", "br-month-unknown", 4),
    ]
    assert [heading.id for heading in shown.head.contents] == [group.anchor for group in shown.years]
    assert shown.is_by_month
    assert years(make.page(content, "timeline/"))[0][0] == "2024"


def test_a_short_year_is_one_list() -> None:
    shown = make.page(told("2024-03-01", "2024-05", "2024"), "timeline/2024/")

    assert [group.heading for group in shown.years] == ["2024"]
    assert not shown.is_by_month


def test_a_content_without_events_has_an_empty_timeline() -> None:
    assert make.page(make.content(make.actor("ann")), "timeline/").years == ()


def telling(number: int, **keys: Any) -> Any:
    """An event that so many articles tell."""
    told = {"id": "talks", "date": "2025-02-01", "title": "Talks"} | keys
    return make.content(
        *(make.article(f"a{at:03}", events=[told]) for at in range(number)), make.topic("trade")
    )


def test_what_very_many_tell_names_the_first_of_them_and_its_year_names_all() -> None:
    content = telling(happening.NAMED + 8)

    [on_article] = make.page(content, "articles/a019/").events
    [of_year] = make.page(content, "timeline/2025/").years[0].items
    [of_all] = make.page(content, "timeline/").years[0].items

    assert (len(on_article.told_by), on_article.tellers) == (happening.NAMED, happening.NAMED + 8)
    assert (len(of_all.told_by), of_all.tellers) == (happening.NAMED, happening.NAMED + 8)
    assert (len(of_year.told_by), of_year.tellers) == (happening.NAMED + 8, 0)
    assert on_article.address == "timeline/2025/#br-event-talks"


def test_what_some_tell_names_all_of_them() -> None:
    [shown] = make.page(telling(happening.NAMED), "topics/trade/").profile.events[0].items

    assert (len(shown.told_by), shown.tellers) == (happening.NAMED, 0)


def test_of_very_many_dates_and_of_those_who_say_one_the_first_are_shown() -> None:
    many = happening.NAMED + 3
    days = [f"2025-03-{day + 1:02}" for day in range(many)]
    odd = {"id": "talks", "title": "Talks"}
    others = [make.article(f"b{at:02}", events=[odd | {"date": day}]) for at, day in enumerate(days)]
    same = [make.article(f"c{at:02}", events=[odd | {"date": "2025-01-31"}]) for at in range(many)]

    content = make.content(*others, *same)

    [on_article] = make.page(content, "articles/b00/").events
    [of_year] = make.page(content, "timeline/2025/").years[0].items

    assert (len(on_article.disagreeing), on_article.dates) == (happening.NAMED, many + 1)
    assert (len(on_article.disagreeing[0].sources), on_article.disagreeing[0].number) == (
        happening.NAMED,
        many,
    )
    assert (len(of_year.disagreeing), of_year.dates) == (many + 1, 0)
    assert (len(of_year.disagreeing[0].sources), of_year.disagreeing[0].number) == (many, 0)


def test_of_very_many_who_give_the_finer_date_the_first_are_named() -> None:
    coarse = make.article("z", events=[{"id": "talks", "date": "2025-02", "title": "Talks"}])
    finer = telling(happening.NAMED + 8).documents.values()

    [shown] = make.page(make.content(coarse, *finer), "timeline/2025/").years[0].items

    assert shown.date_source.endswith("and 8 more")
    assert shown.date_source.count(",") == happening.NAMED - 1
