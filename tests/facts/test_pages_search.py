"""What the search index holds, and what it never shows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import editions
import make
from briefing.model.content import AnyDocument, HandPage
from briefing.model.marking import Marking
from briefing.model.ref import Ref
from briefing.model.source import Address
from briefing.pages import search
from briefing.pages.search_entry import Entry
from briefing.pages.search_words import findable


class Section(NamedTuple):
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    sections: tuple[Section, ...] = ()


def entries(
    *documents: AnyDocument, pages: tuple[HandPage, ...] = (), texts: Mapping[str, Text] | None = None
) -> dict[str, Entry]:
    edition = editions.edition(*documents, pages=pages)
    keys: tuple[Ref | Address, ...] = (*edition.content.documents, *edition.content.pages)
    found = search.entries(edition, {key: (texts or {}).get(str(key), Text()) for key in keys})
    return {one.location: one for one in found}


def test_a_document_has_an_entry_for_its_page_and_one_for_each_section() -> None:
    text = Text((Section("", "", "Before."), Section("why", "Why now", "The talks stalled. They resumed.")))

    found = entries(make.article("report"), texts={"articles/report": text})

    assert [*found][:2] == ["articles/report/", "articles/report/#why"]
    assert found["articles/report/"].summary == "What happened."
    assert found["articles/report/"].sentences == ("Before.",)
    assert found["articles/report/#why"].title == "Why now"
    assert found["articles/report/#why"].sentences == ("The talks stalled.", "They resumed.")


def test_initials_do_not_end_a_sentence() -> None:
    text = Text((Section("", "", "We met S. Jaishankar there. He left."),))

    found = entries(make.article("report"), texts={"articles/report": text})

    assert found["articles/report/"].sentences == ("We met S. Jaishankar there.", "He left.")


def test_pages_that_list_others_stay_out_but_for_some_in_the_background() -> None:
    found = entries(pages=(make.hand_page(""), make.hand_page("about/", title="About")))

    assert list(found) == ["about/", "timeline/", "judgements/", "network/", "digests/"]
    assert found["timeline/"].sentences == ()
    assert found["timeline/"].boost < 1


def test_the_plugin_s_own_file_holds_what_authors_write_as_html() -> None:
    found = entries(
        make.actor("firm", name="<b>A&B</b>", aliases=["<img src=x onerror=alert(1)>"], summary="1 < 2")
    )

    entry = found["actors/firm/"].as_dict()
    assert entry["title"] == "&lt;b&gt;A&amp;B&lt;/b&gt;"
    assert entry["tags"] == ["Actor · person", "&lt;img src=x onerror=alert(1)&gt;"]
    assert entry["text"] == "<p>1 &lt; 2</p>"
    assert not set("<>") & set(str(entry["names"]))


def test_an_entry_says_what_it_is_and_of_which_day() -> None:
    found = entries(make.article("report"), make.actor("ann"), pages=(make.hand_page("about/"),))

    kinds = {location: one.kind for location, one in found.items()}
    assert kinds["articles/report/"] == "article"
    assert kinds["actors/ann/"] == "actor"
    assert kinds["about/"] == "page"
    assert found["articles/report/"].day == "2025-11-03"
    assert found["actors/ann/"].day == ""


def test_a_profile_is_found_by_every_name_and_by_what_its_names_look_like_when_typed() -> None:
    entry = entries(
        make.actor("lukasz", name="Łukasz O'Brien", aliases=["EAM", {"name": "Minister", "link": "never"}])
    )

    names = str(entry["actors/lukasz/"].as_dict()["names"]).split()
    assert {"łukasz", "lukasz", "obrien", "eam", "minister"} <= set(names)


def test_an_agreement_is_found_by_its_short_name() -> None:
    entry = entries(make.agreement("sosa", name="Security of Supply Arrangement", short="SOSA"))[
        "agreements/sosa/"
    ]

    assert "SOSA" in entry.names
    assert "SOSA" in entry.tags


def test_hidden_names_are_searched_and_never_shown() -> None:
    entry = entries(make.topic("sea", hidden=["indopacific"]))["topics/sea/"]

    shown = json.dumps([entry.title, entry.summary, entry.sentences, entry.tags])
    assert "indopacific" in entry.names
    assert "indopacific" not in shown


def test_a_phrase_that_is_not_the_subject_does_not_lead_to_it() -> None:
    entry = entries(make.actor("india", **{"not": ["Air India"]}))["actors/india/"]

    assert "air" not in json.dumps(entry.as_dict()).lower()


def test_the_offices_of_a_person_are_found_in_the_text_of_the_page() -> None:
    minister = make.actor("ann", roles=[{"title": "Defence Minister", "of": "india"}])

    entry = entries(minister, make.actor("india", type="country"))["actors/ann/"]

    assert "Defence Minister, India" in entry.sentences


def test_a_judgement_has_its_own_place_and_shows_its_likelihood_and_never_its_confidence() -> None:
    judgement = make.judgement(
        likelihood="very likely",
        confidence="low",
        horizon="2027-12",
        about=["actors/ann"],
        indicators=["A date is set."],
    )

    found = entries(make.brief("outlook", judgements=[judgement]), make.actor("ann"))

    entry = found["briefs/outlook/#j1"]
    assert entry.title == "The pact is signed."
    assert entry.tags == ("Judgement", "very likely", "horizon Dec 2027")
    assert entry.sentences == ("Ann", "A date is set.")


def test_a_judgement_that_stands_no_more_says_so() -> None:
    outcome = {"result": "did-not-happen", "date": "2025-11-10"}
    old = make.brief("old", judgements=[make.judgement(), make.judgement("j2", outcome=outcome)])

    found = entries(old, make.brief("new", supersedes="old"))

    assert "superseded" in found["briefs/old/#j1"].tags
    assert "Did not happen" in found["briefs/old/#j2"].tags


def test_superseded_and_withdrawn_documents_stand_below_those_that_hold() -> None:
    withdrawn = make.article("wrong", status="withdrawn", withdrawn_because="The source retracted.")

    found = entries(make.brief("old"), make.brief("new", supersedes="old"), withdrawn)

    assert found["briefs/old/"].boost == found["articles/wrong/"].boost < found["briefs/new/"].boost
    assert "superseded" in found["briefs/old/"].tags
    assert "The source retracted." in found["articles/wrong/"].sentences


def test_every_page_stands_before_the_places_on_it() -> None:
    text = Text((Section("a", "A", ""),))
    found = list(entries(make.brief("x", judgements=[make.judgement()]), texts={"briefs/x": text}))

    assert found[:3] == ["briefs/x/", "briefs/x/#a", "briefs/x/#j1"]


def test_every_field_of_an_entry_is_one_that_the_index_is_told_of() -> None:
    [entry, *_] = entries(make.actor("ann", name="Ánn")).values()

    assert entry.as_dict().keys() - {"location", "boost"} == search.FIELDS.keys()


def test_a_page_shows_its_marking_in_signs_by_which_nothing_is_found() -> None:
    found = entries(
        make.article("clear"),
        make.article("amber", marking="TLP:AMBER+STRICT"),
        make.actor("ann"),
        pages=(make.hand_page("about/", marking=Marking.GREEN),),
    )

    assert found["articles/clear/"].tags == ("Article", "3 Nov 2025", ".")
    assert found["articles/amber/"].tags == ("Article", "3 Nov 2025", ":")
    assert found["actors/ann/"].tags == ("Actor · person", ".~")
    assert found["about/"].tags == (",",)
    assert found["articles/clear/"].as_dict()["tags"] == ["Article", "3 Nov 2025"]
    assert findable("\n".join(found["actors/ann/"].tags)) == ["actor", "person"]


def test_a_marked_section_marks_the_text_that_is_found() -> None:
    article = make.article("report")
    edition = editions.edition(article, texts={"articles/report": make.Text(marking=Marking.AMBER)})

    [entry, *_] = search.entries(edition, {article.ref: Text()})

    assert entry.tags[-1] == ";"


def test_a_page_says_whether_it_has_a_timeline_and_after_that_its_other_names() -> None:
    event = {"date": "2025-10-31", "title": "Signed", "actors": ["ann"]}

    found = entries(make.actor("ann", aliases=["Annie", "A."]), make.article("report", events=[event]))

    assert found["actors/ann/"].tags == ("Actor · person", ".@~", "Annie", "A.")
    assert found["articles/report/"].tags == ("Article", "3 Nov 2025", ".")


def test_a_judgement_that_fewer_may_read_says_so() -> None:
    found = entries(make.brief("outlook", judgements=[make.judgement(marking="TLP:GREEN")]))

    assert found["briefs/outlook/#j1"].tags == ("Judgement", "TLP:GREEN")
