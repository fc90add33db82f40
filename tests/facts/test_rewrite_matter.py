"""Front matter changed where it stands: values, items and keys, and not a sign besides."""

from __future__ import annotations

import pytest

from briefing.model.fields import Scalar, Tag
from briefing.model.source import Place, Source, SrcUri
from briefing.parse import stretches
from briefing.parse.stretches import Form
from briefing.rewrite import comments, matter
from briefing.rewrite.matter import Add, ByHand, Change, Drop, Extend, Put

ORDER = ("name", "updated", "aliases", "topics", "former")


def changed(front_matter: str, *changes: Change) -> str:
    source = Source(SrcUri("docs/topics/a.md"), f"---\n{front_matter}---\nText.\n")
    done = matter.changed(source, changes, ORDER).text
    assert done.endswith("---\nText.\n")
    return done.removeprefix("---\n").removesuffix("---\nText.\n")


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("a: old # why\n", "a: new # why\n"),
        ("a: 'old'\n", "a: 'new'\n"),
        ('a: "old"\n', 'a: "new"\n'),
        ('a: " old "\n', 'a: "new"\n'),
        ('a: "ol\\x64"\n', 'a: "new"\n'),
        ("a: >-\n  old\nb: x\n", "a: >-\n  new\nb: x\n"),
        ("{a: old, b: old}\n", "{a: new, b: old}\n"),
        ("? a\n: old\n", "? a\n: new\n"),
        ("a:\n\n  old\n", "a:\n\n  new\n"),
    ],
)
def test_a_value_keeps_its_writing(written: str, now: str) -> None:
    assert changed(written, Put(("a",), Scalar("new"))) == now


@pytest.mark.parametrize("word", ["no", "on", "null", "0x1f", "2025-01-01", "12"])
def test_a_word_that_yaml_takes_for_something_else_gets_quotes(word: str) -> None:
    assert changed("a: old\n", Put(("a",), Scalar(word))) == f'a: "{word}"\n'


def test_a_day_stays_without_quotes() -> None:
    assert changed("a: 2025-01-01\n", Put(("a",), Scalar("2025-02-01", Tag.DAY))) == "a: 2025-02-01\n"


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("a: [x, y, z]\n", "a: [x, z]\n"),
        ("a: [x, y]\n", "a: [x]\n"),
        ("a: [x,\n  y, # why\n  ]\n", "a: [x, # why\n  ]\n"),
        ("a:\n- x\n- y # why\n- z\n", "a:\n- x\n- z\n"),
        ("a:\n  - x\n  -   y\n", "a:\n  - x\n"),
        ("a:\n  - x\n  -\n    y\n# more\nb: z\n", "a:\n  - x\n# more\nb: z\n"),
    ],
)
def test_an_item_goes_with_its_line(written: str, now: str) -> None:
    assert changed(written, Drop(("a", 1))) == now


def test_several_items_go_at_once() -> None:
    assert changed("a: [x, y, z]\nb:\n  - x\n", Drop(("a", 0)), Drop(("a", 2))) == "a: [y]\nb:\n  - x\n"


def test_a_key_goes_with_its_last_item() -> None:
    assert changed("name: n\na:\n  - x # why\nb: [y]\n", Drop(("a", 0)), Drop(("b", 0))) == "name: n\n"


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("former: [x]\n", "former: [x, old, 'no']\n"),
        ("former: []\n", "former: [old, 'no']\n"),
        ("former: [x,\n  y, # why\n]\n", "former: [x,\n  y, old, 'no', # why\n]\n"),
        ("former:\n- x # why\n\nb: y\n", "former:\n- x # why\n- old\n- 'no'\n\nb: y\n"),
        ("former:\n    - x\n", "former:\n    - x\n    - old\n    - 'no'\n"),
        ("name: n # why\nb: y\n", "name: n # why\nformer: [old, 'no']\nb: y\n"),
        ("name: n\ntopics:\n  - x\n", "name: n\ntopics:\n  - x\nformer: [old, 'no']\n"),
        ("  name: n\n", "  name: n\n  former: [old, 'no']\n"),
        ("{name: n}\n", "{name: n, former: [old, 'no']}\n"),
        ("name: |\n  n\n\nb: y\n", "name: |\n  n\nformer: [old, 'no']\n\nb: y\n"),
    ],
)
def test_items_join_a_list_in_its_own_writing(written: str, now: str) -> None:
    assert changed(written, Extend("former", (Scalar("old"), Scalar("no")))) == now


def test_entries_with_keys_of_their_own_join_both_kinds_of_list() -> None:
    entry = {"name": Scalar("a: b"), "from": Scalar("2024-05", Tag.TEXT), "in": [Scalar("x")]}

    assert changed("aliases: [y]\n", Extend("aliases", (entry,))) == (
        "aliases: [y, {name: 'a: b', from: 2024-05, in: [x]}]\n"
    )
    assert changed("aliases:\n  - y\n", Extend("aliases", (entry,))) == (
        "aliases:\n  - y\n  - name: 'a: b'\n    from: 2024-05\n    in:\n      - x\n"
    )


def test_a_new_key_stands_where_the_order_has_it() -> None:
    done = changed("name: n\naliases: [a]\n", Add("updated", Scalar("2025-01-01", Tag.DAY)))

    assert done == "name: n\nupdated: 2025-01-01\naliases: [a]\n"


def test_all_changes_of_one_front_matter_are_made_together() -> None:
    done = changed(
        "name: n\ntopics:\n  - a\n  - b\n  - c\n",
        Extend("topics", (Scalar("d"),)),
        Drop(("topics", 1)),
        Put(("topics", 2), Scalar("new")),
        Add("note", Scalar("one\n\ntwo: # three")),
    )

    assert done == "name: n\ntopics:\n  - a\n  - new\n  - d\nnote: 'one\n\n\n  two: # three'\n"


@pytest.mark.parametrize(
    ("written", "change", "at"),
    [
        ("a:\n  - - x\n    - y\n", Drop(("a", 0, 0)), (3, 7)),
        ("a: {b: [x]}\n", Drop(("a", "b", 0)), (2, 9)),
    ],
)
def test_what_cannot_be_changed_safely_is_left(written: str, change: Change, at: tuple[int, int]) -> None:
    with pytest.raises(ByHand) as raised:
        changed(written, change)

    assert raised.value.at == Place(*at)


def test_every_value_has_its_stretch() -> None:
    text = '---\na: "x"  # c\nb:\n  - y\n  - {c: z}  # d\n\n# e\nd: >-\n  f\n  g\n\nh:\n---\n'
    at = stretches.of(Source(SrcUri("docs/topics/a.md"), text))

    written = {path: (text[one.start : one.end], one.form) for path, one in at.items() if path}

    assert written == {
        ("a",): ('"x"', Form.QUOTED),
        ("b",): ("- y\n  - {c: z}", Form.BLOCK),
        ("b", 0): ("y", Form.PLAIN),
        ("b", 1): ("{c: z}", Form.FLOW),
        ("b", 1, "c"): ("z", Form.PLAIN),
        ("d",): (">-\n  f\n  g", Form.FOLDED),
        ("h",): ("", Form.PLAIN),
    }


def test_comments_are_told_from_what_looks_like_them() -> None:
    text = "---\n# one\na: b#c # two\nd: '# no'\ne: |\n  # no\nf: [g, # three\n  h]\n---\n# no\n"

    found = list(comments.find(Source(SrcUri("docs/topics/a.md"), text)))

    assert found == [(2, 1), (3, 8), (7, 8)]
