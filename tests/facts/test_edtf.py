"""What EDTF strings cover, how they sort, what they say of each other, and what a refusal tells."""

from datetime import date

import pytest

from briefing.model import edtf
from briefing.model.edtf import NoDate, Precision, parse

P = Precision
BEGINNING, END = "0001-01-01", "9999-12-31"

COVERED = [
    ("2025-10-31", "2025-10-31", "2025-10-31", P.DAY),
    ("2024-02-29", "2024-02-29", "2024-02-29", P.DAY),
    ("0001-01-01", "0001-01-01", "0001-01-01", P.DAY),
    ("9999-12-31", "9999-12-31", "9999-12-31", P.DAY),
    ("2024-08", "2024-08-01", "2024-08-31", P.MONTH),
    ("2024-02", "2024-02-01", "2024-02-29", P.MONTH),
    ("1900-02", "1900-02-01", "1900-02-28", P.MONTH),
    ("2000-02", "2000-02-01", "2000-02-29", P.MONTH),
    ("2011-12", "2011-12-01", "2011-12-31", P.MONTH),
    ("9999-12", "9999-12-01", "9999-12-31", P.MONTH),
    ("2012", "2012-01-01", "2012-12-31", P.YEAR),
    ("0001", "0001-01-01", "0001-12-31", P.YEAR),
    ("202X", "2020-01-01", "2029-12-31", P.DECADE),
    ("200X", "2000-01-01", "2009-12-31", P.DECADE),
    ("001X", "0010-01-01", "0019-12-31", P.DECADE),
    ("20XX", "2000-01-01", "2099-12-31", P.CENTURY),
    ("99XX", "9900-01-01", "9999-12-31", P.CENTURY),
    ("2024-XX", "2024-01-01", "2024-12-31", P.YEAR),
    ("2025-10-XX", "2025-10-01", "2025-10-31", P.MONTH),
    ("2024-XX-XX", "2024-01-01", "2024-12-31", P.YEAR),
    ("2024-21", "2024-03-01", "2024-05-31", P.SEASON),
    ("2024-22", "2024-06-01", "2024-08-31", P.SEASON),
    ("2024-23", "2024-09-01", "2024-11-30", P.SEASON),
    ("2023-24", "2023-12-01", "2024-02-29", P.SEASON),
    ("9999-24", "9999-12-01", "9999-12-31", P.SEASON),
    ("2024-33", "2024-01-01", "2024-03-31", P.QUARTER),
    ("2024-34", "2024-04-01", "2024-06-30", P.QUARTER),
    ("2024-35", "2024-07-01", "2024-09-30", P.QUARTER),
    ("2024-36", "2024-10-01", "2024-12-31", P.QUARTER),
    ("2024-08/2025-01", "2024-08-01", "2025-01-31", P.INTERVAL),
    ("2014/2019", "2014-01-01", "2019-12-31", P.INTERVAL),
    ("2024/2024", "2024-01-01", "2024-12-31", P.INTERVAL),
    ("2025-10-12/2025-10-15", "2025-10-12", "2025-10-15", P.INTERVAL),
    ("2024-08-22/2024", "2024-08-22", "2024-12-31", P.INTERVAL),
    ("2024/2024-03", "2024-01-01", "2024-03-31", P.INTERVAL),
    ("2024-21/2024-23", "2024-03-01", "2024-11-30", P.INTERVAL),
    ("2024-33/2024-34", "2024-01-01", "2024-06-30", P.INTERVAL),
    ("2025-10-31/..", "2025-10-31", END, P.INTERVAL),
    ("2025-10-31/", "2025-10-31", END, P.INTERVAL),
    ("../2024", BEGINNING, "2024-12-31", P.INTERVAL),
    ("/2025-10", BEGINNING, "2025-10-31", P.INTERVAL),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), COVERED)
def test_a_date_covers_the_days_that_it_names_and_no_others(
    text: str, earliest: str, latest: str, precision: Precision
) -> None:
    when = parse(text)

    assert (when.earliest.isoformat(), when.latest.isoformat()) == (earliest, latest)
    assert when.precision is precision
    assert when.text == str(when) == text
    assert not when.approximate
    assert not when.uncertain


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2012~", True, False),
        ("2024-08?", False, True),
        ("2024-08-22%", True, True),
        ("202X~", True, False),
        ("2025-10-XX?", False, True),
        ("2024-21~", True, False),
        ("2024-33%", True, True),
        ("2024-08~/2025-01", True, False),
        ("2024-08/2025-01?", False, True),
        ("2024-08~/2025-01?", True, True),
        ("2024%/..", True, True),
        ("/2025-10~", True, False),
    ],
)
def test_a_qualifier_doubts_a_date_without_moving_it(text: str, approximate: bool, uncertain: bool) -> None:
    when, plain = parse(text), parse(text.translate(str.maketrans("", "", "?~%")))

    assert (when.approximate, when.uncertain) == (approximate, uncertain)
    assert (when.earliest, when.latest, when.precision) == (plain.earliest, plain.latest, plain.precision)


