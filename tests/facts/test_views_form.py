"""What the form for a new document offers, and to whom."""

import json
from dataclasses import replace
from typing import Any

import pytest

import make
from briefing.edge.tool import TOOL
from briefing.model.marking import Marking
from briefing.model.overlay import Overlay
from briefing.model.ref import Kind
from briefing.model.scale import SCALES, find_estimative
from briefing.model.settings import AUDIENCES
from briefing.model.source import SrcUri
from briefing.scaffold import keys
from briefing.scaffold.answers import Answers
from briefing.views.edition import Edition
from briefing.views.kinds import about, form
from briefing.views.shapes.pages import FormShown
from editions import edition

PAGE = make.hand_page("about/add-a-brief/")
PUBLIC, _, INTERNAL = AUDIENCES


def shown(*documents: Any, **settings: Any) -> FormShown:
    """The form of an edition of these documents."""
    return form.shown(edition(*documents, **settings))


def data(*documents: Any, **settings: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown(*documents, **settings).data)
    return found


def test_the_page_about_adding_a_brief_has_the_form_and_its_scripts_and_no_other_has() -> None:
    content = make.content(pages=(PAGE, make.hand_page("about/desk/")))

    with_form, without = (make.page(content, page) for page in ("about/add-a-brief/", "about/desk/"))

    assert with_form.form is not None
    assert with_form.head.scripts == about.FORM_SCRIPTS
    assert with_form.head.contents[0].id == "br-form"
    assert all((TOOL / "docs/assets/js/of-pages" / name).is_file() for name in about.FORM_SCRIPTS)
    assert (without.form, without.head.scripts) == (None, ())


def test_documents_to_name_are_offered_by_name_with_their_marking_and_other_names() -> None:
    offered = data(
        make.topic("trade", aliases=["commerce"], hidden=["trdae"]),
        make.actor("ann", name="Ann Lee", marking="TLP:AMBER"),
        make.agreement("pact", name="The pact", short="Pact"),
        make.article("talks"),
        make.brief("outlook"),
    )["choices"]

    assert offered == {
        "topics": [["trade", "Trade", 0, "commerce"]],
        "actors": [["ann", "Ann Lee", 2]],
        "agreements": [["pact", "The pact", 0, "Pact"]],
        "articles": [["talks", "Talks", 0]],
    }


def test_the_page_is_marked_as_high_as_the_documents_whose_names_it_holds() -> None:
    content = make.content(make.brief("b", marking="TLP:AMBER"), make.topic("trade"), pages=(PAGE,))

    assert make.page(content, "about/add-a-brief/").head.marking.label == "TLP:AMBER"


def test_ids_that_are_no_choice_and_cannot_be_had_are_known() -> None:
    moved = replace(make.actor("india", former=["bharat"]), uri=SrcUri("docs/actors/in.md"))

    taken = data(make.brief("outlook"), moved)["taken"]

    assert (taken["briefs"], taken["actors"], taken["topics"]) == (["outlook"], ["bharat", "in"], [])


def test_authors_are_those_who_wrote_what_these_readers_have() -> None:
    authors = {"desk": "South Asia desk", "unseen": "Who writes for others"}

    found = data(make.brief("b", authors=["desk", "Ann"]), authors=authors)["authors"]

    assert found == [["Ann", "Ann"], ["desk", "South Asia desk"]]


@pytest.mark.parametrize(
    ("audience", "default", "offered", "chosen"),
    [
        (PUBLIC, Marking.CLEAR, ("TLP:CLEAR",), "TLP:CLEAR"),
        (PUBLIC, Marking.AMBER, ("TLP:CLEAR",), ""),
        (
            INTERNAL,
            Marking.AMBER,
            ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT"),
            "TLP:AMBER",
        ),
    ],
)
def test_markings_go_as_high_as_the_readers_may_see_and_none_is_lowered_unasked(
    audience: Any, default: Marking, offered: tuple[str, ...], chosen: str
) -> None:
    found = shown(audience=audience, marking=default)

    assert (found.markings, found.marking) == (offered, chosen)
    assert json.loads(found.data)["markings"] == list(offered)


@pytest.mark.parametrize(("scale", "rows"), [("icd203", 2), ("phia", 1)])
def test_the_words_of_likelihood_are_all_of_the_scale_in_use(scale: str, rows: int) -> None:
    found = shown(scale=SCALES[scale]).likelihoods

    assert len(found) == rows
    assert {word for row in found for word, _ in row} == set(SCALES[scale].terms)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_asked_for_is_what_the_command_asks_for(kind: Kind) -> None:
    asked = data()["kinds"][kind.value]

    assert tuple(asked["needed"]) == Answers(kind).missing
    assert asked["folder"] == ("briefs" if kind is Kind.BRIEF else f"docs/{kind}")


@pytest.mark.parametrize("kind", Kind)
def test_keys_come_in_the_order_of_the_command(kind: Kind) -> None:
    known = keys.of(kind)

    assert [key for key in form.KEYS if key in known] == [key for key in known if key in form.KEYS]


def test_each_word_that_a_judgement_s_text_must_not_hold_is_told() -> None:
    words = data()["estimative"]

    assert {"likely", "remote chance", "high confidence"} <= set(words)
    assert all(find_estimative(word) for word in words)


def test_a_site_of_several_roots_says_so_to_those_who_see_what_lies_in_the_others() -> None:
    topic = make.topic("trade")
    one = edition(topic)

    def laid(*holds: SrcUri) -> Edition:
        overlay = Overlay("desk", Marking.AMBER, Marking.AMBER, frozenset(holds))
        return replace(one, content=replace(one.content, overlays=(overlay,)))

    several = [json.loads(form.shown(each).data)["several_roots"] for each in (one, laid(), laid(topic.uri))]
    assert several == [False, False, True]
