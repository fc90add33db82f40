"""What a page says, for programs: JSON-LD in the words of schema.org, made of what the page shows.

Ids are the addresses of pages: absolute where the site's own address is known, else on the way from the page.
What a profile is about has the address of its page with `#br-subject`, an id that no text can take. The
marking of a page is its `conditionsOfAccess`, that of an event its `keywords`, for events have no other place
for one. No date is sharper than on the page: what has none that a program could read has none here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from briefing.pages.identity import Site, clean
from briefing.views.shapes.pages import (
    AboutShown,
    ActorShown,
    AgreementShown,
    ArticleShown,
    BriefShown,
    Card,
    DateShown,
    DigestShown,
    DigestsShown,
    EventShown,
    Head,
    HomeShown,
    IndexShown,
    JudgementsShown,
    Link,
    MarkingShown,
    NetworkShown,
    Profile,
    Shown,
    SourceShown,
    TimelineShown,
    TopicShown,
)

Node = dict[str, Any]
Collection = IndexShown | JudgementsShown | TimelineShown | DigestsShown | DigestShown | NetworkShown

VOCABULARY = "https://schema.org"
WIKIDATA = "http://www.wikidata.org/entity/"
SUBJECT = "#br-subject"
TYPES: Mapping[str, str] = MappingProxyType(
    {"person": "Person", "country": "Country", "organisation": "Organization", "group": "Organization"}
)
PROFILED = frozenset({"Person", "Organization"})
"""Of whom schema.org has pages of profile."""
STATUS = frozenset({"withdrawn", "superseded", "draft", "review"})
"""Banners that tell where a document stands."""
TIMELINE = "timeline/"


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Tells of pages of one depth."""

    site: Site
    up: str
    """The way from them to the root of the site."""

    def __call__(self, page: Shown) -> Markup:
        """The whole of a data block, or nothing; no text in it can end the element around it."""
        make = MAKERS.get(type(page))
        if make is None:
            return Markup()
        graph = [*make(self, page), *self._trail(page.head)]
        return htmlsafe_json_dumps({"@context": VOCABULARY, "@graph": graph}, dumps=_dumps)

    def id(self, address: str) -> str:
        return f"{self.site.root or self.up + '/'}{address}"

    def work(self, type_: str, head: Head, **more: Any) -> Node:
        """A page or a text."""
        return _filled(
            {
                "@type": type_,
                "@id": self.id(head.address),
                "name": head.title,
                "description": head.summary,
                "inLanguage": head.language,
                "datePublished": _day(head.date),
                "conditionsOfAccess": head.marking.label,
                "publisher": self._publisher(),
                **more,
            }
        )

    def named(self, link: Link, type_: str = "") -> Node:
        """Another page of the site, or what it is about."""
        return _filled({"@type": type_, "@id": self.id(_about(link.address)), "name": link.label})

    def _publisher(self) -> Node | None:
        return {"@type": "Organization", "name": self.site.name} if self.site.name else None

    def _trail(self, head: Head) -> Iterator[Node]:
        """The way down from the home page."""
        first, _, rest = head.address.partition("/")
        if rest:
            ways = (
                ("", self.site.name or "Home"),
                (f"{first}/", first.capitalize()),
                (head.address, head.title),
            )
            steps = [
                {"@type": "ListItem", "position": place, "name": name, "item": self.id(address)}
                for place, (address, name) in enumerate(ways, 1)
            ]
            yield {"@type": "BreadcrumbList", "itemListElement": steps}


def _document(
    data: LinkedData, type_: str, page: BriefShown | ArticleShown, based_on: Iterable[Node]
) -> Node:
    head = page.head
    return data.work(
        type_,
        head,
        headline=head.title,
        dateModified=_modified(head, (change.date for change in page.changes)),
        author=[{"name": name} for name in head.authors],
        creativeWorkStatus=_status(head),
        about=[data.named(link, "DefinedTerm") for link in page.topics],
        mentions=[data.named(card.link, _type(card)) for card in (*page.actors, *page.agreements)],
        isBasedOn=[*based_on],
    )


def _brief(data: LinkedData, page: BriefShown) -> Iterator[Node]:
    articles = (data.named(one.link, "Report") for one in page.articles)
    based_on = chain(articles, _sources(page))
    yield _document(data, "AnalysisNewsArticle", page, based_on)


def _article(data: LinkedData, page: ArticleShown) -> Iterator[Node]:
    yield _document(data, "Report", page, _sources(page))


def _sources(page: BriefShown | ArticleShown) -> Iterator[Node]:
    return (_source(one, page.head.marking) for one in page.sources)


