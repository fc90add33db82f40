"""Which names become links, and why the others do not."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.convert.markdown import Converter
from briefing.link import mentions
from briefing.link.mentions import Mention
from briefing.link.names import Name, Named, NameTable
from briefing.model.parts import Linking
from briefing.model.ref import Kind, Ref

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
)


def actor(id_: str, *names: str | Name, not_: tuple[str, ...] = (), kind: Kind = Kind.ACTOR) -> Named:
    given = tuple(name if isinstance(name, Name) else Name(name) for name in names)
    return Named(Ref(kind, id_), given[0].text, given, not_)


INDIA = actor("india", "India", "Republic of India", not_=("Air India", "Bank of India"))
US = actor("united-states", "United States", "US", "U.S.")
SINGH = actor("rajnath-singh", "Rajnath Singh", "Singh")
BRIEN = actor("brien", "Brien", "Hicks", "José", "G7", "AT&T")
NAMES = NameTable.of((INDIA, US, SINGH, BRIEN))


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(EXTENSIONS, {"toc": {"permalink": True}})


def found(
    converter: Converter, body: str, names: NameTable = NAMES, on: date | None = None
) -> tuple[Mention, ...]:
    converted = converter.convert(body)
    return mentions.find(converted.prose, names, on=on, links=converted.links)


def linked(converter: Converter, body: str, names: NameTable = NAMES) -> list[str]:
    return [
        f"{mention.text}: {mention.ref.id}" for mention in found(converter, body, names) if mention.linked
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("India and India.", ["India: india"]),
        ("The Republic of India.", ["Republic of India: india"]),
        ("India's, and Hicks' say.", ["India: india", "Hicks: brien"]),
        ("India’s and Hicks’", ["India: india", "Hicks: brien"]),
        ("India'd go, the US'll stay.", ["India: india", "US: united-states"]),
        ("“India”, (US), 'Hicks'; *G7*.", ["India: india", "US: united-states", "Hicks: brien"]),
        ("India–US talks", ["India: india", "US: united-states"]),
        ("Talks--India--US", ["India: india", "US: united-states"]),
        ("in the U.S.", ["U.S.: united-states"]),
        ("in the U.S., it", ["U.S.: united-states"]),
        ("Rajnath\nSingh spoke", ["Rajnath Singh: rajnath-singh"]),
        ("Rajnath\u00a0Singh spoke", ["Rajnath\u00a0Singh: rajnath-singh"]),
        ("Rajnath&nbsp;Singh spoke", ["Rajnath\u00a0Singh: rajnath-singh"]),
        ("- Rajnath\n  Singh spoke", ["Rajnath Singh: rajnath-singh"]),
        ("> Rajnath\n> Singh spoke", ["Rajnath Singh: rajnath-singh"]),
        ("Jos\u00e9 came", ["José: brien"]),
        ("Jose\u0301 came", ["Jose\u0301: brien"]),
        ("AT&T and AT&amp;T", ["AT&T: brien"]),
        ("\u200eIndia\u200f said", ["India: india"]),
        ("India/US talks", ["India: india", "US: united-states"]),
        ("India[^1] said.\n\n[^1]: Note.", ["India: india"]),
        ("India<sup>a</sup> said.", ["India: india"]),
        (r"\[India\] and \`US\`", ["India: india", "US: united-states"]),
        ("| India | x |\n|---|---|\n| US | y |", ["India: india", "US: united-states"]),
        ("Term\n:   India said", ["India: india"]),
        ("x[^1]\n\n[^1]: India said", ["India: india"]),
        ('!!! note "India"\n    the US', ["US: united-states"]),
        ("<div>India</div>", ["India: india"]),
        ('<p title="US">India</p>', ["India: india"]),
        ("*[US]: America\n\nThe US said", ["US: united-states"]),
        ("*[States]: x\n\nThe United States said", ["United States: united-states"]),
    ],
)
def test_names_link(converter: Converter, body: str, expected: list[str]) -> None:
    assert linked(converter, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Indian, USUAL, THE USUAL, us, INDIA, india",
        "US-based, post-India, US\u2011led, U.S.-India, India-led",
        "O'Brien, O’Brien, d’India",
        "India_x, xIndia, India2, 2India, Indiaé, India\u0301",
        "Jose, Josea\u0301",
        "@India, #India, india@India.in, India@x.org, x.India, India.com, www.India.x",
        "US$40, US$ 40, $US 3",
        "https://x.org/India, https://x.org/(India)",
        "docs/India, India/x.md, ./India/a, C:\\India, a/India",
        "C++India++, R&India, x=India, India=x",
        "India\u200bn, In\u200bdia, Raj\u00adnath\u200bSinghx",
        "# India",
        "`India`",
        "    India",
        "```\nIndia\n```",
        "[India](https://x.org)",
        "![India](x.png)",
        "<https://x.org/India>",
        "<kbd>India</kbd> <samp>US</samp>",
        "<figure><figcaption>India</figcaption></figure>",
        "<table><caption>India</caption><tr><td>x</td></tr></table>",
        "<details><summary>India</summary></details>",
        "India\n=====",
        "Air India",
        "the Bank of India",
        "**Rajnath** Singh",
        "Rajnath *Singh*",
        "Raj**nath** Singh",
        "Rajnath [Singh](x.md)",
        "Rajnath<br>Singh",
    ],
)
def test_what_only_looks_like_a_name_does_not_link(converter: Converter, body: str) -> None:
    assert linked(converter, body) == []


@pytest.mark.parametrize(
    ("body", "text", "reason"),
    [
        ("India. India.", "India", "named before"),
        ("**Rajnath** Singh", "Rajnath Singh", "split by markup"),
        ("[India](https://x.org)", "India", "inside a link"),
        ("by Air India", "India", "part of “Air India”, listed under not"),
    ],
)
def test_what_was_left_out_says_why(converter: Converter, body: str, text: str, reason: str) -> None:
    last = found(converter, body)[-1]

    assert (last.text, last.linked, last.reason) == (text, False, reason)


def test_the_longest_name_wins_and_takes_its_place(converter: Converter) -> None:
    names = NameTable.of(
        (
            INDIA,
            actor("navy", "Indian Navy"),
            actor("rbi", "Reserve Bank of India"),
            actor("ri", "Reserve Bank"),
        )
    )

    assert linked(converter, "The Reserve Bank of India, India.", names) == [
        "Reserve Bank of India: rbi",
        "India: india",
    ]


def test_a_longer_name_that_is_no_whole_word_does_not_hide_a_shorter(converter: Converter) -> None:
    names = NameTable.of((actor("bank", "Bank"), actor("ltd", "Bank of India Ltd")))

    assert linked(converter, "Bank of India Ltdx", names) == ["Bank: bank"]


def test_a_shared_name_is_never_linked_and_tells_every_profile_that_it_may_mean(converter: Converter) -> None:
    other = actor("manmohan-singh", "Manmohan Singh", Name("Singh", Linking.ALWAYS, until=date(2014, 1, 1)))
    names = NameTable.of((SINGH, other))

    mentions_ = found(converter, "Singh and Rajnath Singh and Singh.", names, on=date(2025, 1, 1))

    assert [(list(map(str, one.rivals)), one.linked, one.reason) for one in mentions_[:1]] == [
        (
            ["actors/manmohan-singh", "actors/rajnath-singh"],
            False,
            "shared by actors/manmohan-singh and actors/rajnath-singh",
        ),
    ]
    assert [one.text for one in mentions_ if one.linked] == ["Rajnath Singh"]
    assert [one.counts for one in mentions_] == [False, True, False]


def test_a_name_that_very_many_share_is_one_mention_with_a_short_reason(converter: Converter) -> None:
    names = NameTable.of(actor(f"sharma-{number}", f"X{number} Sharma", "Sharma") for number in range(100))

    [one] = found(converter, "And Sharma.", names)

    assert len(one.rivals) == 100
    assert one.reason.endswith("actors/sharma-12 and others")


def test_a_dated_name_is_no_link_outside_its_time(converter: Converter) -> None:
    names = NameTable.of((actor("x", "X Y", Name("Old", since=date(2010, 1, 1), until=date(2020, 12, 31))),))

    reasons = {
        day: found(converter, "The Old one", names, on=day)[0].reason
        for day in (date(2009, 12, 31), date(2010, 1, 1), date(2020, 12, 31), date(2021, 1, 1), None)
    }

    assert list(reasons.values()) == [
        "in another use on that date",
        "first mention",
        "first mention",
        "in another use on that date",
        "first mention",
    ]


def test_a_name_marked_never_does_not_link_and_still_takes_its_place(converter: Converter) -> None:
    names = NameTable.of((INDIA, actor("paper", "The Paper", Name("India Today", Linking.NEVER))))

    (mention,) = found(converter, "India Today writes", names)

    assert (mention.linked, mention.counts, mention.reason) == (
        False,
        False,
        "this name is marked link: never",
    )


def test_a_topic_links_only_through_a_name_marked_always(converter: Converter) -> None:
    topic = actor(
        "defence", Name("Defence", Linking.NEVER), Name("DTTI", Linking.ALWAYS), Name("Arms"), kind=Kind.TOPIC
    )

    mentions_ = found(converter, "Defence, Arms and DTTI.", NameTable.of((topic,)))

    assert [(one.text, one.linked) for one in mentions_] == [("DTTI", True)]


def test_a_name_that_an_agreement_shares_with_a_topic_is_a_shared_name(converter: Converter) -> None:
    names = NameTable.of(
        (
            actor("icet", "iCET", kind=Kind.AGREEMENT),
            actor("icet", Name("iCET", Linking.NEVER), kind=Kind.TOPIC),
        )
    )

    reasons = [one.reason for one in found(converter, "The iCET", names)]

    assert reasons == ["shared by agreements/icet and topics/icet"]


def test_no_page_links_to_itself(converter: Converter) -> None:
    converted = converter.convert("India and the US.")

    mentions_ = mentions.find(converted.prose, NAMES, own=INDIA.ref)

    assert [(one.text, one.linked, one.reason) for one in mentions_] == [
        ("India", False, "the page is about it"),
        ("US", True, "first mention"),
    ]


def test_a_mention_has_its_sentence_and_section(converter: Converter) -> None:
    said = "Mr. Rao, of *the* `MoD`,\nmet Rajnath Singh.[^1] India did not."
    body = f"Lead.\n\n## The talks\n\n{said}\n\n[^1]: x\n"

    mention = found(converter, body)[0]

    assert mention.sentence == "Mr. Rao, of the MoD, met Rajnath Singh."
    assert mention.sentence[mention.at :].startswith(mention.text)
    assert mention.section == "the-talks"


def test_a_phrase_that_another_profile_goes_by_is_that_profile(converter: Converter) -> None:
    names = NameTable.of((INDIA, actor("air-india", "Air India")))

    assert linked(converter, "Air India and India", names) == ["Air India: air-india", "India: india"]


def test_a_plain_text_can_be_asked_for_the_names_in_it() -> None:
    assert NAMES.named_in("India's Rajnath Singh, not Air India") == (INDIA.ref, SINGH.ref)


def test_a_table_without_names_finds_nothing(converter: Converter) -> None:
    assert found(converter, "India", NameTable.of(())) == ()
