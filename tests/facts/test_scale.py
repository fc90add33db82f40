"""The scales as their standards print them, and the words that a judgement's text must not hold."""

import pytest

from briefing.model.scale import (
    CONFIDENCE_WORDS,
    ICD203,
    PHIA,
    SCALES,
    Confidence,
    Credibility,
    Reliability,
    Scale,
    find_estimative,
    likelihood_words,
)


def test_icd_203_has_seven_bands_of_two_words_each_and_they_touch() -> None:
    assert [(band.index, band.label, band.low, band.high, band.printed) for band in ICD203.bands] == [
        (1, "almost no chance or remote", 1, 5, "01-05%"),
        (2, "very unlikely or highly improbable", 5, 20, "05-20%"),
        (3, "unlikely or improbable", 20, 45, "20-45%"),
        (4, "roughly even chance or roughly even odds", 45, 55, "45-55%"),
        (5, "likely or probable", 55, 80, "55-80%"),
        (6, "very likely or highly probable", 80, 95, "80-95%"),
        (7, "almost certain or nearly certain", 95, 99, "95-99%"),
    ]


def test_phia_has_seven_bands_and_its_gaps_stay_gaps() -> None:
    assert [(band.index, band.label, band.low, band.high, band.printed) for band in PHIA.bands] == [
        (1, "remote chance", 0, 5, "up to ~5%"),
        (2, "highly unlikely", 10, 20, "~10-20%"),
        (3, "unlikely", 25, 35, "~25-35%"),
        (4, "realistic possibility", 40, 50, "~40 to <50%"),
        (5, "likely or probable", 55, 75, "~55-75%"),
        (6, "highly likely", 80, 90, "~80-90%"),
        (7, "almost certain", 95, 100, "~95% and up"),
    ]


def test_scales_are_found_by_the_names_that_settings_use() -> None:
    assert dict(SCALES) == {"icd203": ICD203, "phia": PHIA}


def test_terms_come_row_by_row_from_the_least_likely() -> None:
    assert ICD203.terms == (
        "almost no chance", "very unlikely", "unlikely", "roughly even chance",
        "likely", "very likely", "almost certain",
        "remote", "highly improbable", "improbable", "roughly even odds",
        "probable", "highly probable", "nearly certain",
    )  # fmt: skip


@pytest.mark.parametrize("scale", SCALES.values(), ids=str)
def test_every_printed_term_belongs_to_one_band(scale: Scale) -> None:
    for band in scale.bands:
        assert all(scale.band_of(term) is band for term in band.terms)


@pytest.mark.parametrize(
    ("scale", "term", "index"),
    [
        (ICD203, "probably", 5),
        (ICD203, "improbably", 3),
        (ICD203, "almost certainly", 7),
        (PHIA, "likely", 5),
        (PHIA, "probable", 5),
        (PHIA, "likely or probable", 5),
    ],
)
def test_printed_forms_of_a_term_are_the_term(scale: Scale, term: str, index: int) -> None:
    band = scale.band_of(term)

    assert band is not None
    assert band.index == index


@pytest.mark.parametrize(
    ("scale", "term"),
    [
        (ICD203, "highly likely"),
        (ICD203, "realistic possibility"),
        (ICD203, "likely or probable"),
        (ICD203, "Likely"),
        (ICD203, "possible"),
        (ICD203, "60%"),
        (PHIA, "very likely"),
        (PHIA, "roughly even chance"),
        (PHIA, "remote"),
        (PHIA, ""),
    ],
)
def test_what_a_scale_does_not_print_is_no_term_of_it(scale: Scale, term: str) -> None:
    assert scale.band_of(term) is None
    assert scale.row_of(term) is None


def test_one_word_has_another_range_on_another_scale() -> None:
    icd, phia = ICD203.band_of("unlikely"), PHIA.band_of("unlikely")

    assert icd is not None
    assert phia is not None
    assert ((icd.low, icd.high), (phia.low, phia.high)) == ((20, 45), (25, 35))


@pytest.mark.parametrize(
    ("term", "row"),
    [
        ("likely", 1),
        ("almost certainly", 1),
        ("remote", 2),
        ("probably", 2),
        ("improbably", 2),
        ("nearly certain", 2),
    ],
)
def test_a_term_of_icd_203_is_of_one_row(term: str, row: int) -> None:
    assert ICD203.row_of(term) == row


def test_phia_has_no_rows_to_mix() -> None:
    assert PHIA.row_of("likely") is None
    assert PHIA.row_of("probable") is None


def test_confidence_has_one_to_three_marks() -> None:
    assert [(str(level), level.marks) for level in Confidence] == [("low", 1), ("moderate", 2), ("high", 3)]


def test_reliability_says_the_words_of_the_admiralty_code() -> None:
    assert [(grade.value, grade.words) for grade in Reliability] == [
        ("A", "Completely reliable"),
        ("B", "Usually reliable"),
        ("C", "Fairly reliable"),
        ("D", "Not usually reliable"),
        ("E", "Unreliable"),
        ("F", "Reliability cannot be judged"),
    ]


def test_credibility_says_the_words_of_the_admiralty_code() -> None:
    assert [(grade.value, grade.words) for grade in Credibility] == [
        (1, "Confirmed by other sources"),
        (2, "Probably true"),
        (3, "Possibly true"),
        (4, "Doubtful"),
        (5, "Improbable"),
        (6, "Truth cannot be judged"),
    ]


def test_f_and_6_are_not_judged_rather_than_worst() -> None:
    assert [grade for grade in Reliability if not grade.is_judged] == [Reliability.F]
    assert [grade for grade in Credibility if not grade.is_judged] == [Credibility.CANNOT_BE_JUDGED]
    with pytest.raises(TypeError):
        sorted(Reliability)  # type: ignore[type-var]
    with pytest.raises(TypeError):
        sorted(Credibility)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parliament is likely to ratify it.", ("likely",)),
        ("It is very\nunlikely to lapse.", ("very unlikely",)),
        ("Highly likely, then likely, then likely.", ("Highly likely", "likely")),
        ("The pact will almost certainly be renewed.", ("almost certainly",)),
        ("There is a roughly even chance of a deal.", ("roughly even chance",)),
        ("There is a realistic possibility of delay.", ("realistic possibility",)),
        ("The chance is remote.", ("chance is remote",)),
        ("We judge with high confidence that it holds.", ("high confidence",)),
        ("A high-confidence judgement.", ("high-confidence",)),
        ("Our confidence is low.", ("confidence is low",)),
        ("It is *probably* _improbable_.", ("probably", "improbable")),
        ("PROBABLE", ("PROBABLE",)),
    ],
)
def test_words_of_likelihood_and_confidence_are_found_in_a_sentence(
    text: str, found: tuple[str, ...]
) -> None:
    assert find_estimative(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "India gives the deal a chance.",
        "Tariffs stay high and growth low.",
        "Confidence-building measures are agreed.",
        "The government loses a vote of confidence.",
        "The minister is confident of a high turnout.",
        "A remote sensing satellite watches remote islands.",
        "The court finds probable cause.",
        "The likelihood of war is not its subject.",
        "Odds and ends are settled; certain items remain.",
        "The unlikeliest ally signs.",
        "",
    ],
)
def test_ordinary_words_are_no_false_alarm(text: str) -> None:
    assert find_estimative(text) == ()


@pytest.mark.parametrize("scale", SCALES.values(), ids=str)
def test_every_word_that_is_listed_is_found(scale: Scale) -> None:
    for word in (*likelihood_words(scale), *CONFIDENCE_WORDS):
        if word != "likely or probable":
            assert find_estimative(f"We say {word}.") == (word,)
