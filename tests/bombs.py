"""Small ideas of hostile authors that grow: texts that are cheap to write and dear to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

MATTER = "title: Bomb\nsummary: One.\ndate: 2025-01-02\ntopics: [trade]\nsources: [{title: A statement}]\n"
Bomb = Callable[[int], str]
"""The text of a bomb of about so many characters."""


def again(unit: str) -> Bomb:
    return lambda size: unit * (size // len(unit))


def counted(unit: str) -> Bomb:
    """The unit again and again, each time with another number in it."""
    return lambda size: "".join(unit.replace("%", str(n)) for n in range(size // (len(unit) + 4)))


def deeper(unit: str, step: int = 4) -> Bomb:
    """The unit on line after line, each further in."""

    def grown(size: int) -> str:
        lines = int((2 * size / step) ** 0.5)
        return "".join(f"{' ' * (step * level)}{unit}\n" for level in range(lines))

    return grown


def halves(first: Bomb, second: Bomb) -> Bomb:
    return lambda size: f"{first(size // 2)}\n\n{second(size // 2)}"


REFUSED_BODIES: Mapping[str, Bomb] = {
    "brackets": again("["),
    "links-begun": again("[a]("),
    "pictures-begun": again("!["),
    "references-begun": again("[a]["),
    "brackets-in-brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "brackets-in-paragraphs": again("[ " * 400 + "\n\n"),
    "behind-an-open-fence": lambda size: "```\n" + "[" * size,
    "links": again("[a](b) "),
    "hand-links": again("[[india]] "),
    "backslashes": again("\\"),
    "code": again("`a` "),
    "ticks": again("` `` ``` "),
    "emphasis": again("*a* "),
    "emphasis-crossed": again("**a *b "),
    "entities": again("&lt;"),
    "tags": again("<b>"),
    "tags-never-closed": counted("<b class=x%>a\n\n"),
    "tags-in-cells-never-closed": counted("<table><td><b class=x%></table>a\n\n"),
    "tags-in-lines": again("<div>\n"),
    "ends-of-tags": again("</a>"),
    "quotes": again(">"),
    "lines": lambda size: "a\n" * max(size // 2, 101_000) + ": b\n",
    "paragraphs": lambda size: "x[^a]\n\n[^a]: b\n" + "    b\n\n" * max(size // 7, 31_000),
    "quotes-and-lists-in-lines": again("> - " * 400 + "x\n\n"),
    "list-items": lambda size: "- a\n\n" * max(size // 5, 51_000),
    "quotes-and-lists": again("> - "),
    "lists-on-one-line": again("- " * 40 + "a\n"),
    "headings": again("# a\n\n"),
    "headings-in-a-row": again("# a\n"),
    "underlines": again("a\n=\n"),
    "contents": again("[TOC]\n\n"),
    "contents-of-headings": halves(again("[TOC]\n\n"), again("# a\n\n")),
    "admonitions": again("!!! a\n"),
    "details": again("??? a\n"),
    "fences": again("```\n"),
    "fences-of-languages": again("```python\nx = 1\n```\n\n"),
    "terms": again(": a\n"),
    "cells": lambda size: "|a" * (size // 4) + "|\n" + "|-" * (size // 4) + "|\n",
    "cells-left-out": lambda size: "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|c\n" * (size // 3),
    "cells-of-code": lambda size: "|a|b|\n|-|-|\n|" + "`c|" * (size // 3),
    "note-with-many-signs": lambda size: "x[^a] " * (size // 6) + "\n\n[^a]: note",
    "notes-in-notes": counted("[^a%]: b[^b%]\n\n"),
    "abbreviations": halves(counted("*[A%]: b\n"), again("A1 ")),
    "abbreviation-again": again("*[A]: b\n"),
    "abbreviation-used": lambda size: "*[A]: b\n\n" + "A " * (size // 2),
    "abbreviation-of-length": lambda size: "*[A]: " + "x" * (size // 2) + "\n\n" + "A " * (size // 4),
    "definitions": counted("[a%]: b\n"),
    "definition-without-address": again("[a]:\n"),
    "definition-of-length": lambda size: "[a]: b" + "x" * (size // 2) + "\n\n" + "[a] \n\n" * (size // 20),
}
"""Bodies that are refused."""
BORNE_BODIES: Mapping[str, Bomb] = {
    "prose": counted("The % talks went on, and on, and on, for weeks.\n\n"),
    "quotes-in-lines": lambda size: again("> " * 19 + "a\n\n")(min(size, 250_000)),
    "terms": lambda size: "a\n\n:   b\n\n" * min(size // 9, 14_000),
    "list-of-quotes": lambda size: "- > a\n\n" * min(size // 7, 29_000),
    "admonitions-in-a-row": lambda size: "??? note\n    a\n\n" * min(size // 16, 29_000),
    "code-of-languages": lambda size: "".join(
        f"```{language}\n{'m{' * 15_000}\n```\n\n" for language in ("perl", "mcschema", "python", "yaml")
    ),
    "one-word": again("a"),
    "one-line": again("word "),
    "marks": lambda size: again("e\u0301")(size // 2),
    "joiners": lambda size: again("\u05d0\u200f")(size // 3),
    "names": again("India, "),
    "names-without-blanks": again("India,"),
    "lists": lambda size: "- a\n" * min(size // 4, 50_000),
    "lists-in-lists": deeper("- a"),
    "admonitions-in-admonitions": lambda size: deeper("!!! note\n")(min(size, 20_000)),
    "tables": lambda size: "|a|b|\n|-|-|\n" + "|c|d|\n" * min(size // 6, 24_000),
    "code-in-lines": lambda size: "    a\n" * min(size // 6, 99_000),
    "link-to-nothing": lambda size: "[a](no.md)\n\n" * min(size // 12, 29_000),
    "links-to-nothing": lambda size: counted("[a](no-%.md)\n\n")(min(size, 400_000)),
    "hand-links-to-nothing": lambda size: counted("[[no-%]]\n\n")(min(size, 400_000)),
    "pictures-of-nothing": lambda size: counted("![a](no-%.png)\n\n")(min(size, 400_000)),
    "elements": lambda size: counted("<x%>a</x%>\n\n")(min(size, 100_000)),
    "ids-again": lambda size: "<p id=a>a</p>\n\n" * min(size // 15, 9_000),
    "addresses": again("http://a.b/c "),
    "comments": lambda size: counted("<!-- % -->\n\n")(min(size, 250_000)),
}
"""Bodies that are strange, and are laid out or said to be wrong, in time."""
MATTERS: Mapping[str, Bomb] = {
    "lists-in-lists": again("["),
    "lists-in-lines": again("- "),
    "keys-in-keys": again("{a: "),
    "keys-further-in": deeper("a:", 1),
    "entries": lambda size: f"{MATTER}see_also: [{'a, ' * (size // 3)}]",
    "keys": counted("k%: v\n"),
    "key-again": again("a: b\n"),
    "values": lambda size: "".join(f"k{n}: [{'a, ' * 1_900}]\n" for n in range(size // 5_700 + 12)),
    "text": lambda size: MATTER.replace("Bomb", "a" * size),
    "folded-text": lambda size: MATTER.replace("Bomb", ">\n" + "  a\n" * (size // 4)),
    "number": lambda size: MATTER.replace("Bomb", "9" * size),
    "base-sixty": lambda size: MATTER.replace("Bomb", "1" + ":1" * (size // 2)),
    "summary": lambda size: MATTER.replace("One.", f"'{'[a](' * (size // 4)}'"),
    "anchors": lambda size: "a: &a [x, x]\n" + "b: &b [*a, *a]\n" * (size // 15),
    "tag": lambda size: f"title: !{'a' * size} b",
    "quotation": lambda size: 'title: "' + "a" * size,
}
"""Front matters that are refused, or are an error in few words."""


def with_body(bomb: Bomb, size: int) -> str:
    return f"---\n{MATTER}---\n{bomb(size)}\n"


def with_matter(bomb: Bomb, size: int) -> str:
    return f"---\n{bomb(size)}\n---\nA text.\n"
