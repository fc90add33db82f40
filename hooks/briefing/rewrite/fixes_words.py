"""Fixes of single values: quotes where YAML misreads a text, dates, choices and ids that are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import edtf, edtf_advice
from briefing.model.fields import DAY, Tag
from briefing.model.ref import Ref
from briefing.parse.stretches import Form
from briefing.rewrite.edits import Edit
from briefing.rewrite.fixes_keys import meant_by
from briefing.rewrite.fixes_view import Ground, Value, View, quoted
from briefing.validate import references

WRITE = re.compile(r"write ([A-Za-z:+-]+)")
"""The remedy of a value that differs from one of the choices by its case, or is the old word for one."""
WRITE_TERM = re.compile(r"write `([a-z ]+)`")
"""That of a likelihood which differs likewise from a term of the scale."""


def no_text(view: View) -> Iterator[Edit]:
    """B203: YAML reads a text as a number, a day, yes or no."""
    for _, value, _ in view.of("B203"):
        yield from _in_quotes(view, value)


def number(view: View) -> Iterator[Edit]:
    """B218: a title that is a number."""
    for _, value, _ in view.of("B218"):
        yield from _in_quotes(view, value)


def _in_quotes(view: View, value: Value) -> Iterator[Edit]:
    """The value in quotes, as it stands; where nothing stands, nothing can be meant."""
    if value.scalar and value.at.form is Form.PLAIN and value.scalar.tag not in (Tag.TEXT, Tag.NOTHING):
        yield Edit(value.at.start, value.at.end, quoted(view.raw(value)))


def no_day(view: View) -> Iterator[Edit]:
    """B206: a day in another form, where it can be only one day."""
    for _, value, _ in view.of("B206"):
        meant = _date_meant(value)
        if meant and DAY.fullmatch(meant):
            yield from _instead(view, value, meant, is_text=False)


def no_date(view: View) -> Iterator[Edit]:
    """B207: a date in another form, where it can mean only one."""
    for _, value, _ in view.of("B207"):
        meant = _date_meant(value)
        if meant:
            yield from _instead(view, value, meant, is_text=False)


def _instead(view: View, value: Value, text: str, *, is_text: bool = True) -> Iterator[Edit]:
    edit = value.with_text(text, view.raw(value), is_text=is_text)
    if edit:
        yield edit


def _date_meant(value: Value) -> str | None:
    meant = edtf_advice.meant(value.scalar.text) if value.scalar else None
    if meant is None:
        return None
    try:
        return edtf.parse(meant).text
    except ValueError:
        return None


def no_choice(view: View) -> Iterator[Edit]:
    """B208: one of the choices in other letters, or the old word for one."""
    yield from _as_told(view, "B208", WRITE)


def no_term(view: View) -> Iterator[Edit]:
    """B701: a term of the scale in other letters."""
    yield from _as_told(view, "B701", WRITE_TERM)


def _as_told(view: View, code: str, telling: re.Pattern[str]) -> Iterator[Edit]:
    """What the remedy of a problem says in so many words."""
    for _, value, problem in view.of(code):
        remedy = telling.fullmatch(problem.remedy)
        if remedy:
            yield from _instead(view, value, remedy[1])


def misspelt_id(view: View) -> Iterator[Edit]:
    """B301: an id that has become another, or is a slip of the pen for one."""
    document = view.document
    for path, ref in references.of(document) if document else ():
        value = view.values.get(path)
        new = _id_meant(ref, view.ground) if value and value.scalar else None
        if new is None or value is None or value.scalar is None:
            continue
        before, _, after = value.scalar.text.strip().partition(ref.id)
        if before in ("", f"{ref.kind}/") and after[:1] in ("", "#"):
            yield from _instead(view, value, f"{before}{new}{after}")


def _id_meant(ref: Ref, ground: Ground) -> str | None:
    """The id that is there, for one that is not."""
    if ref in ground.known:
        return None if ground.known[ref] == ref.id else ground.known[ref]
    return meant_by(ref.id, ground.advice[ref.kind].nearest(ref.id))
