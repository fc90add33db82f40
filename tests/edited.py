"""A small content, and ways to edit it, and to spoil what was kept of it, at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

ARTICLE = """\
---
title: "{title}"
summary: They met again.
date: 2025-11-0{day}
authors: [A. Writer]
topics: [trade]
marking: {marking}
events: [{{date: 2025-10-0{day}, title: "Talks {day}"}}]
sources: [{{title: Notes}}]
---
{body}
"""
BODIES = (
    "The talks went on.\n",
    "India met the United States. They spoke of trade.\n\n## What was said\n\nLittle that was new.\n",
    "India said nothing. See [[articles/a2]] and [a3](a3.md).\n\n## After\n\nTalks.\n\n## Then\n\nRest.\n",
    "A list:\n\n- one\n- two\n\nAnd a note.[^1]\n\n[^1]: Of little use.\n",
    "Falcon Group came.\n",
    "::: TLP:AMBER\nHarbour talks.\n:::\n\nThe rest is open.\n",
    "[[actors/nobody]] came.\n",
    "See [a chart](chart.csv).\n",
    "See [nothing](gone.md), and America.\n",
    "See [what was said](a5.md#what-was-said), [the end](a2.md#then) and [more](a6.md#after).\n",
    "Write: the account.\n",
    "An \u202einvisible sign.\n",
    "",
)
OPEN: dict[str, str] = {
    "mkdocs.yml": "site_name: Desk\nextra: {briefing: {marking: 'TLP:CLEAR', audience: public}}\n",
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\n---\nA country.\n",
    "docs/actors/us.md": "---\nname: United States\ntype: country\naliases: [America]\n---\n",
    "docs/actors/falcon.md": "---\nname: Falcon Group\ntype: group\nmarking: TLP:AMBER\n---\n",
    "docs/articles/chart.csv": "a,b\n1,2\n",
    **{
        f"docs/articles/a{day}.md": ARTICLE.format(
            title=f"Talks {day}", day=day, marking="TLP:CLEAR", body=BODIES[day % 4]
        )
        for day in range(1, 7)
    },
    **{
        f"briefs/b{day}.md": ARTICLE.format(title="What next", day=day, marking="TLP:CLEAR", body=BODIES[1])
        for day in range(7, 10)
    },
}

Step = Callable[[Path, random.Random], None]


def text(root: Path, chance: random.Random) -> None:
    """Another text for an article, or some words more."""
    path = an_article(root, chance)
    if path:
        matter = path.read_text(encoding="utf-8").rpartition("---\n")[0] + "---\n"
        path.write_text(matter + chance.choice(BODIES), encoding="utf-8")


def words(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        more = " ".join(chance.choices(["calm", "harbour", "tide", "Tuesday", "2031", "éclat"], k=9))
        path.write_text(path.read_text(encoding="utf-8") + f"\n{more}.\n", encoding="utf-8")


def title(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[1] = f'title: "Named {chance.randrange(99)}"\n'
        path.write_text("".join(lines), encoding="utf-8")


def marking(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        said = path.read_text(encoding="utf-8")
        old, new = chance.sample(["marking: TLP:CLEAR", "marking: TLP:AMBER"], 2)
        path.write_text(said.replace(old, new), encoding="utf-8")


def status(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        said = path.read_text(encoding="utf-8").replace("status: draft\n", "")
        new = said.replace("authors:", "status: draft\nauthors:") if chance.random() < 0.6 else said
        path.write_text(new, encoding="utf-8")


def rename(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        path.rename(path.with_name(f"n{chance.randrange(999)}.md"))


def delete(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        path.unlink()


def add(root: Path, chance: random.Random) -> None:
    said = ARTICLE.format(title="New", day=8, marking="TLP:CLEAR", body=chance.choice(BODIES))
    (root / f"docs/articles/x{chance.randrange(999)}.md").write_text(said, encoding="utf-8")


def alias(root: Path, chance: random.Random) -> None:
    name = chance.choice(["Bharat", "talks", "Delhi"])
    said = f"---\nname: India\ntype: country\naliases: [{name}]\n---\nA country.\n"
    (root / "docs/actors/india.md").write_text(said, encoding="utf-8")


def setting(root: Path, chance: random.Random) -> None:
    said = OPEN["mkdocs.yml"].replace("Desk", chance.choice(["Desk", "Other desk"]))
    (root / "mkdocs.yml").write_text(said, encoding="utf-8")


def attachment(root: Path, chance: random.Random) -> None:
    (root / "docs/articles/chart.csv").write_text(f"a,b\n{chance.randrange(99)},2\n", encoding="utf-8")


def touch(root: Path, chance: random.Random) -> None:
    for path in root.rglob("*.md"):
        path.touch()


EDITS: tuple[Step, ...] = (
    text, text, words, words, words, title, marking, status, rename, delete, add, alias, setting,
    attachment, touch,
)  # fmt: skip


def an_article(root: Path, chance: random.Random) -> Path | None:
    found = sorted((*(root / "docs/articles").glob("*.md"), *(root / "briefs").glob("*.md")))
    return chance.choice(found) if found else None


def spoil_kept(kept: Path, chance: random.Random) -> None:
    """A bit falls over in what the last build has left."""
    path = chance.choice(sorted(path for path in kept.rglob("*") if path.is_file()))
    data = bytearray(path.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1
        path.write_bytes(data)


def cut_kept(kept: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(path for path in kept.rglob("*") if path.is_file()))
    path.write_bytes(path.read_bytes()[: chance.randrange(200)])


def write(root: Path) -> Path:
    for name, said in OPEN.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(said, encoding="utf-8")
    return root
