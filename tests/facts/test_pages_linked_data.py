"""What pages tell programs: JSON-LD that holds in schema.org's words, and that no text can break out of."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import html5lib
import jsonschema
import pytest
from jinja2 import DictLoader

import make
from briefing.model.content import AnyDocument
from briefing.pages.identity import Site
from briefing.pages.linked_data import MAKERS, LinkedData
from briefing.pages.render import Renderer
from briefing.views.shapes.pages import Shown

URL = "https://desk.example/briefings/"
SITE = Site("South Asia desk", URL)
THING = frozenset({"@type", "@id", "name", "description", "alternateName", "sameAs", "subjectOf", "url"})
WORK = THING | {
    "inLanguage", "datePublished", "dateModified", "conditionsOfAccess", "creativeWorkStatus", "publisher",
    "author", "about", "mentions", "isBasedOn", "headline",
}  # fmt: skip
TERMS = {
    "AnalysisNewsArticle": WORK,
    "Report": WORK,
    "CreativeWork": WORK,
    "WebSite": WORK,
    "CollectionPage": WORK | {"mainEntity"},
    "AboutPage": WORK | {"mainEntity"},
    "WebPage": WORK | {"mainEntity"},
    "ProfilePage": WORK | {"mainEntity"},
    "Person": THING | {"jobTitle", "affiliation", "memberOf"},
    "Organization": THING | {"memberOf"},
    "Country": THING,
    "DefinedTerm": THING,
    "Thing": THING,
    "Place": THING,
    "Event": THING | {"startDate", "location", "about", "keywords"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
}
"""The types that pages use, and which properties schema.org gives each."""
DAY = r"^\d{4}(-\d\d(-\d\d)?)?$"
VALUES: dict[str, Any] = {
    "@id": {"type": "string"},
    "name": {"type": "string", "minLength": 1},
    "description": {"type": "string", "minLength": 1},
    "datePublished": {"type": "string", "pattern": DAY},
    "dateModified": {"type": "string", "pattern": DAY},
    "startDate": {"type": "string", "pattern": DAY},
    "conditionsOfAccess": {"type": "string", "pattern": "^TLP:"},
    "keywords": {"type": "string", "pattern": "^TLP:"},
    "inLanguage": {"type": "string", "minLength": 2},
    "position": {"type": "integer", "minimum": 1},
    "alternateName": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "jobTitle": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    **{
        key: {"type": "array", "items": {"$ref": "#/$defs/node"}, "minItems": 1}
        for key in ("author", "about", "mentions", "isBasedOn", "subjectOf", "affiliation", "itemListElement")
    },
    **{key: {"$ref": "#/$defs/node"} for key in ("publisher", "location", "memberOf", "mainEntity")},
    **{key: {"type": "string"} for key in ("url", "sameAs", "item", "headline", "creativeWorkStatus")},
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "items": {"$ref": "#/$defs/node", "required": ["@type"]}, "minItems": 1},
    },
    "required": ["@context", "@graph"],
    "additionalProperties": False,
    "$defs": {
        "node": {
            "type": "object",
            "properties": {"@type": {"enum": sorted(TERMS)}, **VALUES},
            "additionalProperties": False,
            "allOf": [
                {
                    "if": {"properties": {"@type": {"const": type_}}, "required": ["@type"]},
                    "then": {"propertyNames": {"enum": sorted(terms)}},
                }
                for type_, terms in TERMS.items()
            ],
        }
    },
}


def no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), keys
    return dict(pairs)


def no_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


def up(address: str) -> str:
    return "/".join([".."] * address.count("/")) or "."


def read(page: Shown, address: str, site: Site = SITE) -> dict[str, Any]:
    """The data block of a page, as a browser finds it and a strict reader takes it."""
    written = LinkedData(site, up(address))(page)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(f"<p><script type='application/ld+json'>{written}</script></p>")
    assert parser.errors == []
    [paragraph] = tree
    [block] = paragraph
    assert (block.tail, len(block)) == (None, 0)
    found: dict[str, Any] = json.loads(
        block.text, object_pairs_hook=no_key_twice, parse_constant=no_constant, strict=True
    )
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def graph(address: str, *documents: AnyDocument, site: Site = SITE, **given: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = read(make.page(make.content(*documents), address, **given), address, site)[
        "@graph"
    ]
    return nodes


def test_the_schema_that_blocks_are_held_against_refuses_what_is_no_term() -> None:
    schema = jsonschema.Draft202012Validator(SCHEMA)
    schema.check_schema(SCHEMA)

    for node in (
        {"@type": "Person", "conditionsOfAccess": "TLP:CLEAR"},
        {"@type": "Preson"},
        {"@type": "Report", "datePublished": "3 Nov 2025"},
        {"@type": "Event", "about": [{"@type": "Country", "memberOf": {"name": "x"}}]},
    ):
        assert not schema.is_valid({"@context": "https://schema.org", "@graph": [node]}), node


def test_every_page_of_a_site_tells_programs_what_it_is() -> None:
    content = make.content(
        make.brief("b", judgements=[make.judgement()], articles=["a"]),
        make.article("a", events=[{"date": "2025-10-31", "title": "Signed"}], sources=[{"title": "Record"}]),
        make.actor("ann"),
        make.actor("land", type="country"),
        make.topic("trade"),
        make.agreement("pact"),
        pages=(make.hand_page("about/likelihood/"),),
    )

    shown = {address: page for address, page in make.pages(content).items() if type(page) in MAKERS}
    types = {address: read(page, address)["@graph"][0]["@type"] for address, page in shown.items()}

    assert types == {
        "": "WebSite",
        "about/likelihood/": "AboutPage",
        "actors/ann/": "ProfilePage",
        "actors/land/": "WebPage",
        "agreements/pact/": "WebPage",
        "articles/a/": "Report",
        "briefs/b/": "AnalysisNewsArticle",
        "topics/trade/": "WebPage",
        **{
            address: "CollectionPage"
            for address in (
                *(f"{kind}/" for kind in ("actors", "agreements", "articles", "briefs", "topics")),
                *("digests/", "digests/2025-11/", "digests/2025-W45/"),
                *("judgements/", "network/", "timeline/", "timeline/2025/"),
            )
        },
    }


def test_a_brief_says_who_judged_what_when_and_on_what_it_rests() -> None:
    source = {"title": "Record", "publisher": "Ministry", "url": "https://far.example/record"}
    changed = {"date": "2025-11-09", "note": "A name.", "kind": "correction"}

    brief, trail = graph(
        "briefs/b/",
        make.brief("b", authors=["desk"], articles=["a"], sources=[source], changes=[changed], language="fr",
                   actors=["land"]),
        make.article("a"),
        make.actor("land", type="country"),
        make.topic("trade"),
        authors={"desk": "The desk"},
    )  # fmt: skip

    assert (brief["headline"], brief["description"], brief["inLanguage"]) == ("B", "The bottom line.", "fr")
    assert (brief["datePublished"], brief["dateModified"]) == ("2025-11-05", "2025-11-09")
    assert (brief["author"], brief["publisher"]["name"]) == ([{"name": "The desk"}], "South Asia desk")
    assert brief["about"][0]["@id"] == f"{URL}topics/trade/#br-subject"
    assert brief["mentions"] == [{"@type": "Country", "@id": f"{URL}actors/land/#br-subject", "name": "Land"}]
    assert brief["isBasedOn"] == [
        {"@type": "Report", "@id": f"{URL}articles/a/", "name": "A"},
        {
            "@type": "CreativeWork",
            "name": "Record",
            "url": "https://far.example/record",
            "publisher": {"@type": "Organization", "name": "Ministry"},
        },
    ]
    assert brief["conditionsOfAccess"] == "TLP:CLEAR"
    assert [one["item"] for one in trail["itemListElement"]] == [URL, f"{URL}briefs/", f"{URL}briefs/b/"]


def test_a_person_has_names_and_the_offices_of_today() -> None:
    roles = [
        {"title": "Minister", "of": "land", "from": "2019"},
        {"title": "Mayor", "to": "2010"},
        {"title": "Envoy", "from": "2027"},
    ]
    aliases = ["Annie", {"name": "Dr Ann", "from": "2001", "to": "2003"}]

    page, _ = graph(
        "actors/ann/",
        make.actor("ann", roles=roles, aliases=aliases, wikidata="Q42", part_of="club"),
        make.actor("land", type="country"),
        make.actor("club", type="group"),
    )

    person = page["mainEntity"]
    assert (person["@type"], person["@id"]) == ("Person", f"{URL}actors/ann/#br-subject")
    assert person["alternateName"] == ["Annie", "Dr Ann"]
    assert person["jobTitle"] == ["Minister"]
    assert [one["name"] for one in person["affiliation"]] == ["Land"]
    assert person["memberOf"]["name"] == "Club"
    assert person["sameAs"] == "http://www.wikidata.org/entity/Q42"


def test_hidden_names_of_topics_are_not_told() -> None:
    [page, _] = graph("topics/sea/", make.topic("sea", hidden=["indopacific"], aliases=["Ocean"]))

    assert page["mainEntity"]["alternateName"] == ["Ocean"]
    assert "indopacific" not in json.dumps(page)


def test_events_stand_on_the_page_of_their_year_with_dates_no_sharper_than_known() -> None:
    told = [
        {"id": "day", "date": "2024-10-31", "title": "Signed", "place": "Delhi", "actors": ["ann"]},
        {"id": "month", "date": "2024-08", "title": "Talks"},
        {"id": "about", "date": "2024-05~", "title": "A visit"},
        {"id": "apart", "date": "2024-03-01", "title": "It",
         "dates": [{"date": "2024-03-01"}, {"date": "2024-03-02"}]},
    ]  # fmt: skip

    documents = make.article("a", events=told), make.actor("ann")
    _, *found, _trail = graph("timeline/2024/", *documents)
    events = {one["@id"].rpartition("-")[2]: one for one in found}

    assert events["day"]["startDate"] == "2024-10-31"
    assert events["day"]["location"] == {"@type": "Place", "name": "Delhi"}
    assert [one["@id"] for one in events["day"]["about"]] == [f"{URL}actors/ann/#br-subject"]
    assert [one["@id"] for one in events["day"]["subjectOf"]] == [f"{URL}articles/a/"]
    assert events["month"]["startDate"] == "2024-08"
    assert "startDate" not in events["about"]
    assert events["about"]["description"] == "about May 2024"
    assert "startDate" not in events["apart"]
    assert "2 Mar 2024 (A)" in events["apart"]["description"]
    assert [one["@type"] for one in graph("timeline/", *documents)] == ["CollectionPage"]


def test_markings_are_told() -> None:
    event = {"date": "2024-10-31", "title": "Signed", "marking": "TLP:AMBER"}
    documents = make.article("a", marking="TLP:GREEN", events=[event]), make.topic("trade")

    article, _ = graph("articles/a/", *documents)
    page, signed, _ = graph("timeline/2024/", *documents)

    assert article["conditionsOfAccess"] == "TLP:AMBER"  # for its page tells of the event
    assert (page["conditionsOfAccess"], signed["keywords"]) == ("TLP:AMBER", "TLP:AMBER")


@pytest.mark.parametrize(
    ("status", "told"), [({"status": "withdrawn", "withdrawn_because": "Wrong."}, "withdrawn"), ({}, None)]
)
def test_a_document_that_no_longer_stands_says_so(status: dict[str, str], told: str | None) -> None:
    article, _ = graph("articles/a/", make.article("a", **status))

    assert article.get("creativeWorkStatus") == told


def test_without_an_address_of_the_site_ids_lead_on_from_the_page() -> None:
    documents = make.article("a"), make.topic("trade")

    article, _ = graph("articles/a/", *documents, site=Site("Desk"))

    base = "https://anywhere.example/below/articles/a/"
    assert urljoin(base, article["@id"]) == base
    assert (
        urljoin(base, article["about"][0]["@id"]) == "https://anywhere.example/below/topics/trade/#br-subject"
    )
    assert "https://" not in json.dumps(article)


PAYLOADS = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><!-- --><img src=x onerror=alert(1)>",
    "<!--margin-->",
    '"}]},{"@type":"Person"',
    "\\u003c/script\\u003e \\",
    "&lt;/script&gt; &amp; ' \u2028\u2029.",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_an_author_writes_ends_the_block_or_adds_to_it(payload: str) -> None:
    told = {"date": "2025-10-31", "title": payload, "place": payload}
    documents = (
        make.brief("b", title=payload, summary=payload, authors=[payload], sources=[{"title": payload}]),
        make.article("a", title=payload, events=[told]),
        make.actor("ann", name=payload, aliases=[payload], roles=[{"title": payload}]),
        make.topic("trade", name=payload),
    )
    content = make.content(*documents)

    for address in ("briefs/b/", "timeline/2025/", "actors/ann/", "topics/trade/"):
        page = make.page(content, address)
        first, *_, last = read(page, address)["@graph"]
        assert (first["name"], last["@type"]) == (page.head.title, "BreadcrumbList")
    brief, _ = graph("briefs/b/", *documents)
    assert brief["author"] == [{"name": payload}]
    assert brief["isBasedOn"][0]["name"].startswith(payload[:6])


def test_what_no_file_can_carry_is_left_out_and_control_characters_are_escaped() -> None:
    page = make.page(make.content(make.brief("b", title="A\ud800\ufffe\x00\x1bB")), "briefs/b/")

    block = str(LinkedData(SITE, "../..")(page))

    assert json.loads(block)["@graph"][0]["headline"] == "A\x00\x1bB"
    assert block.isprintable()
    block.encode()


def test_the_block_holds_no_character_that_html_reads() -> None:
    page = make.page(make.content(make.brief("b", title="".join(PAYLOADS))), "briefs/b/")

    block = str(LinkedData(SITE, "../..")(page))

    assert json.loads(block)["@graph"][0]["@type"] == "AnalysisNewsArticle"
    assert not set("<>&'") & set(block)


def test_pages_that_say_nothing_of_their_own_have_no_block() -> None:
    page = make.page(make.content(make.actor("ann", former=["annie"])), "actors/annie/")

    assert LinkedData(SITE, "../..")(page) == ""


def test_a_renderer_tells_of_the_site_that_it_is_for() -> None:
    page = make.page(make.content(), "")

    told = Renderer(DictLoader({}), site=SITE).linked_data(page, ".")

    assert json.loads(told)["@graph"][0]["@id"] == URL
