"""Which pages there are, and what the indexes, the home page, the register and the about pages show."""

from datetime import date
from typing import Any

import pytest

import make
from briefing.model.marking import Marking
from briefing.model.scale import SCALES
from briefing.views.kinds import indexes
from briefing.views.shapes.pages import Link

OUTCOME = {"result": "happened", "date": "2025-11-10"}


def test_every_document_index_and_year_has_a_page() -> None:
    content = make.content(
        make.brief("b"),
        make.article("a", events=[{"date": "2025-10-31", "title": "Signed"}]),
        make.actor("ann", former=["annie"]),
        make.topic("trade"),
        make.agreement("pact"),
        pages=(make.hand_page("about/likelihood/"),),
    )

    assert list(make.pages(content)) == [
        "",
        "about/likelihood/",
        "actors/",
        "actors/ann/",
        "actors/annie/",
        "agreements/",
        "agreements/pact/",
        "articles/",
        "articles/a/",
        "briefs/",
        "briefs/b/",
        "digests/",
        "digests/2025-11/",
        "digests/2025-W45/",
        "judgements/",
        "network/",
        "timeline/",
        "timeline/2025/",
        "topics/",
        "topics/trade/",
    ]


def test_nothing_at_all_still_makes_a_site() -> None:
    shown = make.page(make.content(), "")

    assert (shown.head.title, shown.latest, shown.ways_in) == ("Briefing Room", (), ())


def test_an_old_address_leads_on() -> None:
    content = make.content(make.actor("india", former=["bharat"]))

    assert make.page(content, "actors/bharat/").to == Link("India", "actors/india/")


def test_indexes_group_documents_by_year_and_actors_by_what_they_are() -> None:
    content = make.content(
        make.brief("old", date="2024-02-01"),
        make.brief("new", date="2025-02-01"),
        make.brief("newer", date="2025-03-01"),
        make.actor("ann", roles=[{"title": "Minister"}]),
        make.actor("india", type="country", summary="A republic."),
    )

    briefs, actors = make.page(content, "briefs/"), make.page(content, "actors/")

    assert [(group.heading, [one.link.label for one in group.items]) for group in briefs.documents] == [
        ("2025", ["Newer", "New"]),
        ("2024", ["Old"]),
    ]
    assert [
        (group.heading, [(one.link.label, one.line) for one in group.items]) for group in actors.profiles
    ] == [
        ("Countries", [("India", "A republic.")]),
        ("People", [("Ann", "Minister")]),
    ]


def test_topics_are_listed_as_a_tree_each_once() -> None:
    content = make.content(
        make.topic("energy"),
        make.topic("trade"),
        make.topic("oil", broader=["trade", "energy"]),
        make.article("a", topics=["oil"]),
    )

    [group] = make.page(content, "topics/").profiles

    assert [(line.link.label, line.depth, line.documents) for line in group.items] == [
        ("Energy", 0, 1),
        ("Trade", 0, 1),
        ("Oil", 1, 1),
    ]


def test_the_home_page_shows_the_latest_that_still_stands() -> None:
    content = make.content(
        *(make.brief(f"b{n}", date=f"2025-11-{n:02}") for n in range(1, 8)),
        make.brief("last", date="2025-11-10", supersedes="b7"),
        make.brief("gone", date="2025-11-11", status="withdrawn", withdrawn_because="Wrong."),
    )

    assert [one.link.label for one in make.page(content, "").latest] == ["Last", "B6", "B5", "B4", "B3"]


def test_the_home_page_shows_what_is_due_what_is_next_and_what_was_last() -> None:
    def told(id_: str, horizon: str) -> dict[str, Any]:
        return make.judgement(id_, likelihood="likely", horizon=horizon)

    events = [{"date": day, "title": day} for day in ("2024", "2025-10-31", "2026-02-01")]
    content = make.content(
        make.article("a", events=events),
        make.brief("b", judgements=[told("far", "2029"), told("near", "2026"), told("due", "2024")]),
    )

    home = make.page(content, "")

    assert [one.id for one in home.due] == ["due", "near", "far"]
    assert [event.title for event in home.upcoming] == ["2026-02-01"]
    assert [event.title for event in home.recent] == ["2025-10-31", "2024"]


