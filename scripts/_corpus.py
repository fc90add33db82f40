"""Makes corpora for the benchmark: the same documents as a content root of ours and as plain Markdown."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from _corpus_cast import Cast, Named
from _corpus_documents import Author, Document
from _corpus_prose import Language

SEED = 20251031
NAME = "A made-up desk"
ADDRESS = "https://example.org/"
INDEXES: Mapping[str, str] = {
    "index.md": "Home",
    "articles/index.md": "Articles",
    "briefs/index.md": "Briefs",
}
"""The index pages of the plain site, below its `docs/`."""
# The compiled dumper writes the same text ten times as fast; not every system has it.
FASTEST: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Dumper(FASTEST):  # type: ignore[misc]
    """Writes every value out: our front matter has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus on disk."""

    folder: Path
    documents: int

    @property
    def root(self) -> Path:
        """The content root."""
        return self.folder / "root"

    @property
    def plain(self) -> Path:
        """What other builders build from: the same bodies below `docs/`, with a title and a date."""
        return self.folder / "plain"


@dataclass(frozen=True, slots=True)
class Written:
    """One file of both sites: its path below the plain site's `docs/`, front matter for either, the body."""

    path: str
    ours: Mapping[str, Any]
    theirs: Mapping[str, Any]
    body: str

    @property
    def place(self) -> str:
        """Its path in the content root, where briefs lie outside `docs/`."""
        return self.path if self.path.startswith("briefs/") else f"docs/{self.path}"


def write(folder: Path, documents: int, seed: int = SEED) -> Corpus:
    """Write the corpus into a folder that holds none yet; the same for the same numbers, on every machine."""
    corpus = Corpus(folder, documents)
    save(corpus.root / "mkdocs.yml", yaml.safe_dump({"site_name": NAME, "site_url": ADDRESS}))
    for path, title in INDEXES.items():
        save(corpus.plain / "docs" / path, f"# {title}\n\nMade up for a benchmark.\n")
    for one in files(documents, seed):
        save(corpus.root / one.place, text(one.ours, one.body))
        save(corpus.plain / "docs" / one.path, text(one.theirs, one.body))
    return corpus


def files(documents: int, seed: int = SEED) -> Iterator[Written]:
    """All profiles, and as many documents as asked for, two thirds of them articles."""
    chance = random.Random(f"{seed} cast")
    language = Language.of(chance)
    cast = Cast.of(chance, language)
    for kind, named in (("actors", cast.actors), ("topics", cast.topics), ("agreements", cast.agreements)):
        yield from (_profile(kind, one, chance, language, cast) for one in named)
    author = Author(seed, language, cast)
    yield from (_document(author.document(number)) for number in range(documents))


def _profile(kind: str, one: Named, chance: random.Random, language: Language, cast: Cast) -> Written:
    named = [other.full for other in cast.some_actors(chance, 2) if other.id != one.id]
    ours = {**one.matter, "summary": language.sentence(chance, 12)}
    body = f"{language.paragraph(chance, 40, named)}\n\n{language.paragraph(chance, 30)}\n"
    return Written(f"{kind}/{one.id}.md", ours, {"title": one.full}, body)


def _document(document: Document) -> Written:
    heading = document.heading
    theirs = {
        "title": heading.title,
        "date": heading.day,
        **{key: document.matter[key] for key in ("actors", "topics")},
    }
    return Written(f"{heading.folder}/{heading.id}.md", document.matter, theirs, document.body)


def text(matter: Mapping[str, Any], body: str) -> str:
    """A file with its front matter."""
    lines = yaml.dump(dict(matter), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return f"---\n{lines}---\n{body}"


def save(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")


def change_body(corpus: Corpus, number: int) -> None:
    """A further sentence at the end of one article, the same for every builder."""
    for path in _first_article(corpus):
        save(path, path.read_text(encoding="utf-8") + f"\nThat was said {number} times.\n")


def change_title(corpus: Corpus, number: int) -> None:
    """A new title for one article, which the pages that link to it show."""
    for path in _first_article(corpus):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        titled = (f"title: Once more, {number}\n" if line.startswith("title: ") else line for line in lines)
        save(path, "".join(titled))


def add_actor(corpus: Corpus, number: int) -> None:
    """A new actor, whom no document names yet."""
    name = f"Zz {'Z' * number}"
    ours = text({"name": name, "type": "group"}, "Nobody knows them yet.\n")
    save(corpus.root / f"docs/actors/zz{number}.md", ours)
    save(corpus.plain / f"docs/actors/zz{number}.md", text({"title": name}, "Nobody knows them yet.\n"))


def _first_article(corpus: Corpus) -> tuple[Path, Path]:
    """The same article in both sites."""
    first = min((corpus.root / "docs/articles").rglob("*.md"))
    return first, corpus.plain / first.relative_to(corpus.root)
