"""Events of several documents: what merges, whose words show, which date, and what stays in dispute."""

import make
from briefing.graph.events import Happening
from briefing.model.marking import Marking
from briefing.model.parts import Basis


def happenings(*documents: object) -> tuple[Happening, ...]:
    return make.graph(make.content(*documents)).events.all  # type: ignore[arg-type]


def signing(date: str = "2025-10-31", **keys: object) -> dict[str, object]:
    return {"id": "signing", "date": date, "title": "The pact is signed"} | keys


def test_events_with_one_id_are_one_event() -> None:
    first = make.article("first", events=[signing(actors=["ann"], topics=["trade"])])
    second = make.article("second", events=[signing(actors=["bob", "ann"])])
    people = (make.actor("ann"), make.actor("bob"), make.topic("trade"))

    [event] = happenings(first, second, *people)

    assert [ref.id for ref in event.tellers] == ["first", "second"]
    assert [ref.id for ref in event.actors] == ["ann", "bob"]
    assert [ref.id for ref in event.topics] == ["trade"]


def test_events_without_an_id_stay_apart_however_alike() -> None:
    alike = [{"date": "2025-10-31", "title": "The pact is signed"}]

    events = happenings(make.article("first", events=alike), make.article("second", events=alike * 2))

    assert [event.key for event in events] == [
        "article--first--2025-10-31",
        "article--second--2025-10-31",
        "article--second--2025-10-31--2",
    ]


def test_events_of_one_document_are_numbered_by_their_day_however_many_there_are() -> None:
    days = ("2025-10-30", "2025-10-31") * 1000
    many = make.article("first", events=[{"date": day, "title": "Fire"} for day in days])

    keys = [event.key for event in happenings(many)]

    assert sorted(keys) == sorted(
        f"article--first--{day}{f'--{number}' if number > 1 else ''}"
        for day in days[:2]
        for number in range(1, 1001)
    )


def test_an_entry_with_an_id_alone_tells_the_event_of_another_document() -> None:
    [event] = happenings(
        make.article("first", events=[signing()]), make.brief("second", events=[{"id": "signing"}])
    )

    assert {ref.id for ref in event.tellers} == {"first", "second"}


def test_an_event_whose_writer_is_not_released_is_not_shown() -> None:
    assert happenings(make.article("second", events=[{"id": "signing"}])) == ()


def test_an_agreement_makes_events_of_its_dates() -> None:
    pact = make.agreement(
        "pact", signed="2015-06-03", in_force="2015-07", expires="2025-06", parties=["india"], place="Delhi"
    )

    events = happenings(pact, make.actor("india"))

    assert [(event.key, event.title, event.place) for event in events] == [
        ("pact-signed", "Pact signed", "Delhi"),
        ("pact-in-force", "Pact in force", ""),
        ("pact-expires", "Pact expires", ""),
    ]
    assert all(event.actors == (make.ref("actors/india"),) for event in events)
    assert all(event.agreements == (pact.ref,) for event in events)


def test_the_end_of_an_agreement_s_term_is_an_expectation_and_its_signing_a_report() -> None:
    events = happenings(make.agreement("pact", signed="2015-06-03", expires="2025-06"))

    assert [event.basis for event in events] == [Basis.REPORTED, Basis.EXPECTED]


def test_the_day_of_signing_in_a_profile_overtakes_what_an_article_expected() -> None:
    [event] = happenings(
        make.agreement("pact", signed="2025-10-31"),
        make.article(
            "a", events=[{"id": "pact-signed", "date": "2025-11", "title": "They sign", "basis": "expected"}]
        ),
    )

    assert (event.title, event.date.text, event.basis) == ("They sign", "2025-10-31", Basis.REPORTED)
    assert not event.in_dispute


def test_a_document_s_words_win_over_those_made_from_an_agreement() -> None:
    pact = make.agreement("pact", signed="2015-06-03", place="Delhi")
    told = make.article(
        "told", events=[{"id": "pact-signed", "date": "2015-06", "title": "Two ministers sign"}]
    )

    [event] = happenings(pact, told)

    assert (event.title, event.place, event.date.text) == ("Two ministers sign", "Delhi", "2015-06-03")
    assert event.tellers == (told.ref,)


