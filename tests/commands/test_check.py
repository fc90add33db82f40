"""`check.py` beyond its list of problems: rules explained, what may be asked for, what waits, advice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.model.codes import RULES
from checking import ARTICLE, DUE, SETTINGS, Run, root


def test_a_rule_is_explained_with_an_example_and_its_mending(check: Run) -> None:
    done = check("--explain", "b203")

    assert done.code == 0
    assert done.out.splitlines()[0] == "B203  Text is due (an error: nothing is built)"
    assert [line.split("  ")[1] for line in done.out.splitlines()[1:]] == [
        "why",
        "what to do",
        "example",
        "mended",
    ]
    assert "`title: no`" in done.out
    assert '`title: "no"`' in done.out


def test_all_rules_are_listed_where_none_is_named(check: Run) -> None:
    done = check("--explain")

    assert [line.split()[0] for line in done.out.splitlines() if line.startswith("  ")] == list(RULES)


def test_a_rule_that_does_not_exist_is_wrong_use_and_the_nearest_is_named(check: Run) -> None:
    done = check("--explain", "B2O3")

    assert (done.code, done.out) == (2, "")
    assert "there is no rule B2O3; did you mean `B203`" in done.err


@pytest.mark.parametrize("name", ["briefs/2026/two.txt", "docs/four.md", "notes.md", "../aside.md"])
def test_what_is_no_document_is_not_passed_as_a_sound_one(check: Run, tmp_path: Path, name: str) -> None:
    folder = root(tmp_path / "root", **{name: "They met."})

    done = check("--root", str(folder), str(folder / name))

    assert done.code == 2
    assert f"{name} is no document: these end in .md, and lie in briefs/ or in docs/" in done.err


@pytest.mark.parametrize("name", [".", "..", "docs", "docs/articles", "docs/articles/talks.md", "mkdocs.yml"])
def test_documents_settings_and_what_holds_them_can_be_asked_for(
    check: Run, tmp_path: Path, name: str
) -> None:
    folder = root(tmp_path / "root", **{"mkdocs.yml": ""})

    assert check("--root", str(folder), str(folder / name)).code != 2


def test_a_file_in_a_wrong_place_is_spoken_of_when_asked_for(check: Run, tmp_path: Path) -> None:
    folder = root(tmp_path, **{"docs/briefs/six.md": ARTICLE, "docs/four.md": ARTICLE})

    done = check("--root", str(folder), "--format", "json", str(folder / "docs/briefs/six.md"))

    assert done.problems == [("docs/briefs/six.md", "B119")]


def test_what_waits_on_a_day_is_listed_with_place_reason_and_name(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"briefs/fees.md": DUE, "mkdocs.yml": SETTINGS})

    done = check("--root", str(place), "--due", "2025-11-02")
    before = check("--root", str(place), "--due", "2025-06-30")
    elsewhere = check("--root", str(place), "docs/articles", "--due", "2025-11-02")

    assert done.out.splitlines() == [
        "briefs/fees.md:10: waits since 2025-06 for Ann Lee: record its outcome: its horizon has passed: "
        "fees: The fees go up.",
        "briefs/fees.md:8: waits since 2025-11-01 for Ann Lee: review the brief: its review day has passed: "
        "Harbour fees",
        "4 documents, 0 errors, 0 warnings",
    ]
    assert before.out == elsewhere.out == "4 documents, 0 errors, 0 warnings\n"


def test_machines_are_told_what_waits_too(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"briefs/fees.md": DUE, "mkdocs.yml": SETTINGS})

    done = check("--root", str(place), "--due", "2025-07-01", "--format", "json")

    assert json.loads(done.out)["due"] == [
        {
            "file": "briefs/fees.md",
            "line": 10,
            "document": "briefs/fees",
            "judgement": "fees",
            "kind": "horizon",
            "when": "2025-06",
            "what": "The fees go up.",
            "to_do": "record its outcome: its horizon has passed",
            "rests_on": None,
            "waits_for": ["Ann Lee"],
        }
    ]


@pytest.mark.parametrize(
    "words", [("--yes",), ("--fix", "--format", "json"), ("--changed",), ("--explain", "B203", "--fx")]
)
def test_what_does_not_go_together_is_wrong_use(check: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    assert check("--root", str(root(tmp_path)), *words).code == 2


def test_advice_is_asked_for_and_stops_nothing(check: Run, tmp_path: Path) -> None:
    text = ARTICLE.replace("They met", "On 2 October 2025, they met Narendra Modi")
    place = root(tmp_path, **{"docs/articles/talks.md": text})

    without = check("--root", str(place), "--format", "json")
    asked = check("--root", str(place), "--format", "json", "--prose")

    assert (without.code, without.problems) == (0, [])
    assert (asked.code, [code for _, code in asked.problems]) == (0, ["B623", "B621"])


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_what_is_to_be_typed_is_typed_for_the_same_root(check: Run, tmp_path: Path, form: str) -> None:
    place = root(tmp_path, **{"docs/articles/more.md": ARTICLE.replace("[trade]", "[harbours]")})

    done = check("--root", str(place), "--format", form)

    assert f"make it: python scripts/new.py --root {place} topic harbours" in done.out
