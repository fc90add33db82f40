"""The data files: one shape for every item, nothing that is not on the site."""

import json
from typing import Any

import jsonschema
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

    for name in NAMES:
        assert json.loads(found[f"data/{name}.json"]) == {
            "$schema": f"schema/{name}.json",
            "version": 1,
            "generated_for": "partners",
            "items": [],
        }


def test_beside_each_file_lie_its_schema_and_its_tables() -> None:
    found = data.files(editions.edition())

    apart = {"actors_roles", "events_dates"}
    assert set(found) == {
        *(f"data/{name}.json" for name in NAMES),
        *(f"data/schema/{name}.json" for name in NAMES),
        *(f"data/{name}.csv" for name in (*NAMES, *apart)),
    }


def test_every_item_is_as_its_schema_says_and_has_no_key_more() -> None:
    judged = make.judgement(
        likelihood="likely",
        horizon="2025-11",
        about=["actors/ann"],
        outcome={"result": "happened", "date": "2025-11-10"},
    )
    told = [{"date": "2024-08", "title": "Signed", "place": "Delhi", "actors": ["ann"], "basis": "expected"}]
    edition = editions.edition(
        make.article("a", events=told),
        make.article("gone", status="withdrawn", withdrawn_because="Wrong."),
        make.brief("b", judgements=[judged], question="Why?", articles=["a"], review_by="2026-01-01"),
        make.brief("c", supersedes="b", judgements=[make.judgement(), make.judgement("j2", replaces="b#j1")]),
        make.actor("ann", roles=[{"title": "Minister", "of": "land", "to": "unknown"}], born="1955~"),
        make.actor("land", type="country", country="IN", wikidata="Q668", aliases=["Bharat"]),
        make.agreement(
            "pact", kind="treaty", stage="signed", signed="2015-06", term="P10Y", parties=["land"]
        ),
        make.topic("trade", summary="Goods."),
        make.topic("oil", broader=["trade"]),
    )
    found = data.files(edition)

    for name in NAMES:
        schema = json.loads(found[f"data/schema/{name}.json"])
        whole = json.loads(found[f"data/{name}.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(whole)
        assert whole["items"], name
        assert {key for item in whole["items"] for key in item} == set(schema["$defs"]["item"]["required"])


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("documents", "kind", "profile"),
        ("documents", "published", "3 Nov 2025"),
        ("documents", "topics", ["trade"]),
        ("documents", "marking", "TLP:RED"),
        ("documents", "title", None),
        ("documents", "authors", "Ann"),
    ],
)
def test_the_schema_refuses_what_is_otherwise(name: str, key: str, value: object) -> None:
    found = data.files(editions.edition(make.article("a")))
    schema, whole = json.loads(found[f"data/schema/{name}.json"]), json.loads(found[f"data/{name}.json"])

    whole["items"][0][key] = value

    assert not jsonschema.Draft202012Validator(schema).is_valid(whole)


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
