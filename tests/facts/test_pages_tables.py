"""Tables as a spreadsheet takes them: every cell as it was written, and none that it would run."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import editions
import make
from briefing.model.content import AnyDocument
from briefing.pages import data, tables
from briefing.pages.identity import clean
from briefing.pages.tables import FORMULA


def files(*documents: AnyDocument, **given: Any) -> dict[str, bytes]:
    return dict(data.files(editions.edition(*documents, **given)))


def rows(name: str, *documents: AnyDocument, **given: Any) -> list[dict[str, str]]:
    text = files(*documents, **given)[f"data/{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_says_what_its_item_says() -> None:
    [found] = rows(
        "documents",
        make.brief("b", title='Łukasz, "he" said', topics=["trade", "oil"], updated="2025-11-09"),
        make.topic("trade"),
        make.topic("oil"),
    )

    assert (found["id"], found["title"]) == ("briefs/b", 'Łukasz, "he" said')
    assert (found["topics"], found["question"]) == ("topics/trade|topics/oil", "")
    assert (found["marking"], found["updated"]) == ("TLP:CLEAR", "2025-11-09")


def test_the_columns_are_the_keys_of_the_items_also_where_there_are_none() -> None:
    found = files()

    for name in ("documents", "topics", "agreements"):
        keys = json.loads(found[f"data/schema/{name}.json"])["$defs"]["item"]["properties"]
        [head] = csv.reader(io.StringIO(found[f"data/{name}.csv"].decode("utf-8"), newline=""))
        assert sorted(head) == sorted(keys)


def test_a_group_of_keys_is_laid_out_beside_the_others() -> None:
    resolved = make.judgement(likelihood="likely", outcome={"result": "happened", "date": "2025-11-10"})

    first, second = rows("judgements", make.brief("b", judgements=[resolved, make.judgement("j2")]))

    assert (first["outcome_result"], first["outcome_date"]) == ("happened", "2025-11-10")
    assert first["likelihood_range"] == "55|80"
    assert (second["outcome_result"], second["likelihood_range"]) == ("", "")


def test_a_list_of_groups_is_a_table_of_its_own() -> None:
    roles = [{"title": "Minister", "of": "land", "from": "2019-05-31"}, {"title": "Member", "to": "unknown"}]
    documents = make.actor("ann", roles=roles), make.actor("land", type="country")

    assert "roles" not in rows("actors", *documents)[0]
    assert rows("actors_roles", *documents) == [
        {"id": "actors/ann", "title": "Minister", "of": "actors/land", "from": "2019-05-31", "to": ""},
        {"id": "actors/ann", "title": "Member", "of": "", "from": "", "to": "unknown"},
    ]


def test_yes_and_no_are_true_and_false_and_what_is_not_stated_is_empty() -> None:
    agreements = (make.agreement("a", binding=True), make.agreement("b", binding=False), make.agreement("c"))

    assert [row["binding"] for row in rows("agreements", *agreements)] == ["true", "false", ""]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2 per cent", "'-2 per cent"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("Talks;=1+1", "Talks;'=1+1"),
        ("a = b, c - d", "a = b, c - d"),
        ("Rise - and fall; well", "Rise - and fall; well"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_no_cell_begins_as_a_formula_does(title: str, cell: str) -> None:
    [found] = rows("documents", make.article("a", title=title))

    assert found["title"] == cell


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "  ="])
def test_a_name_or_a_line_of_a_text_cannot_smuggle_a_formula_in(opening: str) -> None:
    payload = f'{opening}HYPERLINK("x")'

    [found] = rows("documents", make.article("a", summary=f"Text\n{payload}", authors=[payload]))

    assert found["authors"].startswith("'")
    assert not any(line.lstrip().startswith(("=", "+", "-", "@")) for line in found["summary"].splitlines())


def test_lines_end_as_the_standard_says_and_every_cell_is_quoted() -> None:
    found = files(make.article("a", title="A\ud800\ufffeB"))["data/documents.csv"]

    head, row, end = found.split(b"\r\n")
    assert end == b""
    assert head.startswith(b'"id",')
    assert row.startswith(b'"articles/a",')
    assert b'"AB"' in row


def test_what_is_not_on_the_site_is_in_no_table() -> None:
    documents = make.article("a", actors=["gone"]), make.actor("b", roles=[{"title": "Aide", "of": "gone"}])

    assert not any(b"gone" in file for file in files(*documents).values())


def test_two_runs_agree_byte_for_byte() -> None:
    documents = make.article("a"), make.brief("b", judgements=[make.judgement()]), make.actor("c")

    assert files(*documents) == files(*documents)


@given(st.text(st.sampled_from("a1 ;=+@-'\"\t\r\n\v\u2028\u00a0＝é"), max_size=12))
def test_a_cell_has_an_apostrophe_wherever_a_formula_may_begin(text: str) -> None:
    schema = {"$defs": {"item": {"properties": {"id": {"type": "string"}}}}}

    [(_, found)] = tables.of("all", schema, [{"id": text}])

    [_, [cell]] = csv.reader(io.StringIO(found.decode(), newline=""))
    assert cell == clean(FORMULA.sub("'", text))
