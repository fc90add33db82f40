"""What holds for every date, and that another reader of EDTF finds the same days in it."""

from datetime import date
from math import inf
from time import struct_time

from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.model.edtf import Edtf, finer, parse, runs_backwards
from briefing.views.dates import in_words

years = st.one_of(st.integers(1, 9999), st.integers(1990, 2040)).map("{:04}".format)
months = st.integers(1, 12).map("{:02}".format)
days = st.dates().map(date.isoformat)
year_months = st.builds("{}-{}".format, years, months)
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
quarters = st.builds("{}-{}".format, years, st.integers(33, 36))
marks = st.sampled_from(["", "", "?", "~", "%"])
masked = st.one_of(
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    years.map("{}-XX".format),
    years.map("{}-XX-XX".format),
    year_months.map("{}-XX".format),
)
ends = st.builds("{}{}".format, st.one_of(days, year_months, years, seasons, quarters), marks)
singles = st.one_of(ends, st.builds("{}{}".format, masked, marks))


def _forwards(one: str, other: str) -> str:
    return f"{other}/{one}" if runs_backwards(parse(one), parse(other)) else f"{one}/{other}"


spans = st.one_of(
    st.builds(_forwards, ends, ends),
    st.builds("{}/{}".format, ends, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), ends),
)
dates = st.one_of(singles, spans).map(parse)


@given(st.one_of(singles, spans))
def test_a_date_keeps_its_text(text: str) -> None:
    assert parse(text).text == text


@given(dates)
def test_the_earliest_day_is_never_after_the_latest(when: Edtf) -> None:
    assert when.earliest <= when.latest


@given(dates, dates)
def test_no_date_both_contains_and_excludes_another(one: Edtf, other: Edtf) -> None:
    assert not (one.contains(other) and one.excludes(other))


@given(dates, dates)
def test_exclusion_is_mutual(one: Edtf, other: Edtf) -> None:
    assert one.excludes(other) == other.excludes(one)


@given(dates)
def test_a_date_contains_itself(when: Edtf) -> None:
    assert when.contains(when)


@given(dates, dates)
def test_of_two_dates_one_inside_the_other_the_inner_is_not_coarser(one: Edtf, other: Edtf) -> None:
    if one.contains(other):
        assert finer(one, other).vagueness[0] == other.vagueness[0]


@given(st.lists(dates, max_size=12))
def test_sorting_does_not_depend_on_the_order_of_what_is_sorted(whens: list[Edtf]) -> None:
    def place(when: Edtf) -> tuple[tuple[date, int, int], str]:
        return when.sort_key, when.text

    assert sorted(whens, key=place) == sorted(reversed(whens), key=place)


@given(dates, st.dates())
def test_no_date_is_both_past_and_future(when: Edtf, today: date) -> None:
    assert not (when.is_past(today) and when.is_future(today))


@given(dates, st.sampled_from(["en", "en-US", "fr", "hi", "zh-Hant", "none-such"]))
def test_every_date_has_words_in_every_language(when: Edtf, language: str) -> None:
    words = in_words(when, language)

    assert words == words.strip() != ""


@given(st.one_of(st.text(max_size=60), st.text("0123456789XxuU-/.~?% ", max_size=25)))
@example("/" * 1000)
@example("1-" * 1000)
@example("about " * 7)
@example("2024-08/2025-01/")
def test_a_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        assert parse(text).text == text
    except ValueError as refused:
        assert str(refused).startswith('"')
        assert len(str(refused)) < 200


plain_ends = st.builds("{}{}".format, st.one_of(days, year_months, years), marks)
shared = st.one_of(
    plain_ends,
    st.builds("{}{}".format, masked, marks),
    st.builds("{}-{}".format, years, st.sampled_from([21, 22, 23, 33, 34, 35, 36])),
    st.builds(_forwards, plain_ends, plain_ends),
    plain_ends.map("{}/..".format),
    plain_ends.map("../{}".format),
)
"""What both read alike: not winters, which it ends with the year, nor unknown ends, for which it adds ten."""


@settings(max_examples=300, deadline=None)
@given(shared)
def test_another_reader_of_edtf_finds_the_same_days(text: str) -> None:
    when, other = parse(text), parse_edtf(text)

    assert _day(other.lower_strict()) == when.earliest
    assert _day(other.upper_strict()) == when.latest


def _day(found: struct_time | float) -> date:
    if isinstance(found, struct_time):
        return date(found.tm_year, found.tm_mon, found.tm_mday)
    return date.max if found == inf else date.min
