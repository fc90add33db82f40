"""How briefs and articles are cited: each form is read back by the rules of that form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

import make
from briefing.model.content import AnyDocument
from briefing.views.parts import citation
from briefing.views.shapes.pieces import Citation

ADDRESS = "https://desk.example/briefs/pact/"
NASTY = 'Rise of 5 % & {more} \\ "quotes" <b> #1 $x_y^z~ @now — Żółć'
NAMED = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|",
}  # fmt: skip


def cited(document: AnyDocument, form: str) -> Citation:
    found = make.page(make.content(document, make.topic("trade")), document.address).citations
    (one,) = [one for one in found if one.form == form]
    assert isinstance(one, Citation)
    return one


def whole(one: Citation) -> str:
    """The text as the reader's browser completes it."""
    return f"{one.text}{one.around[0]}{ADDRESS}{one.around[1]}{one.rest}"


def bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Kind, key and fields of the one entry, in braces that must balance as BibTeX counts them."""
    head = re.match(r"@(\w+)\{([^\s,{}]+),\n", text)
    assert head
    fields: dict[str, str] = {}
    at = head.end()
    while text[at] != "}":
        name = re.compile(r"  (\w+) = ").match(text, at)
        assert name, text[at:]
        end = start = name.end()
        depth = 0
        while depth or text[end] not in ",\n":
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        assert name[1] not in fields
        fields[name[1]] = text[start:end]
        at = end + len(",\n")
    assert text[at:] == "}\n"
    return head[1], head[2], fields


def tex(value: str) -> str:
    """What TeX prints of a value in braces; signs that mean something to it stand behind backslashes."""
    inside = value.removeprefix("{").removesuffix("}").removeprefix("{").removesuffix("}")
    assert not re.search(r"(?<!\\)[$&#%_]|[~^<>|]", inside)
    inside = re.sub(r"\\([$&#%_])", r"\1", inside)
    return re.sub(r"\\(text\w+)\{\}", lambda name: NAMED[name[1]], inside)


def ris(text: str) -> list[tuple[str, str]]:
    lines = text.removesuffix("\n").split("\n")
    read = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in lines]
    return [(one[1], one[2]) for one in read if one] if all(read) else []


def brief(**matter: object) -> AnyDocument:
    return make.brief("pact", **{"title": "The pact holds", **matter})


def test_in_words_a_brief_is_named_by_who_what_where_and_when() -> None:
    two = brief(authors=["South Asia desk", "Müller, Anna"], updated="2025-11-06")

    assert whole(cited(two, "Plain text")) == (
        "South Asia desk; Müller, Anna. “The pact holds”. Brief, Briefing Room, 5 Nov 2025. "
        f"Updated 6 Nov 2025. TLP:CLEAR. {ADDRESS}"
    )


def test_without_an_address_each_form_is_still_whole() -> None:
    forms = make.page(make.content(brief(), make.topic("trade")), "briefs/pact/").citations
    texts = {one.form: one.text + one.rest for one in forms}

    assert texts["Plain text"].endswith("TLP:CLEAR.")
    assert "url" not in bibtex(texts["BibTeX"])[2]
    assert "UR" not in dict(ris(texts["RIS"]))
    assert "URL" not in json.loads(texts["CSL-JSON"])[0]


def test_bibtex_holds_every_field_and_takes_no_name_apart() -> None:
    kind, key, fields = bibtex(whole(cited(brief(authors=["Trade and aid desk", "Ann"]), "BibTeX")))

    assert (kind, key) == ("techreport", "brief-pact")
    assert fields["author"] == "{{Trade and aid desk} and {Ann}}"
    assert (fields["year"], fields["month"], fields["day"]) == ("{2025}", "nov", "{5}")
    assert fields["institution"] == "{{Briefing Room}}"
    assert fields["url"] == f"{{{ADDRESS}}}"


@pytest.mark.parametrize(
    "title", [NASTY, "}{", "a } b", "{", "\\", "100%", "{\\%}", "@article{x, title={y}}"]
)
def test_no_title_breaks_a_form(title: str) -> None:
    one = brief(title=title)

    assert tex(bibtex(whole(cited(one, "BibTeX")))[2]["title"]) == title
    assert dict(ris(whole(cited(one, "RIS"))))["TI"] == title
    assert json.loads(whole(cited(one, "CSL-JSON")))[0]["title"] == title
    assert f"“{title}”" in whole(cited(one, "Plain text"))


def test_what_would_end_a_line_is_a_space() -> None:
    one = brief(authors=["Ann\x85ER  - \u2028TY  - BOOK"])

    assert dict(ris(whole(cited(one, "RIS"))))["AU"] == "Ann ER  -  TY  - BOOK"
    assert len(whole(cited(one, "Plain text")).splitlines()) == 1


def test_ris_begins_with_its_type_and_ends_with_its_end() -> None:
    lines = ris(whole(cited(brief(authors=["A", "B"]), "RIS")))

    assert lines[0] == ("TY", "RPRT")
    assert lines[-1] == ("ER", "")
    assert [value for tag, value in lines if tag == "AU"] == ["A", "B"]
    assert {"PY": "2025", "DA": "2025/11/05", "UR": ADDRESS, "PB": "Briefing Room"}.items() <= dict(
        lines
    ).items()


def test_csl_names_are_whole_and_the_day_is_in_parts() -> None:
    (item,) = json.loads(whole(cited(brief(), "CSL-JSON")))

    assert item["author"] == [{"literal": "South Asia desk"}]
    assert item["issued"] == {"date-parts": [[2025, 11, 5]]}
    assert (item["type"], item["genre"], item["publisher"]) == ("report", "Brief", "Briefing Room")
    assert item["URL"] == ADDRESS


def test_an_article_without_authors_names_none() -> None:
    article = make.article("news")

    assert whole(cited(article, "Plain text")).startswith("“News”. Article, Briefing Room, 3 Nov 2025")
    assert "author" not in bibtex(whole(cited(article, "BibTeX")))[2]
    assert "AU" not in dict(ris(whole(cited(article, "RIS"))))
    assert "author" not in json.loads(whole(cited(article, "CSL-JSON")))[0]


def test_who_cites_what_no_longer_stands_is_told() -> None:
    content = make.content(brief(), make.brief("newer", supersedes="pact"), make.topic("trade"))

    citations = make.page(content, "briefs/pact/").citations

    assert "Superseded." in citations[0].text
    assert "superseded; TLP:CLEAR" in citations[1].text


def test_an_author_who_is_an_id_is_cited_by_name() -> None:
    content = make.content(brief(authors=["sad"]), make.topic("trade"))

    citations = make.page(content, "briefs/pact/", authors={"sad": "South Asia desk"}).citations

    assert citations[0].text.startswith("South Asia desk. ")


def test_the_files_are_named_after_the_document() -> None:
    citations = make.page(make.content(brief(), make.topic("trade")), "briefs/pact/").citations

    assert [one.file for one in citations] == [
        "brief-pact.txt", "brief-pact.bib", "brief-pact.ris", "brief-pact.json",
    ]  # fmt: skip


def test_every_month_has_its_name() -> None:
    def names() -> Iterator[str]:
        for month in range(1, 13):
            one = brief(date=f"2025-{month:02}-01")
            yield bibtex(whole(cited(one, "BibTeX")))[2]["month"]

    assert tuple(names()) == citation.MONTHS
