"""The data files: one shape for every item, nothing that is not on the site."""

import json
from typing import Any

import pytest

import editions
import make
from briefing.model.content import AnyDocument
from briefing.model.marking import Audience, Marking
from briefing.pages import data

NAMES = ("documents", "events", "actors", "agreements", "topics", "judgements")


def items(name: str, *documents: AnyDocument, **given: Any) -> list[dict[str, Any]]:
    found = json.loads(data.files(editions.edition(*documents, **given))[f"data/{name}.json"])["items"]
    assert isinstance(found, list)
    return found


def test_every_file_says_its_version_and_for_whom_it_was_made() -> None:
    found = data.files(editions.edition(audience=Audience("partners", Marking.GREEN)))

    assert list(found) == [f"data/{name}.json" for name in NAMES]
    assert all(
        json.loads(file) == {"version": 1, "generated_for": "partners", "items": []}
        for file in found.values()
    )


@pytest.mark.parametrize(("name", "plain", "full"), [
    ("actors", make.actor("a"), make.actor("b", roles=[{"title": "Minister", "from": "2019"}], born="1955~")),
    ("agreements", make.agreement("a"), make.agreement("b", short="B", term="P10Y", binding=False)),
    ("topics", make.topic("a"), make.topic("b", broader=["a"])),
    ("documents", make.article("a"), make.brief("b", question="Why?", review_by="2026-01-01")),
])  # fmt: skip
def test_every_item_of_a_kind_has_every_key(name: str, plain: AnyDocument, full: AnyDocument) -> None:
    first, second = items(name, plain, full)

    assert first.keys() == second.keys()
    assert (first["id"], second["id"]) == (str(plain.ref), str(full.ref))


def test_dates_stay_as_precise_as_they_are_known() -> None:
    said = [{"date": "2024-08-22"}, {"date": "2024-08-23"}]
    told = {"id": "signing", "date": "2024-08", "title": "Signed", "dates": said}

    [event] = items("events", make.article("a", events=[told]))
    [actor] = items("actors", make.actor("ann", born="1955~", roles=[{"title": "Minister", "to": "unknown"}]))

    assert [one["date"] for one in event["dates"]] == ["2024-08", "2024-08-22", "2024-08-23"]
    assert (event["told_by"], event["is_disputed"]) == (["articles/a"], True)
    assert (actor["born"], actor["roles"][0]["to"]) == ("1955~", "unknown")


def test_a_judgement_comes_with_the_range_of_its_word_and_with_what_became_of_it() -> None:
    outcome = {"result": "happened", "date": "2025-11-10"}
    judgement = make.judgement(likelihood="likely", horizon="2025-11", about=["actors/ann"], outcome=outcome)

    [found] = items("judgements", make.brief("b", judgements=[judgement]), make.actor("ann"))

    assert found["address"] == "briefs/b/#j1"
    assert (found["likelihood"], found["likelihood_range"], found["scale"]) == ("likely", [55, 80], "icd203")
    assert (found["state"], found["outcome"]) == ("resolved", {"result": "happened", "date": "2025-11-10"})
    assert found["about"] == ["actors/ann"]


def test_a_document_says_what_took_its_place() -> None:
    old, new = sorted(
        items("documents", make.brief("old"), make.brief("new", supersedes="old")),
        key=lambda one: one["title"],
        reverse=True,
    )

    assert (old["status"], old["superseded_by"]) == ("superseded", ["briefs/new"])
    assert (new["status"], new["supersedes"]) == ("published", ["briefs/old"])


def test_what_is_not_on_the_site_is_not_named() -> None:
    documents = (
        make.article("a", actors=["gone"], events=[{"date": "2025", "title": "It", "actors": ["gone"]}]),
        make.brief("b", articles=["gone"], judgements=[make.judgement(about=["actors/gone"])]),
        make.brief("c", supersedes="gone", judgements=[make.judgement(replaces="gone#j1")]),
        make.actor("a", part_of="gone", roles=[{"title": "Minister", "of": "gone"}]),
        make.agreement("pact", parties=["gone"], supersedes=["gone"]),
        make.topic("t", broader=["gone"]),
    )  # fmt: skip

    assert b"gone" not in b"".join(data.files(editions.edition(*documents)).values())


def test_hidden_names_of_topics_are_not_here() -> None:
    files = data.files(editions.edition(make.topic("sea", hidden=["indopacific"], aliases=["Ocean"])))

    assert b"Ocean" in files["data/topics.json"]
    assert b"indopacific" not in b"".join(files.values())


def test_half_characters_are_left_out() -> None:
    [found] = items("documents", make.article("a", title="A\ud800\ufffeB"))

    assert found["title"] == "AB"
