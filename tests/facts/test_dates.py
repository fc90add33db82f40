"""Dates as readers see them: never sharper than they are known."""

from datetime import date

import pytest

from briefing.model.edtf import NoDate, parse
from briefing.views.dates import day_in_words, in_words, machine, period_in_words


@pytest.mark.parametrize(
    ("text", "words", "datetime"),
    [
        ("2025-10-31", "31 Oct 2025", "2025-10-31"),
        ("2025-09-03", "3 Sept 2025", "2025-09-03"),
        ("2024-08", "Aug 2024", "2024-08"),
        ("2024-05", "May 2024", "2024-05"),
        ("2012", "2012", "2012"),
        ("2012~", "about 2012", None),
        ("2024-08?", "perhaps Aug 2024", None),
        ("2024-08%", "perhaps about Aug 2024", None),
        ("2025-10-31~", "about 31 Oct 2025", None),
        ("2025-10-XX", "Oct 2025, day not known", "2025-10"),
        ("2024-XX", "2024, month not known", "2024"),
        ("2024-XX-XX", "2024, month and day not known", "2024"),
        ("2025-10-XX?", "perhaps Oct 2025, day not known", None),
        ("202X", "2020s", None),
        ("200X", "between 2000 and 2009", None),
        ("20XX", "between 2000 and 2099", None),
        ("2024-21", "spring 2024", None),
        ("2024-22", "summer 2024", None),
        ("2024-23", "autumn 2024", None),
        ("2024-24", "winter 2024", None),
        ("9999-24", "winter 9999", None),
        ("2024-21?", "perhaps spring 2024", None),
        ("2024-33", "Jan–Mar 2024 (Q1)", None),
        ("2024-36~", "about Oct–Dec 2024 (Q4)", None),
        ("2024/..", "2024 or later", None),
        ("2024-08~/..", "about Aug 2024 or later", None),
        ("../2024", "until 2024", None),
        ("/2025-10", "until Oct 2025, start not known", None),
        ("2025-10-31/", "from 31 Oct 2025, end not known", None),
        ("2025-10-31/..", "31 Oct 2025 or later", None),
        ("2024-01/2024-03", "Jan–Mar 2024", None),
        ("2024-08/2025-01", "Aug 2024 – Jan 2025", None),
        ("2024-08/2024-08", "Aug 2024", None),
        ("2014/2019", "2014–2019", None),
        ("2025-10-12/2025-10-15", "12–15 Oct 2025", None),
        ("2025-10-30/2025-11-02", "30 Oct – 2 Nov 2025", None),
        ("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026", None),
        ("2024-33/2024-34", "Jan–Jun 2024", None),
        ("2024-21/2024-23", "spring 2024 – autumn 2024", None),
        ("2024-08-22/2025", "22 Aug 2024 – 2025", None),
        ("2012/2013-05", "2012 – May 2013", None),
        ("2024-08~/2025-01?", "about Aug 2024 – perhaps Jan 2025", None),
        ("2012~/2012~", "about 2012", None),
        ("0044-03-15", "15 Mar 44", "0044-03-15"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(text: str, words: str, datetime: str | None) -> None:
    when = parse(text)

    assert in_words(when, "en") == words
    assert machine(when) == datetime


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-05-31", None, "since 31 May 2019"),
        ("2012~", None, "since about 2012"),
        ("2014", "2017", "2014–2017"),
        ("2014-11", "2017-03", "Nov 2014 – Mar 2017"),
        ("2017-01-20", "2021-01-20", "20 Jan 2017 – 20 Jan 2021"),
        ("2012~", "2014", "about 2012 – 2014"),
        ("2019-05", NoDate.UNKNOWN, "from May 2019, end not known"),
        ("2019-05", NoDate.OPEN, "since May 2019"),
        (None, "2017-03", "until Mar 2017"),
        (None, NoDate.UNKNOWN, "ended, day not known"),
        (None, None, ""),
    ],
)
def test_a_period_says_since_when_and_until_when(
    start: str | None, end: str | NoDate | None, words: str
) -> None:
    last = end if isinstance(end, NoDate) or end is None else parse(end)

    assert period_in_words(parse(start) if start else None, last, "en") == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "3 Nov 2025"),
        ("en-GB", "3 Nov 2025"),
        ("en-US", "Nov 3, 2025"),
        ("fr", "3 nov. 2025"),
        ("de", "3. Nov. 2025"),
        ("hi", "3 नव॰ 2025"),
        ("ja", "2025年11月3日"),
        ("none-such", "3 Nov 2025"),
        ("", "3 Nov 2025"),
    ],
)
def test_a_day_is_said_in_the_language_of_the_site(language: str, words: str) -> None:
    assert day_in_words(date(2025, 11, 3), language) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-08", "août 2024"),
        ("2024-08/2025-01", "août 2024 – janv. 2025"),
        ("2024-35", "T3 2024"),
        ("2024-08~", "about Aug 2024"),
        ("2024-08/..", "Aug 2024 or later"),
    ],
)
def test_a_date_that_needs_a_phrase_is_english_until_its_language_has_phrases(text: str, words: str) -> None:
    assert in_words(parse(text), "fr") == words
