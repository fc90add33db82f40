"""A content root of hostile authors: payloads in every body, every field, every name, file and setting."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from briefing.convert.markdown import Converter
from briefing.edge.authors import wire_files
from briefing.edge.authors.wire_files import Read
from briefing.edge.content import configuration
from briefing.edge.tool import TOOL
from briefing.model.documents import Page
from briefing.model.ref import Kind
from briefing.model.unwritten import MARKER
from briefing.validate.matter import MODELS
from briefing.wire.escape import escape
from payloads import catalogue, files, packing, wires
from payloads.catalogue import Payload, Texts
from payloads.fields import Filler
from payloads.packing import Pack

FOLDERS: Mapping[Kind, str] = {kind: "briefs" if kind is Kind.BRIEF else f"docs/{kind}" for kind in Kind}
PAGES = "docs/about"
PLACES = (*FOLDERS.values(), PAGES)
PACK = 200
KNOWN = frozenset({"hostile", "hostile-article", "articles/hostile-article", "actors/hostile"})
WIRES = 12


class Plain(yaml.SafeDumper):
    """Writes what stands twice twice: front matter has no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass(frozen=True)
class Root:
    """What was written, and what of it the checks refused."""

    folder: Path
    bodies: tuple[Payload, ...]
    texts: tuple[Payload, ...]
    fields: frozenset[str]
    refused: tuple[Payload, ...]
    """Those of bodies that are errors, and get no page: links by hand to nothing."""

    @property
    def count(self) -> int:
        """How many payloads there are, in bodies, in fields, in wires and in files."""
        return len(self.bodies) + len(self.texts) + len(files.everything())


def write(folder: Path, *, share: int = 1, documents: int = 12) -> Root:
    """The root in a folder: one payload of every `share` in bodies, and so many documents of each kind full of fields."""
    settings = configuration.load(TOOL)
    converter = Converter(settings.extensions, settings.extension_configs)
    bodies = tuple(catalogue.chosen(catalogue.bodies(), share))
    texts = Texts(first=100_000)
    filler = Filler(texts)
    names = list(_fields(folder, filler, documents))
    _ground(folder, texts)
    _settings(folder, texts)
    _files(folder)
    _names(folder, names)
    _wires(folder, texts, [one.text for one in bodies[::20]])
    tried = [packing.alone(one, converter) for one in bodies]
    refused = tuple(one.payload for one in tried if not KNOWN.issuperset(one.leads))
    released = [one for one in tried if KNOWN.issuperset(one.leads)]
    for pack, path in zip(packing.packs(released, PACK, converter), _paths(), strict=False):
        _body(folder, path, pack)
    return Root(folder, bodies, tuple(texts.dealt), frozenset(filler.fields), refused)


def _write(folder: Path, path: str, matter: Mapping[str, Any], body: str = "") -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.dump(dict(matter), Dumper=Plain, sort_keys=False, allow_unicode=True, width=100_000)
    place.write_text(f"---\n{front}---\n{body}", encoding="utf-8", newline="\n")


def _fields(folder: Path, filler: Filler, documents: int) -> Iterator[str]:
    """Documents with every field filled, and their names, which other texts then say."""
    for kind, number in itertools.product(Kind, range(documents)):
        matter = filler.matter(MODELS[kind].model_json_schema(by_alias=True), kind)
        matter["id"] = f"field-{number}"
        if number % 4 == 3:
            matter["status"] = "withdrawn"
        if kind.is_profile:
            yield matter["name"]
            yield from (alias["name"] for alias in matter["aliases"])
            matter["aliases"] = [{**alias, "link": "always"} for alias in matter["aliases"]]
        _write(folder, f"{FOLDERS[kind]}/field-{number}.md", matter, "Some text.\n")
    for number in range(documents):
        matter = filler.matter(Page.model_json_schema(by_alias=True), "pages")
        _write(folder, f"{PAGES}/field-{number}.md", matter, "Some text.\n")


