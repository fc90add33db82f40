"""Terms of agreements: what ISO 8601 durations mean, and what authors are told of other strings."""

import pytest

from briefing.model.duration import Duration, in_words, parse


@pytest.mark.parametrize(
    ("text", "duration", "words"),
    [
        ("P10Y", Duration("P10Y", years=10), "10 years"),
        ("P1Y", Duration("P1Y", years=1), "1 year"),
        ("P6M", Duration("P6M", months=6), "6 months"),
        ("P1Y6M", Duration("P1Y6M", years=1, months=6), "1 year 6 months"),
        ("P90D", Duration("P90D", days=90), "90 days"),
        ("P2W", Duration("P2W", weeks=2), "2 weeks"),
        ("P120M", Duration("P120M", months=120), "120 months"),
        ("P1Y0M1D", Duration("P1Y0M1D", years=1, days=1), "1 year 1 day"),
    ],
)
def test_a_duration_is_said_as_its_source_counts_it(text: str, duration: Duration, words: str) -> None:
    assert parse(text) == duration
    assert str(parse(text)) == text
    assert in_words(duration) == words


def test_a_duration_speaks_the_language_of_the_site() -> None:
    assert in_words(parse("P1Y6M"), "fr") == "1 an 6 mois"


TERMS = "write P10Y for ten years, P1Y6M for a year and six months, P90D for ninety days"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("10 years", '"10 years" is no duration: write P10Y'),
        ("10-year", '"10-year" is no duration: write P10Y'),
        ("6 months", '"6 months" is no duration: write P6M'),
        ("10Y", '"10Y" is no duration: write P10Y'),
        ("p10y", '"p10y" is no duration: write P10Y'),
        ("P1.5Y", '"P1.5Y" is no duration: write whole numbers, P1Y6M for a year and a half'),
        ("PT10H", '"PT10H" is no duration: a term has no time of day; write P10Y, P1Y6M or P90D'),
        ("P1YT1H", '"P1YT1H" is no duration: a term has no time of day; write P10Y, P1Y6M or P90D'),
        ("P0Y", '"P0Y" lasts no time: write how long it runs, as in P10Y'),
        ("P", f'"P" is no duration: {TERMS}'),
        ("", f'"" is no duration: {TERMS}'),
        ("P6M1Y", f'"P6M1Y" is no duration: {TERMS}'),
        ("P-1Y", f'"P-1Y" is no duration: {TERMS}'),
        ("P10", f'"P10" is no duration: {TERMS}'),
        ("P٣Y", f'"P٣Y" is no duration: {TERMS}'),
        ("ten years", f'"ten years" is no duration: {TERMS}'),
    ],
)
def test_a_refusal_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse(text)

    assert str(refused.value) == message
