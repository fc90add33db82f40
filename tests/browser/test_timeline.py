"""The picture above the timeline: it agrees with the data, and picture, list and address say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape, unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from reading import Reader, stir, until

pytestmark = [pytest.mark.browser, pytest.mark.site]

MARKS = ".br-picture__marks .br-mark"
LISTED = ".br-main > .br-group .br-event:visible"
STATUS = ".br-picture__count"
TOLD = ".br-picture__told"


@pytest.fixture(scope="module")
def events(dossier: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((dossier / "data/events.json").read_text(encoding="utf-8"))[
        "items"
    ]
    return found


@pytest.fixture
def timeline(reader: Reader) -> Iterator[Page]:
    """The page with its picture; whatever was done there, nothing complained or asked another host."""
    reader.open("timeline/")
    is_drawn(reader.page)
    yield reader.page
    reader.page.wait_for_load_state("networkidle")
    assert reader.foreign == []
    assert reader.complaints == []


def drawn(page: Page) -> set[str]:
    """The ids of the events that the picture shows, by themselves or among several."""
    return set(
        page.eval_on_selector_all(
            MARKS, "all => all.flatMap(one => (one.dataset.event || one.dataset.events).split(' '))"
        )
    )


def listed(page: Page) -> set[str]:
    return {(one.get_attribute("id") or "").removeprefix("br-event-") for one in page.locator(LISTED).all()}


def address(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def is_drawn(page: Page) -> None:
    """Wait for the picture, which comes after the page."""
    expect(page.locator(STATUS)).not_to_be_empty()


def choose(page: Page, name: str, value: str) -> None:
    page.select_option(f"[name={name}]", value)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def focused(page: Page) -> str | None:
    return page.evaluate("document.activeElement.dataset.event")  # type: ignore[no-any-return]


def middle(mark: Locator) -> float:
    box = mark.locator(".br-mark__shape").bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def test_picture_and_list_show_the_events_of_the_data(timeline: Page, events: list[dict[str, Any]]) -> None:
    known = {one["id"] for one in events}

    assert drawn(timeline) == known
    assert listed(timeline) == known
    expect(timeline.locator(STATUS)).to_have_text(f"All {len(known)} events")


def test_a_mark_says_what_the_list_says_and_leads_there(timeline: Page, events: list[dict[str, Any]]) -> None:
    for one in events:
        mark = timeline.locator(f"{MARKS}[data-event='{one['id']}']")
        line = timeline.locator(f"[id='br-event-{one['id']}']")
        # Not what is seen of it: what is far off the screen is not laid out.
        words = " ".join((line.locator(".br-event__date").text_content() or "").split())

        assert (mark.get_attribute("aria-label") or "").startswith(f"{words}: {one['title']}")
        assert (mark.get_attribute("href") or "").endswith(f"/timeline/#br-event-{one['id']}")


def test_marks_stand_in_order_of_time_and_what_is_ahead_right_of_today(
    timeline: Page, events: list[dict[str, Any]]
) -> None:
    days = [one for one in events if re.fullmatch(r"\d{4}-\d\d-\d\d", one["date"]) and not one["is_disputed"]]
    places = [middle(timeline.locator(f"{MARKS}[data-event='{one['id']}']")) for one in days]
    today = timeline.locator(".br-picture__today line").bounding_box()

    assert places == sorted(places)
    assert today
    for mark in timeline.locator(f"{MARKS}--ahead").all():
        assert middle(mark) > today["x"]


def test_a_vague_date_is_a_span_with_soft_ends_as_wide_as_it_is_vague(timeline: Page) -> None:
    timeline.goto(f"{timeline.url}?from=2024-07-01&to=2024-09-30")
    is_drawn(timeline)

    box = timeline.locator(
        f"{MARKS}--vague[data-event='liaison-officers-moa-signed'] rect[mask]"
    ).bounding_box()
    frame = timeline.locator(".br-picture__frame").bounding_box()

    assert box and frame
    assert box["width"] == pytest.approx(frame["width"] * 31 / 92, rel=0.02)


def test_a_choice_changes_picture_list_and_address_together(
    timeline: Page, events: list[dict[str, Any]]
) -> None:
    choose(timeline, "actor", "rajnath-singh")

    his = {one["id"] for one in events if "actors/rajnath-singh" in one["actors"]}
    assert drawn(timeline) == listed(timeline) == his
    assert address(timeline) == {"actor": "rajnath-singh"}
    expect(timeline.locator(STATUS)).to_have_text(f"{len(his)} of {len(events)} events")

    choose(timeline, "agreement", "framework-2025")

    both = {
        one["id"] for one in events if one["id"] in his and "agreements/framework-2025" in one["agreements"]
    }
    assert drawn(timeline) == listed(timeline) == both
    assert address(timeline) == {"actor": "rajnath-singh", "agreement": "framework-2025"}

    press(timeline, "Clear filters")

    assert len(drawn(timeline)) == len(events)
    assert address(timeline) == {}


@pytest.mark.parametrize("kind", ["worked-out", "disputed"])
def test_how_a_date_is_known_can_be_chosen(timeline: Page, events: list[dict[str, Any]], kind: str) -> None:
    choose(timeline, "kind", kind)

    wanted = {
        one["id"] for one in events if one["basis"] == kind or (kind == "disputed" and one["is_disputed"])
    }
    assert wanted
    assert drawn(timeline) == listed(timeline) == wanted


def test_a_broad_topic_has_the_events_of_the_narrower_ones_as_its_own_page_has(timeline: Page) -> None:
    choose(timeline, "topic", "trade")
    chosen = {mark.get_attribute("aria-label") or "" for mark in timeline.locator(MARKS).all()}
    timeline.goto(timeline.url.split("timeline/")[0] + "topics/trade/")

    titles = timeline.locator(
        ".br-main .br-event .br-event__what > p:first-child, .br-main .br-event p.br-event__what"
    )
    on_its_page = set()
    for title in titles.all():
        title.scroll_into_view_if_needed()  # what is far off the screen is not laid out
        on_its_page.add(title.inner_text().split("\n")[0])
    assert on_its_page
    assert len(chosen) == len(on_its_page)


def test_a_shared_address_shows_the_same_again_and_back_leads_back(timeline: Page) -> None:
    choose(timeline, "topic", "tariffs")
    choose(timeline, "lanes", "actor")
    timeline.fill("[name=from]", "2025-08-01")
    timeline.locator("[name=from]").dispatch_event("change")
    seen = drawn(timeline), listed(timeline), timeline.locator(STATUS).inner_text()
    shared = timeline.url
    assert address(timeline) == {"topic": "tariffs", "lanes": "actor", "from": "2025-08-01"}

    timeline.reload()
    is_drawn(timeline)

    assert (drawn(timeline), listed(timeline), timeline.locator(STATUS).inner_text()) == seen
    assert timeline.url == shared
    assert timeline.input_value("[name=lanes]") == "actor"

    timeline.go_back()
    until(timeline, lambda: timeline.input_value("[name=from]") == "")
    timeline.go_back()
    until(timeline, lambda: timeline.input_value("[name=lanes]") == "")

    assert address(timeline) == {"topic": "tariffs"}
    assert timeline.locator(".br-picture__names text").count() == 0


def test_zoom_and_drag_change_the_period_of_all_three(timeline: Page, events: list[dict[str, Any]]) -> None:
    press(timeline, "Zoom in")
    press(timeline, "Zoom in")
    until(timeline, lambda: "from" in address(timeline))
    period = address(timeline)
    until(timeline, lambda: 0 < len(listed(timeline)) < len(events))
    assert (timeline.input_value("[name=from]"), timeline.input_value("[name=to]")) == (
        period["from"],
        period["to"],
    )

    box = timeline.locator(".br-picture__frame").bounding_box()
    assert box
    timeline.mouse.move(box["x"] + 20, box["y"] + 60)
    timeline.mouse.down()
    timeline.mouse.move(box["x"] + 220, box["y"] + 60, steps=4)
    timeline.mouse.up()

    until(timeline, lambda: address(timeline)["from"] < period["from"])
    first, last = (address(timeline)[name] for name in ("from", "to"))
    for one in events:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", one["date"]) and not one["is_disputed"]:
            assert (one["id"] in listed(timeline)) == (first <= one["date"] <= last)

    press(timeline, "Whole")
    assert address(timeline) == {}
    assert len(drawn(timeline)) == len(listed(timeline)) == len(events)


def test_the_wheel_scrolls_the_page_and_zooms_only_with_ctrl(timeline: Page) -> None:
    timeline.locator(".br-picture__frame").hover()
    timeline.mouse.wheel(0, 120)
    until(timeline, lambda: timeline.evaluate("window.scrollY") > 0)
    assert address(timeline) == {}

    timeline.keyboard.down("Control")
    timeline.mouse.wheel(0, -120)
    timeline.keyboard.up("Control")
    until(timeline, lambda: "from" in address(timeline))


def test_keys_reach_every_event_and_what_is_told_of_it(timeline: Page, events: list[dict[str, Any]]) -> None:
    timeline.locator(".br-picture__frame").focus()
    timeline.keyboard.press("Tab")
    seen = []
    for _ in events:
        seen.append(focused(timeline))
        timeline.keyboard.press("ArrowRight")

    assert sorted(map(str, seen)) == sorted(one["id"] for one in events)

    timeline.keyboard.press("Home")
    first = next(one for one in events if one["id"] == focused(timeline))
    expect(timeline.locator(TOLD)).to_contain_text(first["title"])
    timeline.keyboard.press("Escape")
    expect(timeline.locator(TOLD)).to_be_hidden()
    timeline.keyboard.press("Enter")
    until(timeline, lambda: timeline.url.endswith(f"#br-event-{first['id']}"))


def test_keys_zoom_and_pan(timeline: Page) -> None:
    timeline.locator(".br-picture__frame").focus()
    timeline.keyboard.press("+")
    timeline.keyboard.press("+")
    before = address(timeline)
    timeline.keyboard.press("ArrowRight")
    after = address(timeline)

    assert before["from"] < after["from"]
    assert before["to"] < after["to"]

    timeline.keyboard.press("0")
    assert address(timeline) == {}


def test_lanes_part_the_events_and_lose_none(timeline: Page, events: list[dict[str, Any]]) -> None:
    for by in ("actor", "topic", "agreement", "kind"):
        choose(timeline, "lanes", by)

        assert timeline.locator(".br-picture__names text").count() > 1
        assert drawn(timeline) == {one["id"] for one in events}


def test_what_finds_no_room_is_a_number_that_opens(timeline: Page) -> None:
    choose(timeline, "lanes", "actor")
    several = timeline.locator(f"{MARKS}--several").first
    held = set((several.get_attribute("data-events") or "").split())
    assert several.locator("text").text_content() == str(len(held))

    several.click()

    until(timeline, lambda: "from" in address(timeline))
    assert held <= drawn(timeline)


def test_numbers_stand_beside_each_other(reader: Reader) -> None:
    reader.page.route("**/timeline/2025/", crowd)
    reader.open("timeline/2025/")
    is_drawn(reader.page)
    boxes = [one.bounding_box() for one in reader.page.locator(f"{MARKS}--several .br-mark__shape").all()]
    spans = sorted((box["x"], box["x"] + box["width"]) for box in boxes if box)

    assert len(spans) > 3
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def crowd(route: Route) -> None:
    """The page of a year with hundreds of events, each months long."""
    response = route.fetch()
    text = response.text()
    found = re.search(r'(?s)(br-picture__data">)(.*?)(</template>)', text)
    assert found
    data = json.loads(unescape(found[2]))
    (one, *_), days = data["events"], [date(2025, 1, 1) + timedelta(days=day) for day in range(300)]
    data["events"] = [
        {**one, "id": f"event-{day}", "reach": [day.isoformat(), (day + timedelta(days=60)).isoformat()]}
        for day in days
    ]
    route.fulfill(response=response, body=text.replace(found[2], escape(json.dumps(data))))


def test_a_pointer_over_an_event_tells_of_it(timeline: Page, events: list[dict[str, Any]]) -> None:
    one = next(one for one in events if one["place"])
    timeline.locator(f"{MARKS}[data-event='{one['id']}'] .br-mark__shape").hover()

    told = timeline.locator(TOLD)
    expect(told).to_contain_text(one["title"])
    expect(told).to_contain_text(one["place"])
    told.get_by_role("link").click()
    until(timeline, lambda: timeline.url.endswith(f"#br-event-{one['id']}"))


def test_an_address_with_nobody_we_know_says_so_and_runs_nothing(reader: Reader) -> None:
    reader.open("timeline/?actor=%3Cimg%20src=x%20onerror=alert(1)%3E&from=2025-99-99&lanes=nothing")

    expect(reader.page.locator(STATUS)).to_contain_text("<img src=x onerror=alert(1)>")
    assert reader.page.locator(f"{STATUS} img").count() == 0
    assert reader.foreign == []
    assert reader.complaints == []


def test_without_scripts_there_is_the_list_alone(reader: Reader, events: list[dict[str, Any]]) -> None:
    browser = reader.page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.home}timeline/?actor=rajnath-singh")

    assert page.locator("#br-picture").is_hidden()
    assert listed(page) == {one["id"] for one in events}
    context.close()


def test_a_finger_first_sees_what_an_event_is(chromium: Browser, served: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{served}timeline/")
    is_drawn(page)

    page.locator(f"{MARKS}--day .br-mark__shape").first.tap()

    expect(page.locator(TOLD)).to_be_visible()
    assert "#" not in page.url
    context.close()


def test_two_fingers_zoom(chromium: Browser, served: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{served}timeline/")
    is_drawn(page)
    page.locator(".br-picture__sheet").scroll_into_view_if_needed()
    box = page.locator(".br-picture__sheet").bounding_box()
    assert box
    y, middle_x = box["y"] + 100, box["x"] + box["width"] / 2
    send = context.new_cdp_session(page).send

    def fingers(kind: str, *apart: int) -> None:
        points = [
            {"x": middle_x + way * one, "y": y, "id": place}
            for one in apart
            for place, way in enumerate((-1, 1))
        ]
        send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 20)
    for apart in (40, 60, 80, 100):
        fingers("touchMove", apart)
    fingers("touchEnd")

    until(page, lambda: "from" in address(page))
    context.close()


def test_pages_that_take_each_other_s_place_bring_their_picture_and_take_it_along(
    chromium: Browser, at_home: str
) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(at_home)
    stir(page)
    page.evaluate("window.same = true")

    page.locator(".md-tabs").get_by_text("Timeline").click()
    expect(page.locator(MARKS).first).to_be_visible()
    choose(page, "actor", "rajnath-singh")
    page.locator("aside a[href$='timeline/2025/']").click()
    page.wait_for_url("**/timeline/2025/")
    expect(page.locator(STATUS)).to_have_text("All 10 events")
    page.go_back()
    page.wait_for_url("**/timeline/?actor=rajnath-singh")
    expect(page.locator(STATUS)).to_contain_text(" of 25 events")
    page.go_back()
    until(page, lambda: len(listed(page)) == 25)

    assert page.evaluate("window.same"), "a page was loaded anew, so nothing was tried"
    assert complaints == []
    context.close()
