"""New documents: what was said stands in them as it was said, and what was not is marked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.fields import Scalar, Tag
from briefing.model.ref import Kind
from briefing.model.source import Source
from briefing.model.unwritten import MARKER
from briefing.parse import documents as parse
from briefing.scaffold import document, keys, matching
from briefing.scaffold.answers import Answers
from briefing.scaffold.known import Choice

TODAY = date(2025, 12, 1)
CHOICES = (
    Choice("defence-cooperation", "Defence cooperation"),
    Choice("trade", "Trade"),
    Choice("trade-negotiations", "Trade negotiations"),
    Choice("russian-oil", "Russian oil"),
)


def brief(title: str) -> Answers:
    return Answers(Kind.BRIEF, title=title, authors=("Desk",), topics=("trade",))


def test_a_brief_lies_in_the_folder_of_its_year() -> None:
    made = document.source(brief("Harbour"), "harbour", TODAY)

    assert made.uri == "briefs/2025/harbour.md"


def test_a_document_says_what_was_said_in_the_order_of_keys_and_marks_the_rest() -> None:
    made = document.source(
        Answers(Kind.ARTICLE, title="Talks", topics=("trade",), marking="TLP:CLEAR"), "talks", TODAY
    )

    assert made.text == (
        "---\n"
        "title: Talks\n"
        "summary: 'Write: what happened, in one to three sentences'\n"
        "date: 2025-12-01\n"
        "status: draft\n"
        "marking: TLP:CLEAR\n"
        "topics:\n"
        "- trade\n"
        "sources:\n"
        "- title: 'Write: the title of what it rests on'\n"
        "---\n"
        "\n"
        "Write: what happened, where and when, who took part, and who says so.\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        "India: the framework", "no", "1984", "2025-11-03", "@home", "- dash", "# hash", 'He said "no"',
        "it's", "null", "~", "{a: b}", "[x]", "*star", "&and", "!bang", "%", "`tick`", "a #b", "0x1F", "1e3",
        "12:30", "---",
    ],
)  # fmt: skip
def test_a_title_is_read_back_as_it_was_typed(title: str) -> None:
    assert read_title(document.source(brief(title), "harbour", TODAY)) == Scalar(title, Tag.TEXT)


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(str.strip))
def test_any_title_is_read_back_as_it_was_typed(title: str) -> None:
    title = title.strip()

    assert read_title(document.source(brief(title), "harbour", TODAY)) == Scalar(title, Tag.TEXT)


def read_title(made: Source) -> object:
    parsed, problems = parse.read(made)
    assert parsed is not None and not problems
    return parsed.tree.data["title"]


@pytest.mark.parametrize("kind", Kind)
def test_every_key_of_a_kind_has_its_place(kind: Kind) -> None:
    listed = keys.of(kind)

    assert len(listed) == len(set(listed))
    assert "summary" in listed and ("name" if kind.is_profile else "title") in listed[:2]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_asks_for_a_summary(kind: Kind) -> None:
    made = document.source(Answers(kind, title="Harbour"), "harbour", TODAY)

    assert f"summary: '{MARKER}" in made.text


def found(words: str, choices: tuple[Choice, ...] = CHOICES) -> list[str]:
    return [choice.id for choice in matching.find(words, choices).choices]


def test_typed_words_leave_the_choices_that_they_fit_best_first() -> None:
    assert found("trade") == ["trade", "trade-negotiations"]
    assert found("nego trade") == ["trade-negotiations"]


def test_a_slip_of_the_fingers_still_finds_and_is_told_to_be_a_guess() -> None:
    assert matching.find("defense cooperaton", CHOICES) == ((CHOICES[0],), True)
    assert not matching.find("defence", CHOICES).is_guess


def test_nothing_is_found_for_what_is_not_there() -> None:
    assert found("zebra") == []
    assert matching.exactly("Trade", CHOICES) == CHOICES[1]


ACTORS = (
    Choice("ashton-carter", "Ashton Carter"),
    Choice("russia", "Russia"),
    Choice("admm-plus", "ADMM-Plus"),
    Choice("nandu", "Ñandú", ("Us two",)),
    Choice("united-states", "United States", ("US", "U.S.", "America", "Washington")),
)


@pytest.mark.parametrize("words", ["US", "us", "U.S.", "u.s", "Washington", "AMERICA", "United-States"])
def test_what_is_called_so_is_meant_whatever_its_case_and_dots(words: str) -> None:
    assert matching.exactly(words, ACTORS) == ACTORS[-1]
    assert found(words, ACTORS)[0] == "united-states"


def test_letters_without_their_marks_find_too() -> None:
    assert found("nandu", ACTORS) == found("Ñandú", ACTORS) == ["nandu"]


@pytest.mark.parametrize("words", ["USA", "AC", "ton", "Washing machine"])
def test_few_letters_and_far_words_mean_nothing(words: str) -> None:
    assert found(words, ACTORS) == []


def test_a_name_that_two_have_is_nobodys() -> None:
    two = (Choice("trump-one", "One Trump", ("Trump",)), Choice("trump-two", "Two Trump", ("Trump",)))

    assert matching.exactly("trump", two) is None
    assert found("trump", two) == ["trump-one", "trump-two"]


def test_by_its_id_alone_nothing_is_guessed() -> None:
    choices = (Choice("TLP:GREEN", "read by: shared desk"), Choice("TLP:AMBER", "read by: internal"))

    assert matching.by_id("tlp:red", choices).choices == matching.by_id("read", choices).choices == ()
    assert matching.by_id("amb", choices).choices == choices[1:]
    assert matching.by_id("", choices).choices == choices
