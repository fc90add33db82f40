"""Links by hand, links to files and pictures, and the page that comes of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pytest

from briefing.convert.converted import Heading, Section
from briefing.convert.markdown import Converter
from briefing.link import document
from briefing.link.document import Linked
from briefing.link.names import Name, Named, NameTable
from briefing.link.targets import Here
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address, SrcUri

INDIA, SINGH = Ref(Kind.ACTOR, "india"), Ref(Kind.ACTOR, "rajnath-singh")
ICET, ICET_TOPIC = Ref(Kind.AGREEMENT, "icet"), Ref(Kind.TOPIC, "icet")
TITLES = {INDIA: "India", SINGH: "Rajnath Singh", ICET: "iCET", ICET_TOPIC: "iCET & after"}
PAGES: dict[str, Ref | Address] = {
    "docs/actors/india.md": INDIA,
    "docs/about/how.md": Address("about/how/"),
    "docs/index.md": Address(""),
}
FILES = {"docs/articles/a b.png": Address("articles/a b.png"), "docs/assets/x.pdf": Address("assets/x.pdf")}
ANCHORS = frozenset({"br-events", "talks"})
NAMES = NameTable.of(Named(ref, title, (Name(title),)) for ref, title in TITLES.items() if ref != ICET_TOPIC)


class Site:
    """A small site."""

    def document(self, uri: SrcUri) -> Ref | Address | None:
        return PAGES.get(uri)

    def file(self, uri: SrcUri) -> Address | None:
        return FILES.get(uri)

    def by_id(self, id_: str) -> tuple[Ref, ...]:
        return tuple(ref for ref in TITLES if ref.id == id_)

    def refs(self) -> Iterable[Ref]:
        return TITLES

    def name_of(self, ref: Ref) -> str:
        return TITLES[ref]

    def instead_of(self, anchor: str, ref: Ref) -> Collection[str] | None:
        return None if anchor in ANCHORS else ANCHORS


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(("attr_list", "tables", "toc", "footnotes"), {"toc": {"permalink": True}})


def link(converter: Converter, body: str, anchors: Iterable[str] = ()) -> Linked:
    here = Here(SrcUri("docs/articles/talks.md"), Address("articles/talks/"), anchors=frozenset(anchors))
    return document.link(converter.convert(body), body, here, NAMES, Site())


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("India met.", '<a class="br-mention" href="../../actors/india/">India</a> met.'),
        ("[[actors/india]]", '<a href="../../actors/india/">India</a>'),
        ("[[india]]", '<a href="../../actors/india/">India</a>'),
        ("[[topics/icet]]", '<a href="../../topics/icet/">iCET &amp; after</a>'),
        ("[[india|the *republic*]]", '<a href="../../actors/india/">the <em>republic</em></a>'),
        ("[[india#br-events|its past]]", '<a href="../../actors/india/#br-events">its past</a>'),
        ("[the republic](to:actors/india)", '<a href="../../actors/india/">the republic</a>'),
        ("[it](../actors/india.md#talks)", '<a href="../../actors/india/#talks">it</a>'),
        ("[it](../about/how.md)", '<a href="../../about/how/">it</a>'),
        ("[it](../index.md)", '<a href="../../">it</a>'),
        ("[it](../assets/x.pdf 'a \"t\"')", '<a href="../../assets/x.pdf" title="a &quot;t&quot;">it</a>'),
        ("![p](a%20b.png)", '<img alt="p" src="../a%20b.png">'),
        (
            "[e](https://e.org/?a=1&b=2)",
            '<a href="https://e.org/?a=1&amp;b=2" rel="noopener noreferrer">e</a>',
        ),
        ("[m](mailto:a@b.org)", '<a href="mailto:a@b.org" rel="noopener noreferrer">m</a>'),
        ("[t](#br-events)", '<a href="#br-events">t</a>'),
    ],
)
def test_links_lead_to_their_targets(converter: Converter, body: str, html: str) -> None:
    linked = link(converter, body, anchors={"br-events"})

    assert linked.html == f"<p>{html}</p>"
    assert linked.findings == ()


@pytest.mark.parametrize(
    ("body", "text", "code", "message", "remedy"),
    [
        (
            "a [[rajnat-singh]]",
            "a rajnat-singh",
            "B305",
            "`rajnat-singh` is no document",
            "did you mean `rajnath-singh`?",
        ),
        (
            "a [[actors/indai|it]]",
            "a it",
            "B305",
            "`actors/indai` is no document",
            "did you mean `actors/india`?",
        ),
        ("a [[person/india|it]]", "a it", "B305", "`person/india` is no document", "did you mean `india`?"),
        (
            "a [[icet]]",
            "a icet",
            "B310",
            "`icet` could be agreements/icet or topics/icet",
            "write [[agreements/icet]] or [[topics/icet]]",
        ),
        ("a [it *is*](nowhere.md)", "a it <em>is</em>", "B306", "`nowhere.md` leads to nothing", ""),
        (
            "a [it](../actors/india/)",
            "a it",
            "B306",
            "`../actors/india/` leads to nothing",
            "write [[actors/india]]",
        ),
        (
            "a [it](/actors/india/)",
            "a it",
            "B306",
            "`/actors/india/` leads to nothing",
            "write a path relative to this file, or [[kind/id]]",
        ),
        (
            "a [it]()",
            "a it",
            "B306",
            "`` leads to nothing",
            "write a path relative to this file, or [[kind/id]]",
        ),
        (
            "a [it](//e.org/x)",
            "a it",
            "B306",
            "`//e.org/x` leads to nothing",
            "write a path relative to this file, or [[kind/id]]",
        ),
        ("a [it](#nowhere)", "a it", "B306", "`#nowhere` is no place of this page", ""),
        (
            r"a [it](pics\a.pdf)",
            "a it",
            "B306",
            r"`pics\a.pdf` leads to nothing",
            r"write `/` for each `\` in it",
        ),
        (
            r"a [it](..\..\a.pdf)",
            "a it",
            "B306",
            r"`....\a.pdf` leads to nothing",
            r"write `/` for each `\` in it",
        ),
        (
            r"a [it](x\\.pdf)",
            "a it",
            "B306",
            r"`x\.pdf` leads to nothing",
            r"write `/` for each `\` in it",
        ),
        (r"a [it](x\_y.pdf)", "a it", "B306", "`x_y.pdf` leads to nothing", ""),
        ("a ![it & that](x.png)", "a it &amp; that", "B306", "`x.png` leads to nothing", ""),
        ("a ![it](../actors/india.md)", "a it", "B306", "`../actors/india.md` is no picture", ""),
        (
            "a [it](../../../etc/passwd)",
            "a it",
            "B306",
            "`../../../etc/passwd` lies outside of the content root",
            "link to what lies in it",
        ),
        (
            "a [it](..%2f..%2f../etc/passwd)",
            "a it",
            "B306",
            "`..%2f..%2f../etc/passwd` lies outside of the content root",
            "link to what lies in it",
        ),
    ],
)
def test_a_link_to_nothing_is_shown_as_its_text(
    converter: Converter, body: str, text: str, code: str, message: str, remedy: str
) -> None:
    linked = link(converter, f"First line.\n{body}")

    (finding,) = linked.findings
    assert linked.html == f"<p>First line.\n{text}</p>"
    assert (finding.code, finding.message, finding.remedy) == (code, message, remedy)
    assert finding.line == 2


def test_the_same_mistake_twice_is_found_at_both_places(converter: Converter) -> None:
    linked = link(converter, "`[[nobody]]` [[nobody]]\n\n[[nobody|x]]")

    assert [(finding.line, finding.column) for finding in linked.findings] == [(1, 14), (3, 1)]


def test_a_name_in_a_link_to_nothing_links_by_itself(converter: Converter) -> None:
    assert (
        link(converter, "[India](gone.md)").html
        == '<p><a class="br-mention" href="../../actors/india/">India</a></p>'
    )


def test_after_a_link_by_hand_the_name_does_not_link_by_itself(converter: Converter) -> None:
    linked = link(converter, "[[india|The republic]] and India.")

    assert [(one.text, one.linked, one.reason) for one in linked.mentions] == [
        ("The republic", True, "linked by hand"),
        ("India", False, "linked by hand above"),
    ]


def test_before_a_link_by_hand_it_does(converter: Converter) -> None:
    linked = link(converter, "India and [its](../actors/india.md) talks.")

    assert [(one.text, one.reason) for one in linked.mentions] == [
        ("India", "first mention"),
        ("its", "linked by hand"),
    ]


def test_a_link_without_words_says_the_name_everywhere(converter: Converter) -> None:
    linked = link(converter, "## On [[topics/icet]]\n\nFrom [[india]] to [[rajnath-singh]].")

    assert linked.headings == (Heading(2, "on", "On iCET & after"),)
    assert linked.sections == (Section("on", "On iCET & after", "From India to Rajnath Singh."),)
    assert linked.text == "From India to Rajnath Singh."
    assert {one.sentence for one in linked.mentions} == {"From India to Rajnath Singh."}
    assert linked.refs == (ICET_TOPIC, INDIA, SINGH)


def test_files_that_a_text_uses_are_known(converter: Converter) -> None:
    linked = link(converter, "![](a%20b.png) [x](../assets/x.pdf) ![](a%20b.png)")

    assert linked.files == ("docs/assets/x.pdf", "docs/articles/a b.png")


def test_an_alias_says_in_its_title_whose_it_is(converter: Converter) -> None:
    names = NameTable.of([Named(INDIA, "India", (Name("India"), Name('Bharat "x"')))])
    body = 'Bharat "x" said.'

    linked = document.link(
        converter.convert(body), body, Here(SrcUri("docs/a.md"), Address("a/")), names, Site()
    )

    assert (
        linked.html
        == '<p><a class="br-mention" href="../actors/india/" title="India">Bharat "x"</a> said.</p>'
    )


def test_a_name_that_could_be_two_is_said_once_with_its_place(converter: Converter) -> None:
    names = NameTable.of(Named(ref, title, (Name(title), Name("Singh"))) for ref, title in TITLES.items())
    body = "`Singh`\n\nA word, then Singh and Singh."

    linked = document.link(
        converter.convert(body), body, Here(SrcUri("docs/a.md"), Address("a/")), names, Site()
    )

    (finding,) = [one for one in linked.findings if one.code == "B404"]
    assert (finding.line, finding.column) == (3, 14)
    assert "[[actors/india|Singh]]" in finding.remedy


def test_the_way_back_from_a_note_that_nothing_refers_to_is_no_slip_of_its_author(
    converter: Converter,
) -> None:
    linked = link(converter, "Fees rise.\n\n[^1]: By half. [Up](#fnref:2)")

    assert [finding.message for finding in linked.findings] == ["`#fnref:2` is no place of this page"]


def test_of_a_name_that_could_be_very_many_the_first_are_told(converter: Converter) -> None:
    refs = [Ref(Kind.ACTOR, f"lee-{number}") for number in range(9)]
    names = NameTable.of(Named(ref, f"X {ref.id}", (Name("Lee"),)) for ref in refs)
    here = Here(SrcUri("docs/articles/talks.md"), Address("articles/talks/"))

    [finding] = document.link(
        converter.convert("Then Lee spoke."), "Then Lee spoke.", here, names, Site()
    ).findings

    listed = " or ".join(f"actors/lee-{number}" for number in range(5))
    assert finding.message == f"`Lee` could be {listed} or another"
    assert finding.remedy.endswith("[[actors/lee-4|Lee]] or another")


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("See [x](../actors/india.md).\n\n![p](../actors/india.md)", [(3, 6)]),
        (
            "It is ../x.md, see [x](../x.md) and\n![p]( ../x.md 'p') and [x][]\n\n[x]: ../x.md",
            [(1, 24), (4, 6), (2, 7)],
        ),
        ("![p](../x.md), [x](../x.md)", [(1, 20), (1, 6)]),
        ("[![a](a.png)](b.md) and [b [c] d](b.md)", [(1, 15), (1, 35), (1, 7)]),
        ("[b](b.md.txt) and [b](b.md)", [(1, 5), (1, 23)]),
        ("\\[[topics/x]], [[topics/x]]", [(1, 16)]),
        ("`[[topics/x]]`, [[topics/x]]", [(1, 17)]),
        ("[[topics/xy]] and [[topics/x]]", [(1, 1), (1, 19)]),
        ("[[ topics/x | it ]], [[topics/x#a]]", [(1, 1), (1, 22)]),
        ('See <a href="b.md">b</a> and <b.md>', [(1, 14)]),
    ],
)
def test_a_link_to_nothing_is_told_where_it_stands(
    converter: Converter, body: str, places: list[tuple[int, int]]
) -> None:
    assert [(one.line, one.column) for one in link(converter, body).findings] == places
