"""What the pages of actors, topics and agreements show."""

from datetime import date

import make
from briefing.views.shapes.pages import Companion, Fact, Link


def test_an_actor_s_page_has_every_document_that_names_it_with_the_sentence() -> None:
    content = make.content(make.actor("ann"), make.article("a", actors=["ann"]), make.actor("bob"))
    named = {
        "articles/a": make.naming("Then Ann spoke.", Ann="actors/ann"),
        "actors/bob": make.naming("Bob met Ann.", Ann="actors/ann"),
    }

    profile = make.page(content, "actors/ann/", named).profile

    [about] = profile.documents
    in_2025, in_profiles = profile.mentions
    [mention] = in_2025.items
    assert [one.link.address for one in about.items] == ["articles/a/"]
    assert (mention.before, mention.name, mention.after) == ("Then ", "Ann", " spoke.")
    assert mention.is_about
    assert (in_profiles.heading, in_profiles.items[0].kind) == ("Profiles", "Actor · person")


def test_an_actor_s_card_tells_roles_names_country_and_parts() -> None:
    content = make.content(
        make.actor("india", name="India", type="country", country="IN"),
        make.actor("ministry", type="organisation", part_of="india"),
        make.actor(
            "ann",
            country="IN",
            aliases=["Annie", {"name": "Minister", "from": "2019-05-31"}],
            roles=[
                {"title": "Adviser", "of": "india", "from": "2010", "to": "2014-05"},
                {"title": "Minister", "of": "india", "from": "2019-05-31"},
            ],
        ),
    )

    ann, india = make.page(content, "actors/ann/"), make.page(content, "actors/india/")

    assert ann.profile.names == ("Annie", "Minister (since 31 May 2019)")
    assert ann.profile.facts == (Fact("Country", links=(Link("India", "actors/india/"),)),)
    assert [(role.title, role.period, role.is_current) for role in ann.roles] == [
        ("Minister", "since 31 May 2019", True),
        ("Adviser", "2010 – May 2014", False),
    ]
    assert india.parts == (
        Link("Ministry", "actors/ministry/"),
        Link("Ann", "actors/ann/", "Minister, since 31 May 2019"),
    )


def test_a_role_that_ended_on_an_unknown_day_says_so() -> None:
    role = {"title": "Minister", "from": "2019", "to": "unknown"}

    [shown] = make.page(make.content(make.actor("ann", roles=[role])), "actors/ann/").roles

    assert (shown.period, shown.is_current) == ("from 2019; ended, day not known", False)


def test_a_role_is_over_once_its_end_has_passed() -> None:
    content = make.content(make.actor("ann", roles=[{"title": "Minister", "from": "2019", "to": "2025-11"}]))

    [before], [after] = (
        make.page(content, "actors/ann/", today=date(2025, month, 30)).roles for month in (11, 12)
    )

    assert (before.is_current, after.is_current) == (True, False)


def test_a_country_without_a_profile_goes_by_its_name() -> None:
    content = make.content(make.actor("ann", country="FR"))

    assert make.page(content, "actors/ann/").profile.facts == (Fact("Country", ("France",)),)


def test_an_actor_s_agreements_say_whether_it_is_party_or_signatory() -> None:
    content = make.content(
        make.actor("india", type="country"),
        make.actor("ann"),
        make.agreement("old", parties=["india"], signed="2005"),
        make.agreement(
            "new", parties=["india"], signed="2015-06-03", signatories=[{"actor": "ann", "for": "india"}]
        ),
        make.agreement("open", parties=["india"]),
    )

    def agreements(actor: str) -> list[tuple[str, str, str]]:
        shown = make.page(content, f"actors/{actor}/").agreements
        return [(link.label, link.note, part) for link, part in shown]

    assert agreements("india") == [
        ("New", "signed 3 Jun 2015", "party"),
        ("Old", "signed 2005", "party"),
        ("Open", "", "party"),
    ]
    assert agreements("ann") == [("New", "signed 3 Jun 2015", "signatory")]


def test_judgements_about_an_actor_stand_by_horizon_and_past_ones_newest_first() -> None:
    def told(id_: str, horizon: str, **keys: object) -> dict[str, object]:
        return make.judgement(id_, likelihood="likely", horizon=horizon, about=["actors/ann"], **keys)

    content = make.content(
        make.actor("ann"),
        make.brief("a", judgements=[told("late", "2029"), told("soon", "2027"), told("due", "2024")]),
        make.brief("c", judgements=[told("overdue", "2016"), make.judgement("ever", about=["actors/ann"])]),
        make.brief(
            "b", judgements=[told("done", "2024", outcome={"result": "happened", "date": "2025-01-01"})]
        ),
    )

    profile = make.page(content, "actors/ann/").profile

    [now], [past] = profile.judgements, profile.past_judgements
    assert [one.id for one in now.items] == ["soon", "late", "ever", "due", "overdue"]
    assert [(one.id, one.outcome.words) for one in past.items] == [("done", "Happened")]


def test_a_timeline_runs_by_year_newest_first_with_what_is_ahead_apart() -> None:
    dates = ["2024-01-05", "2024-03", "2025-02-01", "2030"]
    events = [{"date": day, "title": day, "actors": ["ann"]} for day in dates]
    content = make.content(make.actor("ann"), make.article("a", events=events))

    profile = make.page(content, "actors/ann/").profile

    assert [(group.heading, [event.title for event in group.items]) for group in profile.events] == [
        ("2025", ["2025-02-01"]),
        ("2024", ["2024-03", "2024-01-05"]),
    ]
    assert [event.title for event in profile.upcoming] == ["2030"]


