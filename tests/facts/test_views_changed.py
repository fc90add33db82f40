"""What changed last: on the home page, and what tells a reader's browser that it did."""

from __future__ import annotations

import make
from briefing.model.content import AnyDocument
from briefing.views.parts import changed
from briefing.views.shapes.pages import HomeShown


def home(*documents: AnyDocument) -> HomeShown:
    shown = make.page(make.content(*documents), "")
    assert isinstance(shown, HomeShown)
    return shown


def test_what_changed_last_stands_first_and_profiles_are_left_out() -> None:
    shown = home(
        make.article("old", date="2025-01-01", updated="2025-11-06"),
        make.article("new", date="2025-11-05"),
        make.brief("brief", date="2025-11-04"),
        make.actor("ann", updated="2025-11-07"),
    )

    assert [one.document.link.address for one in shown.changed] == [
        "articles/old/", "articles/new/", "briefs/brief/",
    ]  # fmt: skip


def test_a_change_is_told_with_its_day_and_note_and_a_publication_is_not() -> None:
    note = {"date": "2025-11-06", "note": "The date was wrong.", "kind": "correction"}
    [changed_one, new] = home(make.article("a", changes=[note]), make.article("b")).changed

    assert changed_one.updated is not None
    assert (changed_one.updated.machine, changed_one.note) == ("2025-11-06", "The date was wrong.")
    assert (new.updated, new.note) == (None, "")


def test_the_list_is_bounded() -> None:
    shown = home(*(make.article(f"a{number}") for number in range(40)))

    assert len(shown.changed) == 30


def test_a_second_change_on_the_same_day_is_another_stamp() -> None:
    first = {"date": "2025-11-06", "note": "One.", "kind": "minor"}
    second = {"date": "2025-11-06", "note": "Two.", "kind": "minor"}

    once, twice = make.article("a", changes=[first]), make.article("a", changes=[first, second])

    assert changed.stamp(once) != changed.stamp(twice)
    assert changed.stamp(once).startswith("2025-11-06")


def test_a_revised_judgement_and_an_outcome_are_changes() -> None:
    revised = make.judgement(was=[{"date": "2025-11-08", "text": "Older."}])
    resolved = make.judgement(outcome={"result": "happened", "date": "2025-11-09"})

    assert str(changed.changed(make.brief("a", judgements=[revised]))) == "2025-11-08"
    assert str(changed.changed(make.brief("b", judgements=[resolved]))) == "2025-11-09"


def test_a_profile_says_where_it_was_last_named() -> None:
    content = make.content(
        make.actor("ann"), make.article("a", date="2025-11-01"), make.article("b", date="2025-11-03")
    )
    naming = make.naming("Ann spoke.", Ann="actors/ann")

    last = make.page(
        content, "actors/ann/", {"articles/a": naming, "articles/b": naming}
    ).profile.last_mention

    assert (last.document.address, last.date.machine) == ("articles/b/", "2025-11-03")


def test_a_profile_that_only_profiles_name_was_last_named_nowhere() -> None:
    content = make.content(make.actor("ann"), make.actor("bob"))

    named = make.page(content, "actors/ann/", {"actors/bob": make.naming("Ann.", Ann="actors/ann")}).profile

    assert named.mentions
    assert named.last_mention is None
