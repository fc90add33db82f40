"""A check that remembers what it has read and converted finds what one finds that does not."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.edge.content import memory
from briefing.edge.content.assemble import check
from briefing.edge.content.memory import Memory
from edited import EDITS, an_article, cut_kept, spoil_kept, write

TODAY = date(2025, 12, 1)
SLIPS = (
    ("title:", "titel:"),
    ("topics: [trade]", "topics: [tade, &a trade]"),
    ("date: 2025", "date: 2026"),
    ("---\n", "", 1),
    ("India", "Delhi, America"),
    ("See", "\u200bSee ![it](it.png), [[b7]], [[a2]] and"),
)


def shared(root: Path, chance: random.Random) -> None:
    """A name that could be two."""
    said = f"---\nname: India\ntype: country\naliases: [{chance.choice(['America', 'Delhi'])}]\n---\n"
    (root / "docs/actors/india.md").write_text(said, encoding="utf-8")


def slip(root: Path, chance: random.Random) -> None:
    path = an_article(root, chance)
    if path:
        said = path.read_text(encoding="utf-8").replace(*chance.choice(SLIPS))
        path.write_text(said, encoding="utf-8")


def rounds(folder: Path, chance: random.Random, count: int) -> int:
    """Edit, spoil what was kept, and hold each check against one without memory; how many found faults."""
    root, kept = write(folder / "root"), folder / "kept"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "FOLDER", kept)
        patch.setattr(memory, "FEWEST", 1)
        patch.setattr(memory, "FEWEST_OTHERS", chance.choice([1, 4]))
        faulty = 0
        for _ in range(count):
            for edit in chance.choices((*EDITS, shared, slip, slip), k=chance.choice([0, 1, 2, 4])):
                edit(root, chance)
            if kept.exists() and chance.random() < 0.2:
                chance.choice([spoil_kept, cut_kept])(kept, chance)
            remembered = Memory(root)
            found = check(root, today=TODAY, making=remembered.converter, recalling=remembered.read)
            remembered.keep(found.checks.reading.each)
            plain = check(root, today=TODAY)
            assert found.problems == plain.problems
            assert found.checks.reading == plain.checks.reading
            assert found.checks.content == plain.checks.content
            assert found.checks.texts == plain.checks.texts
            faulty += bool(plain.problems)
    return faulty


def test_any_edits_are_checked_as_if_nothing_was_remembered(tmp_path: Path) -> None:
    assert rounds(tmp_path, random.Random(5), 25) > 0


@pytest.mark.long
@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_so_are_many_more(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    assert rounds(tmp_path_factory.mktemp("rounds"), random.Random(seed), 40) > 0
