"""Texts, tables and data pass as they are, if that is what they are."""

from __future__ import annotations

import pytest

from briefing.link import publishable
from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import files
from briefing.strip.stripped import Stripped


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.TXT", "Ünïcode\r\n\tand tabs".encode()),
        ("a.csv", b"\xef\xbb\xbfname;number\r\nx;1\r\n"),
        ("a.tsv", b"name\tnumber\n"),
        ("a.json", b'{"a": [1, 2.5, null]}'),
        ("a.json", b"\xef\xbb\xbf[]"),
        ("a.geojson", b'{"type": "Point", "coordinates": [1, 2]}'),
        ("a.txt", b"a < b, <b> and % signs"),
    ],
)
def test_a_text_passes_as_it_is(name: str, data: bytes) -> None:
    assert files.strip(SrcUri(name), data) == Stripped(data, ())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"caf\xe9", "UTF-8"),
        ("a.csv", "a,b".encode("utf-16"), "UTF-8"),
        ("a.txt", b"a\0b", "U+0000"),
        ("a.csv", b"a\x1b[31mb", "U+001B"),
        ("a.txt", b"\n <!DOCTYPE html><title>x</title>", "page"),
        ("a.csv", b"\xef\xbb\xbf<script>", "page"),
        ("a.txt", b"%PDF-1.7", "page"),
        ("a.json", b'{"a":', "no JSON"),
        ("a.json", b"[" * 200_000, "no JSON"),
        ("a.json", b"1" * 30_000_000, "at most"),
        ("a.geojson", b"<html>", "page"),
    ],
)
def test_what_is_no_text_is_refused(name: str, data: bytes, said: str) -> None:
    found = files.strip(SrcUri(name), data)

    assert isinstance(found, Refusal)
    assert said in found.reason


def test_every_type_that_may_be_published_can_be_stripped() -> None:
    for type_ in files.BY_TYPE:
        assert publishable.refusal(SrcUri(f"docs/a{type_}")) is None
        assert isinstance(files.strip(SrcUri(f"docs/a{type_.upper()}"), b"\0"), Refusal)


@pytest.mark.parametrize("type_", publishable.UNSURE)
def test_a_type_that_says_more_than_it_shows_is_refused_with_a_way_out(type_: str) -> None:
    found = publishable.refusal(SrcUri(f"docs/articles/annex{type_.upper()}"))

    assert found is not None
    assert found.remedy == publishable.UNSURE[type_]
    assert type_ not in files.BY_TYPE


@pytest.mark.parametrize(
    "name", ["data/new.csv", "\u017fearch/words.json", "MANIFEST.json", "\u017fbom.cdx.json"]
)
def test_an_address_of_the_site_s_own_is_refused_in_any_letters(name: str) -> None:
    found = publishable.refusal(SrcUri(f"docs/{name}"))

    assert found is not None
    assert "to the site itself" in found.reason
