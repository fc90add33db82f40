"""The file that a draft becomes: ids, front matter, escaped text, encodings."""

from __future__ import annotations

from datetime import date
from typing import Any

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.convert.markdown import Converter
from briefing.model.marking import Marking
from briefing.model.ref import is_id
from briefing.model.unwritten import is_unwritten
from briefing.wire import document, draft, encoding, ids
from briefing.wire.escape import escape
from briefing.wire.names import Known

EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
)  # fmt: skip
TEXT = """Analysis: "pact" # not a comment: {x}
NEW DELHI, Nov 1 (Reuters) - <NCPA.S> rose *2* pct_now on Friday.
"""


def test_the_wire_s_own_words_stay_out_unless_they_may_be_used() -> None:
    found = draft.read(TEXT, Known(), date(2025, 11, 3))

    without, with_text = (
        document.write(found, Marking.GREEN, with_text=allowed) for allowed in (False, True)
    )

    assert "rose" not in without
    assert r"&lt;NCPA.S&gt; rose \*2\* pct\_now on Friday." in with_text
    assert [line for line in without.split("\n") if is_unwritten(line)] == [
        "Write: what happened, in your own words.",
        "Write: what of these proposals belongs in the article, then delete this section.",
    ]


def test_the_front_matter_is_filled_in_and_survives_hostile_titles() -> None:
    found = draft.read(TEXT, Known(), date(2025, 11, 3))

    matter: dict[str, Any] = frontmatter.loads(document.write(found, Marking.GREEN, with_text=False)).metadata

    assert matter["title"] == 'Analysis: "pact" # not a comment: {x}'
    assert (matter["status"], matter["date"]) == ("draft", date(2025, 11, 1))
    assert matter["marking"] == "TLP:GREEN"
    assert matter["sources"][0]["publisher"] == "Reuters"
    assert "the year 2025 follows from the day of filing" in matter["sources"][0]["note"]


def test_an_open_date_is_left_out_and_said() -> None:
    matter: dict[str, Any] = frontmatter.loads(
        document.write(draft.read(TEXT, Known()), Marking.GREEN, with_text=False)
    ).metadata

    assert "date" not in matter
    assert "gives no year; its date is open" in matter["sources"][0]["note"]


def test_what_is_to_be_settled_can_be_read_in_the_file() -> None:
    written = document.write(draft.read(TEXT, Known()), Marking.GREEN, with_text=False)

    assert "- The text says Nov 1 and gives no year: the date stays open.\n" in written


SIGNS = st.text(st.sampled_from("ab1 .:,-–+*_#<>&;()[]{}!?|=~^`\\\"'/@$%"), min_size=1, max_size=40)


@given(SIGNS)
def test_escaped_text_is_shown_sign_by_sign(text: str) -> None:
    text = " ".join(text.split())
    shown = Converter(EXTENSIONS, {}).convert(escape(text)).text

    assert shown.strip() == text


@given(st.text(max_size=200))
def test_every_title_makes_an_id(title: str) -> None:
    assert is_id(ids.of(title).id)


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Côte d'Ivoire’s summit", "cote-divoires-summit"),
        ("U.S. deal", "us-deal"),
        ("भारत", "wire"),
        ("2025", "wire-2025"),
        ("index", "wire-index"),
        ("very " * 40, "-".join(["very"] * 16)),
    ],
)
def test_ids_come_from_titles(title: str, id_: str) -> None:
    assert ids.of(title).id == id_


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        ("Ça".encode(), "Ça", "utf-8"),
        ("Ça".encode("utf-8-sig"), "Ça", "utf-8"),
        ("Côte summit".encode("latin-1"), "Côte summit", "latin-1"),
        ("a “pact” — here".encode("cp1252"), "a “pact” — here", "windows-1252"),
        ("Ça va".encode("utf-16"), "Ça va", "utf-16"),
        ("Hello there".encode("utf-16-be"), "Hello there", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str, name: str) -> None:
    assert encoding.decode(data) == encoding.Decoded(text, name)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03binary", "Ça va très".encode() + b"\xe9", "Привет мир".encode("cp1251")]
)
def test_doubtful_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        encoding.decode(data)