@pytest.mark.parametrize(
    ("text", "unspecified"),
    [("2025-10-XX", P.DAY), ("2024-XX", P.MONTH), ("2024-XX-XX", P.DAY), ("2024", None), ("202X", None)],
)
def test_a_date_keeps_what_its_author_marked_as_not_known(text: str, unspecified: Precision | None) -> None:
    assert parse(text).unspecified is unspecified


def test_an_interval_has_two_ends_and_either_may_be_open_or_not_known() -> None:
    assert (parse("2024-08~/..").start, parse("2024-08~/..").end) == (parse("2024-08~"), NoDate.OPEN)
    assert (parse("2024/").start, parse("2024/").end) == (parse("2024"), NoDate.UNKNOWN)
    assert (parse("../2024").start, parse("/2024").start) == (NoDate.OPEN, NoDate.UNKNOWN)
    assert parse("2024/..").is_interval


def test_a_single_date_is_its_own_start_and_end() -> None:
    when = parse("2024-08")

    assert when.start is when
    assert when.end is when
    assert not when.is_interval


IN_ORDER = [
    "201X", "2012-01-01", "2012-01", "2012-33", "2012", "2012~", "2012%", "2012/2013", "../2012",
    "2012-02", "2012-21", "2024-08-22", "2024-08-22?", "2024-08-22/2024-08-23", "2024-08-22/..", "2025-10-31",
]  # fmt: skip


def test_dates_sort_by_their_earliest_day_then_precise_before_vague() -> None:
    shuffled = [parse(text) for text in sorted(IN_ORDER, reverse=True)]

    assert [when.text for when in sorted(shuffled, key=lambda when: when.sort_key)] == IN_ORDER


@pytest.mark.parametrize(
    ("text", "year"), [("2024-08/2025-01", 2024), ("../2024-08", 2024), ("/2024", 2024), ("2024-24", 2024)]
)
def test_a_timeline_lists_a_date_under_its_first_year_or_that_of_its_end_where_it_has_no_start(
    text: str, year: int
) -> None:
    assert parse(text).year == year


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("2024-08", "2024-08-22"),
        ("2024", "2024-08"),
        ("2024-08", "2024-08"),
        ("2024-XX", "2024-08"),
        ("202X", "2024"),
        ("2024-21", "2024-04"),
        ("2024-35", "2024-08"),
        ("2014/2019", "2016-06-07"),
        ("2024/..", "2030"),
        ("2024-08~", "2024-08-22"),
    ],
)
def test_a_date_that_lies_within_another_is_no_disagreement(outer: str, inner: str) -> None:
    assert parse(outer).contains(parse(inner))
    assert not parse(outer).excludes(parse(inner))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-08-22", "2024-08-23"),
        ("2024-08", "2024-09-01"),
        ("2024", "2025"),
        ("2024/..", "2023-12-31"),
        ("../2024", "2025"),
        ("2012~", "2010"),
        ("2012~", "2009~"),
        ("2024-08~", "2024-10"),
        ("2024-08-22~", "2024-08-24"),
        ("202X~", "2009"),
        ("2012?", "2013"),
        ("2024-21", "2025"),
        ("2024-24", "2025-03"),
    ],
)
def test_dates_that_cannot_both_be_true_exclude_each_other(one: str, other: str) -> None:
    assert parse(one).excludes(parse(other))
    assert parse(other).excludes(parse(one))
    assert not parse(one).contains(parse(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2012~", "2011"),
        ("2012~", "2013-12-31"),
        ("2012~", "2010~"),
        ("2024-08~", "2024-09"),
        ("2024-08-22~", "2024-08-23"),
        ("2024-08~/2024-09", "2024-07-01"),
        ("2024-33~", "2024-06-30"),
        ("0001~", "0001-06"),
        ("9999-12-31~", "9999-12-31"),
    ],
)
def test_an_approximate_date_excludes_nothing_within_one_unit_of_it(one: str, other: str) -> None:
    assert not parse(one).excludes(parse(other))


def test_a_season_excludes_nothing_of_its_year_because_it_names_no_hemisphere() -> None:
    assert not parse("2024-21").excludes(parse("2024-10"))
    assert not parse("2024-24").excludes(parse("2024-01"))
    assert not parse("2024-24").excludes(parse("2025-02-28"))


