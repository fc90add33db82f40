"""Documents to be printed: a brief by itself, or several as a book, with what stands in the margins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from briefing.pages import onto_paper
from briefing.pages.identity import Site
from briefing.pages.onto_paper import Laid, Place
from briefing.pages.render import Renderer
from briefing.views.kinds.book import Book
from briefing.views.shapes.pages import BriefShown

UP = "../.."
"""From the page of a brief to the site's root."""
POLICY = "default-src 'none'; style-src file:; font-src file:; img-src file: data:"
"""Nothing runs, and nothing is asked of another host: all that is printed lies beside the document."""
LONGEST_TITLE = 84
"""Characters of a title that fit beside the marking."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a browser is given to print."""

    name: str
    title: str
    language: str
    marking: str
    """The label that has to stand at the head and at the foot of each page."""
    html: str
    style: str
    """What differs in its style sheet from that of other documents."""
    pictures: tuple[str, ...]
    """The files of the site that it shows."""
    headings: tuple[str, ...]
    """What its bookmarks say."""
    anchors: tuple[str, ...] = ()
    """The places whose pages a contents list names."""


@dataclass(frozen=True, slots=True)
class Press:
    """Makes documents of what pages show."""

    renderer: Renderer
    styles: tuple[str, ...]
    """Style sheets, by their paths from the document."""

    @property
    def site(self) -> Site:
        return self.renderer.site

    def brief(self, shown: BriefShown) -> Document:
        """One brief."""
        head = shown.head
        laid = onto_paper.lay(self._body(shown), Place(head.address, self.site.root))
        name = head.address.split("/")[1]
        style = f"{SHEET}:root {{ --br-page-title: {css_text(self._heading(head.title))}; }}\n"
        html = self._render("paper/brief.html", name, head=head, body=Markup(laid.html))
        return Document(
            name, head.title, head.language, head.marking.label, html, style, laid.pictures, laid.headings
        )

    def book(self, book: Book, pages: Sequence[int] = ()) -> Document:
        """Several briefs, with the pages on which they begin, as far as these are known."""
        anchors = tuple(f"b{number}" for number in range(1, len(book.briefs) + 1))
        laid = self._together(book.briefs, anchors)
        parts = tuple(zip(anchors, book.briefs, (Markup(one.html) for one in laid), strict=True))
        numbers = tuple(map(str, pages)) or ("",) * len(anchors)
        html = self._render("paper/book.html", "book", book=book, parts=parts, pages=numbers)
        pictures = tuple(sorted({picture for one in laid for picture in one.pictures}))
        return Document(
            name="book",
            title=book.title,
            language=book.language,
            marking=book.marking.label,
            html=html,
            style=self._style(book),
            pictures=pictures,
            headings=(book.title, *(heading for one in laid for heading in one.headings)),
            anchors=anchors,
        )

    def _together(self, briefs: Sequence[BriefShown], anchors: Sequence[str]) -> tuple[Laid, ...]:
        """The bodies of several briefs, which lead to each other."""
        prefixes: Mapping[str, str] = MappingProxyType(
            {shown.head.address: f"{anchor}-" for shown, anchor in zip(briefs, anchors, strict=True)}
        )
        return tuple(
            onto_paper.lay(
                self._body(shown),
                Place(shown.head.address, self.site.root, prefixes[shown.head.address], prefixes),
            )
            for shown in briefs
        )

    def _style(self, book: Book) -> str:
        """Each brief of a book has its own title at the head of its pages."""
        own = "".join(
            f"@page b{number} {{ @top-left {{ content: {css_text(self._heading(shown.head.title))}; }} }}\n"
            f"#b{number} {{ page: b{number}; }}\n"
            for number, shown in enumerate(book.briefs, 1)
        )
        return f"{SHEET}:root {{ --br-page-title: {css_text(self._heading(book.title))}; }}\n{own}"

    def _body(self, shown: BriefShown) -> str:
        return self.renderer.body(shown, UP)

    def _heading(self, title: str) -> str:
        line = f"{self.site.name} · {title}"
        return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1].rstrip()}…"

    def _render(self, template: str, name: str, **values: object) -> str:
        made = Environment(
            loader=self.renderer.loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        styles = (*self.styles, f"{name}.css")
        return made.get_template(template).render(policy=POLICY, styles=styles, site=self.site, **values)


SHEET = "@page { size: A4; }\n"


def css_text(text: str) -> str:
    """A text as style sheets write one; no sign of it means anything there."""
    return '"{}"'.format("".join(one if _is_plain(one) else f"\\{ord(one):x} " for one in text))


def _is_plain(character: str) -> bool:
    return character == " " or (character.isascii() and character.isalnum())
