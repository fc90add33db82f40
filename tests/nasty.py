"""The small bad and strange inputs of the shared corpora, each as a content root of ours."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "shared" / "corpora" / "nasty"
FOREIGN_KEY = re.compile(rb"^type: article\r?\n", re.MULTILINE)
"""The corpus writes its kind into each article; here the folder says it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One input, what is expected of it, and the words that the message must hold."""

    file: str
    expect: str
    keywords: tuple[tuple[str, ...], ...]

    def write(self, root: Path) -> Path:
        """The case on top of what every case stands on."""
        write_base(root)
        if self.file.startswith("articles/"):
            for file in self._files():
                write_article(root, file)
        else:
            kind = "actors" if "actors" in self.file else "topics"
            write_registry(root, kind, (FOLDER / self.file).read_text(encoding="utf-8"))
        return root

    def _files(self) -> list[Path]:
        """The file, and where the case is a pair, its other half."""
        pair = re.fullmatch(r"(articles/id-dup-(?:case-)?)[ab]\.md", self.file)
        return sorted(FOLDER.glob(f"{pair[1]}?.md")) if pair else [FOLDER / self.file]


def cases() -> Iterator[Case]:
    """Every case but those of the import."""
    if not FOLDER.is_dir():
        return
    with (FOLDER / "EXPECT.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row["file"].startswith(("base/", "import/")):
                keywords = tuple(tuple(group.split("|")) for group in row["keywords"].split(";") if group)
                yield Case(row["file"], row["expect"], keywords)


def write_base(root: Path) -> None:
    """The actors, the topics and the good article that every case may lean on."""
    for kind in ("actors", "topics"):
        write_registry(root, kind, (FOLDER / "base" / f"{kind}.yml").read_text(encoding="utf-8"))
    write_article(root, FOLDER / "base" / "good.md")


def write_article(root: Path, file: Path) -> None:
    """One article, byte for byte but for the key that is not ours."""
    place = root / "docs" / "articles" / file.name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(FOREIGN_KEY.sub(b"", file.read_bytes()))


def write_registry(root: Path, kind: str, text: str) -> None:
    """Each entry of a registry as a profile; a registry that is no YAML becomes one profile as it stands."""
    folder = root / "docs" / kind
    folder.mkdir(parents=True, exist_ok=True)
    try:
        entries: list[dict[str, Any]] = yaml.safe_load(text) or []
    except yaml.YAMLError:
        (folder / "broken.md").write_text(f"---\n{text}---\n", encoding="utf-8")
        return
    for entry in entries:
        matter: Mapping[str, Any] = {
            "part_of" if key == "parent" else key: value for key, value in entry.items() if key != "id"
        }
        written = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False)
        (folder / f"{entry['id']}.md").write_text(f"---\n{written}---\n", encoding="utf-8")
