"""The linker against texts whose links people have set, where these lie beside the project."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefing.convert.markdown import Converter
from briefing.link import mentions
from briefing.link.locate import locate
from briefing.link.names import Name, Named, NameTable
from briefing.model.ref import Kind, Ref

CORPORA = Path(__file__).resolve().parents[3] / "shared/corpora"
GOLD, ACTORS = CORPORA / "linking-gold.jsonl", CORPORA / "linking-actors.jsonl"
EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="no shared/corpora beside the project")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def tables() -> Mapping[str, NameTable]:
    named: dict[str, list[Named]] = {}
    for row in rows(ACTORS):
        ref = Ref(Kind.ACTOR, row["id"])
        names = tuple(Name(text) for text in (row["name"], *row["aliases"]))
        named.setdefault(row["dict"], []).append(Named(ref, row["name"], names))
    return {key: NameTable.of(profiles) for key, profiles in named.items()}


def links(text: str, names: NameTable, converter: Converter) -> set[tuple[int, int, str]]:
    converted = converter.convert(text)
    found = mentions.find(converted.prose, names, links=converted.links)
    linked = [mention for mention in found if mention.linked]
    spans = locate(text, converted.prose, linked, lambda dyed: converter.convert(dyed).prose)
    assert None not in spans
    return {(*span, mention.ref.id) for mention, span in zip(linked, spans, strict=True) if span}


def overlaps(link: tuple[int, int, str], stretch: Mapping[str, Any]) -> bool:
    return bool(stretch["start"] < link[1] and link[0] < stretch["end"])


def test_links_are_those_that_people_have_set() -> None:
    converter, by_dictionary = Converter(EXTENSIONS, {"toc": {"permalink": True}}), tables()
    must = right = wrong = 0
    forbidden = []
    for text in rows(GOLD):
        wanted = {(link["start"], link["end"], link["actor"]): link["tier"] for link in text["links"]}
        must += sum(tier == "must" for tier in wanted.values())
        for link in links(text["text"], by_dictionary[text["dict"]], converter):
            if link in wanted:
                right += wanted[link] == "must"
                continue
            tier = next((one["tier"] for one in text["no_link"] if overlaps(link, one)), "wrong")
            if tier == "optional" or link[2] in text.get("ignore", ()):
                continue
            wrong += 1
            if tier == "must-not" or any(overlaps(link, one) for one in text["ambiguous"]):
                forbidden.append((text["id"], link))

    assert not forbidden
    assert right / must >= 0.98
    assert right / (right + wrong) >= 0.97
