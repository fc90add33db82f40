"""Feeds as a feed reader takes them."""

from typing import Any

import feedparser
import pytest

import editions
import make
from briefing.model.content import AnyDocument
from briefing.pages import feeds

URL = "https://desk.example/briefings"


def files(*documents: AnyDocument, url: str = URL, **given: Any) -> dict[str, bytes]:
    return dict(feeds.files(editions.edition(*documents, **given), url))


def read(*documents: AnyDocument, path: str = "feed.xml", url: str = URL, **given: Any) -> Any:
    parsed = feedparser.parse(files(*documents, url=url, **given)[path])
    assert not parsed.bozo
    return parsed


def test_the_site_s_feed_tells_of_articles_and_briefs_and_of_nothing_else() -> None:
    feed = read(make.article("a"), make.brief("b"), make.actor("c"), make.topic("trade"), make.agreement("d"))

    assert [entry.link for entry in feed.entries] == [f"{URL}/briefs/b/", f"{URL}/articles/a/"]
    assert feed.feed.title == "Briefing Room"
    assert {link.rel: link.href for link in feed.feed.links} == {
        "alternate": f"{URL}/",
        "self": f"{URL}/feed.xml",
        "related": f"{URL}/digests/",
    }


def test_only_the_site_s_feed_leads_to_the_digests() -> None:
    topic = read(make.topic("trade"), path="topics/trade/feed.xml")

    assert {link.rel for link in topic.feed.links} == {"alternate", "self"}


@pytest.mark.parametrize("title", ["A < B & C", '"Quoted" & <b>bold</b>', "R&amp;D", "]]>", "Łukasz’s 東京"])
def test_titles_and_summaries_arrive_as_they_were_written(title: str) -> None:
    [entry] = read(make.article("a", title=title, summary=title)).entries

    assert entry.title_detail.type == entry.summary_detail.type == "text/plain"
    assert entry.title == entry.summary == title


def test_an_entry_carries_what_a_reader_chooses_by() -> None:
    document = make.brief(
        "b", authors=["desk", "Ann"], topics=["trade"], marking="TLP:GREEN", updated="2025-11-09"
    )

    [entry] = read(
        document, make.topic("trade", name="Trade & tariffs"), authors={"desk": "South Asia desk"}
    ).entries

    assert [author.name for author in entry.authors] == ["South Asia desk", "Ann"]
    assert [(tag.term, tag.label) for tag in entry.tags] == [("trade", "Trade & tariffs")]
    assert entry.rights == "TLP:GREEN"
    assert entry.published.startswith("2025-11-05")
    assert entry.updated.startswith("2025-11-09")


def test_an_id_outlives_title_and_date_and_holds_in_every_feed() -> None:
    topic = make.topic("trade")
    before = read(make.article("a"), topic)
    after = read(
        make.article("a", title="Another title", date="2025-12-01"), topic, path="topics/trade/feed.xml"
    )

    assert before.entries[0].id == after.entries[0].id
    assert before.entries[0].id.startswith("urn:uuid:")
    assert before.feed.id != after.feed.id


def test_what_changed_last_stands_first_and_dates_the_feed() -> None:
    corrected = {"date": "2025-11-19", "note": "A name.", "kind": "correction"}
    feed = read(make.article("old", date="2024-01-01", changes=[corrected]), make.article("new"))

    assert [entry.title for entry in feed.entries] == ["Old", "New"]
    assert feed.feed.updated.startswith("2025-11-19")


def test_an_outcome_is_a_change_of_its_brief() -> None:
    judged = make.judgement(outcome={"result": "happened", "date": "2025-11-18"})

    [entry] = read(make.brief("b", judgements=[judged])).entries

    assert entry.updated.startswith("2025-11-18")


def test_a_feed_without_entries_has_a_date_that_does_not_move() -> None:
    feed = read(make.actor("ann"), path="actors/ann/feed.xml")

    assert feed.entries == []
    assert feed.feed.updated.startswith("1970-01-01")


def test_the_feed_holds_the_latest_thirty() -> None:
    feed = read(*(make.article(f"a{n}", date=f"2025-10-{n:02}") for n in range(1, 32)))

    assert [entry.title for entry in feed.entries][::29] == ["A31", "A2"]


def test_a_topic_s_feed_tells_of_the_topics_below_it() -> None:
    below = make.topic("tariffs", broader=["trade"])
    documents = (make.topic("trade"), below, make.article("a", topics=["tariffs"]))

    assert [entry.title for entry in read(*documents, path="topics/trade/feed.xml").entries] == ["A"]


def test_an_actor_s_feed_tells_of_what_is_about_it_and_of_what_names_it() -> None:
    texts = {"articles/names": make.naming("Ann spoke.", Ann="actors/ann")}
    documents = (
        make.actor("ann"),
        make.article("about", actors=["ann"]),
        make.article("names"),
        make.article("else"),
    )

    feed = read(*documents, path="actors/ann/feed.xml", texts=texts)

    assert [entry.title for entry in feed.entries] == ["About", "Names"]


def test_topics_and_actors_have_feeds_and_agreements_have_none() -> None:
    found = files(make.topic("trade"), make.actor("ann"), make.agreement("pact"))

    assert list(found) == ["feed.xml", "actors/ann/feed.xml", "topics/trade/feed.xml"]


def test_who_follows_a_feed_at_an_old_address_goes_on_being_told() -> None:
    found = files(make.topic("trade", former=["commerce"]), make.agreement("pact", former=["deal"]))

    assert list(found) == ["feed.xml", "topics/trade/feed.xml", "topics/commerce/feed.xml"]
    assert found["topics/commerce/feed.xml"] == found["topics/trade/feed.xml"]


def test_without_an_address_of_the_site_links_lead_on_from_where_the_feed_lies() -> None:
    documents = (make.article("a"), make.topic("trade"))

    assert b'href="articles/a/"' in files(*documents, url="")["feed.xml"]
    below = files(*documents, url="")["topics/trade/feed.xml"]
    assert b'href="../../articles/a/"' in below
    assert b'rel="self"' not in below


def test_a_withdrawn_document_says_so_and_why_instead_of_what_it_said() -> None:
    [entry] = read(make.article("a", status="withdrawn", withdrawn_because="The source retracted.")).entries

    assert (entry.title, entry.summary) == ("Withdrawn: A", "The source retracted.")


def test_drafts_of_the_preview_are_in_no_feed() -> None:
    assert read(make.article("a", status="draft"), preview=True).entries == []


def test_control_characters_are_left_out() -> None:
    [entry] = read(make.article("a", title="A\x00\x0b\x1b\ufffe\ud800B", summary="C\x08D")).entries

    assert (entry.title, entry.summary) == ("AB", "CD")


def test_an_entry_in_another_language_says_so() -> None:
    assert b'<entry xml:lang="hi">' in files(make.article("a", language="hi"))["feed.xml"]


def test_two_runs_agree_byte_for_byte() -> None:
    documents = (make.article("a"), make.brief("b"), make.topic("trade"))

    assert files(*documents) == files(*documents)