def test_an_index_of_many_leads_to_the_first_of_each_letter() -> None:
    names = ["1st", *(f"Ann {n}" for n in range(indexes.MANY)), "bo", "Élan"]
    people = [make.actor(f"p{n}", name=name) for n, name in enumerate(names)]
    content = make.content(*people, make.actor("india", type="country"))

    shown = make.page(content, "actors/")

    assert [(one.id, one.text, one.level) for one in shown.head.contents] == [
        ("br-countries", "Countries", 2),
        ("br-people", "People", 2),
        ("br-people-other", "#", 5),
        ("br-people-a", "A", 5),
        ("br-people-b", "B", 5),
        ("br-people-é", "É", 5),
    ]
    [_, listed] = shown.profiles
    assert [(line.link.label, line.anchor) for line in listed.items if line.anchor] == [
        ("1st", "br-people-other"),
        ("Ann 0", "br-people-a"),
        ("bo", "br-people-b"),
        ("Élan", "br-people-é"),
    ]


def test_a_backlog_leaves_room_for_what_is_next_on_the_home_page() -> None:
    def told(year: int) -> dict[str, Any]:
        return make.judgement(f"in-{year}", likelihood="likely", horizon=str(year))

    def checked(*years: int) -> list[str]:
        content = make.content(make.brief("b", judgements=[told(year) for year in years]))
        return [one.id for one in make.page(content, "").due]

    assert checked(*range(2016, 2032)) == ["in-2024", "in-2023", "in-2025", "in-2026", "in-2027"]
    assert checked(*range(2016, 2026)) == ["in-2024", "in-2023", "in-2022", "in-2021", "in-2025"]


def test_the_register_has_what_is_due_longest_first() -> None:
    judgements = [
        make.judgement(id_, likelihood="likely", horizon=id_[1:]) for id_ in ("j2024", "j2016", "j2027")
    ]

    page = make.page(make.content(make.brief("b", judgements=judgements)), "judgements/")

    assert [[one.id for one in group.items] for group in page.groups] == [["j2016", "j2024"], ["j2027"]]


def test_the_home_page_is_the_content_root_s_own_where_it_has_one() -> None:
    content = make.content(pages=(make.hand_page("", title="The desk", summary="What we do."),))

    home = make.page(content, "", {"": make.Text("<p>Welcome</p>")})

    assert (home.head.title, home.head.summary, home.html) == ("The desk", "What we do.", "<p>Welcome</p>")


def test_the_register_groups_judgements_by_where_they_stand() -> None:
    content = make.content(
        make.brief("a", judgements=[make.judgement("kept"), make.judgement("done", outcome=OUTCOME)]),
        make.brief("b", supersedes="a", judgements=[make.judgement("kept")]),
        make.brief("c", judgements=[make.judgement("late", likelihood="likely", horizon="2024")]),
    )

    groups = make.page(content, "judgements/").groups

    assert [(group.heading, [one.id for one in group.items]) for group in groups] == [
        ("Due", ["late"]),
        ("Open", ["kept"]),
        ("Resolved", ["done"]),
        ("Superseded", ["kept"]),
    ]


@pytest.mark.parametrize(("count", "rows"), [(9, []), (10, [("likely or probable", 7, 10)])])
def test_the_register_says_how_often_a_band_came_true_once_ten_have_outcomes(
    count: int, rows: list[tuple[str, int, int]]
) -> None:
    results = ["happened"] * 7 + ["did-not-happen"] * (count - 7) + ["cannot-tell", "condition-not-met"]
    judgements = [
        make.judgement(f"j{n}", likelihood="likely", outcome={"result": result, "date": "2025-11-10"})
        for n, result in enumerate(results)
    ]

    shown = make.page(make.content(make.brief("a", judgements=judgements)), "judgements/")

    assert [(row.likelihood.term, row.happened, row.scored) for row in shown.calibration] == rows
    assert shown.scored == count


def test_an_outcome_carried_over_to_a_later_brief_counts_once() -> None:
    scored = make.judgement(likelihood="likely", outcome=OUTCOME)
    content = make.content(
        make.brief("a", judgements=[scored]), make.brief("b", supersedes="a", judgements=[scored])
    )

    assert make.page(content, "judgements/").scored == 1