def test_the_words_of_the_finer_date_win() -> None:
    [event] = happenings(
        make.article("a", date="2025-11-01", events=[signing("2025-10", title="Signed in October")]),
        make.article("b", date="2025-11-02", events=[signing("2025-10-31", title="Signed on Friday")]),
    )

    assert (event.title, event.date.text) == ("Signed on Friday", "2025-10-31")


def test_with_equal_dates_the_earlier_document_s_words_win() -> None:
    [event] = happenings(
        make.article("a", date="2025-11-02", events=[signing(title="Later words")]),
        make.article("b", date="2025-11-01", events=[signing(title="Earlier words")]),
    )

    assert event.title == "Earlier words"


def test_a_date_within_another_is_no_dispute_and_the_finer_shows() -> None:
    [event] = happenings(make.article("a", events=[signing("2024-08", dates=[{"date": "2024-08-22"}])]))

    assert event.date.text == "2024-08-22"
    assert not event.in_dispute


def test_dates_that_exclude_each_other_are_in_dispute_and_the_teller_s_own_shows() -> None:
    dates = [{"date": "2024-08-22"}, {"date": "2024-08-23"}]

    [event] = happenings(make.article("a", events=[signing("2024-08", dates=dates)]))

    assert event.in_dispute
    assert event.date.text == "2024-08"
    assert [said.date.text for said in event.said] == ["2024-08", "2024-08-22", "2024-08-23"]


def test_an_expectation_is_no_dispute_once_the_event_is_reported() -> None:
    [event] = happenings(
        make.article("a", date="2025-09-01", events=[signing("2025-11-05", basis="expected")]),
        make.article("b", events=[signing("2025-10-31")]),
    )

    assert (event.date.text, event.basis, event.in_dispute) == ("2025-10-31", Basis.REPORTED, False)


def test_what_a_document_tells_of_the_days_after_its_own_is_no_report_and_silences_no_other_date() -> None:
    [event] = happenings(
        make.agreement("pact", expires="2035-10"),
        make.article("a", events=[{"id": "pact-expires", "date": "2036", "title": "Ends"}]),
    )

    assert event.in_dispute
    assert [said.date.text for said in event.said] == ["2035-10", "2036"]


def test_a_report_of_the_expected_day_makes_it_reported() -> None:
    [event] = happenings(
        make.article("a", date="2025-09-01", events=[signing(basis="expected")]),
        make.article("b", events=[signing()]),
    )

    assert event.basis is Basis.REPORTED


def test_what_a_document_worked_out_of_an_agreement_s_term_stays_worked_out() -> None:
    [event] = happenings(
        make.agreement("pact", expires="2035-10?"),
        make.article(
            "a", events=[{"id": "pact-expires", "date": "2035-10?", "title": "Ends", "basis": "worked-out"}]
        ),
    )

    assert event.basis is Basis.WORKED_OUT


def test_a_date_rests_on_the_sources_that_give_it() -> None:
    sources = [{"id": "wire", "title": "Wire"}, {"id": "text", "title": "Text"}]
    entry = signing("2024-08-22", sources=["wire", "text"], dates=[{"date": "2024-08", "sources": ["wire"]}])

    [event] = happenings(make.article("a", sources=sources, events=[entry]))

    said = {one.date.text: [citation.source.title for citation in one.citations] for one in event.said}
    assert said == {"2024-08": ["Wire"], "2024-08-22": ["Text"]}


def test_events_stand_in_order_of_time_a_vague_one_at_its_earliest_day() -> None:
    dates = ["2024-08-22", "2024", "2024-08", "../2024-03", "2023-12/.."]

    events = happenings(make.article("a", events=[{"date": date, "title": date} for date in dates]))

    assert [event.title for event in events] == ["2023-12/..", "2024", "../2024-03", "2024-08", "2024-08-22"]


def test_an_event_that_names_no_topic_stands_on_those_of_its_tellers_and_above() -> None:
    content = make.content(
        make.topic("trade"),
        make.topic("tariffs", broader=["trade"]),
        make.article("a", topics=["tariffs"], events=[signing()]),
    )

    of = make.graph(content).events.of

    assert set(of) == {make.ref("articles/a"), make.ref("topics/tariffs"), make.ref("topics/trade")}


def test_an_event_is_marked_as_high_as_the_highest_of_its_tellers() -> None:
    [event] = happenings(
        make.article("a", events=[signing()]), make.article("b", marking="TLP:GREEN", events=[signing()])
    )

    assert event.marking is Marking.GREEN