def test_no_event_on_a_profile_s_page_leads_to_that_page() -> None:
    event = {"date": "2024", "title": "Talks", "actors": ["ann", "bob"]}
    content = make.content(make.actor("ann"), make.actor("bob"), make.article("a", events=[event]))

    [group] = make.page(content, "actors/ann/").profile.events

    assert group.items[0].actors == (Link("Bob", "actors/bob/"),)


def test_companions_are_counted() -> None:
    content = make.content(make.actor("ann"), make.actor("bob"), make.article("a", actors=["ann", "bob"]))

    [bob] = make.page(content, "actors/ann/").network.nodes

    assert (bob.link, bob.documents) == (Link("Bob", "actors/bob/"), 1)


def test_a_topic_s_page_rolls_up_documents_and_says_through_which_topic() -> None:
    content = make.content(
        make.topic("trade"),
        make.topic("tariffs", broader=["trade"], related=["energy"]),
        make.topic("energy"),
        make.actor("ann"),
        make.article("a", topics=["tariffs"], actors=["ann"]),
    )

    trade, tariffs = make.page(content, "topics/trade/"), make.page(content, "topics/tariffs/")

    assert [one.via for one in trade.profile.documents[0].items] == ["Narrower topic: Tariffs"]
    assert trade.narrower == (Link("Tariffs", "topics/tariffs/"),)
    assert trade.actors == (Companion(Link("Ann", "actors/ann/"), 1),)
    assert tariffs.trail == tariffs.broader == (Link("Trade", "topics/trade/"),)
    assert tariffs.related == (Link("Energy", "topics/energy/"),)
    assert tariffs.profile.feed == "topics/tariffs/feed.xml"


def test_hidden_labels_of_topics_are_shown_nowhere() -> None:
    content = make.content(make.topic("tariffs", hidden=["tarrifs"]), make.article("a", topics=["tariffs"]))

    assert "tarrifs" not in repr(make.pages(content))


def test_an_agreement_s_card_says_what_its_author_said_and_nothing_else() -> None:
    content = make.content(
        make.actor("india", type="country"),
        make.actor("ann"),
        make.agreement("minute"),
        make.agreement(
            "pact",
            kind="framework",
            short="The pact",
            stage="in-force",
            signed="2015-06-03",
            term="P10Y",
            binding="false",
            parties=["india"],
            supersedes="minute",
            signatories=[{"actor": "ann", "for": "india", "as": "Minister"}, {"name": "B. Carter"}],
        ),
    )

    pact, minute = make.page(content, "agreements/pact/"), make.page(content, "agreements/minute/")

    assert pact.profile.head.kicker == "Agreement · framework"
    assert [(fact.label, *fact.texts) for fact in pact.profile.facts] == [
        ("Stage", "in force"),
        ("Signed", "3 Jun 2015"),
        ("Term", "10 years"),
        ("Binding", "no"),
    ]
    assert [(one.name, one.title, one.party and one.party.label) for one in pact.signatories] == [
        ("Ann", "Minister", "India"),
        ("B. Carter", "", None),
    ]
    assert pact.follows == (Link("Minute", "agreements/minute/"),)
    assert minute.profile.facts == ()
    assert minute.followed_by == (Link("The pact", "agreements/pact/"),)


def test_a_profile_without_a_body_has_a_full_page_and_no_about_section() -> None:
    content = make.content(make.actor("ann"), make.article("a", actors=["ann"]))

    head = make.page(content, "actors/ann/").profile.head

    assert [heading.id for heading in head.contents] == ["br-documents"]
    assert head.reading_minutes == 0


def test_a_long_list_shows_its_first_whole_and_the_others_by_year_with_none_left_out() -> None:
    dates = [f"20{year}-{month:02}-01" for year in range(20, 25) for month in range(1, 13)]
    articles = [
        make.article(f"a{day}", date=day, topics=["trade"], events=[{"date": day, "title": day}])
        for day in dates
    ]
    content = make.content(make.topic("trade"), *articles)

    profile = make.page(content, "topics/trade/").profile

    assert [(group.heading, len(group.items)) for group in profile.documents] == [
        ("2024", 12),
        ("2023", 12),
        ("2022", 6),
    ]
    assert [(group.heading, group.count) for group in profile.documents[-1].more] == [
        ("2022, continued", 6),
        ("2021", 12),
        ("2020", 12),
    ]
    assert sum(group.count for group in profile.events) == len(dates)


def test_many_judgements_show_the_nearest_whole_and_the_others_as_lines_by_year() -> None:
    judgements = [
        *(
            make.judgement(f"j{n}", likelihood="likely", horizon=f"{2030 + n // 2}", about=["actors/ann"])
            for n in range(14)
        ),
        make.judgement("j14", likelihood="likely", horizon="2026/..", about=["actors/ann"]),
        make.judgement("j15", about=["actors/ann"]),
        make.judgement("j16", likelihood="likely", horizon="2024", about=["actors/ann"]),
    ]
    content = make.content(make.actor("ann"), make.brief("a", judgements=judgements))

    [now] = make.page(content, "actors/ann/").profile.judgements

    assert [one.id for one in now.items] == [f"j{n}" for n in range(10)]
    assert [(group.heading, [one.id for one in group.items]) for group in now.more] == [
        ("Horizon in 2035", ["j10", "j11"]),
        ("Horizon in 2036", ["j12", "j13"]),
        ("Horizon without an end", ["j14"]),
        ("Without a horizon", ["j15"]),
        ("Due, horizon in 2024", ["j16"]),
    ]
