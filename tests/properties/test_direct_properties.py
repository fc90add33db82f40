"""Whatever a text says, templates escape it as markupsafe does."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from briefing.pages.direct import safe

TEXTS = st.text() | st.text(alphabet="<>&\"'; \u2028a", max_size=12)


@given(TEXTS)
def test_a_text_is_escaped_as_by_markupsafe(text: str) -> None:
    assert safe(text) == escape(text)


@given(TEXTS)
def test_markup_stays_as_it_is(text: str) -> None:
    assert safe(Markup(text)) == text


@given(st.integers() | st.floats() | st.booleans() | st.none() | st.lists(st.text(), max_size=3))
def test_what_is_no_text_is_printed_as_by_markupsafe(value: object) -> None:
    assert safe(value) == escape(value)