@pytest.mark.parametrize(
    ("a", "b", "finer"),
    [
        ("2024-08", "2024-08-22", "2024-08-22"),
        ("2024-08-22", "2024-08", "2024-08-22"),
        ("2024~", "2024", "2024"),
        ("2024%", "2024?", "2024?"),
        ("2024", "2024-XX", "2024"),
        ("2024-XX", "2024", "2024-XX"),
        ("2024/..", "2024", "2024"),
    ],
)
def test_the_finer_of_two_dates_says_more(a: str, b: str, finer: str) -> None:
    assert edtf.finer(parse(a), parse(b)) == parse(finer)


def test_a_date_is_past_once_all_of_it_is_over_and_future_until_any_of_it_has_come() -> None:
    month = parse("2027-06")

    assert not month.is_past(date(2027, 6, 30))
    assert month.is_past(date(2027, 7, 1))
    assert month.is_future(date(2027, 5, 31))
    assert not month.is_future(date(2027, 6, 1))


def test_what_has_no_end_is_never_past_and_what_has_no_start_never_future() -> None:
    assert not parse("2024/..").is_past(date.max)
    assert not parse("2024/").is_past(date.max)
    assert not parse("../2024").is_future(date(2000, 1, 1))


MEANT = [
    ("Aug 2024", "2024-08"),
    ("August, 2024", "2024-08"),
    ("2024 Aug.", "2024-08"),
    ("sept 2024", "2024-09"),
    ("31 October 2025", "2025-10-31"),
    ("Friday 31st of October 2025", "2025-10-31"),
    ("October 31, 2025", "2025-10-31"),
    ("31-Oct-2025", "2025-10-31"),
    ("31. Oktober 2025", "2025-10-31"),
    ("1er juillet 2025", "2025-07-01"),
    ("März 2025", "2025-03"),
    ("12/2027", "2027-12"),
    ("3.2027", "2027-03"),
    ("„2027“", "2027"),
    ("Q3 2024", "2024-35"),
    ("2024-Q3", "2024-35"),
    ("H1 2024", "2024-01/2024-06"),
    ("2024 H2", "2024-07/2024-12"),
    ("spring 2024", "2024-21"),
    ("Fall 2023", "2023-23"),
    ("2020s", "202X"),
    ("the 1990's", "199X"),
    ("2024/25", "2024/2025"),
    ("2014-2019", "2014/2019"),
    ("2014–2019", "2014/2019"),
    ("2014 to 2019", "2014/2019"),
    ("from May 2014 until May 2019", "2014-05/2019-05"),
    ("Aug 2024/Jan 2025", "2024-08/2025-01"),
    ("12–15 October 2025", "2025-10-12/2025-10-15"),
    ("Jan-Mar 2024", "2024-01/2024-03"),
    ("30 Oct – 2 Nov 2025", "2025-10-30/2025-11-02"),
    ("2024 / 2025", "2024/2025"),
    (" 2024", "2024"),
    ("2024‑08", "2024-08"),
    ("２０２４", "2024"),
    ("2025-8", "2025-08"),
    ("2025-8-3", "2025-08-03"),
    ("2025/10/31", "2025-10-31"),
    ("20251031", "2025-10-31"),
    ("31/10/2025", "2025-10-31"),
    ("10/31/2025", "2025-10-31"),
    ("31.10.2025", "2025-10-31"),
    ("2025-10-31T10:00:00Z", "2025-10-31"),
    ("about 2012", "2012~"),
    ("c. 2012", "2012~"),
    ("~2012", "2012~"),
    ("perhaps 2012", "2012?"),
    ("perhaps about Aug 2024", "2024-08%"),
    ("2012?~", "2012%"),
    ("2012~?", "2012%"),
    ("since May 2019", "2019-05/.."),
    ("2024 or later", "2024/.."),
    ("2024-present", "2024/.."),
    ("until 2024", "../2024"),
    ("unknown/2006", "/2006"),
    ("2004/unknown", "2004/"),
    ("2004-01-01/open", "2004-01-01/.."),
    ("199u", "199X"),
    ("19uu", "19XX"),
    ("2004-uu", "2004-XX"),
    ("2004-uu-uu", "2004-XX-XX"),
    ("2025-10-uu", "2025-10-XX"),
    ("202x", "202X"),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_what_is_certain_is_told_as_it_should_be_written(text: str, meant: str) -> None:
    with pytest.raises(ValueError, match="is not EDTF: write ") as refused:
        parse(text)

    assert str(refused.value) == f'"{text}" is not EDTF: write {meant}'
    assert parse(meant)


YEARS = "years run from 0001 to 9999"
MONTHS = "months run from 01 to 12, seasons from 21 to 24, quarters from 33 to 36"
WHOLE_PARTS = "X stands for all of a month or a day, at the end, as in 2024-XX and 2025-10-XX"
AT_THE_END = "?, ~ and % stand at the end and hold for all of it, as in 2024-08~"
NO_DATE = "leave the key out where no date is known"
ANY = "write 2024, 2024-08, 2024-08-22, 2024-08~ for about, or a span such as 2024-08/2025-01"

REFUSED = [
    ("2025-06-31", '"2025-06-31" is no date: June 2025 has 30 days'),
    ("2025-02-29", '"2025-02-29" is no date: February 2025 has 28 days'),
    ("2024-08-00", '"2024-08-00" is no date: August 2024 has 31 days'),
    ("31 June 2025", '"2025-06-31" is no date: June 2025 has 30 days'),
    ("2023-02-29/2023-03", '"2023-02-29" is no date: February 2023 has 28 days'),
    ("2025-13", f'"2025-13" is no date: {MONTHS}'),
    ("2025-00", f'"2025-00" is no date: {MONTHS}'),
    ("2024-40", f'"2024-40" is no date: {MONTHS}'),
    ("2024-25", f'"2024-25" is no date: {MONTHS}; for a span of two years write 2024/2025'),
    ("2024-21-05", '"2024-21-05" is no date: months run from 01 to 12'),
    ("2011/12", '"2011/12" is no EDTF date: write 2011-12 for a month, 2011/2012 for a span of years'),
    ("2025/2019", '"2025/2019" runs backwards: 2019 is before 2025'),
    ("2024-08-22/2024-08-21", '"2024-08-22/2024-08-21" runs backwards: 2024-08-21 is before 2024-08-22'),
    ("../..", '"../.." says nothing: write a date at one end at least'),
    ("/", '"/" says nothing: write a date at one end at least'),
    ("2024/2025/2026", '"2024/2025/2026" is no EDTF date: a span has two ends, as in 2024-08/2025-01'),
    ("2025-10-XX/..", '"2025-10-XX" cannot be an end of a span: write it without X, as in 2024-08/2025'),
    ("0000", f'"0000" is no date: {YEARS}'),
    ("000X", f'"000X" is no date: {YEARS}'),
    ("-0044", f'"-0044" is no EDTF date: {YEARS}'),
    ("-0044-03-15", f'"-0044-03-15" is no EDTF date: {YEARS}'),
    ("Y170000002", f'"Y170000002" is no EDTF date: {YEARS}'),
    ("y-17e7", f'"y-17e7" is no EDTF date: {YEARS}'),
    ("9" * 50, f'"{"9" * 40}…" is no EDTF date: {YEARS}'),
    ("2024-1X", f'"2024-1X" is no EDTF date: {WHOLE_PARTS}'),
    ("2024-XX-12", f'"2024-XX-12" is no EDTF date: {WHOLE_PARTS}'),
    ("156X-12-25", f'"156X-12-25" is no EDTF date: {WHOLE_PARTS}'),
    ("XXXX-12", f'"XXXX-12" is no EDTF date: {WHOLE_PARTS}'),
    ("2004~-06", f'"2004~-06" is no EDTF date: {AT_THE_END}'),
    ("2024-~08", f'"2024-~08" is no EDTF date: {AT_THE_END}'),
    ("?2004-06-~11", f'"?2004-06-~11" is no EDTF date: {AT_THE_END}'),
    ("2000s", '"2000s" is no EDTF date: write 200X for its ten years, 20XX for its hundred'),
    ("", f'"" is no EDTF date: {NO_DATE}'),
    ("unknown", f'"unknown" is no EDTF date: {NO_DATE}'),
    ("TBD", f'"TBD" is no EDTF date: {NO_DATE}'),
    (
        "by the end of 2027",
        '"by the end of 2027" is no EDTF date: write the year or month alone, as in 2027;'
        " as a horizon, it lasts until its end",
    ),
    ("tomorrow", f'"tomorrow" is no EDTF date: {ANY}'),
    ("٢٠٢٤", f'"٢٠٢٤" is no EDTF date: {ANY}'),
    ("2024-08\n", '"2024-08\n" is not EDTF: write 2024-08'),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_refusal_says_what_is_wrong_and_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse(text)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    "text",
    ["2XXX", "XXXX", "[2024-08,2024-09]", "{2024,2025}", "05/06/2025", "5.6.25", "1950S2"],
)
def test_what_could_mean_two_things_is_never_given_one_meaning(text: str) -> None:
    with pytest.raises(ValueError, match="is no EDTF date: "):
        parse(text)


@pytest.mark.parametrize(
    "text",
    ["(-\r2-/2/\0\0¡:-Æ\x0b/\r//---\n6-2/2026\r~--", "-" * 40, "ca " * 13, "a - " * 10, "?~" * 20, "/" * 40],
)
def test_a_text_of_many_signs_is_refused_at_once(text: str) -> None:
    """Each sign may part a span in two: to try all ways took longer than anyone waits."""
    with pytest.raises(ValueError, match="is no EDTF date: "):
        parse(text)