def _source(source: SourceShown, of_page: MarkingShown) -> Node:
    """A source; its marking where that is not the page's, as the page prints it."""
    is_apart = source.marking != of_page
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "conditionsOfAccess": source.marking.label if source.marking and is_apart else None,
        }
    )


def _profile(data: LinkedData, profile: Profile, type_: str, **more: Any) -> Iterator[Node]:
    head, subject = profile.head, profile.subject
    about = {
        "@type": type_,
        "@id": data.id(_about(head.address)),
        "name": head.title,
        "description": head.summary,
        "alternateName": [*subject.names],
        "sameAs": f"{WIKIDATA}{subject.wikidata}" if subject.wikidata else None,
        **more,
    }
    yield data.work(
        "ProfilePage" if type_ in PROFILED else "WebPage",
        head,
        dateModified=_modified(head, (change.date for change in profile.changes)),
        creativeWorkStatus=_status(head),
        mainEntity=_filled(about),
    )


def _actor(data: LinkedData, page: ActorShown) -> Iterator[Node]:
    type_ = TYPES[page.profile.subject.type]
    held = [role for role in page.roles if role.is_current]
    of_a_person: Node = {
        "jobTitle": [role.title for role in held],
        "affiliation": [data.named(role.of) for role in held if role.of],
    }
    part_of = {"memberOf": data.named(page.part_of)} if page.part_of and type_ in PROFILED else {}
    yield from _profile(data, page.profile, type_, **part_of, **(of_a_person if type_ == "Person" else {}))


def _topic(data: LinkedData, page: TopicShown) -> Iterator[Node]:
    yield from _profile(data, page.profile, "DefinedTerm")


def _agreement(data: LinkedData, page: AgreementShown) -> Iterator[Node]:
    yield from _profile(data, page.profile, "Thing")


def _timeline(data: LinkedData, page: TimelineShown) -> Iterator[Node]:
    """The page; that of a year tells of each of its events, so that each is told of once."""
    yield from _collection(data, page)
    if page.head.address != TIMELINE:
        for event in (*(one for year in page.years for one in year.items), *page.upcoming):
            yield _event(data, event)


def _event(data: LinkedData, event: EventShown) -> Node:
    is_plain = not event.disagreeing
    said = [f"{one.date.words} ({', '.join(who.label for who in one.sources)})" for one in event.disagreeing]
    return _filled(
        {
            "@type": "Event",
            "@id": data.id(event.address),
            "name": event.title,
            "startDate": _day(event.date) if is_plain else None,
            "description": event.date.words
            if is_plain
            else f"Sources give different dates: {'; '.join(said)}",
            "location": {"@type": "Place", "name": event.place} if event.place else None,
            "about": [data.named(link) for link in (*event.actors, *event.agreements, *event.topics)],
            "subjectOf": [data.named(link) for link in event.told_by],
            "keywords": event.marking.label,
        }
    )


def _home(data: LinkedData, page: HomeShown) -> Iterator[Node]:
    yield data.work("WebSite", page.head)


def _about_page(data: LinkedData, page: AboutShown) -> Iterator[Node]:
    yield data.work("AboutPage", page.head, dateModified=_modified(page.head, ()))


def _collection(data: LinkedData, page: Collection) -> Iterator[Node]:
    yield data.work("CollectionPage", page.head)


MAKERS: Mapping[type[Shown], Callable[[LinkedData, Any], Iterator[Node]]] = MappingProxyType(
    {
        BriefShown: _brief,
        ArticleShown: _article,
        ActorShown: _actor,
        TopicShown: _topic,
        AgreementShown: _agreement,
        TimelineShown: _timeline,
        JudgementsShown: _collection,
        DigestsShown: _collection,
        DigestShown: _collection,
        IndexShown: _collection,
        NetworkShown: _collection,
        HomeShown: _home,
        AboutShown: _about_page,
    }
)
"""The other pages tell nothing of their own."""


def has(page: Shown) -> bool:
    """Whether a page has anything to say for programs."""
    return type(page) in MAKERS


def _about(address: str) -> str:
    """A profile's page stands for its subject; any other page for itself."""
    is_profile = address.startswith(("actors/", "topics/", "agreements/"))
    return f"{address}{SUBJECT}" if is_profile else address


def _type(card: Card) -> str:
    return TYPES.get(card.kind, "") if card.link.address.startswith("actors/") else ""


def _status(head: Head) -> str:
    return next((notice.kind for notice in head.notices if notice.kind in STATUS), "")


def _day(day: DateShown | None) -> str:
    return day.machine if day else ""


def _modified(head: Head, changes: Iterable[DateShown]) -> str:
    """The last of its days, as far as the page shows them."""
    return max([_day(head.date), _day(head.updated), *map(_day, changes)])


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}


def _dumps(value: object, **_: object) -> str:
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
