"""Pages show plain values: escaped but for finished HTML, with no style, script or host of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, UndefinedError
from jinja2.meta import find_referenced_templates

from briefing.edge.kept.made_by import FRAME
from briefing.model.marking import Marking
from briefing.model.source import Address
from briefing.pages.once import Once
from briefing.pages.render import BODIES, MARGINS, Compiled, Renderer, environment
from briefing.views.parts import marking
from briefing.views.shapes.pages import (
    BriefShown,
    Confidence,
    DateSaid,
    DateShown,
    EventShown,
    Head,
    Heading,
    HomeShown,
    JudgementShown,
    Likelihood,
    Link,
    Related,
    Shown,
    TimelineShown,
)

DOCS = Path(__file__).parents[2] / "docs"
TEMPLATES = DOCS / ".overrides"
ASSETS = DOCS / "assets"

CLEAR = marking.shown(Marking.CLEAR)
DAY = DateShown("3 Nov 2025", "2025-11-03")
BRIEF = Link("Harbour", "briefs/harbour/")
HEAD = Head(
    Address("briefs/harbour/"),
    "Harbour",
    "Brief",
    CLEAR,
    contents=(Heading("br-judgements", "Judgements", 2),),
)
JUDGEMENT = JudgementShown(
    id="j1",
    number=1,
    text="The harbour opens.",
    address="briefs/harbour/#j1",
    brief=BRIEF,
    published=DAY,
    confidence=Confidence("moderate", 2),
    state="open",
    state_words="Open",
    marking=CLEAR,
    likelihood=Likelihood("likely", 55, 80, "55–80 %", "ICD 203"),
)
EVENT = EventShown("e-opening", DAY, "The harbour opens", CLEAR)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(FileSystemLoader(TEMPLATES))


def brief(**fields: Any) -> BriefShown:
    return replace(BriefShown(HEAD, "<p>Ships <em>sail</em>.</p>", judgements=(JUDGEMENT,)), **fields)


def test_every_shape_of_page_has_its_template() -> None:
    assert set(BODIES) == set(Shown.__args__)
    assert all((TEMPLATES / name).is_file() for name in (*BODIES.values(), *MARGINS.values()))


def test_no_body_asks_for_a_template_of_the_frame() -> None:
    """A site whose frame alone has changed keeps its bodies."""
    parser = Environment(extensions=[Once])
    asked = {
        name
        for path in TEMPLATES.rglob("*.html")
        if path.relative_to(TEMPLATES).parts[0] not in FRAME
        for name in find_referenced_templates(parser.parse(path.read_text(encoding="utf-8")))
    }

    assert "parts/frame.html" in asked
    assert not {name for name in asked if not name or name.partition("/")[0] in FRAME}


def test_texts_are_escaped_and_finished_html_is_not(renderer: Renderer) -> None:
    page = renderer.body(brief(head=replace(HEAD, title="<script>alert(1)</script>")), "../..")

    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "<em>sail</em>" in page


def test_addresses_lead_up_to_the_root_of_the_site(renderer: Renderer) -> None:
    page = renderer.body(brief(supersedes=Link("Earlier", "briefs/earlier/#j1")), "../..")

    assert 'href="../../briefs/earlier/#j1"' in page


def test_a_likelihood_is_drawn_printed_and_told(renderer: Renderer) -> None:
    page = renderer.body(brief(), "..")

    assert 'x="55" y="1" width="25"' in page
    assert "55–80 %" in page
    assert "<strong>likely</strong>" in page


def test_a_judgement_keeps_its_bare_id_in_its_own_brief(renderer: Renderer) -> None:
    assert 'id="j1"' in renderer.body(brief(), "..")


def test_what_the_contents_list_names_is_on_the_page(renderer: Renderer) -> None:
    page, aside = renderer.body(brief(), ".."), renderer.aside(brief(), "..")

    assert 'href="#br-judgements"' in aside
    assert 'id="br-judgements"' in page


def test_a_brief_keeps_a_place_for_the_column_beside_it(renderer: Renderer) -> None:
    assert renderer.body(brief(), "..").count("<!--margin-->") == 1


def test_dates_wear_the_mark_of_their_precision(renderer: Renderer) -> None:
    vague = replace(EVENT, date=DateShown("about 2012", "", is_vague=True))
    ahead = replace(
        EVENT, anchor="e-ahead", date=DateShown("2027 or later", "", is_vague=True, is_future=True)
    )
    head = replace(HEAD, address=Address("timeline/"))

    page = renderer.body(TimelineShown(head, (), upcoming=(EVENT, vague, ahead)), "..")

    assert '<time datetime="2025-11-03">3 Nov 2025</time>' in page
    assert "<span>about 2012</span>" in page
    assert 'class="br-event br-event--vague"' in page
    assert 'class="br-event br-event--vague br-event--future"' in page


def test_a_past_event_that_was_only_expected_says_so_in_short_lists_too(renderer: Renderer) -> None:
    expected = replace(EVENT, basis="expected")
    ahead = replace(expected, date=replace(DAY, is_future=True))

    page = renderer.body(HomeShown(HEAD, "", recent=(expected, EVENT), upcoming=(ahead,)), ".")

    assert page.count("The harbour opens") == 3
    assert page.count(">, expected</span>") == 1


def test_disagreeing_dates_say_who_says_which(renderer: Renderer) -> None:
    said = (
        DateSaid(DAY, (BRIEF,)),
        DateSaid(DateShown("4 Nov 2025", "2025-11-04"), (Link("Press", "articles/press/"),)),
    )

    page = renderer.body(TimelineShown(HEAD, (), upcoming=(replace(EVENT, disagreeing=said),)), "..")

    assert page.index("4 Nov 2025") < page.index('href="../articles/press/"')


def test_the_page_of_a_year_is_marked_among_all_years(renderer: Renderer) -> None:
    years = ((Link("2024", "timeline/2024/"), 2), (Link("2025", "timeline/2025/"), 1))
    shown = TimelineShown(replace(HEAD, address=Address("timeline/2025/")), (), all_years=years)

    aside = renderer.aside(shown, "../..")

    assert '<a href="../../timeline/2025/" aria-current="page">2025</a>' in aside
    assert aside.count("aria-current") == 1


def test_the_home_page_leads_from_the_next_judgements_to_all(renderer: Renderer) -> None:
    page = renderer.body(HomeShown(HEAD, "", due=(JUDGEMENT,)), ".")

    assert page.index("The harbour opens.") < page.index('<a href="./judgements/">All judgements</a>')


def test_thousands_stand_apart(renderer: Renderer) -> None:
    shown = HomeShown(HEAD, "", ways_in=((Link("Timeline", "timeline/"), 1404),))

    assert '<span class="br-count">1,404</span>' in renderer.body(shown, ".")


def test_where_the_first_of_very_many_tellers_and_dates_stand_a_way_leads_to_all(renderer: Renderer) -> None:
    said = (DateSaid(DAY, (BRIEF,), number=40),)
    event = replace(EVENT, told_by=(BRIEF,), tellers=1000, disagreeing=said, dates=30)

    page = renderer.body(
        TimelineShown(HEAD, (), upcoming=(replace(event, address="timeline/2025/#e"),)), ".."
    )

    for number in (40, 30, 1000):
        assert f'<a href="../timeline/2025/#e">{number} in all</a>' in page


def test_a_value_that_is_not_there_is_a_mistake() -> None:
    templates = DictLoader({"pages/brief.html": "{{ page.no_such_field }}"})

    with pytest.raises(AttributeError):
        Renderer(templates).body(brief(), "..")


def test_a_value_that_a_part_is_not_given_is_a_mistake() -> None:
    part = "{% macro part(one) %}{{ one }}{% endmacro %}{{ part() }}"

    with pytest.raises(UndefinedError, match="'one' was not provided"):
        environment(DictLoader({"page": part}), "..", Compiled()).get_template("page").render()


def test_what_is_given_to_one_page_is_not_there_for_others() -> None:
    parts = {
        "part": "{% macro up() %}{{ base_url }} {{ page }}{% endmacro %}",
        "page": "{{ base_url }} {{ page }}",
    }
    parts["other"] = "{% import 'part' as part %}{{ part.up() }}"
    made = environment(DictLoader(parts), "..", Compiled())

    assert made.get_template("page").render(page=1) == ".. 1"
    assert made.get_template("page", globals={"page": 2}).render() == ".. 2"
    assert "page" not in made.globals
    with pytest.raises(UndefinedError):
        made.get_template("other").render(page=1)


def test_no_template_carries_style_or_script_of_its_own() -> None:
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        text = text.replace('<script src="{{', "")  # a file of the site
        text = re.sub(r'<script type="application/(?:ld\+)?json"', "", text)  # data, which no browser runs
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", text), path


def test_a_page_is_well_formed(renderer: Renderer) -> None:
    parser = html5lib.HTMLParser()

    parser.parseFragment(renderer.body(brief(), ".."))

    assert parser.errors == []


def test_a_title_from_right_to_left_does_not_turn_the_line_around_it(renderer: Renderer) -> None:
    other = Link("הסכם", "articles/hebrew/")
    related = Related(other, "Article", DateShown("1 Mar 2025", "2025-03-01"), ("same topic: Trade",))

    page = renderer.body(brief(related=(related,)), "..")

    assert '<bdi><a href="../articles/hebrew/">הסכם</a></bdi>' in page
    assert '<p class="br-mention__document">' in page


def test_style_sheets_ask_no_other_host() -> None:
    for path in sorted((ASSETS / "css").glob("*.css")):
        for address in re.findall(r"url\(\"?([^\")]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / address).is_file(), address
