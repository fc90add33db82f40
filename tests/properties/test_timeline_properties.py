"""What holds of timelines and pages whatever documents there are, and in whatever order they are read."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import make
from briefing.model.content import AnyDocument, Content

DATES = st.sampled_from(
    [
        "2024",
        "2024-08",
        "2024-08-22",
        "2024-08-23",
        "2012~",
        "2024-08?",
        "202X",
        "../2020",
        "/2021",
        "2019/2021",
        "2030/..",
    ]
)
BASES = st.sampled_from(["reported", "expected", "worked-out"])
PEOPLE = ("ann", "bob", "cid")


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    said = draw(st.lists(DATES, max_size=2))
    return {
        **draw(st.sampled_from([{}, {"id": "e1"}, {"id": "e2"}])),
        "date": draw(DATES),
        "title": draw(st.sampled_from(["Talks", "Signing"])),
        "actors": draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2)),
        "basis": draw(BASES),
        "dates": [{"date": date} for date in said],
    }


@st.composite
def documents(draw: st.DrawFn) -> list[AnyDocument]:
    found: list[AnyDocument] = [make.actor(id_) for id_ in PEOPLE]
    found += [make.topic("trade"), make.topic("tariffs", broader=["trade"])]
    found.append(make.agreement("pact", signed=draw(DATES), parties=["ann"]))
    for number in range(draw(st.integers(0, 4))):
        keys: dict[str, Any] = {
            "date": f"2025-11-0{draw(st.integers(1, 3))}",
            "topics": [draw(st.sampled_from(["trade", "tariffs"]))],
            "actors": draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2)),
            "events": draw(st.lists(events(), max_size=3)),
        }
        found.append(make.article(f"a{number}", **keys))
        found.append(make.brief(f"b{number}", **keys, judgements=[make.judgement(about=["actors/ann"])]))
    return found


def in_order(documents: list[AnyDocument]) -> Content:
    return replace(make.content(), documents=MappingProxyType({one.ref: one for one in documents}))


@given(documents(), st.randoms(use_true_random=False))
def test_pages_do_not_depend_on_the_order_in_which_documents_come(
    documents: list[AnyDocument], chance: Any
) -> None:
    shuffled = documents.copy()
    chance.shuffle(shuffled)

    assert dict(make.pages(in_order(shuffled))) == dict(make.pages(in_order(documents)))


@given(documents())
def test_every_event_stands_once_on_the_page_of_its_year(documents: list[AnyDocument]) -> None:
    content = make.content(*documents)
    happenings = make.graph(content).events.all
    pages = make.pages(content)

    shown = [
        event.anchor
        for address, page in pages.items()
        if address.startswith("timeline/") and address != "timeline/"
        for event in (*(event for group in page.years for event in group.items), *page.upcoming)  # type: ignore[union-attr]
    ]

    assert sorted(shown) == sorted(f"br-event-{one.key}" for one in happenings)
    assert len(set(shown)) == len(shown)


@given(documents())
def test_a_date_that_shows_was_said_and_is_never_coarser_than_need_be(documents: list[AnyDocument]) -> None:
    for one in make.graph(make.content(*documents)).events.all:
        said = {date.date for date in one.said}

        assert one.date in said
        assert one.in_dispute or not any(
            one.date.contains(date) and date.sort_key[1] < one.date.sort_key[1] for date in said
        )


@given(documents())
def test_a_timeline_runs_forwards(documents: list[AnyDocument]) -> None:
    page = make.page(make.content(*documents), "timeline/")
    years = [int(group.heading) for group in page.years]

    assert years == sorted(set(years))


@given(documents())
def test_every_way_leads_to_a_page_that_exists(documents: list[AnyDocument]) -> None:
    pages = make.pages(make.content(*documents))

    for page in pages.values():
        for address in addresses(page):
            assert address.partition("#")[0] in pages


def addresses(value: Any) -> list[str]:
    """The addresses of all links that a page shows."""
    if isinstance(value, tuple):
        return [address for item in value for address in addresses(item)]
    if hasattr(value, "label") and hasattr(value, "address"):
        return [value.address]
    fields = getattr(value, "__dataclass_fields__", {})
    return [address for name in fields for address in addresses(getattr(value, name))]
