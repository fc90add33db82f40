"""What stands at the head and foot of every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.graph.inputs import Linked
from briefing.graph.order import published
from briefing.model.content import AnyDocument
from briefing.model.documents import Article, Brief, Status
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address
from briefing.views import listing
from briefing.views.edition import Edition, show_marking
from briefing.views.shapes import Head, Heading, Notice

WORDS_A_MINUTE = 220
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})


def of_document(edition: Edition, document: AnyDocument) -> Head:
    """The head of a document's page."""
    matter, text = document.matter, edition.graph.texts[document.ref]
    return Head(
        address=document.address,
        title=document.title,
        kicker=listing.kicker(document),
        marking=show_marking(document.marking),
        summary=listing.summary(document),
        language=document.language,
        direction=direction(document.language),
        date=edition.day(day) if (day := published(document)) else None,
        updated=edition.day(matter.updated) if matter.updated else None,
        lead_topic=next(iter(edition.links(Ref(Kind.TOPIC, id_) for id_ in matter.topics)), None),
        reading_minutes=_minutes(text) if isinstance(matter, Article | Brief) else 0,
        authors=_names(edition, matter.authors),
        reviewers=_names(edition, matter.reviewers),
        notices=tuple(_notices(edition, document)),
    )


def of_page(edition: Edition, address: str, title: str, kicker: str = "", summary: str = "", contents: Iterable[Heading] = ()) -> Head:
    """The head of a page that the tool writes itself."""
    return Head(
        address=Address(address),
        title=title,
        kicker=kicker,
        marking=show_marking(Marking.CLEAR),
        summary=summary,
        language=edition.settings.language,
        direction=direction(edition.settings.language),
        contents=tuple(contents),
    )


def sections(*ours: tuple[str, str, object]) -> tuple[Heading, ...]:
    """Entries of the contents list: those of our sections that hold something."""
    return tuple(Heading(id_, text, 2) for id_, text, holds in ours if holds)


def body(text: Linked, id_: str, title: str) -> tuple[Heading, ...]:
    """The section that holds the author's text, with the headings of that text below it."""
    if not text.html.strip():
        return ()
    return (Heading(id_, title, 2), *(Heading(one.id, one.text, 3) for one in text.headings if one.level <= 2))


def direction(language: str) -> str:
    """`rtl` where the language, or the script that its tag names, is written from right to left."""
    tags = language.lower().split("-")
    scripts = [tag for tag in tags[1:] if len(tag) == 4 and tag.isalpha()]
    is_rtl = scripts[0] in RIGHT_TO_LEFT_SCRIPTS if scripts else tags[0] in RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"


def _minutes(text: Linked) -> int:
    return max(1, -(-len(text.text.split()) // WORDS_A_MINUTE))


def _names(edition: Edition, authors: Sequence[str]) -> tuple[str, ...]:
    return tuple(edition.settings.authors.get(author, author) for author in authors)


def _notices(edition: Edition, document: AnyDocument) -> Iterable[Notice]:
    noun, matter = document.ref.kind.noun, document.matter
    is_withdrawn = matter.status is Status.WITHDRAWN
    if is_withdrawn:
        yield Notice("withdrawn", " ".join(filter(None, (f"This {noun} was withdrawn.", matter.withdrawn_because))))
    successor = edition.graph.succession.latest(document.ref) if isinstance(matter, Brief) else None
    if successor:
        later = edition.content.documents[successor]
        yield Notice("superseded", "This brief was superseded. Read instead:", edition.link(later))
    elif isinstance(matter, Brief) and matter.review_by and matter.review_by < edition.today and not is_withdrawn:
        yield Notice("overdue", f"This brief was to be reviewed by {edition.day(matter.review_by).words}, and has not been.")
    if matter.status is Status.DRAFT:
        yield Notice("draft", "A draft: shown in the preview only.")
    if matter.status is Status.REVIEW:
        yield Notice("review", "In review: shown in the preview only.")
