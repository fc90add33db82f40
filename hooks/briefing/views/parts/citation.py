"""How a brief or an article is cited: in words, and in the forms that reference managers read.

Nothing is made up: authors stand as they are written, for whether a name is a person's or a desk's is not
known, and the address is left to the browser of the reader, who alone knows where the site is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from briefing.graph.order import published
from briefing.model.content import AnyDocument
from briefing.views.edition import Edition
from briefing.views.parts import listing
from briefing.views.shapes.pieces import Citation

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""As BibTeX calls them."""
TEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "$&#%_"},
        **{"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"},
        **{"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
        **{"<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}"},
    }
)
"""Braces by their names: BibTeX counts them, also behind a backslash."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""What would end a line, and what no file can carry."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited, each text on one line."""

    id: str
    kind: str
    title: str
    site: str
    authors: tuple[str, ...]
    day: date | None
    printed: str
    """The day in words."""
    language: str
    notes: tuple[str, ...]
    """What a reader of the citation should know: changed, superseded, the marking."""


def citations(edition: Edition, document: AnyDocument) -> tuple[Citation, ...]:
    """The citations of a document, that in words first."""
    work = _work(edition, document)
    return (_words(work), _bibtex(work), _ris(work), _csl(work))


def _work(edition: Edition, document: AnyDocument) -> Work:
    matter, day = document.matter, published(document)
    updated = f"updated {edition.day(matter.updated).words}" if matter.updated else ""
    return Work(
        id=f"{document.ref.kind.noun}-{document.ref.id}",
        kind=listing.kicker(document),
        title=_line(document.title),
        site=_line(edition.site_name),
        authors=tuple(_line(edition.settings.authors.get(one, one)) for one in matter.authors),
        day=day,
        printed=edition.day(day).words,
        language=document.language,
        notes=tuple(
            filter(None, (updated, listing.notice(edition, document), document.marking.value)),
        ),
    )


def _line(text: str) -> str:
    return CONTROL.sub(" ", text).strip()


def _words(work: Work) -> Citation:
    where = ", ".join(filter(None, (work.kind, work.site, work.printed)))
    notes = [note[0].upper() + note[1:] for note in work.notes]
    text = ". ".join(filter(None, ("; ".join(work.authors), f"“{work.title}”", where, *notes)))
    return Citation("Plain text", f"{work.id}.txt", f"{text}.", (" ", ""))


def _bibtex(work: Work) -> Citation:
    """A report of the site; names and titles in braces of their own, so that no style takes them apart."""
    fields = {
        "author": " and ".join(f"{{{one.translate(TEX)}}}" for one in work.authors),
        "title": f"{{{work.title.translate(TEX)}}}",
        "type": work.kind.translate(TEX),
        "institution": f"{{{work.site.translate(TEX)}}}",
        "language": work.language,
        "note": "; ".join(work.notes).translate(TEX),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    if work.day:
        lines += f"  year = {{{work.day.year}}},\n  month = {MONTHS[work.day.month - 1]},\n"
        lines += f"  day = {{{work.day.day}}},\n"
    head = f"@techreport{{{work.id},\n{lines}"
    return Citation("BibTeX", f"{work.id}.bib", head, ("  url = {", "},\n"), "}\n")


def _ris(work: Work) -> Citation:
    lines = [
        ("TY", "RPRT"),
        ("ID", work.id),
        *(("AU", one) for one in work.authors),
        ("TI", work.title),
        ("M3", work.kind),
        ("PB", work.site),
        *((("PY", f"{work.day.year}"), ("DA", f"{work.day:%Y/%m/%d}")) if work.day else ()),
        ("LA", work.language),
        ("N1", "; ".join(work.notes)),
    ]
    text = "".join(f"{tag}  - {value}\n" for tag, value in lines)
    return Citation("RIS", f"{work.id}.ris", text, ("UR  - ", "\n"), "ER  - \n")


def _csl(work: Work) -> Citation:
    item: dict[str, object] = {
        "id": work.id,
        "type": "report",
        "title": work.title,
        "genre": work.kind,
        "publisher": work.site,
        "language": work.language,
        "note": "; ".join(work.notes),
    }
    if work.authors:
        item |= {"author": [{"literal": one} for one in work.authors]}
    if work.day:
        item |= {"issued": {"date-parts": [[work.day.year, work.day.month, work.day.day]]}}
    text = json.dumps([item], ensure_ascii=False, sort_keys=True)
    end = "}]"
    return Citation("CSL-JSON", f"{work.id}.json", text.removesuffix(end), (', "URL": "', '"'), f"{end}\n")
