"""What becomes of the body of a page that is printed."""

from __future__ import annotations

import pytest

from briefing.pages import onto_paper
from briefing.pages.onto_paper import Place

HERE = Place("briefs/harbour/")
KNOWN = Place("briefs/harbour/", "https://host.example/sub/")
BOUND = Place("briefs/harbour/", "", "b1-", {"briefs/harbour/": "b1-", "briefs/quay/": "b2-"})


@pytest.mark.parametrize(
    "html",
    [
        '<p class="br-x" dir="auto">A &amp; B &#8211; <b>c</b></p>',
        '<svg viewBox="0 0 100 12" role="img"><path d="M0 5h1"/></svg>',
        '<a href="#j1" aria-label="Judgement 1">1</a>',
        '<a href="https://law.example/?a=1&amp;b=2" rel="external">Act</a>',
        '<a href="mailto:desk@host.example">Write</a>',
        "<pre>a\n  b</pre>",
    ],
)
def test_what_paper_can_show_stays_as_it_is_written(html: str) -> None:
    assert onto_paper.lay(html, HERE).html == html


def test_a_link_within_the_site_is_its_words_where_the_address_is_not_known() -> None:
    laid = onto_paper.lay('<a class="x" href="../../actors/ann/" rel="y">Ann <b>Lee</b></a>.', HERE)

    assert laid.html == '<span class="x">Ann <b>Lee</b></span>.'


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("../../actors/ann/", "https://host.example/sub/actors/ann/"),
        ("../quay/#j1", "https://host.example/sub/briefs/quay/#j1"),
        ("./", "https://host.example/sub/briefs/harbour/"),
        ("../../../../../etc/x", "https://host.example/sub/etc/x"),
    ],
)
def test_a_link_within_the_site_leads_to_its_address(href: str, whole: str) -> None:
    assert onto_paper.lay(f'<a href="{href}">it</a>', KNOWN).html == f'<a href="{whole}">it</a>'


@pytest.mark.parametrize("href", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"])
def test_a_link_to_this_machine_is_its_words(href: str) -> None:
    assert onto_paper.lay(f'<a href="{href}">it</a>', KNOWN).html == "<span>it</span>"


@pytest.mark.parametrize(
    ("html", "bound"),
    [
        ('<h2 id="what">What</h2>', '<h2 id="b1-what">What</h2>'),
        ('<a href="#what">see</a>', '<a href="#b1-what">see</a>'),
        ('<a href="../quay/#j1">see</a>', '<a href="#b2-j1">see</a>'),
        ('<a href="../quay/">see</a>', '<a href="#b2">see</a>'),
        ('<p aria-labelledby="one two">x</p>', '<p aria-labelledby="b1-one b1-two">x</p>'),
        ('<a href="../pier/">see</a>', "<span>see</span>"),
    ],
)
def test_pages_in_one_document_lead_to_each_other_and_share_no_id(html: str, bound: str) -> None:
    assert onto_paper.lay(html, BOUND).html == bound


def test_a_picture_is_named_and_does_not_wait() -> None:
    laid = onto_paper.lay('<img src="../../articles/the%20map.png" alt="Map" loading="lazy">', HERE)

    assert laid.html == '<img src="articles/the%20map.png" alt="Map">'
    assert laid.pictures == ("articles/the map.png",)


def test_what_is_folded_is_open() -> None:
    assert onto_paper.lay("<details><p>x</p></details>", HERE).html == "<details open><p>x</p></details>"


def test_nothing_that_runs_or_is_for_a_screen_alone_comes_along() -> None:
    html = "<p>a<!--margin--></p><script>b()</script><template><p>c</p></template><p>d</p>"

    assert onto_paper.lay(html, HERE).html == "<p>a</p><p>d</p>"


def test_a_citation_has_the_address_where_it_is_known() -> None:
    html = '<pre>T.<span data-before=" At " data-after="."></span></pre>'

    assert onto_paper.lay(html, KNOWN).html.endswith(
        'data-after="."> At https://host.example/sub/briefs/harbour/.</span></pre>'
    )
    assert onto_paper.lay(html, HERE).html == html


def test_headings_are_told_as_one_reads_them() -> None:
    html = "<h1 id='a'>Two\n  <em>flags</em> &amp; more</h1><p>text</p><h2>Next</h2>"

    assert onto_paper.lay(html, HERE).headings == ("Two flags & more", "Next")