def test_the_likelihood_page_shows_the_scale_in_use_first_and_keeps_phia_s_gaps() -> None:
    content = make.content(pages=(make.hand_page("about/likelihood/"),))

    scales = make.page(content, "about/likelihood/", scale=SCALES["phia"]).scales

    assert [id_ for id_, _, _ in scales] == ["phia", "icd203"]
    assert [(band.terms, band.printed) for band in scales[0][2]][:2] == [
        (("remote chance",), "up to ~5 %"),
        (("highly unlikely",), "~10–20 %"),
    ]


def test_the_markings_page_explains_every_label_and_is_not_marked_by_them() -> None:
    shown = make.page(make.content(pages=(make.hand_page("about/markings/"),)), "about/markings/")

    assert [one.label for one in shown.markings] == [
        "TLP:CLEAR",
        "TLP:GREEN",
        "TLP:AMBER",
        "TLP:AMBER+STRICT",
    ]
    assert shown.head.marking.label == "TLP:CLEAR"


def test_the_problems_page_has_every_code_in_its_group() -> None:
    shown = make.page(make.content(pages=(make.hand_page("about/problems/"),)), "about/problems/")

    assert [group.anchor for group in shown.rules][:2] == ["br-rules-b1", "br-rules-b2"]
    assert all(
        rule.code.startswith(group.anchor[-2:].upper()) for group in shown.rules for rule in group.items
    )


def test_about_pages_lead_to_each_other() -> None:
    content = make.content(
        pages=(
            make.hand_page(""),
            make.hand_page("about/"),
            make.hand_page("about/briefs/", title="Add a brief"),
        )
    )

    assert make.page(content, "about/").pages == (Link("Add a brief", "about/briefs/"),)


class TestThePageIsMarkedAsHighAsWhatItShows:
    def marking(self, content: Any, address: str) -> str:
        shown = make.page(content, address)
        head = shown.profile.head if hasattr(shown, "profile") else shown.head
        return str(head.marking.label)

    def test_its_own_marking(self) -> None:
        assert (
            self.marking(make.content(make.article("a", marking="TLP:GREEN")), "articles/a/") == "TLP:GREEN"
        )

    def test_a_single_judgement(self) -> None:
        brief = make.brief("b", judgements=[make.judgement(marking="TLP:AMBER")])

        assert self.marking(make.content(brief), "briefs/b/") == "TLP:AMBER"
        assert self.marking(make.content(brief), "judgements/") == "TLP:AMBER"

    def test_a_single_event_on_a_timeline(self) -> None:
        event = {"date": "2025-10-31", "title": "Signed", "marking": "TLP:GREEN"}
        content = make.content(make.article("a", events=[event, {"date": "2024", "title": "Talks"}]))

        assert self.marking(content, "timeline/2025/") == "TLP:GREEN"
        assert self.marking(content, "timeline/2024/") == "TLP:CLEAR"

    def test_a_single_source(self) -> None:
        article = make.article("a", sources=[{"title": "Cable", "marking": "TLP:AMBER"}])

        assert self.marking(make.content(article), "articles/a/") == "TLP:AMBER"

    def test_a_document_that_is_listed(self) -> None:
        content = make.content(
            make.actor("ann"), make.brief("b", marking="TLP:AMBER", actors=["ann"]), make.topic("x")
        )

        assert self.marking(content, "actors/ann/") == "TLP:AMBER"
        assert self.marking(content, "briefs/") == "TLP:AMBER"
        assert self.marking(content, "topics/x/") == "TLP:CLEAR"

    def test_nothing_marked(self) -> None:
        assert self.marking(make.content(make.article("a", marking="TLP:GREEN")), "briefs/") == "TLP:CLEAR"

    def test_a_hand_written_page(self) -> None:
        content = make.content(pages=(make.hand_page("about/desk/", marking=Marking.GREEN),))

        assert self.marking(content, "about/desk/") == "TLP:GREEN"


def test_the_day_is_an_argument() -> None:
    content = make.content(make.article("a", events=[{"date": "2026-02-01", "title": "Talks"}]))

    assert make.page(content, "", today=date(2026, 1, 31)).recent == ()
    assert make.page(content, "", today=date(2026, 2, 1)).upcoming == ()


def test_a_page_of_a_document_is_made_each_time_that_it_is_asked_for() -> None:
    pages = make.pages(make.content(make.brief("b")))
    address = make.ref("briefs/b").address

    assert pages[address] == pages[address]
    assert pages[address] is not pages[address]
