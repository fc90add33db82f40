"""What holds of conversion and linking for any text."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import make
from briefing.convert import sanitise
from briefing.convert.markdown import Converter
from briefing.convert.prose import BLOCK, Prose
from briefing.convert.survey import TAG
from briefing.link import document, mentions
from briefing.link.hrefs import relative
from briefing.link.locate import locate
from briefing.link.names import Form, Hit, Name, Named, NameTable, folded, longest
from briefing.link.sentences import LAST_WORD, Sentences
from briefing.link.targets import Here
from briefing.link.texts import Places
from briefing.link.weave import anchors, weave
from briefing.model import limits
from briefing.model.parts import Linking
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address, SrcUri

EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
)  # fmt: skip
CONVERTER = Converter(EXTENSIONS, {"toc": {"permalink": True}})
TITLES = ("India", "Rajnath Singh", "U.S.", "US", "Côte d'Ivoire", "AT&T", "US Navy", "Singh")
A, B, C, D = (Ref(Kind.ACTOR, f"a{index}") for index in range(4))
NAMES = NameTable.of(
    Named(Ref(Kind.ACTOR, f"a{index}"), title, (Name(title),)) for index, title in enumerate(TITLES)
)
DOUBTFUL = NameTable.of(
    (
        Named(A, "India", (Name("India"), Name("Navy", Linking.NEVER), Name("word"))),
        Named(B, "Singh", (Name("Singh"), Name("Navy", Linking.NEVER), Name("word")), ("US Navy",)),
        Named(C, "US", (Name("US"), Name("Navy"), Name("Co\u0302te d'Ivoire")), ("a word",)),
        Named(D, "Ivory", (Name("C\u00f4te d'Ivoire"),)),
    )
)
"""Names that could be two, each in another way."""

WORDS = st.sampled_from(
    (
        *TITLES, "Rajnath", "Navy", "Cote", "word", "a", "the", "1", "Co\u0302te d\u2019Ivoire",
        "\u00a0", "\u200b", "é", "*", "**", "_", "`", "``", "```", "~~~", "[", "]", "(", ")",
        "](", "[[", "]]", "[[a0]]", "|", "\\|", "\\", "<", ">", "&", "&amp;", "&nbsp;", "<b>",
        "</b>", "<a href='x'>", "</a>", "<p>", "</p>", "<div>", "</div>", "<div markdown>",
        "<script>", "</script>", "<!--", "-->", "<svg onload=x>", "<abbr>", "</abbr>", "<sup>",
        "</sup>", "<br>", "<p title=\"", "\n", "\n\n", "\n\n    ", "\n- ", "\n> ", "\n# ",
        "\n## ", "\n1. ", "\n|-|\n", "\n:   ", "\n!!! note\n    ", "---", "[^1]", "\n\n[^1]: ",
        "\n\n*[US]: United States\n\n", "\n\n[x]: ", "{: #a .b }", "{#a}", "![x](", "https://x.org/",
        "javascript:", " ", " ", " ", ".", ",", "'s", "-", "–", "/", "@", "#", "$", "\"",
        "'", "\t", "\ufffc", "\u2029", "\x00",
    )
)  # fmt: skip
BODIES = st.one_of(st.lists(WORDS, max_size=40).map("".join), st.text(max_size=60))
PATHS = st.lists(st.sampled_from(("actors", "a-b", "x", "2024", "é", "a b", "q:r")), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@settings(max_examples=400, deadline=None)
@given(BODIES)
def test_any_body_becomes_html_that_is_safe_and_of_one_form(body: str) -> None:
    converted = CONVERTER.convert(body)

    assert sanitise.clean(converted.html) == converted.html
    ids = Counter(id_ for tag in TAG.finditer(converted.html) for id_ in re.findall(r' id="([^"]*)"', tag[3]))
    assert not [id_ for id_, times in ids.items() if times > 1]
    assert frozenset(map(unescape, ids)) == frozenset(map(unescape, converted.ids))
    assert not re.search(r"<h1|<a [^>]*><a | src=\"(?:https?:)?//", converted.html)


@settings(max_examples=400, deadline=None)
@given(BODIES)
def test_the_prose_says_what_the_html_says_at_its_place(body: str) -> None:
    prose = CONVERTER.convert(body).prose

    for found in re.finditer(r"[^\W_]+", prose.text):
        span = prose.span(*found.span())
        if span:
            assert re.sub("<[^>]*>", "", prose.html[slice(*span)]) == found[0]


@settings(max_examples=400, deadline=None)
@given(BODIES)
def test_links_are_woven_around_names_and_change_nothing_else(body: str) -> None:
    converted = CONVERTER.convert(body)

    found = mentions.find(converted.prose, NAMES, links=converted.links)
    woven = weave(converted.html, anchors(converted.prose, found, lambda ref: ref.address, str))

    links = re.findall(r'<a class="br-mention"[^>]*>(.*?)</a>', woven, re.DOTALL)
    assert re.sub(r'<a class="br-mention"[^>]*>(.*?)</a>', r"\1", woven, flags=re.DOTALL) == converted.html
    linked = [mention for mention in found if mention.linked]
    assert [unescape(re.sub("<[^>]*>", "", words)).split() for words in links] == [
        prose_words.split() for prose_words in (converted.prose.text[one.start : one.end] for one in linked)
    ]
    assert len({mention.ref for mention in linked}) == len(linked)
    assert sanitise.clean(woven).count("<a ") == woven.count("<a ")


@settings(max_examples=400, deadline=None)
@given(BODIES)
def test_every_mention_stands_in_its_sentence(body: str) -> None:
    for mention in mentions.find(CONVERTER.convert(body).prose, NAMES):
        assert not mention.sentence or mention.sentence[mention.at :].startswith(mention.text)
        assert mention.sentence or mention.reason in (mentions.BEFORE, mentions.BY_HAND_ABOVE)
        assert (
            folded(mention.text).replace("\n", " ").strip()
            == mention.text.replace("’", "'").replace("\u00a0", " ").strip()
        )


@settings(max_examples=400, deadline=None)
@given(BODIES, st.sampled_from((8, 40, limits.FOUND.most)))
def test_a_check_of_a_text_finds_what_linking_it_finds(body: str, most: int) -> None:
    places = Places.of(make.content(*(make.actor(ref.id) for ref in (A, B, C, D))))
    given = CONVERTER.convert(body), body, Here(SrcUri("docs/x.md"), Address("x/")), DOUBTFUL, places

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "FOUND", limits.FOUND._replace(most=most))
        ends, linked = document.ends(*given), document.link(*given)

    assert (ends.refs, ends.pages, ends.files) == (linked.refs, linked.pages, linked.files)
    assert ends.findings == linked.findings


@settings(max_examples=150, deadline=None)
@given(BODIES)
def test_a_mention_that_is_placed_in_the_source_stands_there(body: str) -> None:
    converted = CONVERTER.convert(body)
    found = mentions.find(converted.prose, NAMES, links=converted.links)

    def read(dyed: str) -> Prose:
        return CONVERTER.convert(dyed).prose

    for mention, span in zip(found, locate(body, converted.prose, found, read), strict=True):
        if span:
            words = re.findall(r"[^\W_]+", mention.text)
            assert (
                body[span.start :].startswith((words[0], "\u0000")) or words[0] in body[span.start : span.end]
            )
            assert body[: span.end].rstrip(".'’").endswith(words[-1])


@given(PATHS, PATHS)
def test_a_relative_address_leads_from_the_page_to_its_target(target: str, page: str) -> None:
    host = "https://example.org/below/"

    href = relative(target, Address(page))

    assert unquote(urljoin(host + page, href)) == unquote(host + target)
    assert not href.startswith("/")


@given(st.text(max_size=80))
def test_no_address_that_runs_is_kept(address: str) -> None:
    kept = sanitise.keep("a", "href", address)

    assert kept is None or sanitise.scheme(kept) in {"", "http", "https", "mailto", "to"}


TEXTS = st.lists(
    st.sampled_from(("Mr", "Xu", "U.S", "a1", "_b", "9", "etc", "é", "The", "。", ".", "?", " ", "\n", BLOCK))
).map("".join)


@given(TEXTS, st.data())
def test_sentences_are_the_same_in_whatever_order_they_are_asked_for(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    parts = st.lists(st.tuples(places, places).map(sorted).map(tuple))
    asked = Sentences(text, {})

    for start, end in data.draw(parts):
        stop = min(end, (text + BLOCK).index(BLOCK, start))
        assert asked.around(start, stop) == Sentences(text, {}).around(start, stop)


@given(TEXTS)
def test_the_last_word_read_backwards_is_the_last_word(text: str) -> None:
    plainly = re.search(r"([^\W\d_](?:[\w.]*\w)?)$", text)
    backwards = LAST_WORD.match(text[::-1])

    assert (backwards and backwards[1][::-1]) == (plainly and plainly[1])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6))))
def test_of_names_that_overlap_the_longest_hold(spans: list[tuple[int, int]]) -> None:
    form = Form("", (), ())
    hits = [Hit(start, start + length, form) for start, length in spans]
    plainly: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= one.start or one.end <= hit.start for one in plainly):
            plainly.append(hit)

    assert longest(hits) == sorted(plainly)