def _ground(folder: Path, texts: Texts) -> None:
    """What all the others refer to; its names are payloads, too, for links by hand say them."""
    base: dict[str, Any] = {"topics": ["hostile-topic"], "authors": ["desk"], "date": "2025-11-01"}
    for path, matter in (
        ("docs/topics/hostile-topic", {}),
        ("docs/topics/hostile-relation", {}),
        ("docs/actors/hostile-actor", {"type": "person"}),
        ("docs/agreements/hostile-agreement", {}),
        ("docs/articles/hostile-article", {**base, "sources": [{"id": "source", "title": "A statement"}]}),
        (
            "briefs/hostile-brief",
            {
                **base,
                "articles": ["hostile-article"],
                "judgements": [{"id": "judgement", "text": texts.deal("ground").text, "confidence": "low"}],
            },
        ),
        ("docs/actors/hostile", {"type": "group"}),
    ):
        key = "name" if path.startswith(("docs/topics", "docs/actors", "docs/agreements")) else "title"
        summary = texts.deal("ground").text
        _write(
            folder,
            f"{path}.md",
            {key: texts.deal("ground").text, "summary": summary, **matter},
            "Some text.\n",
        )
    links = "[[hostile-article]] [[actors/hostile]] *[[hostile-brief]]* [[hostile-topic|words]]\n\n## [[hostile-agreement]]\n"
    _write(
        folder, "docs/index.md", {"title": texts.deal("home").text, "summary": texts.deal("home").text}, links
    )


def _settings(folder: Path, texts: Texts) -> None:
    settings = {
        "site_name": texts.deal("settings.site_name").text,
        "site_description": texts.deal("settings.site_description").text,
        "site_author": texts.deal("settings.site_author").text,
        "copyright": '&lt;img src=x onerror=trip(1)&gt; " onclick=trip(1)',
        "extra": {"briefing": {"authors": {"desk": texts.deal("settings.authors").text}}},
    }
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(settings, allow_unicode=True, width=100_000), encoding="utf-8"
    )


def _files(folder: Path) -> None:
    _write(folder, "docs/articles/files.md", _article("Files"), files.article())
    for name, content in files.everything().items():
        (folder / "docs/articles" / name).write_bytes(content)


def _names(folder: Path, names: Sequence[str]) -> None:
    """A text that says every name as plain text: each becomes a link."""
    body = "\n\n".join(f"They met {escape(name)} there." for name in names)
    _write(folder, "docs/articles/names.md", _article("Names"), f"{body}\n")


def _wires(folder: Path, texts: Texts, bodies: Sequence[str]) -> None:
    """Drafts that the import made of hostile wire texts, published as they are but for what is still to be written."""
    drafts = folder / "docs/articles/wires"
    inbox = folder.with_name(f"{folder.name}-wires")
    inbox.mkdir()
    for number, text in enumerate((*wires.every(texts, WIRES), *wires.in_markdown(bodies))):
        (inbox / f"wire-{number}.txt").write_text(text, encoding="utf-8")
    existing = wire_files.survey(folder)
    read = [wire_files.read(str(path), existing.known, date(2025, 11, 3)) for path in sorted(inbox.iterdir())]
    drafts.mkdir(parents=True)
    for path in wire_files.write(
        [one for one in read if isinstance(one, Read)], drafts, frozenset(), existing.marking, with_text=True
    ):
        assert isinstance(path, Path), path
        written = (
            path.read_text(encoding="utf-8")
            .replace(MARKER, "Written: ")
            .replace("status: draft", "status: published")
        )
        if "\ndate:" not in written:
            written = written.replace("\nstatus:", "\ndate: 2025-11-01\nstatus:", 1)
        written = written.replace("\nstatus:", "\ntopics: [hostile-topic]\nstatus:", 1)
        path.write_text(written, encoding="utf-8")


def _article(title: str) -> dict[str, Any]:
    return {
        "title": title, "summary": "What they write.", "date": "2025-11-01", "authors": ["desk"],
        "topics": ["hostile-topic"], "sources": [{"title": "A statement"}],
    }  # fmt: skip


def _paths() -> Iterator[str]:
    """Where packs stand: in documents of each kind and in hand-written pages, in turn."""
    return (f"{PLACES[number % len(PLACES)]}/pack-{number}.md" for number in itertools.count())


def _body(folder: Path, path: str, pack: Pack) -> None:
    id_ = Path(path).stem
    matter = _article(f"Payloads {id_}")
    if path.startswith(PAGES):
        matter = {"title": f"Payloads {id_}"}
    elif not path.startswith(("briefs", "docs/articles")):
        matter = {"name": f"Payloads {id_}", **({"type": "person"} if "actors" in path else {})}
    _write(folder, path, matter, packing.body(pack))
