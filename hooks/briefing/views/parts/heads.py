"""What stands at the head and foot of every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.graph.order import published
from briefing.model.content import AnyDocument, HandPage
from briefing.model.documents import Article, Brief
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address
from briefing.views.edition import Edition
from briefing.views.parts import listing, marking, notices
from briefing.views.shapes import authored
from briefing.views.shapes.pages import Head, Heading

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
)


def of_document(edition: Edition, document: AnyDocument) -> Head:
    """The head of a document's page."""
    matter, text = document.matter, edition.texts[document.ref]
    return Head(
        address=document.address,
        title=document.title,
        kicker=listing.kicker(document),
        marking=marking.shown(document.marking),
        summary=listing.summary(document),
        language=document.language,
        direction=direction(document.language),
        date=edition.day(day) if (day := published(document)) else None,
        updated=edition.day(matter.updated) if matter.updated else None,
        lead_topic=edition.first_link(Ref(Kind.TOPIC, id_) for id_ in matter.topics),
        reading_minutes=authored.minutes(text) if isinstance(matter, Article | Brief) else 0,
        authors=_names(edition, matter.authors),
        reviewers=_names(edition, matter.reviewers),
        notices=tuple(notices.of(edition, document)),
    )


def of_page(
    edition: Edition,
    address: str,
    title: str,
    kicker: str = "",
    summary: str = "",
    contents: Iterable[Heading] = (),
) -> Head:
    """The head of a page that the tool writes itself."""
    return Head(
        address=Address(address),
        title=title,
        kicker=kicker,
        marking=marking.shown(Marking.CLEAR),
        summary=summary,
        language=edition.settings.language,
        direction=direction(edition.settings.language),
        contents=tuple(contents),
    )


def of_hand_page(edition: Edition, page: HandPage, contents: Iterable[Heading] = ()) -> Head:
    """The head of a hand-written page."""
    return Head(
        address=page.address,
        title=title(edition, page),
        kicker="About" if page.address else "",
        marking=marking.shown(page.marking),
        summary=page.matter.summary or "",
        language=page.language,
        direction=direction(page.language),
        updated=edition.day(page.matter.updated) if page.matter.updated else None,
        contents=tuple(contents),
    )


def title(edition: Edition, page: HandPage) -> str:
    """The title of a hand-written page: as its front matter says, else its first heading or its address."""
    headings = edition.texts[page.address].headings
    first = next((heading.text for heading in headings if heading.level == 1), "")
    return (
        page.matter.title
        or first
        or page.address.strip("/").rpartition("/")[2].capitalize()
        or edition.site_name
    )


def sections(*ours: tuple[str, str, object]) -> tuple[Heading, ...]:
    """Entries of the contents list: those of our sections that hold something."""
    return tuple(Heading(id_, text, 2) for id_, text, holds in ours if holds)


def direction(language: str) -> str:
    """`rtl` where the language, or the script that its tag names, is written from right to left."""
    tags = language.lower().split("-")
    scripts = [tag for tag in tags[1:] if len(tag) == 4 and tag.isalpha()]
    is_rtl = scripts[0] in RIGHT_TO_LEFT_SCRIPTS if scripts else tags[0] in RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"


def _names(edition: Edition, authors: Sequence[str]) -> tuple[str, ...]:
    return tuple(edition.settings.authors.get(author, author) for author in authors)
